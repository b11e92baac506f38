#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/blast/blast_radius.h"

namespace noclobber::review {

/// What is known of a change while its review is still being made; of all scopes. Never a verdict.
struct Interim {
    struct Changed {
        diff::Status status = diff::Status::Unchanged;
        argo::ObjectId id;

        bool operator==(const Changed &) const = default;
    };
    struct Deletions {
        std::size_t objects = 0;  ///< that would be deleted
        std::size_t stateful = 0; ///< of them, how many hold state

        bool operator==(const Deletions &) const = default;
    };

    diff::StatusCounts counts;
    std::vector<Changed> foremost;      ///< the first of what differs: what is overwritten, then what leaves, ...
    std::optional<Deletions> deletions; ///< nothing while the consequences are not known
};

/// What is known when the change set is there (`radius` is nullptr), and when its consequences are.
Interim interimOf(const diff::ChangeSet &changes, const blast::BlastRadius *radius);

} // namespace noclobber::review
