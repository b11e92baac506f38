#include "tests/support/program_arguments.h"

#include <QtGlobal>
#include <algorithm>
#include <string_view>

#include "core/yaml/reader.h"

namespace noclobber::test {

std::optional<std::string> takeArgument(int &argc, char **argv, const char *name)
{
    char **end = argv + argc;
    char **found = std::find(argv + 1, end, std::string_view(name));
    if (found == end)
        return {};
    if (found + 1 == end)
        qFatal("%s needs a value", name);
    const std::string value = found[1];
    std::copy(found + 2, end + 1, found); // the null behind the last one too
    argc -= 2;
    return value;
}

void chooseReader(int &argc, char **argv)
{
    const auto name = takeArgument(argc, argv, "--reader");
    if (!name)
        return;
    if (*name != "exact" && *name != "fast")
        qFatal("--reader knows exact and fast, not \"%s\"", name->c_str());
    yaml::useReader(*name == "exact" ? yaml::Reader::Exact : yaml::Reader::Fast);
}

} // namespace noclobber::test
