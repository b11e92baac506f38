#pragma once

#include <string>

#include "core/diff/field_changes.h"
#include "core/diff/place.h"

namespace noclobber::diff {

/// A difference, before it becomes a FieldChange.
struct Difference {
    const yaml::Node *base = nullptr; ///< nullptr: not there
    const yaml::Node *head = nullptr;
};

/// Two contents of one object.
struct ContentPair {
    const yaml::Node &base;
    const yaml::Node &head;
};

/// Whether the API server refuses this change of the value at a way of keys. Beyond kube::isImmutableField: what
/// `immutable: true` freezes; writing out the value that the server had filled in is no change; what may be set once.
/// Source: validation of kubernetes/kubernetes as listed in the domain rules, section 4.
bool isRefused(const Subject &subject, const ContentPair &contents, const std::string &plainPath,
               const Difference &difference);

} // namespace noclobber::diff
