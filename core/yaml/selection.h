#pragma once

#include <string_view>
#include <vector>

namespace noclobber::yaml {

struct Wanted;

/// Which values of a mapping somebody wants. Of a sequence's items, each mapping is one to choose from.
using Selection = std::vector<Wanted>;

/// The value of a key: the whole of it, or a choice from it.
struct Wanted {
    std::string_view key;
    const Selection *inside = nullptr; ///< nullptr: the whole
};

} // namespace noclobber::yaml
