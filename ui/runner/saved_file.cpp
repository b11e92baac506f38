#include "ui/runner/saved_file.h"

#include <QFileInfo>
#include <QSaveFile>

namespace noclobber::runner {

Result<void> saveFile(const std::string &text, const QString &file)
{
    if (const QFileInfo there(file); there.exists() && !there.isFile())
        return Error{ErrorCode::Io, "The file cannot be written: there is something that is no regular file",
                     file.toStdString()};
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text.data(), static_cast<qint64>(text.size())) < 0 ||
        !out.commit())
        return Error{ErrorCode::Io, "The file cannot be written: " + out.errorString().toStdString(),
                     file.toStdString()};
    return {};
}

} // namespace noclobber::runner
