#include <algorithm>

#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

using argo::ApplicationSet;
using blast::Effect;

/// What a change does to the Applications of one set.
struct Shrinkage {
    std::vector<argo::ObjectId> gone;
    std::size_t pending = 0;   ///< of these that take a person
    std::size_t cascading = 0; ///< of these that delete what they deploy
    std::size_t deleted = 0;   ///< objects that go with them
    std::size_t withData = 0;  ///< of these that hold state
    std::size_t armed = 0;     ///< Applications that stay, and from now on delete what they deploy when they go
};

bool isGoing(const blast::AffectedObject *object)
{
    return object && (blast::isDeletion(object->effect) || object->effect == Effect::PrunePending);
}

void addGone(const Judgement &judgement, const argo::Application &application, Shrinkage &shrinkage)
{
    shrinkage.gone.push_back(application.id);
    shrinkage.pending += judgement.radius.find(application.id)->effect == Effect::PrunePending;
    shrinkage.cascading += application.cascades();
    for (const argo::DeclaredObject *child : blast::deployedBy(judgement.change.inventories.base, application.id)) {
        const blast::AffectedObject *affected = judgement.radius.find(child->id);
        if (!isGoing(affected))
            continue;
        ++shrinkage.deleted;
        shrinkage.withData += affected->isStateful;
    }
}

Shrinkage shrinkageOf(const Judgement &judgement, const ApplicationSet &set)
{
    const argo::Inventories &inventories = judgement.change.inventories;
    Shrinkage shrinkage;
    for (const argo::Application *base : blast::madeBy(judgement.lookups.madeInBase(), set.id)) {
        const argo::Application *head = inventories.head.findApplication(base->id);
        if (isGoing(judgement.radius.find(base->id)))
            addGone(judgement, *base, shrinkage);
        else if (head && head->generatedBy == set.id && !base->cascades() && head->cascades())
            ++shrinkage.armed;
    }
    return shrinkage;
}

std::string namesOf(const std::vector<argo::ObjectId> &applications)
{
    constexpr std::size_t most = 5;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most, applications.size()); ++i)
        names.push_back(argo::applicationName(applications[i]));
    return join(names, ", ") +
           (applications.size() > most ? " and " + std::to_string(applications.size() - most) + " more" : "");
}

std::string goneText(const Shrinkage &shrinkage)
{
    std::string text = counted(shrinkage.gone.size(), "Application") +
                       (shrinkage.gone.size() == 1 ? " that it made goes: " : " that it made go: ") +
                       namesOf(shrinkage.gone) + ".";
    if (shrinkage.cascading == 0)
        return text + " They carry no finalizer that deletes what they deploy: it keeps running, managed by nobody.";
    if (shrinkage.deleted > 0)
        text += " Of what they deploy " + counted(shrinkage.deleted, "object") +
                (shrinkage.deleted == 1 ? " goes" : " go") + " with them, " + std::to_string(shrinkage.withData) +
                " with state.";
    return text;
}

/// What guards the Applications less than before, whether or not one goes now.
std::vector<std::string> loosenings(const ApplicationSet &base, const ApplicationSet &head, const Shrinkage &shrinkage)
{
    std::vector<std::string> clauses;
    if (base.preservesResources && !head.preservesResources)
        clauses.emplace_back("preserveResourcesOnDeletion is off now");
    if (!base.deletes() && head.deletes())
        clauses.push_back("its policy changes from " + base.policy + " to " + head.policy +
                          ", so it deletes Applications that it does not make, those it left alone so far included");
    if (shrinkage.armed > 0)
        clauses.push_back(counted(shrinkage.armed, "Application") + (shrinkage.armed == 1 ? " gets" : " get") +
                          " the finalizer that deletes what it deploys when it goes");
    return clauses;
}

void judgeSet(Judgement &judgement, const ApplicationSet &base)
{
    const ApplicationSet *head = judgement.change.inventories.head.findSet(base.id);
    const Shrinkage shrinkage = shrinkageOf(judgement, base);
    const auto clauses = head ? loosenings(base, *head, shrinkage) : std::vector<std::string>();
    if (shrinkage.gone.empty() && clauses.empty())
        return;
    Finding finding;
    finding.id = base.id;
    finding.location = (head ? *head : base).declaration.location;
    if (head && base.declaration.location != head->declaration.location)
        finding.related = {base.declaration.location};
    finding.message = argo::shortText(base.id) + " at " + placeOf((head ? *head : base).declaration) + ": ";
    if (!shrinkage.gone.empty())
        finding.message += (head ? "" : "it leaves. ") + goneText(shrinkage) + (clauses.empty() ? "" : " Also, ");
    if (!clauses.empty())
        finding.message += join(clauses, ", ") + ".";
    Weight weight = Weight::Full;
    if (shrinkage.gone.empty() || shrinkage.pending == shrinkage.gone.size())
        weight = Weight::Milder; // nothing goes yet
    else if (shrinkage.cascading == 0)
        weight = Weight::AtMostWarn;
    report(judgement, "applicationset-shrinks", weight, std::move(finding));
}

/// Two that make one Application: a set and a declaration, or two sets.
void judgeMadeTwice(Judgement &judgement, const ApplicationSet &head)
{
    const ApplicationSet *base = judgement.change.inventories.base.findSet(head.id);
    for (const argo::ObjectId &id : head.lost) {
        const argo::Application *other = judgement.change.inventories.head.findApplication(id);
        if (!other)
            continue;
        Finding finding;
        finding.id = id;
        finding.location = head.declaration.location;
        finding.related = {other->declaration.location};
        finding.message = argo::shortText(id) + " is made by " + argo::shortText(head.id) + " at " +
                          placeOf(head.declaration) + " and " +
                          (other->generatedBy ? "by " + argo::shortText(*other->generatedBy) + " too, "
                                              : std::string("declared too, ")) +
                          "at " + placeOf(other->declaration) +
                          ". Whoever writes it last decides what it deploys, and what it deployed before goes.";
        const bool isOld = base && std::ranges::binary_search(base->lost, id);
        report(judgement, "contested-object", isOld ? Weight::AtMostNote : Weight::Full, std::move(finding));
    }
}

/// What the set deploys as far as it can be seen: how many objects with state, and whether that is all.
void judgeUnsafe(Judgement &judgement, const ApplicationSet &set)
{
    if (set.dynamicGenerators.empty() || !set.deletes() || set.preservesResources)
        return;
    std::size_t withState = 0;
    bool seesAll = false;
    for (const argo::Application *application : blast::madeBy(judgement.lookups.madeInHead(), set.id)) {
        seesAll = application->unknownChildren.empty();
        for (const argo::DeclaredObject *object : blast::deployedBy(judgement.change.inventories.head, application->id))
            withState += blast::isStateful(judgement.change.configuration, object->id.key);
    }
    if (withState == 0 && seesAll)
        return;
    Finding finding;
    finding.id = set.id;
    finding.location = set.declaration.location;
    finding.message = argo::shortText(set.id) + " at " + placeOf(set.declaration) + " asks " +
                      join(set.dynamicGenerators, ", ") +
                      " what to make: a shorter answer deletes Applications with what they deploy (" +
                      (withState > 0 ? counted(withState, "object") + " with state" : "which cannot be seen here") +
                      "), and no commit shows it.";
    report(judgement, "applicationset-unsafe", Weight::Full, std::move(finding));
}

} // namespace

void judgeApplicationSets(Judgement &judgement)
{
    for (const ApplicationSet &base : judgement.change.inventories.base.applicationSets)
        judgeSet(judgement, base);
    for (const ApplicationSet &head : judgement.change.inventories.head.applicationSets) {
        judgeMadeTwice(judgement, head);
        judgeUnsafe(judgement, head);
    }
}

} // namespace noclobber::rules
