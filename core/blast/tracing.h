#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/blast/dependents.h"
#include "core/blast/outcome.h"
#include "core/blast/refusals.h"
#include "core/blast/sync_error.h"

namespace noclobber::blast {

/// What reaches one object.
struct Cause {
    Effect effect = Effect::Updated;
    std::vector<Reason> because; ///< from the change that starts it to the object itself
    bool losesItsNamespace = false;
    bool isRace = false; ///< only if who had the object before is faster than who has it now
};

/// An object that another Application is taken to have over, as long as that one stays itself.
struct Handed {
    const argo::DeclaredObject *object = nullptr;
    Cause otherwise; ///< what becomes of it when everybody who declares it goes
};

using Declarations = std::vector<const argo::Declaration *>;

/// A chain with one more link. One of more than 64 loses links in its middle, which the next one says: Applications
/// nested a thousand deep must not cost a million links.
std::vector<Reason> extended(std::vector<Reason> because, const argo::ObjectId &id, std::string text);

/// Whether the effect deletes what is running, by itself or once a person says so.
bool isGoing(Effect effect);

/// The state of one trace: what has been reached, and a queue of what this reaches in turn. The follow… functions are
/// given it, one after the other; each starts or carries on what it knows about.
class Tracing
{
public:
    Tracing(const Change &change, Dependents dependents, Refusals refusals, std::stop_token stop);

    /// Notes that the cause reaches the object, and queues it for what it reaches in turn (each effect once).
    void reach(const argo::DeclaredObject &object, Cause cause);

    /// What stands for an Application that an ApplicationSet makes: declared where its set is. Lives with the trace.
    const argo::DeclaredObject &standIn(const argo::Application &application);

    /// Notes what becomes of an object that was reached as adopted, should nobody who takes it over stay.
    void noteHanded(const argo::DeclaredObject &object, Cause otherwise);

    /// Takes back each adoption of which everybody who would take the object over was found to go, and queues what
    /// becomes of the object instead. Whether there was one.
    bool takeBackAdoptions();

    /// What is queued next, if anything.
    std::optional<std::pair<const argo::DeclaredObject *, Cause>> next();

    /// Declared in one commit only while the file of the other cannot be read: neither added nor removed.
    bool isUnknown(const argo::ObjectId &id) const;
    /// Says of such an object that nobody can tell whether it is removed.
    void sayUnreadable(const argo::ObjectId &id);
    void sayUnknown(const argo::ObjectId &id, std::string message);

    /// Whether it was reached by what deletes it.
    bool goes(const argo::ObjectId &id) const;
    bool wasReached(const argo::ObjectId &id) const { return m_trace.outcomes.contains(id); }
    bool isStopped() const { return m_stop.stop_requested(); }

    /// syncError of an Application of head, worked out once.
    const std::string &syncErrorOf(const argo::Application &head) const;

    /// Every declaration of head, sorted by path.
    const Declarations &headByPath() const;

    CommitView headView() const { return {head, base}; }

    /// What was found. The tracing is spent.
    Trace take() { return std::move(m_trace); }

    const Change &change;
    const argo::Inventory &base;
    const argo::Inventory &head;
    const Touched touched;
    const Made made; ///< in base
    const Dependents dependents;
    const Refusals refusals;

private:
    bool hasTaker(const argo::ObjectId &id) const;
    void forgetAdoption(const argo::ObjectId &id);

    std::vector<Handed> m_handed;
    mutable std::map<argo::ObjectId, std::string> m_syncErrors; ///< of Applications of head
    std::stop_token m_stop;
    Trace m_trace;
    mutable Declarations m_headByPath; ///< made when it is asked for
    std::deque<std::pair<const argo::DeclaredObject *, Cause>> m_queue;
    std::set<std::tuple<argo::ObjectId, Effect, bool, bool>> m_expanded;
};

} // namespace noclobber::blast
