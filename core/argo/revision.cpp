#include "core/argo/revision.h"

#include <algorithm>

namespace noclobber::argo {

bool isFixedRevision(std::string_view revision)
{
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (revision.size() == 40 && std::ranges::all_of(revision, isHex))
        return true;
    if (revision.starts_with('v'))
        revision.remove_prefix(1);
    int parts = 1;
    for (std::size_t i = 0; i < revision.size(); ++i) {
        if (revision[i] == '.' && i > 0 && isDigit(revision[i - 1]))
            ++parts;
        else if ((revision[i] == '-' || revision[i] == '+') && parts == 3)
            return true; // a pre-release of a version
        else if (!isDigit(revision[i]))
            return false;
    }
    return parts == 3 && isDigit(revision.empty() ? ' ' : revision.back());
}

} // namespace noclobber::argo
