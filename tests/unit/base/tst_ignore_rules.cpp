#include "core/base/ignore_rules.h"

#include "tests/support/test_main.h"

using namespace noclobber;

/// Rules in the format of .gitignore, as Flux reads them.
class TestIgnoreRules : public QObject
{
    Q_OBJECT
private slots:
    void lastMatchCounts_data()
    {
        QTest::addColumn<QString>("rules");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isIgnored");
        QTest::newRow("a name anywhere") << "values.yaml"
                                         << "apps/web/values.yaml" << true;
        QTest::newRow("another name") << "values.yaml"
                                      << "apps/web/my-values.yaml" << false;
        QTest::newRow("a star within a name") << "*.md"
                                              << "apps/readme.md" << true;
        QTest::newRow("a folder's name takes what is in it") << "charts"
                                                             << "apps/charts/web/a.yaml" << true;
        QTest::newRow("only folders") << "charts/"
                                      << "apps/charts" << false;
        QTest::newRow("only folders, and what is in them") << "charts/"
                                                           << "apps/charts/a.yaml" << true;
        QTest::newRow("anchored by a slash in front") << "/apps"
                                                      << "old/apps/a.yaml" << false;
        QTest::newRow("anchored by a slash inside") << "apps/web"
                                                    << "apps/web/a.yaml" << true;
        QTest::newRow("everything but one folder") << "/*\n!/deploy"
                                                   << "deploy/web/a.yaml" << false;
        QTest::newRow("everything but one folder: the rest") << "/*\n!/deploy"
                                                             << "docs/a.yaml" << true;
        QTest::newRow("any number of folders") << "deploy/**/test.yaml"
                                               << "deploy/a/b/test.yaml" << true;
        QTest::newRow("comments and blank lines say nothing") << "# a.yaml\n\n"
                                                              << "a.yaml" << false;
        QTest::newRow("windows line ends") << "a.yaml\r\n"
                                           << "a.yaml" << true;
    }

    void lastMatchCounts()
    {
        QFETCH(QString, rules);
        QFETCH(QString, path);
        QFETCH(bool, isIgnored);
        QCOMPARE(noclobber::isIgnored(readIgnoreRules(rules.toStdString(), ""), path.toStdString()), isIgnored);
    }

    void ruleOfAFolderSpeaksOfThatFolderOnly()
    {
        const auto rules = readIgnoreRules("/a.yaml", "apps");
        QVERIFY(isIgnored(rules, "apps/a.yaml"));
        QVERIFY(!isIgnored(rules, "a.yaml"));
        QVERIFY(!isIgnored(rules, "apps/web/a.yaml"));
        QVERIFY(!isIgnored(rules, "apps2/a.yaml"));
    }
};

NOCLOBBER_TEST_MAIN(TestIgnoreRules)
#include "tst_ignore_rules.moc"
