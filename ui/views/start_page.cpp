#include "ui/views/start_page.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/widgets/fonts.h"
#include "ui/widgets/theme.h"

namespace noclobber::views {

namespace {

QPushButton *largeButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAccessibleName(text);
    button->setMinimumHeight(button->fontMetrics().height() * 5 / 2);
    button->setMinimumWidth(button->fontMetrics().averageCharWidth() * 36);
    return button;
}

QLabel *scaled(const QString &text, double size, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    widgets::setTextSize(label, size, size > 1);
    return label;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent), m_open(largeButton(tr("Open a repository…"), this)),
      m_sample(largeButton(tr("Open the sample incident"), this)), m_recent(new QListWidget(this)),
      m_recentBox(new QWidget(this))
{
    m_recent->setIconSize(QSize(16, 16));
    m_recent->setAccessibleName(tr("Repositories opened before"));
    auto *recent = new QVBoxLayout(m_recentBox);
    recent->setContentsMargins(0, 12, 0, 0);
    recent->addWidget(scaled(tr("Recent"), 1.15, m_recentBox));
    recent->addWidget(m_recent);

    auto *centre = new QWidget(this);
    centre->setMaximumWidth(fontMetrics().averageCharWidth() * 100);
    auto *column = new QVBoxLayout(centre);
    column->setSpacing(12);
    auto *picture = new QLabel(centre);
    picture->setPixmap(QIcon(QStringLiteral(":/icons/noclobber.svg")).pixmap(64, 64));
    column->addStretch(1);
    column->addWidget(picture);
    column->addWidget(scaled(tr("What would this change really do to your clusters?"), 1.6, centre));
    column->addWidget(scaled(tr("noclobber reads two commits of rendered Kubernetes manifests. It says which objects "
                                "a change really adds, which it overwrites, and what would be deleted if it were "
                                "merged."),
                             1.0, centre));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_sample);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(scaled(tr("First time here? The sample is an accident of 2022: a second Application takes the "
                                "name of the first. It needs no network."),
                             1.0, centre));
    column->addWidget(m_recentBox);
    column->addStretch(2);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(centre, 4);
    row->addStretch(1);

    connect(m_open, &QPushButton::clicked, this, &StartPage::openAsked);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleAsked);
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { emit repositoryAsked(item->data(Qt::UserRole).toString()); });
    takeGlyphs();
    setRecent({});
}

void StartPage::setRecent(const QStringList &folders)
{
    m_recent->clear();
    for (const QString &folder : folders) {
        auto *item = new QListWidgetItem(widgets::glyph(QStringLiteral("branch")), QDir::toNativeSeparators(folder));
        item->setData(Qt::UserRole, folder);
        m_recent->addItem(item);
    }
    m_recentBox->setVisible(!folders.isEmpty());
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeGlyphs();
}

void StartPage::takeGlyphs()
{
    m_open->setIcon(widgets::glyph(QStringLiteral("open")));
    m_sample->setIcon(widgets::glyph(QStringLiteral("sample")));
    for (int row = 0; row < m_recent->count(); ++row)
        m_recent->item(row)->setIcon(widgets::glyph(QStringLiteral("branch")));
}

} // namespace noclobber::views
