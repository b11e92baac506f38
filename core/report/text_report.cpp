#include "core/report/text_report.h"

#include <fmt/format.h>

#include "core/diff/line_diff.h"
#include "core/report/contest.h"
#include "core/report/field_text.h"
#include "core/report/ranking.h"
#include "core/report/text_parts.h"
#include "core/report/text_recovery.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

constexpr std::size_t shortList = 12; ///< entries of a harmless list that are shown
constexpr std::size_t shortFields = 4;
void writeVerdict(const Page &page)
{
    using review::Headline;
    const Headline headline = page.review.headline;
    const Style style = headline == Headline::Safe    ? Style::Good
                        : headline == Headline::Block ? Style::Danger
                                                      : Style::Caution;
    page.out.paragraph(fmt::format("{}. ", review::headlineText(headline)), style, review::verdictSentence(page.review),
                       0);
}

void writeComparison(const Page &page)
{
    const git::Comparison &comparison = page.review.comparison;
    page.out.blankLine();
    page.out.text(fmt::format("{} {:.12} -> {} {:.12} ({})", comparison.base.revision, comparison.base.commit,
                              comparison.head.revision, comparison.head.commit, word(comparison.kind)),
                  0, Style::Quiet);
    for (const std::string &note : page.review.notes)
        page.out.text(note, 0, Style::Quiet);
}

void writeAffected(const Page &page, const blast::AffectedObject &object)
{
    const bool isLoss = object.dataFate == blast::DataFate::Lost || object.dataFate == blast::DataFate::AtRisk;
    const std::string fate =
        object.dataFate == blast::DataFate::None ? std::string() : fmt::format("data {}", word(object.dataFate));
    std::string text = page.name(object.id);
    if (!object.storage.empty())
        text += fmt::format("  {}", object.storage);
    if (object.isDerived)
        text += "  (made by the cluster)";
    for (const std::string &protection : object.protections)
        text += fmt::format("  [{}]", protection);
    page.out.paragraph(fmt::format("    {:<16}{:<14}", word(object.effect), fate),
                       isLoss ? Style::Danger : Style::Plain, text, 34);
}

/// The chain from the change to the objects of a cause, what the cause before it said already left out. Its last link
/// is about the objects themselves.
void writeChain(const Page &page, const Cause &cause)
{
    const auto &links = *cause.because;
    for (std::size_t i = cause.sharedLinks; i < links.size(); ++i) {
        const bool isOwn = i + 1 == links.size() && links[i].id == cause.objects.front()->id;
        page.out.text(isOwn ? commonReason(cause) : page.name(links[i].id) + afterName(links[i]), 2 + 2 * i,
                      Style::Quiet);
    }
}

void writeCauses(const Page &page, const std::vector<const blast::AffectedObject *> &objects)
{
    for (const Cause &cause : groupedByCause(objects)) {
        writeChain(page, cause);
        std::size_t risky = 0;
        for (const blast::AffectedObject *object : cause.objects)
            risky += object->isStateful && object->effect != blast::Effect::Kept ? 1 : 0;
        const std::size_t shown = page.room(cause.objects.size(), risky + shortList);
        for (std::size_t i = 0; i < shown; ++i)
            writeAffected(page, *cause.objects[i]);
        page.more(cause.objects.size() - shown, 4);
    }
}

void writeEffects(const Page &page)
{
    const auto deletions = rankedDeletions(page.review);
    if (!deletions.empty()) {
        page.out.heading(fmt::format("Would be deleted: {}, {} with state",
                                     plural(deletions.size(), "object", "objects"), page.summary.statefulDeletions));
        writeCauses(page, deletions);
    }
    const auto survivors = rankedSurvivors(page.review);
    if (!survivors.empty()) {
        page.out.heading(fmt::format("Would stay, and need a look: {}", plural(survivors.size(), "object", "objects")));
        writeCauses(page, survivors);
    }
}

bool hasLines(const std::optional<yaml::Node> &value)
{
    return value && value->type == yaml::NodeType::String && value->scalar.find('\n') != std::string::npos;
}

/// A text of several lines: the lines that differ.
void writeLines(const Page &page, const diff::FieldChange &field)
{
    const std::string base = field.base ? field.base->scalar : "";
    const std::string head = field.head ? field.head->scalar : "";
    page.out.text(field.path + ":", 6);
    std::size_t hidden = 0;
    std::size_t shown = 0;
    const auto line = [&](std::string_view sign, std::string_view text) {
        if (page.showsAll || shown++ < 2 * shortFields)
            page.out.text(fmt::format("{}{}", sign, text), 8);
        else
            ++hidden;
    };
    for (const diff::LinePair &pair : diff::alignLines(base, head)) {
        if (pair.change == diff::LineChange::Removed || pair.change == diff::LineChange::Replaced)
            line("- ", pair.baseText);
        if (pair.change == diff::LineChange::Added || pair.change == diff::LineChange::Replaced)
            line("+ ", pair.headText);
    }
    if (hidden > 0)
        page.out.text(fmt::format("... and {}", plural(hidden, "more line", "more lines")), 8, Style::Quiet);
}

void writeField(const Page &page, const diff::FieldChange &field)
{
    if (!field.isSecret && (hasLines(field.base) || hasLines(field.head)))
        return writeLines(page, field);
    const auto shown = [](const std::optional<yaml::Node> &value) {
        return value ? valueText(*value, 60) : "(absent)";
    };
    const std::string arrow = field.isOrderOnly ? "other order" : shown(field.base) + " -> " + shown(field.head);
    page.out.text(fmt::format("{}: {}{}", field.path, arrow, field.isImmutable ? " (immutable)" : ""), 6);
}

void writeFields(const Page &page, const diff::ObjectChange &change, std::size_t limit)
{
    const std::size_t shown = page.room(change.fields.size(), limit);
    for (std::size_t i = 0; i < shown; ++i)
        writeField(page, change.fields[i]);
    if (shown < change.fields.size())
        page.out.text(fmt::format("... and {}", plural(change.fields.size() - shown, "more field", "more fields")), 6,
                      Style::Quiet);
}

void writeOverwrite(const Page &page, const diff::ObjectChange &change)
{
    page.out.text(page.name(change.id), 2, Style::Danger);
    const Contest contest = contestOf(change);
    for (const Contender &contender : contest.contenders) {
        std::string place = argo::toText(contender.declaration->location);
        if (contender.declaration->application)
            place += " of " + argo::applicationName(*contender.declaration->application);
        page.out.paragraph(
            fmt::format("    {:<9}{:<10}", contender.isNew ? "new" : "existing", word(contender.outcome)),
            contender.outcome == Outcome::Wins ? Style::Strong : Style::Plain, place, 23);
    }
    page.out.text(contest.why, 4);
    writeFields(page, change, 8);
}

void writeOverwrites(const Page &page, const StatusGroup &group)
{
    page.out.heading(fmt::format("Overwritten: {}", plural(group.changes.size(), "object", "objects")));
    for (const diff::ObjectChange *change : group.changes)
        writeOverwrite(page, *change);
}

std::string placeOf(const diff::ObjectChange &change)
{
    const auto place = [](const Few<argo::Declaration> &side, const argo::Declaration *winner) {
        return argo::toText((winner != nullptr ? *winner : side.back()).location);
    };
    if (change.status == diff::Status::Moved)
        return place(change.base, change.winnerInBase()) + " -> " + place(change.head, change.winnerInHead());
    if (!change.head.empty())
        return place(change.head, change.winnerInHead());
    return change.base.empty() ? std::string() : place(change.base, change.winnerInBase());
}

void writeChange(const Page &page, const diff::ObjectChange &change)
{
    std::string text = page.name(change.id);
    if (change.renamedFrom)
        text = fmt::format("{} -> {} ({:.0f} % alike)", page.name(*change.renamedFrom), text, change.likeness * 100);
    for (const std::string_view flag : words(change.flags))
        text += fmt::format(" [{}]", flag);
    page.out.text(text, 2);
    page.out.text(placeOf(change), 6, Style::Quiet);
    writeFields(page, change, shortFields);
}

void writeChanges(const Page &page)
{
    for (StatusGroup &group : rankedChanges(page.review)) {
        if (group.status == diff::Status::Overwritten) {
            writeOverwrites(page, group);
            continue;
        }
        // A renamed pair is shown once, at its new name.
        std::erase_if(group.changes, [](const diff::ObjectChange *change) { return change->renamedTo.has_value(); });
        std::string title(word(group.status));
        title[0] = static_cast<char>(title[0] - 'a' + 'A');
        if (group.status == diff::Status::Unchanged)
            title = "Unchanged in effect";
        page.out.heading(fmt::format("{}: {}", title, plural(group.changes.size(), "object", "objects")));
        const bool isRisky = group.status == diff::Status::Removed || group.status == diff::Status::Unknown;
        const std::size_t shown = page.room(group.changes.size(), isRisky ? 4 * shortList : shortList);
        for (std::size_t i = 0; i < shown; ++i)
            writeChange(page, *group.changes[i]);
        page.more(group.changes.size() - shown, 2);
    }
}

void writeCounts(const Page &page)
{
    const diff::StatusCounts &counts = page.review.changes.counts;
    page.out.heading("Counts");
    page.out.text(fmt::format("{} objects before, {} after: {} overwritten, {} removed, {} renamed, {} modified, "
                              "{} moved, {} added, {} shadowed, {} duplicated, {} unknown, {} unchanged, {} formatting "
                              "only.",
                              page.review.inventories.base.objects.size(), page.review.inventories.head.objects.size(),
                              counts.overwritten, counts.removed, counts.renamed, counts.modified, counts.moved,
                              counts.added, counts.shadowed, counts.duplicated, counts.unknown, counts.unchanged,
                              counts.formattingOnly),
                  2);
    const blast::Coverage &base = page.review.radius.baseCoverage;
    const blast::Coverage &head = page.review.radius.headCoverage;
    page.out.text(fmt::format("Protected: {} of {} stateful objects before, {} of {} after.", base.protectedObjects,
                              base.statefulObjects, head.protectedObjects, head.statefulObjects),
                  2);
}

} // namespace

std::string writeTextReport(const review::Review &review, const TextOptions &options)
{
    const Summary summary = summarise(review);
    TextWriter out(options.colour, options.columns);
    const Page page{review, summary, out, options.detail == Detail::All};
    writeVerdict(page);
    if (options.detail == Detail::Verdict)
        return out.finish();
    writeComparison(page);
    writeFindings(page);
    writeEffects(page);
    writeRecovery(page);
    writeChanges(page);
    writeUnseen(page);
    writeCounts(page);
    return out.finish();
}

} // namespace noclobber::report
