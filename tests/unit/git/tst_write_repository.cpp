#include "core/git/write_repository.h"

#include <QTemporaryDir>
#include <fstream>

#include "core/git/blob_reader.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

using namespace noclobber;

class TestWriteRepository : public QObject
{
    Q_OBJECT
private slots:
    void gitReadsWhatWasWritten()
    {
        const test::ScratchRepository repository({{"a.yaml", "one\n"}, {"env/b.yaml", "two\n"}},
                                                 {{"a.yaml", "other\n"}, {"env/link@", "../a.yaml"}});
        QCOMPARE(repository.git({"fsck", "--strict"}), std::string());
        QCOMPARE(repository.git({"symbolic-ref", "HEAD"}), std::string("refs/heads/change"));
        QCOMPARE(repository.git({"ls-tree", "-r", "--name-only", "main"}), std::string("a.yaml\nenv/b.yaml"));
        QCOMPARE(repository.git({"show", "main:env/b.yaml"}), std::string("two"));
        QCOMPARE(repository.git({"show", "change:a.yaml"}), std::string("other"));
        QVERIFY(repository.git({"ls-tree", "change", "env/link"}).starts_with("120000 blob"));
        QCOMPARE(repository.git({"rev-parse", "change^"}), repository.git({"rev-parse", "main"}));
        QCOMPARE(repository.git({"rev-list", "--count", "change"}), std::string("2"));
    }

    void theWorkTreeIsHead()
    {
        const git::Files head{{"a.yaml", "other\r\n"}, {"env/link@", "../a.yaml"}};
        const test::ScratchRepository repository({{"gone.yaml", "one\n"}}, head);
        QCOMPARE(repository.git({"status", "--porcelain"}), std::string());
        git::Files found = test::readFolder(repository.path());
        std::erase_if(found, [](const auto &file) { return file.first.starts_with(".git/"); });
        QCOMPARE(found, head);
    }

    void equalFilesGiveEqualCommits()
    {
        const git::Files base{{"a", "1"}};
        const git::Files head{{"a", "2"}};
        const test::ScratchRepository one(base, head);
        const test::ScratchRepository other(base, head);
        QCOMPARE(one.git({"rev-parse", "change"}), other.git({"rev-parse", "change"}));
    }

    void nothingToCommitIsStillTwoCommits()
    {
        const test::ScratchRepository repository({}, {});
        QCOMPARE(repository.git({"rev-list", "--count", "change"}), std::string("2"));
        QCOMPARE(repository.git({"ls-tree", "-r", "change"}), std::string());
    }

    void pathsThatAreNotUtf8AreWritten()
    {
        const test::ScratchRepository repository({}, {{"caf\xe9.yaml", "x"}});
        QCOMPARE(repository.git({"-c", "core.quotePath=false", "ls-tree", "-z", "--name-only", "change"}),
                 std::string("caf\xe9.yaml\0", 10));
    }

    void aFolderThatIsNotEmptyIsRefused()
    {
        const QTemporaryDir folder;
        std::ofstream(folder.filePath("mine").toStdString()) << "keep me";
        const auto written = git::writeRepository(folder.path().toStdString(), {}, {});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Io);
        QCOMPARE(test::readFolder(folder.path().toStdString()), (git::Files{{"mine", "keep me"}}));
    }

    void aNewFolderIsMade()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath("new/one").toStdString();
        QVERIFY(git::writeRepository(path, {{"a", "1"}}, {{"a", "2"}}));
        QVERIFY(git::openCommit(path, "main", {}));
    }

    void aPlaceThatCannotBeAFolderIsAnError()
    {
        const auto written = git::writeRepository("/dev/null/repository", {}, {});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Io);
    }

    void aPathThatIsBothFileAndFolderIsAnError()
    {
        const QTemporaryDir folder;
        const auto written = git::writeRepository(folder.path().toStdString(), {{"a", "1"}, {"a/b", "2"}}, {});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Io);
    }
};

NOCLOBBER_TEST_MAIN(TestWriteRepository)
#include "tst_write_repository.moc"
