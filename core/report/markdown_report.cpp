#include "core/report/markdown_report.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/report/contest.h"
#include "core/report/decisive_finding.h"
#include "core/report/markdown_text.h"
#include "core/report/ranking.h"
#include "core/report/record_words.h"
#include "core/report/summary.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

constexpr std::size_t mostRows = 20;      ///< of a list of what follows from the findings
constexpr std::size_t leastOfList = 2500; ///< bytes that a list has at least, whatever stands before it

/// A list that may be cut at its end. Its rows are whole lines.
struct List {
    std::string begin;
    std::vector<std::string> rows;
    std::string end;
    std::size_t room = mostRows; ///< rows at most
};

std::string nameOf(const Summary &summary, const argo::ObjectId &id)
{
    const std::string nameSpace = id.key.nameSpace.empty() ? "" : id.key.nameSpace + "/";
    std::string text = id.key.kind + " " + nameSpace + id.key.name;
    if (summary.scopes.size() > 1 && !id.scope.empty())
        return codeSpan(text) + " in " + codeSpan(id.scope);
    return codeSpan(text);
}

/// What a person must know: never cut.
std::string decisionPart(const record::ShownRecord &record)
{
    std::string text;
    if (const auto &decision = record.decision) {
        text = fmt::format("**{}** {}\n", decisionWord(*decision), prose(decisionCircumstances(*decision)));
        if (record.isOutdated)
            text += fmt::format("**Outdated** {}\n", outdatedSentence(record));
        if (decision->overridden)
            text += fmt::format("**Override** of {}: {}\n", codeSpan(decision->overridden->object),
                                prose(decision->overridden->reason));
        if (!decision->summary.empty())
            text += quotedProse(decision->summary) + "\n";
    }
    return text + (text.empty() ? "" : "\n") + progressSentence(record.progress) + "\n\n";
}

std::string findingHead(const Summary &summary, const rules::Finding &finding)
{
    std::string text = codeSpan(finding.rule);
    if (!finding.id.key.kind.empty())
        text += " " + nameOf(summary, finding.id);
    if (finding.location && finding.message.find(argo::toText(*finding.location)) == std::string::npos)
        text += " at " + codeSpan(argo::toText(*finding.location));
    return text;
}

std::string verdictPart(const review::Review &review, const Summary &summary)
{
    std::string text =
        fmt::format("### {}\n\n{}\n\n", review::headlineText(review.headline), prose(review::verdictSentence(review)));
    const rules::Finding *cause = decisiveFinding(review);
    if (cause == nullptr)
        return text;
    text += fmt::format("**Cause** {}: {}\n\n", findingHead(summary, *cause), prose(cause->message));
    if (!cause->help.empty())
        text += fmt::format("**Fix** {}\n\n", prose(cause->help));
    return text;
}

struct ScopeCounts {
    std::size_t overwritten = 0, deleted = 0, lost = 0, recreated = 0, modified = 0, added = 0;
};

List scopeList(const review::Review &review)
{
    std::map<std::string, ScopeCounts> scopes;
    for (const diff::ObjectChange &change : review.changes.changes) {
        ScopeCounts &counts = scopes[change.id.scope];
        counts.overwritten += change.status == diff::Status::Overwritten ? 1 : 0;
        counts.modified += change.status == diff::Status::Modified ? 1 : 0;
        counts.added += change.status == diff::Status::Added ? 1 : 0;
    }
    for (const blast::AffectedObject &object : review.radius.objects) {
        ScopeCounts &counts = scopes[object.id.scope];
        counts.recreated += object.effect == blast::Effect::Recreated ? 1 : 0;
        counts.deleted += blast::isDeletion(object.effect) && object.effect != blast::Effect::Recreated ? 1 : 0;
        counts.lost += object.dataFate <= blast::DataFate::AtRisk ? 1 : 0;
    }
    List list{"| Cluster | Overwritten | Deleted | Data lost or at risk | Recreated | Modified | Added |\n"
              "|---|--:|--:|--:|--:|--:|--:|\n",
              {},
              "\n"};
    for (const auto &[scope, counts] : scopes) {
        const std::string name = scope.empty() ? "(no name)" : tableCell(codeSpan(scope));
        list.rows.push_back(fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", name, counts.overwritten,
                                        counts.deleted, counts.lost, counts.recreated, counts.modified, counts.added));
    }
    return list;
}

List commentList(const Summary &summary, const record::ShownRecord &record)
{
    List list{"**Comments**\n\n", {}, "\n", record.comments.size()};
    for (const record::Comment &comment : record.comments) {
        const std::string field = comment.field.empty() ? "" : " field " + codeSpan(comment.field);
        list.rows.push_back(fmt::format("{}{}\n{}\n\n", nameOf(summary, comment.id), field, quotedProse(comment.text)));
    }
    return list;
}

List findingList(const Summary &summary, const std::vector<FindingGroup> &groups)
{
    List list{"**Findings**\n\n", {}, "\n", 100};
    for (const FindingGroup &group : groups) {
        const rules::Finding &first = *group.findings.front();
        const std::string others =
            group.findings.size() > 1
                ? fmt::format(" and {} like it", plural(group.findings.size() - 1, "more object", "more objects"))
                : "";
        const std::string accepted =
            first.waived ? fmt::format(" Accepted: {}", prose(first.waived->reason)) : std::string();
        list.rows.push_back(fmt::format("- **{}** {}{}: {}{}\n", first.waived ? "waived" : word(first.severity),
                                        findingHead(summary, first), others, prose(first.message), accepted));
    }
    return list;
}

List deathList(const review::Review &review, const Summary &summary)
{
    const auto deletions = rankedDeletions(review);
    List list{fmt::format("<details><summary>What dies: {}</summary>\n\n| Object | Effect | Data | Why |\n"
                          "|---|---|---|---|\n",
                          plural(deletions.size(), "object", "objects")),
              {},
              "\n</details>\n\n"};
    for (const blast::AffectedObject *object : deletions) {
        const std::string data = object->dataFate == blast::DataFate::None ? "" : std::string(word(object->dataFate));
        const std::string why = object->because.empty() ? "" : prose(object->because.back().text);
        list.rows.push_back(
            fmt::format("| {} | {} | {}{} | {} |\n", tableCell(nameOf(summary, object->id)), word(object->effect), data,
                        object->storage.empty() ? "" : " " + tableCell(codeSpan(object->storage)), tableCell(why)));
    }
    return list;
}

List overwriteList(const review::Review &review, const Summary &summary)
{
    List list{"<details><summary>Overwritten: who wins</summary>\n\n", {}, "\n</details>\n\n"};
    for (const diff::ObjectChange &change : review.changes.changes) {
        if (change.status != diff::Status::Overwritten)
            continue;
        std::string text = "- " + nameOf(summary, change.id);
        const Contest contest = contestOf(change);
        for (const Contender &contender : contest.contenders)
            text += fmt::format("{} {} {} {}", &contender == &contest.contenders.front() ? ":" : ",",
                                contender.isNew ? "new" : "existing",
                                codeSpan(argo::toText(contender.declaration->location)), word(contender.outcome));
        list.rows.push_back(text + ".\n");
    }
    return list;
}

std::string footer(const review::Review &review)
{
    const git::Comparison &comparison = review.comparison;
    const blast::Coverage &base = review.radius.baseCoverage;
    const blast::Coverage &head = review.radius.headCoverage;
    std::string text =
        fmt::format("Protected: {} of {} stateful objects before, {} of {} after.\n\n", base.protectedObjects,
                    base.statefulObjects, head.protectedObjects, head.statefulObjects);
    text += fmt::format("{} {} into {} {}", codeSpan(comparison.head.revision),
                        codeSpan(comparison.head.commit.substr(0, 12)), codeSpan(comparison.base.revision),
                        codeSpan(comparison.base.commit.substr(0, 12)));
    const std::size_t unseen = review.problems.size() + review.notRendered.size() + review.unknowns.size();
    text += unseen == 0 ? ", all of it read" : fmt::format(", {} not analysed", plural(unseen, "place", "places"));
    return text + fmt::format(". Values of Secrets are masked. `noclobber {}`\n", NOCLOBBER_VERSION);
}

std::string leftOut(std::size_t rows)
{
    return fmt::format("\n... and {} more: the HTML and JSON reports have them all.\n", rows);
}

/// As many rows as fit into `most` bytes, and how many do not.
std::string written(const List &list, std::size_t most)
{
    if (list.rows.empty())
        return {};
    std::string text = list.begin;
    const std::size_t after = list.end.size() + leftOut(list.rows.size()).size();
    std::size_t shown = 0;
    while (shown < list.rows.size() && shown < list.room && text.size() + list.rows[shown].size() + after <= most)
        text += list.rows[shown++];
    if (shown < list.rows.size())
        text += leftOut(list.rows.size() - shown);
    return text + list.end;
}

} // namespace

std::string writeMarkdownReport(const review::Review &review, const MarkdownOptions &options)
{
    const Summary summary = summarise(review);
    const std::vector<FindingGroup> findings = groupedFindings(review);
    std::string text = "<!-- noclobber:v1 -->\n" + verdictPart(review, summary);
    std::vector<List> lists{scopeList(review)};
    if (options.record != nullptr) {
        text += decisionPart(*options.record);
        lists.push_back(commentList(summary, *options.record));
    }
    lists.push_back(findingList(summary, findings));
    lists.push_back(deathList(review, summary));
    lists.push_back(overwriteList(review, summary));
    const std::string end = footer(review);
    for (std::size_t i = 0; i < lists.size(); ++i) {
        std::size_t others = text.size() + end.size();
        for (std::size_t later = i + 1; later < lists.size(); ++later)
            others += written(lists[later], leastOfList).size();
        text += written(lists[i], std::max(leastOfList, options.most - std::min(options.most, others)));
    }
    return text + end;
}

} // namespace noclobber::report
