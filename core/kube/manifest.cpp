#include "core/kube/manifest.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "core/base/digest.h"
#include "core/base/say.h"
#include "core/base/text.h"
#include "core/kube/list_items.h"
#include "core/yaml/document_index.h"

namespace noclobber::kube {

namespace {

using yaml::Node;
using yaml::NodeType;

constexpr std::size_t mostRemarks = 1000;
constexpr std::string_view instanceLabel = "app.kubernetes.io/instance";
constexpr std::string_view clusterLabel = "argocd.argoproj.io/secret-type";
constexpr std::array<std::string_view, 4> fluxOptions = {
    "kustomize.toolkit.fluxcd.io/prune", "kustomize.toolkit.fluxcd.io/reconcile", "kustomize.toolkit.fluxcd.io/ssa",
    "kustomize.toolkit.fluxcd.io/force"};

/// Files that only stand for a content kept elsewhere.
std::optional<std::string> foreignContent(std::string_view bytes)
{
    if (bytes.starts_with("version https://git-lfs.github.com/spec/"))
        return say("a Git LFS pointer: the manifest itself is not in the repository");
    if (bytes.starts_with(std::string_view("\0GITCRYPT\0", 10)))
        return say("a file encrypted by git-crypt");
    const bool isUtf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (!isUtf16 && bytes.substr(0, 8000).find('\0') != std::string_view::npos)
        return say("a binary file");
    return {};
}

/// Whether the node is a value other than null and text: the API server refuses it where text must stand.
bool isOtherThanText(const Node *node)
{
    return node != nullptr && node->type != NodeType::String && node->type != NodeType::Null;
}

/// Flux takes its options as labels too.
std::map<std::string, std::string> interestingAnnotations(const Node &metadata)
{
    std::map<std::string, std::string> annotations;
    if (const Node *all = metadata.find("annotations")) {
        for (const yaml::Field &field : all->fields) {
            const bool isInteresting = field.key.starts_with("argocd.argoproj.io/") ||
                                       field.key.starts_with("helm.sh/") ||
                                       field.key.starts_with("kustomize.toolkit.fluxcd.io/");
            if (isInteresting && field.value.type == NodeType::String)
                annotations.emplace(field.key, field.value.scalar);
        }
    }
    if (const Node *labels = metadata.find("labels")) {
        for (const yaml::Field &field : labels->fields) {
            const bool isOption = std::ranges::find(fluxOptions, field.key) != fluxOptions.end();
            if (isOption && field.value.type == NodeType::String)
                annotations.emplace(field.key, field.value.scalar);
        }
    }
    return annotations;
}

std::shared_ptr<const CustomKind> customKindOf(const Manifest &manifest, const Node &content)
{
    if (manifest.group != "apiextensions.k8s.io" || manifest.kind != "CustomResourceDefinition")
        return {};
    const Node *spec = content.find("spec");
    const Node *kind = content.find({"spec", "names", "kind"});
    if (spec == nullptr || kind == nullptr || kind->type != NodeType::String || kind->scalar.empty())
        return {};
    const std::string scope = spec->text("scope");
    const KindScope known = scope == "Cluster"                       ? KindScope::Cluster
                            : scope == "Namespaced" || scope.empty() ? KindScope::Namespaced
                                                                     : KindScope::Unknown;
    return std::make_shared<const CustomKind>(CustomKind{spec->text("group"), kind->scalar, known});
}

/// A value of a Secret, from stringData or else decoded from data.
std::string secretValue(const Node &content, std::string_view key)
{
    if (const Node *plain = content.find({"stringData", key}); plain != nullptr && plain->type == NodeType::String)
        return plain->scalar;
    const Node *encoded = content.find({"data", key});
    if (encoded == nullptr || encoded->type != NodeType::String)
        return {};
    return fromBase64(encoded->scalar).value_or(std::string());
}

std::shared_ptr<const ClusterSecret> clusterOf(const Manifest &manifest, const Node &content)
{
    if (!manifest.group.empty() || manifest.kind != "Secret")
        return {};
    const Node *type = content.find({"metadata", "labels", clusterLabel});
    if (type == nullptr || type->scalar != "cluster")
        return {};
    ClusterSecret cluster{secretValue(content, "name"), secretValue(content, "server")};
    while (cluster.server.ends_with('/'))
        cluster.server.pop_back();
    if (cluster.name.empty() || cluster.server.empty())
        return {};
    return std::make_shared<const ClusterSecret>(std::move(cluster));
}

/// What declare() looks at in an object of any kind, and in the items of a List.
const yaml::Selection &identifying()
{
    static const yaml::Selection labels = [] {
        yaml::Selection wanted = {{instanceLabel}, {clusterLabel}};
        for (const std::string_view option : fluxOptions)
            wanted.push_back({option});
        return wanted;
    }();
    static const yaml::Selection metadata = {{"name"},        {"namespace"},      {"generateName"}, {"labels", &labels},
                                             {"annotations"}, {"ownerReferences"}};
    static const yaml::Selection names = {{"kind"}};
    static const yaml::Selection definition = {{"group"}, {"scope"}, {"names", &names}};
    static const yaml::Selection cluster = {{"name"}, {"server"}};
    static const yaml::Selection all = {{"apiVersion"},        {"kind"},           {"metadata", &metadata},
                                        {"spec", &definition}, {"data", &cluster}, {"stringData", &cluster},
                                        {"items", &all}};
    return all;
}

/// Argo CD's Applications with all that makes and bounds them, and what Flux has in their place.
bool saysWhoDeploys(const std::string &group, const std::string &kind)
{
    if (group == "argoproj.io")
        return kind == "Application" || kind == "ApplicationSet" || kind == "AppProject";
    return group.ends_with(".toolkit.fluxcd.io");
}

/// As apiGroup, without a copy; nothing where that is an Error.
std::optional<std::string_view> groupOf(std::string_view apiVersion)
{
    const std::size_t slash = apiVersion.find('/');
    if (apiVersion.empty() || slash != apiVersion.rfind('/'))
        return {};
    return apiVersion.substr(0, slash == std::string_view::npos ? 0 : slash);
}

std::size_t nodesIn(const Node &node)
{
    std::size_t count = 1;
    for (const Node &item : node.items)
        count += nodesIn(item);
    for (const yaml::Field &field : node.fields)
        count += nodesIn(field.value);
    return count;
}

/// The passage of one file.
class Reader
{
public:
    Reader(std::string_view bytes, yaml::TextFormat format) : m_bytes(bytes), m_format(format) {}

    FileManifests run()
    {
        m_file.skipsRendering = m_bytes.find("+argocd:skip-file-rendering") != std::string_view::npos;
        if (auto foreign = foreignContent(m_bytes)) {
            m_file.problems.push_back({1, std::move(*foreign)});
            judgeFailure();
            return std::move(m_file);
        }
        const auto visit = [this](yaml::Document document) { take(document); };
        const yaml::StreamRemarks remarks =
            yaml::readDocuments(m_bytes, m_format, yaml::Limits{}, visit, &identifying());
        if (!remarks.ambiguities.empty()) {
            for (const auto &manifest : m_manifests)
                manifest->isAmbiguous = true;
        }
        readContents();
        addTo(m_file.problems, remarks.problems);
        addTo(m_file.ambiguities, remarks.ambiguities);
        m_file.manifests.assign(std::move_iterator(m_manifests.begin()), std::move_iterator(m_manifests.end()));
        const auto byLine = [](const yaml::Remark &left, const yaml::Remark &right) { return left.line < right.line; };
        std::stable_sort(m_file.problems.begin(), m_file.problems.end(), byLine);
        std::stable_sort(m_file.ambiguities.begin(), m_file.ambiguities.end(), byLine);
        judgeFailure();
        return std::move(m_file);
    }

private:
    static void addTo(std::vector<yaml::Remark> &all, const std::vector<yaml::Remark> &more)
    {
        const std::size_t room = mostRemarks - std::min(all.size(), mostRemarks);
        all.insert(all.end(), more.begin(), more.begin() + static_cast<std::ptrdiff_t>(std::min(room, more.size())));
    }

    /// The contents of the manifests that have theirs. What cannot be read again, or has far more values than text
    /// (by aliases), is left to who asks for it.
    void readContents()
    {
        std::optional<yaml::DocumentIndex> index;
        std::map<int, std::shared_ptr<const Node>> contents; // of one document, by item
        int last = 0;
        yaml::Limits limits;
        limits.nodes = std::min(limits.nodes, m_bytes.size() / 4); // of all contents together
        for (const auto &manifest : m_manifests) {
            if (!saysWhoDeploys(manifest->group, manifest->kind))
                continue;
            if (!index)
                index.emplace(m_bytes, m_format);
            if (!index->isDirect())
                return;
            if (last != manifest->document) {
                last = manifest->document;
                contents.clear();
                if (auto document = index->read(last, limits)) {
                    limits.nodes -= std::min(limits.nodes, nodesIn(document->root));
                    for (auto &[item, content] : contentsOf(document->root))
                        contents.emplace(item, std::make_shared<const Node>(std::move(content)));
                }
            }
            if (const auto found = contents.find(manifest->item); found != contents.end())
                manifest->content = found->second;
        }
    }

    void judgeFailure()
    {
        if (m_file.problems.empty())
            return;
        const auto has = [this](std::string_view text) { return m_bytes.find(text) != std::string_view::npos; };
        const bool afterDocument = m_firstDocumentLine != 0 && m_firstDocumentLine < m_file.problems.front().line;
        m_file.argoWouldReportFailure = afterDocument || (has("apiVersion:") && has("kind:") && has("metadata:"));
    }

    void take(const yaml::Document &document)
    {
        if (m_firstDocumentLine == 0)
            m_firstDocumentLine = document.span.firstLine;
        addTo(m_file.ambiguities, document.ambiguities);
        const std::size_t before = m_manifests.size();
        bool isAnything = false;
        visitCandidates(document.root, document.span.lastLine, [&](const Candidate &candidate) {
            isAnything = true;
            declare(document, candidate);
            return true;
        });
        if (!isAnything)
            ++m_file.otherDocuments; // an empty List
        for (std::size_t i = before; i < m_manifests.size(); ++i)
            m_manifests[i]->isAmbiguous = !document.ambiguities.empty();
    }

    void declare(const yaml::Document &document, const Candidate &candidate)
    {
        if (candidate.node->type == NodeType::Null)
            return;
        const bool inherits = !candidate.apiVersion.empty() || !candidate.kind.empty();
        const Node made = inherits ? contentOf(candidate) : Node();
        const Node &content = inherits ? made : *candidate.node;
        auto manifest = std::make_shared<Manifest>();
        if (!identify(*manifest, content)) {
            ++m_file.otherDocuments;
            return;
        }
        manifest->document = document.number;
        manifest->item = candidate.item;
        manifest->firstLine = candidate.item == 0 ? document.span.firstLine : candidate.node->line;
        manifest->lastLine =
            candidate.item == 0 ? document.span.lastLine : lastTextLine(manifest->firstLine, candidate);
        const Node &metadata = *content.find("metadata");
        manifest->annotations = interestingAnnotations(metadata);
        if (const Node *labels = metadata.find("labels"))
            manifest->instanceLabel = textOf(*labels, instanceLabel);
        const Node *owners = metadata.find("ownerReferences");
        manifest->hasOwner = owners && !owners->items.empty();
        manifest->customKind = customKindOf(*manifest, content);
        manifest->cluster = clusterOf(*manifest, content);
        m_manifests.push_back(std::move(manifest));
    }

    /// Fills in who the object is; false if the content declares none.
    bool identify(Manifest &manifest, const Node &content)
    {
        if (content.type != NodeType::Mapping)
            return false;
        manifest.apiVersion = textOf(content, "apiVersion");
        manifest.kind = textOf(content, "kind");
        const Node *metadata = content.find("metadata");
        const auto group = groupOf(manifest.apiVersion);
        if (!group || manifest.kind.empty() || metadata == nullptr || metadata->type != NodeType::Mapping)
            return false;
        manifest.group = *group;
        if (refuses(manifest, *metadata))
            return false;
        manifest.name = textOf(*metadata, "name");
        manifest.nameSpace = textOf(*metadata, "namespace");
        if (manifest.name.empty())
            manifest.generateName = textOf(*metadata, "generateName");
        const std::string_view key = manifest.name.empty() ? "generateName" : "name";
        for (const yaml::Field &field : metadata->fields) {
            if (field.key == key)
                manifest.nameLine = field.line;
        }
        return !manifest.name.empty() || !manifest.generateName.empty();
    }

    /// A name that is a number or a boolean (`name: 123`) is refused by the API server; we say so.
    bool refuses(const Manifest &manifest, const Node &metadata)
    {
        bool isRefused = false;
        for (const std::string_view key : {"name", "namespace", "generateName"}) {
            const Node *value = metadata.find(key);
            if (!isOtherThanText(value))
                continue;
            isRefused = true;
            const std::string shown = value->scalar.empty() ? say("a list or mapping") : "`" + value->scalar + "`";
            addTo(m_file.problems,
                  {{value->line, say("metadata.{} of this {} is {}, not text: the API server refuses it; put it in "
                                     "quotes",
                                     key, printable(manifest.kind.substr(0, 60)), shown)}});
        }
        return isRefused;
    }

    /// The last line of an item that has more than blanks and a comment.
    int lastTextLine(int firstLine, const Candidate &candidate)
    {
        if (m_lines.empty()) {
            for (std::size_t at = 0; at < m_bytes.size(); at = m_bytes.find('\n', at) + 1) {
                m_lines.push_back(at);
                if (m_bytes.find('\n', at) == std::string_view::npos)
                    break;
            }
        }
        int line = candidate.lastLine;
        for (; line > firstLine && static_cast<std::size_t>(line) <= m_lines.size(); --line) {
            const std::size_t begin = m_lines[static_cast<std::size_t>(line) - 1];
            const std::size_t end = std::min(m_bytes.find('\n', begin), m_bytes.size());
            const std::string_view text = trimmed(m_bytes.substr(begin, end - begin));
            if (!text.empty() && text.front() != '#')
                break;
        }
        return std::max(line, firstLine);
    }

    std::string_view m_bytes;
    yaml::TextFormat m_format;
    FileManifests m_file;
    std::vector<std::shared_ptr<Manifest>> m_manifests;
    std::vector<std::size_t> m_lines; ///< where each line begins; filled when an item's end is asked for
    int m_firstDocumentLine = 0;
};

} // namespace

FileManifests readManifests(std::string_view bytes, yaml::TextFormat format)
{
    return Reader(bytes, format).run();
}

std::map<int, yaml::Node> contentsOf(yaml::Node root)
{
    std::map<int, yaml::Node> contents;
    bool isOneObject = false; // as a rule: then nothing is inherited, and nothing has to be copied
    visitCandidates(root, 0, [&](const Candidate &candidate) {
        isOneObject = candidate.node == &root;
        if (!isOneObject)
            contents.emplace(candidate.item, contentOf(candidate));
        return true;
    });
    if (isOneObject)
        contents.emplace(0, std::move(root));
    return contents;
}

Result<yaml::Node> readContent(std::string_view bytes, yaml::TextFormat format, int document, int item)
{
    auto read = yaml::readDocument(bytes, format, document);
    if (!read)
        return read.error();
    std::optional<Node> content;
    visitCandidates(read->root, 0, [&](const Candidate &candidate) {
        if (candidate.item == item)
            content = contentOf(candidate);
        return !content;
    });
    if (!content)
        return Error{ErrorCode::Yaml, say("document {} has no item {}", document, item), {}};
    return std::move(*content);
}

} // namespace noclobber::kube
