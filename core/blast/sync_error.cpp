#include "core/blast/sync_error.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/blast/application_change.h"

namespace noclobber::blast {

namespace {

constexpr std::string_view ownServer = "https://kubernetes.default.svc";
constexpr std::string_view ownName = "in-cluster";

bool isMissing(const CommitView &commit, const argo::Application &application)
{
    if (application.project == "default" || !argo::declaresProjects(application, commit.inventory))
        return false;
    for (const argo::Project &project : commit.inventory.projects) {
        if (project.id.key.name == application.project && project.id.scope == application.id.scope)
            return false;
    }
    const argo::Application *there = commit.other.findApplication(application.id);
    const bool isTurned = there && there->project != application.project;
    return isTurned || argo::projectOf(application, commit.other) != nullptr;
}

/// Whether the Secret of its cluster is in the other commit only.
bool isClusterGone(const CommitView &commit, const argo::Application &application)
{
    const argo::Destination &destination = application.destination;
    if (destination.server == ownServer || destination.name == ownName)
        return false;
    const auto isKnownIn = [&](const argo::Inventory &inventory) {
        return std::ranges::any_of(inventory.clusterNames, [&](const auto &cluster) {
            return destination.name.empty() ? cluster.first == destination.server : cluster.second == destination.name;
        });
    };
    return isKnownIn(commit.other) && !isKnownIn(commit.inventory);
}

} // namespace

argo::Cluster clusterOf(const argo::Application &application, const argo::Inventory &inventory)
{
    argo::Cluster cluster{application.destination.server, application.destination.name};
    for (const auto &[server, name] : inventory.clusterNames) {
        if (cluster.name.empty() && server == cluster.server)
            cluster.name = name;
        else if (cluster.server.empty() && name == cluster.name)
            cluster.server = server;
    }
    if (cluster.name.empty() && cluster.server == ownServer)
        cluster.name = ownName;
    if (cluster.server.empty() && cluster.name == ownName)
        cluster.server = ownServer;
    return cluster;
}

std::string projectRefusal(const CommitView &commit, const argo::Application &application)
{
    if (application.engine != argo::Engine::ArgoCd)
        return {};
    if (isMissing(commit, application))
        return say("its AppProject {} does not exist", application.project);
    const argo::Project *project = argo::projectOf(application, commit.inventory);
    if (!project)
        return {};
    const argo::Cluster cluster = clusterOf(application, commit.inventory);
    if (std::string refusal = argo::refusalOf(*project, application, cluster); !refusal.empty())
        return refusal;
    for (const argo::DeclaredObject *object : deployedBy(commit.inventory, application.id)) {
        if (std::string refusal = argo::refusalOf(*project, object->id, cluster); !refusal.empty())
            return say("{}, which {} needs", refusal, argo::shortText(object->id));
    }
    return {};
}

std::string outOfViewReason(const CommitView &commit, const argo::Application &application,
                            const argo::ObjectId &object)
{
    const argo::Project *project =
        application.engine == argo::Engine::ArgoCd ? argo::projectOf(application, commit.inventory) : nullptr;
    return project ? argo::refusalOf(*project, object, clusterOf(application, commit.inventory)) : std::string();
}

std::string syncError(const CommitView &commit, const argo::Application &application)
{
    if (!application.specError.empty())
        return application.specError;
    if (std::string refusal = projectRefusal(commit, application); !refusal.empty())
        return refusal;
    if (application.engine == argo::Engine::ArgoCd && isClusterGone(commit, application))
        return say("the Secret of its cluster is gone, so Argo CD does not know the cluster any more");
    return comparisonError(application, commit.inventory);
}

} // namespace noclobber::blast
