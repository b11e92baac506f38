#include "core/argo/object_index.h"

#include <algorithm>

#include "core/argo/inventory.h"

namespace noclobber::argo {
namespace {

bool isSameKind(const ObjectId &one, const ObjectId &other)
{
    return one.key.kind == other.key.kind && one.key.group == other.key.group && one.scope == other.scope;
}

bool anyHasOwner(const Few<Declaration> &declarations)
{
    return std::ranges::any_of(declarations, [](const Declaration &one) { return one.manifest->hasOwner; });
}

} // namespace

ObjectIndex::ObjectIndex(const SharedObjects &objects)
{
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const auto place = static_cast<Place>(i);
        if (i == 0 || !isSameKind(objects[i - 1].id, objects[i].id))
            m_runs.push_back({place, place});
        m_runs.back().end = place + 1;
        addDeclarations(objects[i], place);
    }
    for (const Run &run : m_runs) {
        const kube::ResourceKey &key = objects[run.begin].id.key;
        m_runsByKind[{key.group, key.kind}].push_back(run);
    }
}

void ObjectIndex::addDeclarations(const DeclaredObject &object, Place place)
{
    const auto add = [&](const Declaration &declaration) {
        if (!declaration.application)
            return;
        std::vector<Place> &places = m_places[*declaration.application];
        if (places.empty() || places.back() != place)
            places.push_back(place);
    };
    for (const std::size_t inEffect : object.inEffect)
        add(object.declarations[inEffect]);
    for (const Declaration &declaration : object.declarations) {
        if (object.inEffect.empty())
            add(declaration);
    }
    if (anyHasOwner(object.declarations))
        m_owned.push_back(place);
    if (object.isContested())
        m_contested.push_back(place);
}

std::span<const ObjectIndex::Run> ObjectIndex::runsOf(std::string_view group, std::string_view kind) const
{
    const auto found = m_runsByKind.find({std::string(group), std::string(kind)});
    return found == m_runsByKind.end() ? std::span<const Run>() : found->second;
}

std::span<const ObjectIndex::Place> ObjectIndex::placesOf(const ObjectId &application) const
{
    const auto found = m_places.find(application);
    return found == m_places.end() ? std::span<const Place>() : found->second;
}

void Inventory::makeIndex()
{
    index = ObjectIndex(objects);
    clusterNames.clear();
    for (const DeclaredObject *object : ofKind("", "Secret")) {
        for (const std::size_t place : object->inEffect) {
            if (const auto &cluster = object->declarations[place].manifest->cluster)
                clusterNames[cluster->server] = cluster->name;
        }
    }
}

ObjectRange Inventory::ofKind(std::string_view scope, std::string_view group, std::string_view kind) const
{
    const auto runs = index.runsOf(group, kind);
    const auto scopeOf = [this](const ObjectIndex::Run &run) { return std::string_view(objects[run.begin].id.scope); };
    const auto run = std::ranges::lower_bound(runs, scope, {}, scopeOf);
    return run != runs.end() && scopeOf(*run) == scope ? at(*run) : ObjectRange();
}

std::vector<const DeclaredObject *> Inventory::ofKind(std::string_view group, std::string_view kind) const
{
    std::vector<const DeclaredObject *> found;
    for (const ObjectIndex::Run &run : index.runsOf(group, kind)) {
        for (const DeclaredObject &object : at(run))
            found.push_back(&object);
    }
    return found;
}

std::vector<const DeclaredObject *> Inventory::inNamespace(std::string_view scope, std::string_view nameSpace) const
{
    const auto scopeOf = [this](const ObjectIndex::Run &run) { return std::string_view(objects[run.begin].id.scope); };
    const auto nameSpaceOf = [](const DeclaredObject &object) { return std::string_view(object.id.key.nameSpace); };
    std::vector<const DeclaredObject *> found;
    for (const ObjectIndex::Run &run : std::ranges::equal_range(index.runs(), scope, {}, scopeOf)) {
        for (const DeclaredObject &object : std::ranges::equal_range(at(run), nameSpace, {}, nameSpaceOf))
            found.push_back(&object);
    }
    return found;
}

} // namespace noclobber::argo
