#include "core/rules/rule_texts.h"

namespace noclobber::rules {

namespace {

constexpr Rule rules[] = {
    {"application-removed", Severity::Block, "An Application leaves, and takes or leaves behind what it manages.",
     "With the finalizer resources-finalizer.argocd.argoproj.io the deletion of an Application deletes everything it "
     "manages; Prune=false does not prevent that, only Delete=false does. Without the finalizer its objects keep "
     "running and nobody manages them any more (then this is a warning). A Flux Kustomization deletes what it applied "
     "if it prunes or its deletionPolicy says so, unless it is suspended; a HelmRelease uninstalls its release.",
     "A claim was annotated with Prune=false, then its Application was deleted: the claim went with it, since only "
     "Delete=false would have held. https://github.com/argoproj/argo-cd/issues/9853",
     "To keep what runs, take the finalizer off in a change of its own before the Application is removed, or annotate "
     "the objects with Prune=false,Delete=false and let that be synced first. With Flux: give the Kustomization "
     "deletionPolicy: Orphan first, or the objects kustomize.toolkit.fluxcd.io/prune: disabled; suspend a HelmRelease.",
     "  metadata:\n"
     "    name: payments\n"
     "    finalizers:\n"
     "      - resources-finalizer.argocd.argoproj.io   # gone with all its objects\n"},
    {"application-renamed", Severity::Block, "An Application gets a new name, and keeps its source.",
     "To Argo CD that is one Application removed and another one added. The new one takes the objects over at its "
     "first sync; the old one's deletion, with a cascading finalizer, deletes whatever still bears its mark. Which of "
     "the two is first is not defined. Without the finalizer nothing is deleted, and this is a note.",
     "A prefix was taken off the template name of eight ApplicationSets: all their Applications would have been "
     "deleted and made anew, with everything they deploy. A reviewer caught it. "
     "https://github.com/hongbo-miao/hongbomiao.com/pull/39191. With Flux a renamed Kustomization did delete and make "
     "anew all its objects, public addresses included. https://github.com/fluxcd/flux2/issues/3316",
     "Take the finalizer off the old Application in a change of its own, let that be synced, and rename then. With "
     "Flux: give the old Kustomization deletionPolicy: Orphan first.",
     " metadata:\n"
     "-  name: payments\n"
     "+  name: shop-payments   # source and destination stay: who is first, takeover or deletion?\n"},
    {"application-retargeted", Severity::Block,
     "An Application turns to another source, cluster, namespace or project, and objects it managed leave it.",
     "Argo CD compares an Application with its new source only. What the old source declared is no part of it any "
     "more: with automated prune it is deleted at the next sync, though its text still stands in the repository and "
     "no diff shows a deletion. Flux does the same where the Kustomization prunes, and Helm uninstalls a HelmRelease "
     "whose release gets another name, namespace or chart. In another cluster the old objects stay behind, managed by "
     "nobody, and new ones start "
     "empty.",
     "An automated patch gave one Application the source of another; with prune on, everything the first had deployed "
     "was removed. https://github.com/argoproj-labs/argocd-image-updater/issues/896. Another was turned to a second "
     "cluster: the old objects kept running in the first, unmanaged. https://github.com/argoproj/argo-cd/issues/9172",
     "Give the new source an Application of its own. To move one on purpose, set automated.prune (with Flux: "
     "spec.prune) to false first, move, and delete by hand what you have seen to be superfluous.",
     "  source:\n"
     "-   path: env/cluster01/app01/yml\n"
     "+   path: env/cluster01/app02/yml   # everything of app01 is pruned\n"},
    {"applicationset-shrinks", Severity::Block,
     "An ApplicationSet would make other Applications than before, or guard them less.",
     "What its generators no longer name is deleted, and with the cascading finalizer that Argo CD adds to generated "
     "Applications everything these deploy goes too. A changed template name deletes all and makes all anew. There is "
     "no guard like allowEmpty: no element means no Application. policy and preserveResourcesOnDeletion decide "
     "whether the controller may delete at all, and whether what was deployed survives.",
     "A few lines of an ApplicationSet were edited, and all its Applications were deleted and made anew, with their "
     "resources. https://github.com/argoproj/argo-cd/issues/9227",
     "Set spec.syncPolicy.preserveResourcesOnDeletion to true and let that be synced first; or let applicationsSync "
     "be create-update, and remove Applications by hand.",
     "  template:\n"
     "    metadata:\n"
     "-     name: 'prod-{{cluster}}'\n"
     "+     name: '{{cluster}}'   # every prod-… Application is deleted\n"},
    {"applicationset-unsafe", Severity::Note, "A dynamic generator may delete Applications that hold state.",
     "The answer of an scmProvider, a pullRequest, a clusters or a plugin generator does not stand in git. When it "
     "comes out shorter, or empty without an error, the Applications are deleted, no commit shows it, and no review "
     "can. It is told where deletion is allowed, preserveResourcesOnDeletion is off and what is deployed holds state.",
     "A generator that for a moment found nothing, or less, made the controller delete the Applications; with the "
     "next round they came back. https://github.com/argoproj/argo-cd/issues/14318, "
     "https://github.com/argoproj/argo-cd/issues/18780",
     "Set spec.syncPolicy.preserveResourcesOnDeletion to true, or applicationsSync to create-update.",
     "kind: ApplicationSet\n"
     "spec:\n"
     "  syncPolicy:\n"
     "    preserveResourcesOnDeletion: true\n"
     "    applicationsSync: create-update\n"},
    {"gitops-core-affected", Severity::Block,
     "Argo CD's or Flux's own namespace, kinds or controllers leave or are replaced.",
     "When the controller's own definitions or namespace are deleted, so are the Applications in it; those with a "
     "cascading finalizer take everything they manage along as soon as a controller runs again. The same holds for "
     "Flux's Kustomizations and HelmReleases.",
     "The argocd namespace was removed and installed anew: on restart all Applications with the finalizer were worked "
     "off, and everything they managed was deleted. https://github.com/argoproj/argo-cd/issues/6046. A changed chart "
     "source for Flux itself took its definitions, its Kustomizations, and then applications, volumes and databases. "
     "https://cloudplane.org/blog/outage-post-mortem",
     "Take the finalizers off the Applications first, and let that be synced. Upgrade the controller in place, never "
     "by removing and installing it.",
     "-kind: Namespace\n"
     "-metadata: {name: argocd}   # with it go all Applications, and what they manage\n"},
    {"moving-revision", Severity::Note, "An Application that prunes follows a branch.",
     "A targetRevision that is empty, HEAD or the name of a branch can move without any change in the repository "
     "under review. What it then removes is pruned, and this review never sees it. Only a full commit id stands "
     "still; a tag does unless somebody moves it. Told of new and altered Applications.",
     "A root Application of production followed main with prune on: the removal of an Application that was meant for "
     "staging would have pruned production. Found before it did. https://github.com/skkuding/codedang/issues/3607",
     "Let it follow a commit id or a tag, or a branch that is protected by reviews like this one.",
     "spec:\n"
     "  source:\n"
     "    targetRevision: main   # whoever pushes there, prunes here\n"
     "  syncPolicy: {automated: {prune: true}}\n"},
    {"orphaned-object", Severity::Warn, "An object leaves git and keeps running, managed by nobody.",
     "A protection keeps it, its Application goes without a finalizer, deploys to another cluster now, or does not "
     "prune. Nothing is lost; but it is no longer updated, costs money, answers requests, and nobody will find it in "
     "git.",
     "A platform team set all Namespaces to never be pruned; for a day the removal of a tenant did nothing, and "
     "nobody was told. https://github.com/devantler-tech/platform/issues/3368",
     "Decide what shall become of it: delete it by hand once its data is safe, or keep its declaration.",
     "kubectl get persistentvolumeclaim data-kafka-0 --namespace kafka   # still there, in no repository\n"},
    {"project-restricted", Severity::Block,
     "An AppProject refuses what its Applications deploy, or releases what it had refused.",
     "An Application that its project does not allow stands still: no sync, no prune, no repair. Objects of a kind or "
     "namespace that the project no longer permits drop out of view. A project that is widened lets Applications "
     "resume that stood still, and then the prunes that have been waiting run (a warning).",
     "The change that cost InfluxData a production cluster replaced an AppProject of the same name along with its "
     "Application. https://www.influxdata.com/blog/deleting-production-steps-how-fix-it/",
     "List in the project what its Applications deploy: sourceRepos, destinations, kinds. Before you widen one, look "
     "at what its Applications have not been able to prune.",
     "kind: AppProject\n"
     "spec:\n"
     "  destinations:\n"
     "-   - {namespace: \"*\", server: https://kubernetes.default.svc}\n"
     "+   - {namespace: shop, server: https://kubernetes.default.svc}   # the rest stands still\n"},
    {"prune-all", Severity::Block, "An Application would lose more than half of its objects.",
     "Seldom meant, and mostly a wrong path, a rendering that came out empty, or an overwritten Application. Argo "
     "CD's own guard, allowEmpty, only speaks when nothing at all is left. What another Application takes over does "
     "not count.",
     "A git generator picked up the folder it stood in, and an Application it made claimed what others deployed. When "
     "that one was deleted, everything went with it, Argo CD included. "
     "https://github.com/argoproj/argo-cd/issues/20440",
     "See whether the source path is right and the rendering complete. Removing an Application's content on purpose "
     "is safer in steps.",
     "  source:\n"
     "    path: env/cluster01/app01/yml   # holds 2 of 86 manifests after a failed rendering\n"},
    {"render-exclusion", Severity::Block, "Objects leave the rendering, though their text is still there.",
     "A kustomization.yaml or Chart.yaml at the root of a source changes how it is read; include, exclude and recurse "
     "leave files out; the comment +argocd:skip-file-rendering skips a whole file, and a renamed ending does too. To "
     "Argo CD these objects are gone from git, and are pruned; a text diff shows no removed line.",
     "A Namespace that stood in a file, but was no longer listed in the kustomization, was deleted with its content. "
     "https://github.com/fluxcd/flux2/issues/1366",
     "Keep the files in the source, or remove them openly, so that everybody sees what goes.",
     "+# +argocd:skip-file-rendering\n"
     " kind: PersistentVolumeClaim   # pruned, though it is still written here\n"},
    {"shared-object-removed", Severity::Block, "An object that another Application still needs leaves one Application.",
     "Argo CD deletes it if the object bears the mark of the one that drops it. The other one makes it anew at its "
     "next sync: a Namespace or a claim is then there, and empty. Handed over by this very change it is a warning, as "
     "who syncs first decides; a note where the old one does not prune it.",
     "One of two Applications that declared the same Namespace was removed. The Namespace was deleted with it, "
     "although the other still had its objects there. https://github.com/argoproj/argo-cd/issues/22607",
     "Annotate the object with Prune=false,Delete=false, let that be synced, and take it out of the one Application "
     "then.",
     "# apps/a and apps/b both deploy it; the change removes it from a:\n"
     "-kind: Namespace\n"
     "-metadata: {name: shop}\n"},
    {"tracking-collision", Severity::Warn, "A new Application's name is the instance label of objects outside it.",
     "With label tracking (the default before Argo CD 3.0) an object belongs to the Application that its label "
     "app.kubernetes.io/instance names. Charts set that label themselves. An Application that takes such a name "
     "claims these objects as its own, and prunes them, as its source does not declare them.",
     "An Application was created under a name that a claim, installed by hand, carried as its instance label: Argo CD "
     "set out to prune a claim it had never deployed. https://github.com/argoproj/argo-cd/issues/2650",
     "Give the Application another name, or set application.resourceTrackingMethod to annotation in argocd-cm first.",
     "kind: Application\n"
     "metadata: {name: redis}              # new\n"
     "---\n"
     "kind: StatefulSet                    # of another Application\n"
     "metadata:\n"
     "  labels: {app.kubernetes.io/instance: redis}\n"},
    {"unknown-consequence", Severity::Warn, "The change could delete through something that this review cannot see.",
     "An Application or a generator whose objects are not in this repository (a chart, a kustomization, another "
     "repository) changes its repository, path, chart, destination or parameters. What it deployed before and deploys "
     "then cannot be compared here. Only a new targetRevision is a note.",
     "The chart of an operator was raised to a new version, nothing but a number in the diff: its definitions were "
     "removed and made anew, every Kafka cluster vanished, and the restore came from backups. "
     "https://github.com/strimzi/strimzi-kafka-operator/issues/4882",
     "Render both sides and compare them, or let Argo CD show the difference before the sync. Rendered manifests in "
     "git make it visible to every review.",
     "  source:\n"
     "    chart: strimzi-kafka-operator\n"
     "-   repoURL: https://charts.example.com/stable\n"
     "+   repoURL: https://charts.example.com/next\n"},
};

} // namespace

std::span<const Rule> applicationTexts()
{
    return rules;
}

} // namespace noclobber::rules
