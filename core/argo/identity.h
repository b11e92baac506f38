#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/argo/inventory.h"
#include "core/argo/renderers.h"
#include "core/argo/sources.h"

namespace noclobber::argo {

/// An Application that reads a file, by its place in Side::applications.
struct Cover {
    std::size_t application = 0;
    std::size_t source = 0;
    std::size_t position = 0; ///< of the file among all that the Application reads
    Name nameSpace;           ///< where a kustomization on the way puts its objects; "" leaves them where they are
};

/// One commit with the Applications in effect and the files they read.
struct Side {
    Commit commit;
    std::vector<Application> applications;       ///< sorted by id
    std::vector<ApplicationSet> applicationSets; ///< those in effect, sorted by id
    std::vector<Few<Cover>> covers;              ///< for each file of the scan, by Application
    Renderers renderers;                         ///< what takes files as input
    std::vector<bool> isRendered;                ///< for each file: whether its documents count as declarations
};

/// The innermost folder whose parent is called like a collection of clusters (env, envs, environments, cluster,
/// clusters), by its path; "" if there is none.
std::string folderScope(std::string_view path);

/// Gives every declaration its identity (contract, section 1: scope, default namespace, scopes of kinds). Remembers
/// what it was asked: for one thread.
class Identities
{
public:
    Identities(const Configuration &configuration, const Side &base, const Side &head);

    /// Adds the declarations of one file (a place in CommitScan::files) in a commit, one for each Application that
    /// covers it, each as an object of its own.
    void addDeclarations(bool isHead, std::size_t file, SharedObjects::Store &objects) const;

    /// Whether files of the two commits make the same declarations, but for their order.
    bool declareTheSame(std::size_t inBase, std::size_t inHead) const;

    /// The cluster that an Application's destination names.
    Name destinationScope(bool isHead, std::size_t application) const;

private:
    struct Covering {
        bool isHead = false;
        std::size_t application = 0;
        Name nameSpace = {}; ///< as in Cover
        bool isSame(const Covering &other) const { return isHead == other.isHead && application == other.application; }
    };
    struct Placed {
        Name scope;
        ScopeOrigin origin = ScopeOrigin::Folder;
    };
    using Visited = std::vector<Covering>;
    using SourcesByFolder =
        std::map<std::string, std::vector<std::pair<std::size_t, std::size_t>>>; // application, source

    const Side &side(bool isHead) const { return isHead ? m_head : m_base; }
    bool isOwnCluster(const Destination &destination) const;
    bool namesAnotherCluster(const Application &application) const;
    std::optional<std::string> layoutScopeOf(std::string_view path, bool isArgo) const;
    Placed scopeOf(std::string_view path, bool isArgo, std::optional<Covering> covering, Visited &visited) const;
    std::string destinationScope(Covering covering, Visited &visited) const;
    std::optional<Covering> coveringOf(bool isHead, const Declaration &declaration) const;
    const SourcesByFolder &sourcesOf(bool isHead) const;
    std::optional<Covering> coveringElsewhere(bool isHead, const Name &path) const;
    bool placeTheSame(const std::optional<Covering> &one, const std::optional<Covering> &other) const;
    void place(const std::optional<Covering> &covering, const kube::Manifest &manifest, bool isClusterScoped,
               kube::ResourceKey &key) const;
    /// What all declarations of a file share that one Application covers, or none.
    struct FileCover {
        const Cover *cover = nullptr;
        std::optional<Covering> covering;                 ///< in this commit or the other
        std::array<std::optional<Placed>, 2> placed = {}; ///< of objects, of Argo CD's own; found out when asked for
    };
    /// What is known of a kind: the group it is stored under, and its scope.
    struct KindFacts {
        Name group;
        kube::KindScope scope = kube::KindScope::Unknown;
    };
    Few<FileCover> coversOf(bool isHead, std::size_t file) const;
    const KindFacts &factsOf(const kube::Manifest &manifest) const;
    DeclaredObject declare(bool isHead, const ManifestFile &file, const std::shared_ptr<const kube::Manifest> &manifest,
                           FileCover &cover) const;

    const Configuration &m_configuration;
    const Side &m_base;
    const Side &m_head;
    bool m_isCentral = false; ///< one Argo CD reads all the folders: its own kinds share the empty scope
    std::map<WrittenKind, kube::KindScope> m_customKinds;
    mutable std::map<std::pair<const std::string *, const std::string *>, KindFacts> m_kinds; ///< those asked for
    mutable std::map<bool, std::vector<std::optional<Name>>> m_destinations; ///< of each Application, once asked for
    std::map<std::string, std::string> m_clusterNames;                       ///< by server
    std::set<std::string> m_ownNames{"in-cluster"};            ///< of the cluster that Argo CD itself runs in
    std::map<bool, std::vector<SharedId>> m_ids;               ///< of the Applications
    mutable std::map<bool, SourcesByFolder> m_sourcesByFolder; ///< by commit: is it head; once asked for
};

/// Puts declarations of one commit, each an object of its own, together by identity and finds those in effect.
SharedObjects groupDeclarations(SharedObjects::Store store);

} // namespace noclobber::argo
