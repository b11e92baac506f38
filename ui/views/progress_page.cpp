#include "ui/views/progress_page.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace noclobber::views {

using review::Phase;

namespace {

constexpr int steps = 1000;

} // namespace

ProgressPage::ProgressPage(QWidget *parent)
    : QWidget(parent), m_what(new QLabel(this)), m_bar(new QProgressBar(this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.3);
    m_what->setFont(bold);
    m_what->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the current phase"));
    m_cancel->setAccessibleName(tr("Stop this review"));
    m_cancel->setShortcut(Qt::Key_Escape);
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
        QString state = i < current ? tr("%1: done").arg(names.at(i)) : names.at(i);
        if (i == current && total > 0)
            state = tr("%1: %2 of %3")
                        .arg(names.at(i), locale.toString(qulonglong{done}), locale.toString(qulonglong{total}));
        QFont font = m_phases.at(i)->font();
        font.setBold(i == current);
        m_phases.at(i)->setFont(font);
        m_phases.at(i)->setText(state);
        m_phases.at(i)->setEnabled(i <= current);
    }
    m_bar->setRange(0, total > 0 ? steps : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(done * steps / total));
}

} // namespace noclobber::views
