#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/argo/inventory.h"

namespace noclobber::argo {

/// The declarations of one commit by the file they stand in. Refers to the inventory, which must outlive it unchanged.
class FileIndex
{
public:
    using Declarations = std::span<const Declaration *const>;

    explicit FileIndex(const Inventory &inventory);

    std::size_t size() const { return m_ends.size(); }
    /// Those of the n-th file with any, the files in no order; by object, then as the object has them.
    Declarations file(std::size_t n) const;
    /// Those of the file at a path, in the same order; none for another one.
    Declarations at(std::string_view path) const;

private:
    std::unordered_map<std::string_view, std::size_t> m_numbers; ///< of the files, by path
    std::vector<std::size_t> m_ends;                             ///< of each file's declarations below
    std::vector<const Declaration *> m_declarations;
};

} // namespace noclobber::argo
