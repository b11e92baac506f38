#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "core/review/review.h"
#include "ui/models/roles.h"

namespace noclobber::models {

/// The columns of a path, in the order in which one thing leads to the next.
enum class PathColumn { Change, Application, Namespace, Workload, Claim, Volume };

/// One step of the way from the change to an object; of several alike, one for all.
struct PathBox {
    PathColumn column = PathColumn::Change;
    int parent = -1; ///< place of the box that leads to it
    QString title;   ///< "StatefulSet kafka", "PersistentVolumeClaim × 3"
    QString detail;  ///< "Pruned, data lost"
    QString sentence;
    QString glyph;
    Level level = Level::Quiet;
    bool isOnPath = false;            ///< leads to the object that was asked for, or is it
    std::optional<argo::ObjectId> id; ///< of what it stands for, the first of several
};

/// How the change reaches an object, and what goes with it.
struct PathPicture {
    argo::ObjectId id;
    std::vector<PathBox> boxes; ///< each after its parent, the worst first; empty if the change does not reach it
    int leftOut = 0;            ///< objects for which there was no room
};

/// Follows `because` to the object, and on to what it takes with it. At most `mostPathBoxes` boxes.
PathPicture pathOf(const review::Review &review, const argo::ObjectId &id);

constexpr int mostPathBoxes = 60;

/// Headings of the columns.
QStringList pathHeadings();

} // namespace noclobber::models
