#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QWidget>

#include "ui/models/reference_model.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

/// Chooses one commit: from a list with a search line, or by typing any revision git understands.
class ReferencePicker : public QWidget
{
    Q_OBJECT
public:
    /// `role` is "Base" or "Head", `question` what is asked.
    ReferencePicker(const QString &role, const QString &question, QWidget *parent = nullptr);

    void setReferences(const std::vector<git::Reference> &references);
    /// Chooses a revision, whether it is in the list or not.
    void setRevision(const QString &revision);
    QString revision() const { return m_revision; }
    QLineEdit *searchLine() const { return m_search; }

signals:
    void revisionChanged();
    void activated();

private:
    void search(const QString &text);
    void take(const QString &revision);

    QString m_role;
    QString m_revision;
    models::ReferenceModel *m_model;
    QLabel *m_chosen;
    QLineEdit *m_search;
    widgets::TreeView *m_list;
};

} // namespace noclobber::views
