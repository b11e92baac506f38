#include "core/report/report_scope.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/report/counts.h"

namespace noclobber::report {

bool lists(const ReportScope *scope, const argo::ObjectId &id)
{
    return scope == nullptr || scope->listed.contains(id);
}

std::string scopeSentence(const ReportScope &scope)
{
    const std::size_t listed = scope.listed.size();
    const std::string left = saidObjects(scope.objects - std::min(listed, scope.objects));
    const std::string which =
        scope.kind == ReportScope::Kind::Risky
            ? say("Only risky objects are listed: {} of {}; {} left out.", listed, scope.objects, left)
            : say("Only what the filter \"{}\" leaves is listed: {} of {}; {} left out.", scope.filter, listed,
                  scope.objects, left);
    return say("{} The verdict, the findings and all counts are those of the whole review.", which);
}

std::string listedSentence(std::size_t listed)
{
    return say("Listed here: {}.", listed);
}

} // namespace noclobber::report
