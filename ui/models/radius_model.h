#pragma once

#include <vector>

#include "core/review/review.h"
#include "ui/models/roles.h"
#include "ui/models/tree_model.h"

namespace noclobber::models {

/// Which part of the blast radius is shown.
enum class RadiusPart { Dies, Survives, Everything };

RadiusPart partOf(const blast::AffectedObject &affected);

/// How many objects of the radius belong to each part; they add up to `all`.
struct RadiusCounts {
    int dies = 0;
    int diesWithData = 0; ///< of them, how many hold state
    int survives = 0;
    int changes = 0; ///< created or updated
    int all = 0;
};

RadiusCounts countRadius(const blast::BlastRadius &radius);

/// What the change reaches, below what causes it: the chains of reasons, laid over each other. Worst first.
class RadiusModel : public TreeModel
{
    Q_OBJECT
public:
    enum Column { ObjectColumn, FateColumn, DataColumn, WhyColumn, ColumnCount };

    using TreeModel::TreeModel;

    void setReview(const review::ReviewPtr &review, RadiusPart part = RadiusPart::Dies);
    void setPart(RadiusPart part);

    int shownCount() const { return m_shown; }
    /// The object's own row, or an invalid index where it is not shown.
    QModelIndex find(const argo::ObjectId &id) const;
    /// The effect a row stands for; nullptr for a mere cause.
    const blast::AffectedObject *affected(const QModelIndex &index) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Item {
        const argo::ObjectId *id = nullptr;              ///< like all of these in the review
        const blast::AffectedObject *affected = nullptr; ///< nullptr for a mere cause
        const diff::ObjectChange *change = nullptr;      ///< of a mere cause
        const blast::Reason *reason = nullptr;           ///< why it is reached; nullptr: nothing says so
        int worst = 0;                                   ///< rank of the worst row in its branch, lower is worse
        int below = 0;                                   ///< objects below it
    };

    void fill();
    void add(const blast::AffectedObject &affected);
    Node *branch(Node *parent, const argo::ObjectId &id, const blast::Reason *reason);
    int finish(Node &node);
    QString text(const Item &item, int column) const;
    QString sentence(const Item &item) const;

    review::ReviewPtr m_review;
    RadiusPart m_part = RadiusPart::Dies;
    std::vector<Item> m_items;
    std::vector<const Node *> m_rows; ///< by item
    int m_shown = 0;
    struct Branches;
    Branches *m_branches = nullptr; ///< while filling
};

} // namespace noclobber::models
