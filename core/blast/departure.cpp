#include "core/blast/departure.h"

#include "core/base/say.h"
#include "core/blast/application_change.h"
#include "core/blast/deployments.h"
#include "core/blast/flux.h"
#include "core/blast/protections.h"

namespace noclobber::blast {

namespace {

/// Told when an option is there but cannot be counted: without the version nobody knows.
std::string versionRemark(std::string_view option, const argo::Application &application,
                          const argo::Configuration &configuration)
{
    if (applicationOptionsCount(configuration) || !application.hasSyncOption(std::string(option) + "=false"))
        return {};
    return say("; the Application's own {}=false counts only from Argo CD 3.4 on, and the configuration does not say "
               "that this is one",
               std::string(option));
}

/// What the removal of a Namespace's manifest comes to where its Application makes that Namespace itself.
std::string madeAnewRemark(const argo::Declaration &live, const argo::Application &application)
{
    if (!isNamespace(live.id) || application.destination.nameSpace != live.id.key.name ||
        !application.hasSyncOption("CreateNamespace=true"))
        return {};
    return say("; CreateNamespace=true then makes it anew, empty");
}

/// What is live, but no candidate for pruning or deletion by an Application; no words if it is one.
Departure notItsOwn(const argo::Declaration &live, const argo::Application &application,
                    const argo::Configuration &configuration)
{
    if (live.manifest->hasOwner)
        return {Effect::Kept,
                say("it has an owner, so Argo CD does not delete it by itself: it goes when its owner goes")};
    if (!isTracked(live, application, configuration))
        return {
            Effect::Kept,
            say("Argo CD does not mark CustomResourceDefinitions as an Application's own, so it does not prune it")};
    if (isNamespace(live.id) && application.managesNamespace && application.destination.nameSpace == live.id.key.name &&
        isArgoCdAtLeast(configuration, 3, 5))
        return {Effect::Kept, say("managedNamespaceMetadata of {} counts it as still wanted", nameOf(application))};
    return {};
}

} // namespace

Departure departureFrom(const argo::Application &application, const std::string &error, bool isLeftEmpty)
{
    if (application.engine == argo::Engine::Flux)
        return fluxDepartureFrom(application, error);
    const std::string name = nameOf(application);
    if (!error.empty())
        return {Effect::Blocked, say("{}, so Argo CD cannot compare {} and neither syncs nor prunes it", error, name)};
    if (!application.automated)
        return {Effect::PrunePending, say("{} syncs by hand: the next sync with prune deletes it", name)};
    if (!application.prune)
        return {Effect::PrunePending,
                say("{} does not prune by itself: it stays until a person syncs with prune", name)};
    if (isLeftEmpty && !application.allowEmpty)
        return {
            Effect::Blocked,
            say("nothing would be left of {} and allowEmpty is off, so Argo CD refuses to sync it by itself", name)};
    return {Effect::Pruned, say("{} prunes by itself, so it is deleted", name)};
}

Departure departureOf(const argo::Declaration &live, const argo::Application &application, const Departure &general,
                      const argo::Configuration &configuration)
{
    if (general.effect == Effect::Orphaned)
        return general; // out of reach, whatever it is
    if (application.engine == argo::Engine::Flux)
        return fluxDepartureOf(live, general);
    if (isHook(*live.manifest))
        return {Effect::Orphaned, say("it is a hook, and hooks are never pruned: what its last run left stays")};
    if (const Departure other = notItsOwn(live, application, configuration); !other.words.empty())
        return other;
    if (general.effect != Effect::Pruned && general.effect != Effect::PrunePending)
        return general;
    const Permission permission = permissionFor("Prune", *live.manifest, &application, configuration);
    if (permission == Permission::No)
        return {Effect::Kept, say("Prune=false keeps it from being pruned")};
    if (permission == Permission::Confirm)
        return {Effect::PrunePending, say("Prune=confirm: it is deleted when a person confirms it")};
    return {general.effect,
            general.words + madeAnewRemark(live, application) + versionRemark("Prune", application, configuration)};
}

Departure cascadeOf(const argo::Declaration &live, const argo::Application &application,
                    const argo::Configuration &configuration)
{
    if (application.engine == argo::Engine::Flux)
        return fluxCascadeOf(live, application);
    if (isCustomResourceDefinition(live.id))
        return {Effect::Kept, say("Argo CD never deletes a CustomResourceDefinition with its Application")};
    if (live.manifest->hasOwner)
        return notItsOwn(live, application, configuration);
    if (isKeptByHelm(*live.manifest))
        return {Effect::Kept, say("helm.sh/resource-policy: keep holds when its Application is deleted")};
    if (permissionFor("Delete", *live.manifest, &application, configuration) == Permission::No)
        return {Effect::Kept, say("Delete=false keeps it when its Application is deleted")};
    std::string words = say("{} carries the finalizer that deletes what it manages", nameOf(application));
    if (permissionFor("Prune", *live.manifest, &application, configuration) == Permission::No)
        words += say("; Prune=false does not hold here");
    return {Effect::CascadeDeleted, words + versionRemark("Delete", application, configuration)};
}

bool holdsUpDeletion(const argo::Declaration &live, const argo::Application &application,
                     const argo::Configuration &configuration)
{
    return permissionFor("Delete", *live.manifest, &application, configuration) == Permission::Confirm ||
           permissionFor("Prune", *live.manifest, &application, configuration) == Permission::Confirm;
}

bool isTracked(const argo::Declaration &live, const argo::Application &application,
               const argo::Configuration &configuration)
{
    if (!isCustomResourceDefinition(live.id) || live.manifest->annotations.contains("argocd.argoproj.io/tracking-id"))
        return true;
    // Unless the version says that annotations are what counts, the label may be.
    return live.manifest->instanceLabel == application.id.key.name && !isArgoCdAtLeast(configuration, 3, 0);
}

} // namespace noclobber::blast
