#include "ui/models/commit_model.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "ui/models/text.h"

namespace noclobber::models {

using Type = git::Reference::Type;

namespace {

constexpr int shortId = 10;

enum Group : std::size_t { References, Commits };

} // namespace

void CommitModel::setList(const CommitListPtr &list)
{
    m_list = list;
    fill();
}

void CommitModel::setSearch(const QString &text)
{
    m_search = text;
    fill();
}

void CommitModel::fill()
{
    beginResetModel();
    clearNodes();
    m_shown = 0;
    const QStringList words = m_search.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const std::size_t references = m_list->history.references.size();
    addGroup(References, 0, references, words);
    addGroup(Commits, references, m_list->keys.size(), words);
    endResetModel();
}

void CommitModel::addGroup(std::size_t group, std::size_t begin, std::size_t end, const QStringList &words)
{
    Node *parent = nullptr;
    for (std::size_t item = begin; item < end; ++item) {
        const QString &key = m_list->keys[item];
        if (!std::ranges::all_of(words, [&](const QString &word) { return key.contains(word); }))
            continue;
        parent = parent == nullptr ? addNode(root(), group, true) : parent;
        addNode(parent, item);
        ++m_shown;
    }
}

CommitModel::Row CommitModel::rowOf(std::size_t item) const
{
    const git::History &history = m_list->history;
    if (item < history.references.size())
        return {&history.references[item], nullptr};
    return {nullptr, &history.commits[item - history.references.size()]};
}

QModelIndex CommitModel::find(const QString &revision) const
{
    const std::string wanted = revision.toStdString();
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        for (int row = 0; row < rowCount(parent); ++row) {
            const QModelIndex child = index(row, 0, parent);
            const Row found = rowOf(nodeOf(child).item);
            if (found.reference != nullptr ? found.reference->name == wanted : found.commit->id == wanted)
                return child;
        }
    }
    return {};
}

QModelIndex CommitModel::first() const
{
    return rowCount() > 0 ? index(0, 0, index(0, 0)) : QModelIndex();
}

QString CommitModel::revision(const QModelIndex &index) const
{
    if (!index.isValid() || nodeOf(index).isGroup)
        return {};
    const Row row = rowOf(nodeOf(index).item);
    return QString::fromStdString(row.reference != nullptr ? row.reference->name : row.commit->id);
}

int CommitModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant CommitModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = nodeOf(index);
    if (node.isGroup)
        return index.column() == 0 ? groupData(node, role) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return text(node.item, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? sentence(node.item) : text(node.item, index.column());
    case GlyphRole:
        return index.column() == 0 ? glyphOf(rowOf(node.item)) : QString();
    case LanesRole:
        if (index.column() != 0 || !m_search.isEmpty() || rowOf(node.item).commit == nullptr)
            return {};
        return QVariant::fromValue(m_list->lanes[node.item - m_list->history.references.size()]);
    default:
        return {};
    }
}

QVariant CommitModel::groupData(const Node &node, int role) const
{
    const auto count = static_cast<int>(node.children.size());
    const QString name = node.item == References ? tr("Branches and tags") : tr("Commits, the newest first");
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::AccessibleTextRole:
        return tr("%1, %Ln rows", "group of rows", count).arg(name);
    case CountRole:
        return count;
    default:
        return {};
    }
}

QVariant CommitModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case SummaryColumn:
        return tr("Message");
    case AuthorColumn:
        return tr("Author");
    case DateColumn:
        return tr("Date");
    default:
        return {};
    }
}

QString CommitModel::text(std::size_t item, int column) const
{
    const auto [reference, commit] = rowOf(item);
    switch (column) {
    case NameColumn:
        return reference != nullptr ? toQString(reference->name) : toQString(commit->id).left(shortId);
    case SummaryColumn: {
        if (reference != nullptr)
            return toQString(reference->summary);
        const auto labels = m_list->labels.find(commit->id);
        const QString summary = toQString(commit->summary);
        return labels == m_list->labels.end()
                   ? summary
                   : tr("[%1] %2", "branches and tags of a commit, its message").arg(labels->second, summary);
    }
    case AuthorColumn:
        return toQString(reference != nullptr ? reference->author : commit->author);
    default:
        return QLocale().toString(QDateTime::fromSecsSinceEpoch(reference != nullptr ? reference->time : commit->time),
                                  QLocale::ShortFormat);
    }
}

QString CommitModel::sentence(std::size_t item) const
{
    const auto [reference, commit] = rowOf(item);
    const QString name = text(item, NameColumn);
    const QString what = commit != nullptr                       ? tr("Commit %1").arg(name)
                         : reference->type == Type::Tag          ? tr("Tag %1").arg(name)
                         : reference->type == Type::RemoteBranch ? tr("Remote branch %1").arg(name)
                                                                 : tr("Branch %1").arg(name);
    const QString said = tr("%1: %2, by %3, %4", "branch or commit, message, author, date")
                             .arg(what, text(item, SummaryColumn), text(item, AuthorColumn), text(item, DateColumn));
    if (commit == nullptr || commit->parents.size() < 2)
        return said;
    return tr("%1. It merges %Ln commits.", "description of a commit", static_cast<int>(commit->parents.size()))
        .arg(said);
}

QString CommitModel::glyphOf(const Row &row)
{
    if (row.commit != nullptr)
        return QStringLiteral("commit");
    return row.reference->type == Type::Tag ? QStringLiteral("tag") : QStringLiteral("branch");
}

} // namespace noclobber::models
