#include "core/blast/effect_tracer.h"

#include <algorithm>
#include <deque>
#include <set>
#include <tuple>

#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/blast/departure.h"
#include "core/blast/protections.h"
#include "core/blast/update_effect.h"

namespace noclobber::blast {

namespace {

struct Cause {
    Effect effect = Effect::Updated;
    std::vector<Reason> because;
    bool losesItsNamespace = false;
    bool isRace = false;
};

std::vector<Reason> extended(std::vector<Reason> because, const argo::ObjectId &id, std::string text)
{
    because.push_back({id, std::move(text)});
    return because;
}

bool isGoing(Effect effect)
{
    return isDeletion(effect) || effect == Effect::PrunePending;
}

/// The state of one trace: a queue of causes, worked off until nothing new is reached.
class Tracer
{
public:
    Tracer(const Change &change, std::stop_token stop)
        : m_change(change), m_base(change.inventories.base), m_head(change.inventories.head), m_stop(std::move(stop)),
          m_baseDeployments(readDeployments(m_base)), m_headDeployments(readDeployments(m_head))
    {}

    Result<Trace> run()
    {
        followApplications();
        followUnseenDeployers();
        workOff();
        followSelfManaged();
        followUpdates();
        workOff();
        if (m_stop.stop_requested())
            return Error{ErrorCode::Cancelled, "the review was stopped", {}};
        return std::move(m_trace);
    }

private:
    void followApplications();
    void followApplication(const argo::Application &base, const argo::Application &head);
    Cause leave(const argo::DeclaredObject &object, const argo::Application &decides, const Departure &general,
                const std::vector<Reason> &start);
    void followUnseenDeployers();
    void followSelfManaged();
    void followUpdates();
    void workOff();
    void expand(const argo::DeclaredObject &object, const Cause &cause);
    void expandNamespace(const argo::DeclaredObject &object, const Cause &cause);
    void expandDefinition(const argo::DeclaredObject &object, const Cause &cause);
    void expandApplication(const argo::DeclaredObject &object, const Cause &cause);
    void deleteChildren(const argo::Application &application, const Cause &cause);
    void liveOn(const argo::Application &application, const Cause &cause);
    std::vector<Reason> newCluster(const argo::DeclaredObject &object) const;
    std::vector<Reason> startOf(const argo::Application &base, const argo::Application &head) const;
    std::string whereNow(const argo::DeclaredObject &object, const argo::Declaration &live) const;
    bool isUnknown(const argo::ObjectId &id) const;
    void sayUnknown(const argo::ObjectId &id);
    void reach(const argo::DeclaredObject &object, Cause cause);

    const Change &m_change;
    const argo::Inventory &m_base;
    const argo::Inventory &m_head;
    std::stop_token m_stop;
    Deployments m_baseDeployments;
    Deployments m_headDeployments;
    Trace m_trace;
    std::deque<std::pair<const argo::DeclaredObject *, Cause>> m_queue;
    std::set<std::tuple<argo::ObjectId, Effect, bool>> m_expanded;
};

/// Declared in one commit only while the file of the other cannot be read: neither added nor removed.
bool Tracer::isUnknown(const argo::ObjectId &id) const
{
    const diff::ObjectChange *change = m_change.changes.find(id);
    return change && change->status == diff::Status::Unknown;
}

void Tracer::sayUnknown(const argo::ObjectId &id)
{
    m_trace.unknowns.push_back(
        {id, "a file that may declare it cannot be read in head: whether it is removed cannot be said"});
}

void Tracer::reach(const argo::DeclaredObject &object, Cause cause)
{
    auto [place, isNew] = m_trace.outcomes.try_emplace(object.id);
    Outcome &outcome = place->second;
    outcome.object = &object;
    outcome.losesItsNamespace |= cause.losesItsNamespace;
    outcome.isRace |= cause.isRace;
    if (std::ranges::find(outcome.effects, cause.effect) == outcome.effects.end())
        outcome.effects.push_back(cause.effect);
    if (isNew || cause.effect < outcome.effect) {
        outcome.effect = cause.effect;
        outcome.because = cause.because;
    }
    if (m_expanded.emplace(object.id, cause.effect, cause.losesItsNamespace).second)
        m_queue.emplace_back(&object, std::move(cause));
}

void Tracer::workOff()
{
    while (!m_queue.empty() && !m_stop.stop_requested()) {
        const auto [object, cause] = std::move(m_queue.front());
        m_queue.pop_front();
        expand(*object, cause);
    }
}

/// Applications that both commits have in effect: what is in the old target set and not in the new one leaves.
void Tracer::followApplications()
{
    for (const argo::Application &base : m_base.applications) {
        if (const argo::Application *head = m_head.findApplication(base.id); head && !m_stop.stop_requested())
            followApplication(base, *head);
    }
}

void Tracer::followApplication(const argo::Application &base, const argo::Application &head)
{
    const bool isOtherCluster = movesToOtherCluster(base, head);
    const bool isLeftEmpty = m_headDeployments.of(head.id).empty() && head.unknownChildren.empty();
    Departure general = departureFrom(head, comparisonError(head, m_head), isLeftEmpty);
    if (isOtherCluster)
        general = {Effect::Orphaned, nameOf(head) + " looks after its new cluster only: this one keeps running in the "
                                                    "old cluster, managed by nobody, and its data stays behind"};
    const std::vector<Reason> start = startOf(base, head);
    for (const argo::DeclaredObject *object : m_baseDeployments.of(base.id)) {
        if (!isOtherCluster && isDeployedBy(m_head.find(object->id), head.id))
            continue;
        if (isUnknown(object->id))
            sayUnknown(object->id);
        else if (!isGenerated(object->id)) {
            const bool isTurnedFrom = !isTextGone(declarationFor(*object, base.id), base, head);
            reach(*object, leave(*object, head, general, isTurnedFrom ? start : std::vector<Reason>()));
        }
    }
    if (!base.unknownChildren.empty() && !start.empty())
        m_trace.unknowns.push_back({base.id, "what it deployed before this change cannot be seen here, so neither can "
                                             "what leaves it: " +
                                                 join(base.unknownChildren, "; ")});
}

Cause Tracer::leave(const argo::DeclaredObject &object, const argo::Application &decides, const Departure &general,
                    const std::vector<Reason> &start)
{
    const argo::Declaration &live = declarationFor(object, decides.id);
    const argo::DeclaredObject *now = m_head.find(object.id);
    const Departure departure = departureOf(live, decides, general, m_change.configuration);
    if (const auto other = otherDeployer(now, decides.id)) {
        const bool isRace = departure.effect == Effect::Pruned;
        std::string text = "Application " + argo::applicationName(*other) + " declares it at " +
                           toText(declarationFor(*now, other).location);
        text += isRace ? "; if " + nameOf(decides) + " prunes before that one syncs, it is deleted and made anew"
                       : " and manages it now";
        return {Effect::Adopted, extended(start, object.id, text), false, isRace};
    }
    std::string text = whereNow(object, live) + "; " + departure.words;
    if (!decides.unknownChildren.empty())
        text += " (what " + nameOf(decides) +
                " deploys now cannot be seen in full: " + join(decides.unknownChildren, "; ") + ")";
    return {departure.effect, extended(start, object.id, text), false, false};
}

/// What changed about the Application itself; nothing when only its objects did.
std::vector<Reason> Tracer::startOf(const argo::Application &base, const argo::Application &head) const
{
    const std::vector<std::string> clauses = retargetings(base, head);
    const diff::ObjectChange *change = m_change.changes.find(base.id);
    const bool isOverwritten = change && change->status == diff::Status::Overwritten;
    if (!isOverwritten && clauses.empty())
        return {};
    std::string text = nameOf(head) + (isOverwritten ? " is overwritten: " : " is changed: ") +
                       toText(head.declaration.location) + (isOverwritten ? " now defines it" : "");
    if (!clauses.empty())
        text += (isOverwritten ? ", and " : ", ") + join(clauses, ", ");
    return {{base.id, text}};
}

std::string Tracer::whereNow(const argo::DeclaredObject &object, const argo::Declaration &live) const
{
    const std::string old = toText(live.location);
    const argo::DeclaredObject *now = m_head.find(object.id);
    const git::TreeEntry *file = m_change.comparison.head.find(live.location.path);
    const git::TreeEntry *before = m_change.comparison.base.find(live.location.path);
    if (!now && file && before && file->id == before->id)
        return old + " is as it was, but is not read as this object any more";
    if (!now && file)
        return old + " does not declare it any more";
    if (!now)
        return old + ", which declared it, is gone";
    const argo::Declaration &declaration = declarationFor(*now, {});
    const std::string place = toText(declaration.location);
    if (declaration.application)
        return place + " declares it for another cluster";
    if (declaration.location.path == live.location.path)
        return place + " still declares it, but is in none of the sources that are deployed";
    return old + " declared it, and " + place + ", where it stands now, is in none of the sources that are deployed";
}

/// Objects that no Application of either commit covers: whoever deploys them is taken to prune.
void Tracer::followUnseenDeployers()
{
    for (const argo::DeclaredObject &object : m_base.objects) {
        const auto deployers = deployersOf(object);
        const bool isUnseen = std::ranges::find(deployers, std::optional<argo::ObjectId>()) != deployers.end();
        if (!isUnseen || m_head.find(object.id) || isGenerated(object.id))
            continue;
        if (isUnknown(object.id)) {
            sayUnknown(object.id);
            continue;
        }
        const argo::Declaration &live = declarationFor(object, {});
        reach(object, {Effect::Pruned,
                       {{object.id, whereNow(object, live) +
                                        "; no Application here deploys it, so its deployer is not seen and "
                                        "counts as one that deletes it"}},
                       false,
                       false});
    }
}

/// Applications that are gone and that nobody reached: each is deployed by itself, or by others that are gone too in a
/// circle. Their last spec decides.
void Tracer::followSelfManaged()
{
    for (const argo::Application &base : m_base.applications) {
        const argo::DeclaredObject *object = m_base.find(base.id);
        if (!object || m_head.findApplication(base.id) || m_trace.outcomes.contains(base.id))
            continue;
        if (m_head.find(base.id) || isUnknown(base.id)) {
            m_trace.unknowns.push_back({base.id, "what it deploys in head cannot be said"});
            continue;
        }
        const auto deployers = deployersOf(*object);
        const argo::Application *parent =
            deployers.empty() || !deployers.front() ? &base : m_base.findApplication(*deployers.front());
        const argo::Application &decides = parent ? *parent : base;
        reach(*object, leave(*object, decides, departureFrom(decides, {}, false), {}));
        workOff();
    }
}

void Tracer::followUpdates()
{
    for (const diff::ObjectChange &change : m_change.changes.changes) {
        const auto update = updateEffect(m_change, change);
        if (!update)
            continue;
        const argo::DeclaredObject *object = m_base.find(change.id);
        if (!object)
            object = m_head.find(change.id);
        if (!object)
            continue;
        std::vector<Reason> start;
        if (update->effect == Effect::Created)
            start = newCluster(*object);
        reach(*object, {update->effect, extended(start, change.id, update->words), false, false});
    }
}

/// What is made in a cluster because its Application turns to it.
std::vector<Reason> Tracer::newCluster(const argo::DeclaredObject &object) const
{
    const auto &deployer = declarationFor(object, {}).application;
    const argo::Application *base = deployer ? m_base.findApplication(*deployer) : nullptr;
    const argo::Application *head = deployer ? m_head.findApplication(*deployer) : nullptr;
    return base && head && movesToOtherCluster(*base, *head) ? startOf(*base, *head) : std::vector<Reason>();
}

void Tracer::expand(const argo::DeclaredObject &object, const Cause &cause)
{
    if (isNamespace(object.id) && isGoing(cause.effect))
        expandNamespace(object, cause);
    else if (isCustomResourceDefinition(object.id) && isGoing(cause.effect))
        expandDefinition(object, cause);
    else if (isApplication(object.id))
        expandApplication(object, cause);
}

void Tracer::expandNamespace(const argo::DeclaredObject &object, const Cause &cause)
{
    const Effect effect = cause.effect == Effect::PrunePending ? Effect::PrunePending : Effect::CascadeDeleted;
    for (const argo::DeclaredObject *inside : m_baseDeployments.inNamespace(object.id.scope, object.id.key.name)) {
        std::string text = "it is in Namespace " + object.id.key.name + ", and goes with it";
        const kube::Manifest &live = *declarationFor(*inside, {}).manifest;
        if (!protectionsOf(live, nullptr, m_change.configuration).empty())
            text += ": no annotation of its own prevents that";
        reach(*inside, {effect, extended(cause.because, inside->id, text), true, false});
    }
}

void Tracer::expandDefinition(const argo::DeclaredObject &object, const Cause &cause)
{
    const auto &kind = declarationFor(object, {}).manifest->customKind;
    if (!kind)
        return;
    const Effect effect = cause.effect == Effect::PrunePending ? Effect::PrunePending : Effect::CascadeDeleted;
    for (const argo::DeclaredObject &instance : m_base.objects) {
        if (instance.id.scope != object.id.scope || instance.id.key.group != kind->group ||
            instance.id.key.kind != kind->kind)
            continue;
        const std::string text = "its kind goes with " + object.id.key.name + ", and every object of the kind with it";
        reach(instance, {effect, extended(cause.because, instance.id, text), false, false});
    }
}

void Tracer::expandApplication(const argo::DeclaredObject &object, const Cause &cause)
{
    const argo::Application *application = m_base.findApplication(object.id);
    if (!application)
        return;
    if (isGoing(cause.effect))
        deleteChildren(*application, cause);
    else if (!m_head.findApplication(object.id))
        liveOn(*application, cause);
    if (!application->unknownChildren.empty() && isGoing(cause.effect))
        m_trace.unknowns.push_back(
            {application->id,
             std::string("it goes, and ") + (application->cascades() ? "deletes" : "leaves behind") +
                 " what it manages, which cannot be seen here: " + join(application->unknownChildren, "; ")});
}

/// The Application object is deleted: with the finalizer everything it manages goes, else it stays, managed by nobody.
void Tracer::deleteChildren(const argo::Application &application, const Cause &cause)
{
    const Objects &children = m_baseDeployments.of(application.id);
    const bool waits = std::ranges::any_of(children, [&](const argo::DeclaredObject *child) {
        return holdsUpDeletion(declarationFor(*child, application.id), application, m_change.configuration);
    });
    for (const argo::DeclaredObject *child : children) {
        if (child->id == application.id)
            continue;
        const argo::DeclaredObject *now = m_head.find(child->id);
        Departure departure = cascadeOf(declarationFor(*child, application.id), application, m_change.configuration);
        if (!application.cascades())
            departure = {Effect::Orphaned, nameOf(application) + " carries no finalizer that deletes what it manages: "
                                                                 "it keeps running, managed by nobody"};
        else if (departure.effect == Effect::CascadeDeleted && cause.effect == Effect::Recreated)
            departure.effect = Effect::Recreated;
        else if (departure.effect == Effect::CascadeDeleted && (waits || cause.effect == Effect::PrunePending))
            departure = {Effect::PrunePending,
                         departure.words + (waits ? "; the deletion waits until a person confirms it"
                                                  : ", once a person has it deleted")};
        bool isRace = false;
        if (const auto other = otherDeployer(now, application.id); other && cause.effect != Effect::Recreated) {
            isRace = departure.effect == Effect::CascadeDeleted;
            departure = {Effect::Adopted, "Application " + argo::applicationName(*other) + " declares it at " +
                                              toText(declarationFor(*now, other).location) +
                                              (isRace ? "; if " + nameOf(application) +
                                                            " is deleted before that one syncs, it goes with it and is "
                                                            "made anew"
                                                      : " and manages it now")};
        }
        reach(*child, {departure.effect, extended(cause.because, child->id, departure.words), false, isRace});
    }
}

/// The Application is out of git, but stays in the cluster and keeps syncing as it last said.
void Tracer::liveOn(const argo::Application &application, const Cause &cause)
{
    const Objects &children = m_baseDeployments.of(application.id);
    const auto stays = [&](const argo::DeclaredObject *child) { return m_head.find(child->id) != nullptr; };
    const bool isLeftEmpty = std::ranges::none_of(children, stays);
    const Departure general = departureFrom(application, {}, isLeftEmpty);
    for (const argo::DeclaredObject *child : children) {
        if (child->id != application.id && !stays(child) && !isUnknown(child->id))
            reach(*child, leave(*child, application, general, cause.because));
    }
}

} // namespace

Result<Trace> traceEffects(const Change &change, std::stop_token stop)
{
    return Tracer(change, std::move(stop)).run();
}

} // namespace noclobber::blast
