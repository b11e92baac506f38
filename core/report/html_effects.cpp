#include <fmt/format.h>

#include "core/base/say.h"
#include "core/report/counts.h"
#include "core/report/html_page.h"
#include "core/report/ranking.h"

namespace noclobber::report {

namespace {

/// A list in which the reasons that all its objects share are not told again with each of them.
constexpr std::size_t longList = 100;
constexpr double shareOfPage = 0.6; ///< until here the page is filled; what comes after has room too

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

/// Where the reasons that an object shares with others are told already.
struct Told {
    std::string anchor; ///< `id` of that place
    std::size_t objects = 0;
};

/// The object's own chain: on paper only where it stands alone, and in very long lists as a link.
void writeReasons(HtmlPage &page, const blast::AffectedObject &object, const Told &told)
{
    HtmlWriter &html = page.html;
    if (told.objects > longList) {
        const Element line(html, "p", {{"class", "again"}});
        html.element("a", say("Why: the reasons at the beginning of this list"), {{"href", "#" + told.anchor}});
        return;
    }
    const Element reasons(html, "div", {{"class", told.objects > 1 ? "again" : "once"}});
    html.element("p", say("Why, from the change to the object:"));
    writeChain(page, object.because);
}

void writeDetails(HtmlPage &page, const blast::AffectedObject &object, const Told &told)
{
    HtmlWriter &html = page.html;
    page.openBody(object.id);
    writeReasons(page, object, told);
    if (object.isDerived)
        html.element("p", say("Made by the cluster: it is not declared in git."), {{"class", "quiet"}});
    for (const std::string &protection : object.protections) {
        const Element line(html, "p");
        html.text(say("Carries "));
        html.element("code", protection);
        html.text(object.effect == blast::Effect::Kept ? say(".") : say(", which does not protect it here."));
    }
    html.close();
}

void writeRow(HtmlPage &page, const blast::AffectedObject &object, const Told &told)
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
    writeDetails(page, object, told);
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
            html.text(say("{}: {}", saidObjects(cause.objects.size()), commonReason(cause)));
        } else {
            page.link(links[i].id);
            html.text(afterName(links[i]));
        }
    }
}

/// The objects, put together by what they have in common: the chain of reasons that leads to them.
void writeCauses(HtmlPage &page, Literal name, const std::vector<const blast::AffectedObject *> &objects)
{
    std::size_t number = 0;
    for (const Cause &cause : groupedByCause(objects)) {
        const Told told{fmt::format("{}-{}", name.text(), ++number), cause.objects.size()};
        const Element group(page.html, "div", {{"class", "cause"}, {"id", told.anchor}});
        writeCommonChain(page, cause);
        for (std::size_t i = 0; i < cause.objects.size(); ++i) {
            if (page.isFull(shareOfPage)) {
                page.leftOut(cause.objects.size() - i);
                break;
            }
            writeRow(page, *cause.objects[i], told);
        }
    }
}

struct Group {
    Literal name; ///< for anchors
    std::string title;
    const std::vector<const blast::AffectedObject *> &objects;
};

void writeGroup(HtmlPage &page, const Group &group)
{
    if (group.objects.empty())
        return;
    page.heading("h3", group.title, group.objects.size());
    writeCauses(page, group.name, group.objects);
}

} // namespace

void writeEffectsSection(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    const Element section(html, "section", {{"id", "dies"}});
    page.heading("h2", say("What dies"), page.summary.deletions);
    std::vector<const blast::AffectedObject *> stateful;
    std::vector<const blast::AffectedObject *> others;
    for (const blast::AffectedObject *object : onlyListed(rankedDeletions(page.review), page.options.scope))
        (object->isStateful ? stateful : others).push_back(object);
    page.sayListed(stateful.size() + others.size());
    if (page.summary.deletions == 0)
        html.element("p", say("No running object would be deleted."));
    writeGroup(page, {"state", say("Holds state"), stateful});
    writeGroup(page,
               {"other", stateful.empty() ? say("Holds no state") : say("Everything else that is deleted"), others});
    const auto survivors = onlyListed(rankedSurvivors(page.review), page.options.scope);
    writeGroup(page, {"stays", say("Stays, and needs a look"), survivors});
}

} // namespace noclobber::report
