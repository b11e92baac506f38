#include "tests/support/change_case.h"

#include <QtGlobal>
#include <array>

#include "core/base/text.h"

namespace noclobber::test {

namespace {

constexpr std::string_view address = "https://git.example.com/fixtures/manifests.git";

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", result.error().message.c_str());
    return std::move(*result);
}

argo::Configuration configurationOf(const git::Files &base)
{
    argo::Configuration configuration;
    if (const auto file = base.find(".noclobber.yaml"); file != base.end())
        configuration = must(argo::readConfiguration(file->second, file->first));
    if (configuration.repositories.empty())
        configuration.repositories = {std::string(address)};
    return configuration;
}

std::string annotationsText(const std::string &annotations)
{
    return annotations.empty() ? "" : "  annotations: {" + annotations + "}\n";
}

} // namespace

ChangeCase::ChangeCase(const git::Files &base, const git::Files &head) : m_repository(base, head)
{
    m_read = std::unique_ptr<Read>(
        new Read{must(git::compare({m_repository.path(), "main", "change"}, {})), configurationOf(base), {}, {}, {}});
    m_read->inventories = must(argo::readInventories(m_read->comparison, m_read->configuration, {1}, {}));
    m_read->changes = must(diff::compareInventories(m_read->comparison, m_read->inventories, 1, {}));
    m_read->radius = must(blast::traceBlastRadius(m_read->change, {}));
}

std::string ChangeCase::effects() const
{
    static constexpr std::array effectNames = {"pruned",   "cascade-deleted", "recreated", "prune-pending", "blocked",
                                               "orphaned", "adopted",         "kept",      "created",       "updated"};
    static constexpr std::array fateNames = {"lost", "at-risk", "retained", "kept", "none"};
    std::string text;
    for (const blast::AffectedObject &object : radius().objects) {
        if (object.effect >= blast::Effect::Created)
            continue;
        text += std::string(effectNames[static_cast<std::size_t>(object.effect)]) + " " +
                fateNames[static_cast<std::size_t>(object.dataFate)] + (object.isDerived ? " derived " : " ") +
                argo::toText(object.id) + "\n";
    }
    return text;
}

const blast::AffectedObject &ChangeCase::object(const std::string &id) const
{
    for (const blast::AffectedObject &object : radius().objects) {
        if (argo::toText(object.id) == id)
            return object;
    }
    qFatal("%s is not affected", id.c_str());
}

std::string ChangeCase::because(const std::string &id) const
{
    std::string text;
    for (const blast::Reason &reason : object(id).because)
        text += argo::toText(reason.id) + ": " + reason.text + "\n";
    return text;
}

std::string deployed(const std::string &name, const std::string &path, const Deployed &more)
{
    std::string text = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: " + name +
                       "\n  namespace: argocd\n" + annotationsText(more.annotations);
    if (!more.finalizer.empty())
        text += "  finalizers: [" + more.finalizer + "]\n";
    text += "spec:\n  project: default\n  source: {repoURL: '" + std::string(address) + "', path: " + path +
            "}\n  destination: {server: '" + more.server + "', namespace: " + more.nameSpace + "}\n  syncPolicy:\n";
    if (more.automated != "-")
        text += "    automated: {" + more.automated + "}\n";
    return text + "    syncOptions: [" + more.syncOptions + "]\n";
}

std::string configMap(const std::string &nameSpace, const std::string &name, const std::string &value,
                      const std::string &annotations)
{
    return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name + "\n  namespace: " + nameSpace + "\n" +
           annotationsText(annotations) + "data: {mode: " + value + ", owner: " + name + "}\n";
}

std::string claim(const std::string &nameSpace, const std::string &name, const std::string &storageClass,
                  const std::string &annotations)
{
    return "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: " + name + "\n  namespace: " + nameSpace +
           "\n" + annotationsText(annotations) + "spec:\n" +
           (storageClass.empty() ? "" : "  storageClassName: " + storageClass + "\n") +
           "  resources: {requests: {storage: 10Gi}}\n";
}

std::string storageClass(const std::string &name, const std::string &reclaimPolicy)
{
    return "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: " + name +
           "}\nprovisioner: ebs.csi.aws.com\n" +
           (reclaimPolicy.empty() ? "" : "reclaimPolicy: " + reclaimPolicy + "\n");
}

std::string syncOptions(const std::string &options)
{
    return "argocd.argoproj.io/sync-options: '" + options + "'";
}

std::string documents(const std::vector<std::string> &texts)
{
    return join(texts, "---\n");
}

git::Files with(git::Files files, const std::string &path, const std::string &text)
{
    files[path] = text;
    return files;
}

git::Files without(git::Files files, const std::string &path)
{
    files.erase(path);
    return files;
}

} // namespace noclobber::test
