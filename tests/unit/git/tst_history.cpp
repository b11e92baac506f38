#include <QProcess>

#include "core/git/history.h"
#include "tests/unit/git/history.h"

#include "tests/support/test_main.h"

using namespace noclobber;
using test::ScratchRepository;

class TestHistory : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

private slots:
    void initTestCase()
    {
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("GIT_CONFIG_NOSYSTEM", "1");
    }

    void commitsOfAllBranchesComeWithTheirParents()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        repository.git({"checkout", "-q", "-b", "side", "main"});
        repository.git({"commit", "-q", "--allow-empty", "-m", "On the side"});
        const auto history = git::readHistory(repository.path(), 100, {});
        QVERIFY(history);
        QCOMPARE(history->commits.size(), std::size_t{3});
        QVERIFY(!history->isCut);
        QCOMPARE(history->head, std::string("side"));
        QCOMPARE(history->defaultBase, std::string("main"));
        const git::HistoryCommit &newest = history->commits.front();
        QCOMPARE(newest.summary, std::string("On the side"));
        QCOMPARE(newest.author, std::string("Test"));
        QCOMPARE(newest.parents, std::vector<std::string>{repository.git({"rev-parse", "main"})});
        QVERIFY(history->commits.back().parents.empty());
        QCOMPARE(history->references.size(), std::size_t{3});
    }

    void noMoreAreReadThanAskedForAndThatIsSaid()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        QCOMPARE(git::readHistory(repository.path(), 2, {})->isCut, false);
        const auto one = git::readHistory(repository.path(), 1, {});
        QCOMPARE(one->commits.size(), std::size_t{1});
        QVERIFY(one->isCut);
    }

    void aRepositoryWithoutACommitHasAnEmptyHistory()
    {
        const QTemporaryDir folder;
        QCOMPARE(QProcess::execute("git", {"init", "-q", folder.path()}), 0);
        const auto history = git::readHistory(folder.path().toStdString(), 10, {});
        QVERIFY(history);
        QVERIFY(history->commits.empty());
        QCOMPARE(history->defaultBase, std::string());
    }

    void aStoppedReadSaysSo()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(git::readHistory(repository.path(), 10, stop.get_token()).error().code, ErrorCode::Cancelled);
    }

    void tipsMoveWithTheirBranches()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const git::ComparisonRequest request{repository.path(), "main", "change"};
        const auto before = git::findTips(request);
        QVERIFY(before);
        repository.git({"commit", "-q", "--allow-empty", "-m", "More"});
        const auto after = git::findTips(request);
        QVERIFY(after);
        QCOMPARE(after->base, before->base);
        QCOMPARE(after->head, repository.git({"rev-parse", "change"}));
        QVERIFY(after->head != before->head);
        repository.git({"checkout", "-q", "main"});
        repository.git({"branch", "-q", "-D", "change"});
        QCOMPARE(git::findTips(request).error().code, ErrorCode::NotFound);
    }
};

NOCLOBBER_TEST_MAIN(TestHistory)
#include "tst_history.moc"
