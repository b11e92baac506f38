#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <algorithm>
#include <memory>
#include <vector>

#include "tests/cli/program.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::reviewOf;
using test::Run;
using test::runProgram;
using test::words;

/// What makes the program faster does not change what it answers.
class TestSameAnswer : public QObject
{
    Q_OBJECT

private:
    const test::ScratchRepository m_sample{test::sampleSide("base"), test::sampleSide("head")};

private slots:
    void jobsDoNotChangeTheAnswer()
    {
        const QString one = runProgram(reviewOf(m_sample, words("--format json --jobs 1"))).out;
        QVERIFY(!one.isEmpty());
        QCOMPARE(runProgram(reviewOf(m_sample, words("--format json --jobs 7"))).out, one);
    }

    /// Contract, section 5: by scope, group, kind, namespace and name, then location, then rule.
    void listsAreSortedByIdentity()
    {
        git::Files base{{"env/b/z.yaml", test::settingsMap("z", "1")}, {"env/b/bad.yaml", "a: [\n"}};
        git::Files head{{"env/a/bad.yaml", "a: [\n"}, {"env/b/bad.yaml", "a: [\n# more\n"}};
        for (const char *scope : {"env/b/", "env/a/"}) {
            for (const char *name : {"z", "m", "c"}) {
                base[scope + std::string(name) + ".yaml"] = test::settingsMap(name, "1");
                head[scope + std::string(name) + ".yaml"] =
                    test::settingsMap(name, "2") + "---\n" + test::settingsMap(name, "3");
                base[scope + std::string("gone-") + name + ".yaml"] =
                    test::settingsMap(std::string("gone-") + name, "1");
            }
        }
        const nlohmann::json review =
            test::jsonOf(runProgram(reviewOf({base, head}, words("--format json --fail-on never"))));
        for (const char *list : {"changes", "duplicates", "effects", "findings"}) {
            std::vector<std::vector<std::string>> keys;
            for (const nlohmann::json &entry : review[list]) {
                std::vector<std::string> &key = keys.emplace_back();
                for (const char *part : {"scope", "group", "kind", "namespace", "name"})
                    key.push_back(entry["identity"].is_null() ? "" : entry["identity"][part].get<std::string>());
            }
            QVERIFY2(keys.size() > 5, list);
            QVERIFY2(std::ranges::is_sorted(keys), list);
        }
        QCOMPARE(review["scopes"].size(), std::size_t{2});
        QVERIFY(review["scopes"][0]["name"] < review["scopes"][1]["name"]);
        QVERIFY(review["problems"].size() > 1);
        for (std::size_t i = 1; i < review["problems"].size(); ++i)
            QVERIFY(review["problems"][i - 1]["path"] <= review["problems"][i]["path"]);
    }

    void theReaderDoesNotChangeTheAnswer()
    {
        const QString usual = runProgram(reviewOf(m_sample, words("--format json"))).out;
        QVERIFY(!usual.isEmpty());
        for (const char *name : {"fast", "exact"})
            QCOMPARE(runProgram(reviewOf(m_sample, words("--format json --reader ") << QLatin1String(name))).out,
                     usual);
    }

    void theIndexDoesNotChangeTheAnswer()
    {
        const QTemporaryDir caches;
        const QStringList settings{QStringLiteral("XDG_CACHE_HOME=") + caches.path()};
        const QString folder = caches.filePath(QStringLiteral("noclobber/index"));
        for (const char *command : {"review main change", "audit change", "objects change"}) {
            const QStringList arguments =
                QStringList{"-C", QString::fromStdString(m_sample.path()), "--format", "json"} + words(command);
            const Run plain = runProgram(arguments, settings);
            QVERIFY(!plain.out.isEmpty());
            QVERIFY(!QFile::exists(folder)); // only when it is asked for
            for (const char *time : {"cold", "warm"}) {
                const Run kept = runProgram(arguments + QStringList{"--index"}, settings);
                QVERIFY2(kept.out == plain.out && kept.err == plain.err && kept.exitCode == plain.exitCode, time);
                QCOMPARE(QDir(folder).entryList({"*.index"}, QDir::Files).size(), 1);
            }
            QVERIFY(QDir(folder).removeRecursively());
        }
        QCOMPARE(QDir(caches.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{"noclobber"});
    }

    void indexThatCannotBeKeptDoesNotMatter()
    {
        const Run plain = runProgram(reviewOf(m_sample));
        for (const char *caches : {"XDG_CACHE_HOME=/proc", "XDG_CACHE_HOME=/dev/null"}) {
            const Run kept = runProgram(reviewOf(m_sample, {"--index"}), {caches});
            QCOMPARE(kept.out, plain.out);
            QCOMPARE(kept.err, plain.err);
        }
        const Run homeless = runProgram(reviewOf(m_sample, {"--index"}), {"XDG_CACHE_HOME=", "HOME="});
        QCOMPARE(homeless.out, plain.out);
    }

    void reviewsAtOnceShareAnIndex()
    {
        const QTemporaryDir caches;
        QProcessEnvironment environment = test::plainEnvironment({QStringLiteral("XDG_CACHE_HOME=") + caches.path()});
        const QStringList arguments = reviewOf(m_sample, words("--format json --index"));
        const QString usual = runProgram(reviewOf(m_sample, words("--format json"))).out;
        std::vector<std::unique_ptr<QProcess>> runs;
        for (int i = 0; i < 3; ++i) {
            runs.push_back(std::make_unique<QProcess>());
            runs.back()->setProcessEnvironment(environment);
            runs.back()->start(QStringLiteral(NOCLOBBER_PROGRAM), arguments);
        }
        for (const auto &run : runs) {
            QVERIFY(run->waitForFinished(60'000));
            QCOMPARE(QString::fromUtf8(run->readAllStandardOutput()), usual);
        }
    }
};

NOCLOBBER_TEST_MAIN(TestSameAnswer)
#include "tst_same_answer.moc"
