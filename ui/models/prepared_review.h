#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "ui/models/change_list.h"
#include "ui/models/decision_gate.h"
#include "ui/models/guard_rail_list.h"
#include "ui/models/radius_list.h"

namespace noclobber::models {

/// A review with what a window shows of it at once and takes its time for 100,000 objects. Made away from the window's
/// thread, and const from then on.
struct PreparedReview {
    review::ReviewPtr review;
    ChangeListPtr list;
    QString sentence;                                    ///< of the verdict
    std::optional<argo::ObjectId> cause;                 ///< that says why the verdict is so
    DecisionGate gate;                                   ///< what stands between a person and an approval
    std::vector<record::RecordKeeper::Reviewed> objects; ///< of the list
    std::optional<argo::ObjectId> first; ///< what to look at first: what starts most deletions, else the first of
                                         ///< the list with the worst findings, else the first
    GuardRailListPtr rails;              ///< before both commits are judged
    RadiusCounts radius;
    std::vector<std::string> stepKeys; ///< record::stepKey of each step of the runbook
};

using PreparedReviewPtr = std::shared_ptr<const PreparedReview>;

PreparedReviewPtr prepareReview(const review::ReviewPtr &review);

} // namespace noclobber::models
