#include "ui/models/radius_tree.h"

#include <QCoreApplication>
#include <unordered_map>
#include <unordered_set>

#include "ui/models/text.h"

namespace noclobber::models {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::RadiusTree)
};

/// A row below another one, by identity; of a group that has none, by its text as the name.
struct Branch {
    int parent = -1;
    argo::ObjectId id;

    bool operator==(const Branch &) const = default;
};

struct BranchHash {
    std::size_t operator()(const Branch &branch) const
    {
        auto value = static_cast<std::size_t>(branch.parent);
        const kube::ResourceKey &key = branch.id.key;
        for (const Name &part : {branch.id.scope, key.group, key.kind, key.nameSpace, key.name})
            value = value * 1'000'003U + std::hash<Name>()(part);
        return value;
    }
};

class TreeBuilder
{
public:
    TreeBuilder(RadiusTree &tree, RadiusGrouping grouping) : m_tree(tree), m_grouping(grouping) {}

    void add(std::span<const std::uint32_t> places);

private:
    void addByCause(const RadiusObject &object);
    int groupOf(const RadiusObject &object);
    int namespaceGroup(const argo::ObjectId &id);
    int owner(const RadiusObject &object, int group);
    int rowOf(const RadiusObject &object, int parent);
    int branch(int parent, const argo::ObjectId &id);
    int row(int parent, const argo::ObjectId &id);
    int group(const Name &name, const QString &heading);
    void show(int row, const RadiusObject &object);
    const review::Review &review() const { return *m_tree.list->review; }

    RadiusTree &m_tree;
    RadiusGrouping m_grouping;
    std::unordered_map<Branch, int, BranchHash> m_branches;
    std::unordered_set<const blast::AffectedObject *> m_wanted;
};

void TreeBuilder::add(std::span<const std::uint32_t> places)
{
    const std::vector<RadiusObject> &objects = m_tree.list->objects;
    for (const std::uint32_t place : places)
        m_wanted.insert(objects[place].affected);
    for (const std::uint32_t place : places) {
        const RadiusObject &object = objects[place];
        if (m_grouping == RadiusGrouping::Cause)
            addByCause(object);
        else
            show(rowOf(object, owner(object, groupOf(object))), object);
    }
    m_tree.shown = static_cast<int>(places.size());
    for (std::size_t i = m_tree.rows.size(); i-- > 0;) { // a row comes after the one it stands below
        const RadiusRow &row = m_tree.rows[i];
        if (row.parent < 0)
            continue;
        const bool isLost =
            row.object != nullptr && row.affected != nullptr && row.affected->dataFate == blast::DataFate::Lost;
        RadiusRow &above = m_tree.rows[static_cast<std::size_t>(row.parent)];
        above.below += row.below + (row.object != nullptr ? 1 : 0);
        above.lostBelow += row.lostBelow + (isLost ? 1 : 0);
    }
}

/// The chains of reasons, laid over each other.
void TreeBuilder::addByCause(const RadiusObject &object)
{
    int row = -1;
    if (object.affected != nullptr) {
        for (const blast::Reason &reason : object.affected->because) {
            row = branch(row, reason.id);
            RadiusRow &made = m_tree.rows[static_cast<std::size_t>(row)];
            if (made.reason == nullptr)
                made.reason = &reason;
        }
    }
    const bool endsWithItself = row >= 0 && *m_tree.rows[static_cast<std::size_t>(row)].id == *object.id;
    show(endsWithItself ? row : rowOf(object, row), object);
}

int TreeBuilder::groupOf(const RadiusObject &object)
{
    const kube::ResourceKey &key = object.id->key;
    switch (m_grouping) {
    case RadiusGrouping::Application:
        return object.application != nullptr ? branch(-1, *object.application)
                                             : group(Name("-"), Say::tr("No Application that deploys it is seen here"));
    case RadiusGrouping::Namespace:
        return namespaceGroup(*object.id);
    default:
        return group(key.kind, toQString(key.kind));
    }
}

/// Of several clusters, each has its own.
int TreeBuilder::namespaceGroup(const argo::ObjectId &id)
{
    const QString name =
        id.key.nameSpace.empty() ? Say::tr("Objects of the whole cluster") : toQString(id.key.nameSpace);
    if (!m_tree.list->hasSeveralClusters || id.scope.empty())
        return group(Name("-" + id.key.nameSpace), name);
    return group(Name(id.scope + "/" + id.key.nameSpace.text()),
                 Say::tr("%1 in %2", "namespace, cluster").arg(name, toQString(id.scope)));
}

/// Where an object stands in its group: below what made it, if that is shown too.
int TreeBuilder::owner(const RadiusObject &object, int group)
{
    const blast::AffectedObject *affected = object.affected;
    if (affected == nullptr || !affected->isDerived || affected->because.size() < 2 ||
        m_grouping == RadiusGrouping::Kind)
        return group;
    const argo::ObjectId &id = affected->because[affected->because.size() - 2].id;
    const blast::AffectedObject *maker = review().radius.find(id);
    return maker != nullptr && m_wanted.contains(maker) ? branch(group, maker->id) : group;
}

/// What cannot be told has a row of its own, beside that of the same object where one more thing is known of it.
int TreeBuilder::rowOf(const RadiusObject &object, int parent)
{
    return object.affected == nullptr ? row(parent, *object.id) : branch(parent, *object.id);
}

int TreeBuilder::branch(int parent, const argo::ObjectId &id)
{
    const auto [place, isNew] = m_branches.try_emplace({parent, id}, static_cast<int>(m_tree.rows.size()));
    return isNew ? row(parent, id) : place->second;
}

int TreeBuilder::row(int parent, const argo::ObjectId &id)
{
    RadiusRow &made = m_tree.rows.emplace_back();
    made.parent = parent;
    made.id = &id;
    made.namesCluster = m_tree.list->hasSeveralClusters && !id.scope.empty();
    made.affected = review().radius.find(id);
    made.change = review().changes.find(id);
    if (m_grouping != RadiusGrouping::Cause && made.affected != nullptr && !made.affected->because.empty())
        made.reason = &made.affected->because.back();
    return static_cast<int>(m_tree.rows.size()) - 1;
}

int TreeBuilder::group(const Name &name, const QString &heading)
{
    const argo::ObjectId id{{}, {{}, {}, {}, name}};
    const auto [place, isNew] = m_branches.try_emplace({-1, id}, static_cast<int>(m_tree.rows.size()));
    if (isNew)
        m_tree.rows.emplace_back().heading = heading;
    return place->second;
}

void TreeBuilder::show(int row, const RadiusObject &object)
{
    RadiusRow &shown = m_tree.rows[static_cast<std::size_t>(row)];
    shown.object = &object;
    shown.affected = object.affected;
    const auto *because = object.affected != nullptr ? &object.affected->because : nullptr;
    const bool endsWithItself = because != nullptr && !because->empty() && because->back().id == *object.id;
    if (endsWithItself && !because->back().text.empty())
        shown.reason = &because->back();
}

} // namespace

RadiusTreePtr makeRadiusTree(const RadiusListPtr &list, std::span<const std::uint32_t> places, RadiusGrouping grouping)
{
    auto tree = std::make_shared<RadiusTree>();
    tree->list = list;
    tree->rows.reserve(places.size() + places.size() / 8);
    TreeBuilder(*tree, grouping).add(places);
    return tree;
}

} // namespace noclobber::models
