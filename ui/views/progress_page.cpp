#include "ui/views/progress_page.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QLocale>
#include <QShortcut>
#include <QVBoxLayout>
#include <initializer_list>
#include <utility>

#include "ui/models/object_state.h"
#include "ui/models/text.h"
#include "ui/widgets/fonts.h"

namespace noclobber::views {

using review::Phase;

namespace {

constexpr int steps = 1000;

QString placedText(const argo::ObjectId &id)
{
    const QString object = models::objectText(id);
    return id.scope.empty() ? object
                            : ProgressPage::tr("%1 in %2", "object, cluster").arg(object, models::toQString(id.scope));
}

/// "2 overwritten, 12 removed, 44 added".
QString countsText(const diff::StatusCounts &counts)
{
    using diff::Status;
    const std::initializer_list<std::pair<Status, std::size_t>> all{{Status::Overwritten, counts.overwritten},
                                                                    {Status::Unknown, counts.unknown},
                                                                    {Status::Removed, counts.removed},
                                                                    {Status::Renamed, counts.renamed},
                                                                    {Status::Shadowed, counts.shadowed},
                                                                    {Status::Duplicated, counts.duplicated},
                                                                    {Status::Modified, counts.modified},
                                                                    {Status::Moved, counts.moved},
                                                                    {Status::Added, counts.added}};
    QStringList parts;
    for (const auto &[status, count] : all) {
        if (count > 0)
            parts << ProgressPage::tr("%1 %2", "how many objects, what happened to them")
                         .arg(QLocale().toString(qulonglong{count}), models::Words::status(status).toLower());
    }
    return parts.isEmpty() ? ProgressPage::tr("no object differs") : models::listed(parts);
}

QString deletionsText(const review::Interim::Deletions &deletions)
{
    if (deletions.objects == 0)
        return ProgressPage::tr("nothing would be deleted");
    return ProgressPage::tr("%Ln objects would be deleted (%1 with state)", "", static_cast<int>(deletions.objects))
        .arg(QLocale().toString(qulonglong{deletions.stateful}));
}

} // namespace

ProgressPage::ProgressPage(QWidget *parent)
    : QWidget(parent), m_what(new QLabel(this)), m_bar(new QProgressBar(this)), m_found(new QLabel(this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    m_clock = [sinceStart] { return sinceStart.elapsed(); };
    widgets::setTextSize(m_what, 1.3, true);
    m_what->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the current phase"));
    m_cancel->setAccessibleName(tr("Stop this review"));
    auto *escape = new QShortcut(Qt::Key_Escape, this); // a shortcut of the button would press it a moment later
    connect(escape, &QShortcut::activated, this, &ProgressPage::cancelAsked);
    auto *centre = new QWidget(this);
    centre->setMaximumWidth(fontMetrics().averageCharWidth() * 90);
    auto *column = new QVBoxLayout(centre);
    column->setSpacing(10);
    column->addStretch(1);
    column->addWidget(m_what);
    for (QLabel *&phase : m_phases) {
        phase = new QLabel(centre);
        column->addWidget(phase);
    }
    column->addWidget(m_bar);
    column->addWidget(m_cancel, 0, Qt::AlignLeft);
    m_found->setTextFormat(Qt::PlainText);
    m_found->setWordWrap(true);
    m_found->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long name does not widen the window
    m_found->setMinimumHeight(13 * fontMetrics().lineSpacing());          // so that nothing moves when it is filled
    m_found->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_found);
    column->addStretch(2);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(centre, 4);
    row->addStretch(1);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressPage::cancelAsked);
}

void ProgressPage::begin(const QString &what)
{
    m_what->setText(what);
    m_results.fill(tr("done"));
    m_found->clear();
    m_counts.clear();
    m_announced = m_clock();
    m_cancel->setFocus();
    setProgress(Phase::Open, 0, 0);
}

void ProgressPage::setProgress(Phase phase, std::size_t done, std::size_t total)
{
    const std::array<QString, phases> names{tr("Open the repository and merge in memory"), tr("Read the manifests"),
                                            tr("Match the objects of both commits"), tr("Follow the consequences"),
                                            tr("Judge by the rules")};
    const auto current = static_cast<std::size_t>(phase);
    const QLocale locale;
    for (std::size_t i = 0; i < phases; ++i) {
        QString state = i < current ? tr("%1: %2", "phase, result").arg(names.at(i), m_results.at(i)) : names.at(i);
        if (i == current && total > 0)
            state = tr("%1: %2 of %3")
                        .arg(names.at(i), locale.toString(qulonglong{done}), locale.toString(qulonglong{total}));
        widgets::setTextSize(m_phases.at(i), 1, i == current);
        m_phases.at(i)->setText(state);
        if (i == current)
            announce(state);
        m_phases.at(i)->setEnabled(i <= current);
    }
    m_bar->setRange(0, total > 0 ? steps : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(done * steps / total));
}

void ProgressPage::announce(const QString &state)
{
    constexpr int pauseMilliseconds = 10'000;
    if (m_clock() - m_announced < pauseMilliseconds)
        return;
    m_announced = m_clock();
    setAccessibleName(state);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString ProgressPage::found() const
{
    return m_counts.isEmpty() ? QString() : m_counts + QLatin1Char('\n') + m_found->text();
}

void ProgressPage::setFound(const review::Interim &interim)
{
    m_results.at(static_cast<std::size_t>(Phase::Match)) = countsText(interim.counts);
    if (interim.deletions)
        m_results.at(static_cast<std::size_t>(Phase::Consequences)) = deletionsText(*interim.deletions);
    m_counts = m_results.at(static_cast<std::size_t>(Phase::Match));
    if (interim.deletions)
        m_counts = tr("%1; %2", "what differs, what would be deleted").arg(m_counts, deletionsText(*interim.deletions));
    QStringList lines;
    for (const review::Interim::Changed &changed : interim.foremost)
        lines
            << tr("%1  %2", "what happened, object").arg(models::Words::status(changed.status), placedText(changed.id));
    m_found->setText(lines.join(QLatin1Char('\n')));
}

} // namespace noclobber::views
