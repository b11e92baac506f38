#include "core/yaml/reader.h"
#include "tests/support/test_main.h"
#include "tests/unit/index/kept_files.h"

#include <QTemporaryDir>
#include <cstdlib>
#include <filesystem>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace noclobber;
using index::ManifestIndex;
using index::Reading;
using test::answers;
using test::printed;
using test::readingOf;
using test::variedReadings;

namespace {

/// A small object whose name has a number.
Reading numbered(int number)
{
    return readingOf("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings-" + std::to_string(number) + "}\n");
}

std::vector<Reading> numberedFrom(int first, int count)
{
    std::vector<Reading> readings;
    for (int i = first; i < first + count; ++i)
        readings.push_back(numbered(i));
    return readings;
}

std::vector<Reading> known(std::vector<Reading> readings)
{
    for (Reading &reading : readings)
        reading.origin = index::Origin::Index;
    return readings;
}

} // namespace

/// What one review leaves to the next.
class TestManifestIndex : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        const std::string path = m_temporary->path().toStdString();
        std::filesystem::create_directory(path + "/repository");
        m_place.folder = path + "/caches/index";
        m_place.repository = path + "/repository";
        m_place.mostBytes = 10'000'000;
    }

    void everythingReadIsFoundAgain()
    {
        const auto readings = variedReadings();
        save(readings);
        auto index = ManifestIndex::open(m_place);
        QVERIFY(answers(index, readings) == printed(readings));
        QVERIFY(answers(index, readings) == printed(readings)); // as often as it is asked
    }

    void variedReadingsUseEveryField() // or the test above would claim too much
    {
        std::string all;
        for (const std::string &text : printed(variedReadings()))
            all += text;
        for (const char *part : {"\"StatefulSet\" \"shop\" \"db\"", "\"run-\"", "argocd.argoproj.io/sync-options=",
                                 "helm.sh/resource-policy=keep", "\"shop\" 1 0 2", "defines example.com Ledger 1",
                                 "defines example.com Book 2", "cluster east https://east.example.com", "problem 3",
                                 "ambiguity 3", "others 1 0 0", "others 0 1 0", "others 1 0 1"})
            QVERIFY2(all.find(part) != std::string::npos, (std::string(part) + " in\n" + all).c_str());
    }

    void blobsThatWereNotReadAreNotKnown()
    {
        auto readings = numberedFrom(0, 50);
        save(readings);
        auto index = ManifestIndex::open(m_place);
        const auto others = numberedFrom(1000, 50);
        QVERIFY(answers(index, others) == std::vector<std::string>(50, "-"));
        readings.insert(readings.end(), others.begin(), others.end());
        const auto found = answers(index, readings);
        QCOMPARE(std::ranges::count(found, "-"), std::ptrdiff_t{50});
    }

    void jsonAndYamlAreTwoReadings()
    {
        auto json = readingOf(R"({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "json"}})",
                              yaml::TextFormat::Json);
        auto yaml = json;
        yaml.key.format = yaml::TextFormat::Yaml;
        yaml.manifests = readingOf("a: b\n").manifests;
        save({json});
        auto index = ManifestIndex::open(m_place);
        QVERIFY(answers(index, {yaml, json}) == std::vector<std::string>({"-", test::print(*json.manifests)}));
        save({yaml});
        auto both = ManifestIndex::open(m_place);
        QVERIFY(answers(both, {yaml, json}) == printed({yaml, json}));
    }

    void earlierReviewsStay()
    {
        const auto first = variedReadings();
        const auto second = numberedFrom(0, 300);
        save(first);
        save(second);
        auto index = ManifestIndex::open(m_place);
        QVERIFY(answers(index, first) == printed(first));
        QVERIFY(answers(index, second) == printed(second));
    }

    void nothingNewWritesNothing()
    {
        save(variedReadings());
        const std::string file = test::indexFile(m_place.folder);
        struct stat before {};
        struct stat after {};
        stat(file.c_str(), &before);
        QVERIFY(bool(ManifestIndex::open(m_place).save(known(variedReadings()))));
        stat(file.c_str(), &after);
        QCOMPARE(before.st_ino, after.st_ino);
        QVERIFY(bool(ManifestIndex::open({m_place.folder + "/other", m_place.repository}).save({})));
        QVERIFY(!std::filesystem::exists(m_place.folder + "/other"));
    }

    void tooLargeIndexKeepsThisReviewOnly()
    {
        const auto first = numberedFrom(0, 400);
        const auto second = numberedFrom(400, 400);
        save(first);
        m_place.mostBytes = std::filesystem::file_size(test::indexFile(m_place.folder)) + 2000;
        save(second);
        QVERIFY(std::filesystem::file_size(test::indexFile(m_place.folder)) <= m_place.mostBytes);
        auto index = ManifestIndex::open(m_place);
        QVERIFY(answers(index, second) == printed(second));
        QVERIFY(answers(index, first) == std::vector<std::string>(first.size(), "-"));
    }

    void reviewThatIsTooLargeAloneIsNotKept()
    {
        save(variedReadings());
        m_place.mostBytes = std::filesystem::file_size(test::indexFile(m_place.folder));
        QVERIFY(!ManifestIndex::open(m_place).save(numberedFrom(0, 400)));
        auto index = ManifestIndex::open(m_place);
        QVERIFY(answers(index, variedReadings()) == printed(variedReadings()));
    }

    void repositoriesDoNotMix()
    {
        save(variedReadings());
        auto other = m_place;
        other.repository += "-2";
        std::filesystem::create_directory(other.repository);
        auto index = ManifestIndex::open(other);
        QVERIFY(answers(index, variedReadings()) == std::vector<std::string>(variedReadings().size(), "-"));
        std::filesystem::create_directory_symlink(m_place.repository, m_place.repository + "-link");
        other.repository = m_place.repository + "-link/."; // the same folder by another name
        auto same = ManifestIndex::open(other);
        QVERIFY(answers(same, variedReadings()) == printed(variedReadings()));
    }

    void eachReaderHasItsOwnAnswers()
    {
        const yaml::Reader usual = yaml::readerInUse();
        save(variedReadings());
        yaml::useReader(usual == yaml::Reader::Fast ? yaml::Reader::Exact : yaml::Reader::Fast);
        auto index = ManifestIndex::open(m_place);
        const auto found = answers(index, variedReadings());
        yaml::useReader(usual);
        QVERIFY(found == std::vector<std::string>(found.size(), "-"));
    }

    void valuesOfSecretsAreNotKept()
    {
        save({readingOf(
                  "apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\n  annotations:\n"
                  "    kubectl.kubernetes.io/last-applied-configuration: '{\"stringData\": {\"p\": \"hunter2\"}}'\n"
                  "stringData: {p: hunter2}\ndata: {q: aHVudGVyMg==}\n"),
              readingOf("apiVersion: v1\nkind: Secret\nmetadata:\n  name: c\n"
                        "  labels: {argocd.argoproj.io/secret-type: cluster}\n"
                        "stringData: {name: east, server: https://east.example.com, config: hunter2}\n")});
        const std::string bytes = test::readBytes(test::indexFile(m_place.folder));
        QVERIFY(bytes.find("east.example.com") != std::string::npos);
        QCOMPARE(bytes.find("hunter2"), std::string::npos);
        QCOMPARE(bytes.find("aHVudGVyMg"), std::string::npos);
    }

    void placeThatCannotBeWrittenIsAnEmptyIndex()
    {
        m_place.folder = "/proc/noclobber";
        auto index = ManifestIndex::open(m_place);
        QVERIFY(answers(index, variedReadings()) == std::vector<std::string>(variedReadings().size(), "-"));
        QVERIFY(!index.save(variedReadings()));
    }

    void severalProcessesMayWriteAtOnce()
    {
        std::vector<pid_t> writers;
        for (int writer = 0; writer < 3; ++writer) {
            writers.push_back(fork());
            if (writers.back() != 0)
                continue;
            for (int i = 0; i < 30; ++i)
                (void)ManifestIndex::open(m_place).save(numberedFrom(writer * 1000 + i * 30, 30));
            _exit(0);
        }
        for (int i = 0; i < 30; ++i) { // a reader beside them: what it finds is right
            auto index = ManifestIndex::open(m_place);
            const auto wanted = numberedFrom(0, 30);
            const auto found = answers(index, wanted);
            QVERIFY(found == printed(wanted) || found == std::vector<std::string>(30, "-"));
        }
        for (const pid_t writer : writers) {
            int status = -1;
            QCOMPARE(waitpid(writer, &status, 0), writer);
            QCOMPARE(status, 0);
        }
        QVERIFY(bool(index::openIndex(test::readBytes(test::indexFile(m_place.folder)))));
    }

    void folderIsTheUsersCaches_data()
    {
        QTest::addColumn<QByteArray>("home");
        QTest::addColumn<QByteArray>("caches");
        QTest::addColumn<QString>("folder");
        QTest::newRow("home") << QByteArray("/home/a") << QByteArray() << "/home/a/.cache/noclobber/index";
        QTest::newRow("caches") << QByteArray("/home/a") << QByteArray("/c") << "/c/noclobber/index";
        QTest::newRow("no home") << QByteArray() << QByteArray("/c") << "/c/noclobber/index";
        QTest::newRow("relative caches") << QByteArray("/home/a") << QByteArray("c")
                                         << "/home/a/.cache/noclobber/index";
        QTest::newRow("relative home") << QByteArray("a") << QByteArray() << "none";
        QTest::newRow("neither") << QByteArray() << QByteArray() << "none";
    }
    void folderIsTheUsersCaches()
    {
        QFETCH(QByteArray, home);
        QFETCH(QByteArray, caches);
        QFETCH(QString, folder);
        const auto set = [](const char *name, const QByteArray &value) {
            value.isEmpty() ? qunsetenv(name) : qputenv(name, value);
        };
        const QByteArray homeBefore = qgetenv("HOME");
        const QByteArray cachesBefore = qgetenv("XDG_CACHE_HOME");
        set("HOME", home);
        set("XDG_CACHE_HOME", caches);
        const auto found = index::userFolder();
        set("HOME", homeBefore);
        set("XDG_CACHE_HOME", cachesBefore);
        QCOMPARE(QString::fromStdString(found.value_or("none")), folder);
    }

private:
    void save(const std::vector<Reading> &readings) const
    {
        const auto saved = ManifestIndex::open(m_place).save(readings);
        QVERIFY2(bool(saved), saved ? "" : saved.error().message.c_str());
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    index::IndexPlace m_place;
};

NOCLOBBER_TEST_MAIN(TestManifestIndex)
#include "tst_manifest_index.moc"
