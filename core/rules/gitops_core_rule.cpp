#include <algorithm>
#include <array>
#include <set>

#include "core/argo/engines.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

using argo::Engine;
using blast::Effect;

constexpr std::size_t mostNames = 5;
constexpr std::array<std::string_view, 3> argoDefinitions = {"applications.argoproj.io", "applicationsets.argoproj.io",
                                                             "appprojects.argoproj.io"};
constexpr std::string_view fluxDefinitions = ".toolkit.fluxcd.io";
constexpr std::array<std::string_view, 4> argoControllers = {
    "argocd-application-controller", "argocd-applicationset-controller", "argocd-repo-server", "argocd-server"};
constexpr std::array<std::string_view, 3> fluxControllers = {"kustomize-controller", "helm-controller",
                                                             "source-controller"};

std::string_view engineName(Engine engine)
{
    return engine == Engine::ArgoCd ? "Argo CD" : "Flux";
}

bool isWorkload(const argo::ObjectId &id)
{
    return id.key.group == "apps" && (id.key.kind == "Deployment" || id.key.kind == "StatefulSet");
}

/// Applications of one engine.
struct Cascading {
    std::vector<const argo::Application *> applications;
    std::set<std::pair<std::string_view, std::string_view>> homes; ///< scope and namespace they live in
};

/// Those that would take what they manage along, in base. A HelmRelease stands beside what it installs as a rule: that
/// makes no core of its Namespace.
Cascading cascadingApplications(const Judgement &judgement, Engine engine)
{
    Cascading found;
    for (const argo::Application &application : judgement.change.inventories.base.applications) {
        if (application.engine != engine || !application.cascades())
            continue;
        found.applications.push_back(&application);
        if (!argo::isHelmRelease(application.id.key))
            found.homes.emplace(application.id.scope, application.id.key.nameSpace);
    }
    return found;
}

/// Whether the object is a part of what runs the engine.
bool isCore(const argo::ObjectId &id, Engine engine, const Cascading &cascading)
{
    const std::string_view name = id.key.name;
    if (blast::isNamespace(id))
        return cascading.homes.contains({id.scope, name}) || cascading.homes.contains({"", name});
    if (blast::isCustomResourceDefinition(id))
        return engine == Engine::Flux ? name.ends_with(fluxDefinitions)
                                      : std::ranges::find(argoDefinitions, name) != argoDefinitions.end();
    const auto isNamedSo = [&](std::string_view controller) { return name.ends_with(controller); };
    return isWorkload(id) && (engine == Engine::Flux ? std::ranges::any_of(fluxControllers, isNamedSo)
                                                     : std::ranges::any_of(argoControllers, isNamedSo));
}

/// A workload of the other kind under the same name: the controller is upgraded.
bool hasSuccessor(const Judgement &judgement, argo::ObjectId id)
{
    if (!isWorkload(id))
        return false;
    id.key.kind = id.key.kind == "Deployment" ? "StatefulSet" : "Deployment";
    return judgement.change.inventories.head.find(id) != nullptr;
}

std::string threatText(Engine engine, const std::vector<const argo::Application *> &applications)
{
    std::vector<std::string> names;
    for (const argo::Application *application : applications) {
        if (names.size() < mostNames)
            names.push_back(argo::applicationName(application->id));
    }
    return std::string("As soon as ") + std::string(engineName(engine)) +
           " works again it deletes what goes with its " +
           (engine == Engine::ArgoCd ? "Applications" : "Kustomizations and HelmReleases") + ", and " +
           (applications.size() == 1 ? "one takes" : std::to_string(applications.size()) + " take") +
           " what they manage along: " + join(names, ", ") + (applications.size() > names.size() ? ", ..." : "") + ".";
}

/// How much it weighs that the object is reached so; nothing where it stays.
std::optional<Weight> weightOf(const blast::AffectedObject &object)
{
    switch (object.effect) {
    case Effect::Pruned:
    case Effect::CascadeDeleted:
    case Effect::Recreated:
        return Weight::Full;
    case Effect::PrunePending:
        return Weight::Milder;
    case Effect::Kept: // Argo CD does not prune definitions; kubectl and Flux do
        return blast::isCustomResourceDefinition(object.id) ? std::optional(Weight::AtMostWarn) : std::nullopt;
    default:
        return {};
    }
}

void judgeCoreObjects(Judgement &judgement, Engine engine, const Cascading &cascading)
{
    for (const blast::AffectedObject &object : judgement.radius.objects) {
        if (object.isDerived || !isCore(object.id, engine, cascading) || hasSuccessor(judgement, object.id))
            continue;
        const bool isInside = object.effect == Effect::CascadeDeleted && isWorkload(object.id);
        const auto weight = weightOf(object);
        if (!weight || isInside) // what it is in is told
            continue;
        Finding finding;
        finding.id = object.id;
        finding.location = object.location;
        finding.message = argo::shortText(object.id) + " belongs to " + std::string(engineName(engine)) +
                          " itself and " +
                          (object.effect == Effect::Recreated ? "is deleted and made anew" : "leaves") + ": " +
                          object.because.back().text + ". " + threatText(engine, cascading.applications);
        report(judgement, "gitops-core-affected", *weight, std::move(finding));
    }
}

/// The chart of the engine itself that the Application installs, "" if it installs another one.
std::string coreChart(const argo::Application &application, Engine engine)
{
    for (const argo::Source &source : application.sources) {
        const std::string_view chart = fileName(source.chart);
        if (engine == Engine::ArgoCd ? chart == "argo-cd" || chart == "argocd" : chart == "flux2" || chart == "flux")
            return argo::normalAddress(source.repository) + " " + source.chart;
    }
    return {};
}

/// Accident 14: the chart of the engine itself comes from somewhere else, or goes.
void judgeCoreCharts(Judgement &judgement, Engine engine, const std::vector<const argo::Application *> &applications)
{
    const argo::Inventories &inventories = judgement.change.inventories;
    for (const argo::Application &base : inventories.base.applications) {
        const std::string before = coreChart(base, engine);
        const argo::Application *head = inventories.head.findApplication(base.id);
        const std::string after = head ? coreChart(*head, engine) : std::string();
        if (before.empty() || before == after)
            continue;
        const argo::Application &says = head ? *head : base;
        Finding finding;
        finding.id = base.id;
        finding.location = says.declaration.location;
        finding.message = blast::nameOf(base) + " at " + placeOf(says.declaration) + " installs " +
                          std::string(engineName(engine)) + " itself from " + before +
                          (after.empty() ? ", and no longer does" : ", and from " + after + " now") +
                          ": its definitions may go and come back. " + threatText(engine, applications);
        report(judgement, "gitops-core-affected", Weight::Full, std::move(finding));
    }
}

} // namespace

void judgeGitOpsCore(Judgement &judgement)
{
    for (const Engine engine : {Engine::ArgoCd, Engine::Flux}) {
        const Cascading cascading = cascadingApplications(judgement, engine);
        if (cascading.applications.empty())
            continue;
        judgeCoreObjects(judgement, engine, cascading);
        judgeCoreCharts(judgement, engine, cascading.applications);
    }
}

} // namespace noclobber::rules
