#include <fmt/format.h>

#include "core/report/audit_parts.h"
#include "core/report/audit_report.h"
#include "core/report/html_page.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

void writeTop(HtmlPage &page)
{
    const git::TreeSnapshot &commit = page.review.comparison.head;
    HtmlWriter &html = page.html;
    const Element header(html, "header", {{"class", "top"}});
    html.element("span", "noclobber", {{"class", "brand"}});
    const Element audited(html, "span", {{"class", "compared"}});
    html.element("code", commit.revision);
    html.text(" " + commit.commit.substr(0, 12) + (page.options.date.empty() ? "" : ", " + page.options.date));
}

void writeFigure(HtmlPage &page)
{
    const blast::Coverage &coverage = page.review.radius.headCoverage;
    const bool isBare = page.review.headline == review::Headline::Safe &&
                        coverage.protectedObjects < coverage.statefulObjects; // nothing wrong, nothing to praise
    const Badge badge = isBare ? badgeOf(Severity::Note) : badgeOf(page.review.headline);
    HtmlWriter &html = page.html;
    const Element section(html, "section", {{"class", "verdict " + classOf(badge.level)}, {"id", "verdict"}});
    {
        const Element heading(html, "h1");
        html.glyph(badge.glyph);
        html.text(coverageSentence(coverage));
    }
    html.element("p", findingsSentence(page.summary));
}

void writeShares(HtmlPage &page, Literal title, const std::vector<CoverageShare> &shares)
{
    if (shares.size() < 2) // the total says it
        return;
    HtmlWriter &html = page.html;
    page.heading("h2", title.text(), shares.size());
    const Element table(html, "table", {{"class", "list"}});
    {
        const Element head(html, "thead");
        const Element row(html, "tr");
        for (const Literal column : {Literal("Protected"), Literal("Stateful"), Literal("Of")})
            html.element("th", column.text(), {{"scope", "col"}});
    }
    const Element body(html, "tbody");
    for (const CoverageShare &share : shares) {
        const Element row(html, "tr");
        html.element("td", std::to_string(share.coverage.protectedObjects));
        html.element("td", std::to_string(share.coverage.statefulObjects));
        html.element("td", share.name);
    }
}

void writeFix(HtmlPage &page, const fix::Fix &fix)
{
    HtmlWriter &html = page.html;
    const Element section(html, "section", {{"id", "fix"}});
    page.heading("h2", "Patch", fix.objects);
    html.element("p", fmt::format("It adds what is missing to {} in {}.", plural(fix.objects, "object", "objects"),
                                  plural(fix.files, "file", "files")));
    if (fix.unfixed.empty())
        return;
    page.heading("h3", "Not in it", fix.unfixed.size());
    const Element list(html, "ul");
    for (const fix::Unfixed &entry : fix.unfixed) {
        const Element item(html, "li");
        page.name(entry.id);
        html.text(" ");
        html.element("code", argo::toText(entry.location));
        html.text(" " + entry.reason);
    }
}

void writeBody(HtmlPage &page, const review::Audit &audit)
{
    HtmlWriter &html = page.html;
    const Element body(html, "body");
    html.embedded("svg", "report/glyphs.svg", {{"class", "sprite"}, {"aria-hidden", "true"}});
    html.element("a", "Skip to the findings", {{"class", "skip"}, {"href", "#findings"}});
    writeTop(page);
    {
        const Element main(html, "main");
        writeFigure(page);
        {
            const Element section(html, "section", {{"id", "coverage"}});
            writeShares(page, "Protected stateful objects by cluster", scopeShares(audit));
            writeShares(page, "Protected stateful objects by Application", applicationShares(audit, page.summary));
        }
        writeFindingsSection(page);
        if (audit.fix)
            writeFix(page, *audit.fix);
        writeUnseenSection(page);
    }
    html.element("footer", fmt::format("noclobber {}: {}", NOCLOBBER_VERSION, page.review.comparison.head.commit),
                 {{"class", "foot"}});
}

} // namespace

std::string writeAuditHtml(const review::Audit &audit, const HtmlOptions &options)
{
    HtmlPage page(audit.review, options);
    {
        const Element document(page.html, "html", {{"lang", "en"}});
        writeDocumentHead(page, fmt::format("Audit of {} ({:.12})", audit.review.comparison.head.revision,
                                            audit.review.comparison.head.commit));
        writeBody(page, audit);
    }
    return page.html.finish();
}

} // namespace noclobber::report
