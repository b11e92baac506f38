#include "tests/support/print_review.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace noclobber::test {
namespace {

std::string flagText(const diff::Flags &flags)
{
    std::string text;
    for (const auto &[isSet, name] :
         {std::pair(flags.apiMigrated, "apiMigrated"), std::pair(flags.recreated, "recreated"),
          std::pair(flags.contested, "contested"), std::pair(flags.formattingOnly, "formattingOnly"),
          std::pair(flags.deduplicated, "deduplicated"), std::pair(flags.hook, "hook")}) {
        if (isSet)
            text += (text.empty() ? "" : ",") + std::string(name);
    }
    return text.empty() ? text : "[" + text + "] ";
}

std::string_view statusText(diff::Status status)
{
    static constexpr std::string_view names[] = {"unknown",  "renamed", "added",    "removed",    "overwritten",
                                                 "shadowed", "moved",   "modified", "duplicated", "unchanged"};
    return names[static_cast<std::size_t>(status)];
}

std::string_view effectText(blast::Effect effect)
{
    static constexpr std::string_view names[] = {"pruned",  "cascade-deleted", "recreated", "prune-pending",
                                                 "blocked", "orphaned",        "adopted",   "kept",
                                                 "created", "updated"};
    return names[static_cast<std::size_t>(effect)];
}

std::string_view fateText(blast::DataFate fate)
{
    static constexpr std::string_view names[] = {"lost", "at-risk", "retained", "kept", "none"};
    return names[static_cast<std::size_t>(fate)];
}

std::string_view severityText(Severity severity)
{
    static constexpr std::string_view names[] = {"off", "note", "warn", "block"};
    return names[static_cast<std::size_t>(severity)];
}

std::string verdictLine(const review::Review &review)
{
    static constexpr std::string_view names[] = {"pass", "warn", "block"};
    return fmt::format("verdict {}{}\n", names[static_cast<std::size_t>(review.verdict)],
                       review.isDestructive ? " destructive" : "");
}

std::string scopeLines(const review::Review &review)
{
    std::map<std::string, argo::ScopeOrigin> scopes = review.inventories.base.scopes;
    scopes.insert(review.inventories.head.scopes.begin(), review.inventories.head.scopes.end());
    static constexpr std::string_view origins[] = {"layout", "application", "folder"};
    std::string text;
    for (const auto &[name, origin] : scopes)
        text += fmt::format("scope {} {}\n", name, origins[static_cast<std::size_t>(origin)]);
    return text;
}

std::string changeLines(const review::Review &review)
{
    std::string text;
    for (const diff::ObjectChange &change : review.changes.changes) {
        if (change.renamedTo)
            continue; // said by its other half
        text += fmt::format("change {} {}{}", statusText(change.status), flagText(change.flags), toText(change.id));
        text += change.renamedFrom ? " from " + toText(*change.renamedFrom) + "\n" : "\n";
    }
    for (const diff::Duplicate &duplicate : review.changes.duplicates)
        text += fmt::format("duplicate {}{}{}\n", toText(duplicate.id), duplicate.isIntroduced ? " introduced" : "",
                            duplicate.isConflicting ? " conflicting" : "");
    return text;
}

std::string effectLines(const review::Review &review)
{
    std::string text;
    for (const blast::AffectedObject &object : review.radius.objects) {
        text += fmt::format("effect {} {} {}{} because ", effectText(object.effect), fateText(object.dataFate),
                            object.isDerived ? "derived " : "", toText(object.id));
        for (const blast::Reason &reason : object.because)
            text += (&reason == &object.because.front() ? "" : " > ") + toText(reason.id);
        text += '\n';
    }
    return text;
}

std::string findingLines(const review::Review &review)
{
    std::string text;
    for (const rules::Finding &finding : review.findings) {
        text += fmt::format("finding {} {} {}", severityText(finding.severity), finding.rule, toText(finding.id));
        if (finding.location)
            text += " at " + toText(*finding.location);
        for (const argo::Location &related : finding.related)
            text += (&related == &finding.related.front() ? " with " : ", ") + toText(related);
        text += finding.waived ? " waived\n" : "\n";
    }
    return text;
}

} // namespace

std::string printReview(const review::Review &review)
{
    std::string text =
        verdictLine(review) + scopeLines(review) + changeLines(review) + effectLines(review) + findingLines(review);
    for (const review::Problem &problem : review.problems)
        text += fmt::format("problem {} {}:{}\n", problem.inHead ? "head" : "base", problem.path, problem.line);
    for (const review::NotRendered &entry : review.notRendered)
        text += fmt::format("notRendered {} {}\n", entry.renderer == argo::Renderer::Helm ? "helm" : "kustomize",
                            entry.path);
    for (const argo::Unknown &unknown : review.unknowns)
        text += fmt::format("unknown {}\n", toText(unknown.id));
    return text;
}

} // namespace noclobber::test
