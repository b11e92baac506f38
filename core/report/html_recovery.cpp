#include <fmt/format.h>

#include "core/base/say.h"
#include "core/report/html_page.h"

namespace noclobber::report {

namespace {

using recovery::Step;
using Steps = std::span<const Step>;

/// More steps than this are folded, all but the first part.
constexpr std::size_t mostOpenSteps = 60;
constexpr double shareOfPage = 0.7; ///< until here the page is filled; what comes after has room too

void writeCommand(HtmlPage &page, const std::string &command)
{
    HtmlWriter &html = page.html;
    const Element line(html, "div", {{"class", "command"}});
    html.element("code", command);
    html.element("button", say("Copy"),
                 {{"class", "copy"}, {"type", "button"}, {"aria-label", say("Copy: {}", command)}});
}

void writeStep(HtmlPage &page, const Step &step)
{
    HtmlWriter &html = page.html;
    const Element item(html, "li", {{"class", "step"}});
    html.element("p", step.what, {{"class", "what"}});
    for (const std::string &command : step.commands)
        writeCommand(page, command);
    if (!step.limit.empty())
        html.element("p", step.limit, {{"class", "limit"}});
}

/// Object by object: what it is, and the steps that bring it back.
void writeRestorations(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    const auto all = recovery::restorations(page.review.recovery);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (page.isFull(shareOfPage)) {
            page.leftOut(all.size() - i);
            return;
        }
        const Steps steps = all[i];
        const Step &first = steps.front();
        const Element group(html, "div", {{"class", "cause"}});
        {
            const Element line(html, "p");
            html.element("span", say("tier {}", first.tier), {{"class", "tag"}});
            html.text(" ");
            if (first.objects > 1)
                html.element("b", recovery::labelOf(first));
            else
                page.link(*first.id);
            if (first.objects > 1 && page.summary.scopes.size() > 1 && !first.id->scope.empty())
                html.element("span", say(" in {}", first.id->scope), {{"class", "quiet"}});
        }
        const Element list(html, "ol", {{"class", "steps"}});
        for (const Step &step : steps)
            writeStep(page, step);
    }
}

void writeStage(HtmlPage &page, Steps steps)
{
    HtmlWriter &html = page.html;
    const recovery::Stage stage = steps.front().stage;
    const bool isOpen = stage == recovery::Stage::Stop || page.review.recovery.steps.size() <= mostOpenSteps;
    isOpen ? html.open("details", {{"class", "card"}, {"open", ""}}) : html.open("details", {{"class", "card"}});
    {
        const Element summary(html, "summary");
        html.element("b", fmt::format("{} {}", static_cast<int>(stage), said(recovery::titleOf(stage))));
        html.text(" ");
        html.element("span", steps.size() == 1 ? say("{} step", steps.size()) : say("{} steps", steps.size()),
                     {{"class", "quiet"}});
    }
    html.open("div", {{"class", "body"}});
    if (stage == recovery::Stage::Restore) {
        writeRestorations(page);
    } else {
        const Element list(html, "ol", {{"class", "steps"}});
        for (const Step &step : steps)
            writeStep(page, step);
    }
    html.close();
    html.close();
}

} // namespace

void writeRecoverySection(HtmlPage &page)
{
    const Steps steps(page.review.recovery.steps);
    if (steps.empty())
        return;
    HtmlWriter &html = page.html;
    const Element section(html, "section", {{"id", "recovery"}});
    page.heading("h2", say("If this was merged by mistake"), steps.size());
    html.element("p", say("The way back for these very objects, in this order. Lines are for a POSIX shell; words in "
                          "capitals are to be filled in. noclobber runs none of it."));
    {
        const Element tools(html, "p", {{"class", "tools"}});
        html.element("button", say("Copy all steps"), {{"id", "copy-all"}, {"type", "button"}});
        html.element("span", "", {{"id", "copied"}, {"class", "quiet"}, {"role", "status"}});
    }
    for (std::size_t from = 0; from < steps.size();) {
        std::size_t end = from + 1;
        while (end < steps.size() && steps[end].stage == steps[from].stage)
            ++end;
        writeStage(page, steps.subspan(from, end - from));
        from = end;
    }
}

} // namespace noclobber::report
