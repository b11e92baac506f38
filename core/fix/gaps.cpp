#include "core/fix/gaps.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/blast/protections.h"
#include "core/fix/fix.h"

namespace noclobber::fix {

namespace {

constexpr std::string_view missingProtection = "missing-prune-protection";
constexpr std::string_view missingGuard = "missing-shared-resource-guard";
constexpr std::string_view reclaimDelete = "reclaim-policy-delete";
constexpr std::string_view guard = "FailOnSharedResource";

/// Whether a template's mark stands in the text: `{{ x }}`, `${X}`, `<NAME>`.
bool hasPlaceholder(std::string_view text)
{
    const std::size_t angle = text.find('<');
    return text.find("{{") != std::string_view::npos || text.find("${") != std::string_view::npos ||
           (angle != std::string_view::npos && text.find('>', angle) != std::string_view::npos);
}

/// What an option is set to in a list of options, "Prune=confirm"; "" if it is not.
std::string spoken(const std::vector<std::string> &options, std::string_view option)
{
    const auto found = std::ranges::find_if(options, [&](const std::string &entry) {
        return entry.starts_with(option) && entry.size() > option.size() && entry[option.size()] == '=';
    });
    return found == options.end() ? std::string() : *found;
}

std::string decided(const std::string &option)
{
    return say("It says {}, which somebody decided: change that by hand.", option);
}

/// Flux asks for an annotation of its own. Source: https://fluxcd.io/flux/components/kustomize/kustomizations/#prune
void addFluxProtection(Gap &gap)
{
    const std::string key = "kustomize.toolkit.fluxcd.io/prune";
    const auto &annotations = gap.declaration->manifest->annotations;
    const auto found = annotations.find(key);
    gap.wish = {Wish::Form::Text, {"metadata", "annotations", key}, {}};
    if (found == annotations.end() || found->second != "disabled")
        gap.wish.values = {"disabled"};
    if (found != annotations.end())
        gap.refusal = decided(key + ": " + found->second);
}

void addProtection(Gap &gap, const argo::Application *application, const argo::Configuration &configuration)
{
    if (application && application->engine == argo::Engine::Flux)
        return addFluxProtection(gap);
    const kube::Manifest &manifest = *gap.declaration->manifest;
    gap.wish = {Wish::Form::Options, {"metadata", "annotations", "argocd.argoproj.io/sync-options"}, {}};
    for (const std::string option : {"Prune", "Delete"}) {
        if (blast::permissionFor(option, manifest, application, configuration) == blast::Permission::No)
            continue;
        if (const std::string other = spoken(blast::syncOptionsOf(manifest), option); !other.empty())
            gap.refusal = decided(other);
        gap.wish.values.push_back(option + "=false");
    }
}

void addGuard(Gap &gap, const argo::Application *application)
{
    gap.wish = {Wish::Form::Item, {"spec", "syncPolicy", "syncOptions"}, {std::string(guard) + "=true"}};
    if (!application)
        return;
    if (application->generatedBy)
        gap.refusal =
            say("{} generates it: add FailOnSharedResource=true to spec.template.spec.syncPolicy.syncOptions there.",
                argo::shortText(*application->generatedBy));
    else if (const std::string other = spoken(application->syncOptions, guard); !other.empty())
        gap.refusal = decided(other);
}

void addRetain(Gap &gap, const argo::Application *application)
{
    const kube::Manifest &manifest = *gap.declaration->manifest;
    if (manifest.kind == "PersistentVolume") {
        gap.wish = {Wish::Form::Text, {"spec", "persistentVolumeReclaimPolicy"}, {"Retain"}};
        return;
    }
    gap.wish = {Wish::Form::Text, {"reclaimPolicy"}, {"Retain"}};
    const bool isForced =
        blast::hasSyncOption(manifest, "Force=true") || (application && application->hasSyncOption("Force=true"));
    if (!isForced) // with Force the class is made anew: volumes do not notice
        gap.refusal = say(
            "The API server refuses another reclaimPolicy of a StorageClass that exists. Make a class of another name "
            "with Retain for new claims, and set persistentVolumeReclaimPolicy: Retain on the volumes that exist.");
}

/// The declarations in effect of what a finding is about, and the one it names.
std::vector<const argo::Declaration *> declarationsOf(const rules::Finding &finding, const argo::Inventory &inventory)
{
    std::vector<const argo::Declaration *> declarations;
    const argo::DeclaredObject *object = inventory.find(finding.id);
    for (std::size_t place = 0; object && place < object->declarations.size(); ++place) {
        const argo::Declaration &declaration = object->declarations[place];
        if (std::ranges::find(object->inEffect, place) != object->inEffect.end() ||
            declaration.location == finding.location)
            declarations.push_back(&declaration);
    }
    const argo::Application *application = inventory.findApplication(finding.id);
    if (!object && application) // of another scope than those that are kept, or generated
        declarations.push_back(&application->declaration);
    return declarations;
}

} // namespace

bool isFixable(std::string_view rule)
{
    return rule == missingProtection || rule == missingGuard || rule == reclaimDelete;
}

std::vector<Gap> gapsOf(const rules::Finding &finding, const argo::Inventory &inventory,
                        const argo::Configuration &configuration)
{
    std::vector<Gap> gaps;
    for (const argo::Declaration *declaration : declarationsOf(finding, inventory)) {
        const argo::Application *deployer =
            declaration->application ? inventory.findApplication(*declaration->application) : nullptr;
        Gap gap{finding.rule, finding.id, declaration, {}, {}};
        if (finding.rule == missingProtection)
            addProtection(gap, deployer, configuration);
        else if (finding.rule == missingGuard)
            addGuard(gap, inventory.findApplication(finding.id));
        else
            addRetain(gap, deployer);
        if (gap.wish.values.empty()) // this one has it
            continue;
        const kube::Manifest &manifest = *declaration->manifest;
        if (hasPlaceholder(manifest.name) || hasPlaceholder(manifest.generateName) ||
            hasPlaceholder(manifest.nameSpace))
            gap.refusal = say("Its name is a placeholder: mend it where that is filled in.");
        gaps.push_back(std::move(gap));
    }
    return gaps;
}

} // namespace noclobber::fix
