#include "core/review/shown_declarations.h"

namespace noclobber::review {
namespace {

/// The declaration a person means by "this side": the winner, or while contested the last one in effect.
const argo::Declaration *shownDeclaration(const Few<argo::Declaration> &declarations, std::optional<std::size_t> winner)
{
    if (winner)
        return &declarations[*winner];
    return declarations.empty() ? nullptr : &declarations.back();
}

const argo::Declaration *inInventory(const argo::Inventory &inventory, const argo::ObjectId &id)
{
    const argo::DeclaredObject *object = inventory.find(id);
    if (!object)
        return nullptr;
    return object->inEffect.empty() ? &object->declarations.back() : &object->declarations[object->inEffect.back()];
}

} // namespace

ShownDeclarations shownDeclarations(const Review &review, const argo::ObjectId &id)
{
    const diff::ObjectChange *change = review.changes.find(id);
    if (!change)
        return {inInventory(review.inventories.base, id), inInventory(review.inventories.head, id)};
    ShownDeclarations shown{shownDeclaration(change->base, change->baseWinner),
                            shownDeclaration(change->head, change->headWinner)};
    if (change->renamedFrom)
        shown.base = inInventory(review.inventories.base, *change->renamedFrom);
    if (change->renamedTo)
        shown.head = inInventory(review.inventories.head, *change->renamedTo);
    return shown;
}

} // namespace noclobber::review
