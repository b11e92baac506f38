#include "core/argo/sources.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/glob.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

/// The type Argo CD finds out by looking into the folder itself: of several telling names the last in walk order
/// counts. Source: argoproj/argo-cd util/app/discovery/discovery.go.
SourceType detectType(const std::string &folder, const CommitScan &scan)
{
    const std::string prefix = folder.empty() ? "" : folder + '/';
    SourceType type = SourceType::Directory;
    for (auto path = std::ranges::lower_bound(scan.paths, prefix);
         path != scan.paths.end() && path->starts_with(prefix); ++path) {
        const std::string_view name = std::string_view(*path).substr(prefix.size());
        if (name.find('/') != std::string_view::npos)
            continue;
        if (name.ends_with("Chart.yaml"))
            type = SourceType::Helm;
        else if (isKustomizationName(name))
            type = SourceType::Kustomize;
    }
    return type;
}

bool holdsJsonnet(const Source &source, const CommitScan &scan)
{
    return std::ranges::any_of(
        scan.paths, [&](const std::string &path) { return path.ends_with(".jsonnet") && wouldRead(source, path); });
}

/// Why what a source deploys can't be seen here, or "".
std::string whyUnknown(const Source &source, const Commit &commit)
{
    if (!source.chart.empty())
        return fmt::format("its source is the Helm chart {} of {}, which Argo CD renders", source.chart,
                           source.repository);
    if (!source.isHere)
        return source.repository.empty() ? std::string("its source names no repository")
                                         : fmt::format("its source is another repository, {}", source.repository);
    if (!source.exists) {
        // At HEAD that is no secret: Argo CD reports an error and does nothing. Another revision may have the path.
        const bool isHead = source.targetRevision.empty() || source.targetRevision == "HEAD";
        return isHead ? std::string()
                      : fmt::format("its source path {} is not in this commit, but may be in its revision {}",
                                    source.path, source.targetRevision);
    }
    switch (source.type) {
    case SourceType::Helm:
        return fmt::format("its source {} is a Helm chart, which Argo CD renders", source.path);
    case SourceType::Plugin:
        return fmt::format("its source {} is rendered by a plugin", source.path);
    case SourceType::Kustomize:
        if (!kustomizedFiles(commit.kustomizations, *commit.scan, source.path))
            return fmt::format(
                "its source {} is a kustomization with patches, generators, bases or renames, which Argo CD renders",
                source.path.empty() ? "/" : source.path);
        return {};
    case SourceType::Directory:
        return holdsJsonnet(source, *commit.scan)
                   ? fmt::format("its source {} holds jsonnet, which Argo CD evaluates", source.path)
                   : std::string();
    }
    return {};
}

} // namespace

bool OwnAddresses::contains(std::string_view repository) const
{
    return addresses.contains(normalAddress(repository));
}

void resolveSources(Application &application, const OwnAddresses &own, const Commit &commit)
{
    application.unknownChildren.clear();
    if (application.sources.empty())
        application.unknownChildren.push_back("it names no source");
    for (Source &source : application.sources) {
        source.isHere = source.chart.empty() && own.contains(source.repository) && source.path != "..";
        source.exists = source.isHere && commit.scan->hasPath(source.path);
        if (source.exists && !source.isTypeExplicit)
            source.type = detectType(source.path, *commit.scan);
        if (std::string why = whyUnknown(source, commit); !why.empty())
            application.unknownChildren.push_back(std::move(why));
    }
}

bool wouldRead(const Source &source, std::string_view path)
{
    if (!source.isHere || source.type != SourceType::Directory || !isWithin(path, source.path))
        return false;
    const std::string_view relative = source.path.empty() ? path : path.substr(source.path.size() + 1);
    if (!source.recurse && relative.find('/') != std::string_view::npos)
        return false;
    if (!source.exclude.empty() && matchesArgoGlob(source.exclude, relative))
        return false;
    return source.include.empty() || matchesArgoGlob(source.include, relative);
}

std::vector<std::size_t> filesOf(const Source &source, const Commit &commit)
{
    std::vector<std::size_t> read;
    if (!source.exists)
        return read;
    const CommitScan &scan = *commit.scan;
    if (source.type == SourceType::Kustomize) {
        const auto listed = kustomizedFiles(commit.kustomizations, scan, source.path);
        for (const std::string &path : listed.value_or(std::vector<std::string>()))
            read.push_back(scan.filesWithin(path).first);
        return read;
    }
    const auto [begin, end] = scan.filesWithin(source.path);
    std::set<std::string_view> targets; // a link to a file of the same walk is not read a second time
    for (std::size_t i = begin; i < end; ++i) {
        if (wouldRead(source, scan.files[i].path) && scan.files[i].target.empty())
            targets.insert(scan.files[i].path);
    }
    for (std::size_t i = begin; i < end; ++i) {
        const ManifestFile &file = scan.files[i];
        if (wouldRead(source, file.path) && !file.manifests->skipsRendering && !targets.contains(file.target))
            read.push_back(i);
    }
    return read;
}

} // namespace noclobber::argo
