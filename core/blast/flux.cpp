#include "core/blast/flux.h"

#include "core/argo/engines.h"
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
    return names.empty() ? "an immutable field" : join(names, ", ");
}

/// Why the end of a Kustomization or HelmRelease deletes nothing.
std::string whySpared(const argo::Application &deployer)
{
    if (deployer.flux.isSuspended)
        return " is suspended, and the end of a suspended one deletes nothing";
    if (deployer.flux.deletionPolicy == "Orphan")
        return " has deletionPolicy: Orphan";
    return " does not prune, so its end deletes nothing";
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
        return {Effect::Blocked, error + ", so Flux cannot build " + name + " and neither applies nor prunes it"};
    if (!kustomization.prune)
        return {Effect::Orphaned, name + " does not prune: it keeps running, managed by nobody"};
    if (flux.isSuspended)
        return {Effect::PrunePending, name + " is suspended: it is deleted as soon as a person resumes it"};
    if (!flux.pause.empty())
        return {Effect::PrunePending,
                flux.pause + ", so " + name + " gets nothing new: it is deleted as soon as a person resumes that"};
    return {Effect::Pruned, name + " prunes, so it is deleted"};
}

Departure fluxDepartureOf(const argo::Declaration &live, const Departure &general)
{
    const std::string protection = fluxProtection(*live.manifest);
    if (protection.empty() || (general.effect != Effect::Pruned && general.effect != Effect::PrunePending))
        return general;
    return {Effect::Kept, protection + " keeps it from being pruned"};
}

Departure fluxCascadeOf(const argo::Declaration &live, const argo::Application &deployer)
{
    const std::string name = nameOf(deployer);
    if (!deployer.cascades())
        return {Effect::Orphaned, name + whySpared(deployer) + ": it keeps running, managed by nobody"};
    if (const std::string protection = fluxProtection(*live.manifest); !protection.empty())
        return {Effect::Kept, protection + " keeps it when its Flux Kustomization is deleted"};
    const bool byPolicy = deployer.flux.deletionPolicy != "MirrorPrune";
    return {Effect::CascadeDeleted,
            name + (byPolicy ? " has deletionPolicy: " + deployer.flux.deletionPolicy : " prunes") +
                ", so its end deletes what it applied"};
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
        return {Effect::Kept, place + " changes it, but " + untouched + " has Flux leave it as it is"};
    if (!kustomization.specError.empty())
        return {Effect::Blocked, place + " changes it, but " + kustomization.specError +
                                     ", so Flux cannot "
                                     "build " +
                                     nameOf(kustomization) + " and applies nothing of it"};
    if (!object.flags.recreated) {
        const bool isOverwritten = object.status == diff::Status::Overwritten;
        return {Effect::Updated, place + (isOverwritten ? " now defines it" : " changes it")};
    }
    const bool isForced = kustomization.flux.force || hasFluxOption(*target.manifest, "force", "enabled") ||
                          (live && hasFluxOption(*live->manifest, "force", "enabled"));
    if (isForced)
        return {Effect::Recreated, place + " changes " + immutableFields(object) +
                                       ", which the API server refuses; force then has Flux delete the "
                                       "object and make it anew"};
    return {Effect::Blocked, place + " changes " + immutableFields(object) +
                                 ", which the API server refuses: Flux applies nothing of " + nameOf(kustomization) +
                                 " while that is so"};
}

bool isReinstalled(const argo::Application &base, const argo::Application &head)
{
    return argo::isHelmRelease(base.id.key) && base.flux.releaseTarget != head.flux.releaseTarget;
}

} // namespace noclobber::blast
