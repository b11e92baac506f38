#include "core/diff/object_rows.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/base/text.h"
#include "core/diff/canonical_form.h"
#include "core/diff/credential_mask.h"
#include "core/diff/embedded_text.h"
#include "core/diff/line_table.h"
#include "core/diff/list_pairing.h"
#include "core/diff/secret_mask.h"

namespace noclobber::diff {
namespace {

constexpr std::size_t longestPlainJson = 80; ///< bytes; a shorter one is read as it stands

struct Pair {
    const yaml::Node *base = nullptr;
    const yaml::Node *head = nullptr;

    const yaml::Node &any() const { return base != nullptr ? *base : *head; }
};

/// Where a value stands: behind a key, or as an item.
struct Slot {
    Pair values;
    std::string key; ///< as YAML writes it, with its colon; "" for an item
    int baseLine = 0;
    int headLine = 0;
    std::size_t indentation = 0;
};

bool isFilled(const yaml::Node *node)
{
    return node != nullptr && (!node->items.empty() || !node->fields.empty());
}

bool isChange(const ObjectRow &row)
{
    return row.change != LineChange::Same;
}

std::string writtenKey(std::string_view key)
{
    yaml::Node mapping;
    mapping.type = yaml::NodeType::Mapping;
    mapping.fields.push_back({std::string(key), 0, {}});
    std::string text = yaml::toYaml(mapping);
    text.resize(text.size() - std::string_view(" null\n").size());
    return maskCredentials(text, nullptr);
}

/// What is told of one side while its lines are written.
struct Side {
    explicit Side(std::string_view text) : file(text) {}

    /// The line of the file where this text stands, if it does; else 0.
    int checked(int line, std::string_view text)
    {
        if (line <= 0 || file.empty())
            return 0;
        if (!table)
            table.emplace(file);
        const std::size_t begin = table->startOf(line);
        return trimmed(file.substr(begin, table->startOf(line + 1) - begin)) == trimmed(text) ? line : 0;
    }

    std::string lead; ///< of the next line, where an item's dash stands; "" for blanks
    std::string_view file;
    std::optional<LineTable> table;
    std::optional<int> origin = 0; ///< what lines of nodes count from; nothing where they say nothing of the file
};

class RowWriter
{
public:
    RowWriter(Subject subject, std::string_view baseFile, std::string_view headFile)
        : m_subject(std::move(subject)), m_base(baseFile), m_head(headFile)
    {}

    void value(const Slot &slot)
    {
        const auto [base, head] = slot.values;
        const bool isOneSided = base == nullptr || head == nullptr;
        if (isFilled(base) == isFilled(head) && !isOneSided && (!isFilled(base) || base->type == head->type)) {
            isFilled(base) ? container(slot) : leaf(slot);
        } else if (isOneSided) {
            isFilled(&slot.values.any()) ? container(slot) : leaf(slot);
        } else {
            Slot alone = slot;
            alone.values = {base, nullptr};
            value(alone);
            alone.values = {nullptr, head};
            value(alone);
        }
    }

    std::vector<ObjectRow> take() { return std::move(m_rows); }

private:
    void container(const Slot &slot);
    void fields(const Pair &values, std::size_t indentation);
    void field(const std::string &key, const yaml::Field *base, const yaml::Field *head, std::size_t indentation);
    void items(const PairedItems &paired, std::size_t indentation);
    void leaf(const Slot &slot);
    void lines(const Slot &slot, const std::string &base, const std::string &head);
    bool embedded(const Slot &slot);
    void structure(const Slot &slot, const Pair &values);

    PairedItems paired(const Pair &lists);
    std::optional<Noise> noiseAt(const Pair &values);
    std::string lead(Side &side, bool isThere, std::size_t indentation);
    ObjectRow &put(const LinePair &line, std::size_t indentation);
    int lineOf(const Side &side, int line) const { return line > 0 && side.origin ? *side.origin + line : 0; }

    Subject m_subject;
    Side m_base;
    Side m_head;
    Place m_place;
    bool m_isEmbedded = false;
    std::optional<Noise> m_noise; ///< of all that is written now
    std::vector<ObjectRow> m_rows;
};

std::string RowWriter::lead(Side &side, bool isThere, std::size_t indentation)
{
    if (!isThere)
        return {};
    std::string text = side.lead.empty() ? std::string(indentation, ' ') : std::move(side.lead);
    side.lead.clear();
    return text;
}

/// Adds a line with what stands before it. Its numbers are those of the pair.
ObjectRow &RowWriter::put(const LinePair &line, std::size_t indentation)
{
    ObjectRow &row = m_rows.emplace_back();
    row.change = line.change;
    row.hasBase = line.change != LineChange::Added;
    row.hasHead = line.change != LineChange::Removed;
    row.baseLine = row.hasBase ? line.baseLine : 0;
    row.headLine = row.hasHead ? line.headLine : 0;
    row.baseText = lead(m_base, row.hasBase, indentation);
    row.headText = lead(m_head, row.hasHead, indentation);
    for (const WordSpan &word : line.baseWords)
        row.baseWords.push_back({word.begin + row.baseText.size(), word.end + row.baseText.size()});
    for (const WordSpan &word : line.headWords)
        row.headWords.push_back({word.begin + row.headText.size(), word.end + row.headText.size()});
    row.baseText += line.baseText;
    row.headText += line.headText;
    row.path = m_place.text();
    if (isChange(row))
        row.noise = m_noise;
    return row;
}

PairedItems RowWriter::paired(const Pair &lists)
{
    static const yaml::Node none;
    kube::ListKey key = kube::listKey(m_subject.group, m_subject.kind, m_place.plain());
    key.orderMatters = key.orderMatters || m_isEmbedded;
    return pairItems(key, lists.base != nullptr ? *lists.base : none, lists.head != nullptr ? *lists.head : none,
                     [this](const yaml::Node &item) {
                         return m_isEmbedded ? yaml::toCanonicalJson(item) : canonicalForm(m_subject, m_place, item);
                     });
}

void RowWriter::container(const Slot &slot)
{
    const auto [base, head] = slot.values;
    const bool isList = slot.values.any().type == yaml::NodeType::Sequence;
    const PairedItems pairs = isList ? paired(slot.values) : PairedItems();
    if (!slot.key.empty()) {
        LinePair line;
        line.change = base == nullptr ? LineChange::Added : head == nullptr ? LineChange::Removed : LineChange::Same;
        if (pairs.isReordered)
            line.change = LineChange::Replaced;
        line.baseLine = slot.baseLine;
        line.headLine = slot.headLine;
        line.baseText = base != nullptr ? slot.key : std::string_view();
        line.headText = head != nullptr ? slot.key : std::string_view();
        put(line, slot.indentation).isReordered = pairs.isReordered;
    }
    if (isList)
        items(pairs, slot.indentation);
    else
        fields(slot.values, slot.indentation + (slot.key.empty() ? 0 : 2));
}

/// In the order in which a person looks for them.
std::vector<std::string> keysOf(const yaml::Node *mapping)
{
    std::vector<std::string> keys;
    if (mapping == nullptr)
        return keys;
    for (const yaml::Field &field : mapping->fields)
        keys.push_back(field.key);
    constexpr std::array<std::string_view, 3> first{"apiVersion", "kind", "metadata"};
    std::ranges::stable_sort(keys, {},
                             [&](const std::string &key) { return std::ranges::find(first, key) - first.begin(); });
    return keys;
}

using FieldsByKey = std::unordered_map<std::string_view, const yaml::Field *>;

FieldsByKey fieldsByKey(const yaml::Node *mapping)
{
    FieldsByKey fields;
    if (mapping == nullptr)
        return fields;
    for (const yaml::Field &field : mapping->fields)
        fields[field.key] = &field;
    return fields;
}

const yaml::Field *fieldAt(const FieldsByKey &fields, const std::string &key)
{
    const auto found = fields.find(key);
    return found == fields.end() ? nullptr : found->second;
}

void RowWriter::fields(const Pair &values, std::size_t indentation)
{
    const FieldsByKey base = fieldsByKey(values.base);
    const FieldsByKey head = fieldsByKey(values.head);
    std::vector<std::string> keys = mergedOrder(keysOf(values.base), keysOf(values.head));
    if (!m_base.lead.empty() && !m_head.lead.empty()) { // the dash of both stands in one row
        const auto common = std::ranges::find_if(
            keys, [&](const std::string &key) { return base.contains(key) && head.contains(key); });
        if (common != keys.end())
            std::rotate(keys.begin(), common, common + 1);
    }
    for (const std::string &key : keys)
        field(key, fieldAt(base, key), fieldAt(head, key), indentation);
}

void RowWriter::field(const std::string &key, const yaml::Field *base, const yaml::Field *head, std::size_t indentation)
{
    const auto outer = m_noise;
    m_place.enterKey(maskCredentials(key, nullptr));
    Slot slot;
    slot.values = {base != nullptr ? &base->value : nullptr, head != nullptr ? &head->value : nullptr};
    slot.key = writtenKey(key);
    slot.baseLine = base != nullptr ? lineOf(m_base, base->line) : 0;
    slot.headLine = head != nullptr ? lineOf(m_head, head->line) : 0;
    slot.indentation = indentation;
    if (!m_noise)
        m_noise = noiseAt(slot.values);
    value(slot);
    m_noise = outer;
    m_place.leave();
}

std::optional<Noise> RowWriter::noiseAt(const Pair &values)
{
    if (m_isEmbedded)
        return std::nullopt;
    if (kube::isIgnoredField(m_place.plain()))
        return Noise::ClusterField;
    if (values.base != nullptr && values.head != nullptr && (isFilled(values.base) || isFilled(values.head)))
        return std::nullopt;
    return noiseOf({m_subject.kind, m_place.text(), values.base, values.head});
}

void RowWriter::items(const PairedItems &paired, std::size_t indentation)
{
    for (const ItemPair &pair : paired.pairs) {
        m_place.enterItem(maskCredentials(pair.label, nullptr));
        for (auto &[side, item] : {std::pair(&m_base, pair.base), std::pair(&m_head, pair.head)}) {
            if (item != nullptr)
                side->lead = (side->lead.empty() ? std::string(indentation, ' ') : side->lead) + "- ";
        }
        Slot slot;
        slot.values = {pair.base, pair.head};
        slot.baseLine = pair.base != nullptr ? lineOf(m_base, pair.base->line) : 0;
        slot.headLine = pair.head != nullptr ? lineOf(m_head, pair.head->line) : 0;
        slot.indentation = indentation + 2;
        value(slot);
        m_place.leave();
    }
}

std::string textOf(const std::string &key, const yaml::Node *value)
{
    if (value == nullptr)
        return {};
    return key + (key.empty() ? "" : " ") + yaml::toYaml(*value);
}

void RowWriter::leaf(const Slot &slot)
{
    if (embedded(slot))
        return;
    const auto outer = m_noise;
    const auto [base, head] = slot.values;
    if (!m_noise && !m_isEmbedded && base != nullptr && head != nullptr && !(*base == *head) &&
        canonicalForm(m_subject, m_place, *base) == canonicalForm(m_subject, m_place, *head))
        m_noise = Noise::SameValue;
    const std::string baseText = textOf(slot.key, base);
    const std::string headText = textOf(slot.key, head);
    const std::string_view other = baseText;
    lines(slot, maskCredentials(baseText, nullptr), maskCredentials(headText, base != nullptr ? &other : nullptr));
    m_noise = outer;
}

void RowWriter::lines(const Slot &slot, const std::string &base, const std::string &head)
{
    const std::size_t below = slot.indentation - (slot.key.empty() ? 2 : 0);
    for (LinePair &line : alignLines(base, head)) {
        const bool isFirst = line.baseLine <= 1 && line.headLine <= 1;
        const auto number = [](Side &side, int start, int line_, std::string_view text) {
            return line_ <= 1 ? (line_ == 1 ? start : 0) : side.checked(start + line_ - 1, text);
        };
        line.baseLine = number(m_base, slot.baseLine, line.baseLine, line.baseText);
        line.headLine = number(m_head, slot.headLine, line.headLine, line.headText);
        put(line, isFirst ? slot.indentation : below);
    }
}

/// Writes texts that hold JSON or YAML as what they say. Only where that is easier to read: they differ in a field, or
/// all stands on one line.
bool RowWriter::embedded(const Slot &slot)
{
    const auto [base, head] = slot.values;
    const auto isText = [](const yaml::Node *node) { return node == nullptr || node->type == yaml::NodeType::String; };
    if (m_isEmbedded || slot.key.empty() || !isText(base) || !isText(head))
        return false;
    const bool isAlone = base == nullptr || head == nullptr || base->scalar == head->scalar;
    const std::string &text = slot.values.any().scalar;
    if (isAlone && (text.size() <= longestPlainJson || text.find('\n') != std::string::npos || text.front() == ' '))
        return false;
    const auto baseTree = base != nullptr ? structureOf(base->scalar) : std::nullopt;
    const auto headTree = head != nullptr ? structureOf(head->scalar) : std::nullopt;
    if ((base != nullptr && !baseTree) || (head != nullptr && !headTree))
        return false;
    if (baseTree && headTree && baseTree->type != headTree->type)
        return false;
    const std::size_t before = m_rows.size();
    structure(slot, {baseTree ? &*baseTree : nullptr, headTree ? &*headTree : nullptr});
    const bool tellsWhat =
        isAlone || std::any_of(m_rows.begin() + static_cast<std::ptrdiff_t>(before), m_rows.end(), isChange);
    if (!tellsWhat)
        m_rows.resize(before);
    return tellsWhat;
}

void RowWriter::structure(const Slot &slot, const Pair &values)
{
    const auto originOf = [](Side &side, const yaml::Node *text, int line) -> std::optional<int> {
        const bool isBlock = text != nullptr && text->scalar.find('\n') != std::string::npos;
        const std::string_view first = isBlock ? std::string_view(text->scalar).substr(0, text->scalar.find('\n')) : "";
        return isBlock && side.checked(line + 1, first) > 0 ? std::optional(line) : std::nullopt;
    };
    const auto baseOrigin = originOf(m_base, slot.values.base, slot.baseLine);
    const auto headOrigin = originOf(m_head, slot.values.head, slot.headLine);
    m_isEmbedded = true;
    const std::size_t heading = m_rows.size();
    const auto outer = std::pair(m_base.origin, m_head.origin);
    m_base.origin = baseOrigin;
    m_head.origin = headOrigin;
    Slot whole = slot;
    whole.values = values;
    container(whole);
    m_rows[heading].isEmbedding = true;
    m_base.origin = outer.first;
    m_head.origin = outer.second;
    m_isEmbedded = false;
}

} // namespace

std::vector<ObjectRow> objectRows(const RowSource &base, const RowSource &head)
{
    if (base.content == nullptr && head.content == nullptr)
        return {};
    Subject subject = subjectOf(head.content != nullptr ? *head.content : *base.content);
    subject.isSecret = (base.content != nullptr && subjectOf(*base.content).isSecret) || subject.isSecret;
    Pair contents{base.content, head.content};
    yaml::Node maskedBase;
    yaml::Node maskedHead;
    if (subject.isSecret && base.content != nullptr)
        contents.base = &(maskedBase = maskSecretValues(*base.content, nullptr));
    if (subject.isSecret && head.content != nullptr)
        contents.head = &(maskedHead = maskSecretValues(*head.content, base.content));
    RowWriter writer(std::move(subject), base.file, head.file);
    writer.value({contents, {}, 0, 0, 0});
    return writer.take();
}

} // namespace noclobber::diff
