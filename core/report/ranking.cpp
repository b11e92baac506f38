#include "core/report/ranking.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace noclobber::report {

namespace {

std::vector<const blast::AffectedObject *> ranked(const review::Review &review, bool (*isWanted)(blast::Effect))
{
    std::vector<const blast::AffectedObject *> objects;
    for (const blast::AffectedObject &object : review.radius.objects) {
        if (isWanted(object.effect))
            objects.push_back(&object);
    }
    std::ranges::stable_sort(objects, {}, [](const blast::AffectedObject *object) {
        return std::tuple(!object->isStateful, object->dataFate, object->effect, object->recoveryTier);
    });
    return objects;
}

bool needsALook(blast::Effect effect)
{
    using blast::Effect;
    return effect == Effect::PrunePending || effect == Effect::Blocked || effect == Effect::Orphaned ||
           effect == Effect::Adopted || effect == Effect::Kept;
}

} // namespace

std::vector<const rules::Finding *> rankedFindings(const review::Review &review)
{
    std::vector<const rules::Finding *> findings;
    for (const rules::Finding &finding : review.findings)
        findings.push_back(&finding);
    std::ranges::stable_sort(findings, {}, [](const rules::Finding *finding) {
        return std::tuple(finding->waived.has_value(), -static_cast<int>(finding->severity));
    });
    return findings;
}

std::vector<const blast::AffectedObject *> rankedDeletions(const review::Review &review)
{
    return ranked(review, blast::isDeletion);
}

std::vector<const blast::AffectedObject *> rankedSurvivors(const review::Review &review)
{
    return ranked(review, needsALook);
}

std::vector<StatusGroup> rankedChanges(const review::Review &review)
{
    using diff::Status;
    constexpr std::array order{Status::Overwritten, Status::Removed,    Status::Renamed,  Status::Unknown,
                               Status::Shadowed,    Status::Duplicated, Status::Modified, Status::Moved,
                               Status::Added,       Status::Unchanged};
    std::vector<StatusGroup> groups;
    for (const Status status : order) {
        StatusGroup group{status, {}};
        for (const diff::ObjectChange &change : review.changes.changes) {
            if (change.status == status)
                group.changes.push_back(&change);
        }
        if (!group.changes.empty())
            groups.push_back(std::move(group));
    }
    return groups;
}

std::vector<Cause> groupedByCause(const std::vector<const blast::AffectedObject *> &objects)
{
    std::vector<Cause> causes;
    std::map<std::string, std::size_t> places;
    for (const blast::AffectedObject *object : objects) {
        std::string key;
        for (const blast::Reason &reason : object->because) {
            key += reason.id == object->id ? std::string() : argo::toText(reason.id);
            key += '\n' + reason.text + '\n';
        }
        const auto [place, isNew] = places.emplace(std::move(key), causes.size());
        if (isNew)
            causes.push_back({&object->because, {}});
        causes[place->second].objects.push_back(object);
    }
    return causes;
}

} // namespace noclobber::report
