#pragma once

#include <array>
#include <map>
#include <string>

#include "core/review/review.h"

namespace noclobber::report {

/// What a review adds up to; the counts that every report shows.
struct Summary {
    std::array<std::size_t, 10> effects{}; ///< by blast::Effect
    std::array<std::size_t, 5> dataFate{}; ///< by blast::DataFate, of all effects
    std::array<std::size_t, 4> findings{}; ///< by Severity, without the waived ones
    std::size_t waivedFindings = 0;
    std::size_t deletions = 0;                       ///< pruned, cascade-deleted or recreated
    std::size_t statefulDeletions = 0;               ///< of them
    std::map<std::string, argo::ScopeOrigin> scopes; ///< of both commits; head's word counts

    std::size_t count(blast::Effect effect) const { return effects[static_cast<std::size_t>(effect)]; }
    std::size_t count(blast::DataFate fate) const { return dataFate[static_cast<std::size_t>(fate)]; }
    std::size_t count(Severity severity) const { return findings[static_cast<std::size_t>(severity)]; }
};

Summary summarise(const review::Review &review);

} // namespace noclobber::report
