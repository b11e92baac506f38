#include "core/fix/field_edit.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/yaml/chunks.h"
#include "core/yaml/lexical.h"

namespace noclobber::fix {

namespace {

using yaml::Style;
using yaml::TextField;
using yaml::TextNode;

constexpr std::size_t usualStep = 2;

Error refusal(std::string clause)
{
    return {ErrorCode::Yaml, std::move(clause), ""};
}

std::string blanks(std::size_t count)
{
    return std::string(count, ' ');
}

std::size_t lineBegin(std::string_view text, std::size_t offset)
{
    const std::size_t newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    return newline == std::string_view::npos ? 0 : newline + 1;
}

std::size_t columnOf(std::string_view text, std::size_t offset)
{
    return offset - lineBegin(text, offset);
}

/// Words between commas that are not there yet.
std::vector<std::string> missingOptions(std::string_view text, const std::vector<std::string> &wanted)
{
    std::vector<std::string> missing = wanted;
    for (const std::string &option : split(text, ','))
        std::erase(missing, trimmed(option));
    return missing;
}

/// What comes behind the words that are there.
std::string addedOptions(std::string_view text, const std::vector<std::string> &wanted)
{
    const std::vector<std::string> missing = missingOptions(text, wanted);
    const std::string_view there = trimmed(text);
    if (missing.empty())
        return {};
    return (there.empty() || there.ends_with(',') ? "" : ",") + join(missing, ",");
}

/// The first list of the document that stands in lines of its own: how far it is indented against its key.
const TextField *findBlockList(const TextNode &node)
{
    for (const TextNode &item : node.items) {
        if (const TextField *found = findBlockList(item))
            return found;
    }
    for (const TextField &field : node.fields) {
        if (field.value.style == Style::BlockSequence && !field.value.hasProperties && field.key.end > 0)
            return &field;
        if (const TextField *found = findBlockList(field.value))
            return found;
    }
    return nullptr;
}

/// One edit of one object.
class FieldEditor
{
public:
    FieldEditor(const ObjectText &text, const Wish &wish) : m_all(text), m_text(text.document), m_wish(wish)
    {
        const TextField *metadata = text.object.find("metadata");
        if (metadata && metadata->value.style == Style::BlockMapping) {
            const std::size_t inner = columnOf(m_text, metadata->value.fields.front().key.begin);
            const std::size_t outer = columnOf(m_text, metadata->key.begin);
            m_step = inner > outer ? inner - outer : usualStep;
        }
        if (const TextField *list = findBlockList(text.root)) {
            const std::size_t dash = columnOf(m_text, list->value.begin);
            const std::size_t key = columnOf(m_text, list->key.begin);
            m_listStep = dash >= key ? dash - key : usualStep;
        }
    }

    Result<TextEdit> run()
    {
        m_node = &m_all.object;
        for (m_depth = 0;; ++m_depth) {
            if (m_node->style == Style::Alias)
                return refusal(say("its {} is an alias of what stands elsewhere", name()));
            if (m_node->hasProperties)
                return refusal(say("its {} carries an anchor or a tag", name()));
            m_isInFlow = m_isInFlow || m_node->style == Style::FlowMapping;
            if (m_node->style == Style::Null)
                return fillNothing();
            if (m_depth == m_wish.path.size())
                return changeValue();
            if (!m_node->isMapping())
                return refusal(say("its {} is no mapping", name()));
            if (m_node->find("<<"))
                return refusal(say("its {} takes fields in by a merge key", name()));
            if (m_node->count(key()) > 1)
                return refusal(say("its {} stands there twice", key()));
            const TextField *next = m_node->find(key());
            if (!next)
                return addField();
            m_field = next;
            m_node = &next->value;
        }
    }

private:
    const std::string &key() const { return m_wish.path[m_depth]; }
    std::string name() const { return m_depth == 0 ? "text" : m_wish.path[m_depth - 1]; }
    /// JSON, or much like it.
    bool isQuoted() const
    {
        return m_all.root.style == Style::FlowMapping && !m_all.root.fields.empty() &&
               m_all.root.fields.front().key.style == Style::Quoted;
    }

    std::string quoted(const std::string &value) const { return isQuoted() ? '"' + value + '"' : value; }

    /// The value in a flow collection.
    std::string flowValue() const
    {
        const std::string value = join(m_wish.values, ",");
        if (m_wish.form == Wish::Form::Item)
            return "[" + quoted(value) + "]";
        return m_wish.values.size() > 1 ? '"' + value + '"' : quoted(value);
    }

    /// The rest of the path with the value: `annotations: {a: "b,c"}`.
    std::string flowField() const
    {
        std::string text = flowValue();
        for (std::size_t depth = m_wish.path.size(); depth-- > m_depth;) {
            text.insert(0, quoted(m_wish.path[depth]) + ": ");
            if (depth > m_depth)
                text = "{" + text + "}";
        }
        return text;
    }

    /// The rest of the path with the value, in lines.
    std::vector<std::string> blockField(std::size_t column) const
    {
        std::vector<std::string> lines;
        for (std::size_t depth = m_depth; depth < m_wish.path.size(); ++depth) {
            lines.push_back(blanks(column) + m_wish.path[depth] + ":");
            column += depth + 1 < m_wish.path.size() ? m_step : 0;
        }
        if (m_wish.form == Wish::Form::Item)
            lines.push_back(blanks(column + m_listStep) + "- " + m_wish.values.front());
        else
            lines.back() += " " + join(m_wish.values, ",");
        return lines;
    }

    /// Lines behind the one at an offset.
    TextEdit linesBehind(std::size_t offset, const std::vector<std::string> &lines) const
    {
        std::size_t end = yaml::lineEnd(m_text, offset);
        std::string_view lineEnd = end < m_text.size() ? "\n" : m_all.lineEnd;
        if (end > 0 && m_text[end - 1] == '\r') {
            --end;
            lineEnd = "\r\n";
        }
        std::string text;
        for (const std::string &line : lines)
            text.append(lineEnd).append(line);
        return {end, end, text};
    }

    /// Where the value of the field would stand on the line of its key: behind the colon and blanks. npos if its key is
    /// not written as `key:`.
    std::size_t behindColon() const
    {
        if (m_field->key.end == 0)
            return std::string_view::npos;
        const std::size_t colon = m_text.find_first_not_of(" \t", m_field->key.end);
        if (colon == std::string_view::npos || m_text[colon] != ':')
            return std::string_view::npos;
        return std::min(m_text.find_first_not_of(" \t", colon + 1), m_text.size());
    }

    bool endsLine(std::size_t offset) const
    {
        return offset != std::string_view::npos &&
               (offset >= m_text.size() || m_text[offset] == '\n' || m_text[offset] == '\r' || m_text[offset] == '#');
    }

    /// Lines behind that of the field's key, whose value stands in lines below it.
    Result<TextEdit> linesBelowKey(const std::vector<std::string> &lines) const
    {
        if (!endsLine(behindColon()))
            return refusal(say("its {} is written in an unusual way", name()));
        return linesBehind(m_field->key.begin, lines);
    }

    /// Before the first entry of a flow collection, or between its brackets.
    Result<TextEdit> intoFlow(const TextNode *first, const std::string &entry) const
    {
        if (!first)
            return TextEdit{m_node->begin + 1, m_node->begin + 1, entry};
        if (first->style == Style::Null)
            return refusal(say("its {} begins with nothing", name()));
        const bool hasOwnLine = yaml::isFirstOnLine(m_text, first->begin);
        const std::size_t begin = lineBegin(m_text, first->begin);
        const std::string behind =
            hasOwnLine ? std::string(m_all.lineEnd).append(m_text.substr(begin, first->begin - begin)) : " ";
        return TextEdit{first->begin, first->begin, entry + "," + behind};
    }

    Result<TextEdit> addField() const
    {
        if (m_node->style == Style::FlowMapping)
            return intoFlow(m_node->fields.empty() ? nullptr : &m_node->fields.front().key, flowField());
        if (!m_field)
            return behindSimpleField();
        const TextNode &first = m_node->fields.front().key;
        if (!yaml::isFirstOnLine(m_text, first.begin))
            return refusal(say("its {} is written in an unusual way", name()));
        return linesBelowKey(blockField(columnOf(m_text, first.begin)));
    }

    /// For the object's own fields: behind one that is a word on a line.
    Result<TextEdit> behindSimpleField() const
    {
        for (const TextField &field : m_node->fields) {
            const std::size_t end = field.value.end;
            if (end > 0 && field.key.end > 0 && endsLine(std::min(m_text.find_first_not_of(" \t", end), m_text.size())))
                return linesBehind(end, blockField(columnOf(m_text, field.key.begin)));
        }
        return refusal(say("it is written in an unusual way"));
    }

    /// The field is there, and holds nothing.
    Result<TextEdit> fillNothing() const
    {
        const std::size_t place = m_field ? behindColon() : std::string_view::npos;
        const bool isValue = m_depth == m_wish.path.size();
        if (place == std::string_view::npos)
            return refusal(say("its {} is written in an unusual way", name()));
        if (place < m_text.size() && place == m_node->begin && !endsLine(place)) {
            const std::size_t size = m_text[place] == '~' ? 1 : std::string_view("null").size();
            const bool isWord = isValue && !m_isInFlow && m_wish.form != Wish::Form::Item;
            const std::string value = isWord ? join(m_wish.values, ",") : flowValue();
            return TextEdit{place, place + size, isValue ? value : "{" + flowField() + "}"};
        }
        if (m_isInFlow || !endsLine(place))
            return refusal(say("its {} is empty", name()));
        const std::size_t column = columnOf(m_text, m_field->key.begin);
        if (!isValue)
            return linesBelowKey(blockField(column + m_step));
        if (m_wish.form == Wish::Form::Item)
            return linesBelowKey({blanks(column + m_listStep) + "- " + m_wish.values.front()});
        const std::size_t colon = m_text.find(':', m_field->key.end);
        return TextEdit{colon + 1, colon + 1, " " + join(m_wish.values, ",")};
    }

    Result<TextEdit> changeValue() const
    {
        if (m_wish.form == Wish::Form::Item)
            return addItem();
        if (m_node->end == 0)
            return refusal(say("its {} is written over several lines", name()));
        const bool hasQuotes = m_node->style == Style::Quoted;
        if (m_wish.form == Wish::Form::Text) {
            const std::size_t quote = hasQuotes ? 1 : 0;
            return TextEdit{m_node->begin + quote, m_node->end - quote, m_wish.values.front()};
        }
        const std::string added = addedOptions(m_node->scalar, m_wish.values);
        if (hasQuotes)
            return TextEdit{m_node->end - 1, m_node->end - 1, added};
        if (m_isInFlow) // there a comma ends a word without quotes
            return TextEdit{m_node->begin, m_node->end, '"' + m_node->scalar + added + '"'};
        return TextEdit{m_node->end, m_node->end, added};
    }

    Result<TextEdit> addItem() const
    {
        if (!m_node->isSequence())
            return refusal(say("its {} is no list", name()));
        const TextNode *first = m_node->items.empty() ? nullptr : &m_node->items.front();
        std::string item = quoted(m_wish.values.front());
        if (first && first->style == Style::Quoted && !isQuoted())
            item = m_text[first->begin] + item + m_text[first->begin];
        if (m_node->style == Style::FlowSequence)
            return intoFlow(first, item);
        if (!yaml::isFirstOnLine(m_text, m_node->begin))
            return refusal(say("its {} is written in an unusual way", name()));
        return linesBelowKey({blanks(columnOf(m_text, m_node->begin)) + "- " + item});
    }

    const ObjectText &m_all;
    std::string_view m_text;
    const Wish &m_wish;
    std::size_t m_step = usualStep;
    std::size_t m_listStep = usualStep;
    // where the way along the path has come to
    std::size_t m_depth = 0;
    const TextNode *m_node = nullptr;
    const TextField *m_field = nullptr; ///< whose value the node is; none for the object
    bool m_isInFlow = false;
};

yaml::Node textNode(std::string text)
{
    yaml::Node node;
    node.type = yaml::NodeType::String;
    node.scalar = std::move(text);
    return node;
}

/// The value of a key, made if it is not there.
yaml::Node &fieldOf(yaml::Node &mapping, const std::string &key)
{
    mapping.type = yaml::NodeType::Mapping; // null: nothing is there
    const auto found = std::ranges::find(mapping.fields, key, &yaml::Field::key);
    if (found != mapping.fields.end())
        return found->value;
    mapping.fields.push_back({key, 0, {}});
    return mapping.fields.back().value;
}

} // namespace

yaml::Node fulfilled(yaml::Node content, const Wish &wish)
{
    yaml::Node *node = &content;
    for (const std::string &key : wish.path)
        node = &fieldOf(*node, key);
    switch (wish.form) {
    case Wish::Form::Options: {
        const std::string there = node->type == yaml::NodeType::String ? node->scalar : "";
        *node = textNode(there + addedOptions(there, wish.values));
        break;
    }
    case Wish::Form::Item:
        node->type = yaml::NodeType::Sequence;
        node->items.insert(node->items.begin(), textNode(wish.values.front()));
        break;
    case Wish::Form::Text:
        *node = textNode(wish.values.front());
        break;
    }
    return content;
}

std::string edited(std::string_view text, std::vector<TextEdit> edits)
{
    std::ranges::stable_sort(edits, {}, &TextEdit::begin);
    std::string result;
    std::size_t at = 0;
    for (const TextEdit &edit : edits) {
        result.append(text.substr(at, edit.begin - at)).append(edit.text);
        at = edit.end;
    }
    return result.append(text.substr(at));
}

Result<TextEdit> editField(const ObjectText &text, const Wish &wish)
{
    return FieldEditor(text, wish).run();
}

} // namespace noclobber::fix
