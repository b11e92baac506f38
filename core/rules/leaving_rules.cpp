
#include "core/argo/engines.h"
#include "core/base/say.h"
#include "core/blast/application_change.h"
#include "core/blast/hooks.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

using blast::AffectedObject;
using blast::Effect;

/// The declaration in base that is in effect, or nullptr for what base does not declare.
const argo::Declaration *liveOf(const Judgement &judgement, const AffectedObject &affected)
{
    const argo::DeclaredObject *object = judgement.change.inventories.base.find(affected.id);
    return object ? &blast::declarationFor(*object, {}) : nullptr;
}

/// Whether it is left running because nobody prunes: its Application syncs by hand, or without prune.
bool isLeftBySwitch(const Judgement &judgement, const AffectedObject &affected, const argo::Declaration &live)
{
    if (affected.effect != Effect::PrunePending || affected.isStateful || !live.application)
        return false;
    const argo::Application *application = judgement.change.inventories.head.findApplication(*live.application);
    return application && !application->prunesByItself();
}

bool isPinned(const Judgement &judgement, const argo::ObjectId &application)
{
    const argo::Application *base = judgement.change.inventories.base.findApplication(application);
    const argo::Application *head = judgement.change.inventories.head.findApplication(application);
    return base && head && blast::isPinned(*base, *head);
}

bool staysBehind(const Judgement &judgement, const AffectedObject &affected)
{
    const argo::Declaration *live = liveOf(judgement, affected);
    if (!live || affected.isDerived || argo::isDeployer(affected.id.key) || affected.because.size() != 1)
        return false; // what an Application leaves behind is told with the Application
    if (blast::isCustomResourceDefinition(affected.id))
        return false; // crd-deleted tells
    if (live->application && isPinned(judgement, *live->application))
        return false; // it has not left what is deployed
    if (judgement.change.inventories.head.find(affected.id) || live->manifest->hasOwner ||
        blast::hookRoleOf(*live->manifest) != blast::HookRole::None)
        return false;
    return affected.effect == Effect::Orphaned || affected.effect == Effect::Kept ||
           isLeftBySwitch(judgement, affected, *live);
}

} // namespace

void judgeOrphans(Judgement &judgement)
{
    for (const AffectedObject &affected : judgement.radius.objects) {
        if (!staysBehind(judgement, affected))
            continue;
        Finding finding;
        finding.id = affected.id;
        finding.location = affected.location;
        finding.message = say("{} leaves git and keeps running, managed by nobody: {}.", argo::shortText(affected.id),
                              affected.because.back().text);
        report(judgement, "orphaned-object", Weight::Full, std::move(finding));
    }
}

} // namespace noclobber::rules
