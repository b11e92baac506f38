#pragma once

#include <string>
#include <vector>

#include "core/report/summary.h"
#include "core/review/audit.h"

namespace noclobber::report {

// What the texts and the page of an audit share.

/// Coverage of a part of the commit, with its name for a person.
struct CoverageShare {
    std::string name;
    blast::Coverage coverage;

    std::size_t bare() const { return coverage.statefulObjects - coverage.protectedObjects; }
};

/// By cluster; the one with the most unprotected objects first.
std::vector<CoverageShare> scopeShares(const review::Audit &audit);

/// By Application, in the same order; with its cluster where there are several.
std::vector<CoverageShare> applicationShares(const review::Audit &audit, const Summary &summary);

/// "Protected: 41 of 57 stateful objects."
std::string coverageSentence(const blast::Coverage &coverage);

/// "2 findings block, 1 warning, 30 notes."
std::string findingsSentence(const Summary &summary);

} // namespace noclobber::report
