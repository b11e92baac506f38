#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/argo/content_reader.h"
#include "core/blast/deployments.h"
#include "core/rules/finding.h"
#include "core/rules/lookups.h"

namespace noclobber::rules {

/// What the rules look at, and where their findings go. What it refers to must outlive it.
struct Judgement {
    const blast::Change &change;
    const blast::BlastRadius &radius;
    argo::ContentReader &reader;
    blast::Touched touched; ///< nothing else can have left an Application of base
    Lookups lookups;
    std::vector<Finding> findings; ///< in no order
};

/// How much a case weighs, measured by what the rule is set to.
enum class Weight {
    AtLeastWarn, ///< against the repository's own habit: a warning, unless the configuration sets another level
    Full,
    Milder,     ///< one level below: what takes a person to happen
    AtMostWarn, ///< where the contract names a milder level for the case
    AtMostNote, ///< base had it already
};

/// What the rule is set to: by the configuration, else by default.
Severity severityOf(const argo::Configuration &configuration, std::string_view rule);

/// Adds a finding of a rule unless the rule is off. An empty help becomes the rule's own.
void report(Judgement &judgement, std::string_view rule, Weight weight, Finding finding);

/// How a sentence about an object that base lacks begins: "The new ", or nothing where there is no base (an audit).
std::string newText(const Judgement &judgement);

/// "path:line".
std::string placeOf(const argo::Declaration &declaration);

/// The places of these declarations without the one at a location, sorted, each once.
std::vector<argo::Location> placesBeside(const argo::Location &location,
                                         const Few<argo::Declaration> &declarations);

/// "3 objects", "1 object".
std::string counted(std::size_t number, std::string_view noun);

// Declarations of one object: declaration_rules.cpp
void judgeOverwrites(Judgement &judgement);
void judgeDuplicates(Judgement &judgement);
void judgeShadowed(Judgement &judgement);
void judgeContested(Judgement &judgement);

// Applications: application_rules.cpp
void judgeRetargeted(Judgement &judgement);
void judgeRemovedApplications(Judgement &judgement);
void judgePruneAll(Judgement &judgement);

// What ApplicationSets make: application_set_rules.cpp
void judgeApplicationSets(Judgement &judgement);

// Objects between two Applications, and what AppProjects stop: handover_rules.cpp, project_rules.cpp
void judgeShared(Judgement &judgement);
void judgeProjects(Judgement &judgement);

// What leaves and stays running, or leaves while its text stays: leaving_rules.cpp, render_rules.cpp
void judgeOrphans(Judgement &judgement);
Result<void> judgeExclusions(Judgement &judgement);

// What cannot be told; comes when the other findings are there: unknown_rules.cpp
void judgeUnknowns(Judgement &judgement);

/// What leaves a kustomize overlay or a Helm chart that is not rendered here (unknown-consequence):
/// renderer_input_rules.cpp. Errors: Git, Io.
Result<void> judgeRendererInput(Judgement &judgement);

// Objects with state: data_rules.cpp
void judgeStateful(Judgement &judgement);
void judgeShrinkingSets(Judgement &judgement);
void judgeNamespaces(Judgement &judgement);
void judgeRecreated(Judgement &judgement);

// Updates that the cluster refuses, new names: recreation_rules.cpp
void judgeImmutableFields(Judgement &judgement);
void judgeRenamedState(Judgement &judgement);

// CustomResourceDefinitions: definition_rules.cpp
void judgeDefinitions(Judgement &judgement);

// What an object does by being there: addition_rules.cpp
void judgeDestructiveAdditions(Judgement &judgement);
void judgeRemovedVersions(Judgement &judgement);

// Guards against deletion: protection_rules.cpp, ineffective_rules.cpp, habit_rules.cpp
void judgeRemovedProtections(Judgement &judgement);
void judgeIneffectiveProtections(Judgement &judgement);
void judgeMissingProtections(Judgement &judgement);
void judgeMissingSharedGuards(Judgement &judgement);
void judgeReclaimPolicies(Judgement &judgement);

// What Applications follow and claim, and the controllers themselves: controller_rules.cpp, gitops_core_rule.cpp
void judgeTrackingCollisions(Judgement &judgement);
void judgeMovingRevisions(Judgement &judgement);
void judgeClusterScoped(Judgement &judgement);
void judgeGitOpsCore(Judgement &judgement);

// Files: layout_rule.cpp
void judgeLayout(Judgement &judgement);

// Names: name_rules.cpp, near_miss_rule.cpp
Result<void> judgeNaming(Judgement &judgement);
Result<void> judgeNearMisses(Judgement &judgement);

/// The name that a declaration should have by its place, as configured or as its source folder says; "" if the one it
/// has is right, or nothing tells.
std::string nameFromPlace(Judgement &judgement, const argo::Declaration &declaration);

// Text and files: text_rules.cpp
void judgeUnreadable(Judgement &judgement);
void judgeAmbiguous(Judgement &judgement);
void judgeConflicts(Judgement &judgement);
void judgeConfiguration(Judgement &judgement);

// Accepted exceptions: waivers.cpp

/// Whether a waiver's identity pattern covers an object: compared part by part from the right, `*` within a part.
/// A pattern with fewer parts than the identity says nothing of the rest: "cluster01//Namespace//prod" covers
/// "env/cluster01//Namespace//prod".
bool matchesIdentity(std::string_view pattern, const argo::ObjectId &id);

/// Marks what is waived as of today, and reports the waivers that match nothing or are past their date.
void applyWaivers(Judgement &judgement, std::string_view today);

/// Whether every rule that the configuration names exists. Error Configuration with the nearest one.
Result<void> checkRuleIds(const argo::Configuration &configuration);

} // namespace noclobber::rules
