#pragma once

#include <QSplitter>

#include "ui/models/change_model.h"
#include "ui/views/object_pane.h"
#include "ui/views/selection.h"
#include "ui/widgets/filter_line.h"

namespace noclobber::views {

/// The change list, and beside it the object chosen in it.
class ChangesSection : public QSplitter
{
    Q_OBJECT
public:
    ChangesSection(Selection &selection, const runner::Services &services,
                   const KSyntaxHighlighting::Repository &repository, QWidget *parent = nullptr);

    void setReview(const review::ReviewPtr &review, const models::ChangeListPtr &list);
    int count() const { return m_model->objectCount(); }
    QString filterText() const { return m_filter->text(); }
    void setFilterText(const QString &text) { m_filter->setText(text); }
    void focusFilter() { m_filter->takeFocus(); }
    void focusList() { m_list->setFocus(); }
    ObjectPane *object() const { return m_object; }
    /// The identity to copy.
    widgets::TreeView *list() const { return m_list; }

private:
    void filter(const QString &text);
    void expand();
    void reveal(const argo::ObjectId &id);

    Selection &m_selection;
    models::ChangeModel *m_model;
    widgets::FilterLine *m_filter;
    widgets::TreeView *m_list;
    ObjectPane *m_object;
};

} // namespace noclobber::views
