#include "core/blast/cascades.h"

#include "core/argo/engines.h"
#include "core/blast/application_cascade.h"
#include "core/blast/generated_applications.h"
#include "core/blast/kubernetes_cascades.h"

namespace noclobber::blast {

namespace {

void expand(Tracing &tracing, const argo::DeclaredObject &object, const Cause &cause)
{
    const bool mayGo = isGoing(cause.effect) || cause.isRace;
    if (isNamespace(object.id) && mayGo)
        expandNamespace(tracing, object, cause);
    else if (isCustomResourceDefinition(object.id) && mayGo)
        expandDefinition(tracing, object, cause);
    else if (argo::isDeployer(object.id.key))
        expandApplication(tracing, object, cause);
    else if (isApplicationSet(object.id))
        expandApplicationSet(tracing, object, cause);
    if (isGoing(cause.effect))
        expandOwner(tracing, object, cause);
}

} // namespace

void followCascades(Tracing &tracing)
{
    while (!tracing.isStopped()) {
        const auto reached = tracing.next();
        if (!reached)
            return;
        expand(tracing, *reached->first, reached->second);
    }
}

} // namespace noclobber::blast
