// What outlives the window, and what happens outside of it: recent reviews, layout, dropped folders, branches and
// folders that change.

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QMimeData>
#include <QSettings>
#include <QStatusBar>

#include "ui/models/error_text.h"
#include "ui/models/text.h"
#include "ui/views/main_window.h"
#include "ui/views/window_layout.h"

namespace noclobber::views {

namespace {

const QLatin1String geometryKey("window");
constexpr int shortId = 10;
constexpr int newWindowOffset = 32;

QStringList droppedFolders(const QMimeData &data)
{
    QStringList folders;
    for (const QUrl &url : data.urls()) {
        const QFileInfo file(url.toLocalFile());
        if (url.isLocalFile() && file.isDir())
            folders << file.absoluteFilePath();
    }
    return folders;
}

QString moveText(const git::TreeSnapshot &side, const std::string &now)
{
    return MainWindow::tr("%1 has moved: %2 → %3", "branch, commit, commit")
        .arg(models::toQString(side.revision), models::toQString(side.commit).left(shortId),
             models::toQString(now).left(shortId));
}

QString changeText(const std::string &folder)
{
    return MainWindow::tr("The folder %1 has changed since it was read.")
        .arg(QDir::toNativeSeparators(models::toQString(folder)));
}

} // namespace

void MainWindow::restoreWindow()
{
    restoreGeometry(QSettings().value(geometryKey).toByteArray());
    restoreLayout(*this);
}

MainWindow *MainWindow::openWindow()
{
    auto *window = new MainWindow(m_services, m_repository);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->resize(size());
    window->move(pos() + QPoint(newWindowOffset, newWindowOffset));
    window->show();
    return window;
}

void MainWindow::keepPlace()
{
    if (!m_shown || m_pages->currentWidget() != m_review)
        return;
    const record::Progress progress = m_review->record().progress();
    m_shown->place = m_review->place();
    m_shown->seen = static_cast<int>(progress.seen);
    m_shown->objects = static_cast<int>(progress.objects);
    models::keepRecentReview(*m_shown);
}

void MainWindow::refreshRecent()
{
    m_start->setRecent(models::readRecentReviews());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_review->mayLeave())
        return event->ignore();
    keepPlace();
    QSettings().setValue(geometryKey, saveGeometry());
    keepLayout(*this);
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFolders(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

/// One folder is a repository to choose commits of, two are compared.
void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList folders = droppedFolders(*event->mimeData());
    event->acceptProposedAction();
    if (folders.size() == 1)
        chooseCommits(folders.constFirst());
    else
        chooseFolders({folders.at(0).toStdString(), folders.at(1).toStdString()});
}

void MainWindow::connectWatch()
{
    connect(qApp, &QGuiApplication::applicationStateChanged, &m_watch, &BranchWatch::look);
    connect(&m_watch, &BranchWatch::moved, this, &MainWindow::showMove);
    connect(&m_watch, &BranchWatch::lost, this, [this](const Error &error) {
        if (m_pages->currentWidget() == m_review)
            m_notice->showNotice(tr("What was reviewed cannot be read again, what is shown was read before: %1", "why")
                                     .arg(models::errorText(error)));
    });
    connect(m_notice, &widgets::NoticeBar::acted, this, &MainWindow::reload);
}

void MainWindow::showMove(const git::Tips &before, const git::Tips &now)
{
    if (m_pages->currentWidget() != m_review)
        return;
    const git::Comparison &comparison = m_review->review()->comparison;
    const auto &folders = m_source.folders;
    QStringList moves;
    if (now.base != before.base)
        moves << (folders ? changeText(folders->base) : moveText(comparison.base, now.base));
    if (now.head != before.head)
        moves << (folders ? changeText(folders->head) : moveText(comparison.head, now.head));
    if (moves.isEmpty())
        m_notice->hide(); // it is back where it was
    else
        m_notice->showNotice(moves.join(QLatin1Char('\n')), tr("Reload"));
}

/// The same question again, at the same place.
void MainWindow::reload()
{
    if (m_pages->currentWidget() == m_review)
        open(m_source, m_review->place());
    else
        retry();
}

void MainWindow::retry()
{
    if (const auto again = m_retry) // a copy: what it does puts another in its place
        again();
}

void MainWindow::chooseAgain()
{
    if (m_source.folders) {
        chooseFolders(*m_source.folders);
        return;
    }
    const bool isSample = m_source.isSample && m_review->review();
    const std::string folder = isSample ? m_review->review()->comparison.place.workTree : m_source.comparison.folder;
    chooseCommits(QString::fromStdString(folder), isSample ? tr("the sample incident") : QString());
}

} // namespace noclobber::views
