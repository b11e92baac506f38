#include <fmt/format.h>

#include "core/report/html_page.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

using Titles = std::initializer_list<Literal>;

void writeHead(HtmlPage &page, Literal caption, Titles titles)
{
    page.html.element("caption", caption.text(), {{"class", "vh"}});
    const Element head(page.html, "thead");
    const Element row(page.html, "tr");
    for (const Literal title : titles)
        page.html.element("th", title.text(), {{"scope", "col"}});
}

void writeProblems(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    if (page.review.problems.empty())
        return;
    page.heading("h3", "Could not be read", page.review.problems.size());
    const Element table(html, "table", {{"class", "list"}});
    constexpr Literal caption = "Places that could not be read";
    if (page.isAudit)
        writeHead(page, caption, {"Place", "Problem"});
    else
        writeHead(page, caption, {"Commit", "Place", "Problem"});
    const Element body(html, "tbody");
    for (const review::Problem &problem : page.review.problems) {
        const Element row(html, "tr");
        if (!page.isAudit)
            html.element("td", problem.inHead ? "head" : "base");
        {
            const Element place(html, "td");
            html.element("code", problem.line > 0 ? fmt::format("{}:{}", problem.path, problem.line) : problem.path);
        }
        html.element("td", problem.message);
    }
}

void writeNotRendered(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    if (page.review.notRendered.empty())
        return;
    page.heading("h3", "Not rendered here, so not judged", page.review.notRendered.size());
    const Element table(html, "table", {{"class", "list"}});
    constexpr Literal caption = "Folders that a renderer consumes";
    if (page.isAudit)
        writeHead(page, caption, {"Folder", "Renderer", "Files"});
    else
        writeHead(page, caption, {"Folder", "Renderer", "Files", "Changed"});
    const Element body(html, "tbody");
    for (const review::NotRendered &folder : page.review.notRendered) {
        const Element row(html, "tr");
        {
            const Element place(html, "td");
            html.element("code", folder.path);
        }
        html.element("td", word(folder.renderer));
        html.element("td", std::to_string(folder.files));
        if (!page.isAudit)
            html.element("td", std::to_string(folder.changed));
    }
}

void writeUnknowns(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    if (page.review.unknowns.empty())
        return;
    page.heading("h3", "Out of sight", page.review.unknowns.size());
    const Element list(html, "ul");
    for (const argo::Unknown &unknown : page.review.unknowns) {
        const Element item(html, "li");
        page.link(unknown.id);
        html.text(": " + unknown.message);
    }
}

} // namespace

void writeUnseenSection(HtmlPage &page)
{
    const review::Review &review = page.review;
    const Element section(page.html, "section", {{"id", "unseen"}});
    page.heading("h2", "Not seen", review.problems.size() + review.notRendered.size() + review.unknowns.size());
    if (review.problems.empty() && review.notRendered.empty() && review.unknowns.empty())
        page.html.element("p", page.isAudit ? "Every manifest was read." : "Every manifest of both commits was read.");
    writeProblems(page);
    writeNotRendered(page);
    writeUnknowns(page);
}

} // namespace noclobber::report
