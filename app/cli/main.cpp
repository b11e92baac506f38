#include <csignal>
#include <cstdio>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "core/base/text.h"
#include "core/yaml/reader.h"

namespace {

using namespace noclobber;

constexpr int notReviewed = 2;

/// Says on the standard error why there is no answer.
int fail(const Error &error)
{
    const bool isSaid = error.message.find(error.where) != std::string::npos;
    const std::string where = isSaid ? "" : " (" + printable(error.where) + ")";
    std::fprintf(stderr, "noclobber: %s%s\n", printable(error.message).c_str(), where.c_str());
    return notReviewed;
}

Result<int> answer(int argc, char **argv, cli::Interruption &interruption)
{
    const auto line = cli::readCommandLine(argc, argv);
    if (!line)
        return line.error();
    if (line->text) {
        if (auto written = cli::writeOutput("-", *line->text, interruption); !written)
            return written.error();
        return 0;
    }
    if (line->options.reader)
        yaml::useReader(*line->options.reader);
    cli::ProgressLine progress(!line->options.isQuiet);
    const auto answer = cli::runCommand(line->options, progress, interruption.token());
    progress.clear();
    if (!answer)
        return answer.error();
    for (const cli::Document &document : answer->documents) {
        if (interruption.token().stop_requested())
            return Error{ErrorCode::Cancelled, "cancelled", ""};
        const auto existing = document.isNew ? cli::Existing::Refuse : cli::Existing::Replace;
        if (auto written = cli::writeOutput(document.file, document.bytes, interruption, existing); !written)
            return written.error();
    }
    for (const std::string &remark : answer->remarks)
        std::fprintf(stderr, "noclobber: %s\n", printable(remark).c_str());
    return answer->exitCode;
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN); // a reader that went away is an error of the output like any other
    cli::keepStandardStreams();
    static cli::Interruption &interruption = *new cli::Interruption; // its thread outlives main: never destroyed
    const auto code = answer(argc, argv, interruption);
    if (!interruption.finish())
        return fail({ErrorCode::Cancelled, "cancelled", ""});
    return code ? *code : fail(code.error());
}
