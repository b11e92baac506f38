#include "core/blast/tracing.h"

#include <algorithm>
#include <iterator>

#include "core/base/say.h"

namespace noclobber::blast {

std::vector<Reason> extended(std::vector<Reason> because, const argo::ObjectId &id, std::string text)
{
    constexpr std::size_t mostLinks = 64;
    because.push_back({id, std::move(text)});
    if (because.size() > mostLinks) {
        const std::string remark = say(" (links of the chain before this one are left out)");
        Reason &next = because[mostLinks / 2 + 1];
        if (!next.text.ends_with(remark))
            next.text += remark;
        because.erase(because.begin() + mostLinks / 2);
    }
    return because;
}

bool isGoing(Effect effect)
{
    return isDeletion(effect) || effect == Effect::PrunePending;
}

Tracing::Tracing(const Change &traced, Dependents owned, Refusals refused, std::stop_token stop)
    : change(traced), base(traced.inventories.base), head(traced.inventories.head), touched(readTouched(change)),
      made(readMade(base)), dependents(std::move(owned)), refusals(std::move(refused)), m_stop(std::move(stop))
{}

void Tracing::reach(const argo::DeclaredObject &object, Cause cause)
{
    auto [place, isNew] = m_trace.outcomes.try_emplace(object.id);
    Outcome &outcome = place->second;
    outcome.object = &object;
    outcome.losesItsNamespace |= cause.losesItsNamespace;
    if (std::ranges::find(outcome.effects, cause.effect) == outcome.effects.end())
        outcome.effects.push_back(cause.effect);
    const bool isSurer = cause.effect == outcome.effect && outcome.isRace && !cause.isRace;
    if (isNew || cause.effect < outcome.effect || isSurer) {
        outcome.effect = cause.effect;
        outcome.because = cause.because;
        outcome.isRace = cause.isRace;
    }
    if (m_expanded.emplace(object.id, cause.effect, cause.losesItsNamespace, cause.isRace).second)
        m_queue.emplace_back(&object, std::move(cause));
}

void Tracing::noteHanded(const argo::DeclaredObject &object, Cause otherwise)
{
    m_handed.push_back({&object, std::move(otherwise)});
}

bool Tracing::takeBackAdoptions()
{
    const auto firstLost =
        std::ranges::stable_partition(m_handed, [&](const Handed &handed) { return hasTaker(handed.object->id); });
    std::vector<Handed> lost(std::make_move_iterator(firstLost.begin()), std::make_move_iterator(firstLost.end()));
    m_handed.erase(firstLost.begin(), firstLost.end());
    for (Handed &handed : lost) {
        forgetAdoption(handed.object->id);
        reach(*handed.object, std::move(handed.otherwise));
    }
    return !lost.empty();
}

bool Tracing::hasTaker(const argo::ObjectId &id) const
{
    const argo::DeclaredObject *now = head.find(id);
    const auto deployers = now ? deployersOf(*now) : Deployers();
    return std::ranges::any_of(
        deployers, [&](const std::optional<argo::ObjectId> &deployer) { return deployer && !goes(*deployer); });
}

void Tracing::forgetAdoption(const argo::ObjectId &id)
{
    const auto place = m_trace.outcomes.find(id);
    if (place == m_trace.outcomes.end())
        return;
    if (place->second.effect == Effect::Adopted)
        m_trace.outcomes.erase(place);
    else
        std::erase(place->second.effects, Effect::Adopted);
}

const argo::DeclaredObject &Tracing::standIn(const argo::Application &application)
{
    const auto known = m_trace.generated.find(application.id);
    if (known != m_trace.generated.end())
        return known->second;
    kube::Manifest manifest; // nothing of the set's own annotations
    manifest.apiVersion = "argoproj.io/v1alpha1";
    manifest.group = application.id.key.group;
    manifest.kind = application.id.key.kind;
    manifest.nameSpace = application.id.key.nameSpace;
    manifest.name = application.id.key.name;
    argo::Declaration declaration = application.declaration;
    declaration.id = application.id;
    declaration.application.reset();
    declaration.manifest = std::make_shared<const kube::Manifest>(std::move(manifest));
    return m_trace.generated.emplace(application.id, argo::DeclaredObject{application.id, {declaration}, {0}})
        .first->second;
}

std::optional<std::pair<const argo::DeclaredObject *, Cause>> Tracing::next()
{
    if (m_queue.empty())
        return {};
    auto first = std::move(m_queue.front());
    m_queue.pop_front();
    return first;
}

const std::string &Tracing::syncErrorOf(const argo::Application &application) const
{
    const auto known = m_syncErrors.find(application.id);
    if (known != m_syncErrors.end())
        return known->second;
    return m_syncErrors.emplace(application.id, syncError(headView(), application)).first->second;
}

const Declarations &Tracing::headByPath() const
{
    if (!m_headByPath.empty())
        return m_headByPath;
    for (const argo::DeclaredObject &object : head.objects) {
        for (const argo::Declaration &declaration : object.declarations)
            m_headByPath.push_back(&declaration);
    }
    std::ranges::stable_sort(m_headByPath, {}, [](const argo::Declaration *declaration) -> const std::string & {
        return declaration->location.path;
    });
    return m_headByPath;
}

bool Tracing::isUnknown(const argo::ObjectId &id) const
{
    const diff::ObjectChange *found = change.changes.find(id);
    return found && found->status == diff::Status::Unknown;
}

bool Tracing::goes(const argo::ObjectId &id) const
{
    const auto found = m_trace.outcomes.find(id);
    return found != m_trace.outcomes.end() && isGoing(found->second.effect);
}

void Tracing::sayUnreadable(const argo::ObjectId &id)
{
    sayUnknown(id, say("a file that may declare it cannot be read in head: whether it is removed cannot be said"));
}

void Tracing::sayUnknown(const argo::ObjectId &id, std::string message)
{
    m_trace.unknowns.push_back({id, std::move(message)});
}

} // namespace noclobber::blast
