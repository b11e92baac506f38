#include "ui/widgets/code_pane_accessible.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <QScrollBar>

#include "ui/widgets/code_pane.h"

namespace noclobber::widgets {

namespace {

class LineAccessible : public QAccessibleInterface
{
public:
    LineAccessible(CodePane *pane, int line) : m_pane(pane), m_line(line), m_revision(pane->revision()) {}

    bool isValid() const override
    {
        return m_pane != nullptr && m_pane->revision() == m_revision && m_line < m_pane->lines().size();
    }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return isValid() ? m_pane->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_pane); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_pane->spokenLine(m_line) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect row = m_pane->lineRect(m_line);
        return {m_pane->viewport()->mapToGlobal(row.topLeft()), row.size()};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.focusable = true;
        if (!isValid())
            return state;
        state.focused = m_pane->hasFocus() && m_pane->currentLine() == m_line;
        const QRect row = m_pane->lineRect(m_line);
        state.offscreen = row.bottom() < 0 || row.top() > m_pane->viewport()->height();
        return state;
    }

private:
    QPointer<CodePane> m_pane;
    int m_line;
    int m_revision;
};

class PaneAccessible : public QAccessibleWidget
{
public:
    explicit PaneAccessible(CodePane *pane) : QAccessibleWidget(pane, QAccessible::List), m_pane(pane) {}
    ~PaneAccessible() override { forget(); }

    int childCount() const override { return static_cast<int>(m_pane->lines().size()); }
    QAccessibleInterface *child(int line) const override
    {
        if (m_revision != m_pane->revision())
            forget();
        m_revision = m_pane->revision();
        if (line < 0 || line >= childCount())
            return nullptr;
        const auto known = m_known.constFind(line);
        if (known != m_known.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto *face = new LineAccessible(m_pane, line);
        m_known.insert(line, QAccessible::registerAccessibleInterface(face));
        return face;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        return m_known.key(QAccessible::uniqueId(const_cast<QAccessibleInterface *>(child)), -1);
    }
    QAccessibleInterface *focusChild() const override { return child(m_pane->currentLine()); }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint place = m_pane->viewport()->mapFromGlobal(QPoint(x, y));
        const int height = m_pane->lineRect(0).height();
        return child(m_pane->verticalScrollBar()->value() + place.y() / height);
    }

private:
    void forget() const
    {
        for (const QAccessible::Id id : std::as_const(m_known))
            QAccessible::deleteAccessibleInterface(id);
        m_known.clear();
    }

    CodePane *m_pane;
    mutable QHash<int, QAccessible::Id> m_known;
    mutable int m_revision = -1;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *pane = qobject_cast<CodePane *>(object);
    return pane != nullptr ? new PaneAccessible(pane) : nullptr;
}

} // namespace

void installCodePaneAccessible()
{
    static const bool installed = (QAccessible::installFactory(&makeInterface), true);
    Q_UNUSED(installed);
}

} // namespace noclobber::widgets
