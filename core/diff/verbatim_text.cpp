#include "core/diff/verbatim_text.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/digest.h"
#include "core/base/text.h"
#include "core/diff/credential_mask.h"
#include "core/diff/line_table.h"
#include "core/diff/place.h"
#include "core/diff/secret_mask.h"

namespace noclobber::diff {
namespace {

constexpr std::size_t shortestHidden = 4; ///< bytes of a value that is looked for in other lines

struct NumberedLine {
    int number = 0;
    std::string text;
};

std::string_view linesOf(const VerbatimSource &source)
{
    const LineTable table(source.source.file);
    const std::size_t begin = table.startOf(source.location.firstLine);
    return source.source.file.substr(begin, table.startOf(source.location.lastLine + 1) - begin);
}

std::vector<NumberedLine> numbered(std::string_view text, int first)
{
    std::vector<NumberedLine> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.push_back({first++, std::string(line)});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string joined(const std::vector<NumberedLine> &lines)
{
    std::string text;
    for (const NumberedLine &line : lines)
        text.append(line.text).append("\n");
    return text;
}

/// A field whose value must not be shown.
struct HiddenField {
    int line = 0; ///< of its key
    std::string key;
    std::string mask;
};

/// What to hide in the lines of a Secret.
class SecretLines
{
public:
    SecretLines(const yaml::Node &secret, const yaml::Node *other) : m_secret(secret)
    {
        noteLines(secret, {});
        const yaml::Node masked = maskSecretValues(secret, other);
        for (const std::string_view place : {"data", "stringData"}) {
            if (const yaml::Node *values = masked.find(place))
                hideValues(place, *values);
        }
        for (const auto &[key, value] : secretValues(secret))
            keepAway(*value.node);
    }

    std::vector<NumberedLine> masked(const std::vector<NumberedLine> &lines) const
    {
        std::vector<NumberedLine> result;
        for (const NumberedLine &line : lines) {
            const auto hidden = m_hidden.find(line.number);
            if (hidden != m_hidden.end())
                result.push_back({line.number, maskedLine(line.text, hidden->second)});
            else if (!isInside(line.number))
                result.push_back({line.number, withoutValues(line.text)});
        }
        return result;
    }

private:
    static constexpr std::string_view note = "metadata.annotations.";

    /// Notes on which lines fields begin, and how many on each.
    void noteLines(const yaml::Node &node, const std::string &path)
    {
        for (const yaml::Field &field : node.fields) {
            const std::string place = path.empty() ? field.key : path + '.' + field.key;
            ++m_fieldsOn[field.line];
            if (isSecretField(place) && place.starts_with(note))
                m_notes.push_back(&field);
            if (!isSecretField(place))
                noteLines(field.value, place);
            else if (!place.starts_with(note))
                m_values.push_back(&field);
        }
        for (const yaml::Node &item : node.items)
            noteLines(item, path);
    }

    void hideValues(std::string_view place, const yaml::Node &masked)
    {
        for (const yaml::Field *field : m_values) {
            if (field->key != place)
                continue;
            m_regions.push_back(field->line);
            m_hidden[field->line] = {field->line, field->key, masked.fields.empty() ? masked.scalar : std::string()};
            for (const yaml::Field &value : masked.fields)
                m_hidden.try_emplace(value.line, HiddenField{value.line, value.key, value.value.scalar});
        }
        for (const yaml::Field *field : m_notes) {
            m_regions.push_back(field->line);
            m_hidden[field->line] = {field->line, field->key, std::string(maskText)};
        }
    }

    /// Whether the line belongs to a value that is hidden: nothing else has begun since.
    bool isInside(int line) const
    {
        for (const int region : m_regions) {
            const auto next = m_fieldsOn.upper_bound(region);
            if (line > region && (next == m_fieldsOn.end() || line < next->first))
                return true;
        }
        return false;
    }

    /// "  key: (secret)" where the line is one key with its value; otherwise nothing of it is shown.
    std::string maskedLine(const std::string &line, const HiddenField &hidden) const
    {
        const std::size_t blanks = std::min(line.find_first_not_of(" -"), line.size());
        std::string_view rest = std::string_view(line).substr(blanks);
        const auto fields = m_fieldsOn.find(hidden.line);
        const bool isShared = fields != m_fieldsOn.end() && fields->second > 1;
        const bool hasKey = rest.starts_with(hidden.key) && rest.substr(hidden.key.size()).starts_with(':');
        if (isShared || !hasKey)
            return line.substr(0, blanks) + std::string(maskText);
        const bool isHeading = trimmed(rest.substr(hidden.key.size() + 1)).empty();
        const std::string mask = hidden.mask.empty() ? std::string(maskText) : hidden.mask;
        return line.substr(0, blanks) + hidden.key + (isHeading && hidden.mask.empty() ? ":" : ": " + mask);
    }

    /// What the other lines must not repeat: an anchor or a comment may hold it.
    void keepAway(const yaml::Node &value)
    {
        std::vector<std::string> texts{value.scalar};
        if (const auto decoded = fromBase64(value.scalar))
            texts.push_back(*decoded);
        for (const std::string &text : texts) {
            for (const std::string &line : split(text, '\n')) {
                if (trimmed(line).size() >= shortestHidden)
                    m_away.insert(std::string(trimmed(line)));
            }
        }
        for (const yaml::Field &field : value.fields)
            keepAway(field.value);
        for (const yaml::Node &item : value.items)
            keepAway(item);
    }

    std::string withoutValues(std::string line) const
    {
        for (const std::string &value : m_away) {
            for (std::size_t at = line.find(value); at != std::string::npos;
                 at = line.find(value, at + maskText.size()))
                line.replace(at, value.size(), maskText);
        }
        return line;
    }

    const yaml::Node &m_secret;
    std::map<int, int> m_fieldsOn; ///< by line; those below data and stringData left out
    std::vector<const yaml::Field *> m_values;
    std::vector<const yaml::Field *> m_notes;
    std::vector<int> m_regions;
    std::map<int, HiddenField> m_hidden;
    std::set<std::string, std::greater<>> m_away; ///< of two that begin alike, the longer first
};

/// Writes a text again line by line, some of it hidden.
class LineWriter
{
public:
    explicit LineWriter(const std::vector<NumberedLine> &lines) : m_lines(lines) { begin(); }

    void show(std::string_view text)
    {
        for (const char byte : text) {
            if (byte != '\n') {
                m_written.back().text += byte;
                continue;
            }
            ++m_line;
            begin();
        }
    }
    void hide(std::string_view text, std::string_view mask)
    {
        m_written.back().text += mask;
        m_line += static_cast<std::size_t>(std::ranges::count(text, '\n'));
    }
    std::vector<NumberedLine> take() { return std::move(m_written); }

private:
    void begin()
    {
        if (m_line < m_lines.size())
            m_written.push_back({m_lines[m_line].number, {}});
    }

    const std::vector<NumberedLine> &m_lines;
    std::size_t m_line = 0;
    std::vector<NumberedLine> m_written;
};

/// A credential that stands on several lines becomes one line.
std::vector<NumberedLine> withoutCredentials(const std::vector<NumberedLine> &lines, const std::string *other)
{
    const std::string text = joined(lines);
    const std::string_view otherText = other != nullptr ? std::string_view(*other) : std::string_view();
    LineWriter writer(lines);
    std::size_t at = 0;
    for (const Credential &credential : credentialsIn(text, other != nullptr ? &otherText : nullptr)) {
        writer.show(std::string_view(text).substr(at, credential.begin - at));
        writer.hide(std::string_view(text).substr(credential.begin, credential.end - credential.begin),
                    credential.mask);
        at = credential.end;
    }
    writer.show(std::string_view(text).substr(at));
    return writer.take();
}

std::vector<NumberedLine> shownLines(const VerbatimSource &source, const VerbatimSource *other)
{
    auto lines = numbered(linesOf(source), source.location.firstLine);
    if (subjectOf(*source.source.content).isSecret)
        lines = SecretLines(*source.source.content, other != nullptr ? other->source.content : nullptr).masked(lines);
    if (other == nullptr)
        return withoutCredentials(lines, nullptr);
    const std::string text = joined(numbered(linesOf(*other), 1));
    return withoutCredentials(lines, &text);
}

int numberOf(const std::vector<NumberedLine> &lines, int line)
{
    return line > 0 ? lines[static_cast<std::size_t>(line) - 1].number : 0;
}

} // namespace

bool standsAlone(const VerbatimSource &source)
{
    if (source.location.item == 0)
        return true;
    const std::string_view lines = linesOf(source);
    return trimmed(lines.substr(0, lines.find('\n'))).starts_with("- ");
}

std::vector<ObjectRow> verbatimRows(const VerbatimSource *base, const VerbatimSource *head)
{
    const auto baseLines = base != nullptr ? shownLines(*base, nullptr) : std::vector<NumberedLine>();
    const auto headLines = head != nullptr ? shownLines(*head, base) : std::vector<NumberedLine>();
    const std::string baseText = joined(baseLines);
    const std::string headText = joined(headLines);
    std::vector<ObjectRow> rows;
    for (LinePair &line : alignLines(baseText, headText)) {
        ObjectRow &row = rows.emplace_back();
        row.change = line.change;
        row.hasBase = line.baseLine > 0;
        row.hasHead = line.headLine > 0;
        row.baseLine = numberOf(baseLines, line.baseLine);
        row.headLine = numberOf(headLines, line.headLine);
        row.baseText = line.baseText;
        row.headText = line.headText;
        row.baseWords = std::move(line.baseWords);
        row.headWords = std::move(line.headWords);
    }
    return rows;
}

} // namespace noclobber::diff
