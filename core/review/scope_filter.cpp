#include "core/review/scope_filter.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/coverage.h"

namespace noclobber::review {
namespace {

using Scopes = std::vector<std::string>;

bool isKept(const Scopes &scopes, const std::string &scope)
{
    return std::ranges::find(scopes, scope) != scopes.end();
}

/// Whether what is said of this object concerns one of the scopes: it is meant for it, or is an Application that
/// deploys there.
bool concerns(const Scopes &scopes, const argo::ObjectId &id, const argo::Inventories &inventories)
{
    if (isKept(scopes, id.scope))
        return true;
    for (const argo::Inventory *inventory : {&inventories.base, &inventories.head}) {
        const argo::Application *application = inventory->findApplication(id);
        if (application && isKept(scopes, application->scope))
            return true;
    }
    return false;
}

/// How many objects both commits have in the scopes; of those with made-up names, as many as the larger side declares.
std::size_t countObjects(const Scopes &scopes, const argo::Inventories &inventories)
{
    std::map<argo::ObjectId, std::size_t> counts;
    for (const argo::Inventory *inventory : {&inventories.base, &inventories.head}) {
        for (const argo::DeclaredObject &object : inventory->objects) {
            if (!isKept(scopes, object.id.scope))
                continue;
            const std::size_t here = isGenerated(object.id) ? object.declarations.size() : 1;
            counts[object.id] = std::max(counts[object.id], here);
        }
    }
    std::size_t all = 0;
    for (const auto &[id, count] : counts)
        all += count;
    return all;
}

diff::StatusCounts recount(const Scopes &scopes, const Review &review)
{
    const auto isPlain = [](const diff::ObjectChange &change) {
        return change.status == diff::Status::Unchanged && !change.flags.formattingOnly;
    };
    const auto &changes = review.changes.changes;
    diff::StatusCounts counts = diff::countStatuses(changes);
    const std::size_t changed = changes.size() - static_cast<std::size_t>(std::ranges::count_if(changes, isPlain));
    const std::size_t all = countObjects(scopes, review.inventories);
    counts.unchanged = all - std::min(all, changed);
    return counts;
}

} // namespace

Result<void> checkScopes(const std::vector<std::string> &scopes, const argo::Inventories &inventories)
{
    std::set<std::string> known;
    for (const argo::Inventory *inventory : {&inventories.base, &inventories.head}) {
        for (const auto &[scope, origin] : inventory->scopes)
            known.insert(scope);
        for (const argo::DeclaredObject &object : inventory->objects)
            known.insert(object.id.scope); // the empty one has no origin
    }
    if (known.empty())
        known.insert("");
    for (const std::string &scope : scopes) {
        if (known.contains(scope))
            continue;
        known.erase("");
        const std::vector<std::string> names(known.begin(), known.end());
        return Error{ErrorCode::NotFound,
                     names.empty()
                         ? say("neither commit has the scope \"{}\"; there is only the empty one", scope)
                         : say("neither commit has the scope \"{}\"; there are: {}", scope, join(names, ", ")),
                     ""};
    }
    return {};
}

Result<void> keepScopes(const std::vector<std::string> &scopes, Review &review)
{
    if (scopes.empty())
        return {};
    if (auto known = checkScopes(scopes, review.inventories); !known)
        return known;
    const auto isElsewhere = [&](const auto &entry) { return !isKept(scopes, entry.id.scope); };
    const auto doesNotConcern = [&](const auto &entry) {
        return entry.id != argo::ObjectId() && !concerns(scopes, entry.id, review.inventories);
    };
    std::erase_if(review.changes.changes, isElsewhere);
    std::erase_if(review.changes.duplicates, isElsewhere);
    std::erase_if(review.radius.objects, isElsewhere);
    std::erase_if(review.radius.unknowns, doesNotConcern);
    std::erase_if(review.findings, doesNotConcern);
    review.changes.counts = recount(scopes, review);
    for (argo::Inventory *inventory : {&review.inventories.base, &review.inventories.head}) {
        std::erase_if(inventory->unknowns, doesNotConcern);
        std::erase_if(inventory->scopes, [&](const auto &entry) { return !isKept(scopes, entry.first); });
        inventory->objects.eraseIf(isElsewhere);
        inventory->makeIndex();
    }
    review.radius.baseCoverage = blast::coverageOf(review.inventories.base, review.configuration);
    review.radius.headCoverage = blast::coverageOf(review.inventories.head, review.configuration);
    return {};
}

} // namespace noclobber::review
