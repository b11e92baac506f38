#include "core/blast/flux.h"

#include "core/argo/engines.h"
#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"

namespace noclobber::blast {

namespace {

constexpr std::string_view prefix = "kustomize.toolkit.fluxcd.io/";

std::string quoted(std::string_view name, std::string_view value)
{
    return std::string(prefix) + std::string(name) + ": " + std::string(value);
}

/// What has Flux leave an object as it is, as long as it is there; "" if it does not.
std::string untouchedBy(const kube::Manifest &manifest)
{
    for (const auto &[name, value] :
         {std::pair("reconcile", "disabled"), std::pair("ssa", "Ignore"), std::pair("ssa", "IfNotPresent")}) {
        if (hasFluxOption(manifest, name, value))
            return quoted(name, value);
    }
    return {};
}

std::string immutableFields(const diff::ObjectChange &object)
{
    std::vector<std::string> names;
    for (const diff::FieldChange &field : object.fields) {
        if (field.isImmutable)
            names.push_back(field.path);
    }
    return names.empty() ? say("an immutable field") : join(names, ", ");
}

/// Why the end of a Kustomization or HelmRelease deletes nothing.
std::string whySpared(const argo::Application &deployer)
{
    if (deployer.flux.isSuspended)
        return say(" is suspended, and the end of a suspended one deletes nothing");
    if (deployer.flux.deletionPolicy == "Orphan")
        return say(" has deletionPolicy: Orphan");
    return say(" does not prune, so its end deletes nothing");
}

} // namespace

bool hasFluxOption(const kube::Manifest &manifest, std::string_view name, std::string_view value)
{
    const auto found = manifest.annotations.find(std::string(prefix) + std::string(name));
    return found != manifest.annotations.end() && lowered(found->second) == lowered(value);
}

std::string fluxProtection(const kube::Manifest &manifest)
{
    for (const auto &[name, value] :
         {std::pair("prune", "disabled"), std::pair("reconcile", "disabled"), std::pair("ssa", "Ignore")}) {
        if (hasFluxOption(manifest, name, value))
            return quoted(name, value);
    }
    return {};
}

Departure fluxDepartureFrom(const argo::Application &kustomization, const std::string &error)
{
    const std::string name = nameOf(kustomization);
    const argo::FluxSettings &flux = kustomization.flux;
    if (!error.empty())
        return {Effect::Blocked, say("{}, so Flux cannot build {} and neither applies nor prunes it", error, name)};
    if (!kustomization.prune)
        return {Effect::Orphaned, say("{} does not prune: it keeps running, managed by nobody", name)};
    if (flux.isSuspended)
        return {Effect::PrunePending, say("{} is suspended: it is deleted as soon as a person resumes it", name)};
    if (!flux.pause.empty())
        return {Effect::PrunePending,
                say("{}, so {} gets nothing new: it is deleted as soon as a person resumes that", flux.pause, name)};
    return {Effect::Pruned, say("{} prunes, so it is deleted", name)};
}

Departure fluxDepartureOf(const argo::Declaration &live, const Departure &general)
{
    const std::string protection = fluxProtection(*live.manifest);
    if (protection.empty() || (general.effect != Effect::Pruned && general.effect != Effect::PrunePending))
        return general;
    return {Effect::Kept, say("{} keeps it from being pruned", protection)};
}

Departure fluxCascadeOf(const argo::Declaration &live, const argo::Application &deployer)
{
    const std::string name = nameOf(deployer);
    if (!deployer.cascades())
        return {Effect::Orphaned, say("{}{}: it keeps running, managed by nobody", name, whySpared(deployer))};
    if (const std::string protection = fluxProtection(*live.manifest); !protection.empty())
        return {Effect::Kept, say("{} keeps it when its Flux Kustomization is deleted", protection)};
    const bool byPolicy = deployer.flux.deletionPolicy != "MirrorPrune";
    return {Effect::CascadeDeleted,
            say("{}{}, so its end deletes what it applied", name,
                byPolicy ? say(" has deletionPolicy: {}", deployer.flux.deletionPolicy) : say(" prunes"))};
}

UpdateEffect fluxUpdateEffect(const diff::ObjectChange &object, const argo::Declaration &target,
                              const argo::Application &kustomization)
{
    const std::string place = toText(target.location);
    const argo::Declaration *live = object.winnerInBase();
    std::string untouched = untouchedBy(*target.manifest);
    if (untouched.empty() && live)
        untouched = untouchedBy(*live->manifest);
    if (!untouched.empty())
        return {Effect::Kept, say("{} changes it, but {} has Flux leave it as it is", place, untouched)};
    if (!kustomization.specError.empty())
        return {Effect::Blocked, say("{} changes it, but {}, so Flux cannot build {} and applies nothing of it", place,
                                     kustomization.specError, nameOf(kustomization))};
    if (!object.flags.recreated) {
        const bool isOverwritten = object.status == diff::Status::Overwritten;
        return {Effect::Updated, isOverwritten ? say("{} now defines it", place) : say("{} changes it", place)};
    }
    const bool isForced = kustomization.flux.force || hasFluxOption(*target.manifest, "force", "enabled") ||
                          (live && hasFluxOption(*live->manifest, "force", "enabled"));
    if (isForced)
        return {
            Effect::Recreated,
            say("{} changes {}, which the API server refuses; force then has Flux delete the object and make it anew",
                place, immutableFields(object))};
    return {Effect::Blocked,
            say("{} changes {}, which the API server refuses: Flux applies nothing of {} while that is so", place,
                immutableFields(object), nameOf(kustomization))};
}

bool isReinstalled(const argo::Application &base, const argo::Application &head)
{
    return argo::isHelmRelease(base.id.key) && base.flux.releaseTarget != head.flux.releaseTarget;
}

} // namespace noclobber::blast
