#pragma once

#include <string>

#include "core/rules/finding.h"
#include "tests/support/change_case.h"

namespace noclobber::test {

/// Findings of a change, one a line: "block overwrite ID at path:line[ with path:line, ...][ waived]". Aborts the test
/// program if judging fails.
std::string findings(const git::Files &base, const git::Files &head, const std::string &today = "2026-11-23");

/// Only those of one rule.
std::string findingsOf(const std::string &rule, const git::Files &base, const git::Files &head);

/// The only finding of a rule; aborts if there is none or several.
rules::Finding theFinding(const std::string &rule, const git::Files &base, const git::Files &head);

} // namespace noclobber::test
