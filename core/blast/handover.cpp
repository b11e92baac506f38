#include "core/blast/handover.h"

#include "core/argo/engines.h"
#include "core/base/say.h"
#include "core/blast/application_change.h"

namespace noclobber::blast {

namespace {

bool wouldDelete(Effect effect)
{
    return effect == Effect::Pruned || effect == Effect::CascadeDeleted;
}

/// Why the other Application does not take the object over, or "".
std::string refusal(const Tracing &tracing, const argo::DeclaredObject &object, const argo::Application &old,
                    const argo::ObjectId &other)
{
    const argo::Application *application = tracing.head.findApplication(other);
    if (!application)
        return {};
    if (const std::string &error = tracing.syncErrorOf(*application); !error.empty())
        return say("does not sync ({})", error);
    const bool isNewClaim = !isDeployedBy(tracing.base.find(object.id), other);
    if (isNewClaim && application->hasSyncOption("FailOnSharedResource=true") && !isCustomResourceDefinition(object.id))
        return say("has FailOnSharedResource=true, so it does not sync while the object is still that of {}",
                   nameOf(old));
    return {};
}

} // namespace

std::optional<Handover> handoverOf(const Tracing &tracing, const argo::DeclaredObject &object,
                                   const argo::Application &old, const Departure &departure)
{
    const argo::DeclaredObject *now = tracing.head.find(object.id);
    const auto other = otherDeployer(now, old.id);
    if (!other)
        return {};
    std::string text =
        say("{} declares it at {}", argo::deployerName(*other), toText(declarationFor(*now, other).location));
    if (const std::string why = refusal(tracing, object, old, *other); !why.empty() && !departure.words.empty()) {
        text += say(", but {}; {}", why, departure.words);
        return Handover{{wouldDelete(departure.effect) ? departure.effect : Effect::Blocked, text}, false};
    }
    const bool isRace = wouldDelete(departure.effect);
    if (!isRace)
        return Handover{{Effect::Adopted, say("{} and manages it now", text)}, false};
    const argo::Application *application = tracing.head.findApplication(*other);
    if (application && !application->automated)
        text += say(" and syncs by hand");
    text += departure.effect == Effect::Pruned
                ? say("; if {} prunes before that one syncs, it is deleted and made anew", nameOf(old))
                : say("; if {} is deleted before that one syncs, it goes with it and is made anew", nameOf(old));
    return Handover{{Effect::Adopted, text}, true};
}

std::string withoutTaker(const Tracing &tracing, const argo::DeclaredObject &object, const argo::Application &old,
                         const Departure &departure)
{
    const argo::DeclaredObject *now = tracing.head.find(object.id);
    const auto other = otherDeployer(now, old.id);
    return (other ? say("{} declares it as well, but goes itself; ", argo::deployerName(*other)) : "") +
           departure.words;
}

} // namespace noclobber::blast
