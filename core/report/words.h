#pragma once

#include <string>
#include <string_view>

#include "core/review/review.h"

namespace noclobber::report {

// The words of the contract for its values, as JSON and text show them: "prune-pending", "at-risk", "merge-result".
// Pages that may be in another language show those of effects, data fates, severities, flags and origins by said().

std::string_view word(diff::Status status);
std::string_view word(diff::FieldOperation operation);
std::string_view word(blast::Effect effect);
std::string_view word(blast::DataFate fate);
std::string_view word(Severity severity);
std::string_view word(recovery::Stage stage);
std::string_view word(review::Verdict verdict);
std::string_view word(git::ComparisonKind kind);
std::string_view word(argo::ScopeOrigin origin);
std::string_view word(argo::Renderer renderer);

/// The flags that are set, in the order of the contract: "apiMigrated", "contested".
std::vector<std::string_view> words(const diff::Flags &flags);

/// "1 object", "3 objects".
std::string plural(std::size_t count, std::string_view one, std::string_view many);

} // namespace noclobber::report
