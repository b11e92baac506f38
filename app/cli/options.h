#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/severity.h"
#include "core/yaml/reader.h"

namespace noclobber::cli {

enum class Command { Review, Audit, Objects, Rules, Explain, Init };

enum class Format { Text, Json, Html, Markdown };

enum class Colour { Auto, Always, Never };

/// One document that is asked for.
struct Output {
    Format format = Format::Text;
    std::string file = "-"; ///< "-" is the standard output

    bool operator==(const Output &) const = default;
};

/// What the command line asks for.
struct Options {
    Command command = Command::Review;
    std::string folder = ".";
    std::vector<Output> outputs; ///< at least one, but: an audit's patch on the standard output needs none, and
                                 ///< without any `init` writes to the repository's root
    std::optional<std::string> configurationFile;
    std::vector<std::string> scopes;
    std::optional<Severity> failOn = Severity::Block; ///< none: never
    std::optional<std::string> argoCdVersion;
    Colour colour = Colour::Auto;
    unsigned jobs = 0;
    std::optional<yaml::Reader> reader; ///< none: the default one
    bool keepsIndex = false;
    bool isQuiet = false;
    bool isVerbose = false;
    std::optional<std::string> base;
    std::optional<std::string> head;
    std::string revision = "HEAD";        ///< of Audit and Objects
    std::optional<std::string> patchFile; ///< of Audit: where the patch goes; then `outputs` may be empty
    bool withContent = false;             ///< of Objects
    std::string rule;                     ///< of Explain
};

/// What to do: work, or print a text that was asked for (--help, --version) and stop.
struct CommandLine {
    Options options;
    std::optional<std::string> text;
};

/// Reads the command line. Error Usage says what is wrong with it.
Result<CommandLine> readCommandLine(int argc, const char *const *argv);

} // namespace noclobber::cli
