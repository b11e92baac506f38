#include "core/rules/rule_texts.h"

namespace noclobber::rules {

namespace {

constexpr Rule rules[] = {
    {"api-removed", Severity::Note, "This apiVersion is gone from current Kubernetes.",
     "A cluster that no longer serves it refuses the object, and the whole sync of its Application with it. The "
     "object that runs is not touched: a later version of its group reads the same one.",
     "No report of a deletion is known; the sync fails. Ingress of extensions/v1beta1 was last served by Kubernetes "
     "1.21.",
     "Write it in the version that is served. Where only the version changes, the object stays the same.",
     "-apiVersion: extensions/v1beta1\n"
     "+apiVersion: networking.k8s.io/v1\n"
     " kind: Ingress\n"},
    {"cluster-scoped-removed", Severity::Note, "Objects without a namespace are removed.",
     "ClusterRoles, bindings, classes, webhooks and the like belong to the whole cluster. Nothing about their removal "
     "shows in any namespace, and what fails without them often runs somewhere else. They are listed apart so that "
     "nobody overlooks them.",
     "A clean-up of one namespace also removed ten ClusterRoleBindings, since the namespace means nothing to objects "
     "that have none: an outage of fourteen hours. "
     "https://docs.planapulse.com/platform/operations/incident-postmortems",
     "Look at each, and find out who else uses it before it goes.",
     "-kind: ClusterRoleBinding\n"
     "-metadata: {name: ingress-controller}   # the controller runs in another namespace\n"},
    {"crd-deleted", Severity::Block,
     "A CustomResourceDefinition goes, or no longer serves a version that is used here.",
     "When a definition is deleted, every object of its kind is deleted, in all namespaces. Argo CD does not prune "
     "definitions as a rule, since it does not mark them as its own; Flux, Helm hooks and kubectl do delete them. A "
     "version that is no longer served makes the objects written in it unreadable.",
     "An operator's chart was upgraded: its definitions were removed and made anew, all Kafka resources vanished, and "
     "the operator cleaned the clusters up. https://github.com/strimzi/strimzi-kafka-operator/issues/4882",
     "Keep the definition as long as objects of its kind exist. Convert objects to a served version before the old "
     "one goes.",
     "-kind: CustomResourceDefinition\n"
     "-metadata:\n"
     "-  name: kafkas.kafka.strimzi.io   # every Kafka in the cluster goes with it\n"},
    {"destructive-addition", Severity::Block, "An added object deletes data by being there.",
     "Some kinds are orders, not things: a Velero DeleteBackupRequest deletes the backup it names, and what is "
     "deleted stays so when the commit is reverted. To every diff it is an addition.",
     "No public report is known; the kinds come from the catalogue of what their operators do.",
     "Give such an order by hand, once, and not through git.",
     "+kind: DeleteBackupRequest\n"
     "+spec:\n"
     "+  backupName: nightly-2026-11-22\n"},
    {"immutable-field", Severity::Warn, "The API server will refuse this update.",
     "Some fields cannot be changed once the object exists: a StatefulSet's claim templates and service name, a "
     "Deployment's selector, a Job's template, a binding's roleRef. The sync fails at this object, and whatever comes "
     "after it in the same sync waits. Nothing is deleted, unless somebody helps with Force.",
     "A StatefulSet's claim template was edited and the sync refused it; the way out that people took, a sync with "
     "Force, deleted and made it anew. https://github.com/argoproj/argo-cd/issues/8501",
     "Leave the field as it is, or make a new object of another name beside it. A StatefulSet can be deleted with "
     "--cascade=orphan and synced again.",
     " kind: Deployment\n"
     " spec:\n"
     "   selector:\n"
     "     matchLabels:\n"
     "-      app: web\n"
     "+      app: shop-web   # refused: a selector is immutable\n"},
    {"namespace-deleted", Severity::Block, "A Namespace goes, with everything in it.",
     "Deleting a Namespace deletes every object in it, whoever deploys it, in git or not, claims and Secrets "
     "included. No annotation of an object inside prevents that. It happens even when CreateNamespace=true makes the "
     "Namespace anew a moment later: then it is there, and empty.",
     "A Namespace's manifest was removed because CreateNamespace=true now seemed to cover it. Argo CD pruned the "
     "Namespace with all that was in it, and made an empty one. https://github.com/argoproj/argo-cd/issues/16995, "
     "https://github.com/argoproj/argo-cd/issues/15441",
     "Keep the declaration. If only git should let go of it, annotate the Namespace with Prune=false,Delete=false, "
     "let that be synced, and remove the declaration afterwards.",
     "-apiVersion: v1\n"
     "-kind: Namespace\n"
     "-metadata:\n"
     "-  name: kafka\n"},
    {"stateful-deleted", Severity::Block, "An object with state would be deleted, and its data lost or at risk.",
     "A claim whose volume is deleted with it, a database's custom resource whose operator cleans up, a Secret that "
     "exists nowhere else: reverting the commit brings the object back, empty. At risk means that what decides is not "
     "in this repository: the StorageClass, an operator's option, or which Application syncs first.",
     "With an overwritten Application InfluxData lost the workloads of a production cluster, and volumes with them. "
     "https://www.influxdata.com/blog/deleting-production-steps-how-fix-it/",
     "Keep the declaration. To let go of it without losing data, annotate it with argocd.argoproj.io/sync-options: "
     "Prune=false,Delete=false and let that be synced before it is removed; set the volume's reclaim policy to "
     "Retain.",
     "-kind: PersistentVolumeClaim\n"
     "-metadata: {name: data-kafka-0, namespace: kafka}\n"
     "-spec: {storageClassName: fast-ssd}   # reclaimPolicy: Delete\n"},
    {"stateful-orphaned-data", Severity::Block,
     "An object with state would be deleted, while its data stays: an outage, and work by hand.",
     "A StatefulSet's claims stay when the set goes (unless its retention policy says otherwise), and a volume with "
     "Retain outlives its claim. Nothing is lost, but the service is down, and a retained volume must be bound again "
     "by hand.",
     "No report of its own: it is the accident of the rule stateful-deleted, where a volume's policy or a set's "
     "claims happened to keep the data.",
     "Keep the declaration, or plan the outage. A StatefulSet of the same name and template finds its claims again.",
     "-kind: StatefulSet\n"
     "-metadata: {name: zookeeper, namespace: kafka}\n"},
    {"stateful-recreated", Severity::Block, "An object with state would be deleted and made anew.",
     "Some fields cannot be changed in place. With Force=true, or Replace=true together with it, Argo CD deletes the "
     "object, waits until it is gone, and makes it again: all Pods of a StatefulSet at once, a claim with the data of "
     "its volume.",
     "Labels and selectors of a StatefulSet were edited, the sync was refused, and Force deleted and made it anew, "
     "Pods and all. https://github.com/argoproj/argo-cd/issues/1068, https://github.com/argoproj/argo-cd/issues/8501",
     "Take Force=true and Replace=true off, or leave the field as it is. To change it on purpose, delete the "
     "StatefulSet with --cascade=orphan, so that its Pods keep running, and let it be synced again.",
     "kind: StatefulSet\n"
     "metadata:\n"
     "  annotations: {argocd.argoproj.io/sync-options: \"Force=true,Replace=true\"}\n"
     "spec:\n"
     "-  serviceName: kafka\n"
     "+  serviceName: kafka-headless   # immutable: deleted and made anew\n"},
    {"stateful-renamed", Severity::Block, "An object with state gets a new name, or its claims do, and starts empty.",
     "The name decides the volume: a StatefulSet's claims are called template-name-ordinal, an operator names them "
     "after its resource. Under a new name new, empty volumes are made; the old ones stay behind, or go with the old "
     "object.",
     "A clean-up gave a Postgres Cluster and its release a name by the standard. It started with empty volumes, then "
     "the old release was uninstalled with its claims; the databases were destroyed, twice. "
     "https://mta-sts.djieno.com/blog/the-incident",
     "Keep the name. If it must change, copy the data over first, and remove the old object in a change of its own "
     "when the new one has been looked at.",
     " kind: StatefulSet\n"
     " metadata:\n"
     "-  name: postgres\n"
     "+  name: postgres-main   # its claim is data-postgres-main-0 now: empty\n"},
};

} // namespace

std::span<const Rule> dataTexts()
{
    return rules;
}

} // namespace noclobber::rules
