#include "tests/ui/small_review.h"

#include <algorithm>

#include "core/diff/verbatim_text.h"
#include "tests/support/changes.h"

namespace noclobber::test {

using blast::DataFate;
using blast::Effect;
using diff::Status;

namespace {

const Name appsFile = "env/cluster01/apps.yaml";
const Name coreFile = "env/cluster01/core.yaml";

argo::Declaration declaration(const argo::ObjectId &id, const std::string &path, int line, int document)
{
    argo::Declaration made;
    made.id = id;
    made.manifest = manifestOf(id);
    made.location = {Name(path), document, 0, line, line + 9};
    made.application = inCluster("argoproj.io", "Application", "argocd", "root");
    return made;
}

diff::ObjectChange change(Status status, const argo::ObjectId &id, const std::string &path, int line)
{
    diff::ObjectChange made;
    made.status = status;
    made.id = id;
    if (status != Status::Added) {
        made.base = {declaration(id, path, line, 1)};
        made.baseWinner = 0;
    }
    made.head = {declaration(id, path, line, 1)};
    made.headWinner = 0;
    return made;
}

diff::FieldChange field(std::string path, std::string base, std::string head)
{
    diff::FieldChange made;
    made.path = std::move(path);
    made.base = yaml::Node{yaml::NodeType::String, std::move(base), 1, {}, {}};
    made.head = yaml::Node{yaml::NodeType::String, std::move(head), 1, {}, {}};
    return made;
}

argo::ObjectId core()
{
    return inCluster("argoproj.io", "Application", "argocd", "core");
}

diff::ObjectChange overwrittenApplication()
{
    diff::ObjectChange made = change(Status::Overwritten, core(), appsFile, 12);
    made.head.push_back(declaration(core(), appsFile, 412, 41));
    made.headWinner = 1;
    made.newDeclarations = {1};
    made.isConflicting = true;
    made.fields = {field("spec.source.path", "apps/core", "apps/app02")};
    return made;
}

blast::AffectedObject affected(const argo::ObjectId &id, Effect effect, DataFate fate)
{
    blast::AffectedObject made;
    made.id = id;
    made.effect = effect;
    made.dataFate = fate;
    made.isStateful = fate != DataFate::None;
    made.because = {{core(), "its source path changed"}, {id, "no longer in Application argocd/core"}};
    made.location = argo::Location{coreFile, 4, 0, 88, 131};
    return made;
}

void addEffects(review::Review &review)
{
    const auto kafka = inCluster("apps", "StatefulSet", "kafka", "kafka");
    auto claim = affected(inCluster("", "PersistentVolumeClaim", "kafka", "data-kafka-0"), Effect::CascadeDeleted,
                          DataFate::Lost);
    claim.isDerived = true;
    claim.storage = "50Gi";
    claim.because = {{core(), "its source path changed"},
                     {kafka, "no longer in Application argocd/core"},
                     {claim.id, "made by a StatefulSet that is deleted"}};
    auto kept = affected(inCluster("", "PersistentVolumeClaim", "web", "uploads"), Effect::Kept, DataFate::Kept);
    kept.protections = {"Prune=false"};
    auto application = affected(core(), Effect::Updated, DataFate::None);
    application.because = {{core(), "its source path changed"}};
    review.radius.objects = {
        claim, kept, affected(inCluster("apps", "Deployment", "kafka", "exporter"), Effect::Pruned, DataFate::None),
        affected(kafka, Effect::Pruned, DataFate::Lost), application};
}

void addFindings(review::Review &review)
{
    rules::Finding overwrite;
    overwrite.rule = "overwrite";
    overwrite.severity = Severity::Block;
    overwrite.id = core();
    overwrite.location = argo::Location{appsFile, 41, 0, 412, 421};
    overwrite.related = {argo::Location{appsFile, 1, 0, 12, 21}};
    overwrite.message = "apps.yaml:412 replaces apps.yaml:12: documents are applied in order, the last one wins.";
    overwrite.help = "Give the new Application a name of its own.";
    rules::Finding waived;
    waived.rule = "near-miss-name";
    waived.severity = Severity::Note;
    waived.id = inCluster("", "ConfigMap", "web", "new");
    waived.message = "new is close to now.";
    waived.waived = rules::AcceptedException{"planned", "2026-12-31"};
    review.findings = {waived, overwrite};
    review.problems = {{coreFile, 300, true, "a tab where a key was expected"}};
}

} // namespace

argo::ObjectId inCluster(std::string_view group, std::string_view kind, std::string_view nameSpace,
                         std::string_view name)
{
    return {"env/cluster01", {Name(group), Name(kind), Name(nameSpace), Name(name)}};
}

std::shared_ptr<const kube::Manifest> manifestOf(const argo::ObjectId &id)
{
    kube::Manifest manifest;
    manifest.apiVersion = id.key.group.empty() ? "v1" : id.key.group.text() + "/v1";
    manifest.kind = id.key.kind;
    manifest.name = id.key.name;
    return std::make_shared<const kube::Manifest>(manifest);
}

review::ReviewPtr smallReview()
{
    auto review = std::make_shared<review::Review>();
    review->comparison.place.workTree = "/srv/manifests/";
    review->comparison.base = {"main", "1f0c8d2a9b7e4c3d5f6a7b8c9d0e1f2a3b4c5d6e", {}};
    review->comparison.head = {"change", "9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d", {}};
    auto modified = change(Status::Modified, inCluster("", "ConfigMap", "web", "settings"), coreFile, 40);
    modified.fields = {field("data.level", "info", "debug")};
    review->changes.changes = {change(Status::Added, inCluster("", "ConfigMap", "web", "new"), coreFile, 60), modified,
                               overwrittenApplication()};
    review->changes.counts.added = 1;
    review->changes.counts.modified = 1;
    review->changes.counts.overwritten = 1;
    addEffects(*review);
    addFindings(*review);
    review->verdict = review::Verdict::Block;
    review->headline = review::Headline::Block;
    review->isDestructive = true;
    return review;
}

review::ObjectDiff diffOf(const std::string &base, const std::string &head, review::TextForm form)
{
    const yaml::Node old = base.empty() ? yaml::Node() : content(base);
    const yaml::Node now = head.empty() ? yaml::Node() : content(head);
    const auto sourceOf = [](const yaml::Node &read, const std::string &text) {
        const int lines = static_cast<int>(std::ranges::count(text, '\n'));
        return diff::VerbatimSource{{text.empty() ? nullptr : &read, text}, {appsFile, 1, 0, 1, lines}};
    };
    const auto left = sourceOf(old, base);
    const auto right = sourceOf(now, head);
    review::ObjectDiff diff;
    diff.form = form;
    diff.rows = form == review::TextForm::AsRead
                    ? diff::objectRows(left.source, right.source)
                    : diff::verbatimRows(base.empty() ? nullptr : &left, head.empty() ? nullptr : &right);
    if (!base.empty())
        diff.base = left.location;
    if (!head.empty())
        diff.head = right.location;
    diff.bytes = std::max(base.size(), head.size());
    return diff;
}

review::ReviewPtr largeReview(std::size_t modified, std::size_t deleted)
{
    auto review = std::make_shared<review::Review>();
    review->comparison.base = {"main", "1f0c8d2a9b7e4c3d5f6a7b8c9d0e1f2a3b4c5d6e", {}};
    review->comparison.head = {"change", "9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d", {}};
    for (std::size_t i = 0; i < modified; ++i) {
        const std::string name = "service-" + std::to_string(1'000'000 + i);
        const auto id = inCluster("apps", "Deployment", "team-" + std::to_string(i % 40), name);
        review->changes.changes.push_back(change(Status::Modified, id, "env/cluster01/" + name + ".yaml", 1));
    }
    for (std::size_t i = 0; i < deleted; ++i)
        review->radius.objects.push_back(affected(
            inCluster("apps", "Deployment", "old-" + std::to_string(i % 40), "gone-" + std::to_string(1'000'000 + i)),
            Effect::Pruned, DataFate::None));
    std::ranges::sort(review->changes.changes, {}, &diff::ObjectChange::id);
    std::ranges::sort(review->radius.objects, {}, &blast::AffectedObject::id);
    return review;
}

} // namespace noclobber::test
