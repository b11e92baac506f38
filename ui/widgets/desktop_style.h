#pragma once

#include <QProxyStyle>

namespace noclobber::widgets {

/// Fusion, but what it draws too faintly to be seen by everybody: the ring around what has the keyboard (two pixels in
/// the theme's focus colour and a line in the page's beside it, so that it stands out on every ground), boxes to check,
/// and the frames of texts; and what it sets too tightly: cells, headings, buttons. Icons and boxes grow with letters.
class DesktopStyle : public QProxyStyle
{
    Q_OBJECT
public:
    DesktopStyle();

    using QProxyStyle::polish;
    /// Names the dividers between panes, which a reader would else call nothing at all.
    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;
};

/// Has the ring follow the keyboard from widget to widget, in every window of the program, from now on.
void showFocusRing();

} // namespace noclobber::widgets
