#include <algorithm>

#include "core/base/say.h"
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
    return join(names, ", ") + (applications.size() > most ? say(" and {} more", applications.size() - most) : "");
}

std::string goneText(const Shrinkage &shrinkage)
{
    const std::size_t gone = shrinkage.gone.size();
    std::string text = gone == 1 ? say("{} Application that it made goes: {}.", gone, namesOf(shrinkage.gone))
                                 : say("{} Applications that it made go: {}.", gone, namesOf(shrinkage.gone));
    if (shrinkage.cascading == 0)
        return say("{} They carry no finalizer that deletes what they deploy: it keeps running, managed by nobody.",
                   text);
    if (shrinkage.deleted == 1)
        text +=
            say(" Of what they deploy {} object goes with them, {} with state.", shrinkage.deleted, shrinkage.withData);
    else if (shrinkage.deleted > 1)
        text +=
            say(" Of what they deploy {} objects go with them, {} with state.", shrinkage.deleted, shrinkage.withData);
    return text;
}

/// What guards the Applications less than before, whether or not one goes now.
std::vector<std::string> loosenings(const ApplicationSet &base, const ApplicationSet &head, const Shrinkage &shrinkage)
{
    std::vector<std::string> clauses;
    if (base.preservesResources && !head.preservesResources)
        clauses.emplace_back(say("preserveResourcesOnDeletion is off now"));
    if (!base.deletes() && head.deletes())
        clauses.push_back(say("its policy changes from {} to {}, so it deletes Applications that it does not make, "
                              "those it left alone so far included",
                              base.policy, head.policy));
    if (shrinkage.armed == 1)
        clauses.push_back(
            say("{} Application gets the finalizer that deletes what it deploys when it goes", shrinkage.armed));
    else if (shrinkage.armed > 1)
        clauses.push_back(
            say("{} Applications get the finalizer that deletes what it deploys when it goes", shrinkage.armed));
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
    finding.message = say("{} at {}: ", argo::shortText(base.id), placeOf((head ? *head : base).declaration));
    if (!shrinkage.gone.empty())
        finding.message +=
            (head ? "" : say("it leaves. ")) + goneText(shrinkage) + (clauses.empty() ? "" : say(" Also, "));
    if (!clauses.empty())
        finding.message += say("{}.", join(clauses, say(", ")));
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
        const std::string name = argo::shortText(id);
        const std::string set = argo::shortText(head.id);
        const std::string place = placeOf(head.declaration);
        const std::string otherPlace = placeOf(other->declaration);
        finding.message = other->generatedBy ? say("{} is made by {} at {} and by {} too, at {}. Whoever writes it "
                                                   "last decides what it deploys, and what it deployed before goes.",
                                                   name, set, place, argo::shortText(*other->generatedBy), otherPlace)
                                             : say("{} is made by {} at {} and declared too, at {}. Whoever writes it "
                                                   "last decides what it deploys, and what it deployed before goes.",
                                                   name, set, place, otherPlace);
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
    finding.message =
        say("{} at {} asks {} what to make: a shorter answer deletes Applications with what they deploy ({}), and no "
            "commit shows it.",
            argo::shortText(set.id), placeOf(set.declaration), join(set.dynamicGenerators, ", "),
            withState > 0 ? say("{} with state", counted(withState, "object")) : say("which cannot be seen here"));
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
