#pragma once

#include <QString>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace noclobber::runner {

/// Writes all of a text into a file, or leaves the file as it was. "", or why it is not written.
QString writeFile(std::string_view text, const QString &file);

/// The same. Error Io says why.
Result<void> saveFile(const std::string &text, const QString &file);

} // namespace noclobber::runner
