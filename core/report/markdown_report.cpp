#include "core/report/markdown_report.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/report/contest.h"
#include "core/report/counts.h"
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
        return say("{} in {}", codeSpan(text), codeSpan(id.scope));
    return codeSpan(text);
}

/// What a person must know: never cut.
std::string decisionPart(const record::ShownRecord &record)
{
    std::string text;
    if (const auto &decision = record.decision) {
        text = say("**{}** {}", decisionWord(*decision), prose(decisionCircumstances(*decision))) + "\n";
        if (record.isOutdated)
            text += say("**Outdated** {}", outdatedSentence(record)) + "\n";
        if (decision->overridden)
            text += say("**Override** of {}: {}", codeSpan(decision->overridden->object),
                        typedProse(decision->overridden->reason)) +
                    "\n";
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
        text = say("{} at {}", text, codeSpan(argo::toText(*finding.location)));
    return text;
}

std::string verdictPart(const review::Review &review, const Summary &summary)
{
    std::string text = fmt::format("### {}\n\n{}\n\n", said(review::headlineText(review.headline)),
                                   prose(review::verdictSentence(review)));
    const rules::Finding *cause = decisiveFinding(review);
    if (cause == nullptr)
        return text;
    text += say("**Cause** {}: {}", findingHead(summary, *cause), prose(cause->message)) + "\n\n";
    if (!cause->help.empty())
        text += say("**Fix** {}", prose(cause->help)) + "\n\n";
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
    List list{say("| Cluster | Overwritten | Deleted | Data lost or at risk | Recreated | Modified | Added |") +
                  "\n|---|--:|--:|--:|--:|--:|--:|\n",
              {},
              "\n"};
    for (const auto &[scope, counts] : scopes) {
        const std::string name = scope.empty() ? say("(no name)") : tableCell(codeSpan(scope));
        list.rows.push_back(fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", name, counts.overwritten,
                                        counts.deleted, counts.lost, counts.recreated, counts.modified, counts.added));
    }
    return list;
}

List commentList(const Summary &summary, const record::ShownRecord &record)
{
    List list{say("**Comments**") + "\n\n", {}, "\n", record.comments.size()};
    for (const record::Comment &comment : record.comments) {
        const std::string name = nameOf(summary, comment.id);
        const std::string head = comment.field.empty() ? name : say("{} field {}", name, codeSpan(comment.field));
        list.rows.push_back(fmt::format("{}\n{}\n\n", head, quotedProse(comment.text)));
    }
    return list;
}

List findingList(const Summary &summary, const std::vector<FindingGroup> &groups)
{
    List list{say("**Findings**") + "\n\n", {}, "\n", 100};
    for (const FindingGroup &group : groups) {
        const rules::Finding &first = *group.findings.front();
        const std::size_t others = group.findings.size() - 1;
        const std::string like = others == 0   ? ""
                                 : others == 1 ? say(" and {} more object like it", others)
                                               : say(" and {} more objects like it", others);
        const std::string accepted = first.waived ? say(" Accepted: {}", typedProse(first.waived->reason)) : "";
        list.rows.push_back(say("- **{}** {}{}: {}{}", first.waived ? say("waived") : said(word(first.severity)),
                                findingHead(summary, first), like, prose(first.message), accepted) +
                            "\n");
    }
    return list;
}

/// The sentence that stands at the top of what is listed in part only.
std::string scopePart(const ReportScope *scope)
{
    return scope == nullptr ? std::string() : prose(scopeSentence(*scope)) + "\n\n";
}

List deathList(const review::Review &review, const Summary &summary, const ReportScope *scope)
{
    const auto all = rankedDeletions(review);
    const auto deletions = onlyListed(all, scope);
    const std::string listed = scope == nullptr ? "" : " " + listedSentence(deletions.size());
    List list{fmt::format("<details><summary>{}{}</summary>\n\n{}\n|---|---|---|---|\n",
                          say("What dies: {}", saidObjects(all.size())), listed,
                          say("| Object | Effect | Data | Why |")),
              {},
              "\n</details>\n\n"};
    for (const blast::AffectedObject *object : deletions) {
        const std::string data = object->dataFate == blast::DataFate::None ? "" : said(word(object->dataFate));
        const std::string why = object->because.empty() ? "" : prose(object->because.back().text);
        list.rows.push_back(fmt::format(
            "| {} | {} | {}{} | {} |\n", tableCell(nameOf(summary, object->id)), said(word(object->effect)), data,
            object->storage.empty() ? "" : " " + tableCell(codeSpan(object->storage)), tableCell(why)));
    }
    return list;
}

List overwriteList(const review::Review &review, const Summary &summary, const ReportScope *scope)
{
    List list{"<details><summary>" + say("Overwritten: who wins") + "</summary>\n\n", {}, "\n</details>\n\n"};
    for (const diff::ObjectChange &change : review.changes.changes) {
        if (change.status != diff::Status::Overwritten || !lists(scope, change.id))
            continue;
        std::string text;
        const Contest contest = contestOf(change);
        for (const Contender &contender : contest.contenders) {
            const std::string place = codeSpan(argo::toText(contender.declaration->location));
            const std::string outcome = said(word(contender.outcome));
            text += text.empty() ? "" : say(", ");
            text += contender.isNew ? say("new {} {}", place, outcome) : say("existing {} {}", place, outcome);
        }
        list.rows.push_back(say("- {}: {}.", nameOf(summary, change.id), text) + "\n");
    }
    return list;
}

std::string footer(const review::Review &review)
{
    const git::Comparison &comparison = review.comparison;
    const blast::Coverage &base = review.radius.baseCoverage;
    const blast::Coverage &head = review.radius.headCoverage;
    std::string text = say("Protected: {} of {} stateful objects before, {} of {} after.", base.protectedObjects,
                           base.statefulObjects, head.protectedObjects, head.statefulObjects) +
                       "\n\n";
    text += say("{} {} into {} {}", codeSpan(comparison.head.revision), codeSpan(comparison.head.commit.substr(0, 12)),
                codeSpan(comparison.base.revision), codeSpan(comparison.base.commit.substr(0, 12)));
    const std::size_t unseen = review.problems.size() + review.notRendered.size() + review.unknowns.size();
    text += unseen == 0   ? say(", all of it read")
            : unseen == 1 ? say(", {} place not analysed", unseen)
                          : say(", {} places not analysed", unseen);
    return text + say(". Values of Secrets are masked.") + " `noclobber " NOCLOBBER_VERSION "`\n";
}

std::string leftOut(std::size_t rows)
{
    return "\n" + say("... and {} more: the HTML and JSON reports have them all.", rows) + "\n";
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
    std::string text = "<!-- noclobber:v1 -->\n" + verdictPart(review, summary) + scopePart(options.scope);
    std::vector<List> lists{scopeList(review)};
    if (options.record != nullptr) {
        text += decisionPart(*options.record);
        lists.push_back(commentList(summary, *options.record));
    }
    lists.push_back(findingList(summary, findings));
    lists.push_back(deathList(review, summary, options.scope));
    lists.push_back(overwriteList(review, summary, options.scope));
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
