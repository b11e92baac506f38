#include "ui/models/change_list.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/blast/protections.h"
#include "ui/models/change_keys.h"
#include "ui/models/similar_changes.h"

namespace noclobber::models {

namespace {

/// Merges the two sorted lists of the review.
std::vector<ReviewedObject> unitedObjects(const review::Review &review)
{
    std::vector<ReviewedObject> objects;
    auto change = review.changes.changes.begin();
    auto affected = review.radius.objects.begin();
    while (change != review.changes.changes.end() || affected != review.radius.objects.end()) {
        ReviewedObject object;
        const bool takesChange = affected == review.radius.objects.end() ||
                                 (change != review.changes.changes.end() && change->id <= affected->id);
        const bool takesAffected = change == review.changes.changes.end() ||
                                   (affected != review.radius.objects.end() && affected->id <= change->id);
        object.id = takesChange ? change->id : affected->id;
        if (takesChange)
            object.change = &*change++;
        if (takesAffected)
            object.affected = &*affected++;
        object.state = stateOf(object.change, object.affected);
        object.level = levelOf(object.state);
        if (object.affected != nullptr)
            object.level = std::max(object.level, levelOf(*object.affected));
        objects.push_back(std::move(object));
    }
    return objects;
}

const argo::Declaration *declarationIn(const argo::Inventory &inventory, const argo::ObjectId &id)
{
    const argo::DeclaredObject *object = inventory.find(id);
    if (object == nullptr || object->declarations.empty())
        return nullptr;
    return object->winner() != nullptr ? object->winner() : &object->declarations.back();
}

const argo::Declaration *declarationOf(const ReviewedObject &object, const review::Review &review)
{
    if (object.change != nullptr) {
        const diff::ObjectChange &change = *object.change;
        if (const argo::Declaration *winner = change.winnerInHead())
            return winner;
        if (!change.head.empty())
            return &change.head.back();
        if (const argo::Declaration *winner = change.winnerInBase())
            return winner;
        return change.base.empty() ? nullptr : &change.base.back();
    }
    const auto find = [&](const argo::ObjectId &id) {
        const argo::Declaration *found = declarationIn(review.inventories.head, id);
        return found != nullptr ? found : declarationIn(review.inventories.base, id);
    };
    const argo::Declaration *own = find(object.id);
    if (own != nullptr || object.affected == nullptr || object.affected->because.size() < 2)
        return own;
    return find(object.affected->because[object.affected->because.size() - 2].id);
}

bool isProtected(const ReviewedObject &object, const review::Review &review)
{
    if (object.affected != nullptr && !object.affected->protections.empty())
        return true;
    if (object.declaration == nullptr || object.declaration->manifest == nullptr || object.declaration->id != object.id)
        return false;
    const argo::Application *application =
        object.declaration->application ? review.inventories.head.findApplication(*object.declaration->application)
                                        : nullptr;
    return !blast::protectionsOf(*object.declaration->manifest, application, review.configuration).empty();
}

/// Counts for each object whom the change reaches through it.
void countDependants(ChangeList &list)
{
    std::optional<std::size_t> last; // neighbours mostly have the same cause
    for (const ReviewedObject &object : list.objects) {
        if (object.affected == nullptr)
            continue;
        for (const blast::Reason &reason : object.affected->because) {
            if (reason.id == object.id)
                continue;
            if (!last || list.objects[*last].id != reason.id)
                last = list.find(reason.id);
            if (last)
                ++list.objects[*last].dependants;
        }
    }
}

Level weightOf(Severity severity)
{
    return severity == Severity::Block ? Level::Danger : severity == Severity::Warn ? Level::Caution : Level::Quiet;
}

void note(ReviewedObject &object, const rules::Finding &finding)
{
    object.finding = std::max(object.finding, finding.severity);
    if (!finding.waived)
        object.level = std::max(object.level, weightOf(finding.severity));
}

using FindingsByFile = std::map<Name, std::vector<const rules::Finding *>>;

/// Weighs what begins inside a declaration; `inFile` is sorted by line.
void noteInside(ReviewedObject &object, const argo::Location &place, const std::vector<const rules::Finding *> &inFile)
{
    const auto line = [](const rules::Finding *finding) { return finding->location->firstLine; };
    for (auto next = std::ranges::lower_bound(inFile, place.firstLine, {}, line);
         next != inFile.end() && line(*next) <= place.lastLine; ++next)
        note(object, **next);
}

/// Findings above note weigh on the object they are about, and on each whose declaration they point into.
void noteFindings(ChangeList &list, const review::Review &review)
{
    FindingsByFile byFile;
    for (const rules::Finding &finding : review.findings) {
        if (finding.severity <= Severity::Note)
            continue;
        if (const auto place = list.find(finding.id))
            note(list.objects[*place], finding);
        if (finding.location)
            byFile[finding.location->path].push_back(&finding);
    }
    if (byFile.empty())
        return;
    for (auto &[path, findings] : byFile)
        std::ranges::sort(findings, {}, [](const rules::Finding *finding) { return finding->location->firstLine; });
    for (ReviewedObject &object : list.objects) {
        if (object.declaration == nullptr || object.declaration->id != object.id)
            continue;
        const argo::Location &place = object.declaration->location;
        if (const auto found = byFile.find(place.path); found != byFile.end())
            noteInside(object, place, found->second);
    }
}

/// Whether a renamed object stands beside the one it was: what holds data, or has a finding, is shown as what it is to
/// the cluster, one deletion and one creation.
bool mayBePaired(const ReviewedObject &object, const review::Review &review)
{
    const bool losesData = object.affected != nullptr &&
                           (object.affected->isStateful || object.affected->dataFate != blast::DataFate::None ||
                            object.affected->effect == blast::Effect::CascadeDeleted);
    return !losesData && object.finding <= Severity::Note && object.dependants == 0 &&
           !blast::isStateful(review.configuration, object.id.key);
}

void pairRenamed(ChangeList &list, const review::Review &review)
{
    for (std::size_t place = 0; place < list.objects.size(); ++place) {
        ReviewedObject &object = list.objects[place];
        if (object.change == nullptr || !object.change->renamedFrom || object.state != ObjectState::Renamed)
            continue;
        const auto old = list.find(*object.change->renamedFrom);
        if (!old || !mayBePaired(object, review) || !mayBePaired(list.objects[*old], review))
            continue;
        object.oldPlace = static_cast<int>(*old);
        list.objects[*old].newPlace = static_cast<int>(place);
    }
}

int countFormattedFiles(const std::vector<ReviewedObject> &objects)
{
    std::set<Name> files;
    for (const ReviewedObject &object : objects) {
        if (object.change == nullptr || !object.change->flags.formattingOnly || object.affected != nullptr)
            return 0;
        if (object.declaration != nullptr)
            files.insert(object.declaration->location.path);
    }
    return static_cast<int>(files.size());
}

} // namespace

std::optional<std::size_t> ChangeList::find(const argo::ObjectId &id) const
{
    const auto found = std::ranges::lower_bound(objects, id, {}, &ReviewedObject::id);
    return found != objects.end() && found->id == id ? std::optional(static_cast<std::size_t>(found - objects.begin()))
                                                     : std::nullopt;
}

ChangeList makeChangeList(const review::Review &review)
{
    ChangeList list;
    list.objects = unitedObjects(review);
    for (ReviewedObject &object : list.objects) {
        object.declaration = declarationOf(object, review);
        object.isProtected = isProtected(object, review);
    }
    countDependants(list);
    noteFindings(list, review);
    pairRenamed(list, review);
    findSimilar(list);
    addFilterKeys(list, review);
    list.formattedFiles = countFormattedFiles(list.objects);
    list.bySeverity = std::make_shared<const Arrangement>(arrange(list, Grouping::Severity, Sorting::Risk));
    return list;
}

} // namespace noclobber::models
