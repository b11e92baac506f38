#include "ui/views/branch_watch.h"

#include <QDirIterator>
#include <QFile>
#include <QSet>
#include <algorithm>
#include <iterator>

namespace noclobber::views {

namespace {

constexpr int pauseMilliseconds = 150;
constexpr qsizetype mostFolders = 500; ///< a system watches some thousands for all programs together
constexpr qsizetype mostFiles = 500;

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

/// The folders of two trees, and as many of their files: one that is written in place changes no folder.
QStringList placesToWatch(const git::FolderPair &pair)
{
    QStringList folders;
    QStringList files;
    for (const std::string &side : {pair.base, pair.head}) {
        const QString root = QString::fromStdString(side);
        folders << root;
        QDirIterator each(root, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (each.hasNext() && (folders.size() < mostFolders || files.size() < mostFiles)) {
            const QFileInfo entry(each.next());
            QStringList &places = entry.isDir() ? folders : files;
            if (places.size() < (entry.isDir() ? mostFolders : mostFiles))
                places << entry.filePath();
        }
    }
    return folders + files;
}

/// Those that are not among the known ones.
QStringList newPlaces(const QStringList &places, const QStringList &known)
{
    const QSet<QString> before(known.begin(), known.end());
    QStringList found;
    std::ranges::copy_if(places, std::back_inserter(found),
                         [&](const QString &place) { return !before.contains(place); });
    return found;
}

} // namespace

BranchWatch::BranchWatch(const runner::Services &services, QObject *parent) : QObject(parent), m_services(services)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &BranchWatch::look);
    connect(&m_files, &QFileSystemWatcher::directoryChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_files, &QFileSystemWatcher::fileChanged, &m_pause, qOverload<>(&QTimer::start));
}

BranchWatch::~BranchWatch()
{
    m_stop.request_stop();
}

void BranchWatch::watch(const models::ReviewSource &source, const review::Review &review)
{
    stop();
    const git::Comparison &comparison = review.comparison;
    m_source = source;
    m_gitDirectory = QString::fromStdString(comparison.place.gitDirectory);
    m_reviewed = {comparison.base.commit, comparison.head.commit};
    m_known = {{}, m_reviewed};
    m_request = {comparison.place.workTree.empty() ? comparison.place.gitDirectory : comparison.place.workTree,
                 comparison.base.revision, comparison.head.revision};
    m_isWatching = true;
    m_isLost = false;
    look();
}

/// Folders that are new are watched from now on.
void BranchWatch::look()
{
    if (!m_isWatching || !m_services.findTips)
        return;
    const auto list = [folders = m_source.folders, git = m_gitDirectory,
                       known = m_files.directories() + m_files.files()] {
        return newPlaces(folders ? placesToWatch(*folders) : foldersToWatch(git), known);
    };
    m_listing.ask(this, list, [this](const QStringList &places) {
        if (!places.isEmpty() && m_files.addPaths(places).size() < places.size())
            look(); // for folders that were made in them before they were watched
        else
            ask(); // what happened before they were watched
    });
}

void BranchWatch::stop()
{
    m_isWatching = false;
    m_stop.request_stop();
    m_listing.forget();
    m_looking.forget();
    m_pause.stop();
    if (const QStringList places = m_files.directories() + m_files.files(); !places.isEmpty())
        m_files.removePaths(places);
}

void BranchWatch::ask()
{
    m_stop.request_stop(); // the newest look wins
    m_stop = std::stop_source();
    const std::string gone = tr("the folder is not there any more").toStdString();
    const auto work = [gone, find = m_services.findTips, findFolders = m_services.findFolderState, request = m_request,
                       source = m_source, known = m_known, stop = m_stop.get_token()]() -> Result<git::FolderState> {
        if (!models::isThere(source))
            return Error{ErrorCode::NotFound, gone, source.comparison.folder};
        if (source.folders)
            return findFolders ? findFolders(*source.folders, known, stop) : known;
        const auto tips = find(request);
        return tips ? Result<git::FolderState>({{}, *tips}) : tips.error();
    };
    m_looking.ask(this, work, [this](const Result<git::FolderState> &found) { take(found); });
}

void BranchWatch::tell()
{
    m_isLost = false;
    m_known = {{}, m_reviewed};
    look();
}

void BranchWatch::take(const Result<git::FolderState> &found)
{
    if (!found) {
        if (!m_isLost)
            emit lost(found.error());
        m_isLost = true;
        return;
    }
    const bool isNews = m_isLost || found->tips != m_known.tips;
    m_isLost = false;
    m_known = *found;
    if (isNews)
        emit moved(m_reviewed, found->tips);
}

} // namespace noclobber::views
