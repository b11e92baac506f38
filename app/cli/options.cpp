#include "app/cli/options.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/text.h"

namespace noclobber::cli {

namespace {

const std::vector<std::string> formatNames{"text", "json", "html", "markdown"};

const std::string commonGroup = "Common options";

/// A format as it was written, with the file that was written beside it.
struct WrittenOutput {
    std::optional<std::string> format;
    std::optional<std::string> file;
};

/// What CLI11 fills in before it is checked.
struct Written {
    Options options;
    std::vector<WrittenOutput> outputs;
    std::string failOn = "block";
    std::string colour = "auto";
    std::string folder, configurationFile, argoCdVersion, base, head, patchFile, reader;
};

Error usage(std::string message)
{
    return {ErrorCode::Usage, std::move(message), ""};
}

/// `--format` and `-o` belong together in the order in which they are written, whichever of the two comes first.
void addFormat(Written &written, const std::string &name)
{
    if (!written.outputs.empty() && !written.outputs.back().format)
        written.outputs.back().format = name;
    else
        written.outputs.push_back({name, std::nullopt});
}

void addFile(Written &written, const std::string &name)
{
    if (!written.outputs.empty() && !written.outputs.back().file)
        written.outputs.back().file = name;
    else
        written.outputs.push_back({std::nullopt, name});
}

void addCommonOptions(CLI::App &app, Written &written)
{
    const auto list = [](CLI::Option *option) { option->allow_extra_args(false)->trigger_on_parse(); };
    Options &options = written.options;
    app.option_defaults()->group(commonGroup);
    app.add_option("-C", written.folder, "Any folder of the repository (default: the current one)")->type_name("DIR");
    list(app.add_option_function<std::vector<std::string>>(
                "--format", [&written](const auto &names) { addFormat(written, names.back()); },
                "text, json, html or markdown; each takes the -o beside it, so several can be written in one run")
             ->type_name("FORMAT"));
    list(app.add_option_function<std::vector<std::string>>(
                "-o,--output", [&written](const auto &names) { addFile(written, names.back()); },
                "Where the document goes (default -, the standard output)")
             ->type_name("FILE"));
    app.add_option("--config", written.configurationFile, "Configuration instead of .noclobber.yaml of the base commit")
        ->type_name("FILE");
    app.add_option("--scope", options.scopes, "This scope only; can be repeated")
        ->type_name("NAME")
        ->allow_extra_args(false);
    app.add_option("--fail-on", written.failOn, "block, warn, note or never (default block)")->type_name("LEVEL");
    app.add_option("--argo-cd-version", written.argoCdVersion, "Instead of the configured one")->type_name("X.Y");
    app.add_option("--color", written.colour, "auto, always or never (default auto)")->type_name("WHEN");
    app.add_option("--jobs", options.jobs, "Threads (default: one a core, eight at most)")
        ->type_name("N")
        ->check(CLI::Range(1U, 256U));
    app.add_option("--reader", written.reader,
                   "fast or exact: whether plain YAML is read by noclobber itself or all of it by yaml-cpp; the answer "
                   "is the same (default fast)")
        ->type_name("NAME");
    app.add_flag(
        "--index", options.keepsIndex,
        "Keep what was read in the user's cache folder, so that the next run need not; the answer is the same");
    app.add_flag("-q,--quiet", options.isQuiet, "Text shows the verdict only; no progress");
    app.add_flag("-v,--verbose", options.isVerbose, "Text shows everything");
}

/// The options that every command has, as its help shows them.
std::string commonOptionsText(const CLI::App &app)
{
    const auto options = app.get_options([](const CLI::Option *option) { return option->get_group() == commonGroup; });
    return CLI::Formatter().make_group(commonGroup, false, options);
}

void addCommands(CLI::App &app, Written &written)
{
    Options &options = written.options;
    CLI::App *review = app.add_subcommand("review", "Review what merging HEAD into BASE would change");
    review->add_option("BASE", written.base,
                       "A revision, BASE..HEAD or BASE...HEAD (default: the remote's default branch)");
    review->add_option("HEAD", written.head, "A revision (default: HEAD)");
    CLI::App *audit = app.add_subcommand("audit", "Guard-rails of one commit: duplicates, missing protections, naming, "
                                                  "layout, with coverage figures");
    audit->add_option("REV", options.revision, "A revision (default: HEAD)");
    audit
        ->add_option("--fix", written.patchFile,
                     "Write a patch for git apply that adds what is missing (- is the "
                     "standard output, then without the report)")
        ->type_name("FILE")
        ->group("Options");
    CLI::App *objects = app.add_subcommand("objects", "Every object of a commit: identity, location, application");
    objects->add_option("REV", options.revision, "A revision (default: HEAD)");
    objects->add_flag("--content", options.withContent, "Add what each object says; values of Secrets are masked")
        ->group("Options");
    app.add_subcommand("rules", "The rules and their severities");
    CLI::App *explain = app.add_subcommand("explain", "What a rule means, the accident it prevents, how to mend it");
    explain->add_option("RULE", options.rule, "The rule's name")->required();
    app.add_subcommand("init", "Write a commented .noclobber.yaml for this repository (-o - prints it)");
    for (CLI::App *command : app.get_subcommands({})) {
        command->fallthrough();
        command->footer([&app] { return commonOptionsText(app); });
    }
}

Command commandOf(const CLI::App &app)
{
    const std::string name = app.get_subcommands().front()->get_name();
    return name == "review"    ? Command::Review
           : name == "audit"   ? Command::Audit
           : name == "objects" ? Command::Objects
           : name == "rules"   ? Command::Rules
           : name == "init"    ? Command::Init
                               : Command::Explain;
}

/// Without --format, the file's ending says what is meant.
std::string formatFor(const std::string &file)
{
    return file.ends_with(".html")   ? "html"
           : file.ends_with(".json") ? "json"
           : file.ends_with(".md")   ? "markdown"
                                     : "text";
}

/// The documents that are asked for. An audit's patch goes to a file of its own; on the standard output it stands in
/// for the report that nobody asked for.
Result<std::vector<Output>> readOutputs(const std::vector<WrittenOutput> &written,
                                        const std::optional<std::string> &patchFile)
{
    std::vector<Output> outputs;
    for (const WrittenOutput &one : written) {
        const std::string file = one.file.value_or("-");
        const std::string name = one.format ? *one.format : formatFor(file);
        const auto found = std::ranges::find(formatNames, name);
        if (found == formatNames.end())
            return usage(fmt::format("unknown format \"{}\": there are text, json, html and markdown", name));
        if (file.empty())
            return usage("-o needs a file");
        outputs.push_back({static_cast<Format>(found - formatNames.begin()), file});
    }
    if (outputs.empty() && patchFile != "-")
        outputs.emplace_back();
    for (const Output &output : outputs) {
        if (std::ranges::count(outputs, output.file, &Output::file) == 1 && output.file != patchFile)
            continue;
        return usage(output.file == "-"
                         ? "only one document fits on the standard output: give the others a file with -o"
                         : fmt::format("two documents cannot go to one file, \"{}\"", output.file));
    }
    return outputs;
}

Result<std::optional<Severity>> readFailOn(const std::string &word)
{
    if (word == "never")
        return std::optional<Severity>();
    for (const auto &[name, severity] :
         {std::pair("block", Severity::Block), std::pair("warn", Severity::Warn), std::pair("note", Severity::Note)}) {
        if (word == name)
            return std::optional(severity);
    }
    return usage(fmt::format("--fail-on knows block, warn, note and never, not \"{}\"", word));
}

Result<Colour> readColour(const std::string &word)
{
    constexpr std::array<std::string_view, 3> words{"auto", "always", "never"};
    const auto *found = std::ranges::find(words, word);
    if (found == words.end())
        return usage(fmt::format("--color knows auto, always and never, not \"{}\"", word));
    return static_cast<Colour>(found - words.begin());
}

Result<std::optional<yaml::Reader>> readReader(const std::optional<std::string> &word)
{
    if (!word)
        return std::optional<yaml::Reader>();
    if (*word != "fast" && *word != "exact")
        return usage(fmt::format("--reader knows fast and exact, not \"{}\"", *word));
    return std::optional(*word == "fast" ? yaml::Reader::Fast : yaml::Reader::Exact);
}

bool isVersion(std::string_view text)
{
    const auto parts = split(text, '.');
    return parts.size() == 2 && std::ranges::all_of(parts, [](const std::string &part) {
               return !part.empty() && part.size() < 4 && part.find_first_not_of("0123456789") == std::string::npos;
           });
}

/// A document that the command does not have.
Result<void> checkFormats(const Options &options)
{
    const auto has = [&](Format format) { return std::ranges::count(options.outputs, format, &Output::format) > 0; };
    if (options.command == Command::Audit && has(Format::Markdown))
        return usage("an audit is written as text, json or html");
    const bool isPage = has(Format::Html) || has(Format::Markdown);
    if (options.command == Command::Objects && isPage)
        return usage("objects are written as text or json");
    const bool isTextOnly = options.command == Command::Rules || options.command == Command::Explain;
    if (isTextOnly && (isPage || has(Format::Json)))
        return usage("rules are written as text");
    if (options.command == Command::Init && (isPage || has(Format::Json)))
        return usage("a configuration is written as text");
    return {};
}

std::optional<std::string> given(const CLI::App &app, const std::string &name, const std::string &value)
{
    return app.get_option(name)->count() > 0 ? std::optional(value) : std::nullopt;
}

/// The options that take one word of a few.
Result<void> readWords(const CLI::App &app, const Written &written, Options &options)
{
    const auto failOn = readFailOn(written.failOn);
    if (!failOn)
        return failOn.error();
    options.failOn = *failOn;
    const auto colour = readColour(written.colour);
    if (!colour)
        return colour.error();
    options.colour = *colour;
    const auto reader = readReader(given(app, "--reader", written.reader));
    if (!reader)
        return reader.error();
    options.reader = *reader;
    return {};
}

Result<Options> checked(const CLI::App &app, Written &written)
{
    Options options = std::move(written.options);
    options.command = commandOf(app);
    if (app.get_option("-C")->count() > 0)
        options.folder = written.folder;
    options.configurationFile = given(app, "--config", written.configurationFile);
    options.argoCdVersion = given(app, "--argo-cd-version", written.argoCdVersion);
    if (options.argoCdVersion && !isVersion(*options.argoCdVersion))
        return usage(fmt::format("--argo-cd-version is written as 3.4, not \"{}\"", *options.argoCdVersion));
    if (options.command == Command::Review) {
        const CLI::App &review = *app.get_subcommand("review");
        options.base = given(review, "BASE", written.base);
        options.head = given(review, "HEAD", written.head);
    }
    if (options.command == Command::Audit)
        options.patchFile = given(*app.get_subcommand("audit"), "--fix", written.patchFile);
    if (options.patchFile == "")
        return usage("--fix needs a file");
    auto outputs = readOutputs(written.outputs, options.patchFile);
    if (!outputs)
        return outputs.error();
    options.outputs = std::move(*outputs);
    if (options.command == Command::Init && written.outputs.empty())
        options.outputs.clear();
    if (auto words = readWords(app, written, options); !words)
        return words.error();
    if (options.isQuiet && options.isVerbose)
        return usage("-q and -v contradict each other");
    if (auto formats = checkFormats(options); !formats)
        return formats.error();
    return options;
}

/// The message for a word that is no command, with the nearest one.
std::optional<std::string> wrongCommand(const CLI::App &app, int argc, const char *const *argv)
{
    if (argc < 2 || argv[1][0] == '-' || !app.get_subcommands().empty())
        return std::nullopt;
    std::vector<std::string> names;
    for (const CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; }))
        names.push_back(command->get_name());
    const std::string near = nearest(argv[1], names);
    return fmt::format("unknown command \"{}\": {}", argv[1],
                       near.empty() ? "there are " + join(names, ", ") : "did you mean " + near + "?");
}

} // namespace

Result<CommandLine> readCommandLine(int argc, const char *const *argv)
{
    CLI::App app{"noclobber says which objects a change to rendered Kubernetes manifests really adds, which it "
                 "overwrites, and what would be destroyed if it were merged."};
    app.name("noclobber");
    app.set_version_flag("--version", "noclobber " NOCLOBBER_VERSION, "Print the version and exit");
    app.require_subcommand(1);
    app.footer("Exit codes: 0 below --fail-on, 1 at or above it, 2 not reviewed, 3 as 1 and something with state would "
               "be destroyed.");
    Written written;
    addCommonOptions(app, written);
    addCommands(app, written);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &success) {
        std::ostringstream text;
        app.exit(success, text, text);
        return CommandLine{{}, text.str()};
    } catch (const CLI::ParseError &error) {
        const auto command = wrongCommand(app, argc, argv);
        return usage((command ? *command : std::string(trimmed(error.what()))) + "; noclobber --help says more");
    }
    auto options = checked(app, written);
    if (!options)
        return options.error();
    return CommandLine{std::move(*options), std::nullopt};
}

} // namespace noclobber::cli
