#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_set>
#include <vector>

#include "core/argo/inventory.h"
#include "core/base/places.h"

namespace noclobber::argo {

/// The declarations of one commit by the file they stand in. Refers to the inventory, which must outlive it unchanged.
class FileIndex
{
public:
    using Declarations = std::span<const Declaration *const>;

    explicit FileIndex(const Inventory &inventory);
    /// Of these files only.
    FileIndex(const Inventory &inventory, const std::unordered_set<Name> &files);

    std::size_t size() const { return m_ends.size(); }
    /// Those of the n-th file with any, the files in no order; by object, then as the object has them.
    Declarations file(std::size_t n) const;
    /// Those of the file at a path, in the same order; none for another one.
    Declarations at(Name path) const;

private:
    void read(const Inventory &inventory, const std::unordered_set<Name> *files);

    Places<Name> m_numbers;            ///< of the files, by path
    std::vector<std::uint32_t> m_ends; ///< of each file's declarations below
    std::vector<const Declaration *> m_declarations;
};

} // namespace noclobber::argo
