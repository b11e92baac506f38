#pragma once

#include "tests/ui/small_review.h"

namespace noclobber::test {

/// `count` Deployments of namespace web whose image goes from 1.4 to 1.5, and beside them: "odd", which differs in one
/// more field, "judged", the same change with a warning about it, "inside", the same change with a warning inside its
/// text, and "held", the same change while its data is at risk.
review::ReviewPtr bumpedReview(std::size_t count);

/// A Deployment renamed from old-web to new-web, a StatefulSet renamed from old-db to new-db, and a ConfigMap moved
/// from one file to another.
review::ReviewPtr renamedReview();

/// Two ConfigMaps of two files that differ only in their comments.
review::ReviewPtr formattedReview();

} // namespace noclobber::test
