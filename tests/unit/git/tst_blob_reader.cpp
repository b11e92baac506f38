#include "tests/unit/git/history.h"

#include <atomic>

#include "core/base/parallel_map.h"
#include "core/git/blob_reader.h"
#include "core/git/kept_blobs.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::numbered;
using test::ScratchRepository;

class TestBlobReader : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("GIT_CONFIG_NOSYSTEM", "1");
    }

    void bytesComeAsTheyAre()
    {
        const std::string bytes("a\0b\r\n\xff", 6);
        const ScratchRepository repository({}, {{"a", bytes}, {"empty", ""}});
        const auto commit = git::openCommit(repository.path(), "change", {});
        const auto reader = git::BlobReader::open(*commit);
        QVERIFY(reader);
        QCOMPARE(*reader->read(commit->head.find("a")->id, 6), bytes);
        QCOMPARE(*reader->read(commit->head.find("empty")->id, 0), std::string());
    }

    void whatIsLargerThanTheLimitIsNotRead()
    {
        const ScratchRepository repository({}, {{"a", "seven b"}});
        const auto commit = git::openCommit(repository.path(), "change", {});
        const auto read = git::BlobReader::open(*commit)->read(commit->head.find("a")->id, 6);
        QCOMPARE(read.error().code, ErrorCode::Io);
        QVERIFY(read.error().message.find("7 bytes") != std::string::npos);
    }

    void aPackedContentThatNeedsMoreMemoryIsLeftAndTheOthersAreRead()
    {
        const std::string large(8U << 20U, 'x');
        const ScratchRepository repository({}, {{"large", large}, {"small", numbered()}});
        repository.git({"repack", "-a", "-d", "-q"});
        repository.git({"prune-packed"});
        const auto commit = git::openCommit(repository.path(), "change", {});
        const auto reader = git::BlobReader::open(*commit);
        const auto refused = reader->read(commit->head.find("large")->id, 1U << 20U);
        QCOMPARE(refused.error().code, ErrorCode::Io);
        QVERIFY(refused.error().message.find("8388608 bytes") != std::string::npos);
        QCOMPARE(*reader->read(commit->head.find("small")->id, 1U << 20U), numbered());
        QCOMPARE(*reader->read(commit->head.find("large")->id, 8U << 20U), large);
    }

    void bytesLiveAsLongAsTheirOwner()
    {
        const ScratchRepository repository({}, {{"a", numbered()}});
        const auto commit = git::openCommit(repository.path(), "change", {});
        const auto blob = git::BlobReader::open(*commit)->open(commit->head.find("a")->id, 1000);
        QCOMPARE(std::string(blob->bytes), numbered());
    }

    void theLimitHoldsForMergedContentsToo()
    {
        const ScratchRepository repository({{"a", numbered()}}, {{"a", numbered({{2, "mine"}})}});
        repository.git({"switch", "-q", "main"});
        test::commitFiles(repository, {{"a", numbered({{19, "theirs"}})}});
        const auto comparison = test::compare(repository, "main", "change");
        const auto reader = git::BlobReader::open(*comparison);
        QCOMPARE(reader->read(comparison->head.find("a")->id, 10).error().code, ErrorCode::Io);
    }

    void whatIsKeptIsNotReadAgain()
    {
        const ScratchRepository repository({}, {{"a", "one"}, {"b", "other"}});
        auto commit = git::openCommit(repository.path(), "change", {});
        const git::BlobId id = commit->head.find("a")->id;
        commit->keptBlobs = std::make_shared<git::KeptBlobs>(3);
        commit->keptBlobs->keep(id, "one");
        const auto reader = git::BlobReader::open(*commit);
        QCOMPARE((*reader->readShared(id, 3)).get(), commit->keptBlobs->find(id).get());
        QCOMPARE(**reader->readShared(commit->head.find("b")->id, 5), std::string("other"));
        std::filesystem::remove(looseObject(repository, toHex(id)));
        QCOMPARE(**reader->readShared(id, 3), std::string("one"));
        QCOMPARE(reader->readShared(id, 2).error().code, ErrorCode::Git); // beyond the limit it is read as ever
    }

    void nothingIsKeptBeyondTheBound()
    {
        git::KeptBlobs kept(5);
        const git::BlobId first{{1}};
        const git::BlobId second{{2}};
        kept.keep(first, "one");
        kept.keep(first, "one");
        kept.keep(second, "two");
        QVERIFY(kept.find(first));
        QVERIFY(!kept.find(second));
        kept.keep(second, "in");
        QCOMPARE(*kept.find(second), std::string("in"));
    }

    void packedContentsAreRead()
    {
        const ScratchRepository repository({{"a", numbered()}}, {{"a", numbered({{2, "mine"}})}});
        repository.git({"repack", "-a", "-d", "-q"});
        repository.git({"prune-packed"});
        const auto comparison = test::compare(repository, "main", "change");
        const auto reader = git::BlobReader::open(*comparison);
        QCOMPARE(*reader->read(comparison->base.find("a")->id, 1000), numbered());
        QCOMPARE(*reader->read(comparison->head.find("a")->id, 1000), numbered({{2, "mine"}}));
    }

    void aMissingObjectIsSaid()
    {
        const ScratchRepository repository({}, {{"a", "1"}});
        const auto commit = git::openCommit(repository.path(), "change", {});
        const git::BlobId id = commit->head.find("a")->id;
        std::filesystem::remove(looseObject(repository, toHex(id)));
        const auto read = git::BlobReader::open(*commit)->read(id, 100);
        QCOMPARE(read.error().code, ErrorCode::Git);
        QVERIFY(read.error().message.find(toHex(id)) != std::string::npos);
        QVERIFY(read.error().message.find("missing") != std::string::npos);
    }

    void anObjectInThePlaceOfAnotherIsSaid()
    {
        const ScratchRepository repository({}, {{"a", "name: one\n"}, {"b", "name: two\n"}, {"c", "name: six\n"}});
        const auto commit = git::openCommit(repository.path(), "change", {});
        test::mixUpPack(repository);
        const auto reader = git::BlobReader::open(*commit);
        for (const git::TreeEntry &entry : commit->head.entries) {
            const auto read = reader->read(entry.id, 100);
            QVERIFY2(!read, read ? read->c_str() : "");
            QCOMPARE(read.error().code, ErrorCode::Git);
            QVERIFY(read.error().message.find(toHex(entry.id)) != std::string::npos);
        }
        const auto again = git::openCommit(repository.path(), "change", {}); // its trees and commits are mixed up, too
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Git);
    }

    void aDamagedObjectIsSaid_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<double>("left");
        QString scattered; // does not pack well, so that its header is in a part of its own
        for (unsigned i = 0, state = 1; i < 50000; ++i, state = state * 1664525 + 1013904223)
            scattered += QChar('!' + (state >> 24U) % 90);
        const QString lines = QString::fromStdString(numbered());
        QTest::newRow("half") << lines << 0.5;
        QTest::newRow("nothing") << lines << 0.0;
        QTest::newRow("large, half") << scattered << 0.5;
        QTest::newRow("large, nearly all") << scattered << 0.9999;
    }

    void aDamagedObjectIsSaid()
    {
        QFETCH(const QString, content);
        QFETCH(const double, left);
        const ScratchRepository repository({}, {{"a", content.toStdString()}});
        const auto commit = git::openCommit(repository.path(), "change", {});
        const git::BlobId id = commit->head.find("a")->id;
        cutShort(looseObject(repository, git::toHex(id)), left);
        const auto read = git::BlobReader::open(*commit)->read(id, 100000);
        QCOMPARE(read.error().code, ErrorCode::Git);
        QVERIFY(read.error().message.find("damaged") != std::string::npos);
    }

    void aDamagedObjectOfAnotherRepositoryIsSaid() // that this one borrows from
    {
        const ScratchRepository repository({}, {{"a", numbered()}});
        const QTemporaryDir place;
        const std::string borrowing = place.filePath("borrowing").toStdString();
        repository.git({"clone", "-q", "--shared", "--bare", repository.path(), borrowing});
        const auto commit = git::openCommit(borrowing, "change", {});
        const git::BlobId id = commit->head.find("a")->id;
        QCOMPARE(*git::BlobReader::open(*commit)->read(id, 100000), numbered());
        cutShort(looseObject(repository, git::toHex(id)), 0.5);
        QVERIFY(!git::BlobReader::open(*commit)->read(id, 100000));
    }

    void aDamagedFolderIsSaid()
    {
        const ScratchRepository repository({}, {{"folder/a", "1"}});
        cutShort(looseObject(repository, repository.git({"rev-parse", "change:folder"})), 0.5);
        const auto commit = git::openCommit(repository.path(), "change", {});
        QVERIFY(!commit);
        QVERIFY(commit.error().message.find("damaged") != std::string::npos);
    }

    void aSubmodulesCommitIsNoContent()
    {
        const ScratchRepository repository({}, {{"a", "1"}});
        const std::string commitId = repository.git({"rev-parse", "HEAD"});
        repository.git({"update-index", "--add", "--cacheinfo", "160000," + commitId + ",sub"});
        repository.git({"commit", "-q", "-m", "submodule"});
        const auto commit = git::openCommit(repository.path(), "HEAD", {});
        const auto read = git::BlobReader::open(*commit)->read(commit->head.find("sub")->id, 100000);
        QCOMPARE(read.error().code, ErrorCode::Git);
    }

    void readersInSeveralThreadsReadTheSame()
    {
        git::Files files;
        for (int i = 0; i < 300; ++i)
            files["f" + std::to_string(1000 + i)] = numbered({{1, std::to_string(i)}});
        const ScratchRepository repository({}, files);
        const auto comparison = test::compare(repository, "main", "change");
        QVERIFY(comparison);
        const auto &entries = comparison->head.entries;
        std::atomic<int> right{0};
        const auto open = [&] { return git::BlobReader::open(*comparison); };
        parallelFor(entries.size(), 4, {}, open, [&](const Result<git::BlobReader> &reader, std::size_t i) {
            const auto content = reader->read(entries[i].id, 1000);
            if (content && *content == files.at(entries[i].path))
                ++right;
        });
        QCOMPARE(right.load(), 300);
    }

    void comparisonsInSeveralThreadsDoNotDisturbEachOther()
    {
        const ScratchRepository repository({{"a", numbered()}}, {{"a", numbered({{2, "mine"}})}});
        repository.git({"switch", "-q", "main"});
        test::commitFiles(repository, {{"a", numbered({{19, "theirs"}})}});
        std::atomic<int> right{0};
        parallelFor(
            256, 4, {}, [] { return 0; },
            [&](int, std::size_t i) {
                if (i % 16 == 0 && test::compare(repository, "main", "change")->mergedBlobs.size() == 1)
                    ++right;
            });
        QCOMPARE(right.load(), 16);
    }

private:
    static std::string looseObject(const ScratchRepository &repository, const std::string &id)
    {
        return repository.path() + "/.git/objects/" + id.substr(0, 2) + "/" + id.substr(2);
    }

    /// left: which part of the file, 0 to 1.
    static void cutShort(const std::string &path, double left)
    {
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
        const auto size = static_cast<double>(std::filesystem::file_size(path));
        std::filesystem::resize_file(path, static_cast<std::size_t>(size * left));
    }

    QTemporaryDir m_home;
};

NOCLOBBER_TEST_MAIN(TestBlobReader)
#include "tst_blob_reader.moc"
