#include "ui/runner/saved_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace noclobber::runner {

namespace {

struct SavedFile {
    Q_DECLARE_TR_FUNCTIONS(noclobber::runner::SavedFile)
};

} // namespace

QString writeFile(std::string_view text, const QString &file)
{
    if (const QFileInfo there(file); there.exists() && !there.isFile())
        return there.isDir() ? SavedFile::tr("there is a folder of this name")
                             : SavedFile::tr("there is a device or a pipe of this name, which is not written to");
    QSaveFile out(file);
    const auto size = static_cast<qint64>(text.size());
    // commit() does not notice that its own flush fails, and would put half a file in the place of the old one
    const bool isWritten =
        out.open(QIODevice::WriteOnly) && out.write(text.data(), size) == size && out.flush() && out.commit();
    return isWritten ? QString() : out.errorString();
}

Result<void> saveFile(const std::string &text, const QString &file)
{
    const QString why = writeFile(text, file);
    if (!why.isEmpty())
        return Error{ErrorCode::Io, SavedFile::tr("The file cannot be written: %1").arg(why).toStdString(),
                     file.toStdString()};
    return {};
}

} // namespace noclobber::runner
