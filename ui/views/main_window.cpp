#include "ui/views/main_window.h"

#include <QApplication>
#include <QDate>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "core/base/say.h"
#include "ui/models/text.h"
#include "ui/runner/saved_file.h"
#include "ui/views/source_request.h"
#include "ui/widgets/reading_order.h"

namespace noclobber::views {

namespace {

QString nativeText(const std::string &folder)
{
    return QDir::toNativeSeparators(QDir(QString::fromStdString(folder)).absolutePath());
}

QString placeText(const models::ReviewSource &source)
{
    if (source.isSample)
        return MainWindow::tr("the sample incident");
    if (source.folders)
        return MainWindow::tr("%1 and %2", "two folders")
            .arg(nativeText(source.folders->base), nativeText(source.folders->head));
    return nativeText(source.comparison.folder);
}

QString taskText(const models::ReviewSource &source)
{
    if (source.isSample)
        return MainWindow::tr("Reviewing the sample incident");
    return source.folders ? MainWindow::tr("Comparing the folders %1", "two folders").arg(placeText(source))
                          : MainWindow::tr("Reviewing a change of %1").arg(placeText(source));
}

/// "manifests   main (a1b2…) → change (c3d4…), as merged".
QString comparisonText(const models::RecentReview &shown, git::ComparisonKind kind)
{
    const QString how = kind == git::ComparisonKind::MergeResult ? MainWindow::tr("as merged")
                        : kind == git::ComparisonKind::TwoDot    ? MainWindow::tr("as they are")
                                                                 : MainWindow::tr("from the merge base");
    return MainWindow::tr("%1, %2", "what was compared, how").arg(models::headingOf(shown), how);
}

} // namespace

MainWindow::MainWindow(runner::Services services, const KSyntaxHighlighting::Repository &repository, QWidget *parent)
    : QMainWindow(parent), m_services(std::move(services)), m_repository(repository), m_runner(m_services.build),
      m_watch(m_services, this)
{
    setWindowIcon(QIcon(QStringLiteral(":/icons/noclobber.svg")));
    setMinimumSize(1024, 640);
    resize(1366, 744);
    setAcceptDrops(true);
    makePages();
    connectPages();
    makeMenus();
    connectRunner();
    connectWatch();
    takeGlyphs();
    qApp->installEventFilter(this);
    restoreWindow();
    showPage(m_start);
}

MainWindow::~MainWindow() = default;

void MainWindow::makePages()
{
    m_pages = new QStackedWidget(this);
    m_start = new StartPage(this);
    m_chooser = new ChooserPage(m_services, this);
    m_folders = new FoldersPage(this);
    m_progress = new ProgressPage(this);
    m_error = new ErrorPage(this);
    m_review = new ReviewPage(m_services, m_repository, this);
    for (QWidget *page : std::initializer_list<QWidget *>{m_start, m_chooser, m_folders, m_progress, m_error, m_review})
        m_pages->addWidget(page);
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeHeader();
    m_notice = new widgets::NoticeBar(this);
    column->addWidget(m_header);
    column->addWidget(m_notice);
    column->addWidget(m_pages, 1);
    setCentralWidget(centre);
    m_palette = new Palette(centre);
}

void MainWindow::connectPages()
{
    const auto goToStart = [this] { showPage(m_start); };
    connect(m_start, &StartPage::openAsked, this, &MainWindow::askForRepository);
    connect(m_start, &StartPage::foldersAsked, this, [this] { chooseFolders(); });
    connect(m_start, &StartPage::sampleAsked, this, &MainWindow::openSample);
    connect(m_start, &StartPage::reviewAsked, this,
            [this](const models::RecentReview &review) { open(review.source, review.place); });
    connect(m_start, &StartPage::forgetAsked, this, [this](const models::RecentReview &review) {
        models::forgetRecentReview(review.source);
        refreshRecent();
    });
    connect(m_folders, &FoldersPage::chosen, this, [this](const git::FolderPair &folders) {
        open({{}, folders, false});
    });
    connect(m_folders, &FoldersPage::backAsked, this, goToStart);
    connect(m_chooser, &ChooserPage::chosen, this, &MainWindow::openReview);
    connect(m_chooser, &ChooserPage::backAsked, this, goToStart);
    connect(m_chooser, &ChooserPage::failed, this, [this](const Error &error, const QString &folder) {
        m_source = {{folder.toStdString(), std::nullopt, std::nullopt}, {}, false};
        showError(error);
    });
    connect(m_error, &ErrorPage::backAsked, this, &MainWindow::leaveError);
    connect(m_error, &ErrorPage::retryAsked, this, &MainWindow::retry);
    connect(m_review, &ReviewPage::shown, this, &MainWindow::reviewShown);
    connect(m_review, &ReviewPage::reloadAsked, this, &MainWindow::reload);
    connect(m_palette, &Palette::objectChosen, m_review, &ReviewPage::showObject);
}

void MainWindow::makeHeader()
{
    m_header = new QWidget(this);
    m_comparison = new widgets::ElidedLabel(m_header);
    auto *row = new QHBoxLayout(m_header);
    row->setContentsMargins(12, 4, 8, 4);
    row->addWidget(m_comparison, 1);
}

void MainWindow::connectRunner()
{
    connect(&m_runner, &runner::ReviewRunner::progressed, m_progress, &ProgressPage::setProgress);
    connect(&m_runner, &runner::ReviewRunner::found, m_progress, &ProgressPage::setFound);
    connect(&m_runner, &runner::ReviewRunner::reviewReady, this, &MainWindow::prepare);
    connect(&m_runner, &runner::ReviewRunner::failed, this, &MainWindow::showError);
    connect(m_progress, &ProgressPage::cancelAsked, this, &MainWindow::stop);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return widgets::focusNextStop(*this, next);
}

void MainWindow::showPage(QWidget *page)
{
    m_preparing.forget(); // who went elsewhere meanwhile stays there
    keepPlace();
    m_notice->hide();
    if (page == m_start)
        refreshRecent();
    m_pages->setCurrentWidget(page);
    const bool isReview = page == m_review;
    m_header->setVisible(isReview);
    m_review->setActionsEnabled(isReview);
    m_export->setEnabled(isReview);
    m_reload->setEnabled(isReview || page == m_error);
    m_choose->setEnabled(isReview || page == m_error);
    if (!isReview)
        setWindowTitle(tr("noclobber"));
}

void MainWindow::chooseCommits(const QString &folder, const QString &name)
{
    m_retry = [this, folder, name] { chooseCommits(folder, name); };
    showPage(m_chooser);
    m_chooser->open(folder, name.isEmpty() ? QDir::toNativeSeparators(folder) : name);
}

void MainWindow::chooseFolders(const git::FolderPair &folders)
{
    showPage(m_folders);
    m_folders->begin(folders);
}

void MainWindow::open(const models::ReviewSource &source, const models::ReviewPlace &place)
{
    if (!isSame(source, m_source) && !m_review->mayLeave())
        return;
    showPage(m_progress);
    m_source = source;
    m_place = place;
    m_retry = [this, source, place] { open(source, place); };
    review::ReviewRequest whole;
    whole.comparison = source.comparison;
    whole.today = QDate::currentDate().toString(Qt::ISODate).toStdString();
    setWindowTitle(tr("noclobber: reviewing…"));
    m_progress->begin(taskText(source));
    m_runner.open(whole, preparationOf(m_services, source));
}

void MainWindow::stop()
{
    if (m_runner.isRunning())
        m_runner.cancel();
    else if (m_pages->currentWidget() == m_progress) // the review is there, its rows are being made
        showError(runner::stopped());
}

void MainWindow::prepare(const review::ReviewPtr &review, qint64 milliseconds)
{
    m_preparing.ask(
        this, [review] { return models::prepareReview(review); },
        [this, milliseconds](const models::PreparedReviewPtr &prepared) { showReview(*prepared, milliseconds); });
}

void MainWindow::showReview(const models::PreparedReview &prepared, qint64 milliseconds)
{
    const review::ReviewPtr &review = prepared.review;
    m_shown.reset(); // its place was kept when the page was left
    showPage(m_review);
    m_review->setFolders(m_source.folders);
    m_review->setReview(prepared, m_place);
    m_shown = models::describe(m_source, *review);
    m_comparison->setWholeText(comparisonText(*m_shown, review->comparison.kind));
    m_shown->objects = static_cast<int>(prepared.objects.size()); // what was seen of them is counted when one leaves
    m_shown->place = m_place;
    models::keepRecentReview(*m_shown);
    m_watch.watch(m_source, *review);
    showTitle();
    m_review->bar()->setDuration(milliseconds);
}

void MainWindow::showTitle()
{
    const auto headline = models::toQString(said(review::headlineText(m_review->review()->headline)));
    setWindowTitle(tr("%1: %2 - noclobber", "verdict, what was compared").arg(headline, m_comparison->text()));
}

void MainWindow::leaveError()
{
    if (!m_shown) {
        showPage(m_start);
        return;
    }
    m_source = m_shown->source;
    showPage(m_review);
    showTitle();
    m_watch.tell(); // what happened meanwhile
}

void MainWindow::showError(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        models::keepStopped(m_source);
    const bool wasReviewing = m_pages->currentWidget() == m_progress;
    m_error->setError(error, placeText(m_source),
                      {wasReviewing ? m_progress->found() : QString(), m_review->review() != nullptr});
    showPage(m_error);
    setWindowTitle(tr("Not reviewed - noclobber"));
    emit reviewFailed(error);
}

void MainWindow::askForRepository()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a repository"), QDir::homePath());
    if (!folder.isEmpty())
        chooseCommits(folder);
}

void MainWindow::exportReport(const QString &file)
{
    if (!m_review->review() || !m_services.writeReport) {
        emit reportFailed({ErrorCode::Usage, tr("There is no review to export.").toStdString(), {}});
        return;
    }
    const auto work = [write = m_services.writeReport, review = m_review->review(), file] {
        return runner::saveFile(write(*review), file);
    };
    m_report.ask(this, work, [this, file](const Result<void> &written) {
        if (written)
            emit reportWritten(file);
        else
            emit reportFailed(written.error());
    });
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_open != nullptr)
        takeGlyphs();
}

} // namespace noclobber::views
