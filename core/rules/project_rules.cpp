#include <algorithm>
#include <map>

#include "core/argo/projects.h"
#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/blast/sync_error.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

constexpr std::size_t mostNamed = 10;

/// What a change does to the Applications of one project.
struct Turn {
    const argo::Project *base = nullptr;
    const argo::Project *head = nullptr;
    std::vector<std::string> broken; ///< Applications, each with the reason
    std::vector<std::string> released;
    std::size_t deleted = 0; ///< objects that leave released Applications and are deleted
    bool anyPrunes = false;  ///< one of the released Applications prunes by itself

    const argo::Project &shown() const { return head ? *head : *base; }
};

/// Which projects of base and head say the same, each two compared once.
class Sameness
{
public:
    bool operator()(const argo::Project &base, const argo::Project &head)
    {
        const auto [known, isNew] = m_known.try_emplace({&base, &head});
        if (isNew)
            known->second = base == head;
        return known->second;
    }

private:
    std::map<std::pair<const argo::Project *, const argo::Project *>, bool> m_known;
};

struct Turns {
    std::map<argo::ObjectId, Turn> byProject;
    Sameness isSame;
};

std::size_t deletedOf(const Judgement &judgement, const argo::Application &application)
{
    const auto isDeleted = [&](const argo::DeclaredObject *object) {
        const blast::AffectedObject *affected = judgement.radius.find(object->id);
        return affected && blast::isDeletion(affected->effect);
    };
    return static_cast<std::size_t>(
        std::ranges::count_if(blast::deployedBy(judgement.change.inventories.base, application.id), isDeleted));
}

/// Whether it is the project's doing, not the Application's: the project differs, or the Application names another.
bool isTurned(const argo::Application &base, const argo::Application &head, const Turn &turn, Sameness &isSame)
{
    return base.project != head.project || !turn.base || !turn.head || !isSame(*turn.base, *turn.head);
}

void compare(const Judgement &judgement, const argo::Application &base, const argo::Application &head, Turns &turns)
{
    const argo::Inventories &inventories = judgement.change.inventories;
    const argo::Project *before = argo::projectOf(base, inventories.base);
    const argo::Project *now = argo::projectOf(head, inventories.head);
    if (!before && !now)
        return;
    Turn found{before, now, {}, {}, 0, false};
    if (!isTurned(base, head, found, turns.isSame))
        return; // by far the most
    const std::string refusedBefore = blast::projectRefusal({inventories.base, inventories.head}, base);
    const std::string refusedNow = blast::projectRefusal({inventories.head, inventories.base}, head);
    if (refusedBefore.empty() == refusedNow.empty())
        return;
    Turn &turn = turns.byProject.try_emplace(found.shown().id, found).first->second;
    if (!refusedNow.empty()) {
        turn.broken.push_back(blast::nameOf(head) + " (" + refusedNow + ")");
        return;
    }
    turn.released.push_back(say("{} ({} before)", blast::nameOf(head), refusedBefore));
    turn.deleted += deletedOf(judgement, base);
    turn.anyPrunes = turn.anyPrunes || head.prunesByItself();
}

std::string listed(const std::vector<std::string> &names)
{
    std::vector<std::string> shown(names.begin(),
                                   names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), mostNamed)));
    if (names.size() > mostNamed)
        shown.push_back(say("{} more", names.size() - mostNamed));
    return join(shown, ", ");
}

Finding about(const Turn &turn)
{
    Finding finding;
    finding.id = turn.shown().id;
    finding.location = turn.shown().declaration.location;
    finding.message = say("AppProject {} at {}", turn.shown().id.key.name, placeOf(turn.shown().declaration));
    return finding;
}

} // namespace

void judgeProjects(Judgement &judgement)
{
    Turns turns;
    const argo::Inventories &inventories = judgement.change.inventories;
    const bool areProjectsSame = std::ranges::equal(
        inventories.base.projects, inventories.head.projects,
        [](const argo::Project &base, const argo::Project &head) { return base.id == head.id && base == head; });
    for (const argo::Application &base : inventories.base.applications) {
        const argo::Application *head = inventories.head.findApplication(base.id);
        const bool isSame = areProjectsSame && head && head->project == base.project; // by far the most
        if (head && head->engine == argo::Engine::ArgoCd && !isSame)
            compare(judgement, base, *head, turns);
    }
    for (const auto &[id, turn] : turns.byProject) {
        if (!turn.broken.empty()) {
            Finding finding = about(turn);
            const std::string broken = counted(turn.broken.size(), "Application");
            finding.message += turn.head ? say(" stops {} from syncing: {}.", broken, listed(turn.broken))
                                         : say(" leaves, and stops {} from syncing: {}.", broken, listed(turn.broken));
            report(judgement, "project-restricted", Weight::Full, std::move(finding));
        }
        if (!turn.released.empty()) {
            Finding finding = about(turn);
            finding.message +=
                say(" lets {} sync again that it stopped: {}. What was to be pruned meanwhile is pruned then",
                    counted(turn.released.size(), "Application"), listed(turn.released));
            finding.message += turn.deleted > 0 ? say(", {} of this change included.", counted(turn.deleted, "object"))
                                                : say(", and this review does not see what that is.");
            const bool isHarmless = !turn.anyPrunes || !turn.base;
            report(judgement, "project-restricted", isHarmless ? Weight::AtMostNote : Weight::AtMostWarn,
                   std::move(finding));
        }
    }
}

} // namespace noclobber::rules
