#include "core/report/counts.h"

#include "core/base/say.h"

namespace noclobber::report {

std::string saidObjects(std::size_t count)
{
    return count == 1 ? say("{} object", count) : say("{} objects", count);
}

std::string saidEqualLines(std::size_t count)
{
    return count == 1 ? say("{} equal line", count) : say("{} equal lines", count);
}

} // namespace noclobber::report
