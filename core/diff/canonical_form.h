#pragma once

#include <string>

#include "core/base/digest.h"
#include "core/diff/place.h"

namespace noclobber::diff {

/// A text that is equal for two contents exactly when they say the same as Kubernetes reads them: keys sorted, ignored
/// fields left out, quantities in one unit, lists whose order does not matter sorted, a Secret's values by key. Holds
/// values of Secrets: to compare, never to show.
std::string canonicalForm(const yaml::Node &content);

/// The same of a value inside a content.
std::string canonicalForm(const Subject &subject, Place &place, const yaml::Node &value);

/// The digest of the canonical form of a declaration of an object whose identity is known: its name and namespace, as
/// the manifest writes them, say nothing more.
Digest contentDigest(const yaml::Node &content);

} // namespace noclobber::diff
