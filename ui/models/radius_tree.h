#pragma once

#include <QString>
#include <span>
#include <vector>

#include "ui/models/radius_list.h"

namespace noclobber::models {

/// What the rows of the blast radius stand below.
enum class RadiusGrouping { Application, Namespace, Kind, Cause };

/// One row: an object that is reached, a mere cause of that, or a group.
struct RadiusRow {
    int parent = -1;                       ///< place of the row above it; -1: none
    const RadiusObject *object = nullptr;  ///< that the row shows; nullptr for a group or a mere cause
    const argo::ObjectId *id = nullptr;    ///< of the object, the cause or the group's Application; else nullptr
    const blast::Reason *reason = nullptr; ///< why it is reached
    const blast::AffectedObject *affected = nullptr; ///< what becomes of `id`
    const diff::ObjectChange *change = nullptr;      ///< of a cause or a group's Application
    QString heading;                                 ///< of a group without an Application
    bool namesCluster = false;                       ///< its name alone does not tell which one
    int below = 0;                                   ///< objects below it
    int lostBelow = 0;                               ///< of them, how many whose data is lost
};

/// Rows for a tree: each after the one it stands below, the worst first.
struct RadiusTree {
    RadiusListPtr list;
    std::vector<RadiusRow> rows;
    int shown = 0; ///< objects
};

using RadiusTreePtr = std::shared_ptr<const RadiusTree>;

/// Lays the objects at these places of the list out. Claims that the cluster makes stand below what makes them.
RadiusTreePtr makeRadiusTree(const RadiusListPtr &list, std::span<const std::uint32_t> places, RadiusGrouping grouping);

} // namespace noclobber::models
