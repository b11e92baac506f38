#include "ui/widgets/banner.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>

#include "ui/widgets/fonts.h"
#include "ui/widgets/theme.h"

namespace noclobber::widgets {

Banner::Banner(QWidget *parent)
    : QFrame(parent), m_glyph(new QLabel(this)), m_word(new QLabel(this)), m_sentence(new QLabel(this)),
      m_further(new QToolButton(this))
{
    setFocusPolicy(Qt::TabFocus);
    setAutoFillBackground(true);
    setObjectName(QStringLiteral("verdict"));
    setTextSize(m_word, 1.6, true);
    setTextSize(m_sentence, 1.1);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setFocusPolicy(Qt::ClickFocus);
    m_sentence->setMinimumHeight(2 * m_sentence->fontMetrics().lineSpacing());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(12);
    row->addWidget(m_glyph);
    row->addWidget(m_word);
    row->addSpacing(8);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_further);
    m_further->setFocusPolicy(Qt::TabFocus);
    m_further->setMinimumSize(48, m_further->fontMetrics().height() * 2);
    m_further->hide();
}

void Banner::setAction(QAction *action)
{
    m_further->setDefaultAction(action);
    m_further->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_further->setAccessibleName(action->text().remove(QLatin1Char('&')));
    const auto follow = [this, action] { m_further->setVisible(action->isEnabled()); };
    connect(action, &QAction::changed, this, follow);
    follow();
}

void Banner::setContent(const Content &content)
{
    m_content = content;
    m_word->setText(content.word);
    m_sentence->setText(content.sentence);
    const QString whole = tr("Verdict: %1. %2").arg(content.word, content.sentence);
    const bool isNews = whole != accessibleName();
    setAccessibleName(whole);
    m_sentence->setAccessibleName(content.sentence);
    takeColours();
    if (!isNews)
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeColours();
}

void Banner::takeColours()
{
    const Theme &theme = currentTheme();
    const ColourPair colours =
        m_content.isSafe ? theme.safe : theme.levels.at(static_cast<std::size_t>(m_content.level));
    QPalette own = palette();
    own.setColor(QPalette::Window, colours.fill);
    own.setColor(QPalette::WindowText, colours.text);
    own.setColor(QPalette::Text, colours.text);
    own.setColor(QPalette::Button, colours.fill);
    own.setColor(QPalette::ButtonText, colours.text);
    own.setColor(QPalette::Highlight, colours.text);
    own.setColor(QPalette::HighlightedText, colours.fill);
    setPalette(own);
    m_glyph->setPixmap(glyph(m_content.glyph, colours.text).pixmap(32, 32));
}

} // namespace noclobber::widgets
