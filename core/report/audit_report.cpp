#include "core/report/audit_report.h"

#include <map>
#include <vector>

#include <fmt/format.h>

#include "core/report/audit_parts.h"
#include "core/report/json_parts.h"
#include "core/report/text_parts.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

using Layout = JsonWriter::Layout;

void writeVerdict(const Page &page)
{
    const blast::Coverage &coverage = page.review.radius.headCoverage;
    const Style style = page.summary.count(Severity::Block) > 0                ? Style::Danger
                        : page.summary.count(Severity::Warn) > 0               ? Style::Caution
                        : coverage.protectedObjects < coverage.statefulObjects ? Style::Mark
                                                                               : Style::Good;
    page.out.paragraph(coverageSentence(coverage) + " ", style, findingsSentence(page.summary), 0);
}

void writeCommitLine(const Page &page)
{
    const argo::Inventory &inventory = page.review.inventories.head;
    const git::TreeSnapshot &commit = page.review.comparison.head;
    page.out.blankLine();
    page.out.text(fmt::format("{} {:.12}: {}, {}, {}", commit.revision, commit.commit,
                              plural(inventory.objects.size(), "object", "objects"),
                              plural(inventory.applications.size(), "Application", "Applications"),
                              plural(page.summary.scopes.size(), "named cluster", "named clusters")),
                  0, Style::Quiet);
    for (const std::string &note : page.review.notes)
        page.out.text(note, 0, Style::Quiet);
}

void writeShares(const Page &page, std::string_view title, const std::vector<CoverageShare> &shares)
{
    constexpr std::size_t shortList = 12;
    if (shares.size() < 2) // the total says it
        return;
    page.out.heading(title);
    const std::size_t shown = page.room(shares.size(), shortList);
    for (std::size_t i = 0; i < shown; ++i) {
        const blast::Coverage &coverage = shares[i].coverage;
        const Style style = coverage.protectedObjects == 0 ? Style::Caution
                            : shares[i].bare() == 0        ? Style::Good
                                                           : Style::Plain;
        page.out.paragraph(fmt::format("  {:>4} of {:<4}  ", coverage.protectedObjects, coverage.statefulObjects),
                           style, shares[i].name, 16);
    }
    page.more(shares.size() - shown, 2);
}

/// What the patch does; what it leaves out is put together by the reason.
void writeFix(const Page &page, const fix::Fix &fix)
{
    page.out.heading("Patch");
    page.out.text(fix.objects == 0
                      ? std::string("Nothing can be added.")
                      : fmt::format("It adds what is missing to {} in {}.", plural(fix.objects, "object", "objects"),
                                    plural(fix.files, "file", "files")),
                  2);
    std::map<std::string, std::vector<const fix::Unfixed *>> byReason;
    for (const fix::Unfixed &entry : fix.unfixed)
        byReason[entry.reason].push_back(&entry);
    for (const auto &[reason, entries] : byReason) {
        page.out.paragraph("  Not in it: ", Style::Caution, plural(entries.size(), "object", "objects") + ". " + reason,
                           4);
        for (const fix::Unfixed *entry : entries)
            page.out.text(page.name(entry->id) + " " + argo::toText(entry->location), 4);
    }
}

void writeFix(JsonWriter &json, const std::optional<fix::Fix> &fix)
{
    json.key("fix");
    if (!fix)
        return json.null();
    json.beginObject();
    writeNumber(json, "objects", fix->objects);
    writeNumber(json, "files", fix->files);
    writeList(json, "unfixed", fix->unfixed, [](JsonWriter &list, const fix::Unfixed &entry) {
        list.beginObject();
        writeText(list, "rule", entry.rule);
        list.key("identity");
        writeIdentityOrNull(list, entry.id);
        list.key("location");
        writeLocation(list, entry.location);
        writeText(list, "reason", entry.reason);
        list.endObject();
    });
    json.endObject();
}

void writeCounts(JsonWriter &json, const review::Audit &audit, const Summary &summary)
{
    const review::Review &review = audit.review;
    json.key("summary");
    json.beginObject();
    writeNumber(json, "objects", review.inventories.head.objects.size());
    writeNumber(json, "applications", review.inventories.head.applications.size());
    writeNumber(json, "duplicates", review.changes.duplicates.size());
    writeNumber(json, "problems", review.problems.size());
    writeFindingCounts(json, summary);
    writeCoverage(json, "coverage", review.radius.headCoverage);
    json.key("coverageByScope");
    json.beginList();
    for (const auto &[scope, coverage] : audit.scopes) {
        json.beginObject(Layout::OneLine);
        writeText(json, "scope", scope);
        writeCoverage(json, "coverage", coverage);
        json.endObject();
    }
    json.endList();
    json.key("coverageByApplication");
    json.beginList();
    for (const auto &[id, coverage] : audit.applications) {
        json.beginObject(Layout::OneLine);
        json.key("identity");
        writeIdentityOrNull(json, id.value_or(argo::ObjectId()));
        writeCoverage(json, "coverage", coverage);
        json.endObject();
    }
    json.endList();
    json.endObject();
}

} // namespace

std::string writeAuditJson(const review::Audit &audit)
{
    const review::Review &review = audit.review;
    const Summary summary = summarise(review);
    JsonWriter json;
    json.beginObject();
    writeText(json, "schema", "noclobber.audit/1");
    writeTool(json, review);
    writeText(json, "revision", review.comparison.head.revision);
    writeText(json, "commit", review.comparison.head.commit);
    writeText(json, "verdict", word(review.verdict));
    writeScopes(json, summary);
    writeCounts(json, audit, summary);
    writeList(json, "duplicates", review.changes.duplicates, writeDuplicate);
    writeList(json, "findings", review.findings, writeFinding);
    writeList(json, "problems", review.problems, writeProblem);
    writeList(json, "notRendered", review.notRendered, writeNotRendered);
    writeList(json, "unknowns", review.unknowns, writeUnknown);
    writeFix(json, audit.fix);
    writeTexts(json, "notes", review.notes);
    json.endObject();
    return json.finish();
}

std::string writeAuditText(const review::Audit &audit, const TextOptions &options)
{
    const Summary summary = summarise(audit.review);
    TextWriter out(options.colour, options.columns);
    const Page page{audit.review, summary, out, options.detail == Detail::All, true};
    writeVerdict(page);
    if (options.detail == Detail::Verdict)
        return out.finish();
    writeCommitLine(page);
    writeShares(page, "Protected stateful objects by cluster", scopeShares(audit));
    writeShares(page, "Protected stateful objects by Application", applicationShares(audit, summary));
    writeFindings(page);
    if (audit.fix)
        writeFix(page, *audit.fix);
    writeUnseen(page);
    return out.finish();
}

} // namespace noclobber::report
