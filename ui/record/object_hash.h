#pragma once

#include <QHashFunctions>

#include "core/argo/object_id.h"

namespace noclobber::argo {

/// For QHash and QSet: names are pointers, so this looks at no text.
inline std::size_t qHash(const ObjectId &id, std::size_t seed = 0) noexcept
{
    const std::hash<Name> hash;
    return qHashMulti(seed, hash(id.scope), hash(id.key.group), hash(id.key.kind), hash(id.key.nameSpace),
                      hash(id.key.name));
}

} // namespace noclobber::argo
