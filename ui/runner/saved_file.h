#pragma once

#include <QString>
#include <string>

#include "core/base/result.h"

namespace noclobber::runner {

/// Writes all of a text into a file, or leaves the file as it was. Error Io says why.
Result<void> saveFile(const std::string &text, const QString &file);

} // namespace noclobber::runner
