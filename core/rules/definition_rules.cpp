#include <set>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

using blast::AffectedObject;
using blast::Effect;

/// The objects of one kind in a commit, and how many of them hold state.
struct Instances {
    std::vector<const argo::DeclaredObject *> objects;
    std::size_t stateful = 0;
};

Instances instancesOf(const Judgement &judgement, const argo::Inventory &inventory, const std::string &scope,
                      const kube::CustomKind &kind)
{
    Instances instances;
    for (const argo::DeclaredObject &object : inventory.ofKind(scope, kind.group, kind.kind))
        instances.objects.push_back(&object);
    if (!instances.objects.empty() &&
        blast::isStateful(judgement.change.configuration, instances.objects.front()->id.key))
        instances.stateful = instances.objects.size();
    return instances;
}

std::string namesOf(const std::vector<const argo::DeclaredObject *> &objects)
{
    constexpr std::size_t shown = 3;
    std::vector<std::string> names;
    for (const argo::DeclaredObject *object : objects) {
        if (names.size() < shown)
            names.push_back(argo::shortText(object->id));
    }
    return join(names, ", ") + (objects.size() > shown ? ", ..." : "");
}

std::string instancesText(const kube::CustomKind &kind, const Instances &instances)
{
    if (instances.objects.empty())
        return say("no {} is declared here", kind.kind);
    const std::string count = counted(instances.objects.size(), kind.kind);
    const std::string names = namesOf(instances.objects);
    const std::string withState = instances.stateful > 0 ? say(", {} with state", instances.stateful) : std::string();
    return instances.objects.size() == 1 ? say("{} is declared here{} ({})", count, withState, names)
                                         : say("{} are declared here{} ({})", count, withState, names);
}

/// Both answers: that of who deploys it, and that of a plain deletion.
std::string consequence(const AffectedObject &definition, const std::string &kind)
{
    const std::string all = say("every {} in the cluster, in all namespaces", kind);
    switch (definition.effect) {
    case Effect::Pruned:
    case Effect::CascadeDeleted:
        return say("is deleted, and {} with it", all);
    case Effect::Recreated:
        return say("is deleted and made anew, and {} is deleted in between", all);
    case Effect::PrunePending:
        return say("waits to be deleted by a person's sync, and {} with it", all);
    default:
        break;
    }
    return say("leaves git. Argo CD does not mark definitions as its own, so it leaves this one and the objects of its "
               "kind as they are; a plain deletion (kubectl, Flux, a Helm hook) deletes {}",
               all);
}

bool isGoing(const AffectedObject &object)
{
    return blast::isDeletion(object.effect) || object.effect == Effect::PrunePending;
}

void judgeDefinition(Judgement &judgement, const AffectedObject &definition)
{
    const argo::DeclaredObject *was = judgement.change.inventories.base.find(definition.id);
    const auto kind = was ? blast::declarationFor(*was, {}).manifest->customKind : nullptr;
    const bool isLeaving = !judgement.change.inventories.head.find(definition.id) &&
                           (definition.effect == Effect::Kept || definition.effect == Effect::Orphaned);
    if (!kind || (!isGoing(definition) && !isLeaving))
        return;
    const Instances instances = instancesOf(judgement, judgement.change.inventories.base, definition.id.scope, *kind);
    Finding finding;
    finding.id = definition.id;
    finding.location = definition.location;
    finding.message = say("{} {}: {}.", argo::shortText(definition.id), consequence(definition, kind->kind),
                          instancesText(*kind, instances));
    if (!definition.because.empty() && isGoing(definition))
        finding.message += say(" {}.", definition.because.front().text);
    const Weight weight = definition.effect == Effect::PrunePending ? Weight::Milder
                          : isLeaving && instances.objects.empty()  ? Weight::AtMostWarn
                                                                    : Weight::Full;
    report(judgement, "crd-deleted", weight, std::move(finding));
}

/// The versions that a definition serves; a v1beta1 one may have a single one.
std::set<std::string> servedVersions(const yaml::Node &content)
{
    std::set<std::string> versions;
    const yaml::Node *spec = content.find("spec");
    const yaml::Node *list = spec ? spec->find("versions") : nullptr;
    if (list) {
        for (const yaml::Node &version : list->items) {
            const yaml::Node *served = version.find("served");
            if (served && served->scalar == "true")
                versions.insert(version.text("name"));
        }
    } else if (spec && !spec->text("version").empty()) {
        versions.insert(spec->text("version"));
    }
    return versions;
}

std::vector<const argo::DeclaredObject *> writtenIn(const Instances &instances, const std::string &apiVersion)
{
    std::vector<const argo::DeclaredObject *> written;
    for (const argo::DeclaredObject *object : instances.objects) {
        if (blast::declarationFor(*object, {}).manifest->apiVersion == apiVersion)
            written.push_back(object);
    }
    return written;
}

void judgeVersions(Judgement &judgement, const diff::ObjectChange &change)
{
    const argo::Declaration *was = change.winnerInBase();
    const argo::Declaration *now = change.winnerInHead();
    if (!was || !now || !now->manifest->customKind)
        return;
    const auto base = judgement.reader.content(*was);
    const auto head = judgement.reader.content(*now);
    if (!base || !head)
        return;
    const kube::CustomKind &kind = *now->manifest->customKind;
    const std::set<std::string> served = servedVersions(**head);
    const Instances instances = instancesOf(judgement, judgement.change.inventories.head, change.id.scope, kind);
    for (const std::string &version : servedVersions(**base)) {
        const std::string apiVersion = kind.group + "/" + version;
        const auto written =
            served.contains(version) ? std::vector<const argo::DeclaredObject *>() : writtenIn(instances, apiVersion);
        if (written.empty())
            continue;
        Finding finding;
        finding.id = change.id;
        finding.location = now->location;
        finding.related = {blast::declarationFor(*written.front(), {}).location};
        const std::string name = argo::shortText(change.id);
        const std::string names = namesOf(written);
        finding.message = written.size() == 1
                              ? say("{} at {} does not serve {} any more, and {} {} is still written in it ({}): the "
                                    "cluster refuses them, and the sync fails. Nothing is deleted by that.",
                                    name, placeOf(*now), apiVersion, written.size(), kind.kind, names)
                              : say("{} at {} does not serve {} any more, and {} {} are still written in it ({}): the "
                                    "cluster refuses them, and the sync fails. Nothing is deleted by that.",
                                    name, placeOf(*now), apiVersion, written.size(), kind.kind, names);
        report(judgement, "crd-deleted", Weight::Full, std::move(finding));
    }
}

} // namespace

void judgeDefinitions(Judgement &judgement)
{
    for (const AffectedObject &object : judgement.radius.objects) {
        if (blast::isCustomResourceDefinition(object.id))
            judgeDefinition(judgement, object);
    }
    for (const diff::ObjectChange &change : judgement.change.changes.changes) {
        if (blast::isCustomResourceDefinition(change.id) && !change.fields.empty())
            judgeVersions(judgement, change);
    }
}

} // namespace noclobber::rules
