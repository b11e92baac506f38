#include "ui/models/change_model.h"

#include <algorithm>

#include "ui/models/change_text.h"
#include "ui/models/similar_changes.h"

namespace noclobber::models {

/// An object by its place in the list, or a group, or in a group the shared row of a delta.
struct ChangeModel::Anchor {
    int object = -1;
    int group = -1;
    int delta = -1;
    int column = 0;
};

void ChangeModel::setReview(const review::ReviewPtr &review)
{
    setReview(review, std::make_shared<const ChangeList>(makeChangeList(*review)));
}

void ChangeModel::setReview(const review::ReviewPtr &review, const ChangeListPtr &list)
{
    beginResetModel();
    m_review = review;
    m_list = list;
    m_arrangement = list->bySeverity;
    fill();
    endResetModel();
}

void ChangeModel::setArrangement(const ArrangementPtr &arrangement)
{
    const auto fillAnew = [&] {
        m_arrangement = arrangement;
        fill();
    };
    rebuild(fillAnew, false);
}

const ObjectFilter &ChangeModel::setFilter(const QString &text)
{
    std::vector<bool> candidates; // of a word that grows, only what matched its beginning
    if (isNarrower(m_filterText, text)) {
        candidates.reserve(m_rows.size());
        for (const Node *row : m_rows)
            candidates.push_back(row != nullptr);
    }
    const auto fillAnew = [&] {
        m_filter = ObjectFilter(text);
        m_filterText = text;
        fill(candidates);
    };
    rebuild(fillAnew, true);
    return m_filter;
}

void ChangeModel::setMarks(SeenMarks marks)
{
    m_marks = std::move(marks);
}

void ChangeModel::refreshMarks(const QModelIndex &current)
{
    if (m_filter.asksForMarks())
        rebuild([this] { fill(); }, true);
    else if (current.isValid())
        emit dataChanged(current.siblingAtColumn(StateColumn), current.siblingAtColumn(SeenColumn));
}

/// Changes what the rows are made of, and the rows, in one layout change. What is current, chosen or open stays with
/// the same object; groups only where they mean the same before and after.
void ChangeModel::rebuild(const std::function<void()> &fillAnew, bool keepsGroups)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint); // the columns stay
    const QModelIndexList before = persistentIndexList();
    std::vector<Anchor> anchors;
    anchors.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex &index : before)
        anchors.push_back(anchorOf(index));
    fillAnew();
    QModelIndexList after;
    after.reserve(before.size());
    for (const Anchor &anchor : anchors)
        after << (anchor.object >= 0 || keepsGroups ? indexOfAnchor(anchor) : QModelIndex());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

ChangeModel::Anchor ChangeModel::anchorOf(const QModelIndex &index) const
{
    const Node &node = nodeOf(index);
    Anchor anchor;
    anchor.column = index.column();
    if (!node.isGroup)
        anchor.object = static_cast<int>(node.item);
    else if (node.parent->parent == nullptr)
        anchor.group = static_cast<int>(node.item);
    else {
        anchor.group = static_cast<int>(node.parent->item);
        anchor.delta = static_cast<int>(node.item);
    }
    return anchor;
}

QModelIndex ChangeModel::indexOfAnchor(const Anchor &anchor) const
{
    if (anchor.object >= 0) {
        const Node *row = m_rows[static_cast<std::size_t>(anchor.object)];
        return row == nullptr ? QModelIndex() : indexOf(*row, anchor.column);
    }
    const Node *group = m_groups[static_cast<std::size_t>(anchor.group)];
    if (group == nullptr || anchor.delta < 0)
        return group == nullptr ? QModelIndex() : indexOf(*group, anchor.column);
    for (const Node *row : group->children) {
        if (row->isGroup && static_cast<int>(row->item) == anchor.delta)
            return indexOf(*row, anchor.column);
    }
    return {};
}

bool ChangeModel::matches(std::size_t place) const
{
    const ReviewedObject &object = m_list->objects[place];
    FilterMarks marks;
    marks.risk = static_cast<int>(object.level);
    if (m_filter.asksForMarks()) {
        marks.isSeen = isSeen(object);
        marks.hasComment = m_marks.comments && m_marks.comments(object.id) > 0;
    }
    return m_filter.matches(m_list->keys[place], marks) ||
           (object.oldPlace >= 0 && m_filter.matches(m_list->keys[static_cast<std::size_t>(object.oldPlace)], marks));
}

void ChangeModel::fill(const std::vector<bool> &candidates)
{
    clearNodes();
    m_rows.assign(m_list->objects.size(), nullptr);
    m_groups.assign(m_arrangement->groups.size(), nullptr);
    m_counts.assign(m_arrangement->groups.size(), 0);
    m_alike.assign(m_list->deltas.size(), {});
    m_shown = 0;
    std::vector<std::uint32_t> places;
    const std::vector<std::uint32_t> &order = m_arrangement->order;
    for (std::size_t i = 0; i < order.size();) {
        const std::uint32_t group = m_arrangement->groupOf[order[i]];
        places.clear();
        for (; i < order.size() && m_arrangement->groupOf[order[i]] == group; ++i) {
            if (m_filter.isEmpty() || ((candidates.empty() || candidates[order[i]]) && matches(order[i])))
                places.push_back(order[i]);
        }
        if (!places.empty())
            fillGroup(group, places);
    }
}

void ChangeModel::fillGroup(std::uint32_t group, const std::vector<std::uint32_t> &places)
{
    Node *parent = addNode(root(), group, true);
    m_groups[group] = parent;
    const auto deltaOf = [this](std::uint32_t place) { return m_list->objects[place].delta; };
    const auto alikeAt = [&](std::uint32_t place) -> Alike & {
        return m_alike[static_cast<std::size_t>(deltaOf(place))];
    };
    for (const std::uint32_t place : places)
        m_counts[group] += m_list->objects[place].oldPlace < 0 ? 1 : 2;
    m_shown += m_counts[group];
    for (const std::uint32_t place : places) {
        if (deltaOf(place) >= 0)
            ++alikeAt(place).count;
    }
    for (const std::uint32_t place : places) {
        Node *above = parent;
        if (deltaOf(place) >= 0 && alikeAt(place).count >= fewestSimilar) {
            Node *&row = alikeAt(place).row;
            if (row == nullptr)
                row = addNode(parent, static_cast<std::size_t>(deltaOf(place)), true);
            above = row;
        }
        m_rows[place] = addNode(above, place);
        if (m_list->objects[place].oldPlace >= 0)
            m_rows[static_cast<std::size_t>(m_list->objects[place].oldPlace)] = m_rows[place];
    }
    for (const std::uint32_t place : places) {
        if (deltaOf(place) >= 0)
            alikeAt(place) = {};
    }
}

QModelIndex ChangeModel::find(const argo::ObjectId &id) const
{
    const std::optional<std::size_t> place = m_list->find(id);
    const Node *row = place ? m_rows[*place] : nullptr;
    return row == nullptr ? QModelIndex() : indexOf(*row);
}

const ReviewedObject *ChangeModel::object(const QModelIndex &index) const
{
    if (!index.isValid() || nodeOf(index).isGroup)
        return nullptr;
    return &m_list->objects[nodeOf(index).item];
}

std::vector<argo::ObjectId> ChangeModel::objects(const QModelIndex &index) const
{
    std::vector<argo::ObjectId> ids;
    if (index.isValid())
        collect(nodeOf(index), ids);
    return ids;
}

std::vector<argo::ObjectId> ChangeModel::shownObjects() const
{
    std::vector<argo::ObjectId> ids;
    ids.reserve(static_cast<std::size_t>(m_shown));
    for (const Node *group : m_groups) {
        if (group != nullptr)
            collect(*group, ids);
    }
    return ids;
}

void ChangeModel::collect(const Node &node, std::vector<argo::ObjectId> &ids) const
{
    for (const Node *child : node.children)
        collect(*child, ids);
    if (node.isGroup)
        return;
    const ReviewedObject &object = m_list->objects[node.item];
    ids.push_back(object.id);
    if (object.oldPlace >= 0)
        ids.push_back(m_list->objects[static_cast<std::size_t>(object.oldPlace)].id);
}

const diff::ObjectChange *ChangeModel::delta(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const Node *node = &nodeOf(index);
    if (!node->isGroup)
        node = node->parent;
    const bool isFold = node->isGroup && node->parent != nullptr && node->parent->parent != nullptr;
    return isFold ? m_list->deltas[node->item] : nullptr;
}

QModelIndex ChangeModel::nextUnseenRisk(const QModelIndex &index) const
{
    const std::vector<std::uint32_t> &order = m_arrangement->order;
    std::size_t begin = 0;
    if (const ReviewedObject *current = object(index)) {
        const auto place = static_cast<std::uint32_t>(current - m_list->objects.data());
        begin = static_cast<std::size_t>(std::ranges::find(order, place) - order.begin()) + 1;
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::uint32_t place = order[(begin + i) % order.size()];
        const ReviewedObject &next = m_list->objects[place];
        if (m_rows[place] != nullptr && next.level >= Level::Caution && !isSeen(next))
            return indexOf(*m_rows[place]);
    }
    return {};
}

} // namespace noclobber::models
