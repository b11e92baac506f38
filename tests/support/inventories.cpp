#include "tests/support/inventories.h"

#include <QtGlobal>
#include <algorithm>

#include "tests/support/scratch_repository.h"

namespace noclobber::test {

argo::Inventories readInventories(const git::Files &base, const git::Files &head)
{
    const ScratchRepository repository(base, head);
    const auto comparison = git::compare({repository.path(), "main", "change"}, {});
    if (!comparison)
        qFatal("%s", comparison.error().message.c_str());
    argo::Configuration configuration;
    if (const auto file = base.find(".noclobber.yaml"); file != base.end()) {
        const auto read = argo::readConfiguration(file->second, file->first);
        if (!read)
            qFatal("%s", read.error().message.c_str());
        configuration = *read;
    }
    auto inventories = argo::readInventories(*comparison, configuration, {2}, {});
    if (!inventories)
        qFatal("%s", inventories.error().message.c_str());
    return *inventories;
}

std::string printObjects(const argo::Inventory &inventory)
{
    std::string text;
    for (const argo::DeclaredObject &object : inventory.objects) {
        text += toText(object.id) + " <";
        for (std::size_t i = 0; i < object.declarations.size(); ++i) {
            const argo::Declaration &declaration = object.declarations[i];
            const bool isInEffect = std::ranges::find(object.inEffect, i) != object.inEffect.end();
            text += std::string(" ") + (isInEffect ? "*" : "") + declaration.location.path + "#" +
                    std::to_string(declaration.location.document);
            if (declaration.location.item > 0)
                text += "." + std::to_string(declaration.location.item);
            if (declaration.application)
                text += "@" + declaration.application->key.name;
        }
        text += "\n";
    }
    return text;
}

std::string manifest(const std::string &apiVersion, const std::string &kind, const std::string &nameSpace,
                     const std::string &name, const std::string &more)
{
    return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata:\n  name: " + name + "\n" +
           (nameSpace.empty() ? "" : "  namespace: " + nameSpace + "\n") + more;
}

std::string application(const std::string &name, const std::string &path, const std::string &destination,
                        const std::string &nameSpace, const std::string &moreSpec)
{
    return manifest(
        "argoproj.io/v1alpha1", "Application", "argocd", name,
        "spec:\n  project: default\n  source:\n    repoURL: https://git.example.com/a.git\n    path: " + path +
            "\n  destination:\n    " + destination + "\n    namespace: " + nameSpace + "\n" + moreSpec);
}

} // namespace noclobber::test
