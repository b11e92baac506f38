#pragma once

#include <span>
#include <string_view>

namespace noclobber {

/// A file of resources/ that was built into the program.
struct Resource {
    std::string_view path; ///< from resources/, "stateful-kinds.yaml"
    std::string_view bytes;
};

/// All of them, sorted by path.
std::span<const Resource> resources();

/// The bytes of one; it must exist.
std::string_view resource(std::string_view path);

} // namespace noclobber
