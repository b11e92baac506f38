#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/index/blob_key.h"
#include "core/index/text_table.h"

namespace noclobber::index {

/// Where a blob's record begins among the records.
struct KeyPlace {
    BlobKey key;
    std::uint32_t place = 0;

    auto operator<=>(const KeyPlace &) const = default;
};

/// The keys of an index as its file has them: sorted, of one size.
class KeyTable
{
public:
    static constexpr std::size_t entrySize = 24;

    KeyTable() : KeyTable(std::string_view()) {}
    explicit KeyTable(std::string_view bytes);

    std::size_t count() const { return m_bytes.size() / entrySize; }
    KeyPlace at(std::size_t number) const;
    /// Where the record of a key begins.
    std::optional<std::size_t> find(const BlobKey &key) const;

private:
    std::string_view m_bytes;
    std::vector<std::uint32_t> m_begins; ///< by an id's first 16 bits: how many keys come before
};

/// The parts of a whole index. Views: the file's bytes must outlive it.
struct IndexParts {
    KeyTable keys;
    std::string_view records;
    TextBytes texts;
};

/// The parts of a file, if it is whole, of our format, of this machine's kind, and holds the answers of the reader in
/// use: otherwise nothing. That each part lies within the bytes is sure then; what they say is not.
std::optional<IndexParts> openIndex(std::string_view bytes);

/// Such a file. Keys in any order, each once.
std::string writeIndex(std::vector<KeyPlace> keys, std::string_view records, const TextBytes &texts);

} // namespace noclobber::index
