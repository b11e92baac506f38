#include "core/argo/rendering.h"

#include <algorithm>
#include <set>

#include "core/base/glob.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

bool matchesAny(const std::vector<std::string> &patterns, std::string_view path)
{
    return std::ranges::any_of(patterns, [&](const std::string &pattern) { return matchesPath(pattern, path); });
}

/// The folders of a commit that hold a chart, and what kustomizations consume.
struct RendererInput {
    std::set<std::string> charts;
    std::set<std::string> consumed;

    explicit RendererInput(const Commit &commit)
    {
        for (const std::string &path : commit.scan->paths) {
            if (fileName(path) == "Chart.yaml")
                charts.emplace(folderOf(path));
        }
        for (const auto &[folder, kustomization] : commit.kustomizations)
            consumed.insert(kustomization.consumed.begin(), kustomization.consumed.end());
    }

    /// The outermost chart folder around a path, or nothing.
    std::optional<std::string> chartAround(std::string_view path) const
    {
        std::optional<std::string> outermost;
        for (std::string_view folder = folderOf(path);; folder = folderOf(folder)) {
            if (charts.contains(std::string(folder)))
                outermost = folder;
            if (folder.empty())
                return outermost;
        }
    }
};

/// The folder of the renderer that takes this file, or nothing.
std::optional<NotRendered> rendererOf(const std::string &path, const Commit &commit, const RendererInput &input)
{
    if (const auto chart = input.chartAround(path))
        return NotRendered{*chart, Renderer::Helm, {}};
    const auto own = commit.kustomizations.find(std::string(folderOf(path)));
    if (own != commit.kustomizations.end() && own->second.isOverlay)
        return NotRendered{own->first, Renderer::Kustomize, {}};
    if (input.consumed.contains(path))
        return NotRendered{std::string(folderOf(path)), Renderer::Kustomize, {}};
    return std::nullopt;
}

const ManifestFile *findFile(const CommitScan &scan, const std::string &path, std::size_t &place)
{
    const auto [begin, end] = scan.filesWithin(path);
    place = begin;
    return begin < end && scan.files[begin].path == path ? &scan.files[begin] : nullptr;
}

/// Whether an Application of the other commit reads the file there, and here, from the same path, does not: its text is
/// still in the tree, but it has left the render.
bool hasLeftRender(const std::string &path, const Side &side, const Side &other)
{
    std::size_t place = 0;
    if (!findFile(*other.commit.scan, path, place))
        return false;
    return std::ranges::any_of(other.covers[place], [&](const Cover &cover) {
        const Application &there = other.applications[cover.application];
        const auto here = std::ranges::lower_bound(side.applications, there.id, {}, &Application::id);
        if (here == side.applications.end() || here->id != there.id)
            return false;
        const std::string &folder = there.sources[cover.source].path;
        return std::ranges::any_of(here->sources,
                                   [&](const Source &source) { return source.isHere && source.path == folder; });
    });
}

} // namespace

std::vector<bool> findRendered(const Configuration &configuration, const Side &side, const Side &other)
{
    const CommitScan &scan = *side.commit.scan;
    const RendererInput input(side.commit);
    std::vector<bool> rendered(scan.files.size(), true);
    std::set<std::string_view> readByLink; // files that stand where no source reads, but a link of a source leads to
    for (std::size_t i = 0; i < scan.files.size(); ++i) {
        if (!scan.files[i].target.empty() && !side.covers[i].empty())
            readByLink.insert(scan.files[i].target);
    }
    for (std::size_t i = 0; i < scan.files.size(); ++i) {
        const ManifestFile &file = scan.files[i];
        std::size_t place = 0;
        const bool isSecondWay =
            side.covers[i].empty() &&
            (file.target.empty() ? readByLink.contains(file.path) : findFile(scan, file.target, place) != nullptr);
        const bool isFluxs = std::ranges::any_of(side.covers[i], [&](const Cover &cover) {
            return side.applications[cover.application].engine == Engine::Flux;
        });
        const bool isSkipped = file.manifests->skipsRendering && !isFluxs; // only Argo CD knows the marker
        if (matchesAny(configuration.exclude, file.path) || isSkipped || isSecondWay)
            rendered[i] = false;
        else if (side.covers[i].empty() && !matchesAny(configuration.rendered, file.path))
            rendered[i] = !rendererOf(file.path, side.commit, input) && !hasLeftRender(file.path, side, other);
    }
    return rendered;
}

std::vector<NotRendered> findNotRendered(const Configuration &configuration, const Side &side)
{
    const CommitScan &scan = *side.commit.scan;
    const RendererInput input(side.commit);
    std::map<std::string, NotRendered> byFolder;
    for (const std::string &path : scan.paths) {
        if (matchesAny(configuration.exclude, path) || matchesAny(configuration.rendered, path))
            continue;
        auto renderer = rendererOf(path, side.commit, input);
        if (!renderer)
            continue;
        std::size_t place = 0;
        if (findFile(scan, path, place) && side.isRendered[place])
            continue; // an Application reads it as a plain file
        const std::string folder = renderer->path;
        byFolder.try_emplace(folder, std::move(*renderer)).first->second.files.push_back(path);
    }
    std::vector<NotRendered> all;
    for (auto &[folder, entry] : byFolder)
        all.push_back(std::move(entry));
    return all;
}

} // namespace noclobber::argo
