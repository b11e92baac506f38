#include "core/review/overwrite_facts.h"

#include <algorithm>
#include <map>

#include "core/diff/credential_mask.h"
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

/// Whether a file of head declares a Secret, or something that could not be read and may be one.
bool mayHoldSecrets(const Review &review, const Name &path)
{
    const argo::Inventory &head = review.inventories.head;
    const auto isHere = [&](const auto &at) { return at == path; };
    const bool hasSecret = std::ranges::any_of(head.objects, [&](const argo::DeclaredObject &object) {
        return object.id.key.kind == "Secret" && std::ranges::any_of(object.declarations, [&](const auto &declaration) {
                   return isHere(declaration.location.path);
               });
    });
    return hasSecret || std::ranges::any_of(head.problems, [&](const auto &problem) { return isHere(problem.path); });
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
    if (mayHoldSecrets(review, suspected->location.path)) // the lines around a name may be a Secret's
        return facts;
    const auto patch = fix::writeRename(*reader, *suspected, facts.slip->name);
    if (patch && diff::credentialsIn(*patch).empty())
        facts.patch = *patch;
    return facts;
}

} // namespace noclobber::review
