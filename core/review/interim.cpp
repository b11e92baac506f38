#include "core/review/interim.h"

#include <array>

namespace noclobber::review {

namespace {

constexpr std::size_t mostForemost = 12;

using diff::Status;

/// What a person has to know first.
constexpr std::array byWeight{Status::Overwritten, Status::Unknown,  Status::Removed, Status::Renamed, Status::Shadowed,
                              Status::Duplicated,  Status::Modified, Status::Moved,   Status::Added};

std::vector<Interim::Changed> foremostOf(const diff::ChangeSet &changes)
{
    std::vector<Interim::Changed> foremost;
    for (const Status status : byWeight) {
        for (const diff::ObjectChange &change : changes.changes) {
            if (foremost.size() == mostForemost)
                return foremost;
            if (change.status == status)
                foremost.push_back({status, change.id});
        }
    }
    return foremost;
}

} // namespace

Interim interimOf(const diff::ChangeSet &changes, const blast::BlastRadius *radius)
{
    Interim interim{changes.counts, foremostOf(changes), std::nullopt};
    if (radius == nullptr)
        return interim;
    interim.deletions.emplace();
    for (const blast::AffectedObject &object : radius->objects) {
        const bool isDeleted = blast::isDeletion(object.effect);
        interim.deletions->objects += isDeleted ? 1 : 0;
        interim.deletions->stateful += isDeleted && object.isStateful ? 1 : 0;
    }
    return interim;
}

} // namespace noclobber::review
