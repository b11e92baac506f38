#pragma once

#include <optional>
#include <string>

namespace noclobber::test {

/// Takes `NAME VALUE` off a program's arguments and gives the value; nothing if it is not there. Aborts the program if
/// there is no value.
std::optional<std::string> takeArgument(int &argc, char **argv, const char *name);

/// Takes `--reader exact` or `--reader fast` off a test program's arguments and reads YAML with that from then on.
/// Aborts the program for another word.
void chooseReader(int &argc, char **argv);

} // namespace noclobber::test
