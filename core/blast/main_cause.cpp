#include "core/blast/main_cause.h"

#include <algorithm>
#include <map>

namespace noclobber::blast {

std::optional<MainCause> mainCause(const BlastRadius &radius)
{
    std::map<argo::ObjectId, std::size_t> causes;
    std::size_t all = 0;
    for (const AffectedObject &object : radius.objects) {
        const bool goes = isDeletion(object.effect) || object.effect == Effect::PrunePending;
        all += goes ? 1 : 0;
        if (goes && !object.because.empty())
            ++causes[object.because.front().id];
    }
    if (causes.empty())
        return std::nullopt;
    const auto &[id, deletions] = *std::ranges::max_element(causes, {}, [](const auto &entry) { return entry.second; });
    return MainCause{id, deletions, all - deletions};
}

} // namespace noclobber::blast
