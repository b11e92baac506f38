#include "core/blast/main_cause.h"

#include <algorithm>
#include <map>

namespace noclobber::blast {

std::optional<argo::ObjectId> mainCause(const BlastRadius &radius)
{
    std::map<argo::ObjectId, std::size_t> causes;
    for (const AffectedObject &object : radius.objects) {
        const bool goes = isDeletion(object.effect) || object.effect == Effect::PrunePending;
        if (goes && !object.because.empty())
            ++causes[object.because.front().id];
    }
    if (causes.empty())
        return std::nullopt;
    return std::ranges::max_element(causes, {}, [](const auto &entry) { return entry.second; })->first;
}

} // namespace noclobber::blast
