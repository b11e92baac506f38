#include "core/argo/declaration.h"

namespace noclobber::argo {

std::string toText(const Location &location)
{
    return location.path + ':' + std::to_string(location.firstLine);
}

} // namespace noclobber::argo
