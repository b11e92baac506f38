#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/yaml/document.h"

namespace noclobber::diff {

/// One leaf of a content, as hashes. Two that agree by accident cost a wrong likeness, never a verdict.
struct Leaf {
    std::uint64_t place = 0; ///< of its way of keys and item labels
    std::uint64_t value = 0;

    auto operator<=>(const Leaf &) const = default;
};

/// The leaves of a content as Kubernetes reads it, sorted by place; name, namespace and ignored fields left out, empty
/// lists and mappings counted as leaves.
std::vector<Leaf> leavesOf(const yaml::Node &content);

/// Share of places at which both have the same value, of all places that one of them has; 1 if there are none.
double likeness(const std::vector<Leaf> &base, const std::vector<Leaf> &head);

} // namespace noclobber::diff
