#include "core/argo/object_id.h"

namespace noclobber::argo {

std::size_t ObjectIdHash::operator()(const ObjectId &id) const noexcept
{
    const std::hash<Name> hash;
    std::size_t number = hash(id.key.name);
    for (const Name &part : {id.key.nameSpace, id.scope})
        number = number * 31 + hash(part);
    return number; // group and kind seldom tell two of one name apart
}

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
