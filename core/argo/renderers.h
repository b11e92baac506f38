#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/argo/configuration.h"
#include "core/argo/inventory.h"
#include "core/argo/sources.h"

namespace noclobber::argo {

/// What of one commit's tree is input of a renderer, as far as the tree and the configuration tell.
class Renderers
{
public:
    Renderers() = default;
    /// The configuration and the commit's scan must outlive it.
    Renderers(const Configuration &configuration, const Commit &commit);

    /// The configuration excludes the file; places in CommitScan::files.
    bool isExcluded(std::size_t file) const { return m_files[file] == Ruling::Excluded; }
    /// The configuration says that the file is a manifest as it stands.
    bool isPlain(std::size_t file) const { return m_files[file] == Ruling::Plain; }
    /// The folder of the renderer that takes a path that nothing else rules on, or nothing.
    std::optional<NotRendered> rendererOf(std::string_view path) const;
    /// As rendererOf, of every path of the commit that the configuration does not rule on.
    template <typename Visit>
    void visitInput(Visit visit) const
    {
        for (const Name &path : m_scan->paths) {
            if (hasInput() && ruling(path) == Ruling::None) {
                if (auto renderer = rendererOf(path))
                    visit(path, std::move(*renderer));
            }
        }
    }

private:
    enum class Ruling : unsigned char { None, Excluded, Plain };
    Ruling ruling(std::string_view path) const;
    bool hasInput() const { return !m_charts.empty() || !m_overlays.empty() || !m_consumed.empty(); }
    std::optional<NotRendered> ofFolder(std::string_view folder) const;

    const Configuration *m_configuration = nullptr;
    const CommitScan *m_scan = nullptr;
    std::vector<Ruling> m_files;                   ///< of each file of the scan
    std::set<std::string, std::less<>> m_charts;   ///< folders that hold one
    std::set<std::string, std::less<>> m_overlays; ///< folders that are one
    std::set<std::string, std::less<>> m_consumed; ///< files that kustomizations read, folders they take as bases
    mutable std::string m_folder;                  ///< the last one asked for: neighbours share it
    mutable std::optional<std::optional<NotRendered>> m_ofFolder;
};

} // namespace noclobber::argo
