#include "core/blast/dependents.h"

#include "core/base/say.h"
#include "core/blast/contents.h"

namespace noclobber::blast {

namespace {

/// An owner is in the namespace of its dependent, or has none.
argo::ObjectId ownerOf(const argo::Inventory &inventory, const argo::ObjectId &dependent, const yaml::Node &reference)
{
    const Name kind(reference.text("kind"));
    const auto group = kube::apiGroup(reference.text("apiVersion"));
    argo::ObjectId id{dependent.scope,
                      {kube::storedGroup(group ? *group : std::string(), kind), kind, dependent.key.nameSpace,
                       Name(reference.text("name"))}};
    if (inventory.find(id))
        return id;
    id.key.nameSpace = {};
    return id;
}

} // namespace

Result<Dependents> readDependents(const Change &change, argo::ContentReader &reader, std::stop_token stop)
{
    Dependents dependents;
    const argo::Inventory &base = change.inventories.base;
    for (const argo::DeclaredObject *owned : base.at(base.index.owned())) {
        const argo::DeclaredObject &object = *owned;
        if (!declarationFor(object, {}).manifest->hasOwner)
            continue;
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, say("the review was stopped"), {}};
        const auto content = contentOf(reader, object);
        if (!content)
            return content.error();
        const yaml::Node *references = *content ? (*content)->find({"metadata", "ownerReferences"}) : nullptr;
        if (!references)
            continue;
        for (const yaml::Node &reference : references->items) {
            const argo::ObjectId owner = ownerOf(base, object.id, reference);
            dependents.byOwner[owner].push_back(&object);
            dependents.owners[object.id].push_back(owner);
        }
    }
    return dependents;
}

} // namespace noclobber::blast
