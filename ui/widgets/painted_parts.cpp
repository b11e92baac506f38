#include "ui/widgets/painted_parts.h"

#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

namespace noclobber::widgets {

namespace {

/// One part for who listens.
class AccessiblePart : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessiblePart(PaintedParts &parts, int part) : m_parts(parts), m_part(part) {}

    bool isValid() const override { return true; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(&m_parts); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name)
            return m_parts.partName(m_part);
        return kind == QAccessible::Value || kind == QAccessible::Description ? m_parts.partValue(m_part) : QString();
    }

    QRect rect() const override
    {
        const QRect area = m_parts.partArea(m_part);
        return {m_parts.mapToGlobal(area.topLeft()), area.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.focused = m_parts.hasFocus() && m_parts.currentPart() == m_part;
        state.selected = m_parts.currentPart() == m_part;
        state.invisible = !m_parts.isVisible();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &action) override
    {
        m_parts.setFocus();
        m_parts.setCurrentPart(m_part);
        if (action == pressAction())
            m_parts.choose(m_part);
    }

private:
    PaintedParts &m_parts;
    int m_part;
};

class AccessibleParts : public QAccessibleWidget
{
public:
    explicit AccessibleParts(PaintedParts *parts) : QAccessibleWidget(parts, QAccessible::List), m_parts(*parts) {}

    int childCount() const override { return m_parts.partCount(); }
    QAccessibleInterface *child(int part) const override
    {
        const bool isThere = part >= 0 && part < m_parts.partCount();
        return isThere ? QAccessible::accessibleInterface(m_parts.accessiblePart(part)) : nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        return m_parts.hasFocus() ? child(m_parts.currentPart()) : nullptr;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint position = m_parts.mapFromGlobal(QPoint(x, y));
        for (int part = 0; part < m_parts.partCount(); ++part) {
            if (m_parts.partArea(part).contains(position))
                return child(part);
        }
        return nullptr;
    }
    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int part = 0; part < m_parts.partCount(); ++part) {
            if (child(part) == wanted)
                return part;
        }
        return -1;
    }

private:
    PaintedParts &m_parts;
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *parts = qobject_cast<PaintedParts *>(object);
    return parts != nullptr ? new AccessibleParts(parts) : nullptr;
}

} // namespace

PaintedParts::PaintedParts(const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(isInstalled);
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
}

PaintedParts::~PaintedParts()
{
    forgetAccessibleParts();
}

void PaintedParts::setCurrentPart(int part)
{
    if (part < 0 || part >= partCount() || part == m_current)
        return;
    m_current = part;
    update();
    announceCurrent();
    emit currentPartChanged(part);
}

void PaintedParts::choose(int part)
{
    if (part < 0 || part >= partCount())
        return;
    setCurrentPart(part);
    emit chosen(part);
}

QAccessible::Id PaintedParts::accessiblePart(int part)
{
    m_accessible.resize(static_cast<std::size_t>(partCount()));
    QAccessible::Id &id = m_accessible[static_cast<std::size_t>(part)];
    if (id == 0)
        id = QAccessible::registerAccessibleInterface(new AccessiblePart(*this, part));
    return id;
}

QVariant PaintedParts::inputMethodQuery(Qt::InputMethodQuery query) const
{
    if (query == Qt::ImCursorRectangle && m_current >= 0)
        return partArea(m_current);
    return QWidget::inputMethodQuery(query);
}

void PaintedParts::resetParts()
{
    forgetAccessibleParts();
    m_current = partCount() > 0 ? 0 : -1;
    updateGeometry();
    update();
}

int PaintedParts::partAt(const QPoint &position) const
{
    for (int part = partCount() - 1; part >= 0; --part) {
        if (partArea(part).contains(position))
            return part;
    }
    return -1;
}

bool PaintedParts::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = dynamic_cast<QHelpEvent *>(event);
    const int part = partAt(help->pos());
    if (part >= 0)
        QToolTip::showText(help->globalPos(), partValue(part), this, partArea(part));
    else
        QToolTip::hideText();
    return true;
}

void PaintedParts::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() != Qt::NoModifier)
            break;
        setCurrentPart(neighbour(m_current, event->key()));
        return;
    case Qt::Key_Home:
        return setCurrentPart(0);
    case Qt::Key_End:
        return setCurrentPart(partCount() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose(m_current);
    case Qt::Key_Escape:
        emit cleared();
        return;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void PaintedParts::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(partAt(event->pos()));
}

void PaintedParts::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
    announceCurrent();
}

void PaintedParts::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void PaintedParts::forgetAccessibleParts()
{
    for (const QAccessible::Id id : m_accessible) {
        if (id != 0)
            QAccessible::deleteAccessibleInterface(id);
    }
    m_accessible.clear();
}

void PaintedParts::announceCurrent()
{
    if (m_current < 0 || !hasFocus() || !QAccessible::isActive())
        return;
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(m_current);
    QAccessible::updateAccessibility(&focus);
}

} // namespace noclobber::widgets
