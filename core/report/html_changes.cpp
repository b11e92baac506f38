#include <algorithm>

#include "core/base/say.h"
#include "core/diff/line_diff.h"
#include "core/report/counts.h"
#include "core/report/field_text.h"
#include "core/report/html_page.h"
#include "core/report/ranking.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

/// Longest value that is written out; a longer one says its length. Texts of several lines show the lines that differ.
constexpr std::size_t mostCharacters = 400;

bool hasLines(const std::optional<yaml::Node> &value)
{
    return value && value->type == yaml::NodeType::String && value->scalar.find('\n') != std::string::npos;
}

/// The lines of a long text that differ, in one cell over both columns.
void writeLines(HtmlPage &page, const diff::FieldChange &field)
{
    HtmlWriter &html = page.html;
    const std::string base = field.base ? field.base->scalar : "";
    const std::string head = field.head ? field.head->scalar : "";
    const Element cell(html, "td", {{"colspan", "2"}});
    const Element block(html, "pre", {{"class", "lines"}});
    std::size_t equal = 0;
    const auto gap = [&] {
        if (equal > 0)
            html.element("span", saidEqualLines(equal), {{"class", "gap"}});
        equal = 0;
    };
    for (const diff::LinePair &pair : diff::alignLines(base, head)) {
        if (pair.change == diff::LineChange::Same) {
            ++equal;
            continue;
        }
        gap();
        if (pair.baseLine > 0)
            html.element("del", "- " + std::string(pair.baseText));
        if (pair.headLine > 0)
            html.element("ins", "+ " + std::string(pair.headText));
    }
    gap();
}

void writeValue(HtmlPage &page, const std::optional<yaml::Node> &value, Literal mark)
{
    const Element cell(page.html, "td");
    if (value)
        page.html.element(mark, valueText(*value, mostCharacters));
    else
        page.html.element("span", say("absent"), {{"class", "quiet"}});
}

void writeField(HtmlPage &page, const diff::FieldChange &field)
{
    HtmlWriter &html = page.html;
    const Element row(html, "tr");
    {
        const Element name(html, "th", {{"scope", "row"}});
        html.text(field.path);
        if (field.isImmutable)
            html.element("span", say("immutable"), {{"class", "tag"}});
        if (field.isOrderOnly)
            html.element("span", say("other order"), {{"class", "tag"}});
    }
    if (!field.isSecret && (hasLines(field.base) || hasLines(field.head)))
        return writeLines(page, field);
    writeValue(page, field.base, "del");
    writeValue(page, field.head, "ins");
}

void writeDeclarations(HtmlPage &page, std::string_view side, const Few<argo::Declaration> &declarations)
{
    if (declarations.empty())
        return;
    HtmlWriter &html = page.html;
    const Element line(html, "p", {{"class", "quiet"}});
    html.text(side);
    for (const argo::Declaration &declaration : declarations) {
        html.text(" ");
        html.element("code", argo::toText(declaration.location));
        if (declaration.application)
            html.text(say(" of {}", argo::applicationName(*declaration.application)));
        html.text(&declaration == &declarations.back() ? "" : say(","));
    }
}

void writeRelated(HtmlPage &page, const diff::ObjectChange &change)
{
    HtmlWriter &html = page.html;
    if (change.renamedFrom || change.renamedTo) {
        const Element line(html, "p");
        html.text(change.renamedFrom ? say("Was ") : say("Is now "));
        page.link(change.renamedFrom ? *change.renamedFrom : *change.renamedTo);
        html.text(say(", {:.0f} % alike. In the cluster this is a deletion and a creation.", change.likeness * 100));
    }
    const blast::AffectedObject *effect = page.review.radius.find(change.id);
    if (effect == nullptr || effect->effect == blast::Effect::Updated || effect->effect == blast::Effect::Created)
        return;
    const Element line(html, "p");
    page.badge(badgeOf(effect->effect));
    if (effect->dataFate != blast::DataFate::None)
        page.badge(badgeOf(effect->dataFate));
    html.text(say(" in the cluster: "));
    page.link(change.id);
}

constexpr double shareOfPage = 0.95; ///< until here the page is filled; the harmless changes come last

const argo::Declaration &shownDeclaration(const diff::ObjectChange &change)
{
    if (const argo::Declaration *winner = change.winnerInHead())
        return *winner;
    if (!change.head.empty())
        return change.head.back();
    const argo::Declaration *winner = change.winnerInBase();
    return winner != nullptr ? *winner : change.base.back();
}

void writeChange(HtmlPage &page, const diff::ObjectChange &change)
{
    HtmlWriter &html = page.html;
    const Element row(html, "details", {{"class", "row"}});
    {
        const Element summary(html, "summary");
        page.badge(badgeOf(change.status));
        html.text(" ");
        {
            const Element name(html, "span");
            page.name(change.id);
        }
        for (const std::string_view flag : words(change.flags)) {
            html.text(" ");
            html.element("span", said(flag), {{"class", "tag"}});
        }
        html.text(" ");
        html.element("span", argo::toText(shownDeclaration(change).location), {{"class", "place"}});
    }
    page.openBody(change.id);
    writeRelated(page, change);
    if (change.base.size() + change.head.size() > 2 || change.status == diff::Status::Moved) {
        writeDeclarations(page, say("Before:"), change.base);
        writeDeclarations(page, say("After:"), change.head);
    }
    writeFieldTable(page, change);
    if (change.fields.empty() && change.base.empty())
        html.element("p", say("Declared by this change for the first time."), {{"class", "quiet"}});
    if (change.fields.empty() && change.head.empty())
        html.element("p", say("Not declared any more."), {{"class", "quiet"}});
    html.close();
}

} // namespace

void writeFieldTable(HtmlPage &page, const diff::ObjectChange &change)
{
    if (change.fields.empty())
        return;
    HtmlWriter &html = page.html;
    const Element table(html, "table", {{"class", "fields"}});
    html.element("caption", say("Fields that differ"), {{"class", "vh"}});
    {
        const Element head(html, "thead");
        const Element row(html, "tr");
        for (const std::string &title : {say("Field"), say("Before"), say("After")})
            html.element("th", title, {{"scope", "col"}});
    }
    const Element body(html, "tbody");
    for (const diff::FieldChange &field : change.fields)
        writeField(page, field);
}

void writeChangesSection(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    const Element section(html, "section", {{"id", "changes"}});
    page.heading("h2", say("All changes"), page.review.changes.changes.size());
    if (page.review.changes.changes.empty())
        html.element("p", say("No object changes."));
    const auto isListed = [&](const diff::ObjectChange &change) { return lists(page.options.scope, change.id); };
    page.sayListed(static_cast<std::size_t>(std::ranges::count_if(page.review.changes.changes, isListed)));
    for (StatusGroup &group : rankedChanges(page.review)) {
        group.changes = onlyListed(std::move(group.changes), page.options.scope);
        if (group.changes.empty())
            continue;
        const std::string title =
            group.status == diff::Status::Unchanged ? say("Unchanged in effect") : badgeOf(group.status).word;
        page.heading("h3", title, group.changes.size());
        const Element rows(html, "div");
        for (std::size_t i = 0; i < group.changes.size(); ++i) {
            if (page.isFull(shareOfPage)) {
                page.leftOut(group.changes.size() - i);
                break;
            }
            writeChange(page, *group.changes[i]);
        }
    }
}

} // namespace noclobber::report
