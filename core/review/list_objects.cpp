#include "core/review/list_objects.h"

#include <algorithm>

#include "core/base/parallel_map.h"
#include "core/review/configuration_source.h"
#include "core/review/scope_filter.h"

namespace noclobber::review {

Result<ObjectList> listObjects(const ObjectListRequest &request, std::stop_token stop)
{
    const auto tell = [&](Phase phase, std::size_t done = 0, std::size_t total = 0) {
        if (request.progress)
            request.progress(phase, done, total);
    };
    tell(Phase::Open);
    auto comparison = git::openCommit(request.folder, request.revision, stop);
    if (!comparison)
        return comparison.error();
    ReviewRequest asked;
    asked.configurationFile = request.configurationFile;
    const auto configuration = findConfiguration(asked, *comparison);
    if (!configuration)
        return configuration.error();
    tell(Phase::Read);
    const auto reading = [&](std::size_t done, std::size_t total) { tell(Phase::Read, done, total); };
    auto inventories =
        argo::readInventories(*comparison, configuration->configuration,
                              {request.jobs > 0 ? request.jobs : defaultJobs(), request.indexFolder, reading}, stop);
    if (!inventories)
        return inventories.error();
    if (auto known = checkScopes(request.scopes, *inventories); !known)
        return known.error();

    ObjectList list{std::move(*comparison), std::move(inventories->head), {}};
    if (!request.scopes.empty()) {
        list.inventory.objects.eraseIf([&](const argo::DeclaredObject &object) {
            return std::ranges::find(request.scopes, object.id.scope) == request.scopes.end();
        });
        list.inventory.makeIndex();
    }
    for (const argo::Problem &problem : list.inventory.problems)
        list.problems.push_back({problem.path, problem.line, true, problem.message});
    return list;
}

} // namespace noclobber::review
