#pragma once

#include <QToolButton>

namespace noclobber::widgets {

/// A button with a glyph and a word, in the colours of whatever theme is in use. The keyboard reaches it.
class GlyphButton : public QToolButton
{
    Q_OBJECT
public:
    GlyphButton(const QString &glyph, const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    QString m_glyph;
};

} // namespace noclobber::widgets
