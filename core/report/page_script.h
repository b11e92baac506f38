#pragma once

#include <string>

namespace noclobber::report {

/// report.js, with what it shows in the language that core speaks.
std::string pageScript();

} // namespace noclobber::report
