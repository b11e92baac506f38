#pragma once

#include "tests/support/inventories.h"

namespace noclobber::test {

/// Between two documents of a file.
inline const std::string between = "---\n";

/// A ConfigMap of namespace ns; values are a flow mapping's inside.
inline std::string named(const std::string &name, const std::string &values)
{
    return manifest("v1", "ConfigMap", "ns", name, "data: {" + values + "}\n");
}

/// ConfigMap ns/s with three different values.
inline const std::string a = named("s", "k: a");
inline const std::string b = named("s", "k: b");
inline const std::string c = named("s", "k: c");

/// The files with an Application for each pair of name and path, in a repository known as this one.
inline git::Files withApplications(git::Files files,
                                   const std::vector<std::pair<std::string, std::string>> &applications)
{
    files[".noclobber.yaml"] = "argoCd:\n  repositories: [https://git.example.com/a.git]\n";
    for (const auto &[name, path] : applications)
        files["apps.yaml"] += between + application(name, path);
    return files;
}

} // namespace noclobber::test
