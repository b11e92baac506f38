#include "core/report/html_report.h"

#include <fmt/format.h>

#include "core/base/digest.h"
#include "core/base/resources.h"
#include "core/report/html_page.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

constexpr Literal styleFile = "report/report.css";
constexpr Literal scriptFile = "report/report.js";

std::string sourceHash(Literal file)
{
    return "'sha256-" + toBase64(sha256(resource(file.text()))) + "'";
}

/// What the page may do: show itself. Neither a style nor a script of somebody else, no request, no form.
std::string contentPolicy()
{
    return fmt::format("default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; "
                       "form-action 'none'",
                       sourceHash(styleFile), sourceHash(scriptFile));
}

std::string shortCommit(const git::TreeSnapshot &snapshot)
{
    return snapshot.commit.substr(0, 12);
}

void writeHead(HtmlPage &page)
{
    const git::Comparison &comparison = page.review.comparison;
    writeDocumentHead(page, fmt::format("{}: {} ({}) into {} ({})", review::headlineText(page.review.headline),
                                        comparison.head.revision, shortCommit(comparison.head),
                                        comparison.base.revision, shortCommit(comparison.base)));
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
    html.text(comparison.kind == git::ComparisonKind::MergeResult ? " merged into " : " against ");
    html.element("code", comparison.base.revision);
    html.text(" " + shortCommit(comparison.base));
    if (!page.options.date.empty())
        html.text(", " + page.options.date);
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
    writeOverride(page);
}

/// A link to a section that says the most important thing about it: a number, what it counts, and what to fear.
struct Tile {
    Literal target;
    std::size_t count = 0;
    std::string_view title;
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
std::string nonZero(std::initializer_list<std::pair<std::size_t, std::string_view>> parts)
{
    std::string text;
    for (const auto &[count, what] : parts) {
        if (count > 0)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, what);
    }
    return text;
}

void writeSectionLinks(HtmlPage &page)
{
    using blast::DataFate;
    const Summary &summary = page.summary;
    const review::Review &review = page.review;
    const diff::StatusCounts &counts = review.changes.counts;
    const Element nav(page.html, "nav", {{"class", "sections"}, {"aria-label", "Sections"}});
    const Element list(page.html, "ul");
    writeTile(page, {"#dies", summary.deletions, "deleted",
                     nonZero({{summary.statefulDeletions, "hold state"},
                              {summary.count(DataFate::Lost), "lose data"},
                              {summary.count(DataFate::AtRisk), "may lose data"}})});
    writeTile(page, {"#overwrites", counts.overwritten, "overwritten", "another declaration wins"});
    writeTile(page, {"#findings", review.findings.size(), "findings",
                     nonZero({{summary.count(Severity::Block), "block"},
                              {summary.count(Severity::Warn), "warn"},
                              {summary.count(Severity::Note), "note"},
                              {summary.waivedFindings, "waived"}})});
    writeTile(page, {"#changes", review.changes.changes.size(), "changes",
                     nonZero({{counts.overwritten, "overwritten"},
                              {counts.removed, "removed"},
                              {counts.renamed, "renamed"},
                              {counts.modified, "modified"},
                              {counts.moved, "moved"},
                              {counts.added, "added"}})});
    if (!review.recovery.empty())
        writeTile(page, {"#recovery", review.recovery.steps.size(), "steps back", "if this was merged by mistake"});
    writeTile(page, {"#unseen", review.problems.size() + review.notRendered.size() + review.unknowns.size(), "not seen",
                     "unreadable or elsewhere"});
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
    return fmt::format("{}, commit {}", snapshot.revision, snapshot.commit);
}

std::string_view comparisonText(git::ComparisonKind kind)
{
    switch (kind) {
    case git::ComparisonKind::MergeResult:
        return "Base's tip against the result of merging head into it, made in memory.";
    case git::ComparisonKind::TwoDot:
        return "The two commits as they are.";
    case git::ComparisonKind::ThreeDot:
        break;
    }
    return "The merge base of the two against head.";
}

std::string scopesText(const Summary &summary)
{
    std::string text;
    for (const auto &[name, origin] : summary.scopes)
        text += fmt::format("{}{} (from {})", text.empty() ? "" : ", ", name, word(origin));
    return text.empty() ? "One cluster, without a name." : text;
}

std::string configurationText(const review::Review &review)
{
    using review::ConfigurationOrigin;
    switch (review.configurationOrigin) {
    case ConfigurationOrigin::Base:
        return "The .noclobber.yaml of base.";
    case ConfigurationOrigin::Option:
        return "A file named on the command line.";
    case ConfigurationOrigin::None:
        break;
    }
    return "None: Applications and folders give the clusters.";
}

std::string unseenText(const review::Review &review)
{
    if (review.problems.empty() && review.notRendered.empty() && review.unknowns.empty())
        return "Nothing: every manifest of both commits was read.";
    std::size_t files = 0;
    std::size_t changed = 0;
    for (const review::NotRendered &folder : review.notRendered) {
        files += folder.files;
        changed += folder.changed;
    }
    return fmt::format(
        "{} that could not be read; {} of folders that are not rendered here, {} of them changed; {} out "
        "of sight.",
        plural(review.problems.size(), "place", "places"), plural(files, "file", "files"), changed,
        plural(review.unknowns.size(), "object", "objects"));
}

void writeFacts(HtmlPage &page)
{
    const review::Review &review = page.review;
    HtmlWriter &html = page.html;
    const Element section(html, "section", {{"id", "compared"}});
    html.element("h2", "What was compared");
    const Element list(html, "dl", {{"class", "facts"}});
    const blast::Coverage &base = review.radius.baseCoverage;
    const blast::Coverage &head = review.radius.headCoverage;
    writeFact(page, "Base", commitText(review.comparison.base));
    writeFact(page, "Objects",
              fmt::format("{} before, {} after", review.inventories.base.objects.size(),
                          review.inventories.head.objects.size()));
    writeFact(page, "Head", commitText(review.comparison.head));
    writeFact(page, "Protected",
              fmt::format("{} of {} stateful objects before, {} of {} after", base.protectedObjects,
                          base.statefulObjects, head.protectedObjects, head.statefulObjects));
    writeFact(page, "Merge base", review.comparison.mergeBase.value_or("none: the histories share nothing"));
    writeFact(page, "Configuration", configurationText(review));
    writeFact(page, "Clusters", scopesText(page.summary));
    writeFact(page, "Argo CD", review.configuration.argoCdVersion.value_or("version not configured"));
    writeWideFact(page, "How", comparisonText(review.comparison.kind));
    for (const std::string &remote : review.comparison.place.remotes)
        writeWideFact(page, "Repository", remote);
    writeWideFact(page, "Not analysed", unseenText(review));
    for (const std::string &note : review.notes)
        writeWideFact(page, "Note", note);
}

void writeLimits(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    const Element section(html, "section", {{"id", "limits"}});
    html.element("h2", "Method and limits");
    html.element("p",
                 "Both commits were read as Kubernetes reads them: an object is named by cluster, API group, kind, "
                 "namespace and name, never by its file or API version. Where several documents claim one name, "
                 "the one that Argo CD applies last is in effect. Deletion follows from what each Application "
                 "covers before and after, its sync policy, finalizers, owners and namespaces.");
    html.element("p", "Only git was looked at. What runs in the cluster, what was changed there by hand, charts and "
                      "overlays that are rendered elsewhere, other repositories, admission policies and controllers "
                      "are not seen. Protections are judged from base, as they are on the live objects.");
    html.element("p",
                 "Values of Secrets are masked: (secret) where both sides are equal, (secret, changed) where not.");
}

void writeScriptTools(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    const Element tools(html, "div", {{"class", "tools"}, {"role", "group"}, {"aria-label", "Filter the lists"}});
    html.element("label", "Filter the lists below", {{"for", "filter"}});
    html.single("input", {{"id", "filter"}, {"type", "search"}, {"autocomplete", "off"}});
    html.element("button", "Open all", {{"id", "open-all"}, {"type", "button"}});
    html.element("button", "Close all", {{"id", "close-all"}, {"type", "button"}});
    html.element("span", "", {{"id", "filter-count"}, {"class", "quiet"}, {"role", "status"}});
}

void writeBody(HtmlPage &page)
{
    HtmlWriter &html = page.html;
    const Element body(html, "body");
    html.embedded("svg", "report/glyphs.svg", {{"class", "sprite"}, {"aria-hidden", "true"}});
    html.element("a", "Skip to the findings", {{"class", "skip"}, {"href", "#findings"}});
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
                 fmt::format("noclobber {}: {} into {}", NOCLOBBER_VERSION, page.review.comparison.head.commit,
                             page.review.comparison.base.commit),
                 {{"class", "foot"}});
    html.embedded("script", scriptFile);
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
        const Element document(page.html, "html", {{"lang", "en"}});
        writeHead(page);
        writeBody(page);
    }
    return page.html.finish();
}

} // namespace noclobber::report
