#pragma once

#include <string>
#include <vector>

#include "app/cli/options.h"
#include "app/cli/progress.h"

namespace noclobber::cli {

/// A document that is ready to be written.
struct Document {
    std::string file; ///< "-" is the standard output
    std::string bytes;
    bool isNew = false; ///< a file that is there already is not overwritten
};

struct Answer {
    std::vector<Document> documents;  ///< in the order in which they were asked for
    std::vector<std::string> remarks; ///< for the standard error, a line each
    int exitCode = 0;
};

/// Does what the command line asks for, but for the writing.
Result<Answer> runCommand(const Options &options, ProgressLine &progress, std::stop_token stop);

} // namespace noclobber::cli
