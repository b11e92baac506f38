#include "ui/models/field_model.h"

#include <QCoreApplication>

#include "ui/models/diff_text.h"
#include "ui/models/field_meaning.h"
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
    fill();
    endResetModel();
}

void FieldModel::setNoiseShown(bool shown)
{
    beginResetModel();
    m_showsNoise = shown;
    fill();
    endResetModel();
}

void FieldModel::fill()
{
    m_rows.clear();
    m_noiseCount = 0;
    if (m_change == nullptr)
        return;
    const review::ObjectFindings findings =
        m_change->fields.empty() ? review::ObjectFindings() : review::findingsOf(*m_review, m_change->id);
    for (const diff::FieldChange &field : m_change->fields) {
        const auto noise = review::noiseOf(findings, *m_change, field);
        m_noiseCount += noise ? 1 : 0;
        if (!noise || m_showsNoise)
            m_rows.push_back({&field, noise});
    }
    if (prunesWhatLeaves(*m_review, *m_change))
        m_rows.push_back({});
}

std::string FieldModel::path(const QModelIndex &index) const
{
    return index.isValid() ? pathOf(m_rows[static_cast<std::size_t>(index.row())]) : std::string();
}

int FieldModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FieldModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{ColumnCount};
}

QVariant FieldModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const QString cell = text(row, index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell.section(QLatin1Char('\n'), 0, 0) +
               (cell.contains(QLatin1Char('\n')) ? QStringLiteral(" …") : QString());
    case Qt::ToolTipRole:
        return index.column() == RemarkColumn && row.noise ? noiseReason(*row.noise) : cell;
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? sentence(row) : cell;
    case LevelRole:
        return static_cast<int>(levelOf(row));
    case GlyphRole: {
        const bool isRisky = index.column() == RemarkColumn && levelOf(row) >= Level::Caution;
        return isRisky ? QStringLiteral("verdict-look") : QString();
    }
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

QString FieldModel::text(const Row &row, int column) const
{
    switch (column) {
    case PathColumn:
        return toQString(pathOf(row));
    case BaseColumn:
        return row.field ? valueText(row.field->base) : tr("automated, prune on");
    case HeadColumn:
        return row.field ? valueText(row.field->head) : tr("(unchanged)");
    default:
        return remark(row);
    }
}

std::string FieldModel::pathOf(const Row &row)
{
    return row.field ? row.field->path : "spec.syncPolicy";
}

QString FieldModel::remark(const Row &row) const
{
    if (!row.field)
        return tr("what leaves it is deleted without asking");
    const diff::FieldChange &field = *row.field;
    QStringList remarks;
    const QString meaning = fieldMeaning(m_change->id, field);
    if (!meaning.isEmpty())
        remarks << meaning;
    if (field.isImmutable)
        remarks << tr("immutable: the API server refuses this");
    if (field.isOrderOnly)
        remarks << tr("only the order differs");
    if (field.isSecret)
        remarks << tr("secret: values are masked");
    if (row.noise)
        remarks << tr("noise: %1", "name of the rule").arg(noiseName(*row.noise));
    return listed(remarks);
}

QString FieldModel::sentence(const Row &row) const
{
    const QString path = toQString(pathOf(row));
    if (!row.field)
        return tr("%1 is unchanged: %2; %3", "path, value, what it means")
            .arg(path, text(row, BaseColumn), remark(row));
    const QString base = valueText(row.field->base);
    const QString head = valueText(row.field->head);
    QString told;
    switch (row.field->operation) {
    case diff::FieldOperation::Added:
        told = tr("%1 is added: %2", "path, value").arg(path, head);
        break;
    case diff::FieldOperation::Removed:
        told = tr("%1 is removed: %2", "path, value").arg(path, base);
        break;
    case diff::FieldOperation::Replaced:
        told = tr("%1 is changed from %2 to %3", "path, values").arg(path, base, head);
        break;
    }
    const QString meaning = remark(row);
    return meaning.isEmpty() ? told : tr("%1; %2", "what differs, what it means").arg(told, meaning);
}

Level FieldModel::levelOf(const Row &row) const
{
    const bool isRisky = !row.field || row.field->isImmutable || !fieldMeaning(m_change->id, *row.field).isEmpty();
    return isRisky ? Level::Caution : Level::Quiet;
}

} // namespace noclobber::models
