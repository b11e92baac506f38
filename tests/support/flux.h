#pragma once

#include <string>

namespace noclobber::test {

/// A Flux Kustomization in namespace flux-system that reads a folder of GitRepository flux-system; further lines of its
/// spec, each indented by two. It prunes unless these say so themselves.
std::string fluxKustomization(const std::string &name, const std::string &path, const std::string &moreSpec = {});

/// A GitRepository in namespace flux-system; further lines of its spec.
std::string gitRepository(const std::string &name = "flux-system",
                          const std::string &url = "https://git.example.com/fleet/clusters.git",
                          const std::string &moreSpec = {});

/// A HelmRelease of a chart of HelmRepository flux-system/charts; further lines of its spec.
std::string helmRelease(const std::string &nameSpace, const std::string &name, const std::string &chart,
                        const std::string &moreSpec = {});

/// A kustomization.yaml that lists resources; further lines at the root.
std::string kustomization(const std::string &resources, const std::string &more = {});

} // namespace noclobber::test
