#include <algorithm>
#include <set>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/blast/protections.h"
#include "core/kube/deciding_fields.h"
#include "core/kube/deletion_decision.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

using blast::Permission;

constexpr std::string_view fluxPrune = "kustomize.toolkit.fluxcd.io/prune";
constexpr std::string_view sharedGuard = "FailOnSharedResource=true";

/// A protection that base had and head has not.
struct Loss {
    std::string what;             ///< "Prune=false"
    Weight weight = Weight::Full; ///< what still takes a person weighs less
};

/// An object that stays, as base and head declare it.
struct Stay {
    const argo::Declaration &was;
    const argo::Declaration &is;
    const argo::Application *wasDeployedBy; ///< nullptr: not seen here
    const argo::Application *isDeployedBy;
};

const argo::Application *deployerOf(const argo::Declaration &declaration, const argo::Inventory &inventory)
{
    return declaration.application ? inventory.findApplication(*declaration.application) : nullptr;
}

bool isOfFlux(const argo::Application *deployer)
{
    return deployer && deployer->engine == argo::Engine::Flux;
}

std::string optionText(std::string_view option, Permission permission)
{
    return std::string(option) + (permission == Permission::No ? "=false" : "=confirm");
}

Weight weightOf(Permission before, Permission after)
{
    return before == Permission::No && after == Permission::Yes ? Weight::Full : Weight::Milder;
}

/// Prune and Delete by annotation; what only the Application drops is told of the Application.
std::vector<Loss> lostOptions(const Judgement &judgement, const Stay &stay)
{
    const argo::Configuration &configuration = judgement.change.configuration;
    if (isOfFlux(stay.wasDeployedBy) || isOfFlux(stay.isDeployedBy))
        return {}; // they are Argo CD's
    const bool isSameDeployer = stay.was.application == stay.is.application;
    if (isSameDeployer && blast::syncOptionsOf(*stay.was.manifest) == blast::syncOptionsOf(*stay.is.manifest))
        return {};
    std::vector<Loss> losses;
    for (const std::string_view option : {"Prune", "Delete"}) {
        const Permission before = blast::permissionFor(option, *stay.was.manifest, stay.wasDeployedBy, configuration);
        const Permission after = blast::permissionFor(option, *stay.is.manifest, stay.isDeployedBy, configuration);
        if (after < before)
            losses.push_back({optionText(option, before), weightOf(before, after)});
    }
    return losses;
}

bool isKeptByFlux(const argo::Declaration &declaration, const argo::Application *deployer)
{
    const auto found = declaration.manifest->annotations.find(std::string(fluxPrune));
    return found != declaration.manifest->annotations.end() && lowered(found->second) == "disabled" &&
           (!deployer || isOfFlux(deployer));
}

std::vector<Loss> lossesOf(Judgement &judgement, const Stay &stay)
{
    std::vector<Loss> losses = lostOptions(judgement, stay);
    if (!isOfFlux(stay.wasDeployedBy) && blast::isKeptByHelm(*stay.was.manifest) &&
        !blast::isKeptByHelm(*stay.is.manifest))
        losses.push_back({"helm.sh/resource-policy: keep"});
    if (isKeptByFlux(stay.was, stay.wasDeployedBy) && !isKeptByFlux(stay.is, nullptr))
        losses.push_back({std::string(fluxPrune) + ": disabled"});
    return losses;
}

/// What the object's own fields say of its data: reclaimPolicy, deletionPolicy, deleteClaim and their like.
std::optional<kube::DeletionDecision> lostField(Judgement &judgement, const Stay &stay)
{
    const kube::ResourceKey &key = stay.is.id.key;
    if (kube::decidingFields(key.group, key.kind).empty())
        return {};
    const auto before = judgement.reader.content(stay.was);
    const auto after = judgement.reader.content(stay.is);
    if (!before || !after || !*before || !*after) // unreadable: a finding of its own
        return {};
    return kube::lostProtection(key.group, key.kind, **before, **after);
}

Finding about(const argo::Declaration &was, const argo::Declaration &is)
{
    Finding finding;
    finding.id = is.id;
    finding.location = is.location;
    if (placeOf(was) != placeOf(is))
        finding.related = {was.location};
    return finding;
}

void reportLosses(Judgement &judgement, const Stay &stay, const std::vector<Loss> &losses)
{
    Weight weight = Weight::Milder;
    std::vector<std::string> names;
    for (const Loss &loss : losses) {
        names.push_back(loss.what);
        weight = loss.weight == Weight::Full ? Weight::Full : weight;
    }
    Finding finding = about(stay.was, stay.is);
    finding.message = say(
        "{} at {} loses {}, which it has at {} in base. Nothing is deleted today; whatever removes it next deletes it.",
        argo::shortText(stay.is.id), placeOf(stay.is), join(names, say(" and ")), placeOf(stay.was));
    report(judgement, "protection-removed", weight, std::move(finding));
}

void judgeFields(Judgement &judgement, const Stay &stay)
{
    const auto decision = lostField(judgement, stay);
    if (!decision)
        return;
    Finding finding = about(stay.was, stay.is);
    finding.message =
        say("{} at {} loses what kept its data: {}. Nothing is deleted today; once the object goes, its data goes too.",
            argo::shortText(stay.is.id), placeOf(stay.is), kube::toText(*decision));
    report(judgement, "protection-removed", Weight::Full, std::move(finding));
}

/// How many of its objects an Application's own option kept in base and does not keep in head.
std::size_t countUnguarded(const Judgement &judgement, std::string_view option, const argo::Application &base,
                           const argo::Application &head)
{
    const argo::Configuration &configuration = judgement.change.configuration;
    return static_cast<std::size_t>(std::ranges::count_if(
        blast::deployedBy(judgement.change.inventories.head, head.id), [&](const argo::DeclaredObject *object) {
            const kube::Manifest &manifest = *blast::declarationFor(*object, head.id).manifest;
            return blast::permissionFor(option, manifest, &head, configuration) <
                   blast::permissionFor(option, manifest, &base, configuration);
        }));
}

void judgeApplicationOption(Judgement &judgement, std::string_view option, const argo::Application &base,
                            const argo::Application &head)
{
    const argo::Configuration &configuration = judgement.change.configuration;
    const Permission before = blast::permissionFor(option, kube::Manifest(), &base, configuration);
    const Permission after = blast::permissionFor(option, kube::Manifest(), &head, configuration);
    const std::size_t unguarded = after >= before ? 0 : countUnguarded(judgement, option, base, head);
    if (after >= before || (unguarded == 0 && head.unknownChildren.empty()))
        return;
    Finding finding = about(base.declaration, head.declaration);
    finding.message =
        say("{} at {} loses the sync option {}, which kept {}. Nothing is deleted today; whatever removes them next "
            "deletes them.",
            blast::nameOf(head), placeOf(head.declaration), optionText(option, before),
            unguarded > 0 ? say("{} of it", counted(unguarded, "object")) : say("what it deploys"));
    report(judgement, "protection-removed", weightOf(before, after), std::move(finding));
}

void judgeSharedGuard(Judgement &judgement, const argo::Application &base, const argo::Application &head)
{
    if (!base.hasSyncOption(sharedGuard) || head.hasSyncOption(sharedGuard))
        return;
    Finding finding = about(base.declaration, head.declaration);
    finding.message = say("{} at {} loses the sync option {}: from now on it takes over, and may prune, what belongs "
                          "to another Application.",
                          blast::nameOf(head), placeOf(head.declaration), std::string(sharedGuard));
    report(judgement, "protection-removed", Weight::Full, std::move(finding));
}

/// Whether the same declaration is in effect in head for the same Application, alone or beside another.
bool isAsItWas(const argo::Declaration &was, const argo::DeclaredObject &now)
{
    return std::ranges::any_of(now.inEffect, [&](std::size_t place) {
        const argo::Declaration &is = now.declarations[place];
        return is.manifest == was.manifest && is.application == was.application;
    });
}

/// Whether base and head are known to say the same of an object by these two declarations, without looking again.
bool saysTheSame(const Judgement &judgement, const argo::DeclaredObject &before, const argo::DeclaredObject &now,
                 const Stay &stay)
{
    const diff::ObjectChange *change = judgement.change.changes.find(now.id);
    if (!change) // looked at and not listed: unchanged
        return before.declarations.size() == 1 && now.declarations.size() == 1;
    if (change->baseContents.size() != before.declarations.size() ||
        change->headContents.size() != now.declarations.size())
        return false;
    return change->baseContents[static_cast<std::size_t>(&stay.was - before.declarations.begin())] ==
           change->headContents[static_cast<std::size_t>(&stay.is - now.declarations.begin())];
}

/// Whether it is managed in head: what leaves its Application is told by other rules.
bool stays(const Judgement &judgement, const argo::ObjectId &id)
{
    if (argo::isGenerated(id))
        return false;
    const blast::AffectedObject *affected = judgement.radius.find(id);
    return !affected ||
           (affected->effect != blast::Effect::Pruned && affected->effect != blast::Effect::PrunePending &&
            affected->effect != blast::Effect::CascadeDeleted && affected->effect != blast::Effect::Orphaned);
}

} // namespace

void judgeRemovedProtections(Judgement &judgement)
{
    const argo::Inventories &inventories = judgement.change.inventories;
    for (const argo::ObjectId &id : judgement.change.changes.touched) {
        const argo::DeclaredObject *before = inventories.base.find(id);
        const argo::DeclaredObject *now = before ? inventories.head.find(id) : nullptr;
        if (!now || !stays(judgement, id))
            continue;
        const argo::Declaration &was = blast::declarationFor(*before, {});
        const argo::Declaration &is = blast::declarationFor(*now, was.application);
        if (isAsItWas(was, *now))
            continue;
        const Stay stay{was, is, deployerOf(was, inventories.base), deployerOf(is, inventories.head)};
        if (const auto losses = lossesOf(judgement, stay); !losses.empty())
            reportLosses(judgement, stay, losses);
        if (!saysTheSame(judgement, *before, *now, stay))
            judgeFields(judgement, stay);
    }
    std::set<argo::ObjectId> judgedSets;
    for (const argo::Application &head : inventories.head.applications) {
        const argo::Application *base = inventories.base.findApplication(head.id);
        if (!base || (head.generatedBy && !judgedSets.insert(*head.generatedBy).second))
            continue;
        for (const std::string_view option : {"Prune", "Delete"})
            judgeApplicationOption(judgement, option, *base, head);
        judgeSharedGuard(judgement, *base, head);
    }
}

} // namespace noclobber::rules
