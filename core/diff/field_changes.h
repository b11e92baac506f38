#pragma once

#include <vector>

#include "core/diff/change_set.h"
#include "core/diff/place.h"

namespace noclobber::diff {

/// The fields in which two contents of one object differ, lists matched by their Kubernetes merge keys, equal
/// quantities and ignored fields left out. Values of a Secret's data and stringData (and of annotations that repeat
/// them) are masked, and in every kind what looks like a credential.
std::vector<FieldChange> compareContents(const yaml::Node &base, const yaml::Node &head);

/// Whether the two say the same as Kubernetes reads it: compareContents would be empty, apiVersion included. Exactly
/// when their canonical forms are equal, which are written only where the values side by side do not tell.
bool isSameContent(const yaml::Node &base, const yaml::Node &head, Identity identity = Identity::Counts);

/// Share of leaf values that both have at the same place, name and namespace left out, 0 to 1. Two contents without
/// leaves: 1.
double likeness(const yaml::Node &base, const yaml::Node &head);

/// The content with every value that must not be shown replaced: "(secret)", or where the other side has another value
/// at the same key "(secret, changed)". In other kinds these are the parts of texts that look like credentials.
yaml::Node maskSecrets(const yaml::Node &content, const yaml::Node *other);

} // namespace noclobber::diff
