#include "core/rules/rule_texts.h"

namespace noclobber::rules {

namespace {

constexpr Rule rules[] = {
    {"contested-object", Severity::Block, "Two Applications, or two API groups of one stored kind, claim one object.",
     "Whoever syncs last wins: the content, and the mark that says to whom it belongs. With self-healing on both the "
     "object flips back and forth. And when one of the two drops it, that one may delete what the other still needs. "
     "It blocks where the change makes it so; older cases are a note.",
     "Two Applications declared the same Namespace. One of them was removed, and the Namespace went with it, with "
     "everything the other had in it. https://github.com/argoproj/argo-cd/issues/22607",
     "Let one Application declare it. Set FailOnSharedResource=true on Applications, so that a sync stops before it "
     "takes over what belongs to another.",
     "# apps/a deploys shared/config.yaml, apps/b deploys b/config.yaml:\n"
     "kind: ConfigMap\n"
     "metadata: {name: settings, namespace: shop}\n"},
    {"duplicate-identity", Severity::Block, "One object is declared more than once.",
     "Argo CD reads the declarations of an Application in the order of their files and documents and keeps the last "
     "one; all it says is RepeatedResourceWarning, and it syncs. A text diff shows the second declaration as a plain "
     "addition. The API version does not tell two objects apart, nor does a namespace that is left out. It blocks "
     "where the change brings a copy, or makes equal copies in one Application differ; other copies that were there "
     "before are a note.",
     "A service was to be moved: a second Application of the same name was added in another file. Argo CD took the "
     "later one and pruned everything the first had deployed, the Namespace included; a warning was all it said. "
     "https://github.com/argoproj/argo-cd/issues/9376",
     "Keep one of them, or give the new object a name of its own.",
     "kind: Application\n"
     "metadata:\n"
     "  name: app01-cluster01   # line 12\n"
     "---\n"
     "kind: Application\n"
     "metadata:\n"
     "  name: app01-cluster01   # line 412: this one counts\n"},
    {"layout", Severity::Note, "A file of several objects, or one whose name does not tell its object.",
     "With one object a file, and its name in the file's, a second declaration of an object is a conflict of two files "
     "that everybody sees; appended to a long file it looks like an addition. Told are only files that the change adds "
     "or makes so, and only where nine of ten files in base hold one object each (and are named after it), or a "
     "`layout` path with {name} is configured. A file's name that leaves out the namespace or the group is told when "
     "an object of the same kind and name stands beside it: one may be written over the other.",
     "InfluxData's overwriting Application stood at the end of a rendered file of many documents, where the reviewers "
     "saw nothing but added lines. https://www.influxdata.com/blog/deleting-production-steps-how-fix-it/",
     "Write one object a file, named after its kind and name (and namespace and group, where several occur).",
     "deploy/shop/all.yaml                  # 14 objects: what does the next appended one replace?\n"
     "deploy/shop/configmap-settings.yaml   # one object: the same path twice is impossible\n"},
    {"naming", Severity::Block, "A name does not follow from its place.",
     "An Application that deploys env/cluster01/app02 and is called app01-cluster01 is a slip of copying, and the "
     "name decides what it overwrites. With `naming` in the configuration names are checked against it. Without, this "
     "warns where an Application's name carries a sibling folder's name in place of that part of its source path.",
     "The Application that deleted InfluxData's production cluster in 2022 carried another one's name beside a source "
     "path of its own. https://www.influxdata.com/blog/deleting-production-steps-how-fix-it/",
     "Rename it as its place says, or correct the place.",
     "metadata:\n"
     "  name: app01-cluster01\n"
     "spec:\n"
     "  source:\n"
     "    path: env/cluster01/app02/yml\n"},
    {"near-miss-name", Severity::Note, "A new name is one character away from an existing one.",
     "A typing slip makes a second object where somebody meant to change the first, or one day the first where "
     "somebody means the second. Compared are names of one kind in one namespace, with other content.",
     "No public report names a single character; what an object under another name does to data is told by the rule "
     "stateful-renamed.",
     "See whether the existing object was meant.",
     "kind: ConfigMap\n"
     "metadata:\n"
     "  name: kafka-confg   # beside kafka-config\n"},
    {"overwrite", Severity::Block, "Another declaration replaces an existing object.",
     "What is in effect is no longer the declaration that was, edited, but another one under the same identity: a "
     "second document appended to a file, a file that is read later, an older copy that comes into effect. In a text "
     "diff it looks like an addition. When the object is an Application, everything the old one managed leaves with "
     "it.",
     "This is the accident this program exists for: InfluxData appended a new Application and AppProject to a "
     "rendered file under the names of an existing pair. The last one won, the core Application of a production "
     "cluster was redefined, its workloads were pruned, and their volumes were lost. "
     "https://www.influxdata.com/blog/deleting-production-steps-how-fix-it/",
     "Give the new object a name of its own. If the old one should change, edit its declaration in place.",
     "kind: Application            # line 12, in effect until now\n"
     "metadata: {name: app01-cluster01}\n"
     "---\n"
     "kind: Application            # line 412, new: wins\n"
     "metadata: {name: app01-cluster01}\n"},
    {"shadowed-declaration", Severity::Warn, "A declaration that does nothing, because another one wins.",
     "The change adds or edits a declaration that loses against another of the same identity that is read later. The "
     "author will wait for it in vain, and the day somebody moves the file or removes the other one, it comes into "
     "effect.",
     "No public report of its own: it is the accident of the rule overwrite with the two documents the other way "
     "round, and comes true with the next sorting of the file. "
     "https://www.influxdata.com/blog/deleting-production-steps-how-fix-it/",
     "Remove it, give it a name of its own, or edit the declaration that wins.",
     "# a.yaml, new              # b.yaml, read later: wins\n"
     "kind: ConfigMap            kind: ConfigMap\n"
     "metadata: {name: s}        metadata: {name: s}\n"},
};

} // namespace

std::span<const Rule> declarationTexts()
{
    return rules;
}

} // namespace noclobber::rules
