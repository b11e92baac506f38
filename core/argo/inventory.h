#pragma once

#include <functional>
#include <map>
#include <ranges>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/argo/application.h"
#include "core/argo/application_set.h"
#include "core/argo/configuration.h"
#include "core/argo/declaration.h"
#include "core/argo/kustomization.h"
#include "core/argo/object_index.h"
#include "core/argo/project.h"
#include "core/git/comparison.h"

namespace noclobber::argo {

/// A place in a commit that could not be read, or that readers take differently.
struct Problem {
    std::string path;
    int line = 0; ///< one-based; 0: the file as a whole
    std::string message;
    git::BlobId blob;            ///< of the file: one that the change leaves untouched is the same in base and head
    bool argoWouldReport = true; ///< false: Argo CD passes the file over in silence
};

enum class Renderer { Helm, Kustomize };

/// A directory whose files are input of a renderer, no declarations.
struct NotRendered {
    std::string path;
    Renderer renderer = Renderer::Helm;
    std::vector<std::string> files; ///< paths, sorted
};

/// Something this review can't follow.
struct Unknown {
    ObjectId id;
    std::string message;

    auto operator<=>(const Unknown &) const = default;
};

/// All objects of one commit.
struct Inventory {
    SharedObjects objects;                               ///< sorted by id, each id once
    std::vector<Application> applications;               ///< those in effect, sorted by id
    std::vector<ApplicationSet> applicationSets;         ///< those in effect, sorted by id
    std::vector<Project> projects;                       ///< those in effect, sorted by id
    std::vector<Problem> problems;                       ///< unreadable: sorted by path, line
    std::vector<Problem> ambiguities;                    ///< sorted by path, line
    std::vector<NotRendered> notRendered;                ///< sorted by path
    std::map<std::string, Kustomization> kustomizations; ///< all of the commit, by folder
    std::vector<Unknown> unknowns;                       ///< sorted
    std::map<std::string, ScopeOrigin> scopes;           ///< of the objects above, "" left out
    std::size_t otherDocuments = 0;
    std::map<std::string, std::string> clusterNames; ///< of the clusters with a Secret in effect, by server
    ObjectIndex index;                               ///< of `objects`

    /// Makes what is looked up in `objects`, `index` and `clusterNames`, anew: after every change of them.
    void makeIndex();

    const DeclaredObject *find(const ObjectId &id) const;
    const Application *findApplication(const ObjectId &id) const;
    const ApplicationSet *findSet(const ObjectId &id) const;
    /// The objects at these places, as pointers.
    auto at(std::span<const ObjectIndex::Place> places) const
    {
        return places | std::views::transform([this](ObjectIndex::Place place) { return &objects[place]; });
    }
    ObjectRange at(const ObjectIndex::Run &run) const { return objects.between(run.begin, run.end); }
    /// The objects of which this Application has a declaration in effect, as pointers, sorted by id.
    auto objectsOf(const ObjectId &application) const { return at(index.placesOf(application)); }
    /// The objects of a group and kind in one scope, sorted by id.
    ObjectRange ofKind(std::string_view scope, std::string_view group, std::string_view kind) const;
    /// The same in every scope, as pointers, sorted by id.
    std::vector<const DeclaredObject *> ofKind(std::string_view group, std::string_view kind) const;
    /// The objects in a namespace, sorted by id.
    std::vector<const DeclaredObject *> inNamespace(std::string_view scope, std::string_view nameSpace) const;
};

struct Inventories {
    Inventory base;
    Inventory head;
    std::vector<std::string> notes; ///< what a person should know about how this was read, whole sentences
};

/// Told now and then how far a phase is: done out of total. May be called from any thread.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

/// How the blobs are read. It changes the time that takes, and no answer.
struct ReadingOptions {
    unsigned jobs = 1;
    std::optional<std::string> indexFolder = {}; ///< where indexes are kept between reviews; none: nothing is kept
    Progress progress = {};
};

/// Reads every manifest of both commits (each blob once), finds the Applications in effect and what they cover, and
/// gives every declaration its identity. Errors: Git (a missing object), Cancelled.
Result<Inventories> readInventories(const git::Comparison &comparison, const Configuration &configuration,
                                    const ReadingOptions &options, std::stop_token stop);

} // namespace noclobber::argo
