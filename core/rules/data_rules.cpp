#include <algorithm>
#include <map>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

using blast::AffectedObject;
using blast::DataFate;
using blast::Effect;

bool goes(const AffectedObject &object)
{
    return object.effect == Effect::Pruned || object.effect == Effect::CascadeDeleted ||
           object.effect == Effect::PrunePending;
}

Weight weightOf(const AffectedObject &object)
{
    return object.effect == Effect::PrunePending || object.isRace ? Weight::Milder : Weight::Full;
}

/// Kinds with a rule of their own, or (Argo CD's) without data of their own.
bool hasOwnRule(const argo::ObjectId &id)
{
    return blast::isNamespace(id) || blast::isCustomResourceDefinition(id) || blast::isArgoKind(id.key);
}

std::string fateText(const AffectedObject &object)
{
    const std::string &kind = object.id.key.kind;
    const bool hasVolumes = object.id.key.group.empty() ? kind.starts_with("PersistentVolume") : kind == "StatefulSet";
    switch (object.dataFate) {
    case DataFate::Lost:
        return say("its data is lost");
    case DataFate::AtRisk:
        return say("its data may be lost");
    case DataFate::Retained:
        return hasVolumes ? say("its volume stays, but must be bound again by hand")
                          : say("its data stays, but must be taken up again by hand");
    case DataFate::Kept:
        return hasVolumes ? say("its claims and volumes stay") : say("its data stays");
    case DataFate::None:
        break;
    }
    return say("it has no data of its own");
}

/// From the change to the object, as text.
std::string chainText(const AffectedObject &object)
{
    if (object.because.empty())
        return {};
    std::string text = object.because.front().text;
    if (object.because.size() > 1)
        text += say("; ") + object.because.back().text;
    return text;
}

/// Whether a StatefulSet makes it. (A derived Application is an ApplicationSet's.)
bool isMadeClaim(const AffectedObject &object)
{
    return object.isDerived && object.id.key.kind == "PersistentVolumeClaim" && object.because.size() > 1;
}

/// How many claims that sets make would go, by set: told at the set.
std::map<argo::ObjectId, std::size_t> claimsOfSets(const blast::BlastRadius &radius)
{
    std::map<argo::ObjectId, std::size_t> claims;
    for (const AffectedObject &object : radius.objects) {
        if (isMadeClaim(object) && goes(object))
            ++claims[object.because[object.because.size() - 2].id];
    }
    return claims;
}

/// Claims that go though their set stays, by set: it shrinks.
std::map<argo::ObjectId, std::vector<const AffectedObject *>> claimsOfShrinkingSets(const blast::BlastRadius &radius)
{
    std::map<argo::ObjectId, std::vector<const AffectedObject *>> claims;
    for (const AffectedObject &object : radius.objects) {
        if (!isMadeClaim(object) || !goes(object))
            continue;
        const argo::ObjectId &maker = object.because[object.because.size() - 2].id;
        const AffectedObject *set = radius.find(maker);
        if (set && set->effect == Effect::Updated)
            claims[maker].push_back(&object);
    }
    return claims;
}

Finding about(const AffectedObject &object)
{
    Finding finding;
    finding.id = object.id;
    finding.location = object.location;
    return finding;
}

std::string protectionsText(const AffectedObject &object)
{
    if (object.protections.empty())
        return {};
    return say(" It carries {}, which does not hold here.", join(object.protections, say(" and ")));
}

} // namespace

void judgeStateful(Judgement &judgement)
{
    const auto claims = claimsOfSets(judgement.radius);
    for (const AffectedObject &object : judgement.radius.objects) {
        if (!object.isStateful || object.isDerived || !goes(object) || hasOwnRule(object.id))
            continue;
        const bool isLost = object.dataFate == DataFate::Lost || object.dataFate == DataFate::AtRisk;
        Finding finding = about(object);
        finding.message = argo::shortText(object.id);
        if (!object.storage.empty())
            finding.message += " (" + object.storage + ")";
        finding.message += say(" would be deleted, and {}", fateText(object));
        if (const auto found = claims.find(object.id); found != claims.end())
            finding.message += say(", with the {} it made", counted(found->second, "claim"));
        finding.message += say(": {}.", chainText(object));
        if (object.effect != Effect::PrunePending)
            finding.message += protectionsText(object);
        report(judgement, isLost ? "stateful-deleted" : "stateful-orphaned-data", weightOf(object), std::move(finding));
    }
}

void judgeRecreated(Judgement &judgement)
{
    const auto claims = claimsOfSets(judgement.radius);
    for (const AffectedObject &object : judgement.radius.objects) {
        if (!object.isStateful || object.isDerived || object.effect != Effect::Recreated || hasOwnRule(object.id))
            continue;
        Finding finding = about(object);
        finding.message = argo::shortText(object.id);
        if (!object.storage.empty())
            finding.message += " (" + object.storage + ")";
        finding.message += say(" would be deleted and made anew, and {}", fateText(object));
        if (const auto found = claims.find(object.id); found != claims.end())
            finding.message += say(", with the {} it made", counted(found->second, "claim"));
        finding.message += say(": {}.", chainText(object));
        report(judgement, "stateful-recreated", Weight::Full, std::move(finding));
    }
}

void judgeShrinkingSets(Judgement &judgement)
{
    for (const auto &[set, claims] : claimsOfShrinkingSets(judgement.radius)) {
        const AffectedObject &worst = **std::ranges::min_element(claims, {}, &AffectedObject::dataFate);
        const bool isLost = worst.dataFate == DataFate::Lost || worst.dataFate == DataFate::AtRisk;
        Finding finding;
        finding.id = set;
        const argo::DeclaredObject *now = judgement.change.inventories.head.find(set);
        if (now)
            finding.location = blast::declarationFor(*now, {}).location;
        finding.message = say("{} would shrink, and delete {} with it ({}{}); {}: {}.", argo::shortText(set),
                              counted(claims.size(), "claim"), worst.id.key.name, claims.size() > 1 ? ", ..." : "",
                              fateText(worst), chainText(worst));
        report(judgement, isLost ? "stateful-deleted" : "stateful-orphaned-data", Weight::Full, std::move(finding));
    }
}

namespace {

/// The Applications of head by the scope and namespace they deploy to.
using Tenants = std::map<std::pair<std::string_view, std::string_view>, std::vector<const argo::Application *>>;

Tenants tenantsOf(const argo::Inventory &inventory)
{
    Tenants tenants;
    for (const argo::Application &application : inventory.applications)
        tenants[{application.scope, application.destination.nameSpace}].push_back(&application);
    return tenants;
}

/// Which of them still deploy to a Namespace that goes, and lose what they have in it; one sentence or "".
std::string stillUsed(const Tenants &tenants, const argo::ObjectId &nameSpace)
{
    const auto found = tenants.find({nameSpace.scope, nameSpace.key.name});
    if (found == tenants.end())
        return {};
    constexpr std::size_t mostNamed = 3;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(mostNamed, found->second.size()); ++i)
        names.push_back(blast::nameOf(*found->second[i]));
    const std::size_t more = found->second.size() - names.size();
    return more > 0 ? say(" Still deployed to it: {} and {} more.", join(names, ", "), more)
                    : say(" Still deployed to it: {}.", join(names, ", "));
}

} // namespace

void judgeNamespaces(Judgement &judgement)
{
    const argo::Inventories &inventories = judgement.change.inventories;
    Tenants tenants;
    for (const AffectedObject &object : judgement.radius.objects) {
        if (!blast::isNamespace(object.id) || !goes(object))
            continue;
        if (tenants.empty())
            tenants = tenantsOf(inventories.head);
        const blast::Objects inside = inventories.base.inNamespace(object.id.scope, object.id.key.name);
        const auto stateful =
            static_cast<std::size_t>(std::ranges::count_if(inside, [&](const argo::DeclaredObject *declared) {
                return blast::isStateful(judgement.change.configuration, declared->id.key);
            }));
        Finding finding = about(object);
        finding.message = say("Namespace {} would be deleted with everything in it: {} of this repository, {} of them "
                              "with state, and whatever else runs there; no annotation in it prevents that. {}.{}",
                              object.id.key.name, counted(inside.size(), "object"), stateful, chainText(object),
                              stillUsed(tenants, object.id));
        report(judgement, "namespace-deleted", weightOf(object), std::move(finding));
    }
}

} // namespace noclobber::rules
