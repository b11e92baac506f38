#include "tests/unit/git/history.h"

#include "tests/support/test_main.h"

using namespace noclobber;
using test::ScratchRepository;

namespace {

std::string printed(const std::vector<git::Reference> &references)
{
    std::string text;
    for (const git::Reference &reference : references) {
        static constexpr const char *types[] = {"branch", "remote", "tag", "commit"};
        text += std::string(types[static_cast<int>(reference.type)]) + " " +
                (reference.type == git::Reference::Type::Commit ? "" : reference.name + " ") + reference.summary + "\n";
    }
    return text;
}

} // namespace

class TestReferences : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("GIT_CONFIG_NOSYSTEM", "1");
    }

    void branchesThenRemoteBranchesThenTagsThenCommits()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        repository.git({"commit", "-q", "--allow-empty", "-m", "Third\n\nwith a body"});
        repository.git({"branch", "b/with/parts", "main"});
        repository.git({"tag", "-a", "-m", "not the commit's words", "v2", "main"});
        repository.git({"tag", "v10", "change"});
        repository.git({"tag", "blob", "change:a"});
        repository.git({"update-ref", "refs/remotes/origin/main", "main"});
        repository.git({"symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"});
        repository.git({"update-ref", "refs/notes/commits", "main"});
        const auto references = git::listReferences(repository.path(), 2);
        QVERIFY(references);
        QCOMPARE(printed(*references), std::string("branch b/with/parts Base of the comparison\n"
                                                   "branch change Third\n"
                                                   "branch main Base of the comparison\n"
                                                   "remote origin/main Base of the comparison\n"
                                                   "tag v10 Third\n"
                                                   "tag v2 Base of the comparison\n"
                                                   "commit Third\n"
                                                   "commit The change under review\n"));
        const git::Reference &newest = (*references)[6];
        QCOMPARE(newest.name, newest.commit);
        QCOMPARE(newest.commit, repository.git({"rev-parse", "change"}));
        QCOMPARE(newest.author, std::string("Test"));
        QCOMPARE(newest.time, std::int64_t{1704240000}); // 2024-01-03
        QCOMPARE((*references)[5].commit, repository.git({"rev-parse", "main"}));
    }

    void aDetachedHeadHasItsCommitsToo()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        repository.git({"checkout", "-q", "--detach", "main"});
        const auto references = git::listReferences(repository.path(), 100);
        QVERIFY(references);
        QCOMPARE(printed(*references), std::string("branch change The change under review\n"
                                                   "branch main Base of the comparison\n"
                                                   "commit Base of the comparison\n"));
    }

    void noCommitsAreListedWhenNoneAreWanted()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        QCOMPARE(git::listReferences(repository.path(), 0)->size(), std::size_t{2});
    }

    void aBranchWhoseCommitIsMissingIsLeftOut()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        std::ofstream(repository.path() + "/.git/refs/heads/broken") << std::string(40, 'a') << "\n";
        QCOMPARE(git::listReferences(repository.path(), 0)->size(), std::size_t{2});
    }

private:
    QTemporaryDir m_home;
};

NOCLOBBER_TEST_MAIN(TestReferences)
#include "tst_references.moc"
