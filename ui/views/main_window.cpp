#include "ui/views/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDate>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
#include <QVBoxLayout>

#include "core/base/say.h"
#include "ui/models/text.h"

namespace noclobber::views {

namespace {

constexpr qsizetype mostRecent = 10;
const QLatin1String recentKey("recent");
const QLatin1String geometryKey("window");

/// Writes all of a text into a file, or leaves the file as it was.
Result<void> saved(const std::string &text, const QString &file)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text.data(), static_cast<qint64>(text.size())) < 0 ||
        !out.commit())
        return Error{ErrorCode::Io, "The report cannot be written: " + out.errorString().toStdString(),
                     file.toStdString()};
    return {};
}

/// The folder a person knows the repository by, without a trailing slash.
QString folderOf(const review::Review &review)
{
    const git::RepositoryPlace &place = review.comparison.place;
    return QDir::cleanPath(QString::fromStdString(place.workTree.empty() ? place.gitDirectory : place.workTree));
}

} // namespace

MainWindow::MainWindow(runner::Services services, const KSyntaxHighlighting::Repository &repository, QWidget *parent)
    : QMainWindow(parent), m_services(std::move(services)), m_repository(repository), m_runner(m_services.build)
{
    setWindowIcon(QIcon(QStringLiteral(":/icons/noclobber.svg")));
    setMinimumSize(1024, 640);
    resize(1366, 744);
    restoreGeometry(QSettings().value(geometryKey).toByteArray());
    makePages();
    makeMenus();
    connectRunner();
    takeGlyphs();
    qApp->installEventFilter(this);
    m_start->setRecent(recentRepositories());
    showPage(m_start);
}

MainWindow::~MainWindow() = default;

void MainWindow::makePages()
{
    m_pages = new QStackedWidget(this);
    m_start = new StartPage(this);
    m_chooser = new ChooserPage(m_services, this);
    m_progress = new ProgressPage(this);
    m_error = new ErrorPage(this);
    m_review = new ReviewPage(m_services, m_repository, this);
    for (QWidget *page : std::initializer_list<QWidget *>{m_start, m_chooser, m_progress, m_error, m_review})
        m_pages->addWidget(page);
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeHeader();
    column->addWidget(m_header);
    column->addWidget(m_pages, 1);
    setCentralWidget(centre);

    connect(m_start, &StartPage::openAsked, this, &MainWindow::askForRepository);
    connect(m_start, &StartPage::sampleAsked, this, &MainWindow::openSample);
    connect(m_start, &StartPage::repositoryAsked, this, &MainWindow::chooseCommits);
    connect(m_chooser, &ChooserPage::chosen, this, &MainWindow::openReview);
    connect(m_chooser, &ChooserPage::backAsked, this, [this] { showPage(m_start); });
    connect(m_chooser, &ChooserPage::failed, this, [this](const Error &error, const QString &folder) {
        m_request = {folder.toStdString(), std::nullopt, std::nullopt};
        showError(error);
    });
    connect(m_error, &ErrorPage::backAsked, this,
            [this] { showPage(m_review->review() ? m_review : static_cast<QWidget *>(m_start)); });
    connect(m_error, &ErrorPage::retryAsked, this, [this] { m_retry(); });
    connect(m_review, &ReviewPage::shown, this, &MainWindow::reviewShown);
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
    connect(this, &MainWindow::reportWritten, this, [this](const QString &file) {
        statusBar()->showMessage(tr("Exported to %1").arg(QDir::toNativeSeparators(file)));
    });
    connect(this, &MainWindow::reportFailed, this, [this](const Error &error) {
        statusBar()->showMessage(tr("Not exported: %1").arg(models::toQString(error.message)));
    });
    connect(m_progress, &ProgressPage::cancelAsked, &m_runner, &runner::ReviewRunner::cancel);
}

void MainWindow::showPage(QWidget *page)
{
    m_list.forget(); // who went elsewhere meanwhile stays there
    m_pages->setCurrentWidget(page);
    const bool isReview = page == m_review;
    m_header->setVisible(isReview);
    m_review->setActionsEnabled(isReview);
    m_export->setEnabled(isReview && m_services.writeReport);
    m_reload->setEnabled(isReview || page == m_error);
    m_choose->setEnabled(isReview || page == m_error);
    if (!isReview) {
        setWindowTitle(tr("noclobber"));
        statusBar()->clearMessage();
    }
}

void MainWindow::chooseCommits(const QString &folder)
{
    m_request.folder = folder.toStdString();
    m_retry = [this, folder] { chooseCommits(folder); };
    showPage(m_chooser);
    m_chooser->open(folder);
}

void MainWindow::openReview(const git::ComparisonRequest &request)
{
    m_request = request;
    m_retry = [this, request] { openReview(request); };
    review::ReviewRequest whole;
    whole.comparison = request;
    whole.today = QDate::currentDate().toString(Qt::ISODate).toStdString();
    showPage(m_progress);
    setWindowTitle(tr("noclobber: reviewing…"));
    m_progress->begin(tr("Reviewing a change of %1").arg(QDir(QString::fromStdString(request.folder)).absolutePath()));
    m_runner.open(whole);
}

void MainWindow::openSample()
{
    const QString caches = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    const std::string folder = (caches + QLatin1Char('/') + QString::fromStdString(review::sampleName())).toStdString();
    m_retry = [this] { openSample(); };
    showPage(m_progress);
    m_progress->begin(tr("Preparing the sample incident"));
    const auto work = [write = m_services.writeSample, folder, caches] {
        QDir().mkpath(caches);
        return write(folder);
    };
    m_sample.ask(this, work, [this, folder](const Result<void> &written) {
        if (written)
            openReview({folder, "main", "change"});
        else
            showError(written.error());
    });
}

void MainWindow::prepare(const review::ReviewPtr &review, qint64 milliseconds)
{
    const auto work = [review] { return std::make_shared<const models::ChangeList>(models::makeChangeList(*review)); };
    m_list.ask(this, work, [this, review, milliseconds](const models::ChangeListPtr &list) {
        showReview(review, list, milliseconds);
    });
}

void MainWindow::showReview(const review::ReviewPtr &review, const models::ChangeListPtr &list, qint64 milliseconds)
{
    rememberRepository(folderOf(*review));
    m_comparison->setWholeText(comparisonText(*review));
    showPage(m_review);
    m_review->setReview(review, list);
    const auto headline = models::toQString(said(review::headlineText(review->headline)));
    setWindowTitle(tr("%1: %2 - noclobber", "verdict, what was compared").arg(headline, m_comparison->text()));
    statusBar()->showMessage(
        tr("%Ln objects in head, analysed in %1 s", "", static_cast<int>(review->inventories.head.objects.size()))
            .arg(QLocale().toString(static_cast<double>(milliseconds) / 1000, 'f', 1)));
}

QString MainWindow::comparisonText(const review::Review &review) const
{
    const git::Comparison &comparison = review.comparison;
    const QString folder = folderOf(review);
    const bool isSample = folder.contains(QString::fromStdString(review::sampleName()));
    const QString name = isSample ? tr("Sample incident") : QDir(folder).dirName();
    const auto side = [](const git::TreeSnapshot &snapshot) {
        const QString commit = models::toQString(snapshot.commit).left(10);
        const QString revision = models::toQString(snapshot.revision);
        return snapshot.commit.starts_with(snapshot.revision) ? commit
                                                              : tr("%1 (%2)", "revision, commit").arg(revision, commit);
    };
    const QString kind = comparison.kind == git::ComparisonKind::MergeResult ? tr("as merged")
                         : comparison.kind == git::ComparisonKind::TwoDot    ? tr("as they are")
                                                                             : tr("from the merge base");
    return tr("%1   %2 → %3, %4", "repository, base, head, how compared")
        .arg(name, side(comparison.base), side(comparison.head), kind);
}

void MainWindow::showError(const Error &error)
{
    m_error->setError(error, QString::fromStdString(m_request.folder));
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

void MainWindow::askForReportFile()
{
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Export the review as HTML"),
                                     QDir::home().filePath(QStringLiteral("review.html")), tr("HTML (*.html)"));
    if (file.isEmpty())
        return;
    statusBar()->showMessage(tr("Writing the report…"));
    exportReport(file);
}

void MainWindow::exportReport(const QString &file)
{
    if (!m_review->review() || !m_services.writeReport) {
        emit reportFailed({ErrorCode::Usage, "There is no review to export.", {}});
        return;
    }
    const auto work = [write = m_services.writeReport, review = m_review->review(), file] {
        return saved(write(*review), file);
    };
    m_report.ask(this, work, [this, file](const Result<void> &written) {
        if (written)
            emit reportWritten(file);
        else
            emit reportFailed(written.error());
    });
}

QStringList MainWindow::recentRepositories() const
{
    return QSettings().value(recentKey).toStringList();
}

void MainWindow::rememberRepository(const QString &folder)
{
    if (folder.contains(QString::fromStdString(review::sampleName())))
        return;
    QStringList folders = recentRepositories();
    folders.removeAll(folder);
    folders.prepend(folder);
    QSettings().setValue(recentKey, folders.mid(0, mostRecent));
    m_start->setRecent(recentRepositories());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(geometryKey, saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_open != nullptr)
        takeGlyphs();
}

} // namespace noclobber::views
