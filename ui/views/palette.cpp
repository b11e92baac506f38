#include "ui/views/palette.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/views/key_bindings.h"
#include "ui/views/row_delegate.h"
#include "ui/widgets/theme.h"

namespace noclobber::views {

namespace {

/// The name of the menu that an action stands in, without the letter to reach it.
QString menuOf(const QAction &action)
{
    for (const QObject *object : action.associatedObjects()) {
        if (const auto *menu = qobject_cast<const QMenu *>(object))
            return plainText(*menu->menuAction());
    }
    return {};
}

QString keysOf(const QAction &action)
{
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText);
}

} // namespace

Palette::Palette(QWidget *parent)
    : QFrame(parent), m_model(new models::PaletteModel(this)), m_line(new QLineEdit(this)),
      m_list(new widgets::TreeView(tr("Actions and objects found"), this)), m_remark(new QLabel(this))
{
    setObjectName(QStringLiteral("palette"));
    setAutoFillBackground(true);
    m_line->setPlaceholderText(tr("What to do, or the name of an object"));
    m_line->setAccessibleName(tr("What to do, or the name of an object"));
    m_line->installEventFilter(this);
    m_list->setRootIsDecorated(false);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setHeaderHidden(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setColumnCharacters({58, 26}, {40, 10, 22});
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    column->addWidget(m_remark);
    connect(m_line, &QLineEdit::textChanged, this, &Palette::search);
    connect(m_list, &QAbstractItemView::clicked, this, &Palette::choose);
    parent->installEventFilter(this);
    hide();
}

void Palette::open(const QList<QAction *> &actions, const models::ChangeListPtr &objects)
{
    QList<models::PaletteModel::Action> offered;
    m_actions.clear();
    for (QAction *action : actions) {
        if (!action->isEnabled() || !action->isVisible())
            continue;
        m_actions << action;
        offered << models::PaletteModel::Action{action->objectName(), plainText(*action), menuOf(*action),
                                                keysOf(*action)};
    }
    m_model->setContent(offered, objects);
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_line->clear();
    search({});
    place();
    show();
    raise();
    m_line->setFocus(Qt::ShortcutFocusReason);
}

void Palette::leave()
{
    if (!isVisible())
        return;
    const bool hadKeyboard = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadKeyboard && m_before != nullptr)
        m_before->setFocus(Qt::OtherFocusReason);
}

void Palette::search(const QString &text)
{
    m_model->setSearch(text);
    m_list->setCurrentIndex(m_model->index(0, 0));
    const bool isEmpty = m_model->rowCount() == 0;
    m_remark->setText(isEmpty ? tr("Nothing has this name. Type less of it, or another name.")
                      : m_model->hiddenCount() > 0
                          ? tr("%Ln more objects match: type more of the name.", "", m_model->hiddenCount())
                          : QString());
    m_remark->setVisible(!m_remark->text().isEmpty());
}

void Palette::choose()
{
    const QModelIndex row = m_list->currentIndex();
    if (!row.isValid())
        return;
    const QString id = row.data(models::PaletteModel::ActionRole).toString();
    const QVariant object = row.data(models::IdentityRole);
    leave();
    if (id.isEmpty()) {
        emit objectChosen(object.value<argo::ObjectId>());
        return;
    }
    for (const QPointer<QAction> &action : m_actions) {
        if (action != nullptr && action->objectName() == id) {
            action->trigger();
            return;
        }
    }
}

void Palette::place()
{
    const QSize room = parentWidget()->size();
    const int width = qMin(room.width() - 32, fontMetrics().averageCharWidth() * 120);
    const int height = qMin(room.height() - 64, m_list->rowHeight() * 16);
    setGeometry((room.width() - width) / 2, 32, width, height);
}

/// The arrows walk through the list while one types; who goes elsewhere leaves.
bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_line)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        hide();
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void Palette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const widgets::Theme &theme = widgets::currentTheme();
    painter.fillRect(rect(), theme.window);
    painter.setPen(QPen(theme.focus, 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace noclobber::views
