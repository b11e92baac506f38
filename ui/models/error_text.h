#pragma once

#include <QString>

#include "core/base/result.h"

namespace noclobber::models {

/// What failed, and where, as the end of a sentence.
QString errorText(const Error &error);

} // namespace noclobber::models
