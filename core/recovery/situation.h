#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "core/recovery/applications.h"
#include "core/recovery/commands.h"
#include "core/recovery/runbook.h"

namespace noclobber::recovery {

/// More objects alike than this are told about together; no line names more of them.
constexpr std::size_t mostAlike = 20;
/// More Applications than this are not told apart one by one.
constexpr std::size_t mostApplications = 50;

/// What the steps of one runbook are made from. Refers to the change and its radius.
struct Situation {
    const blast::Change &change;
    const blast::BlastRadius &radius;
    std::vector<ConcernedApplication> applications;     ///< parents first
    std::vector<const blast::AffectedObject *> objects; ///< that have to be brought back, by id
    Commands commands;
    std::map<argo::ObjectId, std::size_t> places; ///< of the Applications above

    const ConcernedApplication *find(const argo::ObjectId &id) const;
    /// The Application that deploys the object in base, or nullptr.
    const ConcernedApplication *deployerOf(const argo::ObjectId &id) const;
};

Situation assess(const blast::Change &change, const blast::BlastRadius &radius);

// The parts of the runbook; each adds its steps.
void addStopSteps(const Situation &situation, Runbook &runbook);
void addLookSteps(const Situation &situation, Runbook &runbook);
void addProtectSteps(const Situation &situation, Runbook &runbook);
void addRevertSteps(const Situation &situation, Runbook &runbook);
/// Error Git.
Result<void> addRestoreSteps(const Situation &situation, Runbook &runbook);
void addResumeSteps(const Situation &situation, Runbook &runbook);

/// A step of this stage that says this.
Step stepOf(Stage stage, std::string what);

/// "Application argocd/a, Application argocd/b and 3 more".
std::string namesOf(const std::vector<std::string> &names);

/// How the volume of one claim (declared, or made by the cluster) is found and bound again, by what became of its data;
/// `volume` is its spec.volumeName, "" if the cluster chose it. And that of a PersistentVolume itself.
std::vector<Step> claimSteps(const Situation &situation, const blast::AffectedObject &claim, const std::string &volume);
std::vector<Step> volumeSteps(const Situation &situation, const blast::AffectedObject &volume);
/// The same for all claims of one namespace at once.
std::vector<Step> claimGroupSteps(const Situation &situation, const std::vector<blast::AffectedObject> &claims);

/// Applications that the revert would give their automatic sync back, each with the place where git says so.
std::vector<std::string> selfStartingApplications(const Situation &situation);

/// What becomes of the data of such an object, for a step: "" where there is nothing to say.
std::string dataSentence(blast::DataFate fate);

/// "3 StatefulSets", "1 Namespace".
std::string counted(std::size_t count, std::string_view one);

/// The command that syncs one object through the Application that deploys it, or applies its file of the reverted
/// commit; "" if names do not allow one, or nothing declares it.
std::string bringBackCommand(const Situation &situation, const argo::ObjectId &id);

} // namespace noclobber::recovery
