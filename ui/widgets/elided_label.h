#pragma once

#include <QLabel>

namespace noclobber::widgets {

/// One line of text, elided in the middle where it does not fit; the whole text is the tooltip.
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
