#pragma once

#include <QLabel>

namespace noclobber::widgets {

/// A glyph and a word on the fill of a level; a label, so that a reader says the word where it stands.
class Badge : public QLabel
{
    Q_OBJECT
public:
    explicit Badge(QWidget *parent = nullptr);

    /// An empty text hides it.
    void setContent(const QString &glyph, const QString &text, int level);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_glyph;
    int m_level = 0;
};

/// Paints a badge into a rectangle, left-aligned, elided where it is too narrow.
void paintBadge(QPainter &painter, const QRect &area, const QString &glyphName, const QString &text, int level);

/// Width a badge needs with this font.
int badgeWidth(const QFontMetrics &metrics, const QString &text);

} // namespace noclobber::widgets
