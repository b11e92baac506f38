#include "core/kube/stateful_kinds.h"

#include <cassert>
#include <charconv>
#include <map>
#include <utility>

#include "core/base/resources.h"
#include "core/yaml/document.h"

namespace noclobber::kube {

namespace {

using Catalogue = std::map<std::pair<std::string, std::string>, StatefulKind>;

KindScope scopeOf(const std::string &text)
{
    return text == "Cluster" ? KindScope::Cluster : text == "Namespaced" ? KindScope::Namespaced : KindScope::Unknown;
}

Deletion deletionOf(const std::string &text)
{
    return text == "deletes-data"      ? Deletion::DeletesData
           : text == "retains-volumes" ? Deletion::RetainsVolumes
                                       : Deletion::Depends;
}

StatefulKind entryOf(const yaml::Node &node)
{
    StatefulKind entry;
    entry.group = node.text("group");
    entry.kind = node.text("kind");
    entry.scope = scopeOf(node.text("scope"));
    entry.category = node.text("category");
    const yaml::Node *stateful = node.find("stateful");
    entry.isStateful = stateful != nullptr && stateful->scalar == "true";
    entry.deletion = deletionOf(node.text("deletion"));
    entry.decidedBy = node.text("decidedBy");
    entry.note = node.text("note");
    entry.restore = node.text("restore");
    if (const yaml::Node *tier = node.find("recoveryTier"))
        std::from_chars(tier->scalar.data(), tier->scalar.data() + tier->scalar.size(), entry.recoveryTier);
    return entry;
}

Catalogue readCatalogue()
{
    Catalogue catalogue;
    const auto document = yaml::readDocument(resource("stateful-kinds.yaml"), yaml::TextFormat::Yaml, 1);
    assert(document && "the catalogue is built in and readable");
    const yaml::Node *kinds = document->root.find("kinds");
    assert(kinds != nullptr && "the catalogue has kinds");
    for (const yaml::Node &node : kinds->items) {
        StatefulKind entry = entryOf(node);
        auto key = std::pair(entry.group, entry.kind);
        catalogue.emplace(std::move(key), std::move(entry));
    }
    return catalogue;
}

} // namespace

const StatefulKind *findStatefulKind(std::string_view group, std::string_view kind)
{
    static const Catalogue catalogue = readCatalogue();
    for (const Name &name : {Name(group), storedGroup(group, kind)}) {
        if (const auto found = catalogue.find({name, std::string(kind)}); found != catalogue.end())
            return &found->second;
    }
    return nullptr;
}

} // namespace noclobber::kube
