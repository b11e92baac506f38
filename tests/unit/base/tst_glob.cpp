#include <string>

#include "core/base/glob.h"
#include "tests/support/test_main.h"

using namespace noclobber;

class TestGlob : public QObject
{
    Q_OBJECT
private slots:
    void patternsOfTheConfiguration_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *pattern, const char *path, bool matches) {
            QTest::addRow("%s %s %s", pattern, matches ? "takes" : "leaves", path)
                << QString::fromUtf8(pattern) << QString::fromUtf8(path) << matches;
        };
        row("a/b.yaml", "a/b.yaml", true);
        row("a/b.yaml", "a/bXyaml", false);
        row("a", "a/b", false);
        row("", "", true);
        row("", "a", false);
        row("*.yaml", "a.yaml", true);
        row("*.yaml", ".yaml", true);
        row("*.yaml", "d/a.yaml", false);
        row("env/*/app", "env/one/app", true);
        row("env/*/app", "env/one/two/app", false);
        row("**", "a", true);
        row("**", "a/b/c", true);
        row("**/charts/**", "charts/a", true);
        row("**/charts/**", "x/y/charts/a/b", true);
        row("**/charts/**", "x/mycharts/a", false);
        row("**/charts/**", "x/charts", false);
        row("deploy/**", "deploy/a/b", true);
        row("deploy/**", "deployment/a", false);
        row("a/**/b", "a/b", true);
        row("a/**/b", "a/x/y/b", true);
        row("a/**/b", "a/xb", false);
        row("a**/b", "ab", false);
        row("a**/b", "ax/b", true);
        row("a**/b", "a/x/b", false);
        row("**.yaml", "a.yaml", true);
        row("**.yaml", "d/a.yaml", false);
        row("?.yaml", "a.yaml", true);
        row("?.yaml", "ab.yaml", false);
        row("a?b", "a/b", false);
        row("caf?", "caf\xc3\xa9", true);
        row("[a-c]1", "b1", true);
        row("[a-c]1", "d1", false);
        row("[!a-c]1", "d1", true);
        row("[!a-c]1", "b1", false);
        row("a[!x]b", "a/b", false);
        row("[]a]", "]", true);
        row("[!]a]", "]", false);
        row("[!]a]", "b", true);
        row("[a", "[a", true);
        row("a.{yaml,yml}", "a.yml", true);
        row("a.{yaml,yml}", "a.json", false);
        row("{env,deploy}/**", "deploy/x", true);
        row("{a,b{c,d}}", "bd", true);
        row("{a,b{c,d}}", "b", false);
        row("{a,}b", "b", true);
        row("{a", "{a", true);
        row("(a|b)+$^", "(a|b)+$^", true);
        row("a.b", "aXb", false);
        row("\\*", "*", true);
        row("\\*", "a", false);
    }

    void patternsOfTheConfiguration()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, path);
        QFETCH(bool, matches);
        QCOMPARE(matchesPath(pattern.toStdString(), path.toStdString()), matches);
    }

    void patternsOfArgoCd_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *pattern, const char *path, bool matches) {
            QTest::addRow("%s %s %s", pattern, matches ? "takes" : "leaves", path)
                << QString::fromUtf8(pattern) << QString::fromUtf8(path) << matches;
        };
        row("*.yaml", "a.yaml", true);
        row("*.yaml", "d/e/a.yaml", true);
        row("config*", "config/x/y", true);
        row("**/x", "a/b/x", true);
        row("**/x", "x", false); // without separators ** is *, and the slash stands for itself
        row("{*.yml,*.yaml}", "d/a.yaml", true);
        row("{config.yaml,env/*}", "env/a/b", true);
        row("{config.yaml,env/*}", "config.json", false);
        row("a?b", "a/b", true);
        row("[!a]", "/", true);
        row("\\**", "*x", true);
        row("\\**", "x", false);
    }

    void patternsOfArgoCd()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, path);
        QFETCH(bool, matches);
        QCOMPARE(matchesArgoGlob(pattern.toStdString(), path.toStdString()), matches);
    }

    void manyStarsDoNotHang()
    {
        std::string pattern;
        for (int i = 0; i < 40; ++i)
            pattern += "*a";
        QVERIFY(!matchesPath(pattern + "b", std::string(200, 'a')));
        QVERIFY(!matchesArgoGlob(pattern + "b", std::string(200, 'a')));
        QVERIFY(matchesPath(pattern, std::string(200, 'a')));
    }
};

NOCLOBBER_TEST_MAIN(TestGlob)
#include "tst_glob.moc"
