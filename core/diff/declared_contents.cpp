#include "core/diff/declared_contents.h"

#include <algorithm>
#include <map>

#include "core/diff/canonical_form.h"

namespace noclobber::diff {
namespace {

constexpr std::size_t filesKept = 4;

std::vector<std::size_t> findLineStarts(const std::string &bytes)
{
    std::vector<std::size_t> starts{0};
    for (std::size_t at = bytes.find('\n'); at != std::string::npos; at = bytes.find('\n', at + 1))
        starts.push_back(at + 1);
    return starts;
}

} // namespace

Result<DeclaredContents> DeclaredContents::open(const git::Comparison &comparison)
{
    auto reader = argo::ContentReader::open(comparison);
    if (!reader)
        return reader.error();
    return DeclaredContents(std::move(*reader));
}

Result<std::vector<int>> DeclaredContents::classify(const std::vector<const argo::Declaration *> &declarations)
{
    std::map<const kube::Manifest *, int> classOfManifest;
    std::map<Digest, int> classOfText;
    std::map<Digest, int> classOfContent;
    std::vector<int> classes;
    for (const argo::Declaration *declaration : declarations) {
        const int number = static_cast<int>(classes.size());
        const auto [known, isNew] = classOfManifest.emplace(declaration->manifest.get(), number);
        if (isNew && declarations.size() > 1) {
            const auto text = distinctText(*declaration);
            if (!text)
                return text.error();
            const auto sameText =
                *text ? classOfText.emplace(sha256(**text), number) : std::pair(classOfText.end(), true);
            if (sameText.second) {
                const auto read = content(*declaration);
                if (!read)
                    return read.error();
                known->second = classOfContent.emplace(contentDigest(**read), number).first->second;
                if (*text)
                    sameText.first->second = known->second;
            } else {
                known->second = sameText.first->second;
            }
        }
        classes.push_back(known->second);
    }
    return classes;
}

/// The bytes of a declaration, where equal bytes are equal content: not of an item, which its list completes, nor of
/// JSON, where a line may hold several documents, nor of UTF-16, whose lines are not told by bytes.
Result<std::optional<std::string>> DeclaredContents::distinctText(const argo::Declaration &declaration)
{
    if (declaration.location.item > 0 || yaml::formatOf(declaration.location.path) == yaml::TextFormat::Json)
        return std::optional<std::string>();
    auto text = textOf(declaration);
    if (!text)
        return text.error();
    const bool isJson = text->starts_with('{') || text->starts_with('[');
    return isJson || text->find('\0') != std::string::npos ? std::optional<std::string>()
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
    return *before == *after;
}

Result<std::string> DeclaredContents::textOf(const argo::Declaration &declaration)
{
    auto file =
        std::find_if(m_files.begin(), m_files.end(), [&](const File &kept) { return kept.blob == declaration.blob; });
    if (file == m_files.end()) {
        auto bytes = m_reader.file(declaration.blob);
        if (!bytes)
            return bytes.error();
        if (m_files.size() == filesKept)
            m_files.pop_front();
        auto starts = findLineStarts(*bytes);
        file = m_files.insert(m_files.end(), {declaration.blob, std::move(*bytes), std::move(starts)});
    }
    const auto startOf = [&](int line) {
        const auto index = static_cast<std::size_t>(std::max(line, 1) - 1);
        return index < file->lineStarts.size() ? file->lineStarts[index] : file->bytes.size();
    };
    const std::size_t begin = startOf(declaration.location.firstLine);
    const std::size_t end = std::max(begin, startOf(declaration.location.lastLine + 1));
    std::string text = file->bytes.substr(begin, end - begin);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    return text;
}

} // namespace noclobber::diff
