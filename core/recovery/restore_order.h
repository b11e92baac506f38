#pragma once

#include <vector>

#include "core/argo/content_reader.h"
#include "core/recovery/situation.h"

namespace noclobber::recovery {

/// Objects that are brought back together: one with state, or several.
struct RestoreItem {
    int tier = 60;
    std::size_t depth = 0; ///< of an Application
    std::vector<blast::AffectedObject> objects;
};

/// Reads what base says. For one thread at a time.
class BaseContents
{
public:
    /// Error Git. The change must outlive it.
    static Result<BaseContents> open(const blast::Change &change);

    /// Nothing where the object is not declared in base, or not readable. Error Git.
    Result<argo::Content> of(const argo::ObjectId &id);

private:
    BaseContents(const blast::Change &change, argo::ContentReader reader)
        : m_change(&change), m_reader(std::move(reader))
    {}

    const blast::Change *m_change;
    argo::ContentReader m_reader;
};

/// Whether it deploys others, so that it has to be back before anything can be synced.
bool isDeployer(const Situation &situation, const argo::ObjectId &id);

/// What is brought back, in order: by tier, Applications by depth, then by id. Those without state are put together by
/// namespace, and so are more than `mostAlike` with state of one kind. Error Git.
Result<std::vector<RestoreItem>> restoreOrder(const Situation &situation, BaseContents &contents);

} // namespace noclobber::recovery
