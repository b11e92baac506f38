#include "core/base/resources.h"

#include <algorithm>
#include <cassert>

namespace noclobber {

std::string_view resource(std::string_view path)
{
    const auto all = resources();
    const auto found = std::ranges::find(all, path, &Resource::path);
    assert(found != all.end() && "no such built-in resource");
    return found->bytes;
}

} // namespace noclobber
