#include "ui/widgets/text_block.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollBar>
#include <algorithm>

#include "ui/widgets/fonts.h"
#include "ui/widgets/glyph_button.h"

namespace noclobber::widgets {

namespace {

constexpr int mostLines = 16;

} // namespace

TextBlock::TextBlock(const QString &name, const QString &text, QWidget *parent)
    : QWidget(parent), m_text(text), m_lines(new QPlainTextEdit(this))
{
    m_lines->setReadOnly(true);
    m_lines->setTabChangesFocus(true);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    useCodeFont(m_lines);
    m_lines->setPlainText(text.endsWith(QLatin1Char('\n')) ? text.chopped(1) : text);
    m_lines->setAccessibleName(name);
    const int lines = std::min(m_lines->document()->blockCount(), mostLines);
    const int around = 2 * m_lines->frameWidth() + 2 * static_cast<int>(m_lines->document()->documentMargin());
    m_lines->setFixedHeight(lines * m_lines->fontMetrics().lineSpacing() + around +
                            m_lines->horizontalScrollBar()->sizeHint().height());
    auto *button = new GlyphButton(QStringLiteral("copy"), tr("Copy"), this);
    button->setAccessibleName(tr("Copy: %1", "what is copied").arg(name));
    connect(button, &QToolButton::clicked, this, &TextBlock::copy);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_lines, 1);
    row->addWidget(button, 0, Qt::AlignTop);
}

void TextBlock::copy() const
{
    QGuiApplication::clipboard()->setText(m_text);
}

} // namespace noclobber::widgets
