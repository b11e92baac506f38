#include "tests/support/findings.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

const git::Files twoFolders{{"apps/one.yaml", deployed("app01-east", "deploy/east/app01")},
                            {"deploy/east/app01/a.yaml", configMap("one", "a")},
                            {"deploy/east/app02/a.yaml", configMap("two", "a")},
                            {"deploy/west/app01/a.yaml", configMap("three", "a")}};

/// The findings of naming when an Application with this name and path is added.
std::string namingOf(const std::string &name, const std::string &path)
{
    git::Files head = with(twoFolders, "apps/new.yaml", deployed(name, path));
    head[path + "/z.yaml"] = configMap("three", "z");
    return findingsOf("naming", twoFolders, head);
}

} // namespace

/// Contract, section 7: naming and near-miss-name.
class TestNameRules : public QObject
{
    Q_OBJECT
private slots:
    void siblingsNameWarns()
    {
        const std::string warned = "warn naming /argoproj.io/Application/argocd/";
        QCOMPARE(namingOf("copy-app01-east", "deploy/east/app02"), warned + "copy-app01-east at apps/new.yaml:1\n");
        QCOMPARE(namingOf("app01-east-2", "deploy/east/app02"), warned + "app01-east-2 at apps/new.yaml:1\n");
        QCOMPARE(namingOf("app01-east-x", "deploy/west/app01"), warned + "app01-east-x at apps/new.yaml:1\n");
    }

    /// No rule may make an honest addition a warning.
    void honestNamesPass_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("path");
        QTest::newRow("as the others") << "app02-east"
                                       << "deploy/east/app02";
        QTest::newRow("a name of its own") << "reporting"
                                           << "deploy/east/app02";
        QTest::newRow("both names") << "app01-and-app02-east"
                                    << "deploy/east/app02";
        QTest::newRow("a longer word") << "app011-east"
                                       << "deploy/east/app02";
        QTest::newRow("only the other part") << "west-app01"
                                             << "deploy/west/app01";
        QTest::newRow("folder that begins with it") << "app01-db"
                                                    << "deploy/east/app01-db";
        QTest::newRow("first folder of its kind") << "new-thing"
                                                  << "other/place";
    }
    void honestNamesPass()
    {
        QFETCH(QString, name);
        QFETCH(QString, path);
        QCOMPARE(namingOf(name.toStdString(), path.toStdString()), std::string());
    }

    /// The path's last part follows the Applications there; those in this repository do not carry its first ones.
    void partThatNoNameFollowsDoesNotCount()
    {
        git::Files base = twoFolders;
        base["apps/two.yaml"] = deployed("app02", "deploy/east/app02");
        base["apps/three.yaml"] = deployed("app01", "deploy/west/app01");
        git::Files head = with(base, "apps/new.yaml", deployed("east-winds", "deploy/west/kites"));
        head["deploy/west/kites/k.yaml"] = configMap("four", "k");
        QCOMPARE(findingsOf("naming", base, head), std::string());
    }

    void overwriteByTheSiblingsNameTellsTheMend()
    {
        const git::Files head =
            with(twoFolders, "apps/one.yaml",
                 documents({twoFolders.at("apps/one.yaml"), deployed("app01-east", "deploy/east/app02")}));
        QCOMPARE(theFinding("overwrite", twoFolders, head).help,
                 std::string("Rename the one at apps/one.yaml:14 to app02-east, as its place says."));
        QCOMPARE(findingsOf("naming", twoFolders, head),
                 std::string("warn naming /argoproj.io/Application/argocd/app01-east at apps/one.yaml:14\n"));
    }

    /// The AppProject that comes with the slip gets the same name.
    void projectBesideItGetsTheSameMend()
    {
        const auto project = [](const std::string &description) {
            return "apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: {name: app01-east, namespace: "
                   "argocd}\n"
                   "spec: {description: " +
                   description + "}\n";
        };
        const git::Files base = with(twoFolders, "apps/p.yaml", project("first"));
        const git::Files head =
            with(base, "apps/q.yaml", documents({project("second"), deployed("app01-east", "deploy/east/app02")}));
        QCOMPARE(findingsOf("overwrite", base, head),
                 std::string("block overwrite /argoproj.io/AppProject/argocd/app01-east at apps/q.yaml:1 with "
                             "apps/p.yaml:1\n"
                             "block overwrite /argoproj.io/Application/argocd/app01-east at apps/q.yaml:6 with "
                             "apps/one.yaml:1\n"));
        const ChangeCase read(base, head);
        const auto judged = rules::judge(read.change(), read.radius(), "2026-11-23", {});
        QVERIFY(judged);
        for (const rules::Finding &finding : *judged) {
            if (finding.rule == "overwrite")
                QVERIFY2(finding.help.find(" to app02-east, ") != std::string::npos, finding.help.c_str());
        }
    }

    /// A loser is checked too: it does nothing today.
    void shadowedDeclarationIsCheckedToo()
    {
        const git::Files head =
            with(twoFolders, "apps/one.yaml",
                 documents({deployed("app01-east", "deploy/east/app02"), twoFolders.at("apps/one.yaml")}));
        QCOMPARE(findingsOf("naming", twoFolders, head),
                 std::string("warn naming /argoproj.io/Application/argocd/app01-east at apps/one.yaml:1\n"));
    }

    void nameThatWasWrongBeforeIsNotJudged()
    {
        const git::Files base = with(twoFolders, "apps/new.yaml", deployed("x-app01", "deploy/east/app02"));
        const git::Files head =
            with(base, "apps/new.yaml", deployed("x-app01", "deploy/east/app02", {.automated = "prune: false"}));
        QCOMPARE(findingsOf("naming", base, head), std::string());
    }

    void configuredNamesFollowFromFileOrSource()
    {
        const std::string configuration =
            "layout: [{path: 'deploy/{cluster}/{app}/**'}]\n"
            "naming:\n"
            "- {kind: Application, name: '{app}-{cluster}'}\n"
            "- {kind: ConfigMap, name: '{app}'}\n"
            "argoCd: {repositories: ['https://git.example.com/fixtures/manifests.git']}\n";
        const git::Files base = with(twoFolders, ".noclobber.yaml", configuration);
        git::Files head = with(base, "apps/new.yaml", deployed("app02-west", "deploy/east/app02"));
        head["deploy/east/app02/b.yaml"] = configMap("two", "app02");
        head["deploy/east/app02/c.yaml"] = configMap("two", "app03");
        head["elsewhere/c.yaml"] = configMap("two", "free");
        QCOMPARE(findingsOf("naming", base, head),
                 std::string("block naming /argoproj.io/Application/argocd/app02-west at apps/new.yaml:1\n"
                             "block naming deploy/east//ConfigMap/two/app03 at deploy/east/app02/c.yaml:1\n"));
        QCOMPARE(theFinding("naming", base, with(base, "deploy/east/app02/c.yaml", configMap("two", "app03"))).help,
                 std::string("Rename it to app02, or correct its place."));
    }

    /// A move is no new name: moves may not block.
    void movedFileKeepsItsName()
    {
        const std::string configuration =
            "layout: [{path: 'deploy/{app}/**'}]\nnaming: [{kind: ConfigMap, name: '{app}'}]\n";
        const git::Files base{{".noclobber.yaml", configuration}, {"deploy/one/a.yaml", configMap("shop", "one")}};
        const git::Files head{{".noclobber.yaml", configuration}, {"deploy/two/a.yaml", configMap("shop", "one")}};
        QCOMPARE(findingsOf("naming", base, head), std::string());
    }

    /// Comparing a megabyte of name would cost its square.
    void namesLongerThanTheServerTakesAreNoNearMiss()
    {
        const std::string name(1'000'000, 'n');
        const git::Files base{{"a.yaml", configMap("shop", name, "one")}};
        QCOMPARE(findingsOf("near-miss-name", base, with(base, "b.yaml", configMap("shop", name + "n", "two"))),
                 std::string());
    }

    void oneEditAwayIsANearMiss_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isNear");
        QTest::newRow("left out") << "setings" << true;
        QTest::newRow("put in") << "setttings" << true;
        QTest::newRow("replaced") << "sittings" << true;
        QTest::newRow("swapped") << "settigns" << true;
        QTest::newRow("two edits") << "sitings" << false;
        QTest::newRow("far") << "tariffs" << false;
    }
    void oneEditAwayIsANearMiss()
    {
        QFETCH(QString, name);
        QFETCH(bool, isNear);
        const git::Files base{{"a.yaml", configMap("shop", "settings")}};
        const git::Files head = with(base, "b.yaml", configMap("shop", name.toStdString(), "two"));
        QCOMPARE(findings(base, head),
                 isNear ? "note near-miss-name //ConfigMap/shop/" + name.toStdString() + " at b.yaml:1 with a.yaml:1\n"
                        : std::string());
    }

    void likeContentIsNoNearMiss()
    {
        const std::string text =
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: node1, namespace: shop}\ndata: {a: b}\n";
        std::string other = text;
        other.replace(other.find("node1"), 5, "node2");
        QCOMPARE(findings({{"a.yaml", text}}, {{"a.yaml", text}, {"b.yaml", other}}), std::string());
    }

    void whatIsElsewhereOrOfAnotherKindIsNoNearMiss()
    {
        const git::Files base{{"env/a/a.yaml", configMap("shop", "settings")}};
        const std::string near = configMap("shop", "setings", "two");
        const std::string service =
            "apiVersion: v1\nkind: Service\nmetadata: {name: setings, namespace: shop}\nspec: {ports: [{port: 80}]}\n";
        QCOMPARE(
            findings(base, with(base, "env/a/b.yaml", near)),
            std::string("note near-miss-name env/a//ConfigMap/shop/setings at env/a/b.yaml:1 with env/a/a.yaml:1\n"));
        QCOMPARE(findings(base, with(base, "env/b/b.yaml", near)), std::string());
        QCOMPARE(findings(base, with(base, "env/a/b.yaml", configMap("mail", "setings", "two"))), std::string());
        QCOMPARE(findings(base, with(base, "env/a/b.yaml", service)), std::string());
    }

    void nameThatGoesIsNoNearMiss()
    {
        const git::Files keep{{"keep.yaml", configMap("shop", "else")}};
        QCOMPARE(findings(with(keep, "a.yaml", configMap("shop", "settings")),
                          with(keep, "a.yaml", configMap("shop", "setings", "two"))),
                 std::string());
    }
};

NOCLOBBER_TEST_MAIN(TestNameRules)
#include "tst_name_rules.moc"
