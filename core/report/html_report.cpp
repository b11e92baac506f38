#include "core/report/html_report.h"

#include <fmt/format.h>

#include "core/base/digest.h"
#include "core/base/resources.h"
#include "core/base/say.h"
#include "core/report/counts.h"
#include "core/report/html_page.h"
#include "core/report/page_script.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

constexpr Literal styleFile = "report/report.css";

std::string sourceHash(std::string_view source)
{
    return "'sha256-" + toBase64(sha256(source)) + "'";
}

/// What the page may do: show itself. Neither a style nor a script of somebody else, no request, no form.
std::string contentPolicy()
{
    return fmt::format("default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; "
                       "form-action 'none'",
                       sourceHash(resource(styleFile.text())), sourceHash(pageScript()));
}

std::string shortCommit(const git::TreeSnapshot &snapshot)
{
    return snapshot.commit.substr(0, 12);
}

void writeHead(HtmlPage &page)
{
    const git::Comparison &comparison = page.review.comparison;
    writeDocumentHead(page, say("{}: {} ({}) into {} ({})", said(review::headlineText(page.review.headline)),
                                comparison.head.revision, shortCommit(comparison.head), comparison.base.revision,
                                shortCommit(comparison.base)));
}

void writeTop(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    const git::Comparison &comparison = page.review.comparison;
    const Element header(html, "header", {{"class", "top"}});
    html.element("span", "noclobber", {{"class", "brand"}});
    const Element compared(html, "span", {{"class", "compared"}});
    html.element("code", comparison.head.revision);
    html.text(" " + shortCommit(comparison.head));
    html.text(comparison.kind == git::ComparisonKind::MergeResult ? say(" merged into ") : say(" against "));
    html.element("code", comparison.base.revision);
    html.text(" " + shortCommit(comparison.base));
    if (!page.options.date.empty())
        html.text(say(", {}", page.options.date));
}

void writeVerdict(HtmlPage &page)
{
    const Badge badge = badgeOf(page.review.headline);
    HtmlWriter &html = page.html;
    const Element section(html, "section", {{"class", "verdict " + classOf(badge.level)}, {"id", "verdict"}});
    {
        const Element heading(html, "h1");
        html.glyph(badge.glyph);
        html.text(badge.word);
    }
    html.element("p", review::verdictSentence(page.review));
    if (page.options.scope != nullptr)
        html.element("p", scopeSentence(*page.options.scope), {{"class", "left-out"}});
    writeOverride(page);
}

/// A link to a section that says the most important thing about it: a number, what it counts, and what to fear.
struct Tile {
    Literal target;
    std::size_t count = 0;
    std::string title;
    std::string detail;
};

void writeTile(HtmlPage &page, const Tile &tile)
{
    HtmlWriter &html = page.html;
    const Element item(html, "li");
    const Element link(html, "a",
                       {{"href", std::string(tile.target.text())}, {"class", tile.count == 0 ? "none" : "some"}});
    html.element("b", std::to_string(tile.count));
    html.text(" ");
    html.element("span", tile.title);
    html.text(" ");
    html.element("small", tile.detail);
}

/// The parts that are not zero: "8 lose data, 1 may".
std::string nonZero(std::initializer_list<std::pair<std::size_t, std::string>> parts)
{
    std::string text;
    for (const auto &[count, what] : parts) {
        if (count > 0)
            text += (text.empty() ? "" : say(", ")) + say("{} {}", count, what);
    }
    return text;
}

void writeSectionLinks(HtmlPage &page)
{
    using blast::DataFate;
    const Summary &summary = page.summary;
    const review::Review &review = page.review;
    const diff::StatusCounts &counts = review.changes.counts;
    const Element nav(page.html, "nav", {{"class", "sections"}, {"aria-label", say("Sections")}});
    const Element list(page.html, "ul");
    writeTile(page, {"#dies", summary.deletions, say("deleted"),
                     nonZero({{summary.statefulDeletions, say("hold state")},
                              {summary.count(DataFate::Lost), say("lose data")},
                              {summary.count(DataFate::AtRisk), say("may lose data")}})});
    writeTile(page, {"#overwrites", counts.overwritten, say("overwritten"), say("another declaration wins")});
    writeTile(page, {"#findings", review.findings.size(), say("findings"),
                     nonZero({{summary.count(Severity::Block), say("block")},
                              {summary.count(Severity::Warn), say("warn")},
                              {summary.count(Severity::Note), say("note")},
                              {summary.waivedFindings, say("waived")}})});
    writeTile(page, {"#changes", review.changes.changes.size(), say("changes"),
                     nonZero({{counts.overwritten, say("overwritten")},
                              {counts.removed, say("removed")},
                              {counts.renamed, say("renamed")},
                              {counts.modified, say("modified")},
                              {counts.moved, say("moved")},
                              {counts.added, say("added")}})});
    if (!review.recovery.empty())
        writeTile(page,
                  {"#recovery", review.recovery.steps.size(), say("steps back"), say("if this was merged by mistake")});
    writeTile(page, {"#unseen", review.problems.size() + review.notRendered.size() + review.unknowns.size(),
                     say("not seen"), say("unreadable or elsewhere")});
}

void writeFact(HtmlPage &page, std::string_view term, std::string_view fact)
{
    page.html.element("dt", term);
    page.html.element("dd", fact);
}

/// A fact that gets a line of its own.
void writeWideFact(HtmlPage &page, std::string_view term, std::string_view fact)
{
    page.html.element("dt", term);
    page.html.element("dd", fact, {{"class", "wide"}});
}

std::string commitText(const git::TreeSnapshot &snapshot)
{
    return say("{}, commit {}", snapshot.revision, snapshot.commit);
}

std::string comparisonText(git::ComparisonKind kind)
{
    switch (kind) {
    case git::ComparisonKind::MergeResult:
        return say("Base's tip against the result of merging head into it, made in memory.");
    case git::ComparisonKind::TwoDot:
        return say("The two commits as they are.");
    case git::ComparisonKind::ThreeDot:
        break;
    }
    return say("The merge base of the two against head.");
}

std::string scopesText(const Summary &summary)
{
    std::string text;
    for (const auto &[name, origin] : summary.scopes)
        text += (text.empty() ? "" : say(", ")) + say("{} (from {})", name, said(word(origin)));
    return text.empty() ? say("One cluster, without a name.") : text;
}

std::string configurationText(const review::Review &review)
{
    using review::ConfigurationOrigin;
    switch (review.configurationOrigin) {
    case ConfigurationOrigin::Base:
        return say("The .noclobber.yaml of base.");
    case ConfigurationOrigin::Option:
        return say("A file named on the command line.");
    case ConfigurationOrigin::None:
        break;
    }
    return say("None: Applications and folders give the clusters.");
}

std::string unseenText(const review::Review &review)
{
    if (review.problems.empty() && review.notRendered.empty() && review.unknowns.empty())
        return say("Nothing: every manifest of both commits was read.");
    std::size_t files = 0;
    std::size_t changed = 0;
    for (const review::NotRendered &folder : review.notRendered) {
        files += folder.files;
        changed += folder.changed;
    }
    const std::size_t problems = review.problems.size();
    return say("{} that could not be read; {} of folders that are not rendered here, {} of them changed; {} out of "
               "sight.",
               problems == 1 ? say("{} place", problems) : say("{} places", problems),
               files == 1 ? say("{} file", files) : say("{} files", files), changed,
               saidObjects(review.unknowns.size()));
}

void writeFacts(HtmlPage &page)
{
    const review::Review &review = page.review;
    HtmlWriter &html = page.html;
    const Element section(html, "section", {{"id", "compared"}});
    html.element("h2", say("What was compared"));
    const Element list(html, "dl", {{"class", "facts"}});
    const blast::Coverage &base = review.radius.baseCoverage;
    const blast::Coverage &head = review.radius.headCoverage;
    writeFact(page, say("Base"), commitText(review.comparison.base));
    writeFact(
        page, say("Objects"),
        say("{} before, {} after", review.inventories.base.objects.size(), review.inventories.head.objects.size()));
    writeFact(page, say("Head"), commitText(review.comparison.head));
    writeFact(page, say("Protected"),
              say("{} of {} stateful objects before, {} of {} after", base.protectedObjects, base.statefulObjects,
                  head.protectedObjects, head.statefulObjects));
    writeFact(page, say("Merge base"), review.comparison.mergeBase.value_or(say("none: the histories share nothing")));
    writeFact(page, say("Configuration"), configurationText(review));
    writeFact(page, say("Clusters"), scopesText(page.summary));
    writeFact(page, "Argo CD", review.configuration.argoCdVersion.value_or(say("version not configured")));
    writeWideFact(page, say("How"), comparisonText(review.comparison.kind));
    for (const std::string &remote : review.comparison.place.remotes)
        writeWideFact(page, say("Repository"), remote);
    writeWideFact(page, say("Not analysed"), unseenText(review));
    for (const std::string &note : review.notes)
        writeWideFact(page, say("Note"), note);
}

void writeLimits(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    const Element section(html, "section", {{"id", "limits"}});
    html.element("h2", say("Method and limits"));
    html.element("p",
                 say("Both commits were read as Kubernetes reads them: an object is named by cluster, API group, kind, "
                     "namespace and name, never by its file or API version. Where several documents claim one name, "
                     "the one that Argo CD applies last is in effect. Deletion follows from what each Application "
                     "covers before and after, its sync policy, finalizers, owners and namespaces."));
    html.element("p",
                 say("Only git was looked at. What runs in the cluster, what was changed there by hand, charts and "
                     "overlays that are rendered elsewhere, other repositories, admission policies and controllers "
                     "are not seen. Protections are judged from base, as they are on the live objects."));
    html.element("p", say("Values of Secrets are masked: (secret) where both sides are equal, (secret, changed) where "
                          "not."));
}

void writeScriptTools(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    const Element tools(html, "div", {{"class", "tools"}, {"role", "group"}, {"aria-label", say("Filter the lists")}});
    html.element("label", say("Filter the lists below"), {{"for", "filter"}});
    html.single("input", {{"id", "filter"}, {"type", "search"}, {"autocomplete", "off"}});
    html.element("button", say("Open all"), {{"id", "open-all"}, {"type", "button"}});
    html.element("button", say("Close all"), {{"id", "close-all"}, {"type", "button"}});
    html.element("span", "", {{"id", "filter-count"}, {"class", "quiet"}, {"role", "status"}});
}

void writeBody(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    const Element body(html, "body");
    html.embedded("svg", "report/glyphs.svg", {{"class", "sprite"}, {"aria-hidden", "true"}});
    html.element("a", say("Skip to the findings"), {{"class", "skip"}, {"href", "#findings"}});
    writeTop(page);
    {
        const Element main(html, "main");
        writeVerdict(page);
        writeSectionLinks(page);
        writeFacts(page);
        writeFindingsSection(page);
        writeScriptTools(page);
        writeEffectsSection(page);
        writeRecoverySection(page);
        writeOverwritesSection(page);
        writeChangesSection(page);
        writeUnseenSection(page);
        writeRecordSection(page);
        writeLimits(page);
    }
    html.element("footer",
                 say("noclobber {}: {} into {}", NOCLOBBER_VERSION, page.review.comparison.head.commit,
                     page.review.comparison.base.commit),
                 {{"class", "foot"}});
    html.script(pageScript());
}

} // namespace

void writeDocumentHead(HtmlPage &page, std::string_view title)
{
    HtmlWriter &html = page.html;
    const Element head(html, "head");
    html.single("meta", {{"charset", "utf-8"}});
    html.single("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", contentPolicy()}});
    html.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html.single("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
    html.single("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    html.single("meta", {{"name", "generator"}, {"content", "noclobber " NOCLOBBER_VERSION}});
    html.element("title", title);
    html.embedded("style", styleFile);
}

std::string writeHtmlReport(const review::Review &review, const HtmlOptions &options)
{
    HtmlPage page(review, options);
    {
        const Element document(page.html, "html", {{"lang", pageLanguage()}});
        writeHead(page);
        writeBody(page);
    }
    return page.html.finish();
}

} // namespace noclobber::report
