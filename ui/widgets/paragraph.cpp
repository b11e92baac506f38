#include "ui/widgets/paragraph.h"

#include <QVBoxLayout>

#include "ui/widgets/fonts.h"

namespace noclobber::widgets {

Paragraph::Paragraph(QWidget *parent) : QWidget(parent), m_heading(new QLabel(this)), m_text(new QLabel(this))
{
    setTextSize(m_heading, 1, true);
    m_heading->setTextFormat(Qt::PlainText);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_heading);
    column->addWidget(m_text);
    hide();
}

void Paragraph::setContent(const QString &heading, const QString &text)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    m_text->setText(text);
    m_text->setAccessibleName(heading.isEmpty() ? text : tr("%1: %2", "heading, text").arg(heading, text));
    setVisible(!text.isEmpty());
}

void Paragraph::setTitleFont(double size)
{
    setTextSize(m_text, size, true);
}

void Paragraph::setFixedFont()
{
    useCodeFont(m_text);
}

} // namespace noclobber::widgets
