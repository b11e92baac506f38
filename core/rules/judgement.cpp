#include "core/rules/judgement.h"

#include <algorithm>
#include <tuple>

#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::rules {

namespace {

Severity weighed(Severity severity, Weight weight)
{
    switch (weight) {
    case Weight::AtLeastWarn: // raised where the default counts
    case Weight::Full:
        return severity;
    case Weight::Milder:
        return severity == Severity::Block ? Severity::Warn : std::min(severity, Severity::Note);
    case Weight::AtMostWarn:
        return std::min(severity, Severity::Warn);
    case Weight::AtMostNote:
        return std::min(severity, Severity::Note);
    }
    return severity;
}

void sortFindings(std::vector<Finding> &findings)
{
    std::ranges::sort(findings, [](const Finding &a, const Finding &b) {
        return std::tie(a.id, a.location, a.rule, a.message) < std::tie(b.id, b.location, b.rule, b.message);
    });
}

void judgeObjects(Judgement &judgement)
{
    judgeOverwrites(judgement);
    judgeDuplicates(judgement);
    judgeShadowed(judgement);
    judgeContested(judgement);
    judgeRetargeted(judgement);
    judgeRemovedApplications(judgement);
    judgePruneAll(judgement);
    judgeApplicationSets(judgement);
    judgeStateful(judgement);
    judgeShrinkingSets(judgement);
    judgeNamespaces(judgement);
    judgeRecreated(judgement);
    judgeRenamedState(judgement);
    judgeImmutableFields(judgement);
    judgeDefinitions(judgement);
    judgeDestructiveAdditions(judgement);
    judgeRemovedVersions(judgement);
    judgeRemovedProtections(judgement);
    judgeIneffectiveProtections(judgement);
    judgeMissingProtections(judgement);
    judgeMissingSharedGuards(judgement);
    judgeReclaimPolicies(judgement);
    judgeTrackingCollisions(judgement);
    judgeMovingRevisions(judgement);
    judgeClusterScoped(judgement);
    judgeGitOpsCore(judgement);
    judgeShared(judgement);
    judgeProjects(judgement);
    judgeOrphans(judgement);
}

void judgeFiles(Judgement &judgement)
{
    judgeUnreadable(judgement);
    judgeAmbiguous(judgement);
    judgeConflicts(judgement);
    judgeConfiguration(judgement);
    judgeLayout(judgement);
}

Error cancelled()
{
    return {ErrorCode::Cancelled, say("the review was stopped"), {}};
}

} // namespace

Severity severityOf(const argo::Configuration &configuration, std::string_view rule)
{
    const auto configured = configuration.rules.find(std::string(rule));
    if (configured != configuration.rules.end())
        return configured->second;
    return findRule(rule)->severity;
}

void report(Judgement &judgement, std::string_view rule, Weight weight, Finding finding)
{
    finding.rule = rule;
    finding.severity = weighed(severityOf(judgement.change.configuration, rule), weight);
    if (weight == Weight::AtLeastWarn && !judgement.change.configuration.rules.contains(finding.rule))
        finding.severity = std::max(finding.severity, Severity::Warn);
    if (finding.severity == Severity::Off)
        return;
    if (finding.help.empty())
        finding.help = said(findRule(rule)->mend);
    judgement.findings.push_back(std::move(finding));
}

std::string newText(const Judgement &judgement)
{
    return judgement.change.comparison.base.commit.empty() ? "" : say("The new ");
}

std::string placeOf(const argo::Declaration &declaration)
{
    return argo::toText(declaration.location);
}

std::vector<argo::Location> placesBeside(const argo::Location &location, const Few<argo::Declaration> &declarations)
{
    std::vector<argo::Location> places;
    for (const argo::Declaration &declaration : declarations) {
        if (declaration.location != location)
            places.push_back(declaration.location);
    }
    std::ranges::sort(places);
    places.erase(std::ranges::unique(places).begin(), places.end());
    return places;
}

std::string counted(std::size_t number, std::string_view noun)
{
    if (noun == "object")
        return number == 1 ? say("{} object", number) : say("{} objects", number);
    if (noun == "claim")
        return number == 1 ? say("{} claim", number) : say("{} claims", number);
    return number == 1 ? say("1 {}", noun) : say("{} {}s", number, noun);
}

Result<void> checkRuleIds(const argo::Configuration &configuration)
{
    const auto check = [&](const std::string &id, const std::string &where) -> Result<void> {
        if (findRule(id))
            return {};
        std::vector<std::string> ids;
        for (const Rule &rule : allRules())
            ids.emplace_back(rule.id);
        const std::string near = nearest(id, ids);
        return Error{ErrorCode::Configuration,
                     say("there is no rule \"{}\"{}", id, near.empty() ? "" : say(", did you mean \"{}\"?", near)),
                     where};
    };
    for (const auto &[id, severity] : configuration.rules) {
        if (const auto checked = check(id, configuration.file); !checked)
            return checked;
    }
    for (const argo::Waiver &waiver : configuration.waivers) {
        if (const auto checked = check(waiver.rule, configuration.file + ":" + std::to_string(waiver.line)); !checked)
            return checked;
    }
    return {};
}

Result<std::vector<Finding>> judge(const blast::Change &change, const blast::BlastRadius &radius,
                                   std::string_view today, std::stop_token stop)
{
    if (const auto checked = checkRuleIds(change.configuration); !checked)
        return checked.error();
    auto reader = argo::ContentReader::open(change.comparison);
    if (!reader)
        return reader.error();
    Judgement judgement{change, radius, *reader, blast::readTouched(change), Lookups(change), {}};
    judgeObjects(judgement);
    if (stop.stop_requested())
        return cancelled();
    if (const auto judged = judgeNaming(judgement); !judged)
        return judged.error();
    if (const auto judged = judgeNearMisses(judgement); !judged)
        return judged.error();
    if (const auto judged = judgeExclusions(judgement); !judged)
        return judged.error();
    judgeFiles(judgement);
    if (const auto judged = judgeRendererInput(judgement); !judged)
        return judged.error();
    judgeUnknowns(judgement);
    applyWaivers(judgement, today);
    if (stop.stop_requested())
        return cancelled();
    sortFindings(judgement.findings);
    return std::move(judgement.findings);
}

} // namespace noclobber::rules
