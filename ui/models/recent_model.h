#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "ui/models/recent_reviews.h"
#include "ui/models/roles.h"

namespace noclobber::models {

QString glyphOf(review::Headline headline);
Level levelOf(review::Headline headline);

/// Reviews that were opened before, the newest first.
class RecentModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { VerdictColumn, TitleColumn, ChangeColumn, SeenColumn, OpenedColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setReviews(const QList<RecentReview> &reviews);
    /// Which of them are there no more, in their order.
    void setMissing(const std::vector<bool> &missing);
    const QList<RecentReview> &reviews() const { return m_reviews; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isMissing(int row) const;
    QString text(int row, int column) const;
    QString verdictText(int row) const;
    QString seenText(const RecentReview &review) const;

    QList<RecentReview> m_reviews;
    std::vector<bool> m_missing;
};

/// Which folders or repositories are gone. Looks at the disk.
std::vector<bool> findMissing(const QList<RecentReview> &reviews);

} // namespace noclobber::models
