#include "core/fix/safe_patch.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <set>
#include <vector>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/diff/credential_mask.h"
#include "core/git/patch.h"
#include "core/kube/list_items.h"

namespace noclobber::fix {

namespace {

constexpr unsigned mostContext = 3; ///< lines around an edit, as git writes them

bool isHarmless(const yaml::Document &document)
{
    bool isSecret = false;
    kube::visitCandidates(document.root, document.span.lastLine, [&](const kube::Candidate &candidate) {
        isSecret = kube::contentOf(candidate).text("kind") == "Secret";
        return !isSecret;
    });
    return !isSecret && document.ambiguities.empty();
}

/// The last line on which something of a value begins.
int lastBegin(const yaml::Node &value)
{
    int last = value.line;
    for (const yaml::Node &item : value.items)
        last = std::max(last, lastBegin(item));
    for (const yaml::Field &field : value.fields)
        last = std::max(last, lastBegin(field.value));
    return last;
}

bool isOpen(const yaml::Field &field)
{
    const bool isApplied =
        field.value.find({"annotations", "kubectl.kubernetes.io/last-applied-configuration"}) != nullptr;
    return !isApplied && (field.key == "apiVersion" || field.key == "kind" || field.key == "metadata" ||
                          field.key == "type" || field.key == "immutable");
}

/// Adds the lines of a Secret that tell what it is and hold none of its values; a patch that protects it needs them.
/// Only of one that is read without doubt and written with each key on a line of its own.
void addOpenLines(std::string_view bytes, const yaml::Document &document, std::set<int> &lines)
{
    const bool isBlock = std::isalpha(static_cast<unsigned char>(bytes[document.span.begin])) != 0;
    if (!isBlock || !document.ambiguities.empty() || document.root.text("kind") != "Secret")
        return;
    const std::vector<yaml::Field> &fields = document.root.fields;
    int before = 0; // where the fields before begin at the latest; what is an alias has the line of its anchor
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const int first = fields[i].value.line;
        const int last = lastBegin(fields[i].value);
        const bool isAlone = before < first && (i + 1 == fields.size() || last < fields[i + 1].value.line);
        before = std::max(before, last);
        for (int line = first; isOpen(fields[i]) && isAlone && line <= last; ++line)
            lines.insert(line);
    }
}

/// The parts of a file's bytes that any reader may see.
struct Harmless {
    std::vector<yaml::TextSpan> documents; ///< in order
    std::set<int> lines;                   ///< of Secrets, from 1
    bool isAll = true;                     ///< nothing of the file is kept back, comments neither
};

Harmless harmlessParts(std::string_view bytes, yaml::TextFormat format)
{
    Harmless parts;
    const yaml::StreamRemarks remarks = yaml::readDocuments(bytes, format, {}, [&](const yaml::Document &document) {
        if (isHarmless(document)) {
            parts.documents.push_back(document.span);
        } else {
            parts.isAll = false;
            addOpenLines(bytes, document, parts.lines);
        }
    });
    parts.isAll = parts.isAll && remarks.problems.empty() && remarks.ambiguities.empty();
    return parts;
}

/// Which lines of a file must not be shown, by their number from 0.
class KeptBack
{
public:
    KeptBack(std::string_view bytes, yaml::TextFormat format)
        : m_bytes(bytes), m_credentials(diff::credentialsIn(bytes)), m_harmless(harmlessParts(bytes, format))
    {
        for (std::size_t begin = 0; begin < bytes.size();) {
            const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
            m_lines.push_back(hasCredential(begin, end) || (isKeptBack(begin, end) && !isOpenLine(begin, end)));
            begin = end + 1;
        }
    }

    bool anyOf(std::size_t first, std::size_t count) const
    {
        const std::size_t begin = std::min(first, m_lines.size());
        const std::size_t end = std::min(begin + count, m_lines.size());
        return std::any_of(m_lines.begin() + static_cast<std::ptrdiff_t>(begin),
                           m_lines.begin() + static_cast<std::ptrdiff_t>(end), [](bool isKept) { return isKept; });
    }

private:
    bool hasCredential(std::size_t begin, std::size_t end)
    {
        while (m_credential < m_credentials.size() && m_credentials[m_credential].end <= begin)
            ++m_credential;
        return m_credential < m_credentials.size() && m_credentials[m_credential].begin < end;
    }

    /// Whether the next line is one of a Secret without a value and without a comment.
    bool isOpenLine(std::size_t begin, std::size_t end) const
    {
        return m_harmless.lines.contains(static_cast<int>(m_lines.size()) + 1) &&
               m_bytes.substr(begin, end - begin).find('#') == std::string_view::npos;
    }

    bool isKeptBack(std::size_t begin, std::size_t end)
    {
        if (m_harmless.isAll)
            return false;
        while (m_document < m_harmless.documents.size() && m_harmless.documents[m_document].end <= begin)
            ++m_document;
        if (m_document < m_harmless.documents.size() && m_harmless.documents[m_document].begin < end) {
            const yaml::TextSpan &document = m_harmless.documents[m_document];
            return !isBetween(begin, document.begin) || !isBetween(document.end, end);
        }
        return !isBetween(begin, end);
    }

    /// Whether bytes outside of the documents that may be shown say nothing.
    bool isBetween(std::size_t begin, std::size_t end) const
    {
        const std::string_view text = begin < end ? trimmed(m_bytes.substr(begin, end - begin)) : std::string_view();
        return text.empty() || text == "---" || text == "..." || text == "metadata:" || text == "data:" ||
               text == "stringData:";
    }

    std::string_view m_bytes;
    std::vector<diff::Credential> m_credentials;
    Harmless m_harmless;
    std::vector<bool> m_lines;
    std::size_t m_credential = 0; ///< the first that does not end before the line
    std::size_t m_document = 0;
};

std::size_t numberAt(std::string_view text)
{
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// The lines of the old file that a hunk shows: of "@@ -4,7 +4,8 @@ heading" 4 and 7.
struct OldLines {
    std::size_t first = 0; ///< one-based
    std::size_t count = 1;
};

OldLines oldLines(std::string_view header)
{
    OldLines lines;
    const std::string_view range = header.substr(4, header.find(' ', 4) - 4);
    lines.first = numberAt(range);
    if (const std::size_t comma = range.find(','); comma != std::string_view::npos)
        lines.count = numberAt(range.substr(comma + 1));
    return lines;
}

/// A patch without the headings of its hunks, which repeat some line from above them.
struct PlainPatch {
    std::string text;
    std::vector<OldLines> hunks;
};

PlainPatch withoutHeadings(std::string_view patch)
{
    PlainPatch plain;
    while (!patch.empty()) {
        std::string_view line = patch.substr(0, std::min(patch.find('\n'), patch.size() - 1) + 1);
        patch.remove_prefix(line.size());
        if (line.starts_with("@@ -")) {
            plain.hunks.push_back(oldLines(line));
            line = line.substr(0, line.find(" @@") + 3);
            plain.text.append(line).push_back('\n');
        } else {
            plain.text.append(line);
        }
    }
    return plain;
}

} // namespace

Result<std::string> writeSafePatch(const std::string &path, std::string_view before, std::string_view after)
{
    const KeptBack keptBack(before, yaml::formatOf(path));
    for (unsigned context = mostContext; context > 0; --context) { // without any, git has to be told
        const auto patch = git::writePatch(path, before, after, context);
        if (!patch)
            return patch.error();
        const PlainPatch plain = withoutHeadings(*patch);
        const bool isShown = std::ranges::any_of(plain.hunks, [&](const OldLines &hunk) {
            return hunk.first > 0 && keptBack.anyOf(hunk.first - 1, hunk.count);
        });
        if (!isShown)
            return plain.text;
    }
    return Error{ErrorCode::Yaml, say("a patch would show lines of a Secret, or of what may be one"), path};
}

} // namespace noclobber::fix
