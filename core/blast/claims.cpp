#include "core/blast/claims.h"

#include <charconv>

namespace noclobber::blast {

namespace {

constexpr std::size_t mostClaims = 1000;

std::size_t numberAt(const yaml::Node &content, std::initializer_list<std::string_view> keys, std::size_t otherwise)
{
    const yaml::Node *node = content.find(keys);
    if (!node || node->type != yaml::NodeType::Integer)
        return otherwise;
    std::size_t number = 0;
    const char *end = node->scalar.data() + node->scalar.size();
    return std::from_chars(node->scalar.data(), end, number).ptr == end ? number : otherwise;
}

} // namespace

ClaimSpec readClaim(const yaml::Node &content)
{
    ClaimSpec claim;
    const yaml::Node *spec = content.find("spec");
    if (!spec)
        return claim;
    const yaml::Node *storageClass = spec->find("storageClassName");
    if (storageClass && storageClass->type == yaml::NodeType::String)
        claim.storageClass = storageClass->scalar;
    claim.volume = spec->text("volumeName");
    if (const yaml::Node *storage = spec->find({"resources", "requests", "storage"}))
        claim.storage = storage->scalar;
    return claim;
}

StorageOfSet readStorageOfSet(const yaml::Node &content, const std::string &name)
{
    StorageOfSet storage;
    const yaml::Node *policy = content.find({"spec", "persistentVolumeClaimRetentionPolicy"});
    storage.deletesClaims = policy && policy->text("whenDeleted") == "Delete";
    storage.deletesClaimsOnScaleDown = policy && policy->text("whenScaled") == "Delete";
    const yaml::Node *templates = content.find({"spec", "volumeClaimTemplates"});
    if (!templates)
        return storage;
    const std::size_t replicas = numberAt(content, {"spec", "replicas"}, 1);
    const std::size_t start = numberAt(content, {"spec", "ordinals", "start"}, 0);
    for (const yaml::Node &entry : templates->items) {
        const yaml::Node *metadata = entry.find("metadata");
        const std::string templateName = metadata ? metadata->text("name") : std::string();
        const std::string prefix = templateName + "-" + name + "-";
        storage.templates.push_back(templateName);
        const ClaimSpec spec = readClaim(entry);
        for (std::size_t i = 0; i < replicas; ++i) {
            if (storage.claims.size() == mostClaims) {
                storage.unlistedClaims += replicas - i;
                break;
            }
            storage.claims.push_back({prefix + std::to_string(start + i), templateName, spec});
        }
    }
    return storage;
}

} // namespace noclobber::blast
