#include "core/base/say.h"
#include "core/report/html_page.h"
#include "core/report/record_words.h"

namespace noclobber::report {

namespace {

void writeFact(HtmlPage &page, std::string_view term, std::string_view fact)
{
    page.html.element("dt", term);
    const Element text(page.html, "dd", {{"class", "wide"}});
    page.html.lines(fact);
}

void writeDecision(HtmlPage &page, const record::ShownRecord &record)
{
    const Element list(page.html, "dl", {{"class", "facts"}});
    if (const auto &decision = record.decision) {
        writeFact(page, say("Decision"), decisionWord(*decision) + decisionCircumstances(*decision) + say("."));
        if (record.isOutdated)
            writeFact(page, say("Outdated"), outdatedSentence(record));
        if (decision->overridden)
            writeFact(page, say("Override"), overrideSentence(*decision->overridden));
        if (!decision->summary.empty())
            writeFact(page, say("Summary"), decision->summary);
    } else {
        writeFact(page, say("Decision"), say("None yet."));
    }
    if (!record.by.empty())
        writeFact(page, say("Reviewer"), record.by);
    writeFact(page, say("Progress"), progressSentence(record.progress));
}

void writeComment(HtmlPage &page, const record::Comment &comment)
{
    HtmlWriter &html = page.html;
    const Element block(html, "div", {{"class", "finding"}});
    {
        const Element line(html, "p", {{"class", "line"}});
        page.link(comment.id);
        if (!comment.field.empty()) {
            html.text(" ");
            html.element("code", comment.field);
        }
        html.text(" ");
        html.element("span", comment.time, {{"class", "quiet"}});
    }
    const Element text(html, "p");
    html.lines(comment.text);
}

} // namespace

void writeOverride(HtmlPage &page)
{
    const record::ShownRecord *record = page.options.record;
    if (record == nullptr || !record->decision || !record->decision->overridden)
        return;
    const record::Decision &decision = *record->decision;
    page.html.element("p", say("{}{}. {} {}", decisionWord(decision), decisionCircumstances(decision),
                               overrideSentence(*decision.overridden), outdatedSentence(*record)));
}

void writeRecordSection(HtmlPage &page)
{
    if (page.options.record == nullptr)
        return;
    const record::ShownRecord &record = *page.options.record;
    const Element section(page.html, "section", {{"id", "record"}});
    page.html.element("h2", say("Review record"));
    writeDecision(page, record);
    if (record.comments.empty())
        return;
    page.heading("h3", say("Comments"), record.comments.size());
    for (const record::Comment &comment : record.comments)
        writeComment(page, comment);
}

} // namespace noclobber::report
