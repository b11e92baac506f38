#include <algorithm>
#include <map>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/blast/flux.h"
#include "core/blast/protections.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

using blast::Effect;

/// What becomes of some objects, counted.
struct Toll {
    std::map<Effect, std::size_t> effects;
    std::size_t withData = 0; ///< stateful ones that are deleted, or would be

    std::size_t of(Effect effect) const
    {
        const auto found = effects.find(effect);
        return found == effects.end() ? 0 : found->second;
    }
    std::size_t deleted() const { return of(Effect::Pruned) + of(Effect::CascadeDeleted) + of(Effect::Recreated); }
    std::size_t all() const
    {
        std::size_t sum = 0;
        for (const auto &[effect, number] : effects)
            sum += number;
        return sum;
    }
};

void add(Toll &toll, const blast::AffectedObject &object)
{
    ++toll.effects[object.effect];
    const bool goes = blast::isDeletion(object.effect) || object.effect == Effect::PrunePending;
    toll.withData += goes && object.isStateful;
}

std::string tollText(const Toll &toll)
{
    std::vector<std::string> parts;
    const auto tell = [&](std::size_t number, const std::string &what) {
        if (number > 0)
            parts.push_back(say("{} {}", number, what));
    };
    tell(toll.of(Effect::Pruned), say("pruned"));
    tell(toll.of(Effect::CascadeDeleted), say("deleted with what holds them"));
    tell(toll.of(Effect::Recreated), say("deleted and made anew"));
    tell(toll.of(Effect::PrunePending), say("deleted as soon as a person lets it"));
    tell(toll.of(Effect::Blocked), say("left alone because the sync fails"));
    tell(toll.of(Effect::Orphaned), say("left running, managed by nobody"));
    tell(toll.of(Effect::Adopted), say("taken over by another one"));
    tell(toll.of(Effect::Kept), say("kept by a protection"));
    std::string text = join(parts, say(", "));
    if (toll.withData > 0)
        text += say("; {} of them with state", toll.withData);
    return text;
}

/// Which of the objects that leave an Application count.
enum class Leaving { All, ByTurning };

/// What leaves the Application: managed by it in base, and in head not (or in another cluster).
Toll leavingToll(const Judgement &judgement, const argo::Application &base, const argo::Application &head,
                 Leaving counted)
{
    Toll toll;
    const bool isOtherCluster = blast::movesToOtherCluster(base, head);
    for (const argo::DeclaredObject *object :
         blast::mayHaveLeft(judgement.change.inventories.base, judgement.touched, base, head)) {
        const argo::DeclaredObject *now = judgement.change.inventories.head.find(object->id);
        if (!isOtherCluster && blast::isDeployedBy(now, head.id))
            continue;
        const argo::Declaration &was = blast::declarationFor(*object, base.id);
        if (blast::isHook(*was.manifest))
            continue; // hooks come and go with every sync
        if (counted == Leaving::ByTurning && blast::isTextGone(was, base, head))
            continue; // that would have happened without the turn
        if (const blast::AffectedObject *affected = judgement.radius.find(object->id))
            add(toll, *affected);
    }
    return toll;
}

Finding about(const argo::Application &application)
{
    Finding finding;
    finding.id = application.id;
    finding.location = application.declaration.location;
    return finding;
}

/// How much the end of an Application weighs, by what becomes of it and of what it managed.
Weight removalWeight(const argo::Application &gone, Effect effect, const Toll &toll, bool hasSuccessor)
{
    const bool cascades = gone.cascades();
    if (!blast::isDeletion(effect) && effect != Effect::PrunePending)
        return Weight::AtMostWarn; // it stays in the cluster
    const bool mayDelete = toll.deleted() > 0 || toll.of(Effect::PrunePending) > 0 ||
                           (cascades && (toll.of(Effect::Adopted) > 0 || !gone.unknownChildren.empty()));
    if (!cascades && hasSuccessor)
        return Weight::AtMostNote;
    if (!mayDelete && (!cascades || toll.all() > 0))
        return Weight::AtMostWarn;
    return effect == Effect::PrunePending || (toll.deleted() == 0 && toll.of(Effect::PrunePending) > 0) ? Weight::Milder
                                                                                                        : Weight::Full;
}

Toll childrenToll(const Judgement &judgement, const argo::Application &gone)
{
    Toll toll;
    for (const argo::DeclaredObject *child : blast::deployedBy(judgement.change.inventories.base, gone.id)) {
        const blast::AffectedObject *affected = judgement.radius.find(child->id);
        if (affected && child->id != gone.id)
            add(toll, *affected);
    }
    return toll;
}

std::string removalText(const argo::Application &gone, const blast::AffectedObject &affected, const Toll &toll,
                        const argo::Application *successor)
{
    const std::string name = blast::nameOf(gone);
    const std::string place = placeOf(gone.declaration);
    const std::string &why = affected.because.back().text;
    std::string text = gone.generatedBy ? say("{}, made by {} at {}, leaves: {}.", name,
                                              argo::shortText(*gone.generatedBy), place, why)
                                        : say("{}, declared at {}, leaves: {}.", name, place, why);
    if (toll.all() > 0)
        text += say(" Of what it manages: {}.", tollText(toll));
    if (successor)
        text += say(" {} at {} reads the same source: who is first, its takeover or this deletion, is not defined.",
                    blast::nameOf(*successor), placeOf(successor->declaration));
    return text;
}

} // namespace

namespace {

bool isAnySourceGone(const argo::Application &application)
{
    return std::ranges::any_of(application.sources,
                               [](const argo::Source &source) { return source.isHere && !source.exists; });
}

/// Whether a source that is gone is read at the reviewed branch: another revision may still have the path.
bool isGoneForSure(const Judgement &judgement, const argo::Application &application)
{
    const std::string &reviewed = judgement.change.comparison.base.revision;
    return std::ranges::any_of(application.sources, [&](const argo::Source &source) {
        const std::string &revision = source.targetRevision;
        return source.isHere && !source.exists &&
               (revision.empty() || revision == "HEAD" || revision == reviewed || reviewed.ends_with("/" + revision));
    });
}

} // namespace

void judgeRetargeted(Judgement &judgement)
{
    const argo::Inventories &inventories = judgement.change.inventories;
    for (const argo::Application &base : inventories.base.applications) {
        const argo::Application *head = inventories.head.findApplication(base.id);
        if (!head)
            continue;
        std::vector<std::string> clauses = blast::retargetings(base, *head);
        const std::string error =
            isAnySourceGone(*head) ? blast::comparisonError(*head, inventories.head) : std::string();
        if (!error.empty())
            clauses.push_back(error);
        const Toll toll = clauses.empty() ? Toll() : leavingToll(judgement, base, *head, Leaving::ByTurning);
        // What it deployed may be unseen: a chart, a kustomization.
        const bool isGone = !error.empty() && !isAnySourceGone(base) && isGoneForSure(judgement, *head);
        const bool isReinstalled = blast::isReinstalled(base, *head);
        if (toll.all() == 0 && !isGone && !isReinstalled)
            continue;
        Finding finding = about(*head);
        if (base.declaration.location != head->declaration.location)
            finding.related = {base.declaration.location};
        finding.message =
            say("{} at {}: {}.", blast::nameOf(*head), placeOf(head->declaration), join(clauses, say(", ")));
        if (toll.all() == 1)
            finding.message += say(" {} object leaves it: {}.", toll.all(), tollText(toll));
        else if (toll.all() > 1)
            finding.message += say(" {} objects leave it: {}.", toll.all(), tollText(toll));
        if (isReinstalled)
            finding.message +=
                say(" Helm uninstalls the old release with everything it made, and installs the new one.");
        const bool isHard = isGone || (isReinstalled && head->automated) ||
                            toll.deleted() + toll.of(Effect::Blocked) + toll.of(Effect::Orphaned) > 0;
        report(judgement, "application-retargeted", isHard ? Weight::Full : Weight::Milder, std::move(finding));
    }
}

void judgeRemovedApplications(Judgement &judgement)
{
    for (const argo::Application &gone : judgement.change.inventories.base.applications) {
        const blast::AffectedObject *affected = judgement.radius.find(gone.id);
        if (!affected || affected->effect == Effect::Recreated)
            continue;
        const bool isThere = judgement.change.inventories.head.findApplication(gone.id) != nullptr;
        const bool goes = blast::isDeletion(affected->effect) || affected->effect == Effect::PrunePending;
        if (isThere && !goes)
            continue;
        const Toll toll = childrenToll(judgement, gone);
        const argo::Application *successor = judgement.lookups.successorOf(gone);
        Finding finding = about(gone);
        if (successor)
            finding.related = {successor->declaration.location};
        finding.message = removalText(gone, *affected, toll, successor);
        report(judgement, successor ? "application-renamed" : "application-removed",
               removalWeight(gone, affected->effect, toll, successor != nullptr), std::move(finding));
    }
}

void judgePruneAll(Judgement &judgement)
{
    const argo::Inventories &inventories = judgement.change.inventories;
    for (const argo::Application &base : inventories.base.applications) {
        const argo::Application *head = inventories.head.findApplication(base.id);
        if (!head)
            continue;
        const Toll toll = leavingToll(judgement, base, *head, Leaving::All);
        const std::size_t lost = toll.deleted() + toll.of(Effect::PrunePending) + toll.of(Effect::Blocked);
        if (lost == 0)
            continue; // by far the most
        const std::size_t managed = static_cast<std::size_t>(std::ranges::count_if(
            blast::deployedBy(inventories.base, base.id), [&](const argo::DeclaredObject *object) {
                return !blast::isHook(*blast::declarationFor(*object, base.id).manifest);
            }));
        if (lost * 2 <= managed)
            continue;
        Finding finding = about(*head);
        finding.message = say("{} at {} loses {} of the {} it manages: {}.", blast::nameOf(*head),
                              placeOf(head->declaration), lost, counted(managed, "object"), tollText(toll));
        const bool isPending = lost == toll.of(Effect::PrunePending);
        report(judgement, "prune-all", isPending ? Weight::Milder : Weight::Full, std::move(finding));
    }
}

} // namespace noclobber::rules
