#include <array>

#include "core/base/say.h"
#include "core/diff/line_diff.h"
#include "core/report/contest.h"
#include "core/report/counts.h"
#include "core/report/html_page.h"
#include "core/report/ranking.h"

namespace noclobber::report {

namespace {

/// Texts side by side are shown for this many objects; the others show their fields.
constexpr std::size_t mostSideBySide = 50;
constexpr double shareOfPage = 0.75; ///< until here the page is filled; what comes after has room too

/// Equal lines kept around a difference, once a text is longer than a person reads at once.
constexpr std::size_t context = 6;
constexpr std::size_t longText = 120;

/// A line with what differs in it marked.
void writeMarked(HtmlWriter &html, std::string_view line, const std::vector<diff::WordSpan> &words, Literal mark)
{
    std::size_t written = 0;
    for (const diff::WordSpan &word : words) {
        html.text(line.substr(written, word.begin - written));
        html.element(mark, line.substr(word.begin, word.end - word.begin));
        written = word.end;
    }
    html.text(line.substr(written));
}

struct Cell {
    int line = 0; ///< 0: this side has none
    std::string_view text;
    const std::vector<diff::WordSpan> &words;
    Literal mark;
    Literal changedClass;
};

void writeCell(HtmlWriter &html, const Cell &cell, bool isChanged)
{
    html.element("td", cell.line > 0 ? std::to_string(cell.line) : "", {{"class", "n"}});
    if (cell.line == 0) {
        html.element("td", "", {{"class", "x"}});
        return;
    }
    html.open("td", {{"class", isChanged ? std::string(cell.changedClass.text()) : "s"}});
    writeMarked(html, cell.text, cell.words, cell.mark);
    html.close();
}

void writePair(HtmlWriter &html, const diff::LinePair &pair)
{
    const bool isChanged = pair.change != diff::LineChange::Same;
    const Element row(html, "tr");
    writeCell(html, {pair.baseLine, pair.baseText, pair.baseWords, "del", "d"}, isChanged);
    writeCell(html, {pair.headLine, pair.headText, pair.headWords, "ins", "a"}, isChanged);
}

/// Which rows are shown: all of a short text, else the changed ones and some around them.
std::vector<bool> shownRows(const std::vector<diff::LinePair> &pairs)
{
    std::vector<bool> shown(pairs.size(), pairs.size() <= longText);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (pairs[i].change == diff::LineChange::Same)
            continue;
        const std::size_t begin = i > context ? i - context : 0;
        for (std::size_t near = begin; near < std::min(pairs.size(), i + context + 1); ++near)
            shown[near] = true;
    }
    return shown;
}

void writeRows(HtmlWriter &html, const std::vector<diff::LinePair> &pairs)
{
    const Element body(html, "tbody");
    const std::vector<bool> shown = shownRows(pairs);
    std::size_t hidden = 0;
    const auto gap = [&] {
        if (hidden == 0)
            return;
        const Element row(html, "tr", {{"class", "gap"}});
        html.element("td", saidEqualLines(hidden), {{"colspan", "4"}});
        hidden = 0;
    };
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (!shown[i]) {
            ++hidden;
            continue;
        }
        gap();
        writePair(html, pairs[i]);
    }
    gap();
}

std::string sideTitle(std::string_view side, const review::ObjectText &text)
{
    return text.location ? say("{}, {}", side, argo::toText(*text.location)) : say("{} (absent)", side);
}

void writeSideBySide(HtmlPage &page, const argo::ObjectId &id)
{
    HtmlWriter &html = page.html;
    const auto texts = page.options.texts(page.review, id);
    if (!texts) {
        html.element("p", say("The texts could not be read: {}", texts.error().message), {{"class", "quiet"}});
        return;
    }
    const Element scroll(html, "div",
                         {{"class", "scroll"},
                          {"role", "group"},
                          {"tabindex", "0"},
                          {"aria-label", say("Both texts of {}", argo::shortText(id))}});
    const Element table(html, "table", {{"class", "diff"}});
    html.element("caption", say("What was in effect and what is in effect now, line by line"), {{"class", "vh"}});
    {
        const Element columns(html, "colgroup");
        for (const Literal kind : {Literal("n"), Literal("t"), Literal("n"), Literal("t")})
            html.single("col", {{"class", std::string(kind.text())}});
    }
    {
        const Element head(html, "thead");
        const Element row(html, "tr");
        html.element("th", sideTitle(say("Before"), texts->base), {{"scope", "colgroup"}, {"colspan", "2"}});
        html.element("th", sideTitle(say("After"), texts->head), {{"scope", "colgroup"}, {"colspan", "2"}});
    }
    writeRows(html, diff::alignLines(texts->base.yaml, texts->head.yaml));
}

std::string outcomeText(Outcome outcome)
{
    constexpr std::array<std::string_view, 5> texts{
        toSay("Wins: in effect after the merge"), toSay("Loses: not in effect any more"),
        toSay("Gone: not declared any more"), toSay("Undefined: whoever syncs last wins"),
        toSay("Refused: none of them is applied")};
    return said(texts[static_cast<std::size_t>(outcome)]);
}

/// "Document 3, item 2, lines 41 to 77, applied by argocd/root".
std::string placeText(const argo::Declaration &declaration)
{
    const argo::Location &place = declaration.location;
    std::string text =
        place.item > 0
            ? say("Document {}, item {}, lines {} to {}", place.document, place.item, place.firstLine, place.lastLine)
            : say("Document {}, lines {} to {}", place.document, place.firstLine, place.lastLine);
    if (declaration.application)
        text += say(", applied by {}", argo::applicationName(*declaration.application));
    return text;
}

void writeContender(HtmlPage &page, const Contender &contender)
{
    HtmlWriter &html = page.html;
    const argo::Declaration &declaration = *contender.declaration;
    const Element item(html, "li", {{"class", contender.outcome == Outcome::Wins ? "wins" : "other"}});
    html.element("div", contender.isNew ? say("New in this change") : say("Existing"), {{"class", "who"}});
    {
        const Element place(html, "div");
        html.element("code", argo::toText(declaration.location));
    }
    html.element("div", outcomeText(contender.outcome), {{"class", "end"}});
    html.element("div", placeText(declaration), {{"class", "quiet"}});
}

/// What follows from this overwrite: everything whose chain of reasons begins with it.
void writeConsequence(HtmlPage &page, const argo::ObjectId &id)
{
    std::size_t deleted = 0;
    std::size_t stateful = 0;
    for (const blast::AffectedObject &object : page.review.radius.objects) {
        if (object.because.empty() || object.because.front().id != id || !blast::isDeletion(object.effect))
            continue;
        ++deleted;
        stateful += object.isStateful ? 1 : 0;
    }
    if (deleted == 0)
        return;
    const Element line(page.html, "p");
    page.html.element("strong", say("Then: "));
    page.html.element("a",
                      deleted == 1 ? say("{} object is deleted, {} of them with state", deleted, stateful)
                                   : say("{} objects are deleted, {} of them with state", deleted, stateful),
                      {{"href", "#dies"}});
    page.html.text(say("."));
}

void writeCard(HtmlPage &page, const diff::ObjectChange &change, bool isSideBySide)
{
    HtmlWriter &html = page.html;
    const Element card(html, "details", {{"class", "card"}, {"open", ""}});
    {
        const Element summary(html, "summary");
        page.badge(badgeOf(change.status));
        html.text(" ");
        const Element name(html, "span");
        page.name(change.id);
    }
    page.openBody(change.id);
    const Contest contest = contestOf(change);
    {
        const Element ladder(html, "ol", {{"class", "ladder"}});
        for (const Contender &contender : contest.contenders)
            writeContender(page, contender);
    }
    {
        const Element why(html, "p");
        html.element("strong", contest.certainty == Certainty::Unpredictable ? say("Unpredictable: ")
                               : contest.certainty == Certainty::Likely      ? say("Likely: ")
                                                                             : say("Why: "));
        html.text(contest.why);
    }
    writeConsequence(page, change.id);
    writeFieldTable(page, change);
    if (isSideBySide)
        writeSideBySide(page, change.id);
    html.close();
}

} // namespace

void writeOverwritesSection(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    const Element section(html, "section", {{"id", "overwrites"}});
    page.heading("h2", say("Overwritten"), page.review.changes.counts.overwritten);
    std::size_t written = 0;
    std::size_t hidden = 0;
    for (const diff::ObjectChange &change : page.review.changes.changes) {
        if (change.status != diff::Status::Overwritten || !lists(page.options.scope, change.id))
            continue;
        if (!page.isFull(shareOfPage))
            writeCard(page, change, written < mostSideBySide);
        else
            ++hidden;
        ++written;
    }
    if (hidden > 0)
        page.leftOut(hidden);
    page.sayListed(written);
    if (page.review.changes.counts.overwritten == 0)
        html.element("p", say("No object is replaced by another declaration."));
    if (written > mostSideBySide)
        html.element(
            "p", say("The texts side by side are shown for the first {} of {}.", mostSideBySide, saidObjects(written)));
}

} // namespace noclobber::report
