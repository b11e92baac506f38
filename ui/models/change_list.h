#pragma once

#include <QString>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/review/review.h"
#include "ui/models/object_state.h"

namespace noclobber::models {

/// One object that the change touches or reaches.
struct ReviewedObject {
    argo::ObjectId id;
    const diff::ObjectChange *change = nullptr;      ///< in the review; nullptr: the text is unchanged
    const blast::AffectedObject *affected = nullptr; ///< in the review; nullptr: nothing happens in the cluster
    ObjectState state = ObjectState::Unchanged;
};

/// Every object that has a change or an effect, and what a filter looks at. Points into the review; made away from the
/// window's thread, as it takes its time for 100,000 objects, and const from then on.
struct ChangeList {
    std::vector<ReviewedObject> objects; ///< by state, then risk, then identity
    std::vector<std::uint32_t> byId;     ///< places in objects, sorted by identity
    std::vector<QString> keys;           ///< FilterFields::joined of each object

    /// The place of an object.
    std::optional<std::size_t> find(const argo::ObjectId &id) const;
};

using ChangeListPtr = std::shared_ptr<const ChangeList>;

ChangeList makeChangeList(const review::Review &review);

} // namespace noclobber::models
