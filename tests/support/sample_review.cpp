#include "tests/support/sample_review.h"

namespace noclobber::test {

using diff::FieldOperation;
using diff::Status;

const char *const hostileName = "web<img src=x onerror=alert(1)>";
const char *const disguisedName = "pay\xE2\x80\xAEllor\x1B[2J";

namespace {

const Name appsFile = "env/cluster01/apps/yml/apps.yml";
const Name coreFile = "env/cluster01/app01/yml/app01.yml";
const Name webFile = "env/cluster01/app02/yml/app02.yml";

const std::string reasonSource =
    "its source path changed from env/cluster01/app01/yml to env/cluster01/app02/yml, as the second declaration won";
const std::string reasonPruned = "no longer in Application argocd/app01-cluster01, which prunes by itself";

argo::ObjectId applicationId()
{
    return objectId("argoproj.io", "Application", "argocd", "app01-cluster01");
}

std::string versionOf(const argo::ObjectId &id)
{
    return id.key.group.empty() ? "v1" : id.key.group + (id.key.group == "argoproj.io" ? "/v1alpha1" : "/v1");
}

diff::FieldChange replaced(std::string path, yaml::Node base, yaml::Node head)
{
    diff::FieldChange field;
    field.path = std::move(path);
    field.base = std::move(base);
    field.head = std::move(head);
    field.baseLine = 14;
    field.headLine = 18;
    return field;
}

diff::ObjectChange change(Status status, const argo::ObjectId &id, const std::string &path, int line)
{
    diff::ObjectChange made;
    made.status = status;
    made.id = id;
    if (status != Status::Added) {
        made.base = {declarationOf(id, path, line)};
        made.baseWinner = 0;
    }
    if (status != Status::Removed) {
        made.head = {declarationOf(id, path, line)};
        made.headWinner = 0;
    }
    return made;
}

diff::ObjectChange overwrittenApplication()
{
    diff::ObjectChange made = change(Status::Overwritten, applicationId(), appsFile, 22);
    made.head.push_back(declarationOf(applicationId(), appsFile, 206));
    made.head[1].location.document = 9;
    made.head[1].order = 1;
    for (auto *side : {&made.base, &made.head}) {
        for (argo::Declaration &declaration : *side)
            declaration.application = objectId("argoproj.io", "Application", "argocd", "apps-cluster01");
    }
    made.headWinner = 1;
    made.newDeclarations = {1};
    made.isConflicting = true;
    made.fields = {
        replaced("spec.project", textNode("app01-cluster01"), textNode("app02-cluster01")),
        replaced("spec.source.path", textNode("env/cluster01/app01/yml"), textNode("env/cluster01/app02/yml"))};
    return made;
}

diff::ObjectChange changedSecret()
{
    diff::ObjectChange made = change(Status::Modified, objectId("", "Secret", "web", "session-key"), webFile, 3);
    made.fields = {replaced("data.key", textNode("(secret)"), textNode("(secret, changed)"))};
    made.fields[0].isSecret = true;
    return made;
}

diff::ObjectChange changedSettings()
{
    diff::ObjectChange made = change(Status::Modified, objectId("", "ConfigMap", "web", "settings"), webFile, 40);
    made.fields = {replaced("data[\"app.conf\"]", textNode("log: info\nport: 80\nworkers: 4\n"),
                            textNode("log: debug\nport: 80\nworkers: 4\n"))};
    diff::FieldChange added;
    added.path = "metadata.labels[\"example.com/team\"]";
    added.operation = FieldOperation::Added;
    added.head = textNode("<script>alert(1)</script>");
    added.headLine = 44;
    made.fields.push_back(added);
    return made;
}

void addRenamedPair(review::Review &review)
{
    const auto before = objectId("", "Service", "web", "front");
    const auto after = objectId("", "Service", "web", "frontend");
    diff::ObjectChange gone = change(Status::Renamed, before, webFile, 60);
    gone.head = {};
    gone.headWinner.reset();
    gone.renamedTo = after;
    gone.likeness = 0.9;
    diff::ObjectChange come = change(Status::Renamed, after, webFile, 60);
    come.base = {};
    come.baseWinner.reset();
    come.renamedFrom = before;
    come.likeness = 0.9;
    review.changes.changes.push_back(gone);
    review.changes.changes.push_back(come);
}

blast::AffectedObject affected(const argo::ObjectId &id, blast::Effect effect, blast::DataFate fate)
{
    blast::AffectedObject made;
    made.id = id;
    made.effect = effect;
    made.dataFate = fate;
    made.isStateful = fate != blast::DataFate::None;
    made.because = {{applicationId(), reasonSource}, {id, reasonPruned}};
    made.location = argo::Location{coreFile, 4, 0, 88, 131};
    return made;
}

void addEffects(review::Review &review)
{
    using blast::DataFate;
    using blast::Effect;
    auto &objects = review.radius.objects;
    objects.push_back(affected(objectId("", "Namespace", "", "kafka"), Effect::Pruned, DataFate::None));
    auto claim = affected(objectId("", "PersistentVolumeClaim", "kafka", "data-kafka-0"), Effect::CascadeDeleted,
                          DataFate::Lost);
    claim.storage = "50Gi";
    claim.isDerived = true;
    claim.location.reset();
    claim.because.insert(claim.because.begin() + 1,
                         blast::Reason{objectId("", "Namespace", "", "kafka"), "the Namespace is pruned"});
    claim.because.back().text = "it is in a Namespace that is deleted";
    objects.push_back(claim);
    auto kept = affected(objectId("", "PersistentVolumeClaim", "web", "uploads"), Effect::Kept, DataFate::Kept);
    kept.protections = {"Prune=false"};
    kept.storage = "5Gi";
    objects.push_back(kept);
    objects.push_back(affected(objectId("apps", "Deployment", "kafka", "exporter"), Effect::Pruned, DataFate::None));
    objects.push_back(affected(objectId("apps", "Deployment", "web", hostileName), Effect::Created, DataFate::None));
    objects.push_back(affected(objectId("apps", "StatefulSet", "kafka", "kafka"), Effect::Pruned, DataFate::Lost));
    objects.push_back(
        affected(objectId("apps", "StatefulSet", "kafka", "zookeeper"), Effect::Pruned, DataFate::AtRisk));
    auto application = affected(applicationId(), Effect::Updated, DataFate::None);
    application.because.pop_back();
    objects.push_back(application);
    review.radius.baseCoverage = {1, 4};
    review.radius.headCoverage = {1, 1};
}

rules::Finding finding(std::string rule, Severity severity, const argo::ObjectId &id, std::string message)
{
    rules::Finding made;
    made.rule = std::move(rule);
    made.severity = severity;
    made.id = id;
    made.message = std::move(message);
    made.help = "Give the new Application a name of its own: app02-cluster01.";
    return made;
}

void addFindings(review::Review &review)
{
    auto overwrite = finding("overwrite", Severity::Block, applicationId(),
                             appsFile + ":206 declares Application argocd/app01-cluster01 again and replaces " +
                                 appsFile + ":22: the same file is applied in document order, the last one wins.");
    overwrite.location = argo::Location{appsFile, 9, 0, 206, 231};
    overwrite.related = {argo::Location{appsFile, 2, 0, 22, 45}};
    auto waived = finding("near-miss-name", Severity::Note, objectId("", "Service", "web", "frontend"),
                          "frontend is close to front.");
    waived.waived = rules::AcceptedException{"planned, CHG-1234", "2026-12-31"};
    auto hostile = finding("layout", Severity::Note, objectId("apps", "Deployment", "web", hostileName),
                           std::string("the file name does not tell ") + hostileName + " or " + disguisedName);
    hostile.location = argo::Location{"env/cluster01/app02/yml/<b>.yml", 1, 0, 1, 20};
    auto unreadable = finding("unreadable-manifest", Severity::Warn, {}, webFile + ":300 cannot be read: a tab.");
    unreadable.location = argo::Location{webFile, 12, 0, 300, 300};
    auto stateful = finding("stateful-deleted", Severity::Block, objectId("apps", "StatefulSet", "kafka", "kafka"),
                            "StatefulSet kafka/kafka would be pruned and its data lost.");
    stateful.location = argo::Location{coreFile, 4, 0, 88, 131};
    review.findings = {unreadable, waived, hostile, stateful, overwrite};
}

recovery::Step step(recovery::Stage stage, std::string what, std::vector<std::string> commands = {})
{
    recovery::Step made;
    made.stage = stage;
    made.what = std::move(what);
    made.commands = std::move(commands);
    return made;
}

void addRunbook(review::Review &review)
{
    using recovery::Stage;
    auto &steps = review.recovery.steps;
    steps.push_back(step(Stage::Stop, "Turn off the automatic sync of Application argocd/app01-cluster01.",
                         {"argocd app set argocd/app01-cluster01 --sync-policy none"}));
    steps.back().id = applicationId();
    steps.push_back(step(Stage::Revert, "Revert it.", {"git revert --no-edit -m 1 COMMIT"}));
    steps.back().limit = "Git brings declarations back, and no data.";
    steps.push_back(step(Stage::Restore, "Find its volume.", {"kubectl get pv | grep -wF kafka/data-kafka-0"}));
    steps.push_back(step(Stage::Restore, "Let it wait for a claim of the same name.",
                         {"kubectl patch pv PV_NAME --type merge -p '{\"spec\":{\"claimRef\":{\"uid\":null}}}'"}));
    for (std::size_t i = 2; i < 4; ++i) {
        steps[i].tier = 10;
        steps[i].objects = 1;
        steps[i].id = objectId("", "PersistentVolumeClaim", "kafka", "data-kafka-0");
    }
    steps.push_back(
        step(Stage::Restore, std::string("Bring back: Deployment ") + hostileName + ".",
             {std::string("argocd app sync argocd/web --resource 'apps:Deployment:web/") + hostileName + "'"}));
    steps.back().tier = 60;
    steps.back().objects = 7;
    steps.back().id = objectId("", "*", "web", "*");
    steps.push_back(
        step(Stage::Resume, "Turn the automatic sync of Application argocd/app01-cluster01 on.",
             {"argocd app diff argocd/app01-cluster01", "argocd app sync argocd/app01-cluster01 --dry-run"}));
}

void addChanges(review::Review &review)
{
    auto &changes = review.changes.changes;
    changes.push_back(changedSettings());
    changes.push_back(changedSecret());
    addRenamedPair(review);
    changes.push_back(change(Status::Removed, objectId("apps", "Deployment", "web", disguisedName), webFile, 99));
    changes.push_back(change(Status::Added, objectId("apps", "Deployment", "web", hostileName), webFile, 80));
    changes.push_back(overwrittenApplication());
    auto formatted = change(Status::Unchanged, objectId("batch", "CronJob", "web", "report"), webFile, 120);
    formatted.flags.formattingOnly = true;
    changes.push_back(formatted);
    review.changes.counts.added = 1;
    review.changes.counts.removed = 1;
    review.changes.counts.modified = 2;
    review.changes.counts.renamed = 2;
    review.changes.counts.overwritten = 1;
    review.changes.counts.formattingOnly = 1;
    review.changes.counts.unchanged = 7;
    diff::Duplicate duplicate;
    duplicate.id = applicationId();
    duplicate.declarations = changes[6].head;
    duplicate.winner = 1;
    duplicate.isIntroduced = true;
    duplicate.isConflicting = true;
    review.changes.duplicates = {duplicate};
}

void addComparison(review::Review &review)
{
    git::Comparison &comparison = review.comparison;
    comparison.place.workTree = "/srv/manifests";
    comparison.place.remotes = {"https://git.example.com/platform/manifests.git"};
    comparison.base = {"main", "1f0c8d2a9b7e4c3d5f6a7b8c9d0e1f2a3b4c5d6e", {}};
    comparison.head = {"change", "9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d", {}};
    comparison.mergeBase = comparison.base.commit;
    review.configuration.argoCdVersion = "3.4";
    review.configurationOrigin = review::ConfigurationOrigin::Base;
    review.inventories.base.scopes = {{"env/cluster01", argo::ScopeOrigin::Layout}};
    review.inventories.head.scopes = {{"env/cluster01", argo::ScopeOrigin::Layout},
                                      {"env/cluster02", argo::ScopeOrigin::Folder}};
    review.notes = {"The change is compared as merged into main: main's tip against the merge."};
}

} // namespace

argo::ObjectId objectId(std::string_view group, std::string_view kind, std::string_view nameSpace,
                        std::string_view name)
{
    return {"env/cluster01", {Name(group), Name(kind), Name(nameSpace), Name(name)}};
}

yaml::Node textNode(std::string text)
{
    yaml::Node node;
    node.type = yaml::NodeType::String;
    node.scalar = std::move(text);
    return node;
}

yaml::Node numberNode(int value)
{
    yaml::Node node;
    node.type = yaml::NodeType::Integer;
    node.scalar = std::to_string(value);
    return node;
}

argo::Declaration declarationOf(const argo::ObjectId &id, const std::string &path, int line)
{
    kube::Manifest manifest;
    manifest.apiVersion = versionOf(id);
    manifest.group = id.key.group;
    manifest.kind = id.key.kind;
    manifest.nameSpace = id.key.nameSpace;
    manifest.name = id.key.name;
    manifest.document = 2;
    manifest.firstLine = line;
    manifest.lastLine = line + 23;
    argo::Declaration declaration;
    declaration.id = id;
    declaration.location = {Name(path), 2, 0, line, line + 23};
    declaration.manifest = std::make_shared<const kube::Manifest>(manifest);
    return declaration;
}

review::Review sampleReview()
{
    review::Review review;
    addComparison(review);
    addChanges(review);
    addEffects(review);
    addFindings(review);
    addRunbook(review);
    review.problems = {{webFile, 300, false, "a tab where a key was expected"},
                       {webFile, 300, true, "a tab where a key was expected"}};
    review.notRendered = {{"charts/<web>", argo::Renderer::Helm, 12, 2},
                          {"overlays/prod", argo::Renderer::Kustomize, 4, 0}};
    review.unknowns = {{objectId("argoproj.io", "Application", "argocd", "vendor"),
                        "its source is another repository, https://charts.example.com"}};
    review.verdict = review::Verdict::Block;
    review.headline = review::Headline::Block;
    review.isDestructive = true;
    return review;
}

record::ShownRecord sampleRecord()
{
    record::ShownRecord record;
    record.progress = {12, 412, 31, 31, 5};
    record.comments = {{1, objectId("", "ConfigMap", "web", "settings"), "data.level",
                        "Why <b>now</b>, @kim? See #12\n- now", "2026-11-23T18:04:05Z"}};
    record.decision = record::Decision{record::Choice::Approve,
                                       "Looks @fine to me.",
                                       "Kim <kim@example.com>",
                                       "2026-11-23T18:05:00Z",
                                       std::string(40, 'a'),
                                       std::string(40, 'b'),
                                       record::Override{"app01-cluster01", "planned, see CHG-1234"}};
    return record;
}

review::Review largeReview(std::size_t count)
{
    review::Review review;
    addComparison(review);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string name = "service-" + std::to_string(10'000 + i);
        auto made = change(Status::Modified, objectId("apps", "Deployment", "team-" + std::to_string(i % 40), name),
                           "env/cluster01/" + name + "/yml/deployment.yml", 1);
        made.fields = {
            replaced("spec.template.spec.containers[name=web].image",
                     textNode("registry.example.com/team/" + name + ":1.4.0"),
                     textNode("registry.example.com/team/" + name + ":1.5.0")),
            replaced("spec.replicas", numberNode(2), numberNode(3)),
            replaced("metadata.labels[\"app.kubernetes.io/version\"]", textNode("1.4.0"), textNode("1.5.0"))};
        review.changes.changes.push_back(std::move(made));
        blast::AffectedObject updated;
        updated.id = review.changes.changes.back().id;
        updated.because = {{updated.id, "its content changed"}};
        review.radius.objects.push_back(std::move(updated));
    }
    review.changes.counts.modified = count;
    return review;
}

} // namespace noclobber::test
