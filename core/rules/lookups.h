#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/argo/file_index.h"
#include "core/blast/deployments.h"

namespace noclobber::rules {

/// Folders right below another one, in the tree's order.
struct Folders {
    std::vector<std::string> names;
    std::unordered_map<std::string_view, std::size_t> places; ///< in `names`
};

/// How many Applications carry the name of the folder that their source path has below another one.
struct Naming {
    std::size_t yes = 0;
    std::size_t no = 0;
};

/// What several rules look up, worked out when the first of them asks. The change must outlive it.
class Lookups
{
public:
    explicit Lookups(const blast::Change &change) : m_change(change) {}

    const argo::FileIndex &baseFiles() const;
    const argo::FileIndex &headFiles() const;

    /// The first Application of head, new there, that reads the same sources in the same cluster; or nullptr.
    const argo::Application *successorOf(const argo::Application &gone) const;

    /// What each ApplicationSet makes.
    const blast::Made &madeInBase() const;
    const blast::Made &madeInHead() const;

    /// The folders of head right below one ("" is the root).
    const Folders &foldersIn(const std::string &folder) const;
    /// Of all Applications of base (where it has none, of head) with a single source in this repository, by the folder
    /// above the part.
    Naming namingIn(const std::string &folder) const;
    /// Whether an Application of head has a source within the folder.
    bool isReadBelow(const std::string &folder) const;

private:
    using Sources = std::pair<std::string, std::vector<std::string>>; ///< scope and texts

    const blast::Change &m_change;
    mutable std::optional<argo::FileIndex> m_baseFiles;
    mutable std::optional<argo::FileIndex> m_headFiles;
    mutable std::optional<std::map<Sources, const argo::Application *>> m_successors;
    mutable std::optional<blast::Made> m_madeInBase;
    mutable std::optional<blast::Made> m_madeInHead;
    mutable std::map<std::string, Folders> m_folders;
    mutable std::optional<std::unordered_map<std::string_view, Naming>> m_naming; ///< texts of the inventories
    mutable std::optional<std::set<std::string>> m_sourcePaths;
};

/// Whether the name has the word in it, with a separator or an end at both sides.
bool carries(std::string_view name, std::string_view word);
/// Where, or npos.
std::size_t findWord(std::string_view name, std::string_view word);

/// The path of an Application that has a single source, and that in this repository.
std::optional<std::string> onlyPathHere(const std::vector<argo::Source> &sources);

} // namespace noclobber::rules
