#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/recovery/runbook.h"
#include "core/review/interim.h"
#include "core/rules/finding.h"

namespace noclobber::review {

enum class Phase { Open, Read, Match, Consequences, Rules };

/// Called now and then, from any thread: which phase, and how far it is.
using Progress = std::function<void(Phase phase, std::size_t done, std::size_t total)>;

struct ReviewRequest {
    git::ComparisonRequest comparison;
    std::optional<std::string> configurationFile; ///< instead of base's .noclobber.yaml
    std::vector<std::string> scopes;              ///< these only; empty: all
    std::optional<std::string> argoCdVersion;     ///< instead of the configured one
    unsigned jobs = 0;                            ///< 0: one a core, eight at most
    std::optional<std::string> indexFolder; ///< where what was read is kept for the next review (index::userFolder());
                                            ///< none: nowhere. Changes no answer
    std::string today;                      ///< "2026-11-23"; decides which waivers count
    Progress progress;
    std::function<void(const Interim &)> found; ///< called from the thread that builds, whenever more is known
};

enum class Verdict { Pass, Warn, Block };

/// The verdict's word in windows and reports (contract, section 5).
enum class Headline { Safe, LookFirst, CannotTell, Block };

enum class ConfigurationOrigin { None, Base, Option };

struct Problem {
    std::string path;
    int line = 0;
    bool inHead = false; ///< else in base
    std::string message;
};

struct NotRendered {
    std::string path;
    argo::Renderer renderer = argo::Renderer::Helm;
    std::size_t files = 0;
    std::size_t changed = 0; ///< of them, how many the change touches
};

/// The answer. Everything below this folder only displays it. Made once, then const; safe to share between threads.
struct Review {
    git::Comparison comparison;
    argo::Configuration configuration;
    ConfigurationOrigin configurationOrigin = ConfigurationOrigin::None;
    argo::Inventories inventories;
    diff::ChangeSet changes;
    blast::BlastRadius radius;
    std::vector<rules::Finding> findings;
    recovery::Runbook recovery;           ///< what to do if it was merged by mistake; empty unless the verdict is Block
    std::vector<Problem> problems;        ///< sorted by path, line, commit
    std::vector<NotRendered> notRendered; ///< of both commits, sorted by path
    std::vector<argo::Unknown> unknowns;  ///< of head and of the radius, sorted
    std::vector<std::string> notes;       ///< about how it was compared and read, whole sentences
    Verdict verdict = Verdict::Pass;
    Headline headline = Headline::Safe;
    bool isDestructive = false; ///< something with state would be destroyed: exit code 3
};

using ReviewPtr = std::shared_ptr<const Review>;

/// The whole way from two commits to a review.
Result<ReviewPtr> buildReview(const ReviewRequest &request, std::stop_token stop);

/// The sentence of the banner, without the headline's word: "Merging this deletes 86 objects in env/cluster01; 37 hold
/// data. ...".
std::string verdictSentence(const Review &review);

/// "Block", "Look first", "Safe", "Cannot tell".
std::string_view headlineText(Headline headline);

/// One side of an object for a person to read.
struct ObjectText {
    std::string yaml; ///< content as YAML with Secrets masked; "" when the side has no such object
    std::optional<argo::Location> location;
};

struct ObjectTexts {
    ObjectText base;
    ObjectText head;
};

/// Both sides of an object: the winners, or while contested the last one in effect. Reads the repository again.
Result<ObjectTexts> readObjectTexts(const Review &review, const argo::ObjectId &id);

/// A folder name for the bundled sample's repository that changes with the sample's content.
std::string sampleName();

/// Makes the bundled sample's repository (branches `main` and `change`) in a folder, or leaves it as it is if it is
/// there already.
Result<void> writeSample(const std::string &folder);

} // namespace noclobber::review
