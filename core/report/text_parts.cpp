#include "core/report/text_parts.h"

#include <fmt/format.h>

#include "core/report/ranking.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

constexpr std::size_t shortNotes = 5;

Style styleOf(Severity severity)
{
    return severity == Severity::Block ? Style::Danger : severity == Severity::Warn ? Style::Caution : Style::Mark;
}

void writeFinding(const Page &page, const rules::Finding &finding)
{
    const std::string name = finding.id.key.kind.empty() ? std::string() : page.name(finding.id);
    const bool isWaived = finding.waived.has_value();
    const std::string severity = isWaived ? "waived" : std::string(word(finding.severity));
    page.out.paragraph(fmt::format("  {:<7}{}  ", severity, finding.rule),
                       isWaived ? Style::Quiet : styleOf(finding.severity), name, 9);
    if (finding.location && finding.message.find(argo::toText(*finding.location)) == std::string::npos)
        page.out.text(argo::toText(*finding.location), 9, Style::Quiet);
    page.out.text(finding.message, 9);
    if (isWaived)
        page.out.text(fmt::format("Accepted: {}{}", finding.waived->reason,
                                  finding.waived->until.empty() ? "" : ", until " + finding.waived->until),
                      9);
    else if (!finding.help.empty())
        page.out.paragraph("         Mend: ", Style::Strong, finding.help, 15);
}

/// Findings of one rule with one mend: their objects, what they say once.
void writeFindingGroup(const Page &page, const FindingGroup &group)
{
    const rules::Finding &first = *group.findings.front();
    page.out.paragraph(fmt::format("  {:<7}{}  ", word(first.severity), first.rule), styleOf(first.severity),
                       plural(group.findings.size(), "object", "objects"), 9);
    for (const rules::Finding *finding : group.findings) {
        const std::string name = finding->id.key.kind.empty() ? std::string() : page.name(finding->id);
        page.out.text(finding->location ? name + " " + argo::toText(*finding->location) : name, 9);
    }
    page.out.paragraph("         The first: ", Style::Strong, first.message, 9);
    if (!first.help.empty())
        page.out.paragraph("         Mend: ", Style::Strong, first.help, 15);
}

} // namespace

std::string Page::name(const argo::ObjectId &id) const
{
    const bool showsScope = summary.scopes.size() > 1 && !id.scope.empty();
    return argo::shortText(id) + (showsScope ? " in " + id.scope : "");
}

std::size_t Page::room(std::size_t count, std::size_t limit) const
{
    return showsAll || count <= limit + 1 ? count : limit;
}

void Page::more(std::size_t hidden, std::size_t indent) const
{
    if (hidden > 0)
        out.text(fmt::format("... and {} more; -v shows all, --format json has everything", hidden), indent,
                 Style::Quiet);
}

void writeFindings(const Page &page)
{
    if (page.review.findings.empty())
        return;
    const Summary &summary = page.summary;
    page.out.heading(fmt::format("Findings: {} block, {} warn, {} note, {} waived", summary.count(Severity::Block),
                                 summary.count(Severity::Warn), summary.count(Severity::Note), summary.waivedFindings));
    std::size_t harmless = 0;
    for (const FindingGroup &group : groupedFindings(page.review)) {
        const rules::Finding &first = *group.findings.front();
        const bool isHarmless = first.waived || first.severity == Severity::Note;
        if (isHarmless && !page.showsAll && ++harmless > shortNotes)
            continue;
        if (group.findings.size() > 1 && !page.showsAll) {
            writeFindingGroup(page, group);
            continue;
        }
        for (const rules::Finding *finding : group.findings)
            writeFinding(page, *finding);
    }
    page.more(harmless > shortNotes ? harmless - shortNotes : 0, 2);
}

void writeUnseen(const Page &page)
{
    const review::Review &review = page.review;
    if (!review.problems.empty())
        page.out.heading(fmt::format("Not read: {}", plural(review.problems.size(), "place", "places")));
    for (const review::Problem &problem : review.problems)
        page.out.paragraph(page.isAudit     ? "  "
                           : problem.inHead ? "  head  "
                                            : "  base  ",
                           Style::Caution, fmt::format("{}:{}: {}", problem.path, problem.line, problem.message), 8);
    if (!review.notRendered.empty())
        page.out.heading("Not rendered here, so not judged");
    for (const review::NotRendered &folder : review.notRendered)
        page.out.text(fmt::format("{} ({}): {}{}", folder.path, word(folder.renderer),
                                  plural(folder.files, "file", "files"),
                                  page.isAudit ? "" : fmt::format(", {} of them changed", folder.changed)),
                      2);
    if (!review.unknowns.empty())
        page.out.heading("Out of sight");
    for (const argo::Unknown &unknown : review.unknowns)
        page.out.text(fmt::format("{}: {}", page.name(unknown.id), unknown.message), 2);
}

} // namespace noclobber::report
