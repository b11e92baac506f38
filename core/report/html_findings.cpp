#include <algorithm>
#include <span>

#include "core/base/say.h"
#include "core/report/counts.h"
#include "core/report/html_page.h"
#include "core/report/ranking.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

/// Notes and waived findings beyond this many are folded, with their count.
constexpr std::size_t openNotes = 5;
constexpr double shareOfPage = 0.3; ///< until here the page is filled; what comes after has room too

void writePlaces(HtmlPage &page, const rules::Finding &finding)
{
    if (!finding.location)
        return;
    const Element line(page.html, "p", {{"class", "quiet"}});
    page.html.element("code", argo::toText(*finding.location));
    for (const argo::Location &location : finding.related) {
        page.html.text(say(", see "));
        page.html.element("code", argo::toText(location));
    }
}

void writeWaiver(HtmlPage &page, const rules::AcceptedException &waived)
{
    const Element mend(page.html, "p", {{"class", "mend"}});
    page.html.element("strong", say("Accepted: "));
    page.html.text(waived.until.empty() ? waived.reason : say("{}, until {}", waived.reason, waived.until));
}

void writeFinding(HtmlPage &page, const rules::Finding &finding)
{
    const std::string severity = finding.waived ? "waived" : std::string(word(finding.severity));
    HtmlWriter &html = page.html;
    const Element article(html, "article", {{"class", "finding " + severity}});
    {
        const Element line(html, "div", {{"class", "line"}});
        page.badge(finding.waived ? Badge{Level::Quiet, "unchanged", say("Waived")} : badgeOf(finding.severity));
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
        html.element("strong", say("Mend: "));
        html.text(finding.help);
    }
}

/// Findings of one rule with one mend: their objects, what they say once.
void writeGroup(HtmlPage &page, const FindingGroup &group)
{
    const rules::Finding &first = *group.findings.front();
    HtmlWriter &html = page.html;
    const Element article(html, "article", {{"class", "finding " + std::string(word(first.severity))}});
    {
        const Element line(html, "div", {{"class", "line"}});
        page.badge(badgeOf(first.severity));
        html.element("span", first.rule, {{"class", "rule"}});
        html.text(saidObjects(group.findings.size()));
    }
    {
        const Element list(html, "ul");
        for (std::size_t i = 0; i < group.findings.size() && !page.isFull(shareOfPage); ++i) {
            const rules::Finding *finding = group.findings[i];
            const Element item(html, "li");
            if (!finding->id.key.kind.empty())
                page.link(finding->id);
            html.text(" ");
            if (finding->location)
                html.element("code", argo::toText(*finding->location), {{"class", "quiet"}});
        }
    }
    {
        const Element more(html, "details", {{"class", "more"}});
        html.element("summary", say("What each of them says"));
        for (std::size_t i = 0; i < group.findings.size(); ++i) {
            if (page.isFull(shareOfPage)) {
                page.leftOut(group.findings.size() - i);
                break;
            }
            html.element("p", group.findings[i]->message);
        }
    }
    if (!first.help.empty()) {
        const Element mend(html, "p", {{"class", "mend"}});
        html.element("strong", say("Mend: "));
        html.text(first.help);
    }
}

void writeGroups(HtmlPage &page, std::span<const FindingGroup> groups)
{
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (page.isFull(shareOfPage)) {
            page.leftOut(groups.size() - i);
            return;
        }
        if (groups[i].findings.size() > 1)
            writeGroup(page, groups[i]);
        else
            writeFinding(page, *groups[i].findings.front());
    }
}

bool isHarmless(const FindingGroup &group)
{
    return group.findings.front()->waived || group.findings.front()->severity == Severity::Note;
}

} // namespace

void writeFindingsSection(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    const Element section(html, "section", {{"id", "findings"}});
    page.heading("h2", say("Findings"), page.review.findings.size());
    const auto groups = groupedFindings(page.review);
    if (groups.empty()) {
        html.element("p", say("No rule has anything to say about this change."));
        return;
    }
    const auto harmless = std::ranges::find_if(groups, isHarmless); // they come last
    const auto notes = static_cast<std::size_t>(groups.end() - harmless);
    const std::size_t open = notes > openNotes ? groups.size() - notes : groups.size();
    writeGroups(page, std::span(groups).first(open));
    if (open == groups.size())
        return;
    const Element more(html, "details", {{"class", "more"}});
    const std::size_t told = page.summary.count(Severity::Note);
    const std::size_t waived = page.summary.waivedFindings;
    html.element("summary",
                 told == 1 ? say("{} note and {} waived", told, waived) : say("{} notes and {} waived", told, waived));
    writeGroups(page, std::span(groups).subspan(open));
}

} // namespace noclobber::report
