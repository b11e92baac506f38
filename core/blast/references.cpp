#include "core/blast/references.h"

#include <algorithm>
#include <set>

#include "core/base/say.h"
#include "core/blast/contents.h"
#include "core/blast/tracing.h"

namespace noclobber::blast {

namespace {

using Names = std::set<std::pair<std::string, std::string>>; ///< kind and name

bool isOptional(const yaml::Node &reference)
{
    const yaml::Node *optional = reference.find("optional");
    return optional && optional->scalar == "true";
}

void add(Names &names, const std::string &kind, const yaml::Node *reference, std::string_view key)
{
    if (reference && !isOptional(*reference) && !reference->text(key).empty())
        names.emplace(kind, reference->text(key));
}

void readVolume(Names &names, const yaml::Node &volume)
{
    add(names, "Secret", volume.find("secret"), "secretName");
    add(names, "ConfigMap", volume.find("configMap"), "name");
    add(names, "PersistentVolumeClaim", volume.find("persistentVolumeClaim"), "claimName");
    const yaml::Node *sources = volume.find({"projected", "sources"});
    if (!sources)
        return;
    for (const yaml::Node &source : sources->items) {
        add(names, "Secret", source.find("secret"), "name");
        add(names, "ConfigMap", source.find("configMap"), "name");
    }
}

void readContainer(Names &names, const yaml::Node &container)
{
    if (const yaml::Node *variables = container.find("env")) {
        for (const yaml::Node &variable : variables->items) {
            add(names, "Secret", variable.find({"valueFrom", "secretKeyRef"}), "name");
            add(names, "ConfigMap", variable.find({"valueFrom", "configMapKeyRef"}), "name");
        }
    }
    if (const yaml::Node *sources = container.find("envFrom")) {
        for (const yaml::Node &source : sources->items) {
            add(names, "Secret", source.find("secretRef"), "name");
            add(names, "ConfigMap", source.find("configMapRef"), "name");
        }
    }
}

Names readPod(const yaml::Node &pod)
{
    Names names;
    if (const yaml::Node *volumes = pod.find("volumes")) {
        for (const yaml::Node &volume : volumes->items)
            readVolume(names, volume);
    }
    for (const std::string_view key : {"initContainers", "containers"}) {
        const yaml::Node *containers = pod.find(key);
        for (std::size_t i = 0; containers && i < containers->items.size(); ++i)
            readContainer(names, containers->items[i]);
    }
    return names;
}

bool isDeployment(const argo::ObjectId &id)
{
    return id.key.group == "apps" && id.key.kind == "Deployment";
}

/// What the workload needs, nothing if it holds no state.
Names namesNeededBy(const argo::ObjectId &id, const yaml::Node &content)
{
    const yaml::Node *pod = content.find({"spec", "template", "spec"});
    Names names = pod ? readPod(*pod) : Names();
    const bool hasClaim =
        std::ranges::any_of(names, [](const auto &name) { return name.first == "PersistentVolumeClaim"; });
    if (isDeployment(id) && !hasClaim)
        return {};
    if (isStatefulSet(id))
        add(names, "Service", content.find("spec"), "serviceName");
    return names;
}

std::string consequenceOf(const std::string &kind)
{
    if (kind == "Service")
        return say("names it as its serviceName, so its Pods lose their names in DNS");
    if (kind == "PersistentVolumeClaim")
        return say(
            "uses it, so it is only deleted when the last of its Pods is gone, and they do not start without it");
    return say("needs it: its Pods do not start without it");
}

bool isNeedable(const argo::ObjectId &id)
{
    return id.key.group.empty() && (id.key.kind == "Secret" || id.key.kind == "ConfigMap" ||
                                    id.key.kind == "PersistentVolumeClaim" || id.key.kind == "Service");
}

bool goes(const Trace &trace, const argo::ObjectId &id)
{
    const auto found = trace.outcomes.find(id);
    return found != trace.outcomes.end() && isGoing(found->second.effect);
}

/// Scope and namespace of what goes and could be needed.
std::set<std::pair<std::string, std::string>> affectedNamespaces(const Change &change, const Trace &trace)
{
    std::set<std::pair<std::string, std::string>> places;
    for (const auto &[id, outcome] : trace.outcomes) {
        if (isNeedable(id) && isGoing(outcome.effect) && !change.inventories.head.find(id))
            places.emplace(id.scope, id.key.nameSpace);
    }
    return places;
}

/// The Deployments and StatefulSets there; of one namespace sorted by id.
Objects workloadsIn(const argo::Inventory &inventory, const std::set<std::pair<std::string, std::string>> &places)
{
    Objects workloads;
    for (const auto &[scope, nameSpace] : places) {
        for (const std::string_view kind : {"Deployment", "StatefulSet"}) {
            const auto all = inventory.ofKind(scope, "apps", kind);
            const auto nameSpaceOf = [](const argo::DeclaredObject &object) -> std::string_view {
                return object.id.key.nameSpace;
            };
            for (const argo::DeclaredObject &workload :
                 std::ranges::equal_range(all, std::string_view(nameSpace), {}, nameSpaceOf))
                workloads.push_back(&workload);
        }
    }
    return workloads;
}

} // namespace

Result<std::map<argo::ObjectId, std::string>> findNeeded(const Change &change, const Trace &trace,
                                                         argo::ContentReader &reader, std::stop_token stop)
{
    std::map<argo::ObjectId, std::string> needed;
    const auto places = affectedNamespaces(change, trace);
    if (places.empty())
        return needed;
    for (const argo::DeclaredObject *workload : workloadsIn(change.inventories.head, places)) {
        const argo::ObjectId &id = workload->id;
        if (goes(trace, id))
            continue;
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, say("the review was stopped"), {}};
        const auto content = contentOf(reader, *workload);
        if (!content)
            return content.error();
        if (!*content)
            continue;
        for (const auto &[kind, name] : namesNeededBy(id, **content)) {
            const argo::ObjectId target{id.scope, {"", Name(kind), id.key.nameSpace, Name(name)}};
            if (goes(trace, target) && !change.inventories.head.find(target))
                needed.emplace(target, say("{}, which stays, {}", argo::shortText(id), consequenceOf(kind)));
        }
    }
    return needed;
}

} // namespace noclobber::blast
