#include <fmt/format.h>

#include "core/base/say.h"
#include "core/report/html_page.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

using Titles = std::initializer_list<std::string>;

void writeHead(HtmlPage &page, const std::string &caption, Titles titles)
{
    page.html.element("caption", caption, {{"class", "vh"}});
    const Element head(page.html, "thead");
    const Element row(page.html, "tr");
    for (const std::string &title : titles)
        page.html.element("th", title, {{"scope", "col"}});
}

void writeProblems(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    if (page.review.problems.empty())
        return;
    page.heading("h3", say("Could not be read"), page.review.problems.size());
    const Element table(html, "table", {{"class", "list"}});
    const std::string caption = say("Places that could not be read");
    if (page.isAudit)
        writeHead(page, caption, {say("Place"), say("Problem")});
    else
        writeHead(page, caption, {say("Commit"), say("Place"), say("Problem")});
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
    page.heading("h3", say("Not rendered here, so not judged"), page.review.notRendered.size());
    const Element table(html, "table", {{"class", "list"}});
    const std::string caption = say("Folders that a renderer consumes");
    if (page.isAudit)
        writeHead(page, caption, {say("Folder"), say("Renderer"), say("Files")});
    else
        writeHead(page, caption, {say("Folder"), say("Renderer"), say("Files"), say("Changed")});
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
    page.heading("h3", say("Out of sight"), page.review.unknowns.size());
    const Element list(html, "ul");
    for (const argo::Unknown &unknown : page.review.unknowns) {
        const Element item(html, "li");
        page.link(unknown.id);
        html.text(say(": {}", unknown.message));
    }
}

} // namespace

void writeUnseenSection(HtmlPage &page)
{
    const review::Review &review = page.review;
    const Element section(page.html, "section", {{"id", "unseen"}});
    page.heading("h2", say("Not seen"), review.problems.size() + review.notRendered.size() + review.unknowns.size());
    if (review.problems.empty() && review.notRendered.empty() && review.unknowns.empty())
        page.html.element("p", page.isAudit ? say("Every manifest was read.")
                                            : say("Every manifest of both commits was read."));
    writeProblems(page);
    writeNotRendered(page);
    writeUnknowns(page);
}

} // namespace noclobber::report
