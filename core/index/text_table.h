#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/name.h"

namespace noclobber::index {

/// The texts of an index, each by its place: all of them one after the other, and for each where it ends (4 bytes).
struct TextBytes {
    std::string_view ends;
    std::string_view texts;

    std::size_t count() const { return ends.size() / sizeof(std::uint32_t); }
};

/// The text at a place below count(), or "" if the ends make no sense there: never anything outside of `texts`.
std::string_view textAt(const TextBytes &bytes, std::size_t place);

/// The texts of an index as Names, each made when it is first asked for. Safe to use from several threads.
class NameTable
{
public:
    explicit NameTable(const TextBytes &bytes) : m_bytes(bytes), m_names(bytes.count()) {}

    std::size_t count() const { return m_names.size(); }
    std::string_view text(std::size_t place) const { return textAt(m_bytes, place); }
    Name name(std::size_t place) const;

private:
    TextBytes m_bytes;
    mutable std::vector<std::atomic<Name>> m_names; ///< empty: not made yet
};

/// Texts as they are collected for an index, each once.
class TextCollector
{
public:
    /// Continues those of an index (which may then hold a text twice: they are not looked at).
    explicit TextCollector(const TextBytes &before) : m_ends(before.ends), m_texts(before.texts) {}

    std::uint32_t placeOf(std::string_view text);
    std::uint32_t placeOf(const Name &name);

    TextBytes bytes() const { return {m_ends, m_texts}; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    std::uint32_t append(std::string_view text);

    std::string m_ends;
    std::string m_texts;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_places;
    std::unordered_map<Name, std::uint32_t> m_namePlaces; ///< apart: found by their address
};

} // namespace noclobber::index
