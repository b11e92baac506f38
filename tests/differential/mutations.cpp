#include "tests/differential/mutations.h"

#include <algorithm>

#include "core/base/text.h"
#include "tests/differential/mutation_words.h"

namespace noclobber::test {

namespace {

using Lines = std::vector<std::string>;

Lines linesOf(const std::string &text)
{
    Lines lines = split(text, '\n');
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
        lines[i] += '\n';
    if (lines.size() > 1 && lines.back().empty())
        lines.pop_back();
    return lines;
}

std::size_t indentationOf(const std::string &line)
{
    return std::min(line.find_first_not_of(' '), line.size());
}

/// Where the value of a `key: value` line begins, or npos.
std::size_t valueBegin(const std::string &line)
{
    const std::size_t colon = line.find(": ");
    return colon == std::string::npos ? colon : colon + 2;
}

/// A place in a text where something changes much: at a line's begin or end, behind its indentation, at its colon.
std::size_t place(const std::string &text, Dice &dice)
{
    const std::size_t anywhere = dice.below(text.size() + 1);
    const std::size_t lineBegin = anywhere == 0 ? 0 : text.rfind('\n', anywhere - 1) + 1; // npos + 1 is 0
    const std::size_t lineEnd = std::min(text.find('\n', anywhere), text.size());
    const std::size_t colon = text.find(':', lineBegin);
    switch (dice.below(7)) {
    case 0:
        return lineBegin;
    case 1:
        return lineEnd;
    case 2:
        return std::min(text.find_first_not_of(' ', lineBegin), lineEnd);
    case 3:
        return std::min(colon, lineEnd);
    case 4:
        return colon < lineEnd ? std::min(colon + 2, text.size()) : lineEnd;
    default:
        return anywhere;
    }
}

using Change = void (*)(std::string &text, const std::vector<std::string> &originals, Dice &dice);

void flipByte(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    constexpr std::string_view marks = "\n\r\t :-#'\"|>&*!%@`{}[],?~\\<=.0aA\x7f\xC2\x85\xE2\x80\xA8\xEF\xBB";
    if (text.empty())
        return;
    char &byte = text[dice.below(text.size())];
    byte = dice.oneIn(3) ? static_cast<char>(byte ^ static_cast<char>(1U << dice.below(8))) : dice.anyOf(marks);
}

void putWord(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    text.insert(place(text, dice), dice.anyOf(specialWords));
}

void cutBytes(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    text.erase(place(text, dice), 1 + dice.below(dice.oneIn(4) ? 40 : 3));
}

void truncate(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    text.resize(place(text, dice));
}

/// Changes one line, which is never the last line's absence.
template <typename ChangeLine>
void changeLine(std::string &text, Dice &dice, ChangeLine change)
{
    Lines lines = linesOf(text);
    change(lines, dice.below(lines.size()));
    text = join(lines, "");
}

void swapLines(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    changeLine(text, dice, [&](Lines &lines, std::size_t at) {
        const std::size_t other = dice.oneIn(2) ? dice.below(lines.size()) : std::min(at + 1, lines.size() - 1);
        std::swap(lines[at], lines[other]);
    });
}

void repeatLines(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    changeLine(text, dice, [&](Lines &lines, std::size_t at) {
        const std::size_t count = std::min(1 + dice.below(3), lines.size() - at);
        const Lines copy(lines.begin() + static_cast<std::ptrdiff_t>(at),
                         lines.begin() + static_cast<std::ptrdiff_t>(at + count));
        const std::size_t target = dice.oneIn(2) ? at : dice.below(lines.size());
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(target), copy.begin(), copy.end());
    });
}

void dropLine(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    changeLine(text, dice,
               [&](Lines &lines, std::size_t at) { lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at)); });
}

void indentLines(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    changeLine(text, dice, [&](Lines &lines, std::size_t at) {
        const std::size_t end = std::min(at + (dice.oneIn(2) ? 1 : 1 + dice.below(8)), lines.size());
        const std::size_t kind = dice.below(6);
        for (std::size_t i = at; i < end; ++i) {
            if (kind < 2)
                lines[i].insert(0, kind + 1, ' ');
            else if (kind < 4)
                lines[i].erase(0, std::min(indentationOf(lines[i]), kind - 1));
            else if (kind == 4)
                lines[i].insert(dice.oneIn(2) ? 0 : indentationOf(lines[i]), 1, '\t');
            else
                lines[i].erase(0, indentationOf(lines[i]));
        }
    });
}

void replaceValue(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    changeLine(text, dice, [&](Lines &lines, std::size_t at) {
        const std::size_t begin = valueBegin(lines[at]);
        const std::string value(dice.anyOf(values));
        if (begin == std::string::npos)
            lines[at] = std::string(indentationOf(lines[at]), ' ') + (dice.oneIn(2) ? "- " : "key: ") + value + "\n";
        else
            lines[at] = lines[at].substr(0, begin) + value + "\n";
    });
}

void replaceKey(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    changeLine(text, dice, [&](Lines &lines, std::size_t at) {
        const std::string &line = lines[at];
        const std::size_t colon = line.find(':');
        const std::size_t begin = std::min(line.find_first_not_of(" -"), line.size());
        if (colon != std::string::npos && begin <= colon)
            lines[at] = line.substr(0, begin) + std::string(dice.anyOf(keys)) + line.substr(colon);
    });
}

/// A further key beside a line.
void addKey(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    changeLine(text, dice, [&](Lines &lines, std::size_t at) {
        const std::string line = std::string(indentationOf(lines[at]), ' ') + std::string(dice.anyOf(keys)) +
                                 (dice.oneIn(8) ? " : " : ": ") + std::string(dice.anyOf(values)) + "\n";
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at + dice.below(2)), line);
    });
}

void addComment(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    constexpr std::string_view comments[]{"# c",   "#",     "#: x", "# 'c", "# \"c\"",
                                          "# - c", "# ---", "#\t",  "# |",  "# c: d"};
    changeLine(text, dice, [&](Lines &lines, std::size_t at) {
        std::string &line = lines[at];
        if (dice.oneIn(2) && line.ends_with('\n'))
            line.insert(line.size() - 1, std::string(dice.below(3), ' ') + std::string(dice.anyOf(comments)));
        else
            line.insert(0, std::string(dice.below(8), ' ') + std::string(dice.anyOf(comments)) + "\n");
    });
}

void addEmptyLine(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    constexpr std::string_view endings[]{"\n", "\n", "\r\n", "\t\n", " \t\n", "\n\n"};
    changeLine(text, dice, [&](Lines &lines, std::size_t at) {
        lines[at].insert(0, std::string(dice.oneIn(2) ? 0 : dice.below(10), ' ') + std::string(dice.anyOf(endings)));
    });
}

/// Breaks a line at one of its blanks, as a plain or quoted value of several lines is broken.
void foldLine(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    changeLine(text, dice, [&](Lines &lines, std::size_t at) {
        std::string &line = lines[at];
        const std::size_t from = std::min(valueBegin(line), indentationOf(line));
        const std::size_t blank = line.find(' ', from + dice.below(line.size() - from + 1));
        if (blank != std::string::npos)
            line.replace(blank, 1, "\n" + std::string(indentationOf(line) + dice.below(5), ' '));
    });
}

void setBlockIndicator(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    Lines lines = linesOf(text);
    const std::size_t from = dice.below(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) { // an existing one if there is any
        std::string &line = lines[(from + i) % lines.size()];
        const std::size_t mark = line.find_last_of("|>");
        if (mark != std::string::npos && line.size() - mark < 5) {
            line = line.substr(0, mark) + std::string(dice.anyOf(blockIndicators)) + "\n";
            text = join(lines, "");
            return;
        }
    }
    std::string &line = lines[from];
    if (const std::size_t begin = valueBegin(line); begin != std::string::npos) {
        const std::string indentation(indentationOf(line) + 1 + dice.below(3), ' ');
        line =
            line.substr(0, begin) + std::string(dice.anyOf(blockIndicators)) + "\n" + indentation + line.substr(begin);
    }
    text = join(lines, "");
}

void joinFiles(std::string &text, const std::vector<std::string> &originals, Dice &dice)
{
    constexpr std::string_view between[]{"---\n", "---\n",      "---\n",     "",          "\n",
                                         "...\n", "...\n---\n", "--- # c\n", "---\n---\n"};
    const std::string &other = dice.anyOf(originals);
    const std::string separator(dice.anyOf(between));
    text = dice.oneIn(2) ? text + separator + other : other + separator + text;
}

/// The first lines of the text, then the last ones of another.
void spliceFiles(std::string &text, const std::vector<std::string> &originals, Dice &dice)
{
    const Lines head = linesOf(text);
    const Lines tail = linesOf(dice.anyOf(originals));
    Lines lines(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(dice.below(head.size() + 1)));
    lines.insert(lines.end(), tail.begin() + static_cast<std::ptrdiff_t>(dice.below(tail.size())), tail.end());
    text = join(lines, "");
}

/// Some lines of another file, under a line and indented for it or not.
void graftLines(std::string &text, const std::vector<std::string> &originals, Dice &dice)
{
    const Lines other = linesOf(dice.anyOf(originals));
    changeLine(text, dice, [&](Lines &lines, std::size_t at) {
        const std::size_t begin = dice.below(other.size());
        const std::size_t end = std::min(begin + 1 + dice.below(6), other.size());
        const std::string indentation(dice.oneIn(3) ? 0 : indentationOf(lines[at]) + 2 * dice.below(2), ' ');
        Lines grafted(other.begin() + static_cast<std::ptrdiff_t>(begin),
                      other.begin() + static_cast<std::ptrdiff_t>(end));
        for (std::string &line : grafted)
            line.insert(0, indentation);
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at + 1), grafted.begin(), grafted.end());
    });
}

void makeList(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    constexpr std::string_view heads[]{
        "apiVersion: v1\nkind: List\nitems:\n", "kind: ConfigMapList\napiVersion: v1\nitems:\n", "items:\n",
        "apiVersion: v1\nitems:\n", "apiVersion: v1\nkind: List\nmetadata: {}\nitems:\n"};
    const std::size_t indentation = dice.below(3);
    std::string list(dice.anyOf(heads));
    for (std::size_t copies = 1 + dice.below(2); copies > 0; --copies) {
        bool isFirst = true;
        for (const std::string &line : linesOf(text)) {
            list += std::string(indentation, ' ') + (isFirst ? "- " : line == "\n" ? "" : "  ") + line;
            isFirst = false;
        }
        if (!list.ends_with('\n'))
            list += '\n';
    }
    if (dice.oneIn(3))
        list += "kind: List\napiVersion: v1\n";
    text = std::move(list);
}

void useCarriageReturns(std::string &text, const std::vector<std::string> &, Dice &dice)
{
    const bool onlySome = dice.oneIn(3);
    std::string changed;
    for (const char c : text) {
        if (c == '\n' && (!onlySome || dice.oneIn(3)))
            changed += '\r';
        changed += c;
    }
    text = std::move(changed);
}

constexpr Change changes[]{
    flipByte,    flipByte,     flipByte,     putWord,           putWord,     putWord,     putWord,    cutBytes,
    cutBytes,    truncate,     swapLines,    repeatLines,       repeatLines, dropLine,    dropLine,   indentLines,
    indentLines, replaceValue, replaceValue, replaceValue,      replaceKey,  replaceKey,  addKey,     addKey,
    addComment,  addEmptyLine, foldLine,     setBlockIndicator, joinFiles,   spliceFiles, graftLines, makeList};

} // namespace

std::uint64_t Dice::next()
{
    // Source: Sebastiano Vigna's SplitMix64, whose constants these are.
    std::uint64_t mixed = m_state += 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
}

std::string mutation(const std::vector<std::string> &originals, std::uint64_t seed, std::uint64_t number)
{
    Dice dice(seed * 0x2545F4914F6CDD1DU + number);
    std::string text = dice.anyOf(originals);
    for (std::size_t count = dice.oneIn(2) ? 1 : 1 + dice.below(3); count > 0; --count) {
        if (text.empty())
            text = "\n";
        dice.anyOf(changes)(text, originals, dice);
    }
    if (dice.oneIn(20))
        useCarriageReturns(text, originals, dice);
    return text;
}

} // namespace noclobber::test
