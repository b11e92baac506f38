#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "ui/models/change_list.h"
#include "ui/models/text.h"

namespace noclobber::models {

namespace {

/// Words for the groups.
class GroupWords
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::GroupWords)
public:
    static QString title(const ReviewedObject &object, Grouping grouping);

private:
    static QString state(const ReviewedObject &object);
    static QString application(const ReviewedObject &object);
    static QString cluster(const argo::ObjectId &id);
    static QString place(const ReviewedObject &object, bool isFolder);
};

/// An overwritten object leads the list whatever it weighs, as it is why all the others are there.
Level groupLevel(const ReviewedObject &object)
{
    return object.state == ObjectState::Overwritten ? Level::Danger : object.level;
}

std::string_view folderOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

/// Equal for all rows of one group.
std::string groupKey(const ReviewedObject &object, Grouping grouping)
{
    const argo::Declaration *declaration = object.declaration;
    switch (grouping) {
    case Grouping::Application:
        return declaration != nullptr && declaration->application ? argo::toText(*declaration->application) : "";
    case Grouping::Cluster:
        return object.id.scope.text() + '\n' + object.id.key.nameSpace.text();
    case Grouping::Kind:
        return object.id.key.group.text() + '\n' + object.id.key.kind.text();
    case Grouping::File:
        return declaration != nullptr ? declaration->location.path.text() : "\n";
    case Grouping::Folder:
        return declaration != nullptr ? std::string(folderOf(declaration->location.path)) : "\n";
    case Grouping::Severity:
        break;
    }
    return std::to_string(static_cast<int>(groupLevel(object))) + ' ' + std::to_string(static_cast<int>(object.state));
}

QString GroupWords::title(const ReviewedObject &object, Grouping grouping)
{
    switch (grouping) {
    case Grouping::Application:
        return application(object);
    case Grouping::Cluster:
        return cluster(object.id);
    case Grouping::Kind:
        return object.id.key.group.empty() ? toQString(object.id.key.kind)
                                           : tr("%1 (%2)", "kind, API group")
                                                 .arg(toQString(object.id.key.kind), toQString(object.id.key.group));
    case Grouping::File:
        return place(object, false);
    case Grouping::Folder:
        return place(object, true);
    case Grouping::Severity:
        break;
    }
    return state(object);
}

QString GroupWords::state(const ReviewedObject &object)
{
    const Level level = groupLevel(object);
    if (level == levelOf(object.state))
        return Words::group(object.state);
    return level == Level::Loss
               ? tr("%1, with data at risk", "state of the objects in a group").arg(Words::state(object.state))
               : tr("%1, with findings", "state of the objects in a group").arg(Words::state(object.state));
}

QString GroupWords::application(const ReviewedObject &object)
{
    if (object.declaration == nullptr || !object.declaration->application)
        return tr("No Application seen here deploys them");
    const argo::ObjectId &id = *object.declaration->application;
    return id.scope.empty() ? objectText(id)
                            : tr("%1 in %2", "object, cluster").arg(objectText(id), toQString(id.scope));
}

QString GroupWords::cluster(const argo::ObjectId &id)
{
    const QString scope = toQString(id.scope);
    const QString nameSpace = toQString(id.key.nameSpace);
    if (scope.isEmpty())
        return nameSpace.isEmpty() ? tr("In no namespace") : tr("Namespace %1").arg(nameSpace);
    return nameSpace.isEmpty() ? tr("%1, in no namespace", "cluster").arg(scope)
                               : tr("%1, namespace %2", "cluster, namespace").arg(scope, nameSpace);
}

QString GroupWords::place(const ReviewedObject &object, bool isFolder)
{
    if (object.declaration == nullptr)
        return tr("In no file seen here");
    const std::string_view path = object.declaration->location.path;
    if (!isFolder)
        return toQString(path);
    return folderOf(path).empty() ? tr("Top folder of the repository") : toQString(folderOf(path));
}

/// Data first that is lost, then what is at risk, and what holds none last.
int dataRisk(const ReviewedObject &object)
{
    if (object.affected == nullptr)
        return 100;
    return static_cast<int>(object.affected->dataFate) * 2 + (object.affected->isStateful ? 0 : 1);
}

std::tuple<int, int, int> sortKey(const ReviewedObject &object, Sorting sorting)
{
    const int level = -static_cast<int>(object.level);
    switch (sorting) {
    case Sorting::Name:
        return {0, 0, 0};
    case Sorting::Dependants:
        return {-object.dependants, level, dataRisk(object)};
    case Sorting::Risk:
        break;
    }
    return {level, dataRisk(object), -object.dependants};
}

/// The groups in the order in which they are met, and the group of each object.
void collectGroups(const ChangeList &list, Arrangement &arrangement)
{
    std::unordered_map<std::string, std::uint32_t> known;
    arrangement.groupOf.reserve(list.objects.size());
    for (const ReviewedObject &object : list.objects) {
        const auto next = static_cast<std::uint32_t>(arrangement.groups.size());
        const auto [entry, isNew] = known.emplace(groupKey(object, arrangement.grouping), next);
        if (isNew)
            arrangement.groups.push_back({GroupWords::title(object, arrangement.grouping), {}, Level::Quiet});
        ChangeGroup &group = arrangement.groups[entry->second];
        const Level level = arrangement.grouping == Grouping::Severity ? groupLevel(object) : object.level;
        if (isNew || level > group.level) {
            group.level = level;
            group.glyph = glyphOf(object.state);
        }
        arrangement.groupOf.push_back(entry->second);
    }
}

/// Where each group comes, by its present place.
std::vector<std::uint32_t> ranksOf(const ChangeList &list, const Arrangement &arrangement)
{
    std::vector<std::uint32_t> sorted(arrangement.groups.size());
    std::iota(sorted.begin(), sorted.end(), 0U);
    // what a rule blocks though nothing happens to it itself is, as an overwritten object, why others are there
    const auto leads = [&](std::uint32_t group, ObjectState state) {
        return state == ObjectState::Overwritten ||
               (arrangement.groups[group].level >= Level::Danger && levelOf(state) < Level::Caution);
    };
    std::vector<ObjectState> states(sorted.size(), ObjectState::Unchanged);
    for (std::size_t place = 0; place < list.objects.size(); ++place)
        states[arrangement.groupOf[place]] = list.objects[place].state;
    const bool isBySeverity = arrangement.grouping == Grouping::Severity;
    const auto key = [&](std::uint32_t group) {
        const bool isFirst = isBySeverity && leads(group, states[group]);
        return std::tuple(!isFirst, -static_cast<int>(arrangement.groups[group].level),
                          isBySeverity ? static_cast<int>(states[group]) : 0);
    };
    std::ranges::stable_sort(sorted, [&](std::uint32_t one, std::uint32_t other) {
        return std::tuple(key(one), arrangement.groups[one].title) <
               std::tuple(key(other), arrangement.groups[other].title);
    });
    std::vector<std::uint32_t> ranks(sorted.size());
    for (std::uint32_t rank = 0; rank < sorted.size(); ++rank)
        ranks[sorted[rank]] = rank;
    return ranks;
}

} // namespace

Arrangement arrange(const ChangeList &list, Grouping grouping, Sorting sorting)
{
    Arrangement arrangement;
    arrangement.grouping = grouping;
    arrangement.sorting = sorting;
    collectGroups(list, arrangement);
    const std::vector<std::uint32_t> ranks = ranksOf(list, arrangement);
    std::vector<ChangeGroup> groups(ranks.size());
    for (std::size_t group = 0; group < ranks.size(); ++group)
        groups[ranks[group]] = std::move(arrangement.groups[group]);
    arrangement.groups = std::move(groups);
    for (std::uint32_t &group : arrangement.groupOf)
        group = ranks[group];
    for (std::uint32_t place = 0; place < list.objects.size(); ++place) {
        if (list.objects[place].newPlace < 0)
            arrangement.order.push_back(place);
    }
    std::ranges::sort(arrangement.order, {}, [&](std::uint32_t place) {
        return std::tuple(arrangement.groupOf[place], sortKey(list.objects[place], sorting), place);
    });
    return arrangement;
}

} // namespace noclobber::models
