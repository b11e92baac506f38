#include "core/recovery/runbook.h"

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/recovery/situation.h"

namespace noclobber::recovery {

std::string_view titleOf(Stage stage)
{
    switch (stage) {
    case Stage::Stop:
        return toSay("Stop automatic sync");
    case Stage::Look:
        return toSay("See what is gone");
    case Stage::Protect:
        return toSay("Protect what is left");
    case Stage::Revert:
        return toSay("Take the change back in git");
    case Stage::Restore:
        return toSay("Bring the objects back, in this order");
    case Stage::Resume:
        return toSay("Turn automatic sync on again");
    }
    return {};
}

std::string labelOf(const Step &step)
{
    if (!step.id)
        return {};
    if (step.objects < 2)
        return argo::shortText(*step.id);
    const std::string &kind = step.id->key.kind;
    const std::string &nameSpace = step.id->key.nameSpace;
    const std::string what = counted(step.objects, kind == "*" ? "object" : kind);
    return nameSpace.empty() ? say("{} without a namespace", what) : say("{} in namespace {}", what, nameSpace);
}

std::vector<std::span<const Step>> restorations(const Runbook &runbook)
{
    std::vector<std::span<const Step>> found;
    const std::span<const Step> steps(runbook.steps);
    for (std::size_t from = 0; from < steps.size();) {
        std::size_t end = from + 1;
        const auto isSame = [&](const Step &step) {
            return step.stage == Stage::Restore && step.id == steps[from].id && step.tier == steps[from].tier &&
                   step.objects == steps[from].objects;
        };
        while (end < steps.size() && isSame(steps[end]))
            ++end;
        if (steps[from].stage == Stage::Restore)
            found.push_back(steps.subspan(from, end - from));
        from = end;
    }
    return found;
}

namespace {

/// Sentences are copied into shells as comments: what follows a line end in somebody's name would be run there.
void keepInLines(Runbook &runbook)
{
    for (Step &step : runbook.steps) {
        step.what = printable(step.what);
        step.limit = printable(step.limit);
    }
}

} // namespace

Result<Runbook> writeRunbook(const blast::Change &change, const blast::BlastRadius &radius)
{
    const Situation situation = assess(change, radius);
    Runbook runbook;
    addStopSteps(situation, runbook);
    addLookSteps(situation, runbook);
    addProtectSteps(situation, runbook);
    addRevertSteps(situation, runbook);
    if (const auto restored = addRestoreSteps(situation, runbook); !restored)
        return restored.error();
    addResumeSteps(situation, runbook);
    keepInLines(runbook);
    return runbook;
}

} // namespace noclobber::recovery
