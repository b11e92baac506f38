#include "core/argo/flux_sources.h"

#include <algorithm>
#include <array>

#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

using yaml::Node;
using yaml::NodeType;

/// What Flux leaves out by itself, as far as it could hold manifests. Source: fluxcd/pkg sourceignore.
constexpr std::string_view defaultIgnore =
    ".github/\n.circleci/\n.travis.yml\n.gitlab-ci.yml\nappveyor.yml\n.drone.yml\n"
    "cloudbuild.yaml\ncodeship-services.yml\ncodeship-steps.yml\n"
    "**/.goreleaser.yml\n**/.sops.yaml\n**/.flux.yaml\n";

constexpr std::string_view referenceKind = "GitRepository ";

/// Of several kinds of reference the later of this order counts.
std::string revisionOf(const Node &spec)
{
    static constexpr std::array<std::string_view, 5> kinds = {"commit", "name", "semver", "tag", "branch"};
    const Node *reference = spec.find("ref");
    for (const std::string_view kind : kinds) {
        if (reference && !reference->text(kind).empty())
            return reference->text(kind);
    }
    return "master";
}

GitRepository readGitRepository(const Node &content)
{
    GitRepository repository;
    const Node *spec = content.find("spec");
    if (!spec || spec->type != NodeType::Mapping)
        return repository;
    repository.url = spec->text("url");
    repository.revision = revisionOf(*spec);
    if (const Node *ignore = spec->find("ignore"); ignore && ignore->type == NodeType::String)
        repository.ignore = ignore->scalar;
    const Node *suspend = spec->find("suspend");
    repository.isSuspended = suspend && suspend->type == NodeType::Boolean && suspend->scalar == "true";
    if (const Node *includes = spec->find("include")) {
        for (const Node &include : includes->items) {
            const Node *other = include.find("repository");
            const std::string to = include.text("toPath");
            repository.includes.push_back(normalPath(to.empty() && other ? other->text("name") : to));
        }
    }
    return repository;
}

/// Adds to what a source says where its GitRepository points: another revision or address is another source.
void addReference(Source &source)
{
    auto text = yaml::readDocument(source.text, yaml::TextFormat::Json, 1);
    if (!text)
        return;
    for (const auto &[key, value] :
         {std::pair("repoURL", &source.repository), std::pair("targetRevision", &source.targetRevision)}) {
        Node node;
        node.type = NodeType::String;
        node.scalar = *value;
        text->root.fields.push_back({key, 0, std::move(node)});
    }
    source.text = yaml::toCanonicalJson(text->root);
}

/// How many folders two paths have in common from the root.
std::size_t commonFolders(std::string_view a, std::string_view b)
{
    const std::vector<std::string> of = split(folderOf(a), '/');
    const std::vector<std::string> with = split(folderOf(b), '/');
    const auto differ = std::ranges::mismatch(of, with);
    return static_cast<std::size_t>(differ.in1 - of.begin());
}

} // namespace

Result<FluxSources> FluxSources::read(const CommitScan &scan, ContentReader &contents)
{
    FluxSources sources;
    for (const ManifestPlace place : scan.ofKind("source.toolkit.fluxcd.io", "GitRepository")) {
        const ManifestFile &file = scan.files[place.file];
        const auto &manifest = scan.at(place);
        if (manifest->name.empty())
            continue;
        Declaration declaration;
        declaration.location = {file.path, manifest->document, manifest->item, 0, 0};
        declaration.manifest = manifest;
        declaration.blob = file.blob;
        const auto content = contents.content(declaration);
        if (!content)
            return content.error();
        GitRepository repository = readGitRepository(**content);
        repository.nameSpace = manifest->nameSpace;
        repository.file = file.path;
        sources.m_repositories[manifest->name].push_back(std::move(repository));
    }
    for (const git::TreeEntry &entry : scan.telling) { // sorted by path: the outer ones come first
        if (entry.type != git::EntryType::File || fileName(entry.path) != ".sourceignore")
            continue;
        const auto bytes = contents.file(entry.id);
        if (!bytes && bytes.error().code != ErrorCode::Io)
            return bytes.error();
        if (bytes)
            std::ranges::move(readIgnoreRules(*bytes, folderOf(entry.path)), std::back_inserter(sources.m_ignored));
    }
    return sources;
}

const GitRepository *FluxSources::find(const std::string &nameSpace, const std::string &name,
                                       std::string_view from) const
{
    const auto named = m_repositories.find(name);
    if (named == m_repositories.end())
        return nullptr;
    const GitRepository *nearest = nullptr;
    for (const GitRepository &repository : named->second) {
        const bool fits = repository.nameSpace.empty() || nameSpace.empty() || repository.nameSpace == nameSpace;
        if (fits && (!nearest || commonFolders(repository.file, from) > commonFolders(nearest->file, from)))
            nearest = &repository;
    }
    return nearest;
}

void FluxSources::resolve(Application &kustomization) const
{
    if (kustomization.sources.empty() || !kustomization.sources.front().repository.starts_with(referenceKind))
        return;
    Source &source = kustomization.sources.front();
    const std::string reference = source.repository;
    const std::size_t slash = reference.find('/');
    const GitRepository *repository = find(reference.substr(referenceKind.size(), slash - referenceKind.size()),
                                           reference.substr(slash + 1), kustomization.declaration.location.path);
    if (!repository) {
        source.ignored = readIgnoreRules(defaultIgnore, "");
        std::ranges::copy(m_ignored, std::back_inserter(source.ignored));
        return;
    }
    source.repository = repository->url;
    source.targetRevision = repository->revision;
    addReference(source);
    source.ignored = repository->ignore ? std::vector<IgnoreRule>() : readIgnoreRules(defaultIgnore, "");
    std::ranges::copy(m_ignored, std::back_inserter(source.ignored));
    std::ranges::move(readIgnoreRules(repository->ignore.value_or(""), ""), std::back_inserter(source.ignored));
    for (const std::string &folder : repository->includes) {
        if (isWithin(folder, source.path) || isWithin(source.path, folder))
            kustomization.unknownChildren.push_back(
                say("its {} puts files of another repository into {}", reference, folder));
    }
    if (repository->isSuspended)
        kustomization.flux.pause = say("its {} is suspended", reference);
}

} // namespace noclobber::argo
