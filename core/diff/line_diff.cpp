#include "core/diff/line_diff.h"

#include <algorithm>
#include <cstdint>
#include <span>

namespace noclobber::diff {

namespace {

using Texts = std::vector<std::string_view>;
using Part = std::span<const std::string_view>;

constexpr std::ptrdiff_t mostLineEdits = 2500; ///< between two texts; time and memory grow with its square
constexpr std::ptrdiff_t mostWordEdits = 200;  ///< between two lines
constexpr std::size_t mostPairs = 2500;        ///< of a removed and an added line of one run that are compared
constexpr double alike = 0.5;                  ///< from here on two lines share a row

Texts linesOf(std::string_view text)
{
    Texts lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.push_back(line);
    }
    return lines;
}

bool isWordByte(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
           code == '_' || code >= 0x80;
}

/// Words and single other characters; together they are the line.
Texts wordsOf(std::string_view line)
{
    Texts words;
    while (!line.empty()) {
        std::size_t length = 1;
        if (isWordByte(line.front()))
            length = static_cast<std::size_t>(std::ranges::find_if_not(line, isWordByte) - line.begin());
        words.push_back(line.substr(0, length));
        line.remove_prefix(length);
    }
    return words;
}

/// What each side keeps of the other.
struct Kept {
    std::vector<bool> base;
    std::vector<bool> head;
};

/// How many items both parts begin with.
std::size_t commonStart(Part base, Part head)
{
    return static_cast<std::size_t>(std::ranges::mismatch(base, head).in1 - base.begin());
}

std::size_t commonEnd(Part base, Part head)
{
    std::size_t count = 0;
    while (count < std::min(base.size(), head.size()) && base[base.size() - 1 - count] == head[head.size() - 1 - count])
        ++count;
    return count;
}

/// The furthest points that `distance` edits reach, one for each diagonal, -distance to distance.
/// Source: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986.
class Frontiers
{
public:
    Frontiers(Part base, Part head) : m_base(base), m_head(head) {}

    /// The number of edits, or one above `most`.
    std::ptrdiff_t search(std::ptrdiff_t most)
    {
        for (std::ptrdiff_t distance = 0; distance <= most; ++distance) {
            m_reached.emplace_back(static_cast<std::size_t>(2 * distance + 1));
            for (std::ptrdiff_t diagonal = -distance; diagonal <= distance; diagonal += 2) {
                const std::ptrdiff_t x = slide(start(distance, diagonal), diagonal);
                at(distance, diagonal) = static_cast<std::int32_t>(x);
                if (x >= std::ssize(m_base) && x - diagonal >= std::ssize(m_head))
                    return distance;
            }
        }
        return most + 1;
    }

    /// Walks back from the ends and marks what both keep.
    void mark(std::ptrdiff_t distance, Kept &kept, std::size_t offset)
    {
        std::ptrdiff_t x = std::ssize(m_base);
        std::ptrdiff_t y = std::ssize(m_head);
        for (; distance >= 0; --distance) {
            const std::ptrdiff_t diagonal = x - y;
            const std::ptrdiff_t begin = start(distance, diagonal);
            for (; x > begin; --x, --y) {
                kept.base[offset + static_cast<std::size_t>(x - 1)] = true;
                kept.head[offset + static_cast<std::size_t>(y - 1)] = true;
            }
            if (distance > 0 && comesFromAbove(distance, diagonal))
                --y;
            else
                --x;
        }
    }

private:
    std::int32_t &at(std::ptrdiff_t distance, std::ptrdiff_t diagonal)
    {
        return m_reached[static_cast<std::size_t>(distance)][static_cast<std::size_t>(diagonal + distance)];
    }
    bool comesFromAbove(std::ptrdiff_t distance, std::ptrdiff_t diagonal)
    {
        return diagonal == -distance ||
               (diagonal != distance && at(distance - 1, diagonal - 1) < at(distance - 1, diagonal + 1));
    }
    /// Where a diagonal is entered with this many edits.
    std::ptrdiff_t start(std::ptrdiff_t distance, std::ptrdiff_t diagonal)
    {
        if (distance == 0)
            return 0;
        return comesFromAbove(distance, diagonal) ? at(distance - 1, diagonal + 1) : at(distance - 1, diagonal - 1) + 1;
    }
    std::ptrdiff_t slide(std::ptrdiff_t x, std::ptrdiff_t diagonal) const
    {
        while (x < std::ssize(m_base) && x - diagonal < std::ssize(m_head) &&
               m_base[static_cast<std::size_t>(x)] == m_head[static_cast<std::size_t>(x - diagonal)])
            ++x;
        return x;
    }

    Part m_base;
    Part m_head;
    std::vector<std::vector<std::int32_t>> m_reached; ///< by distance, then diagonal
};

/// What both have in common, in order; beyond `mostEdits` only their equal beginning and end.
Kept keptOf(Part base, Part head, std::ptrdiff_t mostEdits)
{
    Kept kept{std::vector<bool>(base.size()), std::vector<bool>(head.size())};
    const std::size_t start = commonStart(base, head);
    const std::size_t end = commonEnd(base.subspan(start), head.subspan(start));
    std::fill_n(kept.base.begin(), start, true);
    std::fill_n(kept.head.begin(), start, true);
    std::fill_n(kept.base.rbegin(), end, true);
    std::fill_n(kept.head.rbegin(), end, true);
    Frontiers frontiers(base.subspan(start, base.size() - start - end), head.subspan(start, head.size() - start - end));
    const std::ptrdiff_t distance = frontiers.search(mostEdits);
    if (distance <= mostEdits)
        frontiers.mark(distance, kept, start);
    return kept;
}

/// The line up to the colon after its first key, indentation and list dash included; "" for a line without one.
std::string_view keyOf(std::string_view line)
{
    const std::size_t colon = line.find(':');
    return colon == std::string_view::npos ? std::string_view{} : line.substr(0, colon + 1);
}

/// Share of the bytes, blanks left out, that two lines have in common.
double likenessOf(std::string_view base, std::string_view head)
{
    const Texts baseWords = wordsOf(base);
    const Texts headWords = wordsOf(head);
    const Kept kept = keptOf(baseWords, headWords, mostWordEdits);
    std::size_t same = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < baseWords.size(); ++i) {
        const std::size_t weight = baseWords[i] == " " ? 0 : baseWords[i].size();
        all += weight;
        same += kept.base[i] ? 2 * weight : 0;
    }
    for (const std::string_view word : headWords)
        all += word == " " ? 0 : word.size();
    return all == 0 ? 1 : static_cast<double>(same) / static_cast<double>(all);
}

double rowValue(std::string_view base, std::string_view head)
{
    const std::string_view key = keyOf(base);
    const double likeness = likenessOf(base, head);
    if (!key.empty() && key == keyOf(head))
        return 1 + likeness;
    return likeness >= alike ? likeness : 0;
}

/// Pairs of places of a removed and an added run that share a row, in order, so that the most alike do.
std::vector<std::pair<std::size_t, std::size_t>> pairsOf(Part removed, Part added)
{
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    if (removed.empty() || added.empty() || removed.size() * added.size() > mostPairs)
        return pairs;
    const std::size_t width = added.size() + 1;
    std::vector<double> value((removed.size() + 1) * width);
    std::vector<double> here(removed.size() * added.size());
    for (std::size_t r = removed.size(); r-- > 0;) {
        for (std::size_t a = added.size(); a-- > 0;) {
            const double row = here[r * added.size() + a] = rowValue(removed[r], added[a]);
            value[r * width + a] = std::max({value[(r + 1) * width + a], value[r * width + a + 1],
                                             row > 0 ? row + value[(r + 1) * width + a + 1] : 0});
        }
    }
    std::size_t r = 0;
    std::size_t a = 0;
    while (r < removed.size() && a < added.size()) {
        const double row = here[r * added.size() + a];
        if (row > 0 && value[r * width + a] == row + value[(r + 1) * width + a + 1])
            pairs.emplace_back(r++, a++);
        else if (value[r * width + a] == value[(r + 1) * width + a])
            ++r;
        else
            ++a;
    }
    return pairs;
}

std::vector<WordSpan> spansOf(const Texts &words, const std::vector<bool> &kept)
{
    std::vector<WordSpan> spans;
    std::size_t place = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t end = place + words[i].size();
        if (!kept[i] && !spans.empty() && spans.back().end == place)
            spans.back().end = end;
        else if (!kept[i])
            spans.push_back({place, end});
        place = end;
    }
    return spans;
}

void markWords(LinePair &pair)
{
    const Texts base = wordsOf(pair.baseText);
    const Texts head = wordsOf(pair.headText);
    const Kept kept = keptOf(base, head, mostWordEdits);
    pair.baseWords = spansOf(base, kept.base);
    pair.headWords = spansOf(head, kept.head);
}

/// Adds rows until both sides have come to the given places.
class Rows
{
public:
    Rows(const Texts &base, const Texts &head) : m_base(base), m_head(head) {}

    void removedUntil(std::size_t end)
    {
        while (m_b < end)
            m_rows.push_back({LineChange::Removed, lineOf(m_b), 0, m_base[m_b], {}, {}, {}}), ++m_b;
    }
    void addedUntil(std::size_t end)
    {
        while (m_h < end)
            m_rows.push_back({LineChange::Added, 0, lineOf(m_h), {}, m_head[m_h], {}, {}}), ++m_h;
    }
    void both(LineChange change)
    {
        m_rows.push_back({change, lineOf(m_b), lineOf(m_h), m_base[m_b], m_head[m_h], {}, {}});
        ++m_b, ++m_h;
        if (change == LineChange::Replaced)
            markWords(m_rows.back());
    }
    /// The run of changed lines from here to the given ends.
    void changedUntil(std::size_t baseEnd, std::size_t headEnd)
    {
        const std::size_t b = m_b;
        const std::size_t h = m_h;
        for (const auto &[removed, added] :
             pairsOf(Part(m_base).subspan(b, baseEnd - b), Part(m_head).subspan(h, headEnd - h))) {
            removedUntil(b + removed);
            addedUntil(h + added);
            both(LineChange::Replaced);
        }
        removedUntil(baseEnd);
        addedUntil(headEnd);
    }

    std::size_t b() const { return m_b; }
    std::size_t h() const { return m_h; }
    std::vector<LinePair> take() { return std::move(m_rows); }

private:
    static int lineOf(std::size_t place) { return static_cast<int>(place) + 1; }

    const Texts &m_base;
    const Texts &m_head;
    std::vector<LinePair> m_rows;
    std::size_t m_b = 0;
    std::size_t m_h = 0;
};

std::size_t nextKept(const std::vector<bool> &kept, std::size_t from)
{
    return static_cast<std::size_t>(std::find(kept.begin() + static_cast<std::ptrdiff_t>(from), kept.end(), true) -
                                    kept.begin());
}

} // namespace

std::vector<LinePair> alignLines(std::string_view base, std::string_view head)
{
    const Texts baseLines = linesOf(base);
    const Texts headLines = linesOf(head);
    const Kept kept = keptOf(baseLines, headLines, mostLineEdits);
    Rows rows(baseLines, headLines);
    while (rows.b() < baseLines.size() || rows.h() < headLines.size()) {
        rows.changedUntil(nextKept(kept.base, rows.b()), nextKept(kept.head, rows.h()));
        if (rows.b() < baseLines.size() && rows.h() < headLines.size())
            rows.both(LineChange::Same);
    }
    return rows.take();
}

} // namespace noclobber::diff
