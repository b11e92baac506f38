#include <algorithm>
#include <set>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/blast/protections.h"
#include "core/rules/judgement.h"
#include "core/rules/option_spelling.h"

namespace noclobber::rules {

namespace {

using blast::Permission;

constexpr std::string_view fluxPrune = "kustomize.toolkit.fluxcd.io/prune";
constexpr std::string_view compareOptions = "argocd.argoproj.io/compare-options";

/// By which way an object goes: each has protections of its own.
enum class Way { Prune, ApplicationDeleted, NamespaceDeleted, OwnerDeleted };

bool goes(const blast::AffectedObject &object)
{
    return object.effect == blast::Effect::Pruned || object.effect == blast::Effect::CascadeDeleted ||
           object.effect == blast::Effect::PrunePending;
}

Way wayOf(const Judgement &judgement, const blast::AffectedObject &object)
{
    if (object.because.size() < 2)
        return Way::Prune;
    const argo::ObjectId &cause = object.because[object.because.size() - 2].id;
    if (blast::isNamespace(cause))
        return Way::NamespaceDeleted;
    const blast::AffectedObject *causer = judgement.radius.find(cause);
    const bool causerGoes = causer && goes(*causer);
    if (blast::isApplication(cause))
        return causerGoes ? Way::ApplicationDeleted : Way::Prune;
    return causerGoes ? Way::OwnerDeleted : Way::Prune;
}

std::string annotation(const kube::Manifest &manifest, std::string_view key)
{
    const auto found = manifest.annotations.find(std::string(key));
    return found == manifest.annotations.end() ? std::string() : found->second;
}

/// The object's own "Prune=false" or "Delete=confirm", or "".
std::string ownOption(const Judgement &judgement, std::string_view option, const kube::Manifest &manifest)
{
    switch (blast::permissionFor(option, manifest, nullptr, judgement.change.configuration)) {
    case Permission::No:
        return std::string(option) + "=false";
    case Permission::Confirm:
        return std::string(option) + "=confirm";
    case Permission::Yes:
        break;
    }
    return {};
}

/// What the live object carries for the one way and not for the other.
void addWrongHalf(const Judgement &judgement, const kube::Manifest &live, Way way, std::vector<std::string> &clauses)
{
    const std::string prune = ownOption(judgement, "Prune", live);
    const std::string remove = ownOption(judgement, "Delete", live);
    if (way == Way::Prune && prune.empty()) {
        if (!remove.empty())
            clauses.push_back(
                say("{} holds when its Application is deleted, not when the object itself is pruned", remove));
        if (blast::isKeptByHelm(live))
            clauses.emplace_back(say("helm.sh/resource-policy: keep holds when its Application is deleted; Argo CD "
                                     "prunes the object nevertheless"));
        if (annotation(live, compareOptions).find("IgnoreExtraneous") != std::string::npos)
            clauses.emplace_back(say("IgnoreExtraneous only hides that it is to be pruned, and prunes it"));
    }
    if (way == Way::ApplicationDeleted && remove.empty() && !prune.empty())
        clauses.push_back(say("{} holds when the object is pruned, not when its Application is deleted", prune));
    if (way == Way::NamespaceDeleted || way == Way::OwnerDeleted) {
        std::vector<std::string> all = blast::protectionsOf(live, nullptr, judgement.change.configuration);
        if (!annotation(live, fluxPrune).empty())
            all.push_back(std::string(fluxPrune));
        if (!all.empty())
            clauses.push_back(way == Way::NamespaceDeleted
                                  ? say("{} cannot hold when its Namespace is deleted", join(all, say(" and ")))
                                  : say("{} cannot hold when what it belongs to is deleted", join(all, say(" and "))));
    }
}

const argo::Application *deployerOf(const argo::Declaration &declaration, const argo::Inventory &inventory)
{
    return declaration.application ? inventory.findApplication(*declaration.application) : nullptr;
}

bool isOfFlux(const argo::Application *deployer)
{
    return deployer && deployer->engine == argo::Engine::Flux;
}

bool isKeptByFlux(const kube::Manifest &manifest)
{
    return lowered(annotation(manifest, fluxPrune)) == "disabled";
}

/// Annotations for another engine than the one that deploys the object.
std::vector<std::string> addressedToOthers(const Judgement &judgement, const argo::Declaration &declaration,
                                           const argo::Inventory &inventory)
{
    const argo::Application *deployer = deployerOf(declaration, inventory);
    if (!deployer)
        return {};
    std::vector<std::string> clauses;
    if (!isOfFlux(deployer) && isKeptByFlux(*declaration.manifest))
        clauses.push_back(say("{}: disabled is Flux's, and {} of Argo CD deploys it", std::string(fluxPrune),
                              blast::nameOf(*deployer)));
    for (const std::string_view option : {"Prune", "Delete"}) {
        const std::string own = ownOption(judgement, option, *declaration.manifest);
        if (isOfFlux(deployer) && !own.empty())
            clauses.push_back(say("{} is Argo CD's, and {} deploys it", own, blast::nameOf(*deployer)));
    }
    return clauses;
}

/// The mend where Flux applies the object; "": the rule's own.
std::string mendOf(const argo::Application *deployer)
{
    return isOfFlux(deployer)
               ? say("Write {}: disabled on the object, and let it be applied before anything is removed.",
                     std::string(fluxPrune))
               : std::string();
}

/// What only head says: the live object is asked.
void addTooLate(const Judgement &judgement, const argo::Declaration &was, Way way, std::vector<std::string> &clauses)
{
    const kube::Manifest &live = *was.manifest;
    const bool isFlux = isOfFlux(deployerOf(was, judgement.change.inventories.base));
    const argo::DeclaredObject *now = judgement.change.inventories.head.find(was.id);
    if (!now || way == Way::NamespaceDeleted || way == Way::OwnerDeleted)
        return;
    const std::string_view option = way == Way::Prune ? "Prune" : "Delete";
    const auto spoken = [&](const kube::Manifest &manifest) {
        if (isFlux)
            return isKeptByFlux(manifest) ? std::string(fluxPrune) + ": disabled" : std::string();
        return ownOption(judgement, option, manifest);
    };
    for (const argo::Declaration &declaration : now->declarations) {
        const std::string added = spoken(*declaration.manifest);
        if (added.empty() || !spoken(live).empty())
            continue;
        clauses.push_back(say(
            "{} at {} comes with the very change that removes it: the live object is asked, which does not have it yet",
            added, placeOf(declaration)));
        return;
    }
}

void judgeGoing(Judgement &judgement, const blast::AffectedObject &object)
{
    const argo::DeclaredObject *before = judgement.change.inventories.base.find(object.id);
    if (!before)
        return;
    const argo::Declaration &live = blast::declarationFor(*before, {});
    const Way way = wayOf(judgement, object);
    const argo::Inventory &base = judgement.change.inventories.base;
    std::vector<std::string> clauses = addressedToOthers(judgement, live, base);
    if (!isOfFlux(deployerOf(live, base)) || way == Way::NamespaceDeleted || way == Way::OwnerDeleted)
        addWrongHalf(judgement, *live.manifest, way, clauses);
    addTooLate(judgement, live, way, clauses);
    if (!isOfFlux(deployerOf(live, base)))
        std::ranges::move(misspeltProtections(*live.manifest), std::back_inserter(clauses));
    if (clauses.empty())
        return;
    Finding finding;
    finding.id = object.id;
    finding.location = live.location;
    finding.message = say("{} at {} would be deleted in spite of its protection: {}.", argo::shortText(object.id),
                          placeOf(live), join(clauses, say("; ")));
    finding.help = mendOf(deployerOf(live, base));
    report(judgement, "protection-ineffective", Weight::Full, std::move(finding));
}

/// Entries that base does not have.
std::vector<std::string> onlyIn(std::vector<std::string> head, const std::vector<std::string> &base)
{
    std::erase_if(head, [&](const std::string &clause) { return std::ranges::find(base, clause) != base.end(); });
    return head;
}

/// What the change writes, in vain.
void judgeWritten(Judgement &judgement, const diff::ObjectChange &change)
{
    const argo::Declaration *now = change.winnerInHead();
    if (!now)
        return;
    const argo::Declaration *was = change.winnerInBase();
    std::vector<std::string> clauses = misspeltProtections(*now->manifest);
    std::vector<std::string> old = was ? misspeltProtections(*was->manifest) : std::vector<std::string>();
    std::ranges::move(addressedToOthers(judgement, *now, judgement.change.inventories.head),
                      std::back_inserter(clauses));
    if (was)
        std::ranges::move(addressedToOthers(judgement, *was, judgement.change.inventories.base),
                          std::back_inserter(old));
    clauses = onlyIn(std::move(clauses), old);
    if (clauses.empty())
        return;
    Finding finding;
    finding.id = change.id;
    finding.location = now->location;
    finding.message = say("{} at {} carries a protection that does nothing: {}.", argo::shortText(change.id),
                          placeOf(*now), join(clauses, say("; ")));
    finding.help = mendOf(deployerOf(*now, judgement.change.inventories.head));
    report(judgement, "protection-ineffective", Weight::Full, std::move(finding));
}

/// How many of an Application's objects go because its own option does not count in this version.
std::size_t countRelying(const Judgement &judgement, std::string_view option, const argo::Application &base)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        blast::deployedBy(judgement.change.inventories.base, base.id), [&](const argo::DeclaredObject *object) {
            const blast::AffectedObject *affected = judgement.radius.find(object->id);
            const kube::Manifest &live = *blast::declarationFor(*object, base.id).manifest;
            return affected && goes(*affected) && object->id != base.id &&
                   (wayOf(judgement, *affected) == Way::Prune) == (option == "Prune") &&
                   ownOption(judgement, option, live).empty();
        }));
}

/// An Application's own Prune or Delete where they do not count: told when the change writes it, or when something goes
/// that it was to keep.
void judgeApplicationOption(Judgement &judgement, std::string_view option, const argo::Application *base,
                            const argo::Application *head)
{
    const argo::Application &says = head ? *head : *base;
    const std::string text = std::string(option) + "=false";
    if (says.engine != argo::Engine::ArgoCd || !says.hasSyncOption(text))
        return;
    const std::size_t relying = base ? countRelying(judgement, option, *base) : 0;
    const bool isWritten = head && (!base || !base->hasSyncOption(text));
    if (relying == 0 && !isWritten)
        return;
    const auto &version = judgement.change.configuration.argoCdVersion;
    Finding finding;
    finding.id = says.id;
    finding.location = says.declaration.location;
    const std::string known =
        version
            ? say("this one is {}", *version)
            : say("which version this one is nobody says (argoCd.version in .noclobber.yaml, or --argo-cd-version)");
    const std::string rest =
        relying > 0 ? say(", and {} of it would be deleted.", counted(relying, "object")) : say(".");
    finding.message = say("{} at {} has {} among its sync options, which counts from Argo CD 3.4 on; {}{}",
                          blast::nameOf(says), placeOf(says.declaration), text, known, rest);
    const bool isCertain = version || relying > 0;
    report(judgement, "protection-ineffective", isCertain ? Weight::Full : Weight::AtMostNote, std::move(finding));
}

void judgeApplicationOptions(Judgement &judgement, const argo::Application *base, const argo::Application *head)
{
    if (!blast::applicationOptionsCount(judgement.change.configuration)) {
        judgeApplicationOption(judgement, "Prune", base, head);
        judgeApplicationOption(judgement, "Delete", base, head);
    }
    if (!head)
        return;
    const auto clauses = onlyIn(misspeltProtections(head->syncOptions),
                                base ? misspeltProtections(base->syncOptions) : std::vector<std::string>());
    if (clauses.empty())
        return;
    Finding finding;
    finding.id = head->id;
    finding.location = head->declaration.location;
    finding.message = say("{} at {} has a sync option that does nothing: {}.", blast::nameOf(*head),
                          placeOf(head->declaration), join(clauses, say("; ")));
    report(judgement, "protection-ineffective", Weight::Full, std::move(finding));
}

} // namespace

void judgeIneffectiveProtections(Judgement &judgement)
{
    for (const blast::AffectedObject &object : judgement.radius.objects) {
        if (goes(object) && !object.isDerived)
            judgeGoing(judgement, object);
    }
    for (const diff::ObjectChange &change : judgement.change.changes.changes)
        judgeWritten(judgement, change);
    const argo::Inventories &inventories = judgement.change.inventories;
    std::set<argo::ObjectId> judgedSets; // one finding for all that an ApplicationSet makes
    for (const argo::Application &head : inventories.head.applications) {
        if (!head.generatedBy || judgedSets.insert(*head.generatedBy).second)
            judgeApplicationOptions(judgement, inventories.base.findApplication(head.id), &head);
    }
    for (const argo::Application &base : inventories.base.applications) {
        if (!inventories.head.findApplication(base.id))
            judgeApplicationOptions(judgement, &base, nullptr);
    }
}

} // namespace noclobber::rules
