#include "core/recovery/applications.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/blast/deployments.h"

namespace noclobber::recovery {

namespace {

using Ids = std::set<argo::ObjectId>;

bool isApplication(const argo::Inventories &inventories, const argo::ObjectId &id)
{
    return inventories.base.findApplication(id) || inventories.head.findApplication(id);
}

void addDeployers(const argo::Inventories &inventories, const argo::ObjectId &id, Ids &ids)
{
    for (const argo::Inventory *inventory : {&inventories.base, &inventories.head}) {
        const argo::DeclaredObject *object = inventory->find(id);
        if (!object)
            continue;
        for (const auto &deployer : blast::deployersOf(*object)) {
            if (deployer)
                ids.insert(*deployer);
        }
    }
}

/// Deployers of what has to be brought back, and every Application that its chains name.
Ids workingApplications(const blast::Change &change, const blast::BlastRadius &radius)
{
    Ids ids;
    for (const blast::AffectedObject &object : radius.objects) {
        if (!needsRecovery(object))
            continue;
        addDeployers(change.inventories, object.id, ids);
        for (const blast::Reason &reason : object.because) {
            if (isApplication(change.inventories, reason.id))
                ids.insert(reason.id);
        }
    }
    for (const diff::ObjectChange &object : change.changes.changes) {
        if (object.status == diff::Status::Overwritten)
            addDeployers(change.inventories, object.id, ids);
        if (object.status == diff::Status::Overwritten && isApplication(change.inventories, object.id))
            ids.insert(object.id);
    }
    if (!ids.empty())
        return ids;
    for (const diff::ObjectChange &object : change.changes.changes) {
        if (object.status != diff::Status::Unchanged)
            addDeployers(change.inventories, object.id, ids);
    }
    return ids;
}

std::optional<argo::ObjectId> parentOf(const argo::Inventories &inventories, const argo::ObjectId &id)
{
    for (const argo::Inventory *inventory : {&inventories.base, &inventories.head}) {
        const argo::Application *application = inventory->findApplication(id);
        if (application && application->declaration.application && *application->declaration.application != id)
            return application->declaration.application;
    }
    return {};
}

/// How many Applications are above each; a circle ends where it is entered.
class Depths
{
public:
    explicit Depths(const argo::Inventories &inventories) : m_inventories(inventories) {}

    std::size_t of(const argo::ObjectId &id)
    {
        std::vector<argo::ObjectId> way;
        Ids seen;
        std::optional<argo::ObjectId> at = id;
        while (at && !m_known.contains(*at) && seen.insert(*at).second) {
            way.push_back(*at);
            at = parentOf(m_inventories, *at);
        }
        const auto above = at ? m_known.find(*at) : m_known.end();
        std::size_t depth = above == m_known.end() ? 0 : above->second + 1;
        for (auto place = way.rbegin(); place != way.rend(); ++place)
            m_known[*place] = depth++;
        return m_known[id];
    }

private:
    const argo::Inventories &m_inventories;
    std::map<argo::ObjectId, std::size_t> m_known;
};

} // namespace

bool needsRecovery(const blast::AffectedObject &object)
{
    return blast::isDeletion(object.effect) || object.effect == blast::Effect::PrunePending || object.isRace;
}

std::vector<ConcernedApplication> concernedApplications(const blast::Change &change, const blast::BlastRadius &radius)
{
    Ids all;
    for (const argo::ObjectId &id : workingApplications(change, radius)) {
        for (std::optional<argo::ObjectId> at = id; at && all.insert(*at).second;)
            at = parentOf(change.inventories, *at);
    }
    Depths depths(change.inventories);
    std::vector<ConcernedApplication> applications;
    for (const argo::ObjectId &id : all) {
        ConcernedApplication application;
        application.id = id;
        application.base = change.inventories.base.findApplication(id);
        application.head = change.inventories.head.findApplication(id);
        if (!application.base && !application.head)
            continue;
        application.parent = parentOf(change.inventories, id);
        application.depth = depths.of(id);
        const blast::AffectedObject *affected = radius.find(id);
        application.isGoing = affected && needsRecovery(*affected);
        applications.push_back(std::move(application));
    }
    std::ranges::stable_sort(applications, {}, &ConcernedApplication::depth);
    return applications;
}

} // namespace noclobber::recovery
