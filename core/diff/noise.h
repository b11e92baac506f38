#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/diff/change_set.h"

namespace noclobber::diff {

/// Differences that say nothing of their own, so that a person may fold them. They count as ever in statuses, effects
/// and verdicts: folding is a matter of showing only.
enum class Noise { Checksum, ChartLabel, TimeStamp, ClusterField, SameValue };

/// One line of the table of noise.
struct NoiseRule {
    Noise noise = Noise::Checksum;
    std::string_view name;   ///< "checksum"
    std::string_view reason; ///< why it may be folded, one sentence
};

/// Every rule, by Noise.
std::span<const NoiseRule> noiseRules();

/// A difference at a path (as FieldChange has it) of an object of some kind; nullptr: not there.
struct NoiseQuestion {
    std::string_view kind;
    std::string_view path;
    const yaml::Node *base = nullptr;
    const yaml::Node *head = nullptr;
};

/// The rule that calls a difference of labels or annotations noise. Only labels of the object itself: those of a pod
/// template choose the pods of Services and policies; and none of a Pod, Node or Namespace, for the same reason.
/// Whole labels or annotations that come or go are noise when each of them is.
std::optional<Noise> noiseOf(const NoiseQuestion &question);

/// The same for a field that differs. What the API server refuses and what is masked is never noise.
std::optional<Noise> noiseOf(std::string_view kind, const FieldChange &field);

} // namespace noclobber::diff
