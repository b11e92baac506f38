#pragma once

#include <span>
#include <vector>

#include "core/diff/likeness.h"

namespace noclobber::diff {

/// From this likeness on, a removed and an added object count as one under a new name.
inline constexpr double renameLikeness = 0.8;

/// Places in two lists of objects, and how alike they are.
struct Rename {
    std::size_t removed = 0;
    std::size_t added = 0;
    double likeness = 0;
};

/// Pairs objects of one scope, group and kind by their leaves: best pairs first, ties in the lists' order, each object
/// once. Only objects that share a leaf which is rare among them are set against each other, and no more than a few
/// million pairs: thousands of objects that are all nearly alike are paired in part.
std::vector<Rename> findRenames(std::span<const std::vector<Leaf>> removed, std::span<const std::vector<Leaf>> added);

} // namespace noclobber::diff
