#include "core/recovery/restore_order.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/blast/deployments.h"
#include "core/recovery/workload_tier.h"

namespace noclobber::recovery {

namespace {

constexpr int tierOfSettings = 15;

/// What Pods cannot start without: it goes before the first StatefulSet, beside ConfigMaps and Secrets.
bool isNeededByPods(const kube::ResourceKey &key)
{
    static const std::set<std::string_view> kinds{
        "ServiceAccount", "Service",      "Role",       "RoleBinding",   "ClusterRole",   "ClusterRoleBinding",
        "PriorityClass",  "RuntimeClass", "LimitRange", "ResourceQuota", "NetworkPolicy", "ConfigMap"};
    const bool isBuiltIn = key.group.find('.') == std::string::npos || key.group.ends_with(".k8s.io");
    return isBuiltIn && kinds.contains(key.kind);
}

Result<int> tierOf(const Situation &situation, const blast::AffectedObject &object, BaseContents &contents)
{
    if (isDeployer(situation, object.id))
        return 0;
    if (isNeededByPods(object.id.key))
        return std::min(tierOfSettings, object.recoveryTier);
    if (!blast::isStatefulSet(object.id))
        return object.recoveryTier;
    const auto content = contents.of(object.id);
    if (!content)
        return content.error();
    const auto tier = *content ? tierOfImages(**content) : std::nullopt;
    return tier.value_or(object.recoveryTier);
}

bool isArgoKind(const argo::ObjectId &id, std::string_view kind)
{
    return id.key.group == "argoproj.io" && id.key.kind == kind;
}

/// Whether a concerned Application is in this AppProject, or made by this ApplicationSet.
bool isOwnerOfConcerned(const Situation &situation, const argo::ObjectId &id)
{
    const bool isProject = isArgoKind(id, "AppProject");
    if (!isProject && !isArgoKind(id, "ApplicationSet"))
        return false;
    return std::ranges::any_of(situation.applications, [&](const ConcernedApplication &application) {
        return isProject ? application.any().project == id.key.name ||
                               (application.base && application.base->project == id.key.name)
                         : application.any().generatedBy == id;
    });
}

/// What deploys the rest is not deleted with another spec, but nothing comes back before it has its former one.
void addDeployers(const Situation &situation, std::vector<RestoreItem> &items)
{
    for (const diff::ObjectChange &changed : situation.change.changes.changes) {
        const ConcernedApplication *application = situation.find(changed.id);
        const bool isThere = changed.status != diff::Status::Unchanged && !changed.base.empty();
        const blast::AffectedObject *affected = situation.radius.find(changed.id);
        if (!isThere || !isDeployer(situation, changed.id) || (affected && needsRecovery(*affected)))
            continue;
        blast::AffectedObject object;
        object.id = changed.id;
        items.push_back({0, application ? application->depth : 0, {std::move(object)}});
    }
}

/// Projects before sets before Applications: each needs the one before.
int rankOfDeployer(const argo::ObjectId &id)
{
    return isArgoKind(id, "AppProject") ? 0 : isArgoKind(id, "ApplicationSet") ? 1 : 2;
}

/// What objects that are told about together have in common: tier, cluster, namespace, kind (none where they hold no
/// state), what becomes of the data, and who deploys them.
using Alike = std::tuple<int, std::string, std::string, std::pair<std::string, std::string>, blast::DataFate,
                         std::optional<argo::ObjectId>>;

Alike alikeOf(const Situation &situation, const blast::AffectedObject &object, int tier)
{
    const kube::ResourceKey &key = object.id.key;
    const bool isTold = situation.applications.size() <= mostApplications; // else they are not told apart
    const ConcernedApplication *deployer = isTold ? situation.deployerOf(object.id) : nullptr;
    const auto kind = object.isStateful ? std::pair(key.group, key.kind) : std::pair<std::string, std::string>();
    return {tier, object.id.scope, key.nameSpace,
            kind, object.dataFate, deployer ? std::optional(deployer->id) : std::nullopt};
}

/// More Applications than a person brings back one by one: those of one depth and parent together.
void joinDeployers(const Situation &situation, std::vector<RestoreItem> &items)
{
    if (items.size() <= mostAlike)
        return;
    std::map<std::tuple<int, std::size_t, std::optional<argo::ObjectId>>, RestoreItem> groups;
    for (RestoreItem &item : items) {
        const blast::AffectedObject &object = item.objects.front();
        const ConcernedApplication *parent = situation.deployerOf(object.id);
        RestoreItem &group =
            groups[{rankOfDeployer(object.id), item.depth, parent ? std::optional(parent->id) : std::nullopt}];
        group.tier = 0;
        group.depth = item.depth;
        group.objects.push_back(object);
    }
    items.clear();
    for (auto &[key, group] : groups)
        items.push_back(std::move(group));
}

} // namespace

Result<BaseContents> BaseContents::open(const blast::Change &change)
{
    auto reader = argo::ContentReader::open(change.comparison);
    if (!reader)
        return reader.error();
    return BaseContents(change, std::move(*reader));
}

Result<argo::Content> BaseContents::of(const argo::ObjectId &id)
{
    const argo::DeclaredObject *object = m_change->inventories.base.find(id);
    if (!object)
        return argo::Content();
    auto content = m_reader.content(blast::declarationFor(*object, {}));
    if (!content && content.error().code == ErrorCode::Yaml)
        return argo::Content();
    return content;
}

bool isDeployer(const Situation &situation, const argo::ObjectId &id)
{
    return situation.find(id) || isOwnerOfConcerned(situation, id);
}

Result<std::vector<RestoreItem>> restoreOrder(const Situation &situation, BaseContents &contents)
{
    std::vector<RestoreItem> items;
    std::map<Alike, RestoreItem> groups;
    addDeployers(situation, items);
    for (const blast::AffectedObject *object : situation.objects) {
        const auto tier = tierOf(situation, *object, contents);
        if (!tier)
            return tier.error();
        const ConcernedApplication *self = situation.find(object->id);
        if (*tier == 0) {
            items.push_back({0, self ? self->depth : 0, {*object}});
            continue;
        }
        RestoreItem &item = groups[alikeOf(situation, *object, *tier)];
        item.tier = *tier;
        item.objects.push_back(*object);
    }
    joinDeployers(situation, items);
    for (auto &[alike, group] : groups) {
        const bool isOneByOne = group.objects.front().isStateful && group.objects.size() <= mostAlike;
        if (!isOneByOne)
            items.push_back(std::move(group));
        else
            for (const blast::AffectedObject &object : group.objects)
                items.push_back({group.tier, 0, {object}});
    }
    std::ranges::stable_sort(items, {}, [](const RestoreItem &item) {
        const argo::ObjectId &id = item.objects.front().id;
        const bool isAlone = item.objects.size() == 1; // cluster by cluster, namespace by namespace, settings first
        return std::tuple(item.tier, rankOfDeployer(id), item.depth, id.scope, id.key.nameSpace, isAlone, id.key);
    });
    return items;
}

} // namespace noclobber::recovery
