#include "ui/views/branch_watch.h"

#include <QDirIterator>
#include <QFile>

namespace noclobber::views {

namespace {

constexpr int pauseMilliseconds = 150;
constexpr int mostFolders = 500; ///< a system watches some thousands for all programs together

/// The folders in which git changes files when a branch moves: files are replaced, so their folders are watched.
QStringList foldersToWatch(const QString &gitDirectory)
{
    QStringList folders{gitDirectory};
    QString common = gitDirectory;
    QFile link(gitDirectory + QStringLiteral("/commondir")); // of a linked worktree
    if (link.open(QIODevice::ReadOnly)) {
        common = QDir(gitDirectory).absoluteFilePath(QString::fromLocal8Bit(link.readAll().trimmed()));
        folders << QDir::cleanPath(common);
    }
    const QString references = common + QStringLiteral("/refs");
    folders << references;
    QDirIterator each(references, QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (each.hasNext() && folders.size() < mostFolders)
        folders << each.next();
    return folders;
}

} // namespace

BranchWatch::BranchWatch(const runner::Services &services, QObject *parent) : QObject(parent), m_services(services)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &BranchWatch::look);
    connect(&m_files, &QFileSystemWatcher::directoryChanged, &m_pause, qOverload<>(&QTimer::start));
}

void BranchWatch::watch(const models::ReviewSource &source, const review::Review &review)
{
    stop();
    const git::Comparison &comparison = review.comparison;
    m_source = source;
    m_reviewed = {comparison.base.commit, comparison.head.commit};
    m_known = m_reviewed;
    m_request = {comparison.place.workTree.empty() ? comparison.place.gitDirectory : comparison.place.workTree,
                 comparison.base.revision, comparison.head.revision};
    m_isWatching = true;
    m_isLost = false;
    if (!source.folders)
        watchFiles(comparison.place.gitDirectory);
}

void BranchWatch::watchFiles(const std::string &gitDirectory)
{
    m_listing.ask(
        this, [folder = QString::fromStdString(gitDirectory)] { return foldersToWatch(folder); },
        [this](const QStringList &folders) {
            m_files.addPaths(folders);
            look(); // what happened before they were watched
        });
}

void BranchWatch::stop()
{
    m_isWatching = false;
    m_listing.forget();
    m_looking.forget();
    m_pause.stop();
    if (!m_files.directories().isEmpty())
        m_files.removePaths(m_files.directories());
}

void BranchWatch::look()
{
    if (!m_isWatching || !m_services.findTips)
        return;
    const std::string gone = tr("the folder is not there any more").toStdString();
    const auto work = [gone, find = m_services.findTips, request = m_request, source = m_source,
                       reviewed = m_reviewed]() -> Result<git::Tips> {
        if (!models::isThere(source))
            return Error{ErrorCode::NotFound, gone, source.comparison.folder};
        return source.folders ? Result<git::Tips>(reviewed) : find(request);
    };
    m_looking.ask(this, work, [this](const Result<git::Tips> &tips) { take(tips); });
}

void BranchWatch::take(const Result<git::Tips> &tips)
{
    if (!tips) {
        if (!m_isLost)
            emit lost(tips.error());
        m_isLost = true;
        return;
    }
    m_isLost = false;
    if (*tips == m_known)
        return;
    m_known = *tips;
    emit moved(m_reviewed, *tips);
}

} // namespace noclobber::views
