#include "core/blast/update_effect.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/blast/deployments.h"
#include "core/blast/flux.h"
#include "core/blast/protections.h"

namespace noclobber::blast {

namespace {

bool isNew(const diff::ObjectChange &object)
{
    return object.status == diff::Status::Added ||
           (object.status == diff::Status::Renamed && object.renamedFrom.has_value());
}

bool isUpdated(const diff::ObjectChange &object)
{
    switch (object.status) {
    case diff::Status::Overwritten:
    case diff::Status::Modified:
        return true;
    case diff::Status::Moved:
    case diff::Status::Shadowed: // a new copy does nothing, but the winner may be edited beside it
        return !object.fields.empty();
    default:
        return false;
    }
}

const argo::Declaration *lastOf(const Few<argo::Declaration> &declarations, const std::optional<std::size_t> &winner)
{
    if (winner)
        return &declarations[*winner];
    return declarations.empty() ? nullptr : &declarations.back();
}

/// Whether the option holds for a sync of this object: on what is synced, on what is live, or on the whole Application.
/// While several contend for it, one that has it is enough.
bool isSyncedWith(std::string_view option, const Change &change, const diff::ObjectChange &object)
{
    const argo::DeclaredObject *live = change.inventories.base.find(object.id);
    const argo::DeclaredObject *target = change.inventories.head.find(object.id);
    const auto carries = [&](const argo::DeclaredObject &declared, std::size_t place) {
        return hasSyncOption(*declared.declarations[place].manifest, option);
    };
    const auto isOfApplication = [&](std::size_t place) {
        const auto &deployer = target->declarations[place].application;
        const argo::Application *application = deployer ? change.inventories.head.findApplication(*deployer) : nullptr;
        return application && application->hasSyncOption(option);
    };
    return (live && std::ranges::any_of(live->inEffect, [&](std::size_t place) { return carries(*live, place); })) ||
           (target && std::ranges::any_of(target->inEffect, [&](std::size_t place) {
                return carries(*target, place) || isOfApplication(place);
            }));
}

/// Why the API server refuses the update as such: by its kind's immutable fields, else by another object.
std::optional<Refusal> refusalOf(const diff::ObjectChange &object, const Refusals &refusals)
{
    const auto found = refusals.find(object.id);
    if (!object.flags.recreated)
        return found == refusals.end() ? std::nullopt : std::optional(found->second);
    std::string names;
    for (const diff::FieldChange &field : object.fields) {
        if (field.isImmutable)
            names += (names.empty() ? "" : ", ") + field.path;
    }
    return Refusal{names.empty() ? say("an immutable field") : names, true};
}

/// Whether Argo CD applies it by kubectl auth reconcile: a binding of rbac/v1, without Replace or server-side apply.
/// Source: gitops-engine/pkg/utils/kube/resource_ops.go.
bool isReconciledBinding(const Change &change, const diff::ObjectChange &object)
{
    const kube::ResourceKey &key = object.id.key;
    if (key.group != "rbac.authorization.k8s.io" || (key.kind != "RoleBinding" && key.kind != "ClusterRoleBinding"))
        return false;
    const argo::Declaration *target = lastOf(object.head, object.headWinner);
    const argo::Application *application =
        target && target->application ? change.inventories.head.findApplication(*target->application) : nullptr;
    return application && application->engine == argo::Engine::ArgoCd &&
           target->manifest->apiVersion == "rbac.authorization.k8s.io/v1" &&
           !isSyncedWith("Replace=true", change, object) && !isSyncedWith("ServerSideApply=true", change, object);
}

/// What an update comes to that cannot be applied as it is.
UpdateEffect effectOfRefusal(const Change &change, const diff::ObjectChange &object, const Refusal &refusal,
                             bool isForced)
{
    const argo::Declaration &target = *lastOf(object.head, object.headWinner);
    const std::string place = toText(target.location);
    if (isGenerated(object.id))
        return {Effect::Updated, say("{} changes it: the next sync makes a new one under a new name, and what earlier "
                                     "syncs made stays as it is",
                                     place)};
    if (isHook(*target.manifest))
        return {Effect::Updated,
                say("{} changes it; it is a hook, which Argo CD deletes and makes anew when it runs", place)};
    const std::string refused = say("{} changes {}, which the API server refuses", place, refusal.words);
    if (isForced && refusal.isInvalid)
        return {Effect::Recreated, say("{}; Force=true then deletes the object and makes it anew", refused)};
    if (isReconciledBinding(change, object))
        return {Effect::Recreated, say("{}; Argo CD applies a binding by kubectl auth reconcile, which deletes it and "
                                       "makes it anew: for a moment nobody has the permission",
                                       refused)};
    return {Effect::Blocked, say("{}: the sync fails and the object stays as it is", refused)};
}

} // namespace

std::optional<UpdateEffect> updateEffect(const Change &change, const diff::ObjectChange &object,
                                         const Refusals &refusals)
{
    const argo::Declaration *target = lastOf(object.head, object.headWinner);
    if (!target)
        return {};
    const std::string place = toText(target->location);
    if (isNew(object))
        return UpdateEffect{Effect::Created, say("{} declares it anew", place)};
    if (!isUpdated(object))
        return {};
    const argo::Application *deployer =
        target->application ? change.inventories.head.findApplication(*target->application) : nullptr;
    if (deployer && deployer->engine == argo::Engine::Flux)
        return fluxUpdateEffect(object, *target, *deployer);
    const bool isForced = isSyncedWith("Force=true", change, object);
    const bool isReplaced = isSyncedWith("Replace=true", change, object);
    const bool isReplacedInPlace = isReplaced && (isNamespace(object.id) || isCustomResourceDefinition(object.id));
    if (isForced && isReplaced && !isReplacedInPlace)
        return UpdateEffect{
            Effect::Recreated,
            say("{} changes it, and Replace=true with Force=true deletes it and makes it anew at every change", place)};
    if (const auto refusal = refusalOf(object, refusals))
        return effectOfRefusal(change, object, *refusal, isForced && !isReplacedInPlace);
    const bool isOverwritten = object.status == diff::Status::Overwritten;
    return UpdateEffect{Effect::Updated, isOverwritten ? say("{} now defines it", place) : say("{} changes it", place)};
}

} // namespace noclobber::blast
