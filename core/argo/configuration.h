#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/severity.h"

namespace noclobber::argo {

/// An accepted exception: findings of this rule at objects that match are reported as waived and do not count.
struct Waiver {
    std::string rule;
    std::string identity; ///< "scope/group/Kind/namespace/name", `*` matches within a part, a part may be empty
    std::string reason;
    std::string until; ///< last day it counts, "2026-12-31", UTC; "" for ever
    int line = 0;      ///< in the file

    bool operator==(const Waiver &) const = default;
};

struct Naming {
    std::string kind;
    std::string name; ///< with `{app}`, `{cluster}` or other words of the layout's path

    bool operator==(const Naming &) const = default;
};

struct GroupKind {
    std::string group;
    std::string kind;

    bool operator==(const GroupKind &) const = default;
};

/// `.noclobber.yaml` (contract, section 6). A default-made one is "no configuration": everything works without.
struct Configuration {
    std::string file;                ///< what messages call it; empty without one
    std::vector<std::string> layout; ///< paths with words in braces, first match wins
    std::vector<Naming> naming;
    std::vector<std::string> exclude;
    std::vector<std::string> rendered;
    std::vector<GroupKind> stateful;
    std::optional<std::string> argoCdVersion; ///< "3.4"
    std::vector<std::string> repositories;
    std::map<std::string, Severity> rules; ///< by rule id; ids are checked in rules/
    std::vector<Waiver> waivers;

    bool operator==(const Configuration &) const = default;
};

/// Reads the file's text. Error Configuration names `path:line`, an unknown key and the nearest known one.
Result<Configuration> readConfiguration(std::string_view text, const std::string &path);

/// What a layout path says of a file: the value of each word in braces ("cluster", "app"), or nothing if it does not
/// match.
std::optional<std::map<std::string, std::string>> matchLayout(std::string_view layout, std::string_view path);

/// The scope that a matching layout entry gives: the path up to and including {cluster}. "env/{cluster}/{app}/**" on
/// "env/cluster01/etcd/a.yaml" gives "env/cluster01"; an entry without {cluster} gives "".
std::string layoutScope(std::string_view layout, std::string_view path);

} // namespace noclobber::argo
