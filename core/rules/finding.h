#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/severity.h"
#include "core/blast/blast_radius.h"

namespace noclobber::rules {

/// An accepted exception that covers a finding.
struct AcceptedException {
    std::string reason;
    std::string until; ///< "" for ever

    bool operator==(const AcceptedException &) const = default;
};

/// A problem of the change.
struct Finding {
    std::string rule; ///< id of the contract, section 7
    Severity severity = Severity::Note;
    argo::ObjectId id; ///< empty for a finding about a file or the whole change
    std::optional<argo::Location> location;
    std::vector<argo::Location> related;
    std::string message; ///< names both places, who wins and why
    std::string help;    ///< how to mend it
    std::optional<AcceptedException> waived;
};

/// What a rule is, for `rules`, `explain` and the desktop's help.
struct Rule {
    std::string_view id;
    Severity severity = Severity::Note; ///< default
    std::string_view summary;           ///< what it finds, one sentence
    std::string_view explanation;       ///< what it means, and when it weighs less
    std::string_view accident;          ///< what happened to whom, with the address of the report
    std::string_view mend;              ///< how to mend it
    std::string_view example;           ///< a few lines of text that show it
};

/// Every rule of the contract, sorted by id.
std::span<const Rule> allRules();

/// The rule, or nullptr.
const Rule *findRule(std::string_view id);

/// Judges what the change brings. Findings are sorted by identity, location, rule; severities are the configuration's,
/// waivers are applied as of `today` ("2026-11-23"). Errors: Configuration (an unknown rule id, with the nearest), Git,
/// Cancelled.
Result<std::vector<Finding>> judge(const blast::Change &change, const blast::BlastRadius &radius,
                                   std::string_view today, std::stop_token stop);

} // namespace noclobber::rules
