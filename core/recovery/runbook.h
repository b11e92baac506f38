#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/blast/blast_radius.h"

namespace noclobber::recovery {

/// The parts of a runbook, in the order in which they are done.
enum class Stage { Stop, Look, Protect, Revert, Restore, Resume };

/// One thing to do after a change was merged by mistake.
struct Step {
    Stage stage = Stage::Stop;
    int tier = 0;                      ///< of Restore: lower comes first, 0 is what deploys the rest; else 0
    std::optional<argo::ObjectId> id;  ///< what it is about; of several objects the name is "*"; none: the whole change
    std::size_t objects = 0;           ///< of Restore: how many objects it is about
    std::string what;                  ///< whole sentences in one line
    std::vector<std::string> commands; ///< each one line for a POSIX shell; words in capitals are to be filled in
    std::string limit;                 ///< what it does not bring back, in the same way; "" if there is nothing to say

    bool operator==(const Step &) const = default;
};

/// What to do if the change was merged by mistake. Nothing in it is ever run by this program.
struct Runbook {
    std::vector<Step> steps; ///< in the order in which they are done

    bool empty() const { return steps.empty(); }
};

/// "Stop automatic sync", "See what is gone", ...
std::string_view titleOf(Stage stage);

/// What a step is about, for a person: "StatefulSet kafka/kafka", "17 objects in namespace kafka"; "" if it is the
/// whole change.
std::string labelOf(const Step &step);

/// The steps of Restore, those of one object (or of several that come back together) in one span; in order.
std::vector<std::span<const Step>> restorations(const Runbook &runbook);

/// The way back from this change, for what it would delete, recreate or leave to a race: by recoveryTier, each object
/// with state by its name, those without (and more than twenty alike) together. Objects whose data is lost say so.
/// Names that a command could not repeat safely (control characters, longer than the API server takes) get a sentence
/// instead of one. Error Git.
Result<Runbook> writeRunbook(const blast::Change &change, const blast::BlastRadius &radius);

} // namespace noclobber::recovery
