#include "ui/widgets/find_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QToolButton>

namespace noclobber::widgets {

FindBar::FindBar(QWidget *parent) : QWidget(parent), m_edit(new QLineEdit(this)), m_count(new QLabel(this))
{
    m_edit->setPlaceholderText(tr("Find in the text"));
    m_edit->setAccessibleName(tr("Find in the text"));
    m_edit->setClearButtonEnabled(true);
    m_edit->installEventFilter(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    row->addWidget(m_count);
    const auto button = [&](const QString &text, const QString &tip, auto pressed) {
        auto *tool = new QToolButton(this);
        tool->setText(text);
        tool->setToolTip(tip);
        tool->setAccessibleName(tip);
        tool->setMinimumSize(24, 24);
        connect(tool, &QToolButton::clicked, this, pressed);
        row->addWidget(tool);
    };
    button(QStringLiteral("\u2191"), tr("Previous place (Shift+F3)"), &FindBar::previousWanted);
    button(QStringLiteral("\u2193"), tr("Next place (F3)"), &FindBar::nextWanted);
    button(QStringLiteral("\u00d7"), tr("Close the search (Esc)"), &FindBar::close);
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::wordChanged);
    hide();
}

void FindBar::open()
{
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FindBar::setCount(int current, int count)
{
    if (word().isEmpty())
        m_count->setText({});
    else if (count == 0)
        m_count->setText(tr("nothing found"));
    else
        m_count->setText(
            tr("%1 of %2", "place, number of places").arg(QLocale().toString(current), QLocale().toString(count)));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            emit key->modifiers().testFlag(Qt::ShiftModifier) ? previousWanted() : nextWanted();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::close()
{
    hide();
    emit closed();
}

} // namespace noclobber::widgets
