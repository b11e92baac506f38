#include "ui/widgets/line_or_two.h"

#include <QEvent>

namespace noclobber::widgets {

LineOrTwo::LineOrTwo(QWidget *parent)
    : QWidget(parent), m_lines(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_first(new QHBoxLayout),
      m_second(new QHBoxLayout)
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(4);
    m_second->addStretch(1);
    m_lines->addLayout(m_first);
    m_lines->addLayout(m_second, 1);
}

bool LineOrTwo::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
        const int needed = m_first->sizeHint().width() + m_lines->spacing() + m_second->sizeHint().width();
        m_lines->setDirection(needed > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    }
    return isHandled;
}

} // namespace noclobber::widgets
