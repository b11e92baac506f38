#include "core/fix/file_fix.h"

#include <map>
#include <optional>
#include <utility>

#include "core/base/say.h"
#include "core/kube/list_items.h"
#include "core/kube/manifest.h"

namespace noclobber::fix {

namespace {

/// A file that needs more readings to be sorted out is a hostile one.
constexpr std::size_t mostChecks = 200;

using yaml::Node;
using yaml::TextNode;

/// Everything a file says.
struct FileContent {
    std::map<std::pair<int, int>, Node> objects; ///< by document and item
    std::size_t problems = 0;                    ///< what could not be read
    std::size_t ambiguities = 0;                 ///< what readers take differently

    bool operator==(const FileContent &) const = default;
};

FileContent contentOf(std::string_view bytes, yaml::TextFormat format)
{
    FileContent content;
    const yaml::StreamRemarks remarks = yaml::readDocuments(bytes, format, {}, [&](yaml::Document document) {
        for (auto &[item, node] : kube::contentsOf(std::move(document.root)))
            content.objects.emplace(std::pair(document.number, item), std::move(node));
        content.ambiguities += document.ambiguities.size();
    });
    content.problems = remarks.problems.size();
    content.ambiguities += remarks.ambiguities.size();
    return content;
}

/// The text of a value of a document, found by the value: nullptr if it stands behind an alias or a merge key.
const TextNode *textOf(const Node *wanted, const Node &node, const TextNode &text)
{
    if (wanted == &node)
        return &text;
    for (std::size_t i = 0; i < node.items.size() && node.items.size() == text.items.size(); ++i) {
        if (const TextNode *found = textOf(wanted, node.items[i], text.items[i]))
            return found;
    }
    for (const yaml::Field &field : node.fields) {
        const yaml::TextField *place = text.count(field.key) == 1 ? text.find(field.key) : nullptr;
        const TextNode *found = place ? textOf(wanted, field.value, place->value) : nullptr;
        if (found)
            return found;
    }
    return nullptr;
}

/// A document with the outline of its text.
struct OutlinedDocument {
    yaml::Document document;
    Result<TextNode> outline;
};

class FileFixer
{
public:
    FileFixer(std::string_view bytes, yaml::TextFormat format, const std::vector<FileWish> &wishes)
        : m_bytes(bytes), m_format(format), m_wishes(wishes), m_before(contentOf(bytes, format)), m_edits(wishes.size())
    {
        const std::size_t newline = bytes.find('\n');
        m_lineEnd = newline != std::string_view::npos && newline > 0 && bytes[newline - 1] == '\r' ? "\r\n" : "\n";
        m_fix.refused.resize(wishes.size());
    }

    FileFix run()
    {
        std::map<int, OutlinedDocument> documents;
        for (std::size_t i = 0; i < m_wishes.size(); ++i) {
            auto edit = findEdit(m_wishes[i], documents);
            if (edit)
                m_edits[i] = std::move(*edit);
            else
                m_fix.refused[i] = edit.error().message;
        }
        keepFine(all());
        if (const Places kept = all(); !isAsWished(kept))
            refuse(kept);
        m_fix.bytes = applied(all());
        return std::move(m_fix);
    }

private:
    using Places = std::vector<std::size_t>;

    Result<TextEdit> findEdit(const FileWish &wish, std::map<int, OutlinedDocument> &documents) const
    {
        auto place = documents.find(wish.document);
        if (place == documents.end()) {
            auto document = yaml::readDocument(m_bytes, m_format, wish.document);
            if (!document)
                return document.error();
            auto outline = yaml::readOutline(textOfDocument(*document));
            place = documents.emplace(wish.document, OutlinedDocument{std::move(*document), std::move(outline)}).first;
        }
        const auto &[document, outline] = place->second;
        if (!outline)
            return outline.error();
        if (!document.ambiguities.empty())
            return Error{ErrorCode::Yaml, say("its document holds text that readers take differently"), ""};
        const Node *content = nullptr;
        kube::visitCandidates(document.root, 0, [&](const kube::Candidate &candidate) {
            content = candidate.item == wish.item ? candidate.node : nullptr;
            return content == nullptr;
        });
        const TextNode *object = content ? textOf(content, document.root, *outline) : nullptr;
        if (!object)
            return Error{ErrorCode::Yaml, say("it stands behind an alias or a merge key"), ""};
        auto edit = editField({textOfDocument(document), *outline, *object, m_lineEnd}, wish.wish);
        if (edit) {
            edit->begin += document.span.begin;
            edit->end += document.span.begin;
        }
        return edit;
    }

    std::string_view textOfDocument(const yaml::Document &document) const
    {
        std::string_view text = m_bytes.substr(document.span.begin, document.span.end - document.span.begin);
        if (text.ends_with('\r')) // half of the last line's end
            text.remove_suffix(1);
        return text;
    }

    Places all() const
    {
        Places places;
        for (std::size_t i = 0; i < m_edits.size(); ++i) {
            if (m_edits[i])
                places.push_back(i);
        }
        return places;
    }

    std::string applied(const Places &places) const
    {
        std::vector<TextEdit> edits;
        for (const std::size_t place : places)
            edits.push_back(*m_edits[place]);
        return edited(m_bytes, std::move(edits));
    }

    bool isAsWished(const Places &places)
    {
        ++m_checks;
        FileContent expected = m_before;
        for (const std::size_t place : places) {
            const auto object = expected.objects.find({m_wishes[place].document, m_wishes[place].item});
            if (object != expected.objects.end())
                object->second = fulfilled(std::move(object->second), m_wishes[place].wish);
        }
        return contentOf(applied(places), m_format) == expected;
    }

    /// Refuses of these the ones that spoil it, found by halves.
    void keepFine(const Places &places)
    {
        if (places.empty() || (m_checks < mostChecks && isAsWished(places)))
            return;
        if (places.size() == 1 || m_checks >= mostChecks)
            return refuse(places);
        const auto middle = places.begin() + static_cast<std::ptrdiff_t>(places.size() / 2);
        keepFine({places.begin(), middle});
        keepFine({middle, places.end()});
    }

    void refuse(const Places &places)
    {
        for (const std::size_t place : places) {
            m_edits[place].reset();
            m_fix.refused[place] = say("adding it would change something else of its file");
        }
    }

    std::string_view m_bytes;
    yaml::TextFormat m_format;
    const std::vector<FileWish> &m_wishes;
    FileContent m_before;
    std::vector<std::optional<TextEdit>> m_edits; ///< by wish
    std::string_view m_lineEnd;
    std::size_t m_checks = 0; ///< how often the whole file was read
    FileFix m_fix;
};

} // namespace

FileFix fixFile(std::string_view bytes, yaml::TextFormat format, const std::vector<FileWish> &wishes)
{
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return {std::string(bytes), std::vector<std::string>(wishes.size(), say("its file is UTF-16"))};
    return FileFixer(bytes, format, wishes).run();
}

} // namespace noclobber::fix
