#include "core/blast/protections.h"

#include <algorithm>
#include <charconv>

#include "core/base/text.h"
#include "core/blast/flux.h"

namespace noclobber::blast {

namespace {

/// The value of an annotation, or "".
std::string_view annotation(const kube::Manifest &manifest, const std::string &key)
{
    const auto found = manifest.annotations.find(key);
    return found == manifest.annotations.end() ? std::string_view() : std::string_view(found->second);
}

const std::string syncOptions = "argocd.argoproj.io/sync-options";
const std::string hook = "argocd.argoproj.io/hook";
const std::string helmHook = "helm.sh/hook";
const std::string helmPolicy = "helm.sh/resource-policy";

int leadingNumber(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::optional<Permission> spokenPermission(std::string_view option, const std::vector<std::string> &options)
{
    std::optional<Permission> spoken;
    for (const std::string &entry : options) {
        if (entry.size() <= option.size() || !entry.starts_with(option) || entry[option.size()] != '=')
            continue;
        const std::string_view value = std::string_view(entry).substr(option.size() + 1);
        if (value == "false")
            spoken = Permission::No;
        else if (value == "confirm" && spoken != Permission::No)
            spoken = Permission::Confirm;
        else if (value == "true" && !spoken)
            spoken = Permission::Yes;
    }
    return spoken;
}

} // namespace

std::vector<std::string> syncOptionsOf(const kube::Manifest &manifest)
{
    std::vector<std::string> options;
    const std::string_view text = annotation(manifest, syncOptions);
    if (text.empty())
        return options;
    for (const std::string &entry : split(text, ',')) {
        if (const std::string_view option = trimmed(entry); !option.empty())
            options.emplace_back(option);
    }
    return options;
}

bool hasSyncOption(const kube::Manifest &manifest, std::string_view option)
{
    const std::vector<std::string> options = syncOptionsOf(manifest);
    return std::ranges::find(options, option) != options.end();
}

bool isArgoCdAtLeast(const argo::Configuration &configuration, int major, int minor)
{
    if (!configuration.argoCdVersion)
        return false;
    std::string_view version = *configuration.argoCdVersion;
    if (version.starts_with('v'))
        version.remove_prefix(1);
    const std::size_t dot = version.find('.');
    const int itsMajor = leadingNumber(version);
    const int itsMinor = dot == std::string_view::npos ? 0 : leadingNumber(version.substr(dot + 1));
    return itsMajor > major || (itsMajor == major && itsMinor >= minor);
}

bool applicationOptionsCount(const argo::Configuration &configuration)
{
    return isArgoCdAtLeast(configuration, 3, 4);
}

Permission permissionFor(std::string_view option, const kube::Manifest &manifest, const argo::Application *application,
                         const argo::Configuration &configuration)
{
    if (application && application->engine == argo::Engine::Flux)
        return Permission::Yes; // it asks for annotations of its own
    if (!manifest.annotations.empty()) {
        if (const auto own = spokenPermission(option, syncOptionsOf(manifest)))
            return *own;
    }
    if (application && applicationOptionsCount(configuration)) {
        if (const auto general = spokenPermission(option, application->syncOptions))
            return *general;
    }
    return Permission::Yes;
}

std::vector<std::string> protectionsOf(const kube::Manifest &manifest, const argo::Application *application,
                                       const argo::Configuration &configuration)
{
    std::vector<std::string> protections;
    const auto add = [&](const std::string &option) {
        const auto own = spokenPermission(option, syncOptionsOf(manifest));
        const Permission permission = permissionFor(option, manifest, application, configuration);
        if (permission == Permission::Yes)
            return;
        std::string text = option + (permission == Permission::No ? "=false" : "=confirm");
        if (!own)
            text += " (Application " + argo::applicationName(application->id) + ")";
        protections.push_back(text);
    };
    const std::string ofFlux = fluxProtection(manifest);
    if (!ofFlux.empty() && (!application || application->engine == argo::Engine::Flux))
        protections.push_back(ofFlux);
    if (application && application->engine == argo::Engine::Flux)
        return protections;
    add("Prune");
    add("Delete");
    if (isKeptByHelm(manifest))
        protections.emplace_back("helm.sh/resource-policy: keep");
    return protections;
}

bool isKeptByHelm(const kube::Manifest &manifest)
{
    return annotation(manifest, helmPolicy) == "keep";
}

bool isHook(const kube::Manifest &manifest)
{
    if (manifest.annotations.empty())
        return false; // by far the most
    if (manifest.annotations.contains(hook))
        return true;
    for (const std::string &entry : split(annotation(manifest, helmHook), ',')) {
        const std::string_view word = trimmed(entry);
        if (!word.empty() && word != "crd-install") // Argo CD applies those as ordinary objects
            return true;
    }
    return false;
}

bool isProtected(const argo::Declaration &declaration, const argo::Inventory &inventory,
                 const argo::Configuration &configuration)
{
    if (declaration.manifest->annotations.empty() && !applicationOptionsCount(configuration))
        return false; // by far the most
    const argo::Application *application =
        declaration.application ? inventory.findApplication(*declaration.application) : nullptr;
    if (application && application->engine == argo::Engine::Flux)
        return !fluxProtection(*declaration.manifest).empty();
    return permissionFor("Prune", *declaration.manifest, application, configuration) == Permission::No &&
           permissionFor("Delete", *declaration.manifest, application, configuration) == Permission::No;
}

} // namespace noclobber::blast
