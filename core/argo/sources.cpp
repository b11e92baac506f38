#include "core/argo/sources.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/argo/engines.h"
#include "core/base/glob.h"
#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

/// What lies below a folder and says how it is rendered, sorted by bytes of the path.
std::span<const git::TreeEntry> tellingWithin(const CommitScan &scan, const std::string &folder)
{
    const std::string prefix = folder.empty() ? "" : folder + '/';
    const auto begin = std::ranges::lower_bound(scan.telling, prefix, {}, &git::TreeEntry::path);
    const auto isInside = [&](const git::TreeEntry &entry) { return entry.path.starts_with(prefix); };
    return {begin, std::partition_point(begin, scan.telling.end(), isInside)};
}

/// The type Argo CD finds out by looking into the folder itself: of several telling names the last in walk order
/// counts. Source: argoproj/argo-cd util/app/discovery/discovery.go.
SourceType detectType(const std::string &folder, const CommitScan &scan)
{
    const std::string prefix = folder.empty() ? "" : folder + '/';
    SourceType type = SourceType::Directory;
    for (const git::TreeEntry &entry : tellingWithin(scan, folder)) {
        const std::string_view name = std::string_view(entry.path).substr(prefix.size());
        if (name.find('/') != std::string_view::npos)
            continue;
        if (name.ends_with("Chart.yaml"))
            type = SourceType::Helm;
        else if (isKustomizationName(name))
            type = SourceType::Kustomize;
    }
    return type;
}

/// The outermost folders below a folder that have a kustomization of their own.
std::vector<std::string> kustomizationsBelow(const std::string &folder, const Commit &commit)
{
    std::vector<std::string> below;
    for (auto at = commit.kustomizations.lower_bound(folder.empty() ? folder : folder + '/');
         at != commit.kustomizations.end() && isWithin(at->first, folder); ++at) {
        const bool isInner =
            std::ranges::any_of(below, [&](const std::string &one) { return isWithin(at->first, one); });
        if (at->first != folder && !isInner)
            below.push_back(at->first);
    }
    return below;
}

bool holdsJsonnet(const Source &source, const CommitScan &scan)
{
    return std::ranges::any_of(tellingWithin(scan, source.path), [&](const git::TreeEntry &entry) {
        return entry.path.ends_with(".jsonnet") && wouldRead(source, entry.path);
    });
}

/// Why what a source of Flux applies can't be seen here, whole sentences.
std::vector<std::string> whyUnknownToFlux(const Source &source, const Commit &commit)
{
    if (!source.isHere)
        return {say("its source is not this repository but {}",
                    source.repository.empty() ? std::string(say("not named")) : source.repository)};
    std::vector<std::string> folders;
    if (source.exists && source.type == SourceType::Kustomize)
        folders = {source.path};
    else if (source.exists && source.type == SourceType::FluxFolder)
        folders = kustomizationsBelow(source.path, commit);
    std::vector<std::string> why;
    for (const std::string &folder : folders) {
        if (!kustomizedFiles(commit.kustomizations, *commit.scan, folder))
            why.push_back(say("{} is a kustomization with patches, generators, bases or renames, which Flux builds",
                              folder.empty() ? "/" : folder));
    }
    return why;
}

/// Why what a source deploys can't be seen here, or "".
std::string whyUnknown(const Source &source, const Commit &commit)
{
    if (!source.chart.empty())
        return say("its source is the Helm chart {} of {}, which Argo CD renders", source.chart, source.repository);
    if (source.path == "..")
        return say("its source path leads out of its repository, which Argo CD refuses");
    if (!source.isHere)
        return source.repository.empty() ? std::string(say("its source names no repository"))
                                         : say("its source is another repository, {}", source.repository);
    if (!source.exists) {
        // At HEAD that is no secret: Argo CD reports an error and does nothing. Another revision may have the path.
        const bool isHead = source.targetRevision.empty() || source.targetRevision == "HEAD";
        return isHead ? std::string()
                      : say("its source path {} is not in this commit, but may be in its revision {}", source.path,
                            source.targetRevision);
    }
    switch (source.type) {
    case SourceType::Helm:
        return say("its source {} is a Helm chart, which Argo CD renders", source.path);
    case SourceType::Plugin:
        return say("its source {} is rendered by a plugin", source.path);
    case SourceType::Kustomize:
        if (!kustomizedFiles(commit.kustomizations, *commit.scan, source.path))
            return say(
                "its source {} is a kustomization with patches, generators, bases or renames, which Argo CD renders",
                source.path.empty() ? "/" : source.path);
        return {};
    case SourceType::Directory:
        return holdsJsonnet(source, *commit.scan)
                   ? say("its source {} holds jsonnet, which Argo CD evaluates", source.path)
                   : std::string();
    case SourceType::FluxFolder:
    case SourceType::FluxOverlay:
        break;
    }
    return {};
}

/// As resolveSources, of a Flux Kustomization.
void resolveFluxSource(Source &source, std::vector<std::string> &unknownChildren, const Commit &commit)
{
    if (source.exists && !source.isTypeExplicit)
        source.type = commit.kustomizations.contains(source.path) ? SourceType::Kustomize : SourceType::FluxFolder;
    std::ranges::move(whyUnknownToFlux(source, commit), std::back_inserter(unknownChildren));
}

/// The files of a folder for which Flux generates a kustomization: it lists every YAML file below, and in place of the
/// files of a folder that has a kustomization that folder. Source: fluxcd/pkg kustomize/kustomize_generator.go.
std::vector<ReadFile> filesOfFluxFolder(const Source &source, const Commit &commit)
{
    const CommitScan &scan = *commit.scan;
    const std::vector<std::string> folders = kustomizationsBelow(source.path, commit);
    std::vector<std::string> listed = folders;
    const auto [begin, end] = scan.filesWithin(source.path);
    for (std::size_t i = begin; i < end; ++i) {
        const std::string &path = scan.files[i].path;
        const bool isInFolder =
            std::ranges::any_of(folders, [&](const std::string &one) { return isWithin(path, one); });
        if (!isInFolder && scan.files[i].target.empty() && wouldRead(source, path))
            listed.push_back(path);
    }
    std::ranges::sort(listed, walksBefore);
    std::vector<ReadFile> read;
    for (const std::string &path : listed) {
        if (!commit.kustomizations.contains(path)) {
            read.push_back({scan.filesWithin(path).begin, {}});
            continue;
        }
        const auto files = kustomizedFiles(commit.kustomizations, scan, path);
        for (const KustomizedFile &file : files.value_or(std::vector<KustomizedFile>()))
            read.push_back({scan.filesWithin(file.path).begin, Name(file.nameSpace)});
    }
    return read;
}

} // namespace

Source readSource(const yaml::Node &node)
{
    Source source;
    source.repository = node.text("repoURL");
    source.path = normalPath(node.text("path"));
    source.targetRevision = node.text("targetRevision");
    source.chart = node.text("chart");
    source.ref = node.text("ref");
    source.text = yaml::toCanonicalJson(node);
    static constexpr std::pair<std::string_view, SourceType> types[] = {{"directory", SourceType::Directory},
                                                                        {"helm", SourceType::Helm},
                                                                        {"kustomize", SourceType::Kustomize},
                                                                        {"plugin", SourceType::Plugin}};
    for (const auto &[key, type] : types) {
        const yaml::Node *settings = node.find(key);
        if (!settings || settings->type == yaml::NodeType::Null)
            continue;
        source.type = type;
        source.isTypeExplicit = true;
    }
    if (!source.chart.empty())
        source.type = SourceType::Helm;
    if (const yaml::Node *directory = node.find("directory")) {
        const yaml::Node *recurse = directory->find("recurse");
        source.recurse = recurse && recurse->type == yaml::NodeType::Boolean && recurse->scalar == "true";
        source.include = directory->text("include");
        source.exclude = directory->text("exclude");
    }
    return source;
}

bool OwnAddresses::contains(std::string_view repository) const
{
    return addresses.contains(normalAddress(repository));
}

void resolveSources(Application &application, const OwnAddresses &own, const Commit &commit)
{
    if (isHelmRelease(application.id.key))
        return; // its chart is rendered by Helm, wherever it comes from
    if (application.sources.empty())
        application.unknownChildren.push_back(say("it names no source"));
    for (Source &source : application.sources) {
        source.isHere = source.chart.empty() && own.contains(source.repository) && source.path != "..";
        source.exists = source.isHere && commit.scan->hasPath(source.path);
        if (application.engine == Engine::Flux) {
            resolveFluxSource(source, application.unknownChildren, commit);
            continue;
        }
        if (source.exists && !source.isTypeExplicit)
            source.type = detectType(source.path, *commit.scan);
        if (std::string why = whyUnknown(source, commit); !why.empty())
            application.unknownChildren.push_back(std::move(why));
    }
}

bool wouldRead(const Source &source, std::string_view path)
{
    if (source.type == SourceType::FluxFolder)
        return source.isHere && isWithin(path, source.path) && !isIgnored(source.ignored, path) &&
               (path.ends_with(".yaml") || path.ends_with(".yml"));
    // A path that names a file itself is no directory, and Argo CD refuses it.
    if (!source.isHere || source.type != SourceType::Directory || !isWithin(path, source.path) || path == source.path)
        return false;
    const std::string_view relative = source.path.empty() ? path : path.substr(source.path.size() + 1);
    if (!source.recurse && relative.find('/') != std::string_view::npos)
        return false;
    if (!source.exclude.empty() && matchesArgoGlob(source.exclude, relative))
        return false;
    return source.include.empty() || matchesArgoGlob(source.include, relative);
}

std::vector<ReadFile> filesOf(const Source &source, const Commit &commit)
{
    std::vector<ReadFile> read;
    if (!source.exists || source.type == SourceType::FluxOverlay)
        return read;
    const CommitScan &scan = *commit.scan;
    if (source.type == SourceType::FluxFolder)
        return filesOfFluxFolder(source, commit);
    if (source.type == SourceType::Kustomize) {
        const auto listed = kustomizedFiles(commit.kustomizations, scan, source.path);
        for (const KustomizedFile &file : listed.value_or(std::vector<KustomizedFile>()))
            read.push_back({scan.filesWithin(file.path).begin, Name(file.nameSpace)});
        return read;
    }
    const auto [begin, end] = scan.filesWithin(source.path);
    const bool anyLinks = std::any_of(scan.files.begin() + static_cast<std::ptrdiff_t>(begin),
                                      scan.files.begin() + static_cast<std::ptrdiff_t>(end),
                                      [](const ManifestFile &file) { return !file.target.empty(); });
    std::set<std::string_view> targets; // a link to a file of the same walk is not read a second time
    for (std::size_t i = begin; i < end; ++i) {
        if (anyLinks && scan.files[i].target.empty() && wouldRead(source, scan.files[i].path))
            targets.insert(scan.files[i].path);
    }
    for (std::size_t i = begin; i < end; ++i) {
        const ManifestFile &file = scan.files[i];
        if (wouldRead(source, file.path) && !file.manifests->skipsRendering &&
            (file.target.empty() || !targets.contains(file.target)))
            read.push_back({i, {}});
    }
    return read;
}

} // namespace noclobber::argo
