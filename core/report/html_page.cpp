#include "core/report/html_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/base/digest.h"
#include "core/base/say.h"
#include "core/report/ranking.h"
#include "core/report/words.h"

namespace noclobber::report {

Badge badgeOf(diff::Status status)
{
    using diff::Status;
    switch (status) {
    case Status::Unknown:
        return {Level::Caution, "unknown", say("Unknown")};
    case Status::Renamed:
        return {Level::Caution, "renamed", say("Renamed")};
    case Status::Added:
        return {Level::Info, "added", say("Added")};
    case Status::Removed:
        return {Level::Danger, "removed", say("Removed")};
    case Status::Overwritten:
        return {Level::Danger, "overwritten", say("Overwritten")};
    case Status::Shadowed:
        return {Level::Caution, "shadowed", say("Shadowed")};
    case Status::Moved:
        return {Level::Quiet, "moved", say("Moved")};
    case Status::Modified:
        return {Level::Quiet, "modified", say("Modified")};
    case Status::Duplicated:
        return {Level::Caution, "duplicated", say("Duplicated")};
    case Status::Unchanged:
        break;
    }
    return {Level::Quiet, "unchanged", say("Unchanged")};
}

Badge badgeOf(blast::Effect effect)
{
    using blast::Effect;
    switch (effect) {
    case Effect::Pruned:
        return {Level::Danger, "pruned", say("Pruned")};
    case Effect::CascadeDeleted:
        return {Level::Danger, "pruned", say("Cascade-deleted")};
    case Effect::Recreated:
        return {Level::Danger, "recreated", say("Recreated")};
    case Effect::PrunePending:
        return {Level::Caution, "pending", say("Prune pending")};
    case Effect::Blocked:
        return {Level::Caution, "block", say("Blocked")};
    case Effect::Orphaned:
        return {Level::Caution, "orphaned", say("Orphaned, left running")};
    case Effect::Adopted:
        return {Level::Caution, "moved", say("Adopted")};
    case Effect::Kept:
        return {Level::Info, "kept", say("Kept")};
    case Effect::Created:
        return {Level::Info, "added", say("Created")};
    case Effect::Updated:
        break;
    }
    return {Level::Quiet, "modified", say("Updated")};
}

Badge badgeOf(blast::DataFate fate)
{
    using blast::DataFate;
    switch (fate) {
    case DataFate::Lost:
        return {Level::Loss, "lost", say("Data lost")};
    case DataFate::AtRisk:
        return {Level::Loss, "lost", say("Data at risk")};
    case DataFate::Retained:
        return {Level::Info, "data", say("Data retained")};
    case DataFate::Kept:
        return {Level::Info, "data", say("Data kept")};
    case DataFate::None:
        break;
    }
    return {Level::Quiet, "unchanged", ""};
}

Badge badgeOf(Severity severity)
{
    switch (severity) {
    case Severity::Block:
        return {Level::Loss, "block", say("Block")};
    case Severity::Warn:
        return {Level::Caution, "look", say("Warn")};
    case Severity::Note:
    case Severity::Off:
        break;
    }
    return {Level::Info, "note", say("Note")};
}

Badge badgeOf(review::Headline headline)
{
    using review::Headline;
    const std::string word = said(review::headlineText(headline));
    switch (headline) {
    case Headline::Block:
        return {Level::Loss, "block", word};
    case Headline::LookFirst:
        return {Level::Caution, "look", word};
    case Headline::CannotTell:
        return {Level::Caution, "unknown", word};
    case Headline::Safe:
        break;
    }
    return {Level::Info, "safe", word};
}

std::string pageLanguage()
{
    std::string language(spokenLanguage());
    std::ranges::replace(language, '_', '-');
    return language.empty() ? "en" : language;
}

std::string classOf(Level level)
{
    return fmt::format("s{}", static_cast<int>(level));
}

HtmlPage::HtmlPage(const review::Review &shown, const HtmlOptions &wanted)
    : review(shown), options(wanted), summary(summarise(shown)),
      isAudit(shown.comparison.base.revision.empty() && shown.comparison.base.commit.empty())
{
    if (isAudit)
        return;
    for (const diff::ObjectChange &change : review.changes.changes) {
        if (lists(options.scope, change.id))
            m_anchors.emplace(change.id, Anchor::Known);
    }
    for (const auto &objects : {rankedDeletions(review), rankedSurvivors(review)}) {
        for (const blast::AffectedObject *object : onlyListed(objects, options.scope))
            m_anchors.emplace(object->id, Anchor::Known);
    }
}

std::string HtmlPage::anchor(const argo::ObjectId &id)
{
    return "o-" + toHex(sha256(argo::toText(id))).substr(0, 16);
}

void HtmlPage::openBody(const argo::ObjectId &id)
{
    const auto known = m_anchors.find(id);
    if (known == m_anchors.end() || known->second == Anchor::Written) {
        html.open("div", {{"class", "body"}});
        return;
    }
    known->second = Anchor::Written;
    html.open("div", {{"class", "body"}, {"id", anchor(id)}});
}

void HtmlPage::name(const argo::ObjectId &id)
{
    html.element("span", id.key.kind, {{"class", "kind"}});
    html.text(" ");
    const std::string whole = id.key.nameSpace.empty() ? id.key.name : id.key.nameSpace + "/" + id.key.name;
    html.element("span", whole, {{"class", "name"}});
    if (summary.scopes.size() > 1 && !id.scope.empty()) {
        html.text(" ");
        html.element("span", say("in {}", id.scope), {{"class", "quiet"}});
    }
}

void HtmlPage::link(const argo::ObjectId &id)
{
    if (!m_anchors.contains(id))
        return name(id);
    const Element link(html, "a", {{"class", "ref"}, {"href", "#" + anchor(id)}});
    name(id);
}

void HtmlPage::badge(const Badge &badge)
{
    const Element span(html, "span", {{"class", "badge " + classOf(badge.level)}});
    html.glyph(badge.glyph);
    html.text(badge.word);
}

bool HtmlPage::isFull(double share) const
{
    constexpr double mostBytes = 16'000'000;
    return static_cast<double>(html.size()) > share * mostBytes;
}

void HtmlPage::leftOut(std::size_t rows)
{
    const std::string sentence =
        rows == 1
            ? say("{} more row is left out here: the page would be larger than 16 MB. The JSON report has them all.",
                  rows)
            : say("{} more rows are left out here: the page would be larger than 16 MB. The JSON report has them all.",
                  rows);
    html.element("p", sentence, {{"class", "left-out"}});
}

void HtmlPage::sayListed(std::size_t listed)
{
    if (options.scope != nullptr)
        html.element("p", listedSentence(listed), {{"class", "quiet"}});
}

void HtmlPage::heading(Literal tag, std::string_view text, std::size_t count)
{
    const Element heading(html, tag);
    html.text(text);
    html.element("span", std::to_string(count), {{"class", "count"}});
}

} // namespace noclobber::report
