#include "ui/models/path_tree.h"

#include <algorithm>

#include "core/argo/engines.h"
#include "core/report/words.h"

namespace noclobber::models {

using blast::AffectedObject;
using blast::Reason;

namespace {

PathColumn columnOf(const argo::ObjectId &id)
{
    if (argo::isDeployer(id.key) || argo::isPlumbing(id.key))
        return PathColumn::Application;
    if (id.key.group.empty() && id.key.kind == "Namespace")
        return PathColumn::Namespace;
    if (id.key.kind == "PersistentVolumeClaim")
        return PathColumn::Claim;
    return id.key.kind == "PersistentVolume" ? PathColumn::Volume : PathColumn::Workload;
}

class PathMaker
{
public:
    PathMaker(const review::Review &review, const argo::ObjectId &id) : m_review(review), m_id(id) {}

    PathNode make();

private:
    bool isSibling(const AffectedObject &object) const;
    void add(const AffectedObject &object);
    PathNode &step(PathNode &above, const Reason &reason, const AffectedObject &last);
    PathNode &namespaceOf(PathNode &above, const argo::ObjectId &id);
    void addStorage(PathNode &above, const AffectedObject &object);

    const review::Review &m_review;
    const argo::ObjectId &m_id;
    const AffectedObject *m_target = nullptr;
    std::set<argo::ObjectId> m_chain; ///< what leads to the object
    PathNode m_root;
};

PathNode PathMaker::make()
{
    m_target = m_review.radius.find(m_id);
    if (m_target != nullptr) {
        for (const Reason &reason : m_target->because) {
            if (reason.id != m_id)
                m_chain.insert(reason.id);
        }
    }
    m_root.isOnPath = true;
    if (m_target != nullptr)
        add(*m_target);
    for (const AffectedObject &object : m_review.radius.objects) {
        const bool follows = std::ranges::find(object.because, m_id, &Reason::id) != object.because.end();
        if (&object != m_target && (follows || isSibling(object)))
            add(object);
    }
    return std::move(m_root);
}

/// Reached from the same step, of the same kind, in the same namespace, with the same fate.
bool PathMaker::isSibling(const AffectedObject &object) const
{
    if (m_target == nullptr || m_target->because.size() < 2 || object.because.size() != m_target->because.size())
        return false;
    const std::size_t above = object.because.size() - 2;
    return object.because[above].id == m_target->because[above].id && object.id.key.kind == m_id.key.kind &&
           object.id.key.nameSpace == m_id.key.nameSpace && object.effect == m_target->effect &&
           object.dataFate == m_target->dataFate;
}

void PathMaker::add(const AffectedObject &object)
{
    PathNode *node = &m_root;
    for (const Reason &reason : object.because)
        node = &step(*node, reason, object);
    if (object.because.empty() || object.because.back().id != object.id)
        node = &step(*node, {object.id, {}}, object);
    addStorage(*node, object);
}

PathNode &PathMaker::step(PathNode &above, const Reason &reason, const AffectedObject &last)
{
    const argo::ObjectId &id = reason.id;
    const PathColumn column = std::max(columnOf(id), above.column);
    const bool needsNamespace =
        column > PathColumn::Namespace && above.column < PathColumn::Namespace && !id.key.nameSpace.empty();
    PathNode &parent = needsNamespace ? namespaceOf(above, id) : above;
    const AffectedObject *affected = id == last.id ? &last : m_review.radius.find(id);
    const bool leadsThere = m_chain.contains(id);
    std::string key = argo::toText(id);
    if (!leadsThere && affected != nullptr)
        key = "*/" + id.key.kind + "/" + id.key.nameSpace + "/" + std::string(report::word(affected->effect)) + "/" +
              std::string(report::word(affected->dataFate));
    std::unique_ptr<PathNode> &node = parent.children[key];
    if (!node) {
        node = std::make_unique<PathNode>();
        node->column = column;
        node->affected = affected;
        node->reason = affected == nullptr || affected->because.empty() ? nullptr : &affected->because.back();
        for (const Reason &each : last.because) {
            if (each.id == id)
                node->reason = &each;
        }
    }
    node->ids.insert(id);
    if (id == m_id) // of several alike, the one that was asked for stands first
        node->affected = affected;
    const bool isOn = leadsThere || id == m_id;
    node->isOnPath = node->isOnPath || isOn;
    parent.isOnPath = parent.isOnPath || isOn;
    return *node;
}

PathNode &PathMaker::namespaceOf(PathNode &above, const argo::ObjectId &id)
{
    std::unique_ptr<PathNode> &node = above.children["ns/" + id.key.nameSpace];
    if (!node) {
        node = std::make_unique<PathNode>();
        node->column = PathColumn::Namespace;
        node->text = id.key.nameSpace;
        node->affected = m_review.radius.find({id.scope, {"", "Namespace", "", id.key.nameSpace}});
    }
    return *node;
}

void PathMaker::addStorage(PathNode &above, const AffectedObject &object)
{
    if (object.storage.empty() || above.column >= PathColumn::Volume)
        return;
    std::unique_ptr<PathNode> &node = above.children["volume/" + std::string(report::word(object.dataFate))];
    if (!node)
        node = std::make_unique<PathNode>();
    node->column = PathColumn::Volume;
    node->dataFate = object.dataFate;
    node->storage[object.id] = object.storage;
    node->isOnPath = node->isOnPath || object.id == m_id;
}

} // namespace

blast::DataFate PathNode::worstFate() const
{
    blast::DataFate worst = affected != nullptr ? std::min(dataFate, affected->dataFate) : dataFate;
    for (const auto &[key, child] : children)
        worst = std::min(worst, child->worstFate());
    return worst;
}

PathNode pathTree(const review::Review &review, const argo::ObjectId &id)
{
    return PathMaker(review, id).make();
}

} // namespace noclobber::models
