#include "core/diff/declared_contents.h"

#include <algorithm>

#include "core/base/digest.h"
#include "core/diff/canonical_form.h"
#include "core/diff/field_changes.h"

namespace noclobber::diff {
namespace {

constexpr std::size_t filesKept = 4;

/// The first declaration of each class, by its number, which is its place.
DeclarationsByNumber firstOfEach(const Declarations &declarations, const std::vector<int> &classes)
{
    DeclarationsByNumber first;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const int number = static_cast<int>(i);
        if (classes[i] == number)
            first.emplace_back(number, declarations[i]);
    }
    return first;
}

} // namespace

Result<DeclaredContents> DeclaredContents::open(const git::Comparison &comparison)
{
    auto reader = argo::ContentReader::open(comparison);
    if (!reader)
        return reader.error();
    return DeclaredContents(std::move(*reader));
}

Result<std::vector<int>> DeclaredContents::classify(const Declarations &declarations)
{
    auto classes = classifyTexts(declarations);
    if (!classes)
        return classes;
    const auto distinct = firstOfEach(declarations, *classes);
    if (distinct.size() < 2)
        return classes; // nothing has to be read as YAML
    const auto contents = distinct.size() == 2 ? classifyTwoContents(distinct) : classifyContents(distinct);
    if (!contents)
        return contents.error();
    for (int &number : *classes)
        number = contents->at(number);
    return classes;
}

/// By manifests and bytes alone: the number of each is the place of the first that says the same.
Result<std::vector<int>> DeclaredContents::classifyTexts(const Declarations &declarations)
{
    if (declarations.size() == 2) { // as most objects have them: without digests
        const auto isSame = haveSameBytes(*declarations[0], *declarations[1]);
        return isSame ? Result(std::vector<int>{0, *isSame ? 0 : 1}) : isSame.error();
    }
    std::map<const kube::Manifest *, int> classOfManifest;
    std::map<Digest, int> classOfText;
    std::vector<int> classes;
    for (const argo::Declaration *declaration : declarations) {
        const int number = static_cast<int>(classes.size());
        const auto [known, isNew] = classOfManifest.emplace(declaration->manifest.get(), number);
        if (isNew && declarations.size() > 1) {
            const auto text = distinctText(*declaration);
            if (!text)
                return text.error();
            if (*text)
                known->second = classOfText.emplace(sha256((*text)->bytes), number).first->second;
        }
        classes.push_back(known->second);
    }
    return classes;
}

Result<bool> DeclaredContents::haveSameBytes(const argo::Declaration &base, const argo::Declaration &head)
{
    if (base.manifest == head.manifest)
        return true;
    const auto before = distinctText(base);
    if (!before)
        return before.error();
    const auto after = distinctText(head);
    if (!after)
        return after.error();
    return *before && *after && (*before)->bytes == (*after)->bytes;
}

/// Declarations whose bytes differ, by their contents: for each number that of the first that says the same.
Result<std::map<int, int>> DeclaredContents::classifyContents(const DeclarationsByNumber &distinct)
{
    std::map<int, int> classes;
    std::map<Digest, int> classOfForm;
    for (const auto &[number, declaration] : distinct) {
        const auto read = content(*declaration);
        if (!read)
            return read.error();
        const Digest form = sha256(canonicalForm(**read, Identity::LeftOut));
        classes.emplace(number, classOfForm.emplace(form, number).first->second);
    }
    return classes;
}

/// The same for two: most often where they first differ tells enough.
Result<std::map<int, int>> DeclaredContents::classifyTwoContents(const DeclarationsByNumber &distinct)
{
    const auto first = content(*distinct[0].second);
    if (!first)
        return first.error();
    const auto second = content(*distinct[1].second);
    if (!second)
        return second.error();
    const int one = distinct[0].first;
    const int other = distinct[1].first;
    return std::map<int, int>{{one, one}, {other, isSameContent(**first, **second, Identity::LeftOut) ? one : other}};
}

/// The bytes of a declaration, where equal bytes are equal content: not of an item, which its list completes, nor of
/// JSON, where a line may hold several documents, nor of UTF-16, whose lines are not told by bytes.
Result<std::optional<DeclaredContents::Text>> DeclaredContents::distinctText(const argo::Declaration &declaration)
{
    if (declaration.location.item > 0 || yaml::formatOf(declaration.location.path) == yaml::TextFormat::Json)
        return std::optional<Text>();
    auto text = textOf(declaration);
    if (!text)
        return text.error();
    const std::string_view bytes = text->bytes;
    const bool isJson = bytes.starts_with('{') || bytes.starts_with('[');
    return isJson || bytes.find('\0') != std::string_view::npos ? std::optional<Text>()
                                                                : std::optional(std::move(*text));
}

Result<bool> DeclaredContents::isSameText(const argo::Declaration &base, const argo::Declaration &head)
{
    const argo::Location &old = base.location;
    const argo::Location &now = head.location;
    if (base.blob == head.blob && old.firstLine == now.firstLine && old.lastLine == now.lastLine)
        return true;
    const auto before = textOf(base);
    if (!before)
        return before.error();
    const auto after = textOf(head);
    if (!after)
        return after.error();
    return before->bytes == after->bytes;
}

Result<DeclaredContents::Text> DeclaredContents::textOf(const argo::Declaration &declaration)
{
    const auto file = fileOf(declaration.blob);
    if (!file)
        return file.error();
    const std::size_t begin = (*file)->lines.startOf(declaration.location.firstLine);
    const std::size_t end = std::max(begin, (*file)->lines.startOf(declaration.location.lastLine + 1));
    std::string_view text = std::string_view(*(*file)->bytes).substr(begin, end - begin);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.remove_suffix(1);
    return Text{*file, text};
}

Result<std::shared_ptr<const DeclaredContents::File>> DeclaredContents::fileOf(const git::BlobId &blob)
{
    const auto known = std::ranges::find(m_files, blob, [](const auto &kept) { return kept->blob; });
    if (known != m_files.end())
        return *known;
    auto bytes = m_reader.sharedFile(blob);
    if (!bytes)
        return bytes.error();
    if (m_files.size() == filesKept)
        m_files.pop_front();
    LineTable lines(**bytes);
    m_files.push_back(std::make_shared<const File>(File{blob, std::move(*bytes), std::move(lines)}));
    return m_files.back();
}

} // namespace noclobber::diff
