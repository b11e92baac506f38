#pragma once

#include <QAbstractTableModel>
#include <optional>

#include "core/review/review.h"
#include "ui/models/roles.h"

namespace noclobber::models {

/// The fields in which an object differs: path, base, head.
class FieldModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { PathColumn, BaseColumn, HeadColumn, RemarkColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// The change must be one of the review's; nullptr shows no fields.
    void setChange(const review::ReviewPtr &review, const diff::ObjectChange *change);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const diff::FieldChange &field, int column) const;

    review::ReviewPtr m_review;
    const diff::ObjectChange *m_change = nullptr;
};

/// A value on one line: scalars as they are, the rest as JSON; "(absent)" for none.
QString valueText(const std::optional<yaml::Node> &value);

} // namespace noclobber::models
