#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/base/say.h"
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

/// Whether the edit distance of two names is 1: one byte more, less or another, or two neighbours swapped.
bool isOneEditAway(std::string_view one, std::string_view other)
{
    while (!one.empty() && !other.empty() && one.front() == other.front()) {
        one.remove_prefix(1);
        other.remove_prefix(1);
    }
    while (!one.empty() && !other.empty() && one.back() == other.back()) {
        one.remove_suffix(1);
        other.remove_suffix(1);
    }
    const bool isSwapped = one.size() == 2 && other.size() == 2 && one[0] == other[1] && one[1] == other[0];
    return isSwapped || (std::max(one.size(), other.size()) == 1);
}

/// The name itself and the name with each one byte left out: two names one edit apart share one of these.
std::vector<std::string> withoutOne(const std::string &name)
{
    std::vector<std::string> variants{name};
    for (std::size_t i = 0; i < name.size(); ++i)
        variants.push_back(std::string(name).erase(i, 1));
    return variants;
}

/// Objects that were there, with the same identity but for the name.
blast::Objects neighboursAt(const Judgement &judgement, const argo::ObjectId &place)
{
    blast::Objects objects;
    const auto &all = judgement.change.inventories.base.objects;
    for (auto object = std::ranges::lower_bound(all, place, {}, &argo::DeclaredObject::id); object != all.end();
         ++object) {
        const kube::ResourceKey &key = object->id.key;
        if (key.nameSpace != place.key.nameSpace || key.kind != place.key.kind || key.group != place.key.group ||
            object->id.scope != place.scope)
            break;
        if (key.name.size() <= longestName && !isGenerated(object->id))
            objects.push_back(&*object);
    }
    return objects;
}

/// Old objects by what their names have in common with names one edit away.
class Neighbours
{
public:
    /// `asked`: how many names will be looked for.
    Neighbours(blast::Objects objects, std::size_t asked) : m_objects(std::move(objects))
    {
        constexpr std::size_t fewest = 30; // fewer are compared with each object sooner than their names are cut up
        for (const argo::DeclaredObject *object : asked < fewest ? blast::Objects() : m_objects) {
            for (const std::string &variant : withoutOne(object->id.key.name))
                m_byVariant[variant].push_back(object);
        }
    }

    /// Those one edit away from a name, sorted by id.
    blast::Objects near(const std::string &name) const
    {
        std::map<argo::ObjectId, const argo::DeclaredObject *> found;
        const auto look = [&](const blast::Objects &objects) {
            for (const argo::DeclaredObject *object : objects) {
                if (isOneEditAway(object->id.key.name, name))
                    found.emplace(object->id, object);
            }
        };
        if (m_byVariant.empty())
            look(m_objects);
        for (const std::string &variant : m_byVariant.empty() ? std::vector<std::string>() : withoutOne(name)) {
            if (const auto known = m_byVariant.find(variant); known != m_byVariant.end())
                look(known->second);
        }
        blast::Objects objects;
        for (const auto &[id, object] : found)
            objects.push_back(object);
        return objects;
    }

private:
    blast::Objects m_objects;
    std::unordered_map<std::string, blast::Objects> m_byVariant;
};

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
        if (!now)
            continue; // it does not stay
        const argo::Declaration &other = blast::declarationFor(*now, {});
        const auto differs = isOtherContent(judgement, declaration, other);
        if (!differs)
            return differs.error();
        if (!*differs || finding.related.size() == mostNeighbours)
            continue;
        finding.message +=
            say("{}{} at {}", finding.related.empty() ? "" : say(" and "), neighbour->id.key.name, placeOf(other));
        finding.related.push_back(other.location);
    }
    if (finding.related.empty())
        return {};
    finding.id = added.id;
    finding.location = declaration.location;
    finding.message = say("The new {} at {} is one character away from {}, and says something else.",
                          argo::shortText(added.id), placeOf(declaration), finding.message);
    report(judgement, "near-miss-name", Weight::Full, std::move(finding));
    return {};
}

} // namespace

Result<void> judgeNearMisses(Judgement &judgement)
{
    if (severityOf(judgement.change.configuration, "near-miss-name") == Severity::Off)
        return {};
    for (const auto &[place, added] : newNames(judgement)) {
        const Neighbours neighbours(neighboursAt(judgement, place), added.size());
        for (const diff::ObjectChange *change : added) {
            if (const auto judged = judgeOne(judgement, *change, neighbours.near(change->id.key.name)); !judged)
                return judged;
        }
    }
    return {};
}

} // namespace noclobber::rules
