#include <algorithm>
#include <array>
#include <set>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/blast/sync_error.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

using yaml::Node;
using yaml::NodeType;

/// Settings that only choose another image: `image`, `tag`, `image.tag`, `web.image.repository` and their like.
bool isImageSetting(std::string_view name)
{
    static constexpr std::array<std::string_view, 4> words = {"image", "images", "tag", "imagetag"};
    const std::vector<std::string> parts = split(lowered(name), '.');
    return std::ranges::any_of(parts,
                               [](const std::string &part) { return std::ranges::find(words, part) != words.end(); });
}

/// The settings without what only chooses an image.
Node withoutImages(Node node)
{
    std::erase_if(node.fields, [](const yaml::Field &field) { return isImageSetting(field.key); });
    std::erase_if(node.items, [](const Node &item) { return isImageSetting(item.text("name")); });
    for (yaml::Field &field : node.fields) {
        if (field.key == "values" && field.value.type == NodeType::String) {
            if (auto values = yaml::readDocument(field.value.scalar, yaml::TextFormat::Yaml, 1))
                field.value = std::move(values->root);
        }
        field.value = withoutImages(std::move(field.value));
    }
    for (Node &item : node.items)
        item = withoutImages(std::move(item));
    return node;
}

/// What a source says beside its revision and the images it chooses.
std::string settingsOf(const argo::Source &source)
{
    auto read = yaml::readDocument(source.text, yaml::TextFormat::Json, 1);
    if (!read)
        return source.text;
    std::erase_if(read->root.fields, [](const yaml::Field &field) { return field.key == "targetRevision"; });
    return yaml::toCanonicalJson(withoutImages(std::move(read->root)));
}

bool isRevisionOnly(const argo::Application &base, const argo::Application &head)
{
    return base.project == head.project && base.destination == head.destination &&
           std::ranges::equal(base.sources, head.sources, {}, settingsOf, settingsOf);
}

/// Applications whose objects cannot be seen, and which turn elsewhere.
void judgeUnseen(Judgement &judgement, std::set<argo::ObjectId> &told)
{
    const argo::Inventories &inventories = judgement.change.inventories;
    for (const argo::Application &base : inventories.base.applications) {
        const argo::Application *head = inventories.head.findApplication(base.id);
        if (!head || base.unknownChildren.empty())
            continue;
        const std::vector<std::string> clauses = blast::retargetings(base, *head);
        if (clauses.empty())
            continue;
        told.insert(base.id);
        Finding finding;
        finding.id = head->id;
        finding.location = head->declaration.location;
        const std::string name = blast::nameOf(*head);
        const std::string place = placeOf(head->declaration);
        const std::string what = join(clauses, say(", "));
        const std::string unseen = join(base.unknownChildren, say("; "));
        finding.message =
            head->prunesByItself()
                ? say("{} at {}: {}. What it deployed so far cannot be seen here ({}), so neither can what it deletes.",
                      name, place, what, unseen)
                : say("{} at {}: {}. What it deployed so far cannot be seen here ({}), so neither can what it would "
                      "delete.",
                      name, place, what, unseen);
        const Weight weight = isRevisionOnly(base, *head) ? Weight::AtMostNote
                              : head->prunesByItself()    ? Weight::Full
                                                          : Weight::Milder;
        report(judgement, "unknown-consequence", weight, std::move(finding));
    }
}

/// How many blocked objects have left each Application that base deployed them with.
std::map<argo::ObjectId, std::size_t> countHeldUp(const Judgement &judgement)
{
    const argo::Inventories &inventories = judgement.change.inventories;
    std::map<argo::ObjectId, std::size_t> many;
    for (const blast::AffectedObject &affected : judgement.radius.objects) {
        const argo::DeclaredObject *was =
            affected.effect == blast::Effect::Blocked ? inventories.base.find(affected.id) : nullptr;
        for (const auto &deployer : was ? blast::deployersOf(*was) : blast::Deployers()) {
            if (deployer && !blast::isDeployedBy(inventories.head.find(affected.id), *deployer))
                ++many[*deployer];
        }
    }
    return many;
}

/// Objects that leave an Application which cannot sync: they go as soon as somebody mends it.
void judgeHeldUp(Judgement &judgement, std::set<argo::ObjectId> &told)
{
    const argo::Inventories &inventories = judgement.change.inventories;
    for (const auto &[id, many] : countHeldUp(judgement)) {
        const argo::Application *found = inventories.head.findApplication(id);
        if (!found || !inventories.base.findApplication(id) || !found->prunesByItself() || told.contains(id))
            continue;
        const argo::Application &head = *found;
        const std::string error = blast::syncError({inventories.head, inventories.base}, head);
        if (error.empty())
            continue;
        told.insert(head.id);
        Finding finding;
        finding.id = head.id;
        finding.location = head.declaration.location;
        const std::string name = blast::nameOf(head);
        const std::string place = placeOf(head.declaration);
        finding.message = many == 1 ? say("{} at {} does not sync: {}. {} object leaves it with this change, and will "
                                          "be deleted as soon as somebody mends that.",
                                          name, place, error, many)
                                    : say("{} at {} does not sync: {}. {} objects leave it with this change, and will "
                                          "be deleted as soon as somebody mends that.",
                                          name, place, error, many);
        report(judgement, "unknown-consequence", Weight::Full, std::move(finding));
    }
}

} // namespace

void judgeUnknowns(Judgement &judgement)
{
    std::set<argo::ObjectId> told;
    judgeUnseen(judgement, told);
    for (const Finding &finding : judgement.findings) {
        if (finding.severity >= Severity::Warn)
            told.insert(finding.id);
    }
    judgeHeldUp(judgement, told);
    for (const argo::Unknown &unknown : judgement.radius.unknowns) {
        const diff::ObjectChange *change = judgement.change.changes.find(unknown.id);
        const bool isUnreadable = change && change->status == diff::Status::Unknown; // told with its file
        if (isUnreadable || !told.insert(unknown.id).second)
            continue;
        Finding finding;
        finding.id = unknown.id;
        if (const argo::DeclaredObject *object = judgement.change.inventories.base.find(unknown.id))
            finding.location = blast::declarationFor(*object, {}).location;
        finding.message = argo::shortText(unknown.id) + ": " + unknown.message + ".";
        report(judgement, "unknown-consequence", Weight::Full, std::move(finding));
    }
}

} // namespace noclobber::rules
