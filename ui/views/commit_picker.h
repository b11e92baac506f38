#pragma once

#include <QLineEdit>
#include <QWidget>

#include "ui/models/commit_model.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

/// Chooses one commit: a branch, a tag or a commit of the history, by a search, or by typing any revision git
/// understands.
class CommitPicker : public QWidget
{
    Q_OBJECT
public:
    /// `role` is "Base" or "Head", `question` what is asked.
    CommitPicker(const QString &role, const QString &question, QWidget *parent = nullptr);

    /// What there is to choose from. Keeps the search, what is chosen and where one looks.
    void setList(const models::CommitListPtr &list);
    /// Chooses a revision, whether it is in the list or not.
    void setRevision(const QString &revision);
    QString revision() const { return m_revision; }
    QLineEdit *searchLine() const { return m_search; }

signals:
    void revisionChanged();
    void activated();
    /// Somebody searches, or reached the end of the list.
    void moreWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &text);
    void take(const QString &revision);
    void reveal(const QModelIndex &row);

    QString m_role;
    QString m_revision;
    models::CommitModel *m_model;
    widgets::ElidedLabel *m_chosen;
    QLineEdit *m_search;
    widgets::TreeView *m_list;
};

} // namespace noclobber::views
