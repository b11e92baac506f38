#include "ui/widgets/glyph_button.h"

#include <QEvent>

#include "ui/widgets/theme.h"

namespace noclobber::widgets {

GlyphButton::GlyphButton(const QString &glyphName, const QString &text, QWidget *parent)
    : QToolButton(parent), m_glyph(glyphName)
{
    setText(text);
    setIcon(glyph(m_glyph));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
}

void GlyphButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setIcon(glyph(m_glyph));
}

} // namespace noclobber::widgets
