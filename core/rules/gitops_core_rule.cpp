#include <algorithm>
#include <array>
#include <set>

#include "core/argo/engines.h"
#include "core/base/say.h"
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
    const std::string name(engineName(engine));
    const std::string kinds = engine == Engine::ArgoCd ? "Applications" : say("Kustomizations and HelmReleases");
    const std::string list = join(names, ", ") + (applications.size() > names.size() ? ", ..." : "");
    if (applications.size() == 1)
        return say(
            "As soon as {} works again it deletes what goes with its {}, and one takes what they manage along: {}.",
            name, kinds, list);
    return say("As soon as {} works again it deletes what goes with its {}, and {} take what they manage along: {}.",
               name, kinds, applications.size(), list);
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
        const std::string name = argo::shortText(object.id);
        const std::string core(engineName(engine));
        const std::string &why = object.because.back().text;
        const std::string threat = threatText(engine, cascading.applications);
        finding.message =
            object.effect == Effect::Recreated
                ? say("{} belongs to {} itself and is deleted and made anew: {}. {}", name, core, why, threat)
                : say("{} belongs to {} itself and leaves: {}. {}", name, core, why, threat);
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
        const std::string name = blast::nameOf(base);
        const std::string place = placeOf(says.declaration);
        const std::string core(engineName(engine));
        const std::string threat = threatText(engine, applications);
        finding.message =
            after.empty()
                ? say("{} at {} installs {} itself from {}, and no longer does: its definitions may go and come back. "
                      "{}",
                      name, place, core, before, threat)
                : say("{} at {} installs {} itself from {}, and from {} now: its definitions may go and come back. {}",
                      name, place, core, before, after, threat);
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
