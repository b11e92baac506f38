#include "ui/models/reference_model.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "ui/models/text.h"

namespace noclobber::models {

using Type = git::Reference::Type;

void ReferenceModel::setReferences(std::vector<git::Reference> references)
{
    m_references = std::move(references);
    setSearch({});
}

void ReferenceModel::setSearch(const QString &text)
{
    beginResetModel();
    m_shown.clear();
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (std::size_t i = 0; i < m_references.size(); ++i) {
        const git::Reference &reference = m_references[i];
        const QString all =
            toQString(reference.name + "\n" + reference.commit + "\n" + reference.summary + "\n" + reference.author);
        if (std::ranges::all_of(words, [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); }))
            m_shown.push_back(i);
    }
    endResetModel();
}

int ReferenceModel::find(const QString &name) const
{
    const auto found = std::ranges::find_if(
        m_shown, [&](std::size_t place) { return QString::fromStdString(m_references[place].name) == name; });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

QString ReferenceModel::revision(int row) const
{
    return QString::fromStdString(m_references[m_shown[static_cast<std::size_t>(row)]].name);
}

int ReferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ReferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{ColumnCount};
}

QVariant ReferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const git::Reference &reference = m_references[m_shown[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
        return text(reference, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (index.column() != 0)
            return text(reference, index.column());
        return tr("%1 %2, %3, by %4, %5", "type, name, message, author, date")
            .arg(typeWord(reference.type), text(reference, NameColumn), text(reference, SummaryColumn),
                 toQString(reference.author), text(reference, DateColumn));
    case GlyphRole:
        if (index.column() != NameColumn)
            return QString();
        return reference.type == Type::Tag      ? QStringLiteral("tag")
               : reference.type == Type::Commit ? QStringLiteral("commit")
                                                : QStringLiteral("branch");
    default:
        return {};
    }
}

QVariant ReferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case CommitColumn:
        return tr("Commit");
    case SummaryColumn:
        return tr("Message");
    case DateColumn:
        return tr("Date");
    default:
        return {};
    }
}

QString ReferenceModel::text(const git::Reference &reference, int column) const
{
    switch (column) {
    case NameColumn:
        return reference.type == Type::Commit ? toQString(reference.name).left(10) : toQString(reference.name);
    case CommitColumn:
        return toQString(reference.commit).left(10);
    case SummaryColumn:
        return toQString(reference.summary);
    default:
        return QLocale().toString(QDateTime::fromSecsSinceEpoch(reference.time), QLocale::ShortFormat);
    }
}

QString ReferenceModel::typeWord(Type type)
{
    switch (type) {
    case Type::Branch:
        return tr("branch");
    case Type::RemoteBranch:
        return tr("remote branch");
    case Type::Tag:
        return tr("tag");
    case Type::Commit:
        break;
    }
    return tr("commit");
}

} // namespace noclobber::models
