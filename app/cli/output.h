#pragma once

#include <string>
#include <string_view>

#include "app/cli/interruption.h"
#include "core/base/result.h"

namespace noclobber::cli {

/// Makes sure that 0, 1 and 2 are taken: in a program started with a closed standard output the first file it opens
/// would get that number, and the document would be written into it. Writing to a closed one stays an error.
void keepStandardStreams();

/// What to do with a file that is there.
enum class Existing { Replace, Refuse };

/// Writes a document to a file, or to the standard output for "-". A file is there as a whole or not at all: it is
/// written beside its place and moved there. Error Io says why it could not be.
Result<void> writeOutput(const std::string &file, std::string_view bytes, Interruption &interruption,
                         Existing existing = Existing::Replace);

} // namespace noclobber::cli
