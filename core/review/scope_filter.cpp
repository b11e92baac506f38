#include "core/review/scope_filter.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/base/text.h"

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

std::size_t countIdentities(const Scopes &scopes, const argo::Inventories &inventories)
{
    std::set<argo::ObjectId> identities;
    for (const argo::Inventory *inventory : {&inventories.base, &inventories.head}) {
        for (const argo::DeclaredObject &object : inventory->objects) {
            if (isKept(scopes, object.id.scope))
                identities.insert(object.id);
        }
    }
    return identities.size();
}

diff::StatusCounts recount(const Scopes &scopes, const Review &review)
{
    using diff::Status;
    diff::StatusCounts counts;
    std::size_t changed = 0;
    for (const diff::ObjectChange &change : review.changes.changes) {
        if (change.status == Status::Unchanged && !change.flags.formattingOnly)
            continue;
        ++changed;
        switch (change.status) {
        case Status::Unknown:
            ++counts.unknown;
            break;
        case Status::Renamed:
            ++counts.renamed;
            break;
        case Status::Added:
            ++counts.added;
            break;
        case Status::Removed:
            ++counts.removed;
            break;
        case Status::Overwritten:
            ++counts.overwritten;
            break;
        case Status::Shadowed:
            ++counts.shadowed;
            break;
        case Status::Moved:
            ++counts.moved;
            break;
        case Status::Modified:
            ++counts.modified;
            break;
        case Status::Duplicated:
            ++counts.duplicated;
            break;
        case Status::Unchanged:
            ++counts.formattingOnly;
            break;
        }
    }
    counts.unchanged = countIdentities(scopes, review.inventories) - changed;
    return counts;
}

} // namespace

Result<void> checkScopes(const std::vector<std::string> &scopes, const argo::Inventories &inventories)
{
    std::set<std::string> known{""};
    for (const argo::Inventory *inventory : {&inventories.base, &inventories.head}) {
        for (const auto &[scope, origin] : inventory->scopes)
            known.insert(scope);
    }
    for (const std::string &scope : scopes) {
        if (known.contains(scope))
            continue;
        known.erase("");
        const std::vector<std::string> names(known.begin(), known.end());
        return Error{ErrorCode::NotFound,
                     fmt::format("neither commit has the scope \"{}\"; there {}", scope,
                                 names.empty() ? "is only the empty one" : "are: " + join(names, ", ")),
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
        std::erase_if(inventory->objects, isElsewhere);
    }
    return {};
}

} // namespace noclobber::review
