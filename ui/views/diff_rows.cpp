#include "ui/views/diff_rows.h"

#include <algorithm>

#include <QCoreApplication>

#include "core/diff/line_diff.h"
#include "ui/models/text.h"

namespace noclobber::views {

using diff::LineChange;
using widgets::CodeChange;
using widgets::CodeLine;

namespace {

constexpr std::size_t longestLine = 8192; ///< nobody reads on, and laying out a megabyte takes seconds

/// Text and word marks of one side of a row. Bytes become UTF-16, so marks are measured anew.
CodeLine codeLine(std::string_view whole, const std::vector<diff::WordSpan> &words, CodeChange change)
{
    const std::string_view text = whole.substr(0, longestLine);
    CodeLine line;
    line.change = change;
    std::size_t place = 0;
    for (const diff::WordSpan &word : words) {
        if (word.begin >= text.size())
            break;
        line.text += models::toQString(text.substr(place, word.begin - place));
        const QString marked = models::toQString(text.substr(word.begin, word.end - word.begin));
        line.words << widgets::CodeSpan{static_cast<int>(line.text.size()), static_cast<int>(marked.size())};
        line.text += marked;
        place = std::min(word.end, text.size());
    }
    line.text += models::toQString(text.substr(place));
    if (text.size() < whole.size())
        line.text += QCoreApplication::translate("DiffRows", " … %n more byte(s)", nullptr,
                                                 static_cast<int>(whole.size() - text.size()));
    return line;
}

CodeLine side(const diff::LinePair &row, bool isBase, CodeChange whenAlone)
{
    const bool isThere = isBase ? row.baseLine > 0 : row.headLine > 0;
    if (!isThere)
        return codeLine({}, {}, CodeChange::Absent);
    const CodeChange change = row.change == LineChange::Same ? CodeChange::Same : whenAlone;
    return isBase ? codeLine(row.baseText, row.baseWords, change) : codeLine(row.headText, row.headWords, change);
}

} // namespace

DiffRows diffRows(const review::ObjectTexts &texts)
{
    DiffRows rows;
    rows.isSame = texts.base.yaml == texts.head.yaml;
    rows.hasBase = !texts.base.yaml.empty();
    rows.hasHead = !texts.head.yaml.empty();
    for (const diff::LinePair &row : diff::alignLines(texts.base.yaml, texts.head.yaml)) {
        if (rows.hasBase)
            rows.base << side(row, true, CodeChange::Removed);
        if (rows.hasHead)
            rows.head << side(row, false, CodeChange::Added);
    }
    return rows;
}

} // namespace noclobber::views
