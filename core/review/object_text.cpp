#include "core/argo/content_reader.h"
#include "core/diff/field_changes.h"
#include "core/review/shown_declarations.h"

namespace noclobber::review {

Result<ObjectTexts> readObjectTexts(const Review &review, const argo::ObjectId &id)
{
    auto contents = argo::ContentReader::open(review.comparison);
    if (!contents)
        return contents.error();
    const ShownDeclarations shown = shownDeclarations(review, id);
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

} // namespace noclobber::review
