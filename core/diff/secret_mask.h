#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/yaml/document.h"

namespace noclobber::diff {

inline constexpr std::string_view maskText = "(secret)";
inline constexpr std::string_view changedMaskText = "(secret, changed)";

/// A value that stands for one that must not be shown.
yaml::Node mask(bool isChanged, int line);

/// Whether the value at this way of keys of a Secret must not be shown: it lies in data or stringData, or is an
/// annotation that repeats them.
bool isSecretField(std::string_view plainPath);

/// A subtree of a Secret with everything masked that must not be shown; keys stay.
yaml::Node maskedSubtree(const yaml::Node &node, const std::string &plainPath);

/// One value of a Secret.
struct SecretValue {
    std::string bytes;                ///< to compare: as the cluster would hold it, base64 taken off; never shown
    std::string place;                ///< the field it stands in, "data" or "stringData"; also where it is no mapping
    const yaml::Node *node = nullptr; ///< its value
    int line = 0;                     ///< of its key
};

/// The values of a Secret by key, as they are after a write: stringData goes over data. A `data` that is no mapping is
/// one value under the key "".
std::map<std::string, SecretValue> secretValues(const yaml::Node &secret);

/// A Secret with those values masked; beside another one that holds another value at a key, the mask says so.
yaml::Node maskSecretValues(const yaml::Node &secret, const yaml::Node *other);

} // namespace noclobber::diff
