#include "core/blast/application_change.h"

#include <algorithm>

#include "core/argo/engines.h"
#include "core/argo/revision.h"
#include "core/argo/sources.h"
#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::blast {

namespace {

std::string quoted(const std::string &text)
{
    return text.empty() ? say("(none)") : text;
}

void addChange(std::vector<std::string> &clauses, const std::string &what, const std::string &from,
               const std::string &to)
{
    if (from != to)
        clauses.push_back(say("its {} changes from {} to {}", what, quoted(from), quoted(to)));
}

std::string clusterOf(const argo::Destination &destination)
{
    return destination.server.empty() ? destination.name : destination.server;
}

void compareSources(std::vector<std::string> &clauses, const argo::Source &base, const argo::Source &head)
{
    const std::size_t before = clauses.size();
    if (base.repository != head.repository &&
        argo::normalAddress(base.repository) != argo::normalAddress(head.repository))
        addChange(clauses, say("source repository"), base.repository, head.repository);
    if (base.path != head.path)
        addChange(clauses, say("source path"), base.path.empty() ? "." : base.path,
                  head.path.empty() ? "." : head.path);
    addChange(clauses, say("chart"), base.chart, head.chart);
    addChange(clauses, say("target revision"), base.targetRevision, head.targetRevision);
    if (base.recurse != head.recurse)
        clauses.push_back(head.recurse ? say("its source takes folders below it too")
                                       : say("its source leaves folders below it out"));
    addChange(clauses, say("include pattern"), base.include, head.include);
    addChange(clauses, say("exclude pattern"), base.exclude, head.exclude);
    if (clauses.size() == before && base.text != head.text && base.repository == head.repository)
        clauses.emplace_back(say("the settings of its source change"));
}

} // namespace

std::vector<std::string> retargetings(const argo::Application &base, const argo::Application &head)
{
    std::vector<std::string> clauses;
    if (base.sources.size() == head.sources.size()) {
        for (std::size_t i = 0; i < base.sources.size(); ++i)
            compareSources(clauses, base.sources[i], head.sources[i]);
    } else {
        clauses.push_back(say("it has {} sources instead of {}", head.sources.size(), base.sources.size()));
    }
    if (movesToOtherCluster(base, head)) {
        addChange(clauses, say("destination cluster"), clusterOf(base.destination), clusterOf(head.destination));
        if (base.destination.server.empty() != head.destination.server.empty())
            clauses.back() += say(" (possibly the same cluster under its other name)");
    }
    if (argo::isHelmRelease(base.id.key))
        addChange(clauses, say("release"), base.flux.releaseTarget, head.flux.releaseTarget);
    addChange(clauses, say("destination namespace"), base.destination.nameSpace, head.destination.nameSpace);
    addChange(clauses, say("project"), base.project, head.project);
    return clauses;
}

bool movesToOtherCluster(const argo::Application &base, const argo::Application &head)
{
    return head.specError.empty() && base.scope != head.scope;
}

bool isTextGone(const argo::Declaration &was, const argo::Application &base, const argo::Application &head)
{
    const bool isGivenOne = was.manifest->nameSpace.empty() && !was.id.key.nameSpace.empty();
    const bool takesNamespace = isGivenOne || base.engine == argo::Engine::Flux; // Flux puts everything there
    if (movesToOtherCluster(base, head) || (takesNamespace && base.destination.nameSpace != head.destination.nameSpace))
        return false;
    return std::ranges::any_of(head.sources, [&](const argo::Source &source) {
        const bool isListed = source.type == argo::SourceType::Kustomize && isWithin(was.location.path, source.path) &&
                              std::ranges::any_of(base.sources, [&](const argo::Source &before) {
                                  return before.type == source.type && before.path == source.path;
                              });
        return source.exists && (isListed || argo::wouldRead(source, was.location.path));
    });
}

bool isPinned(const argo::Application &base, const argo::Application &head)
{
    const auto isHere = [](const argo::Source &source) { return source.isHere; };
    if (std::ranges::none_of(head.sources, isHere) || movesToOtherCluster(base, head))
        return false;
    return std::ranges::all_of(head.sources, [&](const argo::Source &source) {
        return !source.isHere || (argo::isFixedRevision(source.targetRevision) &&
                                  std::ranges::any_of(base.sources, [&](const argo::Source &before) {
                                      return before.text == source.text;
                                  }));
    });
}

std::string comparisonError(const argo::Application &application, const argo::Inventory &inventory)
{
    for (const argo::Source &source : application.sources) {
        if (source.path == "..")
            return say("its source path leads out of its repository");
        if (!source.isHere || !source.chart.empty() || argo::isFixedRevision(source.targetRevision))
            continue;
        if (!source.exists && (source.ref.empty() || !source.path.empty()))
            return say("its source path {} holds no file any more", source.path);
        // Sorted by path: those in the source stand together.
        auto at = std::ranges::lower_bound(inventory.problems, source.path, {}, &argo::Problem::path);
        for (; at != inventory.problems.end() && at->path.starts_with(source.path); ++at) {
            const argo::Problem &problem = *at;
            const bool isReported = problem.argoWouldReport || source.type == argo::SourceType::FluxFolder;
            if (isReported && argo::wouldRead(source, problem.path))
                return say("{}:{} cannot be read", problem.path, problem.line);
        }
    }
    return {};
}

std::string nameOf(const argo::Application &application)
{
    return argo::deployerName(application.id);
}

} // namespace noclobber::blast
