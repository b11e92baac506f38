#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace noclobber {

/// What say() does once the arguments are known to fit.
std::string sayFormatted(fmt::string_view english, fmt::format_args arguments);

/// A sentence for a person, or a whole clause of one, in the language of the installed catalogue (core/base/catalogue.h);
/// without one, or where it lacks the template, in English. The arguments are names, places, numbers and clauses that
/// were said before; what code compares, writes to JSON or runs as a command never goes through here.
///
/// Include this from .cpp files only. tests/architecture finds the templates by the text of the call: the first argument
/// is one literal. Where English has a plural, there are two calls.
template <class... A>
std::string say(fmt::format_string<A...> english, A &&...arguments)
{
    return sayFormatted(english, fmt::make_format_args(arguments...));
}

/// The same for a text that is kept in a table and has no arguments; it stands there as toSay("…").
std::string said(std::string_view english);

/// Marks a text for said(), and is that text.
constexpr std::string_view toSay(std::string_view english)
{
    return english;
}

} // namespace noclobber
