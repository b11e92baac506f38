#pragma once

#include <QAction>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QWidget>

namespace noclobber::views {

/// Preferences: which key does what.
class KeysPage : public QWidget
{
    Q_OBJECT
public:
    explicit KeysPage(const QList<QAction *> &actions, QWidget *parent = nullptr);

signals:
    void changed();

private:
    void makeLayout(QWidget *letters, QWidget *search);
    void list();
    void search(const QString &text);
    void showCurrent();
    void showConflict();
    void bind(const QKeySequence &key);
    QAction *current() const;
    /// Another action that has the key.
    QAction *holder(const QKeySequence &key) const;
    /// The action that has a key which this one was to have, too.
    QAction *taker(const QAction &action) const;

    QList<QAction *> m_actions;
    QTreeWidget *m_list;
    QKeySequenceEdit *m_key;
    QPushButton *m_bind;
    QPushButton *m_remove;
    QPushButton *m_own;
    QPushButton *m_reset;
    QLabel *m_remark;
};

} // namespace noclobber::views
