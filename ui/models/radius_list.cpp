#include "ui/models/radius_list.h"

#include <algorithm>
#include <tuple>

#include "core/argo/engines.h"
#include "core/blast/storage_totals.h"

namespace noclobber::models {

using blast::AffectedObject;

namespace {

const argo::ObjectId *deployerIn(const argo::Inventory &inventory, const argo::ObjectId &id)
{
    const argo::DeclaredObject *object = inventory.find(id);
    if (object == nullptr)
        return nullptr;
    for (const std::size_t place : object->inEffect) {
        if (const auto &application = object->declarations[place].application)
            return &*application;
    }
    return nullptr;
}

/// The Application that deploys an object; of one that is in no commit, the last that its chain of reasons names.
const argo::ObjectId *deployerOf(const review::Review &review, const AffectedObject &affected)
{
    for (const argo::Inventory *inventory : {&review.inventories.base, &review.inventories.head}) {
        if (const argo::ObjectId *deployer = deployerIn(*inventory, affected.id))
            return deployer;
    }
    for (auto reason = affected.because.rbegin(); reason != affected.because.rend(); ++reason) {
        if (reason->id != affected.id && argo::isDeployer(reason->id.key))
            return &reason->id;
    }
    return nullptr;
}

/// Lower is worse.
std::tuple<int, int, bool, bool, int> rankOf(const RadiusObject &object)
{
    const int part = static_cast<int>(object.part);
    if (object.affected == nullptr)
        return {part, static_cast<int>(blast::DataFate::None) + 1, false, false, 0};
    const AffectedObject &affected = *object.affected;
    return {part, static_cast<int>(affected.dataFate), !affected.isStateful, affected.storage.empty(),
            static_cast<int>(affected.effect)};
}

bool isBefore(const RadiusObject &one, const RadiusObject &other)
{
    const auto key = [](const RadiusObject &object) {
        const kube::ResourceKey &name = object.id->key;
        return std::tie(name.kind, name.nameSpace, name.name, object.id->scope);
    };
    const auto rank = rankOf(one);
    const auto otherRank = rankOf(other);
    return rank == otherRank ? key(one) < key(other) : rank < otherRank;
}

} // namespace

RadiusPart partOf(const AffectedObject &affected)
{
    using blast::Effect;
    if (blast::isDeletion(affected.effect) || affected.effect == Effect::PrunePending || losesData(affected))
        return RadiusPart::Dies;
    const bool isPlain = affected.effect == Effect::Created || affected.effect == Effect::Updated;
    return isPlain ? RadiusPart::Everything : RadiusPart::Survives;
}

bool losesData(const AffectedObject &affected)
{
    return affected.dataFate == blast::DataFate::Lost || affected.dataFate == blast::DataFate::AtRisk;
}

RadiusCounts countRadius(const blast::BlastRadius &radius)
{
    RadiusCounts counts;
    for (const AffectedObject &affected : radius.objects) {
        const RadiusPart part = partOf(affected);
        counts.dies += part == RadiusPart::Dies ? 1 : 0;
        counts.survives += part == RadiusPart::Survives ? 1 : 0;
        counts.changes += part == RadiusPart::Everything ? 1 : 0;
        ++counts.effects.at(static_cast<std::size_t>(part)).at(static_cast<std::size_t>(affected.effect));
    }
    counts.unknown = static_cast<int>(radius.unknowns.size());
    counts.all = static_cast<int>(radius.objects.size()) + counts.unknown;
    return counts;
}

RadiusListPtr makeRadiusList(const review::ReviewPtr &review)
{
    auto list = std::make_shared<RadiusList>();
    list->review = review;
    const blast::BlastRadius &radius = review->radius;
    list->objects.reserve(radius.objects.size() + radius.unknowns.size());
    for (const AffectedObject &affected : radius.objects)
        list->objects.push_back({&affected.id, &affected, nullptr, deployerOf(*review, affected), partOf(affected)});
    for (const argo::Unknown &unknown : radius.unknowns)
        list->objects.push_back({&unknown.id, nullptr, &unknown.message,
                                 deployerIn(review->inventories.base, unknown.id), RadiusPart::Dies});
    std::ranges::sort(list->objects, isBefore);
    list->storage = blast::storageTotals(radius);
    Name cluster;
    for (const RadiusObject &object : list->objects) {
        if (cluster.empty())
            cluster = object.id->scope;
        list->hasSeveralClusters |= !object.id->scope.empty() && object.id->scope != cluster;
    }
    return list;
}

std::vector<std::uint32_t> placesOf(const RadiusList &list, RadiusPart part)
{
    std::vector<std::uint32_t> places;
    for (std::uint32_t place = 0; place < list.objects.size(); ++place) {
        if (part == RadiusPart::Everything || list.objects[place].part == part)
            places.push_back(place);
    }
    return places;
}

} // namespace noclobber::models
