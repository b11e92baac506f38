#include "core/rules/rule_texts.h"

namespace noclobber::rules {

namespace {

constexpr Rule rules[] = {
    {"missing-prune-protection", Severity::Note,
     "A stateful object, or the Namespace of one, without Prune=false,Delete=false.",
     "A wrong path, an overwritten Application or an incomplete rendering deletes what has no protection; with both "
     "options the object stays and is shown as out of sync. For a new object this is a warning where more than half "
     "of the objects of its kind in base have both: then it is the habit of this repository.",
     "Objects that stood in git were pruned after a stale or partial rendering; what has both options survives even "
     "that. https://github.com/argoproj/argo-cd/issues/15058. A public platform set both on all its Namespaces for "
     "the same reason. https://github.com/deployKF/deployKF/issues/31",
     "Annotate it with argocd.argoproj.io/sync-options: Prune=false,Delete=false. `noclobber audit --fix` writes it.",
     "kind: StatefulSet\n"
     "metadata:\n"
     "  annotations:\n"
     "    argocd.argoproj.io/sync-options: Prune=false,Delete=false\n"},
    {"missing-shared-resource-guard", Severity::Note, "An Application without FailOnSharedResource=true.",
     "With the option a sync stops before it takes over or prunes what another Application tracks. It does not help "
     "at a first creation, not for definitions, and not against two declarations in one Application. For a new "
     "Application this is a warning where more than half of those in base have it.",
     "Two Applications shared a Namespace, nobody was told, and the removal of one deleted it. "
     "https://github.com/argoproj/argo-cd/issues/22607",
     "Add FailOnSharedResource=true to spec.syncPolicy.syncOptions.",
     "kind: Application\n"
     "spec:\n"
     "  syncPolicy:\n"
     "    syncOptions:\n"
     "      - FailOnSharedResource=true\n"},
    {"protection-ineffective", Severity::Warn, "A protection that does not protect here.",
     "Argo CD compares sync options letter by letter: prune=false and Prune = false do nothing. It reads Prune from "
     "the live object, so what is added in the commit that removes comes too late. Prune=false does not hold when the "
     "Application is deleted, Delete=false not when the object is pruned; helm.sh/resource-policy: keep holds in the "
     "first case only; IgnoreExtraneous never. Options of an Application count from Argo CD 3.4 on. And no annotation "
     "holds when the Namespace or the owner goes.",
     "A claim carried Prune=false and was deleted with its Application. "
     "https://github.com/argoproj/argo-cd/issues/9853. Another carried an annotation against pruning, and went with "
     "the Helm release that owned it. https://github.com/fluxcd/flux2/issues/5035",
     "Write argocd.argoproj.io/sync-options: Prune=false,Delete=false on the object itself, exactly so, and let it be "
     "synced before anything is removed.",
     "metadata:\n"
     "  annotations:\n"
     "    argocd.argoproj.io/sync-options: prune=false              # does nothing\n"
     "    argocd.argoproj.io/sync-options: Prune=false,Delete=false # holds\n"},
    {"protection-removed", Severity::Block, "An object that stays loses what kept it from being deleted.",
     "Prune=false, Delete=false, Helm's keep, Retain, FailOnSharedResource=true and an operator's own guard "
     "(deleteClaim, deletionPolicy) do nothing until the day they are needed. Their removal changes nothing that "
     "runs, so no diff looks more harmless; the next change that removes the object then deletes it. Options of an "
     "Application count for its objects from Argo CD 3.4 on.",
     "No report tells of the removal, but of the day after: a claim had half of the protection, and went with its "
     "Application. https://github.com/argoproj/argo-cd/issues/9853",
     "Keep the protection. If the object shall go, take the protection off in a change of its own that says so, and "
     "remove the object in the next one.",
     " kind: PersistentVolumeClaim\n"
     " metadata:\n"
     "   annotations:\n"
     "-    argocd.argoproj.io/sync-options: Prune=false,Delete=false\n"},
    {"reclaim-policy-delete", Severity::Note,
     "A PersistentVolume or StorageClass whose volumes are deleted with their claims.",
     "A StorageClass without a reclaimPolicy is one with Delete, and every volume made from it inherits that: with "
     "the claim goes the data. Retain keeps the volume, to be bound again by hand. The policy of a class cannot be "
     "changed, and a new class does not change volumes that exist. For a new object this is a warning where more than "
     "half of its kind in base have Retain.",
     "A platform measured itself after a near miss: every one of its storage classes said Delete, and 29 volumes had "
     "inherited it. https://github.com/devantler-tech/platform/issues/3369",
     "Set reclaimPolicy (of a volume: spec.persistentVolumeReclaimPolicy) to Retain. Volumes that exist are patched "
     "one by one.",
     "kind: StorageClass\n"
     "reclaimPolicy: Retain   # absent means Delete\n"},
};

} // namespace

std::span<const Rule> protectionTexts()
{
    return rules;
}

} // namespace noclobber::rules
