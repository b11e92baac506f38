#include "tests/support/flux.h"

namespace noclobber::test {

std::string fluxKustomization(const std::string &name, const std::string &path, const std::string &moreSpec)
{
    const bool saysPrune = moreSpec.find("  prune:") != std::string::npos;
    return "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: " + name +
           "\n  namespace: flux-system\nspec:\n  interval: 10m\n  path: " + path +
           "\n  sourceRef:\n    kind: GitRepository\n    name: flux-system\n" + (saysPrune ? "" : "  prune: true\n") +
           moreSpec;
}

std::string gitRepository(const std::string &name, const std::string &url, const std::string &moreSpec)
{
    return "apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata:\n  name: " + name +
           "\n  namespace: flux-system\nspec:\n  interval: 1m\n  ref:\n    branch: main\n  url: " + url + "\n" +
           moreSpec;
}

std::string helmRelease(const std::string &nameSpace, const std::string &name, const std::string &chart,
                        const std::string &moreSpec)
{
    return "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: " + name +
           "\n  namespace: " + nameSpace + "\nspec:\n  interval: 10m\n  chart:\n    spec:\n      chart: " + chart +
           "\n      version: 1.2.3\n      sourceRef:\n        kind: HelmRepository\n        name: charts\n"
           "        namespace: flux-system\n" +
           moreSpec;
}

std::string kustomization(const std::string &resources, const std::string &more)
{
    return "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [" + resources + "]\n" + more;
}

} // namespace noclobber::test
