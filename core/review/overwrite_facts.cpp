#include "core/review/overwrite_facts.h"

#include <algorithm>
#include <map>

#include "core/fix/rename.h"

namespace noclobber::review {

namespace {

using Counts = std::map<git::BlobId, int>;

int documentsIn(argo::ContentReader &reader, const argo::Declaration &declaration, Counts &counts)
{
    const auto [count, isNew] = counts.try_emplace(declaration.blob, 0);
    if (!isNew)
        return count->second;
    const auto bytes = reader.sharedFile(declaration.blob);
    if (!bytes)
        return 0;
    yaml::readDocuments(
        **bytes, yaml::formatOf(declaration.location.path.text()), {},
        [&](const yaml::Document &document) { count->second = std::max(count->second, document.number); });
    return count->second;
}

/// The declaration that may carry a wrong name: one that the change brings, the one in effect first.
const argo::Declaration *suspect(const diff::ObjectChange &change)
{
    if (change.newDeclarations.empty())
        return nullptr;
    const bool winnerIsNew = change.headWinner && std::ranges::find(change.newDeclarations, *change.headWinner) !=
                                                      change.newDeclarations.end();
    return &change.head[winnerIsNew ? *change.headWinner : change.newDeclarations.front()];
}

} // namespace

Result<OverwriteFacts> readOverwriteFacts(const Review &review, const argo::ObjectId &id)
{
    OverwriteFacts facts;
    const diff::ObjectChange *change = review.changes.find(id);
    if (!change)
        return facts;
    auto reader = argo::ContentReader::open(review.comparison);
    if (!reader)
        return reader.error();
    Counts counts;
    for (const argo::Declaration &declaration : change->base)
        facts.baseDocuments.push_back(documentsIn(*reader, declaration, counts));
    for (const argo::Declaration &declaration : change->head)
        facts.headDocuments.push_back(documentsIn(*reader, declaration, counts));
    const argo::Declaration *suspected = suspect(*change);
    if (!suspected)
        return facts;
    const blast::Change whole{review.comparison, review.configuration, review.inventories, review.changes};
    auto slip = rules::findSlip(whole, review.radius, *suspected);
    if (!slip)
        return slip.error();
    if (!*slip)
        return facts;
    facts.slip = std::move(*slip);
    facts.slipAt = suspected->location;
    if (const auto patch = fix::writeRename(*reader, *suspected, facts.slip->name))
        facts.patch = *patch;
    return facts;
}

} // namespace noclobber::review
