#include "ui/widgets/notice_bar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>

#include "ui/widgets/theme.h"

namespace noclobber::widgets {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent), m_glyph(new QLabel(this)), m_text(new QLabel(this)), m_action(new QPushButton(this)),
      m_dismiss(new QPushButton(tr("Dismiss"), this))
{
    setAutoFillBackground(true);
    setObjectName(QStringLiteral("notice"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_dismiss->setAccessibleName(tr("Dismiss this notice"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->addWidget(m_glyph);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        emit acted();
    });
    connect(m_dismiss, &QPushButton::clicked, this, &NoticeBar::hide);
    takeColours();
    hide();
}

void NoticeBar::showNotice(const QString &text, const QString &action)
{
    m_text->setText(text);
    m_text->setAccessibleName(text);
    setAccessibleName(text);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeColours();
}

void NoticeBar::takeColours()
{
    const ColourPair colours = currentTheme().levels[1];
    QPalette own = palette();
    if (own.color(QPalette::Window) == colours.fill)
        return;
    own.setColor(QPalette::Window, colours.fill);
    own.setColor(QPalette::WindowText, colours.text);
    setPalette(own);
    m_glyph->setPixmap(glyph(QStringLiteral("note"), colours.text).pixmap(20, 20));
}

} // namespace noclobber::widgets
