#include "tests/support/inventories.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <algorithm>
#include <fstream>
#include <map>

#include "core/review/review.h"

using namespace noclobber;
using test::manifest;

namespace {

review::ReviewRequest requestFor(const std::string &folder)
{
    review::ReviewRequest request;
    request.comparison = {folder, "main", "change"};
    request.today = "2026-01-01";
    return request;
}

review::ReviewPtr reviewOf(const git::Files &base, const git::Files &head, std::vector<std::string> scopes = {})
{
    const test::ScratchRepository repository(base, head);
    auto request = requestFor(repository.path());
    request.scopes = std::move(scopes);
    auto review = review::buildReview(request, {});
    if (!review)
        qFatal("%s", review.error().message.c_str());
    return *review;
}

const diff::ObjectChange *changeOf(const review::Review &review, const std::string &kind, const std::string &name)
{
    const auto found = std::ranges::find_if(review.changes.changes, [&](const diff::ObjectChange &change) {
        return change.id.key.kind == kind && change.id.key.name == name;
    });
    return found == review.changes.changes.end() ? nullptr : &*found;
}

} // namespace

/// The whole way from two commits to a review.
class TestBuildReview : public QObject
{
    Q_OBJECT
private slots:
    void sampleIsTheAccident() // issue: verdict block, both overwritten, every object of app01 pruned with its chain
    {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/sample";
        QVERIFY(bool(review::writeSample(path)));
        QVERIFY(bool(review::writeSample(path))); // again: left as it is
        const auto review = review::buildReview(requestFor(path), {});
        QVERIFY(bool(review));
        QCOMPARE((*review)->verdict, review::Verdict::Block);
        QCOMPARE((*review)->headline, review::Headline::Block);
        QVERIFY((*review)->isDestructive);
        for (const char *kind : {"Application", "AppProject"}) {
            const diff::ObjectChange *change = changeOf(**review, kind, "app01-cluster01");
            QVERIFY(change);
            QCOMPARE(change->status, diff::Status::Overwritten);
        }
        const argo::ObjectId core = changeOf(**review, "Application", "app01-cluster01")->id;
        const auto children = (*review)->inventories.base.objectsOf(core);
        QVERIFY(children.size() >= 60);
        for (const argo::DeclaredObject *child : children) {
            const blast::AffectedObject *object = (*review)->radius.find(child->id);
            QVERIFY2(object, toText(child->id).c_str());
            const auto &annotations = child->declarations[0].manifest->annotations;
            const auto options = annotations.find("argocd.argoproj.io/sync-options");
            const bool isProtected =
                options != annotations.end() && options->second.find("Prune=false") != std::string::npos;
            QCOMPARE(object->effect, isProtected ? blast::Effect::Kept : blast::Effect::Pruned);
            QVERIFY(object->because.size() >= 2);
            QVERIFY(object->because.front().id == core);
            QVERIFY(object->because.back().id == child->id);
        }
        const std::string sentence = review::verdictSentence(**review);
        QVERIFY2(sentence.find("app01-cluster01") != std::string::npos, sentence.c_str());
    }

    /// Issue 3, point 7: every object that goes comes back, claims before their sets, coordination before queues
    /// before databases; what is lost says so.
    void theSamplesRunbookBringsEveryObjectBack()
    {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/sample";
        QVERIFY(bool(review::writeSample(path)));
        const auto review = review::buildReview(requestFor(path), {});
        QVERIFY(bool(review));
        const auto &runbook = (*review)->recovery;
        std::vector<std::string> sets;
        std::string commands;
        std::map<std::string, std::string> texts; // by label
        for (const auto &steps : recovery::restorations(runbook)) {
            if (steps.front().id->key.kind == "StatefulSet")
                sets.push_back(steps.front().id->key.name);
            std::string &text = texts[recovery::labelOf(steps.front())];
            for (const recovery::Step &step : steps) {
                text += step.what + "\n";
                for (const std::string &command : step.commands)
                    text += command + "\n";
            }
            commands += text;
        }
        QCOMPARE(sets, (std::vector<std::string>{"etcd", "zookeeper", "kafka", "storage", "task-scheduler"}));
        for (const blast::AffectedObject &object : (*review)->radius.objects) {
            if (!blast::isDeletion(object.effect))
                continue;
            const kube::ResourceKey &key = object.id.key;
            const std::string place = key.nameSpace.empty() ? key.name : key.nameSpace + "/" + key.name;
            const bool isNamed = commands.find(key.group + ":" + key.kind + ":" + place) != std::string::npos ||
                                 texts.contains(argo::shortText(object.id));
            QVERIFY2(isNamed, argo::toText(object.id).c_str());
            if (!object.isStateful || key.kind == "Secret")
                continue;
            const std::string &text = texts[argo::shortText(object.id)];
            QVERIFY2(object.dataFate != blast::DataFate::Lost || text.find("from a backup") != std::string::npos,
                     text.c_str());
            QVERIFY2(object.dataFate != blast::DataFate::Retained || text.find("claimRef") != std::string::npos,
                     text.c_str());
        }
        QVERIFY(texts.contains("AppProject app01-cluster01") || texts.contains("AppProject argocd/app01-cluster01"));
        QVERIFY(runbook.steps.size() < 80);
    }

    void onlyABlockedReviewHasARunbook()
    {
        const auto safe = reviewOf({{"a.yaml", manifest("v1", "ConfigMap", "shop", "a")}},
                                   {{"a.yaml", manifest("v1", "ConfigMap", "shop", "a")},
                                    {"b.yaml", manifest("v1", "ConfigMap", "shop", "b")}});
        QVERIFY(safe->verdict != review::Verdict::Block);
        QVERIFY(safe->recovery.empty());
    }

    void configurationIsBases()
    {
        const std::string c = manifest("v1", "ConfigMap", "shop", "c");
        const auto review = reviewOf(
            {{"k/east/c.yaml", c}}, {{".noclobber.yaml", "layout:\n  - path: k/{cluster}/**\n"}, {"k/east/c.yaml", c}});
        QCOMPARE(review->configurationOrigin, review::ConfigurationOrigin::None);
        QVERIFY(review->inventories.head.scopes.empty());
    }

    void givenConfigurationReplacesBases()
    {
        const std::string c = manifest("v1", "ConfigMap", "shop", "c");
        const test::ScratchRepository repository({{".noclobber.yaml", "nonsense: true\n"}, {"k/east/c.yaml", c}},
                                                 {{"k/east/c.yaml", c}});
        QTemporaryDir folder;
        const std::string file = folder.path().toStdString() + "/c.yaml";
        std::ofstream(file) << "layout:\n  - path: k/{cluster}/**\n";
        auto request = requestFor(repository.path());
        const auto broken = review::buildReview(request, {});
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, ErrorCode::Configuration);
        request.configurationFile = file;
        const auto review = review::buildReview(request, {});
        QVERIFY(bool(review));
        QCOMPARE((*review)->configurationOrigin, review::ConfigurationOrigin::Option);
        QVERIFY((*review)->inventories.head.scopes.contains("k/east"));
    }

    void scopeKeepsItsOwn()
    {
        const git::Files base = {{"env/east/c.yaml", manifest("v1", "ConfigMap", "shop", "c")},
                                 {"env/west/c.yaml", manifest("v1", "ConfigMap", "shop", "c")},
                                 {"env/west/d.yaml", manifest("v1", "ConfigMap", "shop", "d")}};
        const git::Files head = {{"env/west/c.yaml", manifest("v1", "ConfigMap", "shop", "c", "data: {a: b}\n")},
                                 {"env/west/d.yaml", manifest("v1", "ConfigMap", "shop", "d")}};
        const auto west = reviewOf(base, head, {"env/west"});
        QCOMPARE(west->changes.changes.size(), std::size_t(1));
        QCOMPARE(west->changes.counts.modified, std::size_t(1));
        QCOMPARE(west->changes.counts.unchanged, std::size_t(1));
        QCOMPARE(west->changes.counts.removed, std::size_t(0));
    }

    void coverageIsOfTheScopeToo()
    {
        const git::Files base = {{"env/east/c.yaml", manifest("v1", "PersistentVolumeClaim", "shop", "c")},
                                 {"env/west/c.yaml", manifest("v1", "ConfigMap", "shop", "c")}};
        QCOMPARE(reviewOf(base, base, {"env/west"})->radius.baseCoverage.statefulObjects, std::size_t(0));
        QCOMPARE(reviewOf(base, base, {"env/east"})->radius.headCoverage.statefulObjects, std::size_t(1));
    }

    void secretsNeverLeave()
    {
        const std::string value = "aHVudGVyMg==";
        const std::string secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\nstringData: "
                                   "{token: hunter2}\ndata:\n  key: ";
        const git::Files base = {{"s.yaml", secret + value + "\n"}};
        const git::Files head = {{"s.yaml", secret + "b3RoZXI=\n"}};
        const test::ScratchRepository repository(base, head);
        const auto review = review::buildReview(requestFor(repository.path()), {});
        QVERIFY(bool(review));
        const diff::ObjectChange *change = changeOf(**review, "Secret", "s");
        QVERIFY(change && !change->fields.empty());
        const auto texts = review::readObjectTexts(**review, change->id);
        QVERIFY(bool(texts));
        for (const std::string &side : {texts->base.yaml, texts->head.yaml}) {
            QVERIFY2(side.find("(secret") != std::string::npos, side.c_str());
            for (const char *hidden : {"hunter2", "aHVudGVyMg", "b3RoZXI"})
                QVERIFY2(side.find(hidden) == std::string::npos, side.c_str());
        }
    }

    void renamedPairIsShownAsOne()
    {
        const std::string more = "data: {a: '1', b: '2', c: '3', d: '4', e: '5'}\n";
        const git::Files base = {{"a.yaml", manifest("v1", "ConfigMap", "shop", "before", more)}};
        const git::Files head = {{"a.yaml", manifest("v1", "ConfigMap", "shop", "after", more)}};
        const test::ScratchRepository repository(base, head);
        const auto review = review::buildReview(requestFor(repository.path()), {});
        QVERIFY(bool(review));
        const diff::ObjectChange *change = changeOf(**review, "ConfigMap", "after");
        QVERIFY(change && change->status == diff::Status::Renamed);
        const auto texts = review::readObjectTexts(**review, change->id);
        QVERIFY(bool(texts));
        QVERIFY(texts->base.yaml.find("before") != std::string::npos);
        QVERIFY(texts->head.yaml.find("after") != std::string::npos);
    }

    void stopEndsIt()
    {
        const test::ScratchRepository repository({{"a.yaml", manifest("v1", "ConfigMap", "shop", "c")}}, {});
        std::stop_source stop;
        stop.request_stop();
        const auto review = review::buildReview(requestFor(repository.path()), stop.get_token());
        QVERIFY(!review);
        QCOMPARE(review.error().code, ErrorCode::Cancelled);
    }

    void phasesAreTold()
    {
        const test::ScratchRepository repository({{"a.yaml", manifest("v1", "ConfigMap", "shop", "c")}}, {});
        auto request = requestFor(repository.path());
        std::vector<review::Phase> phases;
        request.jobs = 1;
        request.progress = [&](review::Phase phase, std::size_t, std::size_t) {
            if (phases.empty() || phases.back() != phase)
                phases.push_back(phase);
        };
        QVERIFY(bool(review::buildReview(request, {})));
        using review::Phase;
        QVERIFY((phases == std::vector{Phase::Open, Phase::Read, Phase::Match, Phase::Consequences, Phase::Rules}));
    }

    void whatIsKnownIsToldBeforeTheVerdict()
    {
        const auto map = [](const char *name) { return manifest("v1", "ConfigMap", "shop", name); };
        const auto copy = map("both") + "data:\n  of: copy\n";
        const test::ScratchRepository repository(
            {{"a.yaml", map("both")}, {"gone.yaml", manifest("v1", "ServiceAccount", "shop", "gone")}},
            {{"a.yaml", map("both") + "---\n" + copy}, {"new.yaml", map("new")}, {"other.yaml", map("other")}});
        auto request = requestFor(repository.path());
        std::vector<review::Interim> told;
        request.found = [&](const review::Interim &interim) { told.push_back(interim); };
        QVERIFY(bool(review::buildReview(request, {})));
        QCOMPARE(told.size(), std::size_t{2});
        QVERIFY(!told[0].deletions);
        QVERIFY(told[1].deletions.has_value());
        std::vector<std::pair<diff::Status, std::string>> foremost;
        for (const auto &changed : told[1].foremost)
            foremost.emplace_back(changed.status, changed.id.key.name);
        using diff::Status;
        QVERIFY((foremost == std::vector<std::pair<Status, std::string>>{{Status::Overwritten, "both"},
                                                                         {Status::Removed, "gone"},
                                                                         {Status::Added, "new"},
                                                                         {Status::Added, "other"}}));
    }
};

NOCLOBBER_TEST_MAIN(TestBuildReview)
#include "tst_build_review.moc"
