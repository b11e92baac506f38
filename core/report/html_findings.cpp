#include <fmt/format.h>

#include "core/report/html_page.h"
#include "core/report/ranking.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

/// Notes and waived findings beyond this many are folded, with their count.
constexpr std::size_t openNotes = 5;

void writePlaces(HtmlPage &page, const rules::Finding &finding)
{
    if (!finding.location)
        return;
    const Element line(page.html, "p", {{"class", "quiet"}});
    page.html.element("code", argo::toText(*finding.location));
    for (const argo::Location &location : finding.related) {
        page.html.text(", see ");
        page.html.element("code", argo::toText(location));
    }
}

void writeWaiver(HtmlPage &page, const rules::AcceptedException &waived)
{
    const Element mend(page.html, "p", {{"class", "mend"}});
    page.html.element("strong", "Accepted: ");
    page.html.text(waived.reason + (waived.until.empty() ? "" : ", until " + waived.until));
}

void writeFinding(HtmlPage &page, const rules::Finding &finding)
{
    const std::string severity = finding.waived ? "waived" : std::string(word(finding.severity));
    HtmlWriter &html = page.html;
    const Element article(html, "article", {{"class", "finding " + severity}});
    {
        const Element line(html, "div", {{"class", "line"}});
        page.badge(finding.waived ? Badge{Level::Quiet, "unchanged", "Waived"} : badgeOf(finding.severity));
        html.element("span", finding.rule, {{"class", "rule"}});
        if (!finding.id.key.kind.empty()) {
            const Element name(html, "span");
            page.link(finding.id);
        }
    }
    html.element("p", finding.message);
    writePlaces(page, finding);
    if (finding.waived) {
        writeWaiver(page, *finding.waived);
    } else if (!finding.help.empty()) {
        const Element mend(html, "p", {{"class", "mend"}});
        html.element("strong", "Mend: ");
        html.text(finding.help);
    }
}

} // namespace

void writeFindingsSection(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    const Element section(html, "section", {{"id", "findings"}});
    page.heading("h2", "Findings", page.review.findings.size());
    const auto findings = rankedFindings(page.review);
    if (findings.empty()) {
        html.element("p", "No rule has anything to say about this change.");
        return;
    }
    const std::size_t serious = page.summary.count(Severity::Block) + page.summary.count(Severity::Warn);
    const bool isFolded = findings.size() > serious + openNotes;
    const std::size_t shown = isFolded ? serious : findings.size();
    for (std::size_t i = 0; i < shown; ++i)
        writeFinding(page, *findings[i]);
    if (!isFolded)
        return;
    const Element more(html, "details", {{"class", "more"}});
    html.element("summary", fmt::format("{} and {} waived", plural(page.summary.count(Severity::Note), "note", "notes"),
                                        page.summary.waivedFindings));
    for (std::size_t i = shown; i < findings.size(); ++i)
        writeFinding(page, *findings[i]);
}

} // namespace noclobber::report
