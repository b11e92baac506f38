#pragma once

#include <QAbstractTableModel>
#include <optional>

#include "core/review/object_diff.h"
#include "ui/models/roles.h"

namespace noclobber::models {

/// The fields in which an object differs: path, base, head, and what the difference means. A last row may tell of a
/// setting that does not differ, and makes worse what does.
class FieldModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { PathColumn, BaseColumn, HeadColumn, RemarkColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// The change must be one of the review's; nullptr shows no fields.
    void setChange(const review::ReviewPtr &review, const diff::ObjectChange *change);

    /// Shows or leaves out what rules call noise.
    void setNoiseShown(bool shown);
    int noiseCount() const { return m_noiseCount; }
    /// All fields that differ, whether shown or not.
    int fieldCount() const { return m_change == nullptr ? 0 : static_cast<int>(m_change->fields.size()); }
    /// The path of a row; "" for none.
    std::string path(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        const diff::FieldChange *field = nullptr; ///< in the review; nullptr: the sync policy, which does not differ
        std::optional<diff::Noise> noise;
    };
    void fill();
    static std::string pathOf(const Row &row);
    QString text(const Row &row, int column) const;
    QString remark(const Row &row) const;
    QString sentence(const Row &row) const;
    Level levelOf(const Row &row) const;

    review::ReviewPtr m_review;
    const diff::ObjectChange *m_change = nullptr;
    bool m_showsNoise = false;
    int m_noiseCount = 0;
    std::vector<Row> m_rows;
};

/// A value on one line: scalars as they are, the rest as JSON; "(absent)" for none.
QString valueText(const std::optional<yaml::Node> &value);

} // namespace noclobber::models
