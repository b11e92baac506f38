#include "core/blast/effect_tracer.h"

#include "core/base/say.h"
#include "core/blast/application_effects.h"
#include "core/blast/cascades.h"
#include "core/blast/generated_applications.h"
#include "core/blast/tracing.h"
#include "core/blast/updates.h"

namespace noclobber::blast {

Result<Trace> traceEffects(const Change &change, argo::ContentReader &reader, std::stop_token stop)
{
    auto dependents = readDependents(change, reader, stop);
    if (!dependents)
        return dependents.error();
    auto refusals = findRefusals(change, reader);
    if (!refusals)
        return refusals.error();
    Tracing tracing(change, std::move(*dependents), std::move(*refusals), std::move(stop));
    followApplications(tracing);
    followGeneratedApplications(tracing);
    followUnseenDeployers(tracing);
    followCascades(tracing);
    followSelfManaged(tracing);
    followSelfMadeSets(tracing);
    while (tracing.takeBackAdoptions())
        followCascades(tracing);
    followUpdates(tracing);
    followCascades(tracing);
    if (tracing.isStopped())
        return Error{ErrorCode::Cancelled, say("the review was stopped"), {}};
    Trace trace = tracing.take();
    trace.refusals = tracing.refusals;
    return trace;
}

} // namespace noclobber::blast
