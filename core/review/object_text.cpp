#include "core/argo/content_reader.h"
#include "core/diff/field_changes.h"
#include "core/review/review.h"

namespace noclobber::review {
namespace {

/// The declaration a person means by "this side": the winner, or while contested the last one in effect.
const argo::Declaration *shownDeclaration(const Few<argo::Declaration> &declarations,
                                          std::optional<std::size_t> winner)
{
    if (winner)
        return &declarations[*winner];
    return declarations.empty() ? nullptr : &declarations.back();
}

struct Shown {
    const argo::Declaration *base = nullptr;
    const argo::Declaration *head = nullptr;
};

const argo::Declaration *inInventory(const argo::Inventory &inventory, const argo::ObjectId &id)
{
    const argo::DeclaredObject *object = inventory.find(id);
    if (!object)
        return nullptr;
    return object->inEffect.empty() ? &object->declarations.back() : &object->declarations[object->inEffect.back()];
}

/// A renamed pair is shown with its other half.
Shown findShown(const Review &review, const argo::ObjectId &id)
{
    const diff::ObjectChange *change = review.changes.find(id);
    if (!change)
        return {inInventory(review.inventories.base, id), inInventory(review.inventories.head, id)};
    Shown shown{shownDeclaration(change->base, change->baseWinner), shownDeclaration(change->head, change->headWinner)};
    if (change->renamedFrom)
        shown.base = inInventory(review.inventories.base, *change->renamedFrom);
    if (change->renamedTo)
        shown.head = inInventory(review.inventories.head, *change->renamedTo);
    return shown;
}

} // namespace

Result<ObjectTexts> readObjectTexts(const Review &review, const argo::ObjectId &id)
{
    auto contents = argo::ContentReader::open(review.comparison);
    if (!contents)
        return contents.error();
    const Shown shown = findShown(review, id);
    argo::Content base;
    argo::Content head;
    for (const auto &[declaration, content] : {std::pair(shown.base, &base), std::pair(shown.head, &head)}) {
        if (!declaration)
            continue;
        auto read = contents->content(*declaration);
        if (!read)
            return read.error();
        *content = std::move(*read);
    }
    ObjectTexts texts;
    if (base)
        texts.base = {yaml::toYaml(diff::maskSecrets(*base, head.get())), shown.base->location};
    if (head)
        texts.head = {yaml::toYaml(diff::maskSecrets(*head, base.get())), shown.head->location};
    return texts;
}

Result<std::string> readDeclarationText(const Review &review, const argo::Declaration &declaration)
{
    auto contents = argo::ContentReader::open(review.comparison);
    if (!contents)
        return contents.error();
    const auto content = contents->content(declaration);
    if (!content)
        return content.error();
    return yaml::toYaml(diff::maskSecrets(**content, nullptr));
}

} // namespace noclobber::review
