#include "core/report/json_report.h"
#include "core/review/review.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"
#include "tests/unit/index/kept_files.h"

#include <QTemporaryDir>
#include <algorithm>
#include <filesystem>

using namespace noclobber;

namespace {

git::Files readSide(const std::filesystem::path &folder)
{
    return std::filesystem::exists(folder) ? test::readFolder(folder.string()) : git::Files();
}

std::string reviewed(const std::string &repository, const std::optional<std::string> &indexFolder)
{
    review::ReviewRequest request;
    request.comparison = {repository, "main", "change"};
    request.today = "2026-01-01";
    request.jobs = 2;
    request.indexFolder = indexFolder;
    const auto review = review::buildReview(request, {});
    return review ? report::writeJsonReport(**review) : "error: " + review.error().message;
}

} // namespace

/// The index changes how long a review takes, and nothing else.
class TestReviewWithIndex : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void answerIsTheSame_data()
    {
        QTest::addColumn<QString>("folder");
        for (const auto &entry : std::filesystem::directory_iterator(NOCLOBBER_FIXTURES)) {
            if (std::filesystem::exists(entry.path() / "expected.txt"))
                QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
        }
    }
    void answerIsTheSame()
    {
        QFETCH(QString, folder);
        const std::filesystem::path path(folder.toStdString());
        const test::ScratchRepository repository(readSide(path / "base"), readSide(path / "head"));
        const std::string plain = reviewed(repository.path(), {});
        QCOMPARE(reviewed(repository.path(), index()), plain); // cold
        const std::string file = test::indexFile(index());
        const std::string bytes = file.empty() ? "" : test::readBytes(file);
        QCOMPARE(reviewed(repository.path(), index()), plain); // warm
        QCOMPARE(test::indexFile(index()), file);
        if (file.empty())
            return; // nothing that could be kept
        QVERIFY(test::readBytes(file) == bytes);
        test::writeBytes(file, bytes.substr(0, bytes.size() / 2));
        QCOMPARE(reviewed(repository.path(), index()), plain); // damaged
        QVERIFY(test::readBytes(file) == bytes);               // and mended
    }

    void knownBlobsAreNotReadAgain() // or the test above would try nothing
    {
        const git::Files base{{"a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: n}\n"}};
        const test::ScratchRepository repository(base, {{"b.yaml", base.at("a.yaml")}});
        (void)reviewed(repository.path(), index());
        const std::string file = test::indexFile(index());
        const std::string bytes = test::readBytes(file);
        const auto parts = index::openIndex(bytes);
        QCOMPARE(parts->keys.count(), std::size_t{1});
        auto kept = index::ManifestIndex::open({index(), repository.path() + "/.git"});
        std::vector<index::Reading> readings{{parts->keys.at(0).key}};
        kept.find(readings, 1);
        auto manifests = std::make_shared<kube::FileManifests>(*readings[0].manifests);
        manifests->problems.push_back({1, "a lie of the index"});
        readings[0] = {readings[0].key, manifests, index::Origin::Blob};
        std::filesystem::remove(file);
        QVERIFY(bool(index::ManifestIndex::open({index(), repository.path() + "/.git"}).save(readings)));
        QVERIFY(reviewed(repository.path(), index()).find("a lie of the index") != std::string::npos);
    }

    void mergedContentsAreNotKept() // they are in no repository: nothing could tell them from another's
    {
        const auto map = [](const std::string &data) {
            return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: n}\ndata:\n" + data;
        };
        const std::string middle = "  b: b\n  c: c\n  d: d\n  e: e\n  f: f\n";
        const test::ScratchRepository repository({{"a.yaml", map("  a: a\n" + middle + "  z: z\n")}},
                                                 {{"a.yaml", map("  a: new\n" + middle + "  z: z\n")}});
        repository.git({"checkout", "-q", "main"});
        test::writeBytes(repository.path() + "/a.yaml", map("  a: a\n" + middle + "  z: new\n"));
        repository.git({"commit", "-qam", "another end"});
        const std::string plain = reviewed(repository.path(), {});
        QCOMPARE(reviewed(repository.path(), index()), plain);
        const std::string bytes = test::readBytes(test::indexFile(index()));
        QCOMPARE(index::openIndex(bytes)->keys.count(), std::size_t{1});
        QCOMPARE(reviewed(repository.path(), index()), plain);
    }

private:
    std::string index() const { return m_folder->path().toStdString() + "/index"; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

NOCLOBBER_TEST_MAIN(TestReviewWithIndex)
#include "tst_review_with_index.moc"
