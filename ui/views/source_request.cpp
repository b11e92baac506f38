#include "ui/views/source_request.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace noclobber::views {

namespace {

constexpr int mostCopies = 8;

QString cacheFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
}

/// The copies of folders that were compared last stay.
void removeOldCopies(const QDir &copies, const QString &kept)
{
    const QFileInfoList all = copies.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time);
    for (qsizetype i = mostCopies; i < all.size(); ++i) {
        if (all.at(i).fileName() != kept)
            QDir(all.at(i).filePath()).removeRecursively();
    }
}

/// The same two folders have the same copy, so that marks are found again.
QString copyName(const git::FolderPair &folders)
{
    const QByteArray both = QByteArray::fromStdString(folders.base) + '\0' + QByteArray::fromStdString(folders.head);
    return QString::fromLatin1(QCryptographicHash::hash(both, QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace

runner::ReviewRunner::Prepare preparationOf(const runner::Services &services, const models::ReviewSource &source)
{
    if (source.isSample)
        return [write = services.writeSample](std::stop_token) -> Result<git::ComparisonRequest> {
            QDir().mkpath(cacheFolder());
            const QDir caches(cacheFolder());
            const std::string folder = caches.filePath(QString::fromStdString(review::sampleName())).toStdString();
            if (auto written = write(folder); !written)
                return written.error();
            return git::ComparisonRequest{folder, "main", "change"};
        };
    if (source.folders)
        return [write = services.writeFolders, folders = *source.folders](std::stop_token stop) {
            const QDir copies(cacheFolder() + QStringLiteral("/folders"));
            copies.mkpath(QStringLiteral("."));
            removeOldCopies(copies, copyName(folders));
            return write(folders, copies.filePath(copyName(folders)).toStdString(), std::move(stop));
        };
    return {};
}

} // namespace noclobber::views
