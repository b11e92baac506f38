#include "core/report/ranking.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "core/base/catalogue.h"
#include "core/base/say.h"

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

/// Findings of one rule and mend that are still shown one by one.
constexpr std::size_t mostApart = 3;

/// What starts the accident comes before what follows from it.
std::size_t rankOf(std::string_view rule)
{
    constexpr std::array<std::string_view, 9> order{
        "overwrite",         "contested-object", "application-retargeted", "application-removed",   "naming",
        "namespace-deleted", "prune-all",        "stateful-deleted",       "stateful-orphaned-data"};
    return static_cast<std::size_t>(std::ranges::find(order, rule) - order.begin());
}

/// How many links at the beginning of an object's chain are those of a cause, the object's own link left out.
std::size_t sharedLinks(const Cause &cause, const blast::AffectedObject &object)
{
    const auto &before = *cause.because;
    const auto &links = object.because;
    std::size_t shared = 0;
    while (shared + 1 < links.size() && shared + 1 < before.size() && links[shared] == before[shared])
        ++shared;
    return shared;
}

} // namespace

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
            const bool isOwn = reason.id == object->id;
            key += isOwn ? withoutPlace(reason.text, *object) : argo::toText(reason.id) + '\n' + reason.text;
            key += '\n';
        }
        const auto [place, isNew] = places.emplace(std::move(key), causes.size());
        if (isNew) {
            const std::size_t shared = causes.empty() ? 0 : sharedLinks(causes.back(), *object);
            causes.push_back({&object->because, shared, {}});
        }
        causes[place->second].objects.push_back(object);
    }
    return causes;
}

std::string withoutPlace(std::string text, const blast::AffectedObject &object)
{
    const std::string place = object.location ? argo::toText(*object.location) : std::string();
    const std::size_t found = place.empty() ? std::string::npos : text.find(place);
    if (found == std::string::npos)
        return text;
    std::string shorter = text.substr(0, found);
    appendSpaced(shorter, say("its file"));
    appendSpaced(shorter, std::string_view(text).substr(found + place.size()));
    return shorter;
}

std::string withoutName(const blast::Reason &reason)
{
    const std::string name = argo::shortText(reason.id) + " ";
    return reason.text.starts_with(name) ? reason.text.substr(name.size()) : reason.text;
}

std::string afterName(const blast::Reason &reason)
{
    std::string words = withoutName(reason);
    return words == reason.text ? say(": {}", words) : " " + words;
}

std::string commonReason(const Cause &cause)
{
    return withoutPlace(cause.because->back().text, *cause.objects.front());
}

std::vector<FindingGroup> groupedFindings(const review::Review &review)
{
    std::vector<FindingGroup> groups;
    std::map<std::tuple<bool, int, std::size_t, std::string, std::string>, std::vector<const rules::Finding *>> alike;
    for (const rules::Finding &finding : review.findings)
        alike[{finding.waived.has_value(), -static_cast<int>(finding.severity), rankOf(finding.rule), finding.rule,
               finding.help}]
            .push_back(&finding);
    for (const auto &[key, findings] : alike) {
        const bool isAboutObjects = !findings.front()->id.key.kind.empty(); // one about a file says more than its place
        if (findings.size() > mostApart && !findings.front()->waived && isAboutObjects) {
            groups.push_back({findings});
            continue;
        }
        for (const rules::Finding *finding : findings)
            groups.push_back({{finding}});
    }
    return groups;
}

} // namespace noclobber::report
