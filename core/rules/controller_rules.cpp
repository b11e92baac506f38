#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

constexpr std::size_t mostPlaces = 10;

Finding about(const argo::Application &application)
{
    Finding finding;
    finding.id = application.id;
    finding.location = application.declaration.location;
    return finding;
}

/// What the tree's own argocd-cm says of the tracking; "" if it says nothing, or is not here.
std::string trackingMethod(Judgement &judgement)
{
    for (const argo::DeclaredObject *object : judgement.change.inventories.head.ofKind("", "ConfigMap")) {
        if (object->id.key.name != "argocd-cm")
            continue;
        const auto content = judgement.reader.content(blast::declarationFor(*object, {}));
        const yaml::Node *data = content && *content ? (*content)->find("data") : nullptr;
        if (data)
            return data->text("application.resourceTrackingMethod");
    }
    return {};
}

/// Whether an object may belong to the Application that its label names: by label tracking, the default before 3.0.
bool mayTrackByLabel(Judgement &judgement)
{
    const std::string method = trackingMethod(judgement);
    if (!method.empty())
        return method == "label";
    const auto &version = judgement.change.configuration.argoCdVersion;
    return !version || (version->size() > 1 && (*version)[1] == '.' && (*version)[0] < '3');
}

/// Applications that only head has, by the label of what belongs to them.
std::multimap<std::string, const argo::Application *> newApplications(const Judgement &judgement)
{
    std::multimap<std::string, const argo::Application *> applications;
    for (const argo::Application &application : judgement.change.inventories.head.applications) {
        if (application.engine == argo::Engine::ArgoCd &&
            !judgement.change.inventories.base.findApplication(application.id))
            applications.emplace(application.id.key.name, &application);
    }
    return applications;
}

void reportCollision(Judgement &judgement, const argo::Application &application, const blast::Objects &claimed)
{
    Finding finding = about(application);
    std::vector<std::string> names;
    for (const argo::DeclaredObject *object : claimed) {
        if (names.size() == mostPlaces)
            break;
        names.push_back(argo::shortText(object->id));
        finding.related.push_back(blast::declarationFor(*object, {}).location);
    }
    finding.message = say(
        "{}{} at {} has the name that {} outside it carry as app.kubernetes.io/instance ({}{}): with label tracking "
        "Argo CD takes them for its own{}",
        newText(judgement), blast::nameOf(application), placeOf(application.declaration),
        counted(claimed.size(), "object"), join(names, ", "), claimed.size() > names.size() ? ", ..." : "",
        application.prunesByItself() ? say(" and prunes them.") : say(", and the next sync with prune deletes them."));
    report(judgement, "tracking-collision", Weight::Full, std::move(finding));
}

/// Whether the revision stands still: a full commit id, or a version, which is a tag.
bool isFixed(std::string_view revision)
{
    const auto isHex = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
    if (revision.size() == 40 && std::ranges::all_of(revision, isHex))
        return true;
    if (revision.starts_with("refs/tags/"))
        return true;
    if (revision.starts_with('v'))
        revision.remove_prefix(1);
    return !revision.empty() && std::isdigit(static_cast<unsigned char>(revision.front())) != 0 &&
           revision.find('.') != std::string_view::npos && revision.find_first_of("*xX<>^~ ") == std::string_view::npos;
}

/// "HEAD of this repository", one for each source that moves.
std::vector<std::string> movingRevisions(const argo::Application &application)
{
    std::vector<std::string> texts;
    for (const argo::Source &source : application.sources) {
        if (!source.chart.empty() || isFixed(source.targetRevision))
            continue;
        const std::string revision = source.targetRevision.empty() ? "HEAD" : source.targetRevision;
        const std::string text = say("{} of {}", revision, source.isHere ? say("this repository") : source.repository);
        if (std::ranges::find(texts, text) == texts.end())
            texts.push_back(text);
    }
    return texts;
}

} // namespace

void judgeTrackingCollisions(Judgement &judgement)
{
    const auto applications = newApplications(judgement);
    if (applications.empty())
        return;
    std::map<const argo::Application *, blast::Objects> claimed;
    std::set<std::string> scopes;
    for (const auto &[label, application] : applications)
        scopes.insert(application->scope);
    const auto claim = [&](const argo::DeclaredObject &object) {
        const kube::Manifest &manifest = *blast::declarationFor(object, {}).manifest;
        const auto [begin, end] = applications.equal_range(manifest.instanceLabel);
        for (auto entry = begin; entry != end && !manifest.instanceLabel.empty(); ++entry) {
            const argo::Application &application = *entry->second;
            if (object.id.scope == application.scope && object.id != application.id &&
                !blast::isDeployedBy(&object, application.id) && !manifest.hasOwner)
                claimed[&application].push_back(&object);
        }
    };
    const argo::Inventory &head = judgement.change.inventories.head;
    for (const argo::ObjectIndex::Run &run : head.index.runs()) {
        if (scopes.contains(head.at(run).front().id.scope))
            std::ranges::for_each(head.at(run), claim);
    }
    if (claimed.empty() || !mayTrackByLabel(judgement))
        return;
    for (const auto &[application, objects] : claimed)
        reportCollision(judgement, *application, objects);
}

void judgeMovingRevisions(Judgement &judgement)
{
    std::set<argo::ObjectId> judgedSets; // one finding for all that an ApplicationSet makes
    for (const argo::Application &head : judgement.change.inventories.head.applications) {
        if (head.engine != argo::Engine::ArgoCd || !head.prunesByItself())
            continue;
        const argo::Application *base = judgement.change.inventories.base.findApplication(head.id);
        const bool prunedBefore = base && base->prunesByItself();
        if (prunedBefore && base->sources == head.sources)
            continue; // by far the most
        const std::vector<std::string> moving = movingRevisions(head);
        if (moving.empty() || (prunedBefore && movingRevisions(*base) == moving))
            continue; // none, or as it was
        if (head.generatedBy && !judgedSets.insert(*head.generatedBy).second)
            continue;
        Finding finding = about(head);
        finding.message = say(
            "{} at {} prunes by itself and follows {}: what is removed there is deleted, whatever is reviewed here.",
            blast::nameOf(head), placeOf(head.declaration), join(moving, say(" and ")));
        report(judgement, "moving-revision", Weight::Full, std::move(finding));
    }
}

void judgeClusterScoped(Judgement &judgement)
{
    for (const blast::AffectedObject &object : judgement.radius.objects) {
        const bool goes = object.effect == blast::Effect::Pruned || object.effect == blast::Effect::CascadeDeleted ||
                          object.effect == blast::Effect::PrunePending;
        if (!goes || !object.id.key.nameSpace.empty() || object.isDerived || blast::isNamespace(object.id) ||
            blast::isCustomResourceDefinition(object.id))
            continue;
        Finding finding;
        finding.id = object.id;
        finding.location = object.location;
        finding.message = say("{} has no namespace and would be deleted: whoever in the cluster needs it, nothing in a "
                              "namespace shows it.",
                              argo::shortText(object.id));
        report(judgement, "cluster-scoped-removed", Weight::Full, std::move(finding));
    }
}

} // namespace noclobber::rules
