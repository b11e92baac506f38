#include "ui/models/field_model.h"

#include <QCoreApplication>

#include "ui/models/object_state.h"
#include "ui/models/text.h"

namespace noclobber::models {

QString valueText(const std::optional<yaml::Node> &value)
{
    if (!value)
        return QCoreApplication::translate("noclobber::models::FieldModel", "(absent)");
    const bool isText = value->type == yaml::NodeType::String;
    QString text = toQString(isText ? value->scalar : yaml::toCanonicalJson(*value));
    return isText && text.isEmpty() ? QStringLiteral("\"\"") : text;
}

void FieldModel::setChange(const review::ReviewPtr &review, const diff::ObjectChange *change)
{
    beginResetModel();
    m_review = review;
    m_change = change;
    endResetModel();
}

int FieldModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_change == nullptr ? 0 : static_cast<int>(m_change->fields.size());
}

int FieldModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{ColumnCount};
}

QVariant FieldModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const diff::FieldChange &field = m_change->fields[static_cast<std::size_t>(index.row())];
    const QString cell = text(field, index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell.section(QLatin1Char('\n'), 0, 0) +
               (cell.contains(QLatin1Char('\n')) ? QStringLiteral(" …") : QString());
    case Qt::ToolTipRole:
        return cell;
    case Qt::AccessibleTextRole:
        if (index.column() != 0)
            return cell;
        return tr("%1 %2: base %3, head %4", "path, added or removed or changed, values")
            .arg(cell, Words::operation(field.operation), text(field, BaseColumn), text(field, HeadColumn));
    case LevelRole:
        return static_cast<int>(field.isImmutable ? Level::Caution : Level::Quiet);
    default:
        return {};
    }
}

QVariant FieldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PathColumn:
        return tr("Field");
    case BaseColumn:
        return tr("Base");
    case HeadColumn:
        return tr("Head");
    case RemarkColumn:
        return tr("Remark");
    default:
        return {};
    }
}

QString FieldModel::text(const diff::FieldChange &field, int column) const
{
    switch (column) {
    case PathColumn:
        return toQString(field.path);
    case BaseColumn:
        return valueText(field.base);
    case HeadColumn:
        return valueText(field.head);
    default:
        break;
    }
    QStringList remarks;
    if (field.isImmutable)
        remarks << tr("immutable: the API server refuses this");
    if (field.isOrderOnly)
        remarks << tr("only the order differs");
    if (field.isSecret)
        remarks << tr("secret: values are masked");
    return remarks.join(QStringLiteral(", "));
}

} // namespace noclobber::models
