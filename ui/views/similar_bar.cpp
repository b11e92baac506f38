#include "ui/views/similar_bar.h"

#include <QHBoxLayout>

namespace noclobber::views {

SimilarBar::SimilarBar(QWidget *parent)
    : QWidget(parent), m_text(new QLabel(this)), m_mark(new QToolButton(this)), m_undo(new QToolButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_undo->setText(tr("Undo"));
    m_undo->setAccessibleName(tr("Undo that they are marked as seen"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 4, 4);
    row->addWidget(m_text, 1);
    for (QToolButton *button : {m_mark, m_undo}) {
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    connect(m_mark, &QToolButton::clicked, this, &SimilarBar::markAsked);
    connect(m_undo, &QToolButton::clicked, this, &SimilarBar::undoAsked);
    hide();
}

void SimilarBar::setContent(const QString &delta, const QString &wholeDelta, int count, int unseen)
{
    m_text->setText(unseen > 0 ? tr("Nothing but this differs in %Ln objects: %1", "", count).arg(delta)
                               : tr("All %Ln objects are marked as seen: %1", "", count).arg(delta));
    m_text->setToolTip(wholeDelta);
    m_mark->setText(tr("Mark all %Ln as seen", "", count));
    m_mark->setAccessibleName(m_mark->text());
    const bool hadFocus = m_mark->hasFocus() || m_undo->hasFocus();
    m_mark->setVisible(unseen > 0);
    m_undo->setVisible(unseen == 0);
    if (hadFocus)
        (unseen > 0 ? m_mark : m_undo)->setFocus();
}

} // namespace noclobber::views
