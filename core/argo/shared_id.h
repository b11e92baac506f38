#pragma once

#include <compare>
#include <optional>

#include "core/argo/object_id.h"

namespace noclobber::argo {

/// An id or none, as std::optional has it, in the room of a pointer: of the few that many values have in common. Kept
/// once for the whole process and never given back, as a Name is. Safe to make from several threads.
class SharedId
{
public:
    SharedId() = default;
    SharedId(std::nullopt_t) {}
    SharedId(const ObjectId &id);
    SharedId(const std::optional<ObjectId> &id) : SharedId(id ? SharedId(*id) : SharedId()) {}

    operator std::optional<ObjectId>() const { return m_id ? std::optional(*m_id) : std::nullopt; }
    explicit operator bool() const { return m_id != nullptr; }
    bool has_value() const { return m_id != nullptr; }
    const ObjectId &operator*() const { return *m_id; }
    const ObjectId *operator->() const { return m_id; }
    void reset() { m_id = nullptr; }

    bool operator==(const SharedId &other) const { return m_id == other.m_id; }
    bool operator==(const ObjectId &id) const { return m_id && *m_id == id; }
    bool operator==(const std::optional<ObjectId> &id) const { return id ? *this == *id : !m_id; }
    /// None comes first.
    std::strong_ordering operator<=>(const SharedId &other) const
    {
        if (m_id == other.m_id || !m_id || !other.m_id)
            return (m_id != nullptr) <=> (other.m_id != nullptr);
        return *m_id <=> *other.m_id;
    }

private:
    const ObjectId *m_id = nullptr;
};

} // namespace noclobber::argo
