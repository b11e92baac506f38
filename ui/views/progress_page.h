#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QWidget>
#include <array>
#include <functional>

#include "core/review/review.h"

namespace noclobber::views {

/// How far a review is: its phases by name, the current one with a count, those that are done with what they found, and
/// a way to stop.
class ProgressPage : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressPage(QWidget *parent = nullptr);

    void begin(const QString &what);
    void setProgress(review::Phase phase, std::size_t done, std::size_t total);
    /// Shows what is known before the verdict.
    void setFound(const review::Interim &interim);
    /// What is known, for a person; "" while nothing is.
    QString found() const;
    /// Milliseconds since some moment; without one, those of the computer.
    void setClock(const std::function<qint64()> &clock) { m_clock = clock; }

signals:
    void cancelAsked();

private:
    /// Tells readers how far it is, not more often than they can bear.
    void announce(const QString &state);

    static constexpr std::size_t phases = 5;
    std::function<qint64()> m_clock;
    qint64 m_announced = 0; ///< when readers were told last, by the clock
    QString m_counts;       ///< of what is known
    QLabel *m_what;
    std::array<QLabel *, phases> m_phases{};
    std::array<QString, phases> m_results; ///< of the phases that are done
    QProgressBar *m_bar;
    QLabel *m_found;
    QPushButton *m_cancel;
};

} // namespace noclobber::views
