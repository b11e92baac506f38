#pragma once

#include <string>

#include "core/review/object_diff.h"

namespace noclobber::test {

/// An identity in scope env/cluster01.
argo::ObjectId inCluster(std::string_view group, std::string_view kind, std::string_view nameSpace,
                         std::string_view name);

/// What a scan keeps of a plain declaration.
std::shared_ptr<const kube::Manifest> manifestOf(const argo::ObjectId &id);

/// A small accident made by hand: Application argocd/core is overwritten, so StatefulSet kafka/kafka with its claim is
/// deleted, a claim is kept by a protection, and beside it one ConfigMap is modified and one added.
review::ReviewPtr smallReview();

/// What the window reads of an object with these two texts; "": the side has none.
review::ObjectDiff diffOf(const std::string &base, const std::string &head,
                          review::TextForm form = review::TextForm::AsRead);

/// A review of many modified and many deleted Deployments.
review::ReviewPtr largeReview(std::size_t modified, std::size_t deleted);

} // namespace noclobber::test
