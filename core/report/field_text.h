#pragma once

#include <string>

#include "core/diff/change_set.h"

namespace noclobber::report {

/// A value on one line for a person: a text as it is, everything else as JSON; line ends and other control characters
/// as escapes. Longer ones than `limit` characters are cut, with their full length.
std::string valueText(const yaml::Node &value, std::size_t limit);

/// How many characters (code points) a text has.
std::size_t characterCount(std::string_view text);

/// The first characters of a text.
std::string_view firstCharacters(std::string_view text, std::size_t count);

} // namespace noclobber::report
