#include "core/rules/rule_texts.h"

namespace noclobber::rules {

namespace {

constexpr Rule rules[] = {
    {"ambiguous-yaml", Severity::Block, "Text that different readers take differently.",
     "A line break that only some readers see, the same key twice, a document behind a bare `...`: a person, an "
     "editor and the cluster can each read another object here. That way an identity can be smuggled past a reviewer: "
     "the diff shows one name, the cluster gets another. Text that was there before is a warning when the change "
     "touches its document, and a note when it does not.",
     "No public accident is known. Readers do differ: of a key that stands twice Argo CD takes the last one without a "
     "word, kubectl's strict validation and kustomize refuse it.",
     "Write it so that there is one reading: each key once, `---` between documents, plain line ends.",
     "metadata:\n"
     "  name: harmless\n"
     "  name: app01-cluster01   # Argo CD takes this one without a word\n"},
    {"configuration-changed", Severity::Warn, "The change edits .noclobber.yaml.",
     "The rules that a change is judged by come from base, so this review is not loosened by it; the next ones will "
     "be. Somebody should see that on purpose, not by the way.",
     "No public report: a gate that everybody can open by the way is opened by the way.",
     "Change the configuration in a commit of its own, with its reason.",
     "rules:\n"
     "  overwrite: off   # from the next change on nobody hears of an overwrite\n"},
    {"merge-conflict", Severity::Block, "The change does not merge cleanly.",
     "What merging would give depends on how somebody resolves the conflict, so it cannot be judged beforehand. The "
     "review shows the change since the two branches parted, which may miss an overwrite whose other half came to "
     "base later.",
     "No public report: the half that came to base after the branch was cut is in no pull request's diff, so nobody "
     "could have seen it there.",
     "Merge or rebase onto the base, resolve the conflict, and review again.",
     "<<<<<<< main\n"
     "  name: app01-cluster01\n"
     "=======\n"
     "  name: app02-cluster01\n"
     ">>>>>>> change\n"},
    {"unreadable-manifest", Severity::Block, "A manifest cannot be read.",
     "What it declares cannot be judged, so a clean review would be a guess. Argo CD stops on most of these, and "
     "passes others over in silence: then their objects leave the Application and are pruned. It blocks where the "
     "change brings the trouble or touches the file; what was there before, or is mended, is a note.",
     "Reports of objects that were in git and pruned nevertheless were put down to renderings that were incomplete or "
     "stale. https://github.com/argoproj/argo-cd/issues/15058",
     "Mend the file at the line named. A file that is no manifest belongs under `exclude`.",
     "data:\n"
     "<<<<<<< HEAD\n"
     "  mode: one\n"
     "=======\n"
     "  mode: two\n"
     ">>>>>>> change\n"},
    {"waiver-unused", Severity::Note, "A waiver that matches nothing, or is past its date.",
     "An accepted exception that nobody needs any more will one day accept something that nobody accepted. A waiver "
     "counts up to and including the day of its `until` (UTC); after it, its findings count again and it is told "
     "here.",
     "No public report: what was accepted for one cut-over is forgotten, and accepts the next accident of the same "
     "name.",
     "Remove it from .noclobber.yaml, or correct its identity or date.",
     "waivers:\n"
     "  - rule: overwrite\n"
     "    identity: cluster01/argoproj.io/Application/argocd/app01\n"
     "    reason: cut-over of January, CHG-77\n"
     "    until: 2024-01-31\n"},
};

} // namespace

std::span<const Rule> textTexts()
{
    return rules;
}

} // namespace noclobber::rules
