#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace noclobber::diff {

/// An item of each list that are set against each other; an item alone was added or removed.
struct Aligned {
    std::optional<std::size_t> base;
    std::optional<std::size_t> head;
};

/// The items that differ, so that as many as possible stay what they were; between those the rest goes by place. Very
/// long lists go by place altogether.
std::vector<Aligned> align(const std::vector<std::string> &base, const std::vector<std::string> &head);

/// The order in which a person reads two lists of names at once: head's, with what only base has at its place there.
std::vector<std::string> mergedOrder(const std::vector<std::string> &base, const std::vector<std::string> &head);

} // namespace noclobber::diff
