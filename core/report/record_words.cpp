#include "core/report/record_words.h"

#include "core/base/say.h"

namespace noclobber::report {

std::string decisionWord(const record::Decision &decision)
{
    if (decision.choice == record::Choice::RequestChanges)
        return say("Changes requested");
    return decision.overridden ? say("Approved although it is blocked") : say("Approved");
}

std::string decisionCircumstances(const record::Decision &decision)
{
    std::string text;
    if (!decision.by.empty())
        text += say(" by {}", decision.by);
    if (!decision.time.empty())
        text += text.empty() ? say(" {}", decision.time) : say(", {}", decision.time);
    return text + (text.empty() ? say(" for head {:.12} into base {:.12}", decision.head, decision.base)
                                : say(", for head {:.12} into base {:.12}", decision.head, decision.base));
}

std::string overrideSentence(const record::Override &overridden)
{
    return say("The name {} was typed to confirm. Reason: {}", overridden.object, overridden.reason);
}

std::string progressSentence(const record::Progress &progress)
{
    if (progress.changed > 0)
        return say("{} of {} objects seen, {} of {} that need a look; {} changed since seen.", progress.seen,
                   progress.objects, progress.seenRisky, progress.risky, progress.changed);
    return say("{} of {} objects seen, {} of {} that need a look.", progress.seen, progress.objects, progress.seenRisky,
               progress.risky);
}

std::string outdatedSentence(const record::ShownRecord &record)
{
    if (!record.isOutdated)
        return {};
    return say("Base or head has moved since: this decision is about other commits than this review.");
}

} // namespace noclobber::report
