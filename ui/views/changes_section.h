#pragma once

#include <QHash>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSplitter>

#include "ui/models/change_model.h"
#include "ui/record/record_keeper.h"
#include "ui/runner/background.h"
#include "ui/views/arrangement_menu.h"
#include "ui/views/object_pane.h"
#include "ui/views/saved_filters.h"
#include "ui/views/selection.h"
#include "ui/views/similar_bar.h"
#include "ui/widgets/filter_line.h"

namespace noclobber::views {

/// The change list, and beside it the object chosen in it.
class ChangesSection : public QSplitter
{
    Q_OBJECT
public:
    ChangesSection(Selection &selection, record::RecordKeeper &record, const runner::Services &services,
                   const KSyntaxHighlighting::Repository &repository, QWidget *parent = nullptr);
    ~ChangesSection() override;

    /// The filter stays as it is while the repository does.
    void setReview(const review::ReviewPtr &review, const models::ChangeListPtr &list);
    int count() const { return m_model->objectCount(); }
    /// What the filter leaves.
    std::vector<argo::ObjectId> shownObjects() const { return m_model->shownObjects(); }
    QString filterText() const { return m_filter->text(); }
    void setFilterText(const QString &text) { m_filter->setText(text); }
    void focusFilter() { m_filter->takeFocus(); }
    /// The filter, where it leaves no rows.
    void focusList() { m_list->isHidden() ? m_filter->takeFocus() : m_list->setFocus(); }
    ObjectPane *object() const { return m_object; }
    widgets::TreeView *list() const { return m_list; }
    widgets::FilterLine *filter() const { return m_filter; }
    /// What the list is grouped and sorted by, for the View menu.
    ArrangementMenu *arrangementMenu() const { return m_arrangement; }

    /// The filters that are kept, for the View menu.
    QMenu *savedFilterMenu() const { return m_saved->menu(); }

    /// Marks the row's objects as seen and goes to the next object that is risky and not seen.
    void markSeenAndGoOn();
    void unsee();
    /// All that the filter leaves.
    void markAllShown();

private:
    void makeLeft();
    void makeList();
    void connectAll();
    void useFilter(const QString &text);
    void useArrangement();
    void takeMarks();
    /// After every change of the rows: counts, what is open, what is said in their place.
    void rowsChanged();
    void expand();
    void showEmptiness();
    void showSimilar();
    QModelIndex sharedRow(const QModelIndex &row) const;
    void showCurrent(const QModelIndex &current);
    void reveal(const argo::ObjectId &id);

    Selection &m_selection;
    record::RecordKeeper &m_record;
    review::ReviewPtr m_review;
    runner::Background m_arranging;
    models::ChangeModel *m_model;
    ArrangementMenu *m_arrangement;
    widgets::FilterLine *m_filter;
    QPushButton *m_arrangementButton;
    SavedFilters *m_saved;
    QLabel *m_emptiness;
    widgets::TreeView *m_list;
    SimilarBar *m_similar;
    ObjectPane *m_object;
    QHash<argo::ObjectId, int> m_comments; ///< how many each object has
    QHash<QString, bool> m_isOpen;         ///< groups that a person opened or closed, by title
    QPersistentModelIndex m_shared;        ///< the shared row that the bar below the list tells of
    bool m_isExpanding = false;
};

} // namespace noclobber::views
