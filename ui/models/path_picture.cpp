#include "ui/models/path_picture.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <tuple>

#include "core/blast/data_reason.h"
#include "core/kube/quantity.h"
#include "core/report/ranking.h"
#include "ui/models/object_state.h"
#include "ui/models/path_tree.h"
#include "ui/models/text.h"

namespace noclobber::models {

namespace {

constexpr std::size_t mostNames = 3;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::PathPicture)
};

Level levelOf(blast::DataFate fate)
{
    const bool isLoss = fate == blast::DataFate::Lost || fate == blast::DataFate::AtRisk;
    return isLoss ? Level::Loss : Level::Note;
}

QString sizeText(const PathNode &node)
{
    kube::Int128 sum = 0;
    for (const auto &[id, size] : node.storage) {
        const auto thousandths = kube::parseQuantity(size);
        if (!thousandths)
            return toQString(node.storage.begin()->second);
        sum += *thousandths;
    }
    return toQString(kube::storageText(static_cast<std::uint64_t>(sum / 1000)));
}

/// Names of what a box stands for, the one that was asked for first.
QString namesText(const PathNode &node, const argo::ObjectId &wanted)
{
    QStringList names;
    if (node.ids.contains(wanted))
        names << toQString(wanted.key.name);
    for (const argo::ObjectId &id : node.ids) {
        if (id != wanted && names.size() < static_cast<qsizetype>(mostNames))
            names << toQString(id.key.name);
    }
    const int more = static_cast<int>(node.ids.size()) - static_cast<int>(names.size());
    const QString list = listed(names);
    return more > 0 ? Say::tr("%1 and %n more", "names", more).arg(list) : list;
}

class PictureMaker
{
public:
    PictureMaker(const review::Review &review, const argo::ObjectId &id) : m_review(review) { m_picture.id = id; }

    PathPicture make();

private:
    using Children = std::vector<const PathNode *>;

    Children sorted(const PathNode &node) const;
    int sizeWith(const PathNode &node, std::size_t mostChildren) const;
    void add(const PathNode &node, int parent, std::size_t mostChildren);
    void addRest(const Children &rest, int parent);
    PathBox boxOf(const PathNode &node) const;
    PathBox changeBox(const PathNode &root) const;
    PathBox objectBox(const PathNode &node) const;

    const review::Review &m_review;
    PathPicture m_picture;
};

PathPicture PictureMaker::make()
{
    const PathNode root = pathTree(m_review, m_picture.id);
    if (root.children.empty())
        return m_picture;
    std::size_t most = 1;
    for (std::size_t step = mostPathBoxes / 2; step > 0; step /= 2) {
        while (most + step <= mostPathBoxes && sizeWith(root, most + step) <= mostPathBoxes)
            most += step;
    }
    add(root, -1, most);
    return m_picture;
}

PictureMaker::Children PictureMaker::sorted(const PathNode &node) const
{
    Children children;
    for (const auto &[key, child] : node.children)
        children.push_back(child.get());
    std::ranges::stable_sort(children, {}, [](const PathNode *child) {
        return std::tuple(!child->isOnPath, child->worstFate(), -static_cast<int>(child->ids.size()));
    });
    return children;
}

int PictureMaker::sizeWith(const PathNode &node, std::size_t mostChildren) const
{
    int boxes = 1;
    const Children children = sorted(node);
    for (std::size_t i = 0; i < std::min(children.size(), mostChildren); ++i)
        boxes += sizeWith(*children[i], mostChildren);
    return boxes + (children.size() > mostChildren ? 1 : 0);
}

void PictureMaker::add(const PathNode &node, int parent, std::size_t mostChildren)
{
    PathBox box = boxOf(node);
    box.column = node.column;
    box.parent = parent;
    box.isOnPath = node.isOnPath;
    if (parent >= 0)
        box.sentence = Say::tr("%1. Because of: %2", "box, the box that leads to it")
                           .arg(box.sentence, m_picture.boxes[static_cast<std::size_t>(parent)].title);
    const int place = static_cast<int>(m_picture.boxes.size());
    m_picture.boxes.push_back(std::move(box));
    Children children = sorted(node);
    const std::size_t shown = std::min(children.size(), mostChildren);
    for (std::size_t i = 0; i < shown; ++i)
        add(*children[i], place, mostChildren);
    children.erase(children.begin(), children.begin() + static_cast<std::ptrdiff_t>(shown));
    if (!children.empty())
        addRest(children, place);
}

/// One box for all that found no room.
void PictureMaker::addRest(const Children &rest, int parent)
{
    const auto count = [](const PathNode &node, const auto &self) -> int {
        int objects = static_cast<int>(node.ids.size());
        for (const auto &[key, child] : node.children)
            objects += self(*child, self);
        return objects;
    };
    int objects = 0;
    for (const PathNode *node : rest)
        objects += count(*node, count);
    m_picture.leftOut += objects;
    PathBox box;
    box.column = rest.front()->column;
    box.parent = parent;
    box.title = Say::tr("%Ln more objects", "", objects);
    box.detail = Say::tr("see the list");
    box.sentence = Say::tr("%Ln more objects are in the list, not in the picture", "", objects);
    box.glyph = QStringLiteral("note");
    m_picture.boxes.push_back(box);
}

PathBox PictureMaker::boxOf(const PathNode &node) const
{
    if (node.column == PathColumn::Change)
        return changeBox(node);
    PathBox box;
    if (!node.storage.empty()) {
        box.title = sizeText(node);
        box.detail = Words::dataFate(node.dataFate);
        box.level = levelOf(node.dataFate);
        box.glyph = node.dataFate == blast::DataFate::Lost ? QStringLiteral("data-lost") : QStringLiteral("data-kept");
        box.sentence = Say::tr("Volumes of %1: %2", "size, data fate").arg(box.title, box.detail);
        return box;
    }
    if (node.ids.empty()) {
        box.title = toQString(node.text);
        box.detail = node.affected != nullptr ? Words::effect(node.affected->effect) : QString();
        box.level = node.affected != nullptr ? models::levelOf(*node.affected) : Level::Quiet;
        box.glyph = node.affected != nullptr ? glyphOf(*node.affected) : QStringLiteral("unchanged");
        box.sentence = Say::tr("Namespace %1").arg(box.title);
        return box;
    }
    return objectBox(node);
}

/// Where the change begins: the line of what starts it.
PathBox PictureMaker::changeBox(const PathNode &root) const
{
    PathBox box;
    box.title = Say::tr("The change");
    box.glyph = QStringLiteral("commit");
    const PathNode &first = *root.children.begin()->second;
    const diff::ObjectChange *change = first.ids.empty() ? nullptr : m_review.changes.find(*first.ids.begin());
    if (change != nullptr) {
        const argo::Declaration *declaration =
            change->winnerInHead() != nullptr ? change->winnerInHead() : change->winnerInBase();
        if (declaration == nullptr)
            declaration = change->head.empty() ? &change->base.back() : &change->head.back();
        box.detail = placeText(declaration->location);
    }
    box.sentence = box.detail.isEmpty() ? box.title : Say::tr("The change, at %1").arg(box.detail);
    return box;
}

PathBox PictureMaker::objectBox(const PathNode &node) const
{
    PathBox box;
    box.id = node.ids.contains(m_picture.id) ? m_picture.id : *node.ids.begin();
    const QString kind = toQString(box.id->key.kind);
    const diff::ObjectChange *change = m_review.changes.find(*box.id);
    const bool isMany = node.ids.size() > 1;
    const bool isCause = node.column == PathColumn::Application && change != nullptr;
    box.title = isMany ? Say::tr("%1 × %L2", "kind, count").arg(kind).arg(node.ids.size())
                       : Say::tr("%1 %2", "kind, name").arg(kind, toQString(box.id->key.name));
    QString fate;
    if (isCause) {
        const ObjectState state = stateOf(change, nullptr);
        fate = Words::state(state);
        box.level = models::levelOf(state);
        box.glyph = glyphOf(state);
    } else if (node.affected != nullptr) {
        const QString data = Words::dataFate(node.affected->dataFate);
        fate = Words::effect(node.affected->effect);
        fate = data.isEmpty() ? fate : Say::tr("%1, %2", "effect, data fate").arg(fate, data);
        box.level = models::levelOf(*node.affected);
        box.glyph = glyphOf(*node.affected);
    }
    box.detail = isMany ? Say::tr("%1: %2", "fate, names").arg(fate, namesText(node, m_picture.id)) : fate;
    box.sentence = Say::tr("%1: %2", "object, fate").arg(box.title, box.detail);
    if (node.reason != nullptr && !node.reason->text.empty())
        box.sentence = Say::tr("%1. Why: %2", "box, reason").arg(box.sentence, toQString(node.reason->text));
    return box;
}

} // namespace

PathPicture pathOf(const review::Review &review, const argo::ObjectId &id)
{
    return PictureMaker(review, id).make();
}

QStringList pathHeadings()
{
    return {Say::tr("Change"),   Say::tr("Application"), Say::tr("Namespace"),
            Say::tr("Workload"), Say::tr("Claim"),       Say::tr("Volume")};
}

} // namespace noclobber::models
