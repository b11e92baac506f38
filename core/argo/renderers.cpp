#include "core/argo/renderers.h"

#include <algorithm>

#include "core/base/glob.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

bool matchesAny(const std::vector<std::string> &patterns, std::string_view path)
{
    return std::ranges::any_of(patterns, [&](const std::string &pattern) { return matchesPath(pattern, path); });
}

} // namespace

Renderers::Renderers(const Configuration &configuration, const Commit &commit)
    : m_configuration(&configuration), m_scan(commit.scan)
{
    for (const ManifestFile &file : commit.scan->files)
        m_files.push_back(ruling(file.path));
    for (const git::TreeEntry &entry : commit.scan->telling) {
        if (fileName(entry.path) == "Chart.yaml")
            m_charts.emplace(folderOf(entry.path));
    }
    for (const auto &[folder, kustomization] : commit.kustomizations) {
        if (kustomization.isOverlay)
            m_overlays.insert(folder);
        m_consumed.insert(kustomization.consumed.begin(), kustomization.consumed.end());
    }
}

Renderers::Ruling Renderers::ruling(std::string_view path) const
{
    return matchesAny(m_configuration->exclude, path)    ? Ruling::Excluded
           : matchesAny(m_configuration->rendered, path) ? Ruling::Plain
                                                         : Ruling::None;
}

/// The renderer that takes everything in a folder: the outermost chart around it, or an overlay of its own.
std::optional<NotRendered> Renderers::ofFolder(std::string_view folder) const
{
    std::optional<std::string> chart;
    for (std::string_view around = folder; !m_charts.empty(); around = folderOf(around)) {
        if (m_charts.contains(around))
            chart = around;
        if (around.empty())
            break;
    }
    if (chart)
        return NotRendered{*chart, Renderer::Helm, {}};
    if (m_overlays.contains(folder))
        return NotRendered{std::string(folder), Renderer::Kustomize, {}};
    return std::nullopt;
}

std::optional<NotRendered> Renderers::rendererOf(std::string_view path) const
{
    if (!hasInput())
        return std::nullopt;
    const std::string_view folder = folderOf(path);
    if (!m_ofFolder || m_folder != folder) {
        m_ofFolder = ofFolder(folder);
        m_folder = folder;
    }
    if (*m_ofFolder)
        return *m_ofFolder;
    if (m_consumed.contains(path))
        return NotRendered{std::string(folder), Renderer::Kustomize, {}};
    return std::nullopt;
}

} // namespace noclobber::argo
