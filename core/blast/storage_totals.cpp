#include "core/blast/storage_totals.h"

#include <limits>

#include "core/blast/tracing.h"
#include "core/kube/quantity.h"

namespace noclobber::blast {

namespace {

bool isCounted(const BlastRadius &radius, const AffectedObject &object)
{
    if (!isGoing(object.effect) || object.storage.empty())
        return false;
    const bool isVolume = object.id.key.kind == "PersistentVolume";
    const AffectedObject *claim = isVolume && object.boundTo ? radius.find(*object.boundTo) : nullptr;
    return !claim || !isGoing(claim->effect);
}

std::string textOf(kube::Int128 thousandths)
{
    constexpr kube::Int128 most = std::numeric_limits<std::uint64_t>::max();
    return kube::storageText(static_cast<std::uint64_t>(std::min(thousandths / 1000, most)));
}

} // namespace

std::map<DataFate, std::string> storageTotals(const BlastRadius &radius)
{
    constexpr kube::Int128 bound = static_cast<kube::Int128>(1) << 100U;
    std::map<DataFate, kube::Int128> sums;
    for (const AffectedObject &object : radius.objects) {
        const auto size = isCounted(radius, object) ? kube::parseQuantity(object.storage) : std::nullopt;
        if (size && *size > 0)
            sums[object.dataFate] = std::min(sums[object.dataFate] + std::min(*size, bound), bound);
    }
    std::map<DataFate, std::string> totals;
    for (const auto &[fate, sum] : sums)
        totals[fate] = textOf(sum);
    return totals;
}

} // namespace noclobber::blast
