#pragma once

#include <QElapsedTimer>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QWidget>
#include <array>

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

signals:
    void cancelAsked();

private:
    /// Tells readers how far it is, not more often than they can bear.
    void announce(const QString &state);

    static constexpr std::size_t phases = 5;
    QElapsedTimer m_announced;
    QString m_counts; ///< of what is known
    QLabel *m_what;
    std::array<QLabel *, phases> m_phases{};
    std::array<QString, phases> m_results; ///< of the phases that are done
    QProgressBar *m_bar;
    QLabel *m_found;
    QPushButton *m_cancel;
};

} // namespace noclobber::views
