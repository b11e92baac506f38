#pragma once

#include "core/argo/inventory.h"
#include "core/git/write_repository.h"

namespace noclobber::test {

/// Inventories of two sides, with the configuration of base's .noclobber.yaml. Aborts the test program if they cannot
/// be read.
argo::Inventories readInventories(const git::Files &base, const git::Files &head);

/// One commit's objects, one a line: "ID < path#document[.item][@application] ...", those in effect with a star in
/// front.
std::string printObjects(const argo::Inventory &inventory);

/// A manifest: apiVersion, kind, namespace (left out when empty), name, and further lines at the root.
std::string manifest(const std::string &apiVersion, const std::string &kind, const std::string &nameSpace,
                     const std::string &name, const std::string &more = {});

/// An Application in namespace argocd: its source path and destination ("name: x", "server: y") with namespace, further
/// lines of its spec.
std::string application(const std::string &name, const std::string &path,
                        const std::string &destination = "name: in-cluster", const std::string &nameSpace = "default",
                        const std::string &moreSpec = {});

} // namespace noclobber::test
