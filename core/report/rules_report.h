#pragma once

#include <string>

#include "core/rules/finding.h"

namespace noclobber::report {

/// Every rule with its default severity and what it finds, for a terminal of 80 columns.
std::string writeRulesText(bool colour);

/// What one rule means, the accident it prevents, how to mend it, and an example.
std::string writeRuleText(const rules::Rule &rule, bool colour);

} // namespace noclobber::report
