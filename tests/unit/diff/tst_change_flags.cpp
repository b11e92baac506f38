#include "core/diff/change_set.h"
#include "tests/support/changes.h"
#include "tests/support/inventories.h"
#include "tests/support/test_main.h"
#include "tests/unit/diff/settings_maps.h"

using namespace noclobber;
using test::a;
using test::between;
using test::ComparedSides;
using test::manifest;
using test::named;
using test::printChanges;

/// Every flag of the contract, section 2.
class TestChangeFlags : public QObject
{
    Q_OBJECT
private slots:
    void writtenNamespaceOfTheSameObjectIsNoChange() // T4
    {
        QCOMPARE(printChanges({{"x.yaml", manifest("v1", "ConfigMap", "", "s")}},
                              {{"x.yaml", manifest("v1", "ConfigMap", "default", "s")}}),
                 "unchanged [formattingOnly] //ConfigMap/default/s < *x.yaml#1 > *x.yaml#1\n");
    }

    void otherTextWithTheSameContentIsFormattingOnly_data()
    {
        QTest::addColumn<QString>("head");
        QTest::newRow("quotes") << QString::fromStdString(named("s", "k: 'a'"));
        QTest::newRow("a comment inside") << QString::fromStdString(a).replace("\ndata:", "\n# why\ndata:");
        QTest::newRow("indentation") << QString::fromStdString(a).replace("\ndata: {k: a}", "\ndata:\n      k: a");
        QTest::newRow("order of keys") << QString::fromStdString("data: {k: a}\nkind: ConfigMap\napiVersion: v1\n"
                                                                 "metadata:\n  name: s\n  namespace: ns\n");
        QTest::newRow("CRLF") << QString::fromStdString(a).replace("\n", "\r\n");
        QTest::newRow("an ignored field") << QString::fromStdString(a + "status: {}\n");
    }
    void otherTextWithTheSameContentIsFormattingOnly()
    {
        QFETCH(QString, head);
        const ComparedSides compared({{"x.yaml", a}}, {{"x.yaml", head.toStdString()}});
        QCOMPARE(printChanges(compared.changes),
                 "unchanged [formattingOnly] //ConfigMap/ns/s < *x.yaml#1 > *x.yaml#1\n");
        QCOMPARE(compared.changes.counts.formattingOnly, 1);
        QCOMPARE(compared.changes.counts.unchanged, 0);
    }

    void theSameTextFurtherDownIsNoFormatting()
    {
        const ComparedSides compared({{"x.yaml", a + between + named("t", "k: a")}},
                                     {{"x.yaml", "# new\n\n" + a + between + named("t", "k: b")}});
        QCOMPARE(printChanges(compared.changes), "modified //ConfigMap/ns/t < *x.yaml#2 > *x.yaml#2\n");
        QCOMPARE(compared.changes.counts.unchanged, 1);
    }

    void aMissingLastLineEndIsNoFormatting()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"x.yaml", a.substr(0, a.size() - 1)}}), "");
    }

    void anotherVersionOrGroupIsAMigration()
    {
        QCOMPARE(printChanges({{"x.yaml", manifest("extensions/v1beta1", "Ingress", "ns", "w", "spec: {a: b}\n")}},
                              {{"x.yaml", manifest("networking.k8s.io/v1", "Ingress", "ns", "w", "spec: {a: b}\n")}}),
                 "modified [apiMigrated] /networking.k8s.io/Ingress/ns/w < *x.yaml#1 > *x.yaml#1\n");
        QCOMPARE(printChanges({{"x.yaml", manifest("policy/v1beta1", "PodDisruptionBudget", "ns", "w")}},
                              {{"x.yaml", manifest("policy/v1", "PodDisruptionBudget", "ns", "w")}}),
                 "modified [apiMigrated] /policy/PodDisruptionBudget/ns/w < *x.yaml#1 > *x.yaml#1\n");
    }

    void anImmutableFieldRecreates()
    {
        QCOMPARE(printChanges({{"x.yaml", manifest("apps/v1", "StatefulSet", "ns", "w", "spec: {serviceName: a}\n")}},
                              {{"x.yaml", manifest("apps/v1", "StatefulSet", "ns", "w", "spec: {serviceName: b}\n")}}),
                 "modified [recreated] /apps/StatefulSet/ns/w < *x.yaml#1 > *x.yaml#1\n");
    }

    void becomingOrStoppingToBeAHookIsSaid()
    {
        for (const std::string annotation : {"argocd.argoproj.io/hook: PreSync", "helm.sh/hook: pre-install"}) {
            const std::string plain = manifest("batch/v1", "CronJob", "ns", "w");
            const std::string hook = manifest("batch/v1", "CronJob", "ns", "w")
                                         .insert(plain.size(), "  annotations: {" + annotation + "}\n");
            const std::string expected = "modified [hook] /batch/CronJob/ns/w < *x.yaml#1 > *x.yaml#1\n";
            QCOMPARE(printChanges({{"x.yaml", plain}}, {{"x.yaml", hook}}), expected);
            QCOMPARE(printChanges({{"x.yaml", hook}}, {{"x.yaml", plain}}), expected);
        }
    }
};

NOCLOBBER_TEST_MAIN(TestChangeFlags)
#include "tst_change_flags.moc"
