#pragma once

#include <QString>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/review/review.h"
#include "ui/models/object_filter.h"
#include "ui/models/object_state.h"

namespace noclobber::models {

/// One object that the change touches or reaches.
struct ReviewedObject {
    argo::ObjectId id;
    const diff::ObjectChange *change = nullptr;      ///< in the review; nullptr: the text is unchanged
    const blast::AffectedObject *affected = nullptr; ///< in the review; nullptr: nothing happens in the cluster
    ObjectState state = ObjectState::Unchanged;
    Level level = Level::Quiet;                     ///< of its state, or more by its data or a finding
    const argo::Declaration *declaration = nullptr; ///< in effect in head, else in base; of what the cluster makes that
                                                    ///< of its owner; nullptr: none is known
    Severity finding = Severity::Off;               ///< the worst about it or inside it, waived ones too
    bool isProtected = false;                       ///< the live object, or its declaration, carries a protection
    int dependants = 0;                             ///< how many others the change reaches through it
    int delta = -1;                                 ///< place in ChangeList::deltas; -1: it stands for itself
    int oldPlace = -1; ///< place of the object it was renamed from, where both share a row; -1: none
    int newPlace = -1; ///< of the old object of such a pair, place of the new one
};

/// What the rows of the change list are put together by.
enum class Grouping { Severity, Application, Cluster, Kind, File, Folder };

/// What decides the order in a group; each goes on with the next, and ends with the name.
enum class Sorting { Risk, Dependants, Name };

struct ChangeGroup {
    QString title;
    QString glyph;              ///< "" for none
    Level level = Level::Quiet; ///< the worst of its rows
};

/// One order of the rows: group after group, the worst first.
struct Arrangement {
    Grouping grouping = Grouping::Severity;
    Sorting sorting = Sorting::Risk;
    std::vector<ChangeGroup> groups;
    std::vector<std::uint32_t> order;   ///< places in ChangeList::objects; the old one of a pair is left out
    std::vector<std::uint32_t> groupOf; ///< place in `groups`, by place in ChangeList::objects
};

using ArrangementPtr = std::shared_ptr<const Arrangement>;

/// Every object that has a change or an effect, and what a filter looks at. Points into the review; made away from the
/// window's thread, as it takes its time for 100,000 objects, and const from then on.
struct ChangeList {
    std::vector<ReviewedObject> objects; ///< by identity
    std::vector<QString> keys;           ///< FilterFields::joined of each object
    /// Of every change that three objects or more have alike and that hides no risk one example.
    std::vector<const diff::ObjectChange *> deltas;
    std::array<QStringList, filterFieldCount> values; ///< what stands there to be completed, by FilterField; sorted
    ArrangementPtr bySeverity;
    int formattedFiles = 0; ///< where no object differs: how many files differ in comments, order or quoting

    /// The place of an object.
    std::optional<std::size_t> find(const argo::ObjectId &id) const;
};

using ChangeListPtr = std::shared_ptr<const ChangeList>;

ChangeList makeChangeList(const review::Review &review);

/// Puts the rows into an order.
Arrangement arrange(const ChangeList &list, Grouping grouping, Sorting sorting);

} // namespace noclobber::models
