#include "core/argo/shared_id.h"

#include <mutex>
#include <unordered_set>

namespace noclobber::argo {

SharedId::SharedId(const ObjectId &id)
{
    static auto &mutex = *new std::mutex; // both outlive every SharedId, static ones too
    static auto &all = *new std::unordered_set<ObjectId, ObjectIdHash>;
    const std::lock_guard lock(mutex);
    m_id = &*all.insert(id).first;
}

} // namespace noclobber::argo
