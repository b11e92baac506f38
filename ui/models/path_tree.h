#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "ui/models/path_picture.h"

namespace noclobber::models {

/// A step of a path with those that follow from it. Objects of one kind and fate that follow from one step are one
/// step.
struct PathNode {
    PathColumn column = PathColumn::Change;
    std::set<argo::ObjectId> ids;                     ///< what it stands for; a namespace or size alone: none
    const blast::AffectedObject *affected = nullptr;  ///< what becomes of the first of them
    const blast::Reason *reason = nullptr;            ///< why, where it is but a cause
    std::string text;                                 ///< of a namespace: its name
    std::map<argo::ObjectId, std::string> storage;    ///< of a volume: sizes by claim
    blast::DataFate dataFate = blast::DataFate::None; ///< of a volume
    bool isOnPath = false;
    std::map<std::string, std::unique_ptr<PathNode>> children;

    /// What becomes of data, the worst of it and of what follows from it.
    blast::DataFate worstFate() const;
};

/// All steps from the change to an object, to its siblings, and to what they take with them. The first node is the
/// change itself; it has no children if the object is not reached.
PathNode pathTree(const review::Review &review, const argo::ObjectId &id);

} // namespace noclobber::models
