#include <algorithm>
#include <array>

#include "core/rules/finding.h"

namespace noclobber::rules {

namespace {

constexpr Rule ambiguousYaml = {
    "ambiguous-yaml",
    Severity::Block,
    "Text that different readers take differently.",
    "A line break that only some readers see, the same key twice, a document behind a bare `...`: a person, an editor "
    "and the cluster can each read another object here. That way an identity can be smuggled past a reviewer: the diff "
    "shows one name, the cluster gets another. Text that was there before is a warning when the change touches its "
    "document, and a note when it does not.",
    "Write it so that there is one reading: each key once, `---` between documents, plain line ends.",
    "metadata:\n  name: harmless\n  name: app01-cluster01   # Argo CD takes this one without a word\n"};

constexpr Rule applicationRemoved = {
    "application-removed",
    Severity::Block,
    "An Application leaves, and takes or leaves behind what it manages.",
    "With the finalizer resources-finalizer.argocd.argoproj.io the deletion of an Application deletes everything it "
    "manages; Prune=false does not prevent that, only Delete=false does. Without the finalizer its objects keep "
    "running "
    "and nobody manages them any more (then this is a warning). Renaming an Application is a removal too: the old "
    "one's "
    "deletion races with the new one's takeover.",
    "To keep what runs, take the finalizer off in a change of its own before the Application is removed, or annotate "
    "the "
    "objects with Prune=false,Delete=false and let that be synced first.",
    "  metadata:\n    name: payments\n    finalizers:\n      - resources-finalizer.argocd.argoproj.io   # gone with "
    "all "
    "its objects\n"};

constexpr Rule applicationRetargeted = {
    "application-retargeted",
    Severity::Block,
    "An Application turns to another source, cluster, namespace or project, and objects it managed leave it.",
    "Argo CD compares an Application with its new source only. What the old source declared is no part of it any more: "
    "with automated prune it is deleted at the next sync, though its text still stands in the repository and no diff "
    "shows a deletion. In another cluster the old objects stay behind, managed by nobody, and new ones start empty. In "
    "2022 that is how a second application under the first one's name deleted a production cluster's databases.",
    "Give the new source an Application of its own. To move one on purpose, set automated.prune to false first, move, "
    "and prune by hand when you have seen what goes.",
    "  source:\n-   path: env/cluster01/app01/yml\n+   path: env/cluster01/app02/yml   # everything of app01 is "
    "pruned\n"};

constexpr Rule configurationChanged = {
    "configuration-changed",
    Severity::Warn,
    "The change edits .noclobber.yaml.",
    "The rules that a change is judged by come from base, so this review is not loosened by it; the next ones will be. "
    "Somebody should see that on purpose, not by the way.",
    "Change the configuration in a commit of its own, with its reason.",
    "rules:\n  overwrite: off   # from the next change on nobody hears of an overwrite\n"};

constexpr Rule contestedObject = {
    "contested-object",
    Severity::Block,
    "Two Applications, or two API groups of one stored kind, claim one object.",
    "Whoever syncs last wins: the content, and the mark that says to whom it belongs. With self-healing on both the "
    "object flips back and forth. And when one of the two drops it, that one may delete what the other still needs.",
    "Let one Application declare it. Set FailOnSharedResource=true on Applications, so that a sync stops before it "
    "takes "
    "over what belongs to another.",
    "# apps/a deploys shared/config.yaml, apps/b deploys b/config.yaml:\nkind: ConfigMap\nmetadata: {name: settings, "
    "namespace: shop}\n"};

constexpr Rule duplicateIdentity = {
    "duplicate-identity",
    Severity::Block,
    "One object is declared more than once.",
    "Argo CD reads the declarations of an Application in the order of their files and documents and keeps the last "
    "one; "
    "all it says is RepeatedResourceWarning, and it syncs. A text diff shows the second declaration as a plain "
    "addition. "
    "The API version does not tell two objects apart, nor does a namespace that is left out. Copies that were there "
    "before are a note.",
    "Keep one of them, or give the new object a name of its own.",
    "kind: Application\nmetadata:\n  name: app01-cluster01   # line 12\n---\nkind: Application\nmetadata:\n  name: "
    "app01-cluster01   # line 412: this one counts\n"};

constexpr Rule mergeConflict = {
    "merge-conflict",
    Severity::Block,
    "The change does not merge cleanly.",
    "What merging would give depends on how somebody resolves the conflict, so it cannot be judged beforehand. The "
    "review "
    "shows the change since the two branches parted, which may miss an overwrite whose other half came to base later.",
    "Merge or rebase onto the base, resolve the conflict, and review again.",
    "<<<<<<< main\n  name: app01-cluster01\n=======\n  name: app02-cluster01\n>>>>>>> change\n"};

constexpr Rule naming = {
    "naming",
    Severity::Block,
    "A name does not follow from its place.",
    "An Application that deploys env/cluster01/app02 and is called app01-cluster01 is a slip of copying, and the name "
    "decides what it overwrites. With `naming` in the configuration names are checked against it. Without, this warns "
    "where an Application's name carries a sibling folder's name in place of that part of its source path.",
    "Rename it as its place says, or correct the place.",
    "metadata:\n  name: app01-cluster01\nspec:\n  source:\n    path: env/cluster01/app02/yml\n"};

constexpr Rule namespaceDeleted = {
    "namespace-deleted",
    Severity::Block,
    "A Namespace goes, with everything in it.",
    "Deleting a Namespace deletes every object in it, whoever deploys it, in git or not, claims and Secrets included. "
    "No "
    "annotation of an object inside prevents that. It happens even when CreateNamespace=true makes the Namespace anew "
    "a moment later: then it is there, and empty.",
    "Keep the declaration. If only git should let go of it, annotate the Namespace with Prune=false,Delete=false, let "
    "that "
    "be synced, and remove the declaration afterwards.",
    "-apiVersion: v1\n-kind: Namespace\n-metadata:\n-  name: kafka\n"};

constexpr Rule nearMissName = {
    "near-miss-name",
    Severity::Note,
    "A new name is one character away from an existing one.",
    "A typing slip makes a second object where somebody meant to change the first, or one day the first where somebody "
    "means the second. Compared are names of one kind in one namespace, with other content.",
    "See whether the existing object was meant.",
    "kind: ConfigMap\nmetadata:\n  name: kafka-confg   # beside kafka-config\n"};

constexpr Rule overwrite = {
    "overwrite",
    Severity::Block,
    "Another declaration replaces an existing object.",
    "What is in effect is no longer the declaration that was, edited, but another one under the same identity: a "
    "second "
    "document appended to a file, a file that is read later, an older copy that comes into effect. In a text diff it "
    "looks "
    "like an addition. When the object is an Application, everything the old one managed leaves with it: that was the "
    "accident this program exists for.",
    "Give the new object a name of its own. If the old one should change, edit its declaration in place.",
    "kind: Application            # line 12, in effect until now\nmetadata: {name: app01-cluster01}\n---\nkind: "
    "Application            # line 412, new: wins\nmetadata: {name: app01-cluster01}\n"};

constexpr Rule pruneAll = {
    "prune-all",
    Severity::Block,
    "An Application would lose more than half of its objects.",
    "Seldom meant, and mostly a wrong path, a rendering that came out empty, or an overwritten Application. Argo CD's "
    "own "
    "guard, allowEmpty, only speaks when nothing at all is left. What another Application takes over does not count.",
    "See whether the source path is right and the rendering complete. Removing an Application's content on purpose is "
    "safer in steps.",
    "  source:\n    path: env/cluster01/app01/yml   # holds 2 of 86 manifests after a failed rendering\n"};

constexpr Rule shadowedDeclaration = {
    "shadowed-declaration",
    Severity::Warn,
    "A declaration that does nothing, because another one wins.",
    "The change adds or edits a declaration that loses against another of the same identity that is read later. The "
    "author "
    "will wait for it in vain, and the day somebody moves the file or removes the other one, it comes into effect.",
    "Remove it, give it a name of its own, or edit the declaration that wins.",
    "# a.yaml, new              # b.yaml, read later: wins\nkind: ConfigMap            kind: ConfigMap\nmetadata: "
    "{name: s}  "
    "      metadata: {name: s}\n"};

constexpr Rule statefulDeleted = {
    "stateful-deleted",
    Severity::Block,
    "An object with state would be deleted, and its data lost or at risk.",
    "A claim whose volume is deleted with it, a database's custom resource whose operator cleans up, a Secret that "
    "exists "
    "nowhere else: reverting the commit brings the object back, empty. At risk means that what decides is not in this "
    "repository: the StorageClass, an operator's option, or which Application syncs first.",
    "Keep the declaration. To let go of it without losing data, annotate it with "
    "argocd.argoproj.io/sync-options: Prune=false,Delete=false and let that be synced before it is removed; set the "
    "volume's reclaim policy to Retain.",
    "-kind: PersistentVolumeClaim\n-metadata: {name: data-kafka-0, namespace: kafka}\n-spec: {storageClassName: "
    "fast-ssd}   "
    "# reclaimPolicy: Delete\n"};

constexpr Rule statefulOrphanedData = {
    "stateful-orphaned-data",
    Severity::Block,
    "An object with state would be deleted, while its data stays: an outage, and work by hand.",
    "A StatefulSet's claims stay when the set goes (unless its retention policy says otherwise), and a volume with "
    "Retain "
    "outlives its claim. Nothing is lost, but the service is down, and a retained volume must be bound again by hand.",
    "Keep the declaration, or plan the outage. A StatefulSet of the same name and template finds its claims again.",
    "-kind: StatefulSet\n-metadata: {name: zookeeper, namespace: kafka}\n"};

constexpr Rule unreadableManifest = {
    "unreadable-manifest",
    Severity::Block,
    "A manifest cannot be read.",
    "What it declares cannot be judged, so a clean review would be a guess. Argo CD stops on most of these, and passes "
    "others over in silence: then their objects leave the Application and are pruned. It blocks where the change "
    "brings "
    "the trouble or touches the file; what was there before, or is mended, is a note.",
    "Mend the file at the line named. A file that is no manifest belongs under `exclude`.",
    "data:\n<<<<<<< HEAD\n  mode: one\n=======\n  mode: two\n>>>>>>> change\n"};

constexpr Rule waiverUnused = {
    "waiver-unused",
    Severity::Note,
    "A waiver that matches nothing, or is past its date.",
    "An accepted exception that nobody needs any more will one day accept something that nobody accepted.",
    "Remove it from .noclobber.yaml, or correct its identity or date.",
    "waivers:\n  - rule: overwrite\n    identity: cluster01/argoproj.io/Application/argocd/app01\n    until: "
    "2024-01-31\n"};

constexpr std::array<Rule, 17> rules = {ambiguousYaml,        applicationRemoved, applicationRetargeted,
                                        configurationChanged, contestedObject,    duplicateIdentity,
                                        mergeConflict,        namespaceDeleted,   naming,
                                        nearMissName,         overwrite,          pruneAll,
                                        shadowedDeclaration,  statefulDeleted,    statefulOrphanedData,
                                        unreadableManifest,   waiverUnused};
static_assert(std::ranges::is_sorted(rules, {}, &Rule::id));

} // namespace

std::span<const Rule> allRules()
{
    return rules;
}

const Rule *findRule(std::string_view id)
{
    const auto found = std::ranges::lower_bound(rules, id, {}, &Rule::id);
    return found != rules.end() && found->id == id ? &*found : nullptr;
}

} // namespace noclobber::rules
