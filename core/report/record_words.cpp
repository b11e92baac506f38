#include "core/report/record_words.h"

#include <fmt/format.h>

namespace noclobber::report {

std::string_view decisionWord(const record::Decision &decision)
{
    if (decision.choice == record::Choice::RequestChanges)
        return "Changes requested";
    return decision.overridden ? "Approved although it is blocked" : "Approved";
}

std::string decisionCircumstances(const record::Decision &decision)
{
    std::string text;
    if (!decision.by.empty())
        text += fmt::format(" by {}", decision.by);
    if (!decision.time.empty())
        text += fmt::format("{} {}", text.empty() ? "" : ",", decision.time);
    return fmt::format("{}{} for head {:.12} into base {:.12}", text, text.empty() ? "" : ",", decision.head,
                       decision.base);
}

std::string overrideSentence(const record::Override &overridden)
{
    return fmt::format("The name {} was typed to confirm. Reason: {}", overridden.object, overridden.reason);
}

std::string progressSentence(const record::Progress &progress)
{
    std::string text = fmt::format("{} of {} objects seen, {} of {} that need a look", progress.seen, progress.objects,
                                   progress.seenRisky, progress.risky);
    if (progress.changed > 0)
        text += fmt::format("; {} changed since seen", progress.changed);
    return text + ".";
}

std::string_view outdatedSentence(const record::ShownRecord &record)
{
    return record.isOutdated ? "Base or head has moved since: this decision is about other commits than this review."
                             : "";
}

} // namespace noclobber::report
