#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QWidget>
#include <array>

#include "core/review/review.h"

namespace noclobber::views {

/// How far a review is: its phases by name, the current one with a count, and a way to stop.
class ProgressPage : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressPage(QWidget *parent = nullptr);

    void begin(const QString &what);
    void setProgress(review::Phase phase, std::size_t done, std::size_t total);

signals:
    void cancelAsked();

private:
    static constexpr std::size_t phases = 5;
    QLabel *m_what;
    std::array<QLabel *, phases> m_phases{};
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace noclobber::views
