#include <algorithm>
#include <array>
#include <set>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/claims.h"
#include "core/kube/stateful_kinds.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

using blast::AffectedObject;
using blast::Effect;

std::string refusedFields(const diff::ObjectChange &change)
{
    std::vector<std::string> names;
    for (const diff::FieldChange &field : change.fields) {
        if (field.isImmutable)
            names.push_back(field.path);
    }
    constexpr std::size_t shown = 5;
    const std::size_t more = names.size() > shown ? names.size() - shown : 0;
    names.resize(names.size() - more);
    return join(names, ", ") + (more > 0 ? say(" and {} more", more) : "");
}

argo::Content contentOf(Judgement &judgement, const argo::Declaration *declaration)
{
    if (!declaration)
        return {};
    const auto content = judgement.reader.content(*declaration);
    return content ? *content : argo::Content();
}

/// Kinds whose volumes, or whatever holds their data, are found by their name. What keeps its state elsewhere, or is
/// no more than topology, is not among them.
bool isNameOfData(const kube::ResourceKey &key)
{
    if (key.group.empty())
        return key.kind == "PersistentVolumeClaim";
    constexpr std::array<std::string_view, 7> categories{"workload", "queue",      "coordination", "database",
                                                         "search",   "monitoring", "storage"};
    const kube::StatefulKind *kind = kube::findStatefulKind(key.group, key.kind);
    return kind && kind->isStateful && std::ranges::find(categories, kind->category) != categories.end() &&
           kind->recoveryTier != 32 && kind->recoveryTier != 45 && kind->recoveryTier != 46;
}

/// Whether the new object brings its data along, or has none: a claim that names its volume or what it is made from,
/// a StatefulSet that makes no claims.
bool startsEmpty(const argo::ObjectId &id, const yaml::Node &content)
{
    if (blast::isStatefulSet(id))
        return !blast::readStorageOfSet(content, id.key.name).templates.empty();
    if (!id.key.group.empty())
        return true;
    const yaml::Node *spec = content.find("spec");
    return !spec || (spec->text("volumeName").empty() && !spec->find("dataSource") && !spec->find("dataSourceRef"));
}

std::string oldData(const AffectedObject *old)
{
    if (!old)
        return say("what is in the old one stays behind");
    switch (old->dataFate) {
    case blast::DataFate::Lost:
        return say("the data of the old one is lost");
    case blast::DataFate::AtRisk:
        return say("the data of the old one may be lost");
    default:
        return say("the data stays behind in the old one's volumes");
    }
}

void judgeRename(Judgement &judgement, const diff::ObjectChange &change)
{
    const argo::ObjectId &from = *change.renamedFrom;
    const argo::Declaration *now = change.head.empty() ? nullptr : &change.head.back();
    const argo::Content content = contentOf(judgement, now);
    if (!now || !content || !startsEmpty(change.id, *content))
        return;
    const AffectedObject *old = judgement.radius.find(from);
    const bool isMoved = from.key.nameSpace != change.id.key.nameSpace;
    Finding finding;
    finding.id = change.id;
    finding.location = now->location;
    if (old && old->location)
        finding.related = {*old->location};
    finding.message =
        say("{} becomes {} at {}, and starts empty: volumes are found by {}, and {}.", argo::shortText(from),
            argo::shortText(change.id), placeOf(*now), isMoved ? say("namespace and name") : say("name"), oldData(old));
    report(judgement, "stateful-renamed", Weight::Full, std::move(finding));
}

/// A set that stays while a claim template is gone and another one is new.
void judgeTemplates(Judgement &judgement, const diff::ObjectChange &change)
{
    const argo::Declaration *was = change.winnerInBase();
    const argo::Declaration *now = change.winnerInHead();
    const argo::Content base = contentOf(judgement, was);
    const argo::Content head = contentOf(judgement, now);
    if (!base || !head)
        return;
    const auto templatesOf = [&](const yaml::Node &content) {
        const std::vector<std::string> names = blast::readStorageOfSet(content, change.id.key.name).templates;
        return std::set<std::string>(names.begin(), names.end());
    };
    const std::set<std::string> before = templatesOf(*base);
    const std::set<std::string> after = templatesOf(*head);
    std::vector<std::string> gone;
    std::vector<std::string> added;
    std::ranges::set_difference(before, after, std::back_inserter(gone));
    std::ranges::set_difference(after, before, std::back_inserter(added));
    if (gone.empty() || added.empty())
        return;
    const AffectedObject *set = judgement.radius.find(change.id);
    const bool isRefused = set && set->effect == Effect::Blocked;
    Finding finding;
    finding.id = change.id;
    finding.location = now->location;
    finding.message = say("the claim template {} of {} is called {} now: claims are called template-name-ordinal, so "
                          "{}, the old ones left behind.",
                          join(gone, ", "), argo::shortText(change.id), join(added, ", "),
                          isRefused ? say("the API server refuses this, and made anew by hand or by Force the set "
                                          "would start with empty volumes")
                                    : say("the set starts with empty volumes"));
    report(judgement, "stateful-renamed", Weight::Full, std::move(finding));
}

} // namespace

void judgeImmutableFields(Judgement &judgement)
{
    const blast::Refusals &refusals = judgement.radius.refusals;
    for (const diff::ObjectChange &change : judgement.change.changes.changes) {
        const auto refusal = refusals.find(change.id);
        const bool isRefused = change.flags.recreated || refusal != refusals.end();
        const AffectedObject *object = isRefused ? judgement.radius.find(change.id) : nullptr;
        if (!object || object->effect != Effect::Blocked || change.head.empty())
            continue;
        const argo::Declaration &now = change.headWinner ? *change.winnerInHead() : change.head.back();
        Finding finding;
        finding.id = change.id;
        finding.location = now.location;
        finding.message =
            say("the API server will refuse this update of {} at {}, so its sync fails: {}.",
                argo::shortText(change.id), placeOf(now),
                change.flags.recreated ? say("{} cannot be changed", refusedFields(change)) : refusal->second.words);
        report(judgement, "immutable-field", Weight::Full, std::move(finding));
    }
}

void judgeRenamedState(Judgement &judgement)
{
    for (const diff::ObjectChange &change : judgement.change.changes.changes) {
        if (change.renamedFrom && isNameOfData(change.id.key))
            judgeRename(judgement, change);
        else if (blast::isStatefulSet(change.id) && change.flags.recreated)
            judgeTemplates(judgement, change);
    }
}

} // namespace noclobber::rules
