#include "tests/unit/git/history.h"

#include "tests/support/test_main.h"

using namespace noclobber;
using test::commitFiles;
using test::ScratchRepository;

namespace {

std::string commitOf(const ScratchRepository &repository, const std::string &revision)
{
    const auto commit = git::openCommit(repository.path(), revision, {});
    return commit ? commit->head.commit : commit.error().message;
}

Error errorOf(const ScratchRepository &repository, const std::string &revision)
{
    const auto commit = git::openCommit(repository.path(), revision, {});
    return commit ? Error{ErrorCode::Usage, "it was found", ""} : commit.error();
}

bool says(const Error &error, const std::string &words)
{
    if (error.message.find(words) != std::string::npos)
        return true;
    qWarning("%s", error.message.c_str());
    return false;
}

} // namespace

class TestRevision : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("GIT_CONFIG_NOSYSTEM", "1");
    }

    void revisionsMeanWhatTheyMeanToGit()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        repository.git({"tag", "light", "main"});
        repository.git({"tag", "-a", "-m", "annotated", "v1", "main"});
        repository.git({"tag", "-a", "-m", "a tag of a tag", "v2", "v1"});
        repository.git({"update-ref", "refs/noclobber/pr/1", "main"});
        const std::string main = repository.git({"rev-parse", "main"});
        for (const std::string revision : {"main", "HEAD~1", "@^", "change^1", "light", "v1", "v2", "refs/heads/main",
                                           "heads/main", "refs/noclobber/pr/1", "v1^{commit}"})
            QCOMPARE(commitOf(repository, revision), main);
        QCOMPARE(commitOf(repository, main), main);
        QCOMPARE(commitOf(repository, main.substr(0, 8)), main);
        QCOMPARE(commitOf(repository, ""), repository.git({"rev-parse", "HEAD"}));
    }

    void whatIsNoCommitIsSaid()
    {
        const ScratchRepository repository({{"d/a", "1"}}, {{"d/a", "2"}});
        repository.git({"tag", "-a", "-m", "a tag of a file", "file", "HEAD:d/a"});
        for (const auto &[revision, words] : std::vector<std::pair<std::string, std::string>>{
                 {"HEAD:d", "no commit but a tree"}, {"HEAD:d/a", "no commit but a blob"}, {"file", "no commit"}}) {
            const Error error = errorOf(repository, revision);
            QCOMPARE(error.code, ErrorCode::NotFound);
            QVERIFY(says(error, words));
        }
    }

    void aMissingRevisionIsSaidWithWhatMayHelp()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const Error plain = errorOf(repository, "no-such-branch-anywhere");
        QCOMPARE(plain.code, ErrorCode::NotFound);
        QCOMPARE(plain.where, std::string("no-such-branch-anywhere"));
        QVERIFY(says(plain, "no revision no-such-branch-anywhere"));
        QVERIFY(says(plain, "git branch --all"));
        QVERIFY(says(errorOf(repository, "chnage"), "did you mean change?"));
        repository.git({"remote", "add", "origin", "https://h.example/r"});
        QVERIFY(says(errorOf(repository, "origin/feature"), "git fetch origin"));
        QVERIFY(says(errorOf(repository, "no-such-branch-anywhere"), "git fetch"));
        const Error commit = errorOf(repository, std::string(40, 'a'));
        QCOMPARE(commit.code, ErrorCode::NotFound);
        QVERIFY(says(commit, "git fetch"));
        repository.git({"update-ref", "refs/remotes/origin/release-2026", "main"});
        QVERIFY(says(errorOf(repository, "release-2026"), "origin/release-2026"));
    }

    void revisionsThatAreNotWellFormedAreNotFound()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        for (const std::string revision :
             {"@{", "main^{nonsense}", "a b", "~", "\xff\xfe", "\x1b[31m", "HEAD~99", ":/"})
            QCOMPARE(errorOf(repository, revision).code, ErrorCode::NotFound);
        QVERIFY(errorOf(repository, "\x1b[31m").message.find('\x1b') == std::string::npos);
    }

    void anAmbiguousShortIdIsSaid()
    {
        // The SHA-1 of these two blobs starts with f0acb.
        const ScratchRepository repository({{"a", "1071"}, {"b", "1251"}}, {{"a", "2"}});
        const Error error = errorOf(repository, "f0acb");
        QCOMPARE(error.code, ErrorCode::NotFound);
        QVERIFY(says(error, "more digits"));
    }

    void theDefaultBaseIsTheRemotesDefaultBranch()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const auto base = [&] {
            const auto found = git::defaultBase(repository.path());
            return found ? *found : std::string("none");
        };
        repository.git({"branch", "master", "main"});
        QCOMPARE(base(), std::string("main"));
        repository.git({"branch", "-D", "-q", "main"});
        QCOMPARE(base(), std::string("master"));
        repository.git({"update-ref", "refs/remotes/origin/master", "change"});
        QCOMPARE(base(), std::string("origin/master"));
        repository.git({"update-ref", "refs/remotes/origin/main", "change"});
        QCOMPARE(base(), std::string("origin/main"));
        repository.git({"symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk"});
        QCOMPARE(base(), std::string("origin/main")); // origin/HEAD leads nowhere
        repository.git({"update-ref", "refs/remotes/origin/trunk", "change"});
        QCOMPARE(base(), std::string("origin/trunk"));
    }

    void theOnlyRemoteCountsWhateverItsName()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        repository.git({"remote", "add", "upstream", "https://h.example/r"});
        repository.git({"update-ref", "refs/remotes/upstream/main", "change"});
        QCOMPARE(*git::defaultBase(repository.path()), std::string("upstream/main"));
        repository.git({"remote", "add", "fork", "https://h.example/f"});
        QCOMPARE(*git::defaultBase(repository.path()), std::string("main"));
    }

    void withoutADefaultBranchTheBaseMustBeNamed()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        repository.git({"branch", "-D", "-q", "main"});
        const auto comparison = test::compare(repository, {});
        QCOMPARE(comparison.error().code, ErrorCode::NotFound);
        QVERIFY(says(comparison.error(), "name the base"));
    }

private:
    QTemporaryDir m_home;
};

NOCLOBBER_TEST_MAIN(TestRevision)
#include "tst_revision.moc"
