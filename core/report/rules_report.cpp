#include "core/report/rules_report.h"

#include <fmt/format.h>

#include "core/report/text_writer.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

Style styleOf(Severity severity)
{
    return severity == Severity::Block ? Style::Danger : severity == Severity::Warn ? Style::Caution : Style::Mark;
}

} // namespace

std::string writeRulesText(bool colour)
{
    TextWriter out(colour);
    for (const rules::Rule &rule : rules::allRules())
        out.paragraph(fmt::format("{:<6}{}  ", word(rule.severity), rule.id), styleOf(rule.severity), rule.summary, 6);
    return out.finish();
}

std::string writeRuleText(const rules::Rule &rule, bool colour)
{
    TextWriter out(colour);
    out.paragraph(fmt::format("{}  ", rule.id), styleOf(rule.severity),
                  fmt::format("({} by default)", word(rule.severity)), 0);
    out.blankLine();
    out.text(rule.summary, 0, Style::Strong);
    out.blankLine();
    out.text(rule.explanation, 0);
    out.heading("What happened");
    out.text(rule.accident, 2);
    out.heading("How to mend it");
    out.text(rule.mend, 2);
    out.heading("Example");
    out.verbatim(rule.example, 2);
    return out.finish();
}

} // namespace noclobber::report
