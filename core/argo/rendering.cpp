#include "core/argo/rendering.h"

#include <algorithm>
#include <set>

namespace noclobber::argo {
namespace {

/// Whether an Application of the other commit reads the file there, and here, from the same path, does not: its text is
/// still in the tree, but it has left the render.
bool hasLeftRender(const Name &path, const Side &side, const Side &other)
{
    if (other.applications.empty())
        return false;
    const auto place = other.commit.scan->find(path);
    if (!place)
        return false;
    return std::ranges::any_of(other.covers[*place], [&](const Cover &cover) {
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

std::vector<bool> findRendered(const Side &side, const Side &other)
{
    const CommitScan &scan = *side.commit.scan;
    std::vector<bool> rendered(scan.files.size(), true);
    std::set<std::string_view> readByLink; // files that stand where no source reads, but a link of a source leads to
    for (std::size_t i = 0; i < scan.files.size(); ++i) {
        if (!scan.files[i].target.empty() && !side.covers[i].empty())
            readByLink.insert(scan.files[i].target);
    }
    for (std::size_t i = 0; i < scan.files.size(); ++i) {
        const ManifestFile &file = scan.files[i];
        const bool isSecondWay =
            side.covers[i].empty() && (file.target.empty() ? !readByLink.empty() && readByLink.contains(file.path)
                                                           : scan.find(file.target).has_value());
        const bool isFluxs = std::ranges::any_of(side.covers[i], [&](const Cover &cover) {
            return side.applications[cover.application].engine == Engine::Flux;
        });
        const bool isSkipped = file.manifests->skipsRendering && !isFluxs; // only Argo CD knows the marker
        if (side.renderers.isExcluded(i) || isSkipped || isSecondWay)
            rendered[i] = false;
        else if (side.covers[i].empty() && !side.renderers.isPlain(i))
            rendered[i] = !side.renderers.rendererOf(file.path) && !hasLeftRender(file.path, side, other);
    }
    return rendered;
}

std::vector<NotRendered> findNotRendered(const Side &side)
{
    std::map<std::string, NotRendered> byFolder;
    side.renderers.visitInput([&](const Name &path, NotRendered renderer) {
        const auto place = side.commit.scan->find(path);
        if (place && side.isRendered[*place])
            return; // an Application reads it as a plain file
        const std::string folder = renderer.path;
        byFolder.try_emplace(folder, std::move(renderer)).first->second.files.push_back(path);
    });
    std::vector<NotRendered> all;
    for (auto &[folder, entry] : byFolder)
        all.push_back(std::move(entry));
    return all;
}

} // namespace noclobber::argo
