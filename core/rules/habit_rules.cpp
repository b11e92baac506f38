#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/base/say.h"
#include "core/blast/application_change.h"
#include "core/blast/protections.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

constexpr std::string_view sharedGuard = "FailOnSharedResource=true";

/// How many objects of one kind in base have a protection: the repository's own habit.
struct Habit {
    std::size_t guarded = 0;
    std::size_t all = 0;

    bool isSettled() const { return guarded * 2 > all; }
};

using GroupAndKind = std::pair<std::string, std::string>;

Weight weightBy(const Habit &habit)
{
    return habit.isSettled() ? Weight::AtLeastWarn : Weight::Full;
}

/// Objects that no declaration of base defines, without hooks and those the cluster names.
std::vector<const argo::Declaration *> newDeclarations(const Judgement &judgement)
{
    std::vector<const argo::Declaration *> declarations;
    for (const diff::ObjectChange &change : judgement.change.changes.changes) {
        if (change.head.empty() || argo::isGenerated(change.id) || judgement.change.inventories.base.find(change.id))
            continue;
        const argo::Declaration *now = change.winnerInHead() ? change.winnerInHead() : &change.head.back();
        if (!blast::isHook(*now->manifest))
            declarations.push_back(now);
    }
    return declarations;
}

/// Over all objects of a kind in base.
Habit protectionHabit(const Judgement &judgement, const kube::ResourceKey &like)
{
    const argo::Inventory &base = judgement.change.inventories.base;
    Habit habit;
    for (const argo::DeclaredObject *object : base.ofKind(like.group, like.kind)) {
        if (object->inEffect.empty())
            continue;
        ++habit.all;
        habit.guarded += std::ranges::all_of(object->inEffect, [&](std::size_t place) {
            return blast::isProtected(object->declarations[place], base, judgement.change.configuration);
        });
    }
    return habit;
}

Finding about(const argo::Declaration &declaration)
{
    Finding finding;
    finding.id = declaration.id;
    finding.location = declaration.location;
    return finding;
}

bool isOfFlux(const argo::Declaration &declaration, const argo::Inventory &inventory)
{
    const argo::Application *deployer =
        declaration.application ? inventory.findApplication(*declaration.application) : nullptr;
    return deployer && deployer->engine == argo::Engine::Flux;
}

bool isVolume(const argo::ObjectId &id)
{
    return id.key.group.empty() && id.key.kind == "PersistentVolume";
}

bool isStorageClass(const argo::ObjectId &id)
{
    return id.key.group == "storage.k8s.io" && id.key.kind == "StorageClass";
}

/// The policy in effect: as written, else what Kubernetes takes (a class: Delete, a volume made by hand: Retain).
std::string reclaimPolicy(Judgement &judgement, const argo::Declaration &declaration)
{
    const auto content = judgement.reader.content(declaration);
    if (!content || !*content)
        return {};
    const yaml::Node *spec = isVolume(declaration.id) ? (*content)->find("spec") : content->get();
    const std::string written =
        spec ? spec->text(isVolume(declaration.id) ? "persistentVolumeReclaimPolicy" : "reclaimPolicy") : std::string();
    if (!written.empty())
        return written;
    return isVolume(declaration.id) ? "Retain" : "Delete";
}

Habit reclaimHabit(Judgement &judgement, const argo::ObjectId &like)
{
    Habit habit;
    for (const argo::DeclaredObject *object : judgement.change.inventories.base.ofKind(like.key.group, like.key.kind)) {
        ++habit.all;
        habit.guarded += reclaimPolicy(judgement, blast::declarationFor(*object, {})) == "Retain";
    }
    return habit;
}

Habit sharedGuardHabit(const Judgement &judgement)
{
    Habit habit;
    for (const argo::Application &application : judgement.change.inventories.base.applications) {
        habit.all += application.engine == argo::Engine::ArgoCd;
        habit.guarded += application.engine == argo::Engine::ArgoCd && application.hasSyncOption(sharedGuard);
    }
    return habit;
}

} // namespace

void judgeMissingProtections(Judgement &judgement)
{
    const argo::Inventory &head = judgement.change.inventories.head;
    const argo::Configuration &configuration = judgement.change.configuration;
    std::vector<const argo::Declaration *> missing = newDeclarations(judgement);
    std::erase_if(missing, [&](const argo::Declaration *declaration) {
        return !blast::isStateful(configuration, declaration->id.key) ||
               blast::isProtected(*declaration, head, configuration);
    });
    std::map<GroupAndKind, Habit> habits;
    for (const argo::Declaration *declaration : missing) {
        const kube::ResourceKey &key = declaration->id.key;
        const auto [known, isNew] = habits.try_emplace({key.group, key.kind});
        if (isNew)
            known->second = protectionHabit(judgement, key);
        const Habit &habit = known->second;
        Finding finding = about(*declaration);
        finding.message = say("{}{} at {} holds state, and has no protection against deletion", newText(judgement),
                              argo::shortText(declaration->id), placeOf(*declaration));
        finding.message += habit.isSettled()
                               ? say("; of its kind {} of {} in base have that protection.", habit.guarded, habit.all)
                               : say(".");
        if (isOfFlux(*declaration, head))
            finding.help =
                say("Annotate it with kustomize.toolkit.fluxcd.io/prune: disabled. `noclobber audit --fix` writes it.");
        report(judgement, "missing-prune-protection", weightBy(habit), std::move(finding));
    }
}

void judgeMissingSharedGuards(Judgement &judgement)
{
    const Habit habit = sharedGuardHabit(judgement);
    std::set<argo::ObjectId> judgedSets; // one finding for all that an ApplicationSet makes
    for (const argo::Application &application : judgement.change.inventories.head.applications) {
        if (application.engine != argo::Engine::ArgoCd || application.hasSyncOption(sharedGuard) ||
            judgement.change.inventories.base.findApplication(application.id) ||
            (application.generatedBy && !judgedSets.insert(*application.generatedBy).second))
            continue;
        Finding finding = about(application.declaration);
        finding.id = application.id;
        finding.message =
            say("{}{} at {} has no FailOnSharedResource=true: it takes over what belongs to another Application",
                newText(judgement), blast::nameOf(application), placeOf(application.declaration));
        finding.message += habit.isSettled()
                               ? say("; of the Applications {} of {} in base have it.", habit.guarded, habit.all)
                               : say(".");
        report(judgement, "missing-shared-resource-guard", weightBy(habit), std::move(finding));
    }
}

void judgeReclaimPolicies(Judgement &judgement)
{
    if (severityOf(judgement.change.configuration, "reclaim-policy-delete") == Severity::Off)
        return;                          // it reads every volume of base
    std::map<std::string, Habit> habits; // by kind
    for (const argo::Declaration *declaration : newDeclarations(judgement)) {
        if (!isVolume(declaration->id) && !isStorageClass(declaration->id))
            continue;
        const std::string policy = reclaimPolicy(judgement, *declaration);
        if (policy.empty() || policy == "Retain") // empty: it cannot be read, which is told
            continue;
        const std::string &kind = declaration->id.key.kind;
        if (!habits.contains(kind))
            habits[kind] = reclaimHabit(judgement, declaration->id);
        const Habit &habit = habits[kind];
        Finding finding = about(*declaration);
        finding.message =
            say("{}{} at {} has the reclaim policy {}: when a claim of it is deleted, the volume and its data go too",
                newText(judgement), argo::shortText(declaration->id), placeOf(*declaration), policy);
        finding.message +=
            habit.isSettled() ? say("; of its kind {} of {} in base have Retain.", habit.guarded, habit.all) : say(".");
        report(judgement, "reclaim-policy-delete", weightBy(habit), std::move(finding));
    }
}

} // namespace noclobber::rules
