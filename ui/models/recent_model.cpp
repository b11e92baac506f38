#include "ui/models/recent_model.h"

#include <QDir>
#include <QLocale>

#include "core/base/say.h"
#include "ui/models/text.h"

namespace noclobber::models {

using review::Headline;

QString glyphOf(Headline headline)
{
    switch (headline) {
    case Headline::Block:
        return QStringLiteral("verdict-block");
    case Headline::CannotTell:
        return QStringLiteral("verdict-unknown");
    case Headline::LookFirst:
        return QStringLiteral("verdict-look");
    case Headline::Safe:
        break;
    }
    return QStringLiteral("verdict-safe");
}

Level levelOf(Headline headline)
{
    switch (headline) {
    case Headline::Block:
        return Level::Loss;
    case Headline::CannotTell:
    case Headline::LookFirst:
        return Level::Caution;
    case Headline::Safe:
        break;
    }
    return Level::Note;
}

void RecentModel::setReviews(const QList<RecentReview> &reviews)
{
    beginResetModel();
    m_reviews = reviews;
    m_missing.clear();
    endResetModel();
}

void RecentModel::setMissing(const std::vector<bool> &missing)
{
    if (missing.size() != static_cast<std::size_t>(m_reviews.size()) || missing.empty())
        return;
    m_missing = missing;
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RecentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_reviews.size());
}

int RecentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{ColumnCount};
}

bool RecentModel::isMissing(int row) const
{
    return static_cast<std::size_t>(row) < m_missing.size() && m_missing[static_cast<std::size_t>(row)];
}

QVariant RecentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RecentReview &review = m_reviews.at(index.row());
    const bool isVerdict = index.column() == VerdictColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return review.source.folders
                   ? tr("%1 and %2", "two folders")
                         .arg(toQString(review.source.folders->base), toQString(review.source.folders->head))
                   : QDir::toNativeSeparators(toQString(review.source.comparison.folder));
    case Qt::AccessibleTextRole:
        if (!isVerdict)
            return text(index.row(), index.column());
        return tr("%1, %2, from %3 to %4, %5, opened %6", "verdict, repository, base, head, what was seen, when")
            .arg(verdictText(index.row()), review.title, review.base, review.head, seenText(review),
                 text(index.row(), OpenedColumn));
    case BadgeRole:
        return isVerdict;
    case GlyphRole:
        if (isVerdict && !isMissing(index.row()))
            return review.headline ? glyphOf(*review.headline) : QStringLiteral("unknown");
        return isVerdict ? QStringLiteral("removed") : QString();
    case LevelRole:
        return static_cast<int>(isVerdict && review.headline && !isMissing(index.row()) ? levelOf(*review.headline)
                                                                                        : Level::Quiet);
    default:
        return {};
    }
}

QVariant RecentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case VerdictColumn:
        return tr("Verdict");
    case TitleColumn:
        return tr("Repository");
    case ChangeColumn:
        return tr("Change");
    case SeenColumn:
        return tr("Seen");
    case OpenedColumn:
        return tr("Opened");
    default:
        return {};
    }
}

QString RecentModel::verdictText(int row) const
{
    const RecentReview &review = m_reviews.at(row);
    if (isMissing(row))
        return review.source.folders ? tr("Folder is missing") : tr("Repository is missing");
    return review.headline ? toQString(said(review::headlineText(*review.headline))) : tr("Not analysed");
}

QString RecentModel::seenText(const RecentReview &review) const
{
    if (!review.headline)
        return {};
    const QLocale locale;
    return tr("%1 of %2 seen", "objects").arg(locale.toString(review.seen), locale.toString(review.objects));
}

QString RecentModel::text(int row, int column) const
{
    const RecentReview &review = m_reviews.at(row);
    switch (column) {
    case VerdictColumn:
        return verdictText(row);
    case TitleColumn:
        return review.title;
    case ChangeColumn:
        return review.head.isEmpty() ? review.base : tr("%1 → %2", "base, head").arg(review.base, review.head);
    case SeenColumn:
        return seenText(review);
    default:
        return ageText(review.opened, QDateTime::currentDateTime());
    }
}

std::vector<bool> findMissing(const QList<RecentReview> &reviews)
{
    std::vector<bool> missing;
    for (const RecentReview &review : reviews)
        missing.push_back(!isThere(review.source));
    return missing;
}

} // namespace noclobber::models
