#pragma once

#include <string_view>

namespace noclobber::kube {

/// An API version that Kubernetes no longer serves.
struct RemovedVersion {
    std::string_view group;   ///< as written: "extensions"
    std::string_view version; ///< "v1beta1"
    std::string_view kind;    ///< "" is every kind of the group
    std::string_view release; ///< the first that does not serve it, "1.22"
    std::string_view instead; ///< what to write: "networking.k8s.io/v1"; "" if there is nothing
};

/// What the release notes say of this apiVersion and kind, or nullptr while it is served (or is none of Kubernetes'
/// own). Source: https://kubernetes.io/docs/reference/using-api/deprecation-guide/
const RemovedVersion *findRemovedVersion(std::string_view apiVersion, std::string_view kind);

} // namespace noclobber::kube
