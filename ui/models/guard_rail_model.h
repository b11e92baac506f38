#pragma once

#include <vector>

#include "core/review/review.h"
#include "ui/models/roles.h"
#include "ui/models/tree_model.h"

namespace noclobber::models {

/// Findings by weight, and after them what the review could not read or see: a green verdict is worth no more than
/// what stands there.
class GuardRailModel : public TreeModel
{
    Q_OBJECT
public:
    enum Column { RuleColumn, ObjectColumn, PlaceColumn, ColumnCount };

    /// What the detail beside the list says of a row.
    struct Detail {
        QString heading;
        QString message;
        QString help;
        QStringList places;
        QString explanation; ///< of the rule
        QString waiver;      ///< "" when it counts
        Level level = Level::Quiet;
        QString glyph;
    };

    using TreeModel::TreeModel;

    void setReview(const review::ReviewPtr &review);

    int findingCount() const { return m_review ? static_cast<int>(m_review->findings.size()) : 0; }
    Detail detail(const QModelIndex &index) const;
    /// The first finding of an object, or an invalid index.
    QModelIndex find(const argo::ObjectId &id) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Group { Block, Warn, Note, Waived, Unread, NotRendered, Unseen, Remark };
    struct Row {
        Group group = Group::Note;
        std::size_t place = 0; ///< in the review's list, of a finding in m_findings
    };

    static QString title(Group group);
    static Level level(Group group);
    static QString glyph(Group group);
    void addRows(Group group, std::size_t count);
    QString text(const Row &row, int column) const;
    QString problemText(const Row &row, int column) const;
    QVariant groupData(const Node &node, int role) const;
    const rules::Finding *finding(const Row &row) const;
    Detail findingDetail(const rules::Finding &finding) const;

    review::ReviewPtr m_review;
    std::vector<const rules::Finding *> m_findings; ///< causes first
    std::vector<Row> m_rows;
};

} // namespace noclobber::models
