#include "core/report/text_recovery.h"

#include <fmt/format.h>

#include "core/base/say.h"

namespace noclobber::report {

namespace {

using recovery::Step;

void writeTitle(TextWriter &out, recovery::Stage stage)
{
    out.text(fmt::format("{} {}", static_cast<int>(stage), said(recovery::titleOf(stage))), 2, Style::Strong);
}

/// The object a step of the order is about, once for all of its steps.
void writeObject(TextWriter &out, const Step &step)
{
    const std::string scope = step.id->scope.empty() ? std::string() : " in " + step.id->scope;
    out.paragraph(fmt::format("    {:>2}  ", step.tier), Style::Quiet, recovery::labelOf(step) + scope, 8);
}

void writeStep(TextWriter &out, const Step &step, std::size_t indent)
{
    out.text(step.what, indent);
    for (const std::string &command : step.commands)
        out.verbatim(command, indent + 2);
    if (!step.limit.empty())
        out.text(step.limit, indent, Style::Caution);
}

} // namespace

void writeRecovery(const Page &page)
{
    TextWriter &out = page.out;
    const std::vector<Step> &steps = page.review.recovery.steps;
    if (steps.empty())
        return;
    out.heading(fmt::format("If this was merged by mistake: {} steps, run by you, never by noclobber", steps.size()));
    const Step *last = nullptr;
    for (const Step &step : steps) {
        if (last == nullptr || last->stage != step.stage)
            writeTitle(out, step.stage);
        const bool isRestore = step.stage == recovery::Stage::Restore;
        if (isRestore && (last == nullptr || last->id != step.id))
            writeObject(out, step);
        writeStep(out, step, isRestore ? 8 : 4);
        last = &step;
        if (!page.showsAll)
            break;
    }
    if (!page.showsAll && steps.size() > 1)
        out.text(fmt::format("... and {} more; -v shows all, --format html has them to copy", steps.size() - 1), 2,
                 Style::Quiet);
}

} // namespace noclobber::report
