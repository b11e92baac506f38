#include "tests/ui/bulk_review.h"

#include <algorithm>

namespace noclobber::test {

using blast::DataFate;
using blast::Effect;
using diff::Status;

namespace {

argo::Declaration declaration(const argo::ObjectId &id, const std::string &path, int line = 1)
{
    argo::Declaration made;
    made.id = id;
    made.manifest = manifestOf(id);
    made.location = {Name(path), 1, 0, line, line + 9};
    made.application = inCluster("argoproj.io", "Application", "argocd", "web");
    return made;
}

diff::ObjectChange change(Status status, const argo::ObjectId &id, const std::string &base, const std::string &head)
{
    diff::ObjectChange made;
    made.status = status;
    made.id = id;
    if (!base.empty()) {
        made.base = {declaration(id, base)};
        made.baseWinner = 0;
    }
    if (!head.empty()) {
        made.head = {declaration(id, head)};
        made.headWinner = 0;
    }
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

diff::ObjectChange bumped(const std::string &name)
{
    const std::string file = "apps/" + name + ".yaml";
    diff::ObjectChange made = change(Status::Modified, inCluster("apps", "Deployment", "web", name), file, file);
    made.fields = {field("spec.template.spec.containers[name=web].image", "registry.example.com/shop/web:1.4",
                         "registry.example.com/shop/web:1.5")};
    return made;
}

blast::AffectedObject affected(const argo::ObjectId &id, Effect effect, DataFate fate)
{
    blast::AffectedObject made;
    made.id = id;
    made.effect = effect;
    made.dataFate = fate;
    made.isStateful = fate != DataFate::None;
    made.because = {{id, "its text changed"}};
    return made;
}

rules::Finding warning(const argo::ObjectId &id, const std::string &path, int line)
{
    rules::Finding made;
    made.rule = "layout";
    made.severity = Severity::Warn;
    made.id = id;
    made.location = argo::Location{Name(path), 1, 0, line, line};
    made.message = "Look at it.";
    return made;
}

std::shared_ptr<review::Review> emptyReview()
{
    auto review = std::make_shared<review::Review>();
    review->comparison.base = {"main", "1f0c8d2a9b7e4c3d5f6a7b8c9d0e1f2a3b4c5d6e", {}};
    review->comparison.head = {"change", "9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d", {}};
    return review;
}

void sort(review::Review &review)
{
    std::ranges::sort(review.changes.changes, {}, &diff::ObjectChange::id);
    std::ranges::sort(review.radius.objects, {}, &blast::AffectedObject::id);
}

void addRenamed(review::Review &review, const argo::ObjectId &from, const argo::ObjectId &to, DataFate fate)
{
    diff::ObjectChange old = change(Status::Renamed, from, "apps/" + from.key.name + ".yaml", "");
    diff::ObjectChange made = change(Status::Renamed, to, "", "apps/" + to.key.name + ".yaml");
    old.renamedTo = to;
    made.renamedFrom = from;
    old.likeness = made.likeness = 0.97;
    review.changes.changes.push_back(old);
    review.changes.changes.push_back(made);
    review.radius.objects.push_back(affected(from, Effect::Pruned, fate));
    review.radius.objects.push_back(affected(to, Effect::Created, DataFate::None));
    review.radius.objects.back().isStateful = fate != DataFate::None;
}

} // namespace

review::ReviewPtr bumpedReview(std::size_t count)
{
    auto review = emptyReview();
    auto &changes = review->changes.changes;
    for (std::size_t i = 0; i < count; ++i)
        changes.push_back(bumped("service-" + std::to_string(1000 + i)));
    diff::ObjectChange odd = bumped("odd");
    odd.fields.push_back(field("spec.replicas", "2", "1"));
    changes.push_back(odd);
    changes.push_back(bumped("judged"));
    changes.push_back(bumped("inside"));
    changes.push_back(bumped("held"));
    review->radius.objects.push_back(affected(changes.back().id, Effect::Updated, DataFate::AtRisk));
    review->findings = {warning(inCluster("apps", "Deployment", "web", "judged"), "elsewhere.yaml", 1),
                        warning({}, "apps/inside.yaml", 5)};
    sort(*review);
    return review;
}

review::ReviewPtr renamedReview()
{
    auto review = emptyReview();
    addRenamed(*review, inCluster("apps", "Deployment", "web", "old-web"),
               inCluster("apps", "Deployment", "web", "new-web"), DataFate::None);
    addRenamed(*review, inCluster("apps", "StatefulSet", "web", "old-db"),
               inCluster("apps", "StatefulSet", "web", "new-db"), DataFate::Lost);
    review->changes.changes.push_back(
        change(Status::Moved, inCluster("", "ConfigMap", "web", "settings"), "a/settings.yaml", "b/settings.yaml"));
    sort(*review);
    return review;
}

review::ReviewPtr formattedReview()
{
    auto review = emptyReview();
    for (const std::string name : {"one", "two"}) {
        const std::string file = "apps/" + name + ".yaml";
        auto made = change(Status::Unchanged, inCluster("", "ConfigMap", "web", name), file, file);
        made.flags.formattingOnly = true;
        review->changes.changes.push_back(made);
    }
    return review;
}

} // namespace noclobber::test
