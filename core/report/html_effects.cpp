#include <fmt/format.h>

#include "core/report/html_page.h"
#include "core/report/ranking.h"

namespace noclobber::report {

namespace {

void writeChain(HtmlPage &page, const std::vector<blast::Reason> &because)
{
    HtmlWriter &html = page.html;
    const Element list(html, "ol", {{"class", "chain"}});
    for (const blast::Reason &reason : because) {
        const Element item(html, "li");
        page.link(reason.id);
        html.text(afterName(reason));
    }
}

void writeDetails(HtmlPage &page, const blast::AffectedObject &object)
{
    HtmlWriter &html = page.html;
    page.openBody(object.id);
    html.element("p", "Why, from the change to the object:");
    writeChain(page, object.because);
    if (object.isDerived)
        html.element("p", "Made by the cluster: it is not declared in git.", {{"class", "quiet"}});
    for (const std::string &protection : object.protections) {
        const Element line(html, "p");
        html.text("Carries ");
        html.element("code", protection);
        html.text(object.effect == blast::Effect::Kept ? "." : ", which does not protect it here.");
    }
    html.close();
}

void writeRow(HtmlPage &page, const blast::AffectedObject &object)
{
    HtmlWriter &html = page.html;
    const Element row(html, "details", {{"class", "row"}});
    {
        const Element summary(html, "summary");
        page.badge(badgeOf(object.effect));
        if (object.dataFate != blast::DataFate::None) {
            html.text(" ");
            page.badge(badgeOf(object.dataFate));
        }
        html.text(" ");
        {
            const Element name(html, "span");
            page.name(object.id);
        }
        if (!object.storage.empty()) {
            html.text(" ");
            html.element("span", object.storage, {{"class", "tag"}});
        }
        if (object.location) {
            html.text(" ");
            html.element("span", argo::toText(*object.location), {{"class", "place"}});
        }
    }
    writeDetails(page, object);
}

/// The chain that all objects of a cause have, what the cause before it said already left out.
void writeCommonChain(HtmlPage &page, const Cause &cause)
{
    HtmlWriter &html = page.html;
    const auto &links = *cause.because;
    const Element list(html, "ol", {{"class", "chain"}, {"start", std::to_string(cause.sharedLinks + 1)}});
    for (std::size_t i = cause.sharedLinks; i < links.size(); ++i) {
        const Element item(html, "li");
        if (i + 1 == links.size() && links[i].id == cause.objects.front()->id) {
            html.text(plural(cause.objects.size(), "object", "objects") + ": " + commonReason(cause));
        } else {
            page.link(links[i].id);
            html.text(afterName(links[i]));
        }
    }
}

/// The objects, put together by what they have in common: the chain of reasons that leads to them.
void writeCauses(HtmlPage &page, const std::vector<const blast::AffectedObject *> &objects)
{
    for (const Cause &cause : groupedByCause(objects)) {
        const Element group(page.html, "div", {{"class", "cause"}});
        writeCommonChain(page, cause);
        for (const blast::AffectedObject *object : cause.objects)
            writeRow(page, *object);
    }
}

void writeGroup(HtmlPage &page, std::string_view title, const std::vector<const blast::AffectedObject *> &objects)
{
    if (objects.empty())
        return;
    page.heading("h3", title, objects.size());
    writeCauses(page, objects);
}

} // namespace

void writeEffectsSection(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    const Element section(html, "section", {{"id", "dies"}});
    page.heading("h2", "What dies", page.summary.deletions);
    std::vector<const blast::AffectedObject *> stateful;
    std::vector<const blast::AffectedObject *> others;
    for (const blast::AffectedObject *object : rankedDeletions(page.review))
        (object->isStateful ? stateful : others).push_back(object);
    if (stateful.empty() && others.empty())
        html.element("p", "No running object would be deleted.");
    writeGroup(page, "Holds state", stateful);
    writeGroup(page, stateful.empty() ? "Holds no state" : "Everything else that is deleted", others);
    writeGroup(page, "Stays, and needs a look", rankedSurvivors(page.review));
}

} // namespace noclobber::report
