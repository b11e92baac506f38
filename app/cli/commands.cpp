#include "app/cli/commands.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <optional>
#include <utility>

#include "core/base/text.h"
#include "core/index/manifest_index.h"
#include "core/report/audit_report.h"
#include "core/report/html_report.h"
#include "core/report/json_report.h"
#include "core/report/markdown_report.h"
#include "core/report/objects_report.h"
#include "core/report/rules_report.h"
#include "core/report/text_report.h"
#include "core/review/exit_code.h"
#include "core/review/starter_configuration.h"

namespace noclobber::cli {

namespace {

std::string_view environment(const char *name)
{
    const char *value = std::getenv(name);
    return value != nullptr ? value : "";
}

std::string dayText(std::chrono::sys_days day)
{
    const std::chrono::year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

/// The day that SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/) names.
std::optional<std::string> sourceDay()
{
    const std::string text(environment("SOURCE_DATE_EPOCH"));
    if (text.empty() || text.size() > 11 || text.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    return dayText(std::chrono::sys_days(
        std::chrono::floor<std::chrono::days>(std::chrono::seconds(std::strtoll(text.c_str(), nullptr, 10)))));
}

std::string today()
{
    const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return sourceDay().value_or(dayText(now));
}

/// Whether a document for this place gets colours. Source: https://no-color.org, https://bixense.com/clicolors
bool isColoured(const Options &options, const std::string &file)
{
    if (options.colour != Colour::Auto)
        return options.colour == Colour::Always;
    if (file != "-" || !environment("NO_COLOR").empty())
        return false;
    const std::string_view forced = environment("CLICOLOR_FORCE");
    if (!forced.empty() && forced != "0")
        return true;
    return isatty(STDOUT_FILENO) == 1 && environment("TERM") != "dumb";
}

/// How wide a document for this place may be: the terminal's width where it is narrower than 80 columns.
std::size_t columnsOf(const std::string &file)
{
    constexpr std::size_t usual = 80;
    constexpr std::size_t fewest = 40;
    winsize size{};
    if (file != "-" || isatty(STDOUT_FILENO) != 1 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return usual;
    return std::clamp<std::size_t>(size.ws_col, fewest, usual);
}

report::TextOptions textOptions(const Options &options, const Output &output)
{
    const auto detail = options.isQuiet     ? report::Detail::Verdict
                        : options.isVerbose ? report::Detail::All
                                            : report::Detail::Usual;
    return {isColoured(options, output.file), detail, columnsOf(output.file)};
}

report::HtmlOptions htmlOptions()
{
    report::HtmlOptions options;
    options.date = sourceDay().value_or("");
    return options;
}

/// Keeps a value until the process ends, which frees it at once: to free 100,000 objects one by one takes longer than
/// to write what is asked about them.
template <typename Value>
Value &keepToTheEnd(Value value)
{
    static auto &kept = *new std::deque<Value>;
    return kept.emplace_back(std::move(value));
}

std::string writeReview(const review::Review &review, const Options &options, const Output &output)
{
    switch (output.format) {
    case Format::Json:
        return report::writeJsonReport(review);
    case Format::Html:
        return report::writeHtmlReport(review, htmlOptions());
    case Format::Markdown:
        return report::writeMarkdownReport(review);
    case Format::Text:
        break;
    }
    return report::writeTextReport(review, textOptions(options, output));
}

std::string writeAudit(const review::Audit &audit, const Options &options, const Output &output)
{
    switch (output.format) {
    case Format::Json:
        return report::writeAuditJson(audit);
    case Format::Html:
        return report::writeAuditHtml(audit, htmlOptions());
    case Format::Markdown: // not offered: options.cpp
    case Format::Text:
        break;
    }
    return report::writeAuditText(audit, textOptions(options, output));
}

std::optional<std::string> indexFolder(const Options &options)
{
    return options.keepsIndex ? index::userFolder() : std::nullopt;
}

review::ReviewRequest reviewRequest(const Options &options, ProgressLine &progress)
{
    review::ReviewRequest request;
    request.comparison = {options.folder, options.base, options.head};
    request.configurationFile = options.configurationFile;
    request.scopes = options.scopes;
    request.argoCdVersion = options.argoCdVersion;
    request.jobs = options.jobs;
    request.indexFolder = indexFolder(options);
    request.today = today();
    request.progress = [&progress](auto... values) { progress.show(values...); };
    return request;
}

Result<Answer> runReview(const Options &options, ProgressLine &progress, std::stop_token stop)
{
    const auto &review = keepToTheEnd(review::buildReview(reviewRequest(options, progress), stop));
    if (!review)
        return review.error();
    Answer answer;
    for (const Output &output : options.outputs)
        answer.documents.push_back({output.file, writeReview(**review, options, output)});
    answer.exitCode = review::exitCode(**review, options.failOn);
    return answer;
}

/// What the patch leaves out, for those who get the patch alone.
std::vector<std::string> unfixedRemarks(const fix::Fix &fix)
{
    std::vector<std::string> remarks;
    for (const fix::Unfixed &entry : fix.unfixed)
        remarks.push_back(fmt::format("not in the patch: {} at {}: {}", argo::shortText(entry.id),
                                      argo::toText(entry.location), entry.reason));
    return remarks;
}

Result<Answer> runAudit(const Options &options, ProgressLine &progress, std::stop_token stop)
{
    review::ReviewRequest request = reviewRequest(options, progress);
    request.comparison.head = options.revision;
    auto &audit = keepToTheEnd(review::auditCommit(request, stop));
    if (!audit)
        return audit.error();
    Answer answer;
    if (options.patchFile) {
        if (auto added = review::addFix(*audit, stop); !added)
            return added.error();
        answer.documents.push_back({*options.patchFile, audit->fix->patch});
        if (options.outputs.empty())
            answer.remarks = unfixedRemarks(*audit->fix);
    }
    for (const Output &output : options.outputs)
        answer.documents.push_back({output.file, writeAudit(*audit, options, output)});
    answer.exitCode = review::exitCode(audit->review, options.failOn);
    return answer;
}

Result<Answer> runObjects(const Options &options, ProgressLine &progress, std::stop_token stop)
{
    review::ObjectListRequest request;
    request.folder = options.folder;
    request.revision = options.revision;
    request.configurationFile = options.configurationFile;
    request.scopes = options.scopes;
    request.jobs = options.jobs;
    request.indexFolder = indexFolder(options);
    request.progress = [&progress](auto... values) { progress.show(values...); };
    const auto &list = keepToTheEnd(review::listObjects(request, stop));
    if (!list)
        return list.error();
    Answer answer;
    for (const Output &output : options.outputs) {
        const auto write = output.format == Format::Json ? report::writeObjectsJson : report::writeObjectsText;
        auto bytes = write(*list, {options.withContent}, stop);
        if (!bytes)
            return bytes.error();
        answer.documents.push_back({output.file, std::move(*bytes)});
    }
    return answer;
}

Result<Answer> runRules(const Options &options)
{
    Answer answer;
    for (const Output &output : options.outputs)
        answer.documents.push_back({output.file, report::writeRulesText(isColoured(options, output.file))});
    return answer;
}

Result<Answer> runExplain(const Options &options)
{
    const rules::Rule *rule = rules::findRule(options.rule);
    if (rule == nullptr) {
        std::vector<std::string> names;
        for (const rules::Rule &known : rules::allRules())
            names.emplace_back(known.id);
        const std::string near = nearest(options.rule, names);
        return Error{ErrorCode::NotFound,
                     fmt::format("there is no rule \"{}\"{}", options.rule,
                                 near.empty() ? "; noclobber rules lists them" : "; did you mean " + near + "?"),
                     ""};
    }
    Answer answer;
    for (const Output &output : options.outputs)
        answer.documents.push_back({output.file, report::writeRuleText(*rule, isColoured(options, output.file))});
    return answer;
}

Result<Answer> runInit(const Options &options, std::stop_token stop)
{
    auto starter = review::writeStarterConfiguration(options.folder, options.jobs, stop);
    if (!starter)
        return starter.error();
    Answer answer;
    for (const Output &output : options.outputs)
        answer.documents.push_back({output.file, starter->text, true});
    if (!options.outputs.empty())
        return answer;
    if (starter->file.empty())
        return Error{ErrorCode::Usage, "a bare repository has no files: -o - prints the configuration", ""};
    answer.documents.push_back({starter->file, starter->text, true});
    if (!options.isQuiet)
        answer.remarks.push_back("wrote " + starter->file + "; read it, correct it, commit it");
    return answer;
}

} // namespace

Result<Answer> runCommand(const Options &options, ProgressLine &progress, std::stop_token stop)
{
    switch (options.command) {
    case Command::Review:
        return runReview(options, progress, stop);
    case Command::Audit:
        return runAudit(options, progress, stop);
    case Command::Objects:
        return runObjects(options, progress, stop);
    case Command::Rules:
        return runRules(options);
    case Command::Init:
        return runInit(options, stop);
    case Command::Explain:
        break;
    }
    return runExplain(options);
}

} // namespace noclobber::cli
