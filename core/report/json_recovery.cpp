#include "core/report/json_recovery.h"

#include "core/report/json_parts.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

using recovery::Step;

void writeCommands(JsonWriter &json, const Step &step)
{
    for (const std::string &command : step.commands)
        json.text(command);
}

/// What brings one object back: sentences, each with its commands behind it.
void writeEntry(JsonWriter &json, std::span<const Step> steps)
{
    json.beginObject();
    json.key("tier");
    json.number(static_cast<std::uint64_t>(steps.front().tier));
    json.key("identity");
    writeIdentity(json, *steps.front().id);
    json.key("objects");
    json.number(steps.front().objects);
    json.key("steps");
    json.beginList();
    for (const Step &step : steps) {
        json.text(step.what);
        writeCommands(json, step);
        if (!step.limit.empty())
            json.text(step.limit);
    }
    json.endList();
    json.endObject();
}

void writeStep(JsonWriter &json, const Step &step)
{
    json.beginObject();
    json.key("stage");
    json.text(word(step.stage));
    json.key("tier");
    if (step.stage == recovery::Stage::Restore)
        json.number(static_cast<std::uint64_t>(step.tier));
    else
        json.null();
    json.key("identity");
    writeIdentityOrNull(json, step.id.value_or(argo::ObjectId()));
    json.key("what");
    json.text(step.what);
    json.key("commands");
    json.beginList();
    writeCommands(json, step);
    json.endList();
    json.key("limit");
    json.text(step.limit);
    json.endObject();
}

} // namespace

void writeRecovery(JsonWriter &json, const recovery::Runbook &runbook)
{
    json.key("recovery");
    json.beginList();
    for (const std::span<const Step> steps : recovery::restorations(runbook))
        writeEntry(json, steps);
    json.endList();
    json.key("runbook");
    json.beginList();
    for (const Step &step : runbook.steps)
        writeStep(json, step);
    json.endList();
}

} // namespace noclobber::report
