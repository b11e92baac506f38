#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "core/argo/engines.h"
#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/blast/hooks.h"
#include "core/kube/manifest.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

using blast::AffectedObject;
using blast::Effect;

/// Where the text of objects that left the render still stands, by the Application they left.
struct Excluded {
    std::vector<argo::Location> places; ///< in base
    std::set<std::string> reasons;
    std::size_t objects = 0;
    bool anyGoes = false;
};

using Blobs = std::unordered_set<git::BlobId>;

/// The first entries of head with these contents: where a renamed file went.
using EntriesByBlob = std::unordered_map<git::BlobId, const git::TreeEntry *>;

EntriesByBlob entriesWith(const Blobs &blobs, const git::TreeSnapshot &tree)
{
    EntriesByBlob entries;
    for (const git::TreeEntry &entry : tree.entries) {
        if (entry.type == git::EntryType::File && blobs.contains(entry.id))
            entries.emplace(entry.id, &entry);
    }
    return entries;
}

/// Whether something of head stands at the very place: it is read, if under another identity.
bool isRead(const Judgement &judgement, const argo::Location &place)
{
    return std::ranges::any_of(judgement.lookups.headFiles().at(place.path), [&](const argo::Declaration *declaration) {
        return declaration->location.document == place.document && declaration->location.item == place.item;
    });
}

/// Why the text is there and the object is not, one clause; "" if its text is gone, or it was moved on purpose.
Result<std::string> whyExcluded(Judgement &judgement, const argo::Declaration &was, const EntriesByBlob &moves)
{
    const git::TreeEntry *file = judgement.change.comparison.head.find(was.location.path);
    if (file && isRead(judgement, was.location))
        return std::string();
    if (file && file->id == was.blob)
        return say("{} is as it was, but is not read any more", was.location.path);
    if (file) {
        const auto bytes = judgement.reader.file(file->id);
        if (!bytes)
            return bytes.error().code == ErrorCode::Io ? Result<std::string>(std::string()) : bytes.error();
        const auto manifests = kube::readManifests(*bytes, yaml::formatOf(was.location.path));
        const bool isThere = std::ranges::any_of(manifests.manifests, [&](const auto &manifest) {
            return manifest->kind == was.manifest->kind && manifest->name == was.manifest->name &&
                   manifest->nameSpace == was.manifest->nameSpace;
        });
        return isThere && manifests.skipsRendering
                   ? say("{} has the comment +argocd:skip-file-rendering, which has Argo CD pass it over",
                         was.location.path)
                   : std::string();
    }
    const auto moved = moves.find(was.blob);
    return moved == moves.end() ? std::string()
                                : say("{} is called {} now, which is not read", was.location.path, moved->second->path);
}

bool hasLeft(const AffectedObject &affected)
{
    switch (affected.effect) {
    case Effect::Pruned:
    case Effect::PrunePending:
    case Effect::Blocked:
    case Effect::Orphaned:
    case Effect::Kept:
        return true;
    default:
        return false;
    }
}

/// Whether the object left by what is rendered of the same sources: not because its Application looks elsewhere.
bool isSameSource(const Judgement &judgement, const argo::Declaration &was)
{
    if (!was.application)
        return true;
    const argo::Application *base = judgement.change.inventories.base.findApplication(*was.application);
    const argo::Application *head = judgement.change.inventories.head.findApplication(*was.application);
    if (!base || !head || blast::movesToOtherCluster(*base, *head) || blast::isPinned(*base, *head))
        return false;
    return std::ranges::any_of(head->sources, [&](const argo::Source &source) {
        return source.isHere && isWithin(was.location.path, source.path) &&
               std::ranges::any_of(base->sources,
                                   [&](const argo::Source &before) { return before.path == source.path; });
    });
}

/// The objects that may have been left out, with their declarations in base.
std::vector<std::pair<const AffectedObject *, const argo::Declaration *>> leaversOf(const Judgement &judgement)
{
    std::vector<std::pair<const AffectedObject *, const argo::Declaration *>> leavers;
    for (const AffectedObject &affected : judgement.radius.objects) {
        if (affected.isDerived || !hasLeft(affected))
            continue;
        if (const argo::DeclaredObject *object = judgement.change.inventories.base.find(affected.id))
            leavers.emplace_back(&affected, &blast::declarationFor(*object, {}));
    }
    return leavers;
}

/// Where the files went that held these and are gone.
EntriesByBlob movesOf(const Judgement &judgement, const auto &leavers)
{
    const git::TreeSnapshot &head = judgement.change.comparison.head;
    Blobs gone;
    for (const auto &[affected, was] : leavers) {
        if (!head.find(was->location.path))
            gone.insert(was->blob);
    }
    return gone.empty() ? EntriesByBlob() : entriesWith(gone, head);
}

/// Dropped by a hook annotation that says nothing: "" if not.
std::string droppedAsHook(const Judgement &judgement, const argo::Declaration &was)
{
    const argo::DeclaredObject *now = judgement.change.inventories.head.find(was.id);
    if (!now)
        return {};
    const argo::Declaration &declaration = blast::declarationFor(*now, was.application);
    return blast::isDroppedAsHook(*was.manifest, *declaration.manifest)
               ? say("{} has a hook annotation that Argo CD does not know", placeOf(declaration))
               : std::string();
}

void tell(Judgement &judgement, const std::optional<argo::ObjectId> &application, Excluded excluded)
{
    std::ranges::sort(excluded.places);
    Finding finding;
    if (application)
        finding.id = *application;
    finding.location = excluded.places.front();
    finding.related.assign(excluded.places.begin() + 1, excluded.places.end());
    constexpr std::size_t mostReasons = 5;
    const std::vector<std::string> reasons(excluded.reasons.begin(), excluded.reasons.end());
    std::string why = join(std::span(reasons).first(std::min(reasons.size(), mostReasons)), say("; "));
    if (reasons.size() > mostReasons)
        why += say("; and {} more files", reasons.size() - mostReasons);
    const std::string left = application ? argo::deployerName(*application) : say("what is deployed");
    finding.message = excluded.objects == 1
                          ? say("{} object leaves {} though the text is still there: {}.", excluded.objects, left, why)
                          : say("{} objects leave {} though the text is still there: {}.", excluded.objects, left, why);
    report(judgement, "render-exclusion", excluded.anyGoes ? Weight::Full : Weight::Milder, std::move(finding));
}

} // namespace

Result<void> judgeExclusions(Judgement &judgement)
{
    const auto leavers = leaversOf(judgement);
    const EntriesByBlob moves = movesOf(judgement, leavers);
    std::map<std::optional<argo::ObjectId>, Excluded> found;
    for (const auto &[affected, declaration] : leavers) {
        const argo::Declaration &was = *declaration;
        std::string why = droppedAsHook(judgement, was);
        if (why.empty() && !judgement.change.inventories.head.find(affected->id) && isSameSource(judgement, was)) {
            auto excluded = whyExcluded(judgement, was, moves);
            if (!excluded)
                return excluded.error();
            why = std::move(*excluded);
        }
        if (why.empty())
            continue;
        Excluded &entry = found[was.application];
        entry.places.push_back(was.location);
        ++entry.objects;
        entry.anyGoes = entry.anyGoes || blast::isDeletion(affected->effect) || affected->effect == Effect::Blocked;
        entry.reasons.insert(std::move(why));
    }
    for (auto &[application, excluded] : found)
        tell(judgement, application, std::move(excluded));
    return {};
}

} // namespace noclobber::rules
