#pragma once

#include <QLabel>
#include <QWidget>

#include "ui/models/radius_model.h"
#include "ui/views/chain_label.h"
#include "ui/views/selection.h"
#include "ui/widgets/section_bar.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

/// What the change reaches, as a tree of causes, and for the chosen object the whole chain.
class RadiusSection : public QWidget
{
    Q_OBJECT
public:
    explicit RadiusSection(Selection &selection, QWidget *parent = nullptr);

    /// Counts; the tree itself stays empty until `fill`.
    void setReview(const review::ReviewPtr &review);
    void fill();
    /// How many objects die.
    int count() const { return m_counts.dies; }
    void focusList() { m_tree->setFocus(); }

private:
    void setPart(models::RadiusPart part);
    void showPart(models::RadiusPart part);
    void expand();
    void reveal(const argo::ObjectId &id);
    void showChain(const argo::ObjectId &id);

    Selection &m_selection;
    review::ReviewPtr m_review;
    bool m_isFilled = true;
    models::RadiusCounts m_counts;
    models::RadiusModel *m_model;
    widgets::SectionBar *m_parts;
    QLabel *m_sum;
    widgets::TreeView *m_tree;
    QLabel *m_empty;
    ChainLabel *m_chain;
};

} // namespace noclobber::views
