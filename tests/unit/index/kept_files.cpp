#include "tests/unit/index/kept_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/base/digest.h"

namespace noclobber::test {

index::Reading readingOf(const std::string &text, yaml::TextFormat format)
{
    index::Reading reading;
    const Digest digest = sha256(text);
    std::ranges::copy_n(digest.bytes.begin(), 20, reading.key.blob.bytes.begin());
    reading.key.format = format;
    reading.manifests = std::make_shared<const kube::FileManifests>(kube::readManifests(text, format));
    reading.origin = index::Origin::Blob;
    return reading;
}

std::vector<index::Reading> variedReadings()
{
    std::vector<index::Reading> readings;
    for (const char *text : {
             "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: shop\n",
             "# a comment\napiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  namespace: shop\n  name: db\n"
             "  annotations:\n    argocd.argoproj.io/sync-options: Prune=false\n    helm.sh/resource-policy: keep\n"
             "  labels: {app.kubernetes.io/instance: shop}\n  ownerReferences: [{name: owner}]\n"
             "---\napiVersion: batch/v1\nkind: Job\nmetadata: {generateName: run-}\n---\nsettings: true\n",
             "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a.example.com}\n"
             "spec: {group: example.com, scope: Cluster, names: {kind: Ledger}}\n",
             "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: b.example.com}\n"
             "spec: {group: example.com, scope: Strange, names: {kind: Book}}\n",
             "apiVersion: v1\nkind: Secret\nmetadata:\n  name: c\n  labels: {argocd.argoproj.io/secret-type: cluster}\n"
             "stringData: {name: east, server: https://east.example.com, config: hidden}\n",
             "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web, finalizers: [a, b]}\n"
             "spec:\n  syncPolicy: {automated: {prune: true}, retry: {limit: 5}}\n  source: null\n",
             "apiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata: {name: a}\n- metadata: {name: b}\n",
             "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: twice, name: twice}\n# +argocd:skip-file-rendering\n",
             "apiVersion: v1\nkind: Service\nmetadata: {name: 123}\n---\na: b: c\n",
             "",
         })
        readings.push_back(readingOf(text));
    readings.push_back(readingOf(R"({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "json"}})",
                                 yaml::TextFormat::Json));
    return readings;
}

namespace {

/// The line of every node, keys' lines too.
std::string lines(const yaml::Node &node)
{
    std::string all = std::to_string(node.line) + ' ';
    for (const yaml::Node &item : node.items)
        all += lines(item);
    for (const yaml::Field &field : node.fields)
        all += std::to_string(field.line) + ':' + lines(field.value);
    return all;
}

} // namespace

std::string print(const kube::FileManifests &file)
{
    std::ostringstream text;
    const auto word = [&](std::string_view value) { text << '"' << value << "\" "; };
    for (const auto &manifest : file.manifests) {
        text << "manifest ";
        for (const std::string_view value :
             {std::string_view(manifest->apiVersion), std::string_view(manifest->group),
              std::string_view(manifest->kind), std::string_view(manifest->nameSpace), std::string_view(manifest->name),
              std::string_view(manifest->generateName), std::string_view(manifest->instanceLabel)})
            word(value);
        for (const int value : {manifest->document, manifest->item, manifest->firstLine, manifest->lastLine,
                                manifest->nameLine, int{manifest->hasOwner}, int{manifest->isAmbiguous}})
            text << value << ' ';
        for (const auto &[key, value] : manifest->annotations)
            text << std::string_view(key) << '=' << std::string_view(value) << ' ';
        if (manifest->customKind)
            text << "defines " << std::string_view(manifest->customKind->group) << ' '
                 << std::string_view(manifest->customKind->kind) << ' ' << static_cast<int>(manifest->customKind->scope)
                 << ' ';
        if (manifest->cluster)
            text << "cluster " << std::string_view(manifest->cluster->name) << ' '
                 << std::string_view(manifest->cluster->server) << ' ';
        if (manifest->content)
            text << "content " << yaml::toCanonicalJson(*manifest->content) << ' ' << lines(*manifest->content);
        text << '\n';
    }
    for (const auto &[line, message] : file.problems)
        text << "problem " << line << ' ' << message << '\n';
    for (const auto &[line, message] : file.ambiguities)
        text << "ambiguity " << line << ' ' << message << '\n';
    text << "others " << file.otherDocuments << ' ' << file.skipsRendering << ' ' << file.argoWouldReportFailure
         << '\n';
    return text.str();
}

std::vector<std::string> answers(index::ManifestIndex &index, const std::vector<index::Reading> &readings)
{
    std::vector<index::Reading> asked;
    for (const index::Reading &reading : readings)
        asked.push_back({reading.key});
    index.find(asked, 2);
    std::vector<std::string> all;
    for (const index::Reading &reading : asked)
        all.push_back(reading.manifests ? print(*reading.manifests) : "-");
    return all;
}

std::vector<std::string> printed(const std::vector<index::Reading> &readings)
{
    std::vector<std::string> all;
    for (const index::Reading &reading : readings)
        all.push_back(print(*reading.manifests));
    return all;
}

std::string indexFile(const std::string &folder)
{
    std::string found;
    std::error_code none;
    for (const auto &entry : std::filesystem::directory_iterator(folder, none)) {
        if (entry.path().extension() == ".index")
            found = entry.path().string();
    }
    return found;
}

std::string readBytes(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

void writeBytes(const std::string &path, const std::string &bytes)
{
    std::filesystem::remove(path); // some file systems wait for the disk when a file is emptied and written again
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

} // namespace noclobber::test
