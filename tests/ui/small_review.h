#pragma once

#include "core/review/review.h"

namespace noclobber::test {

/// An identity in scope env/cluster01.
argo::ObjectId inCluster(std::string_view group, std::string_view kind, std::string_view nameSpace,
                         std::string_view name);

/// A small accident made by hand: Application argocd/core is overwritten, so StatefulSet kafka/kafka with its claim is
/// deleted, a claim is kept by a protection, and beside it one ConfigMap is modified and one added.
review::ReviewPtr smallReview();

/// A review of many modified and many deleted Deployments.
review::ReviewPtr largeReview(std::size_t modified, std::size_t deleted);

} // namespace noclobber::test
