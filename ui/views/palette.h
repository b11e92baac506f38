#pragma once

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>

#include "ui/models/palette_model.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

/// Every action and every object by words, over the page.
class Palette : public QFrame
{
    Q_OBJECT
public:
    explicit Palette(QWidget *parent);

    /// Offers the actions that can be done now, and objects.
    void open(const QList<QAction *> &actions, const models::ChangeListPtr &objects);
    void leave();

signals:
    void objectChosen(const noclobber::argo::ObjectId &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search(const QString &text);
    void choose();
    void place();

    models::PaletteModel *m_model;
    QList<QPointer<QAction>> m_actions;
    QPointer<QWidget> m_before; ///< had the keyboard
    QLineEdit *m_line;
    widgets::TreeView *m_list;
    QLabel *m_remark;
};

} // namespace noclobber::views
