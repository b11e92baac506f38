#pragma once

#include <string>

namespace noclobber::report {

// Counted things in reports that may be in another language than English.

/// "1 object", "3 objects".
std::string saidObjects(std::size_t count);

/// "1 equal line", "3 equal lines".
std::string saidEqualLines(std::size_t count);

} // namespace noclobber::report
