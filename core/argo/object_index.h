#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/argo/shared_objects.h"

namespace noclobber::argo {

/// Where objects stand in a commit's list, which is sorted by id, so that who asks for a few need not look at all.
/// Made for one list and right as long as that stays as it is.
class ObjectIndex
{
public:
    using Place = std::uint32_t;

    /// The objects [begin, end) of one scope, group and kind.
    struct Run {
        Place begin = 0;
        Place end = 0;
    };

    ObjectIndex() = default;
    explicit ObjectIndex(const SharedObjects &objects);

    /// All objects, in their order.
    std::span<const Run> runs() const { return m_runs; }
    /// Those of one group and kind, one for each scope that has some, sorted by scope.
    std::span<const Run> runsOf(std::string_view group, std::string_view kind) const;
    /// Of which the Application has a declaration in effect; of a generated name, any declaration. In their order.
    std::span<const Place> placesOf(const ObjectId &application) const;
    /// Of which a declaration carries an ownerReference, in their order: rare in git.
    std::span<const Place> owned() const { return m_owned; }
    /// With several declarations in effect, in their order.
    std::span<const Place> contested() const { return m_contested; }

private:
    void addDeclarations(const DeclaredObject &object, Place place);

    std::vector<Run> m_runs;
    std::map<std::pair<std::string, std::string>, std::vector<Run>> m_runsByKind;
    std::unordered_map<ObjectId, std::vector<Place>, ObjectIdHash> m_places; ///< by Application
    std::vector<Place> m_owned;
    std::vector<Place> m_contested;
};

} // namespace noclobber::argo
