#include "tests/support/change_case.h"
#include "tests/support/changes.h"
#include "tests/support/inventories.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

#include "core/argo/configuration.h"
#include "core/base/text.h"
#include "core/review/review.h"
#include "core/review/starter_configuration.h"
#include "core/rules/judgement.h"

using namespace noclobber;
using test::configMap;

namespace {

std::string starterOf(const test::ScratchRepository &repository)
{
    const auto starter = review::writeStarterConfiguration(repository.path(), 1, {});
    if (!starter)
        qFatal("%s", starter.error().message.c_str());
    return starter->text;
}

std::string starterOf(const git::Files &files)
{
    return starterOf(test::ScratchRepository(files, files));
}

/// The configuration of a text; aborts when it does not read back.
argo::Configuration read(const std::string &text)
{
    auto configuration = argo::readConfiguration(text, ".noclobber.yaml");
    if (!configuration)
        qFatal("%s %s\n%s", configuration.error().message.c_str(), configuration.error().where.c_str(), text.c_str());
    if (const auto known = rules::checkRuleIds(*configuration); !known)
        qFatal("%s", known.error().message.c_str());
    return std::move(*configuration);
}

/// With every example taken in: settings begin right behind the mark of a comment, prose behind a blank.
std::string withExamples(const std::string &text)
{
    std::string result;
    for (const std::string &line : split(text, '\n')) {
        const bool isSetting = line.starts_with('#') && !line.starts_with("#     ") &&
                               (!line.starts_with("# ") || line.starts_with("#  "));
        result += (isSetting ? line.substr(1) : line) + "\n";
    }
    return result;
}

/// An Application of this repository for a folder, to a cluster by its name.
std::string application(const std::string &name, const std::string &path, const std::string &cluster)
{
    return test::application(name, path, "name: " + cluster);
}

/// env/<cluster>/<app>, each with an Application of its own.
git::Files clustersAndApps()
{
    git::Files files;
    for (const std::string cluster : {"cluster01", "cluster02"}) {
        for (const std::string app : {"web", "shop"}) {
            const std::string folder = "env/" + cluster + "/" + app;
            files[folder + "/settings.yaml"] = configMap(app, "settings");
            files["apps/" + app + "-" + cluster + ".yaml"] = application(app + "-" + cluster, folder, cluster);
        }
    }
    return files;
}

} // namespace

/// `noclobber init`: what it proposes for repositories as people lay them out.
class TestStarterConfiguration : public QObject
{
    Q_OBJECT
private slots:
    void foldersOfClustersAndApplicationsGiveLayoutAndNames()
    {
        const std::string text = starterOf(clustersAndApps());
        const argo::Configuration configuration = read(text);
        QCOMPARE(configuration.layout, std::vector<std::string>{"env/{cluster}/{app}/**"});
        QCOMPARE(configuration.naming, (std::vector<argo::Naming>{{"Application", "{app}-{cluster}"}}));
        QVERIFY2(text.find("# 4 of 4 Applications are named so.\n") != std::string::npos, text.c_str());
    }

    void foldersBetweenClusterAndApplicationAreKept()
    {
        git::Files files;
        for (const std::string app : {"web", "shop", "mail"}) {
            const std::string folder = "clusters/one/apps/" + app;
            files[folder + "/settings.yaml"] = configMap(app, "settings");
            files["clusters/one/argo/" + app + ".yaml"] = test::application(app, folder);
        }
        const argo::Configuration configuration = read(starterOf(files));
        QCOMPARE(configuration.layout,
                 (std::vector<std::string>{"clusters/{cluster}/apps/{app}/**", "clusters/{cluster}/{app}/**"}));
        QCOMPARE(configuration.naming, (std::vector<argo::Naming>{{"Application", "{app}"}}));
    }

    void withoutApplicationsTheFoldersTell()
    {
        const argo::Configuration configuration =
            read(starterOf({{"environments/eu/web/a.yaml", configMap("web", "a")},
                            {"environments/us/web/a.yaml", configMap("web", "a")}}));
        QCOMPARE(configuration.layout, std::vector<std::string>{"environments/{cluster}/{app}/**"});
        QVERIFY(configuration.naming.empty());
    }

    void aDestinationNamedLikeAFolderTells()
    {
        git::Files files;
        for (const std::string cluster : {"eu", "us"}) {
            files["deploy/" + cluster + "/web/a.yaml"] = configMap("web", "a");
            files["root/" + cluster + ".yaml"] = application("web-" + cluster, "deploy/" + cluster + "/web", cluster);
        }
        QCOMPARE(read(starterOf(files)).layout, std::vector<std::string>{"deploy/{cluster}/{app}/**"});
    }

    void aClusterThatApplicationsCallByItsServerHasItsFolder()
    {
        git::Files files;
        for (const std::string app : {"web", "shop", "mail"}) {
            files["env/eu/" + app + "/yml/a.yaml"] = configMap(app, "a");
            files["env/eu/apps/" + app + ".yaml"] =
                test::application(app + "-eu", "env/eu/" + app + "/yml", "server: https://kubernetes.default.svc");
        }
        const argo::Configuration configuration = read(starterOf(files));
        QCOMPARE(configuration.layout, std::vector<std::string>{"env/{cluster}/{app}/**"});
        QCOMPARE(configuration.naming, (std::vector<argo::Naming>{{"Application", "{app}-{cluster}"}}));
    }

    void namesOfAFewAreNoHabit()
    {
        git::Files files = clustersAndApps();
        for (const std::string app : {"a", "b", "c", "d", "e"}) {
            files["env/cluster01/" + app + "x/settings.yaml"] = configMap(app, "settings");
            files["apps/" + app + ".yaml"] = application("other-" + app, "env/cluster01/" + app + "x", "cluster01");
        }
        QVERIFY(starterOf(files).find("are named so") == std::string::npos);
    }

    void aLayoutThatWouldTakeOneClusterApartIsNotInUse() // two environments in namespaces of one cluster
    {
        git::Files files;
        for (const std::string environment : {"dev", "prod"}) {
            files["env/" + environment + "/web/a.yaml"] = configMap(environment, "a");
            files["apps/" + environment + ".yaml"] =
                test::application("web-" + environment, "env/" + environment + "/web");
        }
        const std::string text = starterOf(files);
        QVERIFY2(read(text).layout.empty(), text.c_str());
        QVERIFY(read(text).naming.empty());
    }

    void namesThatFollowOnlyMostlyAreNoRule()
    {
        git::Files files = clustersAndApps();
        files["env/cluster01/mail/settings.yaml"] = configMap("mail", "settings");
        files["apps/mail.yaml"] = application("letters", "env/cluster01/mail", "cluster01");
        const std::string text = starterOf(files);
        QVERIFY(read(text).naming.empty());
        QVERIFY2(text.find("# 4 of 5 Applications are named so, but not:\n#     letters\n") != std::string::npos,
                 text.c_str());
        QVERIFY(text.find("#    name: \"{app}-{cluster}\"\n") != std::string::npos);
    }

    void nothingToGoByLeavesEverythingAsAnExample()
    {
        for (const git::Files &files :
             {git::Files{{"README.md", "x\n"}}, git::Files{{"a.yaml", configMap("a", "b")}}}) {
            const std::string text = starterOf(files);
            QCOMPARE(read(text), [] {
                argo::Configuration none;
                none.file = ".noclobber.yaml";
                return none;
            }());
        }
    }

    void everyExampleReadsBack()
    {
        for (const git::Files &files : {clustersAndApps(), git::Files{{"a.yaml", configMap("a", "b")}}}) {
            const argo::Configuration configuration = read(withExamples(starterOf(files)));
            QCOMPARE(configuration.layout.size(), std::size_t{1});
            QCOMPARE(configuration.naming.size(), std::size_t{1});
            QCOMPARE(configuration.exclude.size(), std::size_t{1});
            QCOMPARE(configuration.rendered.size(), std::size_t{1});
            QCOMPARE(configuration.stateful.size(), std::size_t{1});
            QCOMPARE(configuration.argoCdVersion, std::optional<std::string>("3.4"));
            QCOMPARE(configuration.repositories.size(), std::size_t{1});
            QCOMPARE(configuration.rules.size(), std::size_t{1});
            QCOMPARE(configuration.waivers.size(), std::size_t{1});
        }
    }

    void anotherAddressOfThisRepositoryIsSaid()
    {
        git::Files files = clustersAndApps();
        const test::ScratchRepository repository(files, files);
        repository.git({"remote", "add", "origin", "https://git.example.com/mirror/b.git"});
        const std::string text = starterOf(repository);
        QVERIFY2(text.find("#    - \"git.example.com/a\"\n") != std::string::npos, text.c_str());
        QCOMPARE(read(withExamples(text)).repositories, std::vector<std::string>{"git.example.com/a"});
    }

    void whatIsNotRenderedIsNamed()
    {
        const std::string text =
            starterOf({{"charts/web/Chart.yaml", "name: web\n"}, {"charts/web/templates/a.yaml", configMap("a", "b")}});
        QVERIFY2(text.find("# Input of a renderer, so not judged:\n#     charts/web\n") != std::string::npos,
                 text.c_str());
    }

    void aReviewWithItSaysTheSame()
    {
        git::Files base = clustersAndApps();
        git::Files head = base;
        head["env/cluster01/web/more.yaml"] = configMap("web", "settings", "two");
        const auto verdict = [&] {
            const test::ScratchRepository repository(base, head);
            review::ReviewRequest request;
            request.comparison = {repository.path(), "main", "change"};
            const auto review = review::buildReview(request, {});
            if (!review)
                qFatal("%s", review.error().message.c_str());
            std::string text;
            for (const rules::Finding &finding : (*review)->findings)
                text += finding.rule + "\n";
            return text;
        };
        const std::string before = verdict();
        QVERIFY(!before.empty());
        base[".noclobber.yaml"] = head[".noclobber.yaml"] = starterOf(base);
        QCOMPARE(verdict(), before);
    }

    void oddNamesOfFoldersAreLeftOut()
    {
        const git::Files files{{"a*{b}/env/one/web/a.yaml", configMap("a", "b")},
                               {"c\n# d/env/one/web/a.yaml", configMap("a", "b")}};
        QVERIFY(read(starterOf(files)).layout.empty());
    }

    void itBelongsToTheRootOfTheWorkTree()
    {
        const test::ScratchRepository repository(clustersAndApps(), clustersAndApps());
        const auto starter = review::writeStarterConfiguration(repository.path() + "/env/cluster01", 1, {});
        QVERIFY(starter && starter->file.ends_with(repository.path() + "/.noclobber.yaml"));
        const auto bare = review::writeStarterConfiguration(repository.path() + "/.git", 1, {});
        QVERIFY(bool(bare));
    }
};

NOCLOBBER_TEST_MAIN(TestStarterConfiguration)
#include "tst_starter_configuration.moc"
