#pragma once

#include <QLabel>

namespace noclobber::widgets {

/// A name in so many pixels, cut in its middle; of two names with an arrow between them, each in its own half.
QString elidedName(const QString &name, const QFontMetrics &metrics, int room);

/// One line of text, elided as a name where it does not fit; the whole text is the tooltip.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setWholeText(const QString &text);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace noclobber::widgets
