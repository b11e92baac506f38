#pragma once

#include <QString>
#include <memory>
#include <unordered_map>

#include "ui/models/commit_lanes.h"

namespace noclobber::models {

/// A history ready to be shown and searched; made away from the window's thread, const from then on.
struct CommitList {
    git::History history;
    std::vector<LaneRow> lanes;                           ///< of each commit
    std::unordered_map<std::string_view, QString> labels; ///< of commits that have some: "main, v1.2"
    std::vector<QString> keys; ///< what a search looks at, in lower case: of the references, then of the commits
};

using CommitListPtr = std::shared_ptr<const CommitList>;

CommitListPtr makeCommitList(git::History history);

/// What is proposed as head: the branch that is checked out, unless it is the base.
QString likelyHead(const git::History &history);

} // namespace noclobber::models
