#include "ui/runner/saved_file.h"

#include <QSaveFile>

namespace noclobber::runner {

Result<void> saveFile(const std::string &text, const QString &file)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text.data(), static_cast<qint64>(text.size())) < 0 ||
        !out.commit())
        return Error{ErrorCode::Io, "The file cannot be written: " + out.errorString().toStdString(),
                     file.toStdString()};
    return {};
}

} // namespace noclobber::runner
