#include "tests/support/findings.h"
#include "tests/support/test_main.h"

#include "core/rules/judgement.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

std::string waiver(const std::string &rule, const std::string &identity, const std::string &until = {})
{
    return "waivers:\n- rule: " + rule + "\n  identity: '" + identity + "'\n  reason: planned\n" +
           (until.empty() ? "" : "  until: " + until + "\n");
}

/// The findings of an overwrite under a configuration, as of a day.
std::string judgedWith(const std::string &configuration, const std::string &today = "2026-11-23")
{
    const git::Files base{{".noclobber.yaml", configuration + "rules: {duplicate-identity: off}\n"},
                          {"a.yaml", configMap("shop", "x")}};
    git::Files head = base;
    head["b.yaml"] = configMap("shop", "x", "two");
    return findings(base, head, today);
}

const std::string found = "block overwrite //ConfigMap/shop/x at b.yaml:1 with a.yaml:1";

} // namespace

/// Contract, section 6: accepted exceptions.
class TestWaivers : public QObject
{
    Q_OBJECT
private slots:
    void patternIsReadFromTheRight_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("matches");
        QTest::newRow("whole") << "env/cluster01/argoproj.io/Application/argocd/app01" << true;
        QTest::newRow("the contract's example") << "cluster01/argoproj.io/Application/argocd/app01" << true;
        QTest::newRow("without a scope") << "argoproj.io/Application/argocd/app01" << true;
        QTest::newRow("a star") << "cluster*/argoproj.io/Application/argocd/app*" << true;
        QTest::newRow("a star inside") << "argoproj.io/Application/*go*/a*p*1" << true;
        QTest::newRow("a star is one part only") << "cluster01/*/app01" << false;
        QTest::newRow("another cluster") << "cluster02/argoproj.io/Application/argocd/app01" << false;
        QTest::newRow("part of a name") << "argoproj.io/Application/argocd/app0" << false;
        QTest::newRow("an empty group is not any group") << "/Application/argocd/app01" << false;
        QTest::newRow("longer than the identity") << "x/env/cluster01/argoproj.io/Application/argocd/app01" << false;
    }
    void patternIsReadFromTheRight()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, matches);
        const argo::ObjectId id{"env/cluster01", {"argoproj.io", "Application", "argocd", "app01"}};
        QCOMPARE(rules::matchesIdentity(pattern.toStdString(), id), matches);
    }

    void emptyPartsAreEmpty()
    {
        const argo::ObjectId id{"cluster01", {"", "Namespace", "", "prod"}};
        QVERIFY(rules::matchesIdentity("cluster01//Namespace//prod", id));
        QVERIFY(!rules::matchesIdentity("cluster01//Namespace/x/prod", id));
    }

    void waivedFindingsAreShownAsSuch()
    {
        QCOMPARE(judgedWith(waiver("overwrite", "//ConfigMap/shop/x")), found + " waived\n");
    }

    void lastDayCounts()
    {
        const std::string until = waiver("overwrite", "//ConfigMap/shop/x", "2026-11-23");
        QCOMPARE(judgedWith(until, "2026-11-23"), found + " waived\n");
        QCOMPARE(judgedWith(until, "2026-11-24"), "note waiver-unused //// at .noclobber.yaml:2\n" + found + "\n");
    }

    void waiverOfAnotherRuleOrObjectIsUnused()
    {
        const std::string unused = "note waiver-unused //// at .noclobber.yaml:2\n" + found + "\n";
        QCOMPARE(judgedWith(waiver("prune-all", "//ConfigMap/shop/x")), unused);
        QCOMPARE(judgedWith(waiver("overwrite", "//ConfigMap/shop/other")), unused);
    }

    void reasonAndDateAreHandedOn()
    {
        const git::Files base{{".noclobber.yaml", waiver("overwrite", "//ConfigMap/shop/*", "2027-01-01")},
                              {"a.yaml", configMap("shop", "x")}};
        git::Files head = base;
        head["b.yaml"] = configMap("shop", "x", "two");
        const rules::Finding finding = theFinding("overwrite", base, head);
        QVERIFY(finding.waived == (rules::AcceptedException{"planned", "2027-01-01"}));
    }
};

NOCLOBBER_TEST_MAIN(TestWaivers)
#include "tst_waivers.moc"
