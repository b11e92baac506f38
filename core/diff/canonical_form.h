#pragma once

#include <string>

#include "core/diff/place.h"

namespace noclobber::diff {

/// A text that is equal for two contents exactly when they say the same as Kubernetes reads them: keys sorted, ignored
/// fields left out, quantities in one unit, lists whose order does not matter sorted, a Secret's values by key. Holds
/// values of Secrets: to compare, never to show.
std::string canonicalForm(const yaml::Node &content, Identity identity = Identity::Counts);

/// The same of a value inside a content.
std::string canonicalForm(const Subject &subject, Place &place, const yaml::Node &value);

} // namespace noclobber::diff
