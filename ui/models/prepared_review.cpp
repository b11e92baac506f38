#include "ui/models/prepared_review.h"

#include <algorithm>
#include <map>

#include "core/blast/main_cause.h"
#include "core/review/verdict.h"
#include "ui/models/text.h"

namespace noclobber::models {

namespace {

std::vector<record::RecordKeeper::Reviewed> reviewedObjects(const ChangeList &list)
{
    std::vector<record::RecordKeeper::Reviewed> objects;
    objects.reserve(list.objects.size());
    for (const ReviewedObject &object : list.objects)
        objects.push_back({object.id, object.level >= Level::Caution});
    return objects;
}

std::optional<argo::ObjectId> firstObject(const review::Review &review, const ChangeList &list)
{
    const auto cause = blast::mainCause(review.radius);
    if (cause && (cause->deletions > 1 || cause->others == 0)) // else it is one of many
        return cause->id;
    std::map<argo::ObjectId, Severity> severities; // the worst of each
    for (const rules::Finding &finding : review.findings) {
        if (finding.id != argo::ObjectId() && !finding.waived)
            severities[finding.id] = std::max(severities[finding.id], finding.severity);
    }
    std::optional<argo::ObjectId> worst;
    for (const std::uint32_t place : list.bySeverity->order) {
        const argo::ObjectId &id = list.objects[place].id;
        if (const auto found = severities.find(id);
            found != severities.end() && (!worst || found->second > severities[*worst]))
            worst = id;
    }
    if (worst)
        return worst;
    const std::vector<std::uint32_t> &order = list.bySeverity->order;
    return order.empty() ? std::nullopt : std::optional(list.objects[order.front()].id);
}

} // namespace

PreparedReviewPtr prepareReview(const review::ReviewPtr &review)
{
    auto prepared = std::make_shared<PreparedReview>();
    prepared->review = review;
    prepared->list = std::make_shared<const ChangeList>(makeChangeList(*review));
    prepared->sentence = toQString(review::verdictSentence(*review, countText));
    prepared->cause = review::verdictCause(*review);
    prepared->gate = DecisionGate(review);
    prepared->objects = reviewedObjects(*prepared->list);
    prepared->first = firstObject(*review, *prepared->list);
    prepared->rails = makeGuardRailList(review, nullptr);
    prepared->radius = countRadius(review->radius);
    for (const recovery::Step &step : review->recovery.steps)
        prepared->stepKeys.push_back(record::stepKey(step));
    return prepared;
}

} // namespace noclobber::models
