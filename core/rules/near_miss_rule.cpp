#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/base/text.h"
#include "core/diff/field_changes.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

constexpr std::size_t mostNeighbours = 5;
constexpr std::size_t longestName = 253; ///< the API server takes no longer one; every byte of a name costs a copy

using Changes = std::vector<const diff::ObjectChange *>;

/// New objects by all of their identity but the name.
std::map<argo::ObjectId, Changes> newNames(const Judgement &judgement)
{
    std::map<argo::ObjectId, Changes> names;
    for (const diff::ObjectChange &change : judgement.change.changes.changes) {
        if (change.status != diff::Status::Added || !change.winnerInHead() || isGenerated(change.id) ||
            change.id.key.name.size() > longestName)
            continue;
        argo::ObjectId place = change.id;
        place.key.name = {};
        names[place].push_back(&change);
    }
    return names;
}

/// The name itself and the name with each one byte left out: two names one edit apart share one of these.
std::vector<std::string> withoutOne(const std::string &name)
{
    std::vector<std::string> variants{name};
    for (std::size_t i = 0; i < name.size(); ++i)
        variants.push_back(std::string(name).erase(i, 1));
    return variants;
}

/// Objects that were there and stay, with the same identity but for the name.
blast::Objects settled(const Judgement &judgement, const argo::ObjectId &place)
{
    blast::Objects objects;
    const auto &all = judgement.change.inventories.base.objects;
    for (auto object = std::ranges::lower_bound(all, place, {}, &argo::DeclaredObject::id); object != all.end();
         ++object) {
        argo::ObjectId bare = object->id;
        bare.key.name = {};
        if (bare != place)
            break;
        if (object->id.key.name.size() <= longestName && judgement.change.inventories.head.find(object->id) &&
            !isGenerated(object->id))
            objects.push_back(&*object);
    }
    return objects;
}

/// Whether the two say something else beside their names. What cannot be read counts as different.
Result<bool> isOtherContent(Judgement &judgement, const argo::Declaration &one, const argo::Declaration &other)
{
    const auto first = judgement.reader.content(one);
    const auto second = judgement.reader.content(other);
    for (const auto *content : {&first, &second}) {
        if (!*content && content->error().code != ErrorCode::Yaml)
            return content->error();
    }
    if (!first || !second || !*first || !*second)
        return true;
    return diff::likeness(**first, **second) < 1.0;
}

Result<void> judgeOne(Judgement &judgement, const diff::ObjectChange &added, const blast::Objects &neighbours)
{
    const argo::Declaration &declaration = *added.winnerInHead();
    Finding finding;
    for (const argo::DeclaredObject *neighbour : neighbours) {
        const argo::DeclaredObject *now = judgement.change.inventories.head.find(neighbour->id);
        const argo::Declaration &other = blast::declarationFor(*now, {});
        const auto differs = isOtherContent(judgement, declaration, other);
        if (!differs)
            return differs.error();
        if (!*differs || finding.related.size() == mostNeighbours)
            continue;
        finding.message += (finding.related.empty() ? "" : " and ") + neighbour->id.key.name + " at " + placeOf(other);
        finding.related.push_back(other.location);
    }
    if (finding.related.empty())
        return {};
    finding.id = added.id;
    finding.location = declaration.location;
    finding.message = "The new " + argo::shortText(added.id) + " at " + placeOf(declaration) +
                      " is one character away from " + finding.message + ", and says something else.";
    report(judgement, "near-miss-name", Weight::Full, std::move(finding));
    return {};
}

} // namespace

Result<void> judgeNearMisses(Judgement &judgement)
{
    if (severityOf(judgement.change.configuration, "near-miss-name") == Severity::Off)
        return {};
    for (const auto &[place, added] : newNames(judgement)) {
        std::unordered_map<std::string, blast::Objects> byVariant;
        for (const argo::DeclaredObject *object : settled(judgement, place)) {
            for (const std::string &variant : withoutOne(object->id.key.name))
                byVariant[variant].push_back(object);
        }
        if (byVariant.empty())
            continue;
        for (const diff::ObjectChange *change : added) {
            std::map<argo::ObjectId, const argo::DeclaredObject *> near;
            for (const std::string &variant : withoutOne(change->id.key.name)) {
                const auto found = byVariant.find(variant);
                if (found == byVariant.end())
                    continue;
                for (const argo::DeclaredObject *object : found->second) {
                    if (editDistance(object->id.key.name, change->id.key.name) == 1)
                        near.emplace(object->id, object);
                }
            }
            blast::Objects neighbours;
            for (const auto &[id, object] : near)
                neighbours.push_back(object);
            if (const auto judged = judgeOne(judgement, *change, neighbours); !judged)
                return judged;
        }
    }
    return {};
}

} // namespace noclobber::rules
