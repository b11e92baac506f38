#include "ui/views/start_page.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/views/row_delegate.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/theme.h"

namespace noclobber::views {

namespace {

QPushButton *largeButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAccessibleName(text);
    button->setMinimumHeight(button->fontMetrics().height() * 5 / 2);
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
    : QWidget(parent), m_model(new models::RecentModel(this)), m_continue(largeButton(tr("Continue"), this)),
      m_open(largeButton(tr("Open a repository…"), this)), m_folders(largeButton(tr("Compare two folders…"), this)),
      m_sample(largeButton(tr("Open the sample incident"), this)),
      m_recent(new widgets::TreeView(tr("Recent reviews"), this)),
      m_forget(new QPushButton(tr("Remove from the list"), this)),
      m_newcomer(scaled(tr("First time here? The sample is an accident of 2022: a second Application takes the name of "
                           "the first. It needs no network."),
                        1.0, this))
{
    auto *centre = new QWidget(this);
    centre->setMaximumWidth(fontMetrics().averageCharWidth() * 150);
    auto *column = new QVBoxLayout(centre);
    column->setSpacing(12);
    column->addSpacing(16);
    column->addWidget(scaled(tr("What would merging this destroy?"), 1.5, centre));
    column->addWidget(scaled(tr("noclobber reads two commits of rendered Kubernetes manifests. It says which objects "
                                "a change really adds, which it overwrites, and what would be deleted if it were "
                                "merged."),
                             1.0, centre));
    column->addWidget(m_continue);
    column->addWidget(makeButtons());
    column->addWidget(m_newcomer);
    column->addWidget(scaled(
        tr("You can also drop a folder here to choose its commits, or two folders to compare them."), 1.0, centre));
    column->addWidget(makeRecent(), 1);
    column->addStretch(0);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(centre, 12);
    row->addStretch(1);
    connect(m_continue, &QPushButton::clicked, this, [this] { emit reviewAsked(m_model->reviews().constFirst()); });
    connect(m_open, &QPushButton::clicked, this, &StartPage::openAsked);
    connect(m_folders, &QPushButton::clicked, this, &StartPage::foldersAsked);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleAsked);
    takeGlyphs();
    setRecent({});
}

QWidget *StartPage::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_open, m_folders, m_sample})
        row->addWidget(button, 1);
    return buttons;
}

QWidget *StartPage::makeRecent()
{
    m_recentBox = new QWidget(this);
    m_recent->setRootIsDecorated(false);
    m_recent->setItemDelegate(new RowDelegate(m_recent));
    m_recent->setModel(m_model);
    m_recent->setColumnCharacters({22, 24, 58, 22}, {15, 14, 24, 12, 8});
    m_recent->setMinimumHeight(m_recent->rowHeight() * 6);
    m_forget->setAccessibleName(m_forget->text());
    auto *remove = new QAction(m_recent);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_recent->addAction(remove);
    auto *column = new QVBoxLayout(m_recentBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scaled(tr("Recent reviews"), 1.15, m_recentBox));
    column->addWidget(m_recent, 1);
    column->addWidget(m_forget, 0, Qt::AlignLeft);
    connect(remove, &QAction::triggered, this, &StartPage::forgetCurrent);
    connect(m_forget, &QPushButton::clicked, this, &StartPage::forgetCurrent);
    connect(m_recent, &widgets::TreeView::currentRowChanged, this,
            [this](const QModelIndex &current) { m_forget->setEnabled(current.isValid()); });
    connect(m_recent, &QAbstractItemView::activated, this,
            [this](const QModelIndex &row) { emit reviewAsked(m_model->reviews().at(row.row())); });
    return m_recentBox;
}

void StartPage::setRecent(const QList<models::RecentReview> &reviews)
{
    m_model->setReviews(reviews);
    m_forget->setEnabled(false);
    m_recentBox->setVisible(!reviews.isEmpty());
    m_newcomer->setVisible(reviews.isEmpty());
    m_continue->setVisible(!reviews.isEmpty());
    if (reviews.isEmpty())
        return;
    const models::RecentReview &last = reviews.constFirst();
    const QString name = tr("Continue: %1", "a review").arg(models::headingOf(last));
    constexpr int mostCharacters = 90; // a long name does not widen the window
    const int room = m_continue->fontMetrics().averageCharWidth() * mostCharacters;
    m_continue->setText(m_continue->fontMetrics()
                            .elidedText(name, Qt::ElideMiddle, room)
                            .replace(QLatin1Char('&'), QLatin1String("&&")));
    m_continue->setAccessibleName(name);
    m_continue->setToolTip(name);
    m_looking.ask(
        this, [reviews] { return models::findMissing(reviews); },
        [this](const std::vector<bool> &missing) { m_model->setMissing(missing); });
}

void StartPage::forgetCurrent()
{
    const int row = m_recent->currentIndex().row();
    if (row < 0)
        return;
    emit forgetAsked(m_model->reviews().at(row));
    m_recent->setCurrentIndex(m_model->index(qMin(row, m_model->rowCount() - 1), 0));
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeGlyphs();
}

void StartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    (m_continue->isHidden() ? m_sample : m_continue)->setFocus();
}

void StartPage::takeGlyphs()
{
    m_continue->setIcon(widgets::glyph(QStringLiteral("forward")));
    m_open->setIcon(widgets::glyph(QStringLiteral("open")));
    m_folders->setIcon(widgets::glyph(QStringLiteral("folders")));
    m_sample->setIcon(widgets::glyph(QStringLiteral("sample")));
}

} // namespace noclobber::views
