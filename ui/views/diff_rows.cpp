#include "ui/views/diff_rows.h"

#include "core/diff/line_diff.h"
#include "ui/models/text.h"

namespace noclobber::views {

using diff::LineChange;
using widgets::CodeChange;
using widgets::CodeLine;

namespace {

/// Text and word marks of one side of a row. Bytes become UTF-16, so marks are measured anew.
CodeLine codeLine(std::string_view text, const std::vector<diff::WordSpan> &words, CodeChange change)
{
    CodeLine line;
    line.change = change;
    std::size_t place = 0;
    for (const diff::WordSpan &word : words) {
        line.text += models::toQString(text.substr(place, word.begin - place));
        const QString marked = models::toQString(text.substr(word.begin, word.end - word.begin));
        line.words << widgets::CodeSpan{static_cast<int>(line.text.size()), static_cast<int>(marked.size())};
        line.text += marked;
        place = word.end;
    }
    line.text += models::toQString(text.substr(place));
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
