#pragma once

#include <QBoxLayout>
#include <QWidget>

namespace noclobber::widgets {

/// Two rows of controls: beside each other, or below each other where that is too narrow for the letters.
class LineOrTwo : public QWidget
{
    Q_OBJECT
public:
    explicit LineOrTwo(QWidget *parent = nullptr);

    QBoxLayout *first() const { return m_first; }
    /// Stands at the end of its line.
    QBoxLayout *second() const { return m_second; }

protected:
    bool event(QEvent *event) override;

private:
    QBoxLayout *m_lines;
    QBoxLayout *m_first;
    QBoxLayout *m_second;
};

} // namespace noclobber::widgets
