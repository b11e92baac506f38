#include <algorithm>
#include <array>

#include "core/base/say.h"
#include "core/kube/removed_versions.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

/// A kind that is an order: its objects delete data by being there.
struct Order {
    std::string_view group;
    std::string_view kind;
    std::string_view consequence;
};

/// What the catalogue of stateful kinds calls "an added object that destroys".
constexpr std::array orders{
    Order{"velero.io", "DeleteBackupRequest",
          toSay("Velero deletes the backup it names, in its storage too, and the volume snapshots that belong to it")}};

const Order *findOrder(const kube::ResourceKey &key)
{
    const auto found = std::ranges::find_if(
        orders, [&](const Order &order) { return order.group == key.group && order.kind == key.kind; });
    return found == orders.end() ? nullptr : &*found;
}

bool isNew(const diff::ObjectChange &change)
{
    return change.status == diff::Status::Added ||
           (change.status == diff::Status::Renamed && change.renamedFrom.has_value());
}

bool isAltered(const diff::ObjectChange &change)
{
    return change.status == diff::Status::Modified || change.status == diff::Status::Overwritten ||
           (change.status == diff::Status::Moved && !change.fields.empty());
}

/// The winner in head; while contested the last one.
const argo::Declaration *declarationInHead(const diff::ObjectChange &change)
{
    if (change.headWinner)
        return change.winnerInHead();
    return change.head.empty() ? nullptr : &change.head.back();
}

} // namespace

void judgeDestructiveAdditions(Judgement &judgement)
{
    for (const diff::ObjectChange &change : judgement.change.changes.changes) {
        const Order *order = findOrder(change.id.key);
        const argo::Declaration *declaration = declarationInHead(change);
        // An order that says something else is a new one: its operator reads it again.
        if (!order || !declaration || (!isNew(change) && !isAltered(change)))
            continue;
        Finding finding;
        finding.id = change.id;
        finding.location = declaration->location;
        finding.message =
            say("{} is added at {}, and deletes data by being there: {}. Reverting the commit does not bring it back.",
                argo::shortText(change.id), placeOf(*declaration), said(order->consequence));
        report(judgement, "destructive-addition", Weight::Full, std::move(finding));
    }
}

void judgeRemovedVersions(Judgement &judgement)
{
    for (const diff::ObjectChange &change : judgement.change.changes.changes) {
        const argo::Declaration *declaration = declarationInHead(change);
        if (!declaration || (!isNew(change) && !isAltered(change)))
            continue;
        const kube::Manifest &manifest = *declaration->manifest;
        const kube::RemovedVersion *removed = kube::findRemovedVersion(manifest.apiVersion, manifest.kind);
        if (!removed)
            continue;
        Finding finding;
        finding.id = change.id;
        finding.location = declaration->location;
        finding.message =
            say("{} at {} is written in {}, which Kubernetes {} and later do not serve: there the sync fails. {}",
                argo::shortText(change.id), placeOf(*declaration), manifest.apiVersion, std::string(removed->release),
                removed->instead.empty() ? say("Nothing takes its place.")
                                         : say("Write it in {}.", std::string(removed->instead)));
        report(judgement, "api-removed", Weight::Full, std::move(finding));
    }
}

} // namespace noclobber::rules
