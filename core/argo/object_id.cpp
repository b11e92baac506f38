#include "core/argo/object_id.h"

namespace noclobber::argo {

std::string toText(const ObjectId &id)
{
    return id.scope + '/' + id.key.group + '/' + id.key.kind + '/' + id.key.nameSpace + '/' + id.key.name;
}

std::string shortText(const ObjectId &id)
{
    const std::string place = id.key.nameSpace.empty() ? "" : id.key.nameSpace + '/';
    return id.key.kind + ' ' + place + id.key.name;
}

bool isGenerated(const ObjectId &id)
{
    return id.key.name.ends_with('*');
}

} // namespace noclobber::argo
