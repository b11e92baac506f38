#include "tests/unit/git/history.h"

#include "core/git/blob_reader.h"
#include "tests/support/known_leak.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::commitFiles;
using test::ScratchRepository;

namespace {

bool says(const Error &error, const std::string &words)
{
    if (error.message.find(words) != std::string::npos)
        return true;
    qWarning("%s", error.message.c_str());
    return false;
}

} // namespace

/// Repositories in which something is not there, or not whole.
class TestIncompleteRepository : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("GIT_CONFIG_NOSYSTEM", "1");
    }

    void aShallowCloneThatHasTheMergeBaseIsCompared()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        repository.git({"branch", "topic"});
        commitFiles(repository, {{"b", "3"}});
        repository.git({"switch", "-q", "topic"});
        commitFiles(repository, {{"c", "4"}});
        const std::string clone = shallowClone(repository, "2"); // ends at the merge base, whose parent it lacks
        const auto comparison = git::compare({clone, "origin/change", "origin/topic"}, {});
        if (!comparison)
            qWarning("%s", comparison.error().message.c_str());
        QVERIFY(comparison);
        QCOMPARE(comparison->mergeBase, repository.git({"rev-parse", "change~1"}));
        QCOMPARE(comparison->head.entries.size(), std::size_t{3});
        QCOMPARE(git::listReferences(clone, 10)->size(), std::size_t{6}); // 4 branches, 2 commits
    }

    void aShallowCloneWithoutTheMergeBaseSaysWhatToRun()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        repository.git({"switch", "-q", "main"});
        commitFiles(repository, {{"b", "3"}});
        const std::string clone = shallowClone(repository, "1");
        for (const std::string base : {"origin/main", "origin/main...origin/change"}) {
            const auto head = base == "origin/main" ? std::optional<std::string>("origin/change") : std::nullopt;
            const auto comparison = git::compare({clone, base, head}, {});
            QVERIFY(!comparison);
            QCOMPARE(comparison.error().code, ErrorCode::Git);
            QVERIFY(says(comparison.error(), "git fetch --unshallow"));
        }
        QVERIFY(git::compare({clone, "origin/main..origin/change", {}}, {})); // needs no history
    }

    void aMissingFolderOfTheTreeIsSaid()
    {
        const ScratchRepository repository({{"d/a", "1"}}, {{"d/a", "2"}});
        const std::string tree = repository.git({"rev-parse", "change:d"});
        std::filesystem::remove(looseObject(repository, tree));
        const auto comparison = test::compare(repository, "main", "change");
        QCOMPARE(comparison.error().code, ErrorCode::Git);
        QVERIFY(says(comparison.error(), tree));
        QVERIFY(says(comparison.error(), "missing"));
    }

    void aMissingCommitIsSaid()
    {
        const test::KnownLeak libgit2; // 1.5 loses the reference whose object it cannot read
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const std::string commit = repository.git({"rev-parse", "change"});
        std::filesystem::remove(looseObject(repository, commit));
        const auto comparison = test::compare(repository, "main", "change");
        QCOMPARE(comparison.error().code, ErrorCode::Git);
        QVERIFY(says(comparison.error(), commit));
        QVERIFY(says(comparison.error(), "missing"));
    }

    void aMissingAncestorIsSaid()
    {
        const test::KnownLeak libgit2; // 1.5 loses a list when the walk to the merge base fails
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        commitFiles(repository, {{"b", "3"}});
        const std::string between = repository.git({"rev-parse", "change~1"});
        std::filesystem::remove(looseObject(repository, between));
        const auto comparison = test::compare(repository, "main", "change");
        QCOMPARE(comparison.error().code, ErrorCode::Git);
        QVERIFY(says(comparison.error(), between));
    }

    void aDamagedCommitIsSaid()
    {
        const test::KnownLeak libgit2; // 1.5 loses the reference whose object it cannot read
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const std::string commit = repository.git({"rev-parse", "change"});
        const std::string file = looseObject(repository, commit);
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
        std::ofstream(file) << "this is not zlib";
        const auto comparison = test::compare(repository, "main", "change");
        QCOMPARE(comparison.error().code, ErrorCode::Git);
        QVERIFY(says(comparison.error(), "damaged"));
    }

    void aPartialCloneIsComparedAsFarAsItsTreesGo()
    {
        const test::KnownLeak libgit2; // 1.5 with PCRE2 loses memory when it looks for extensions
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const std::string clone = partialClone(repository, "blob:none");
        const auto comparison = git::compare({clone, "main", "change"}, {});
        QVERIFY(comparison);
        QCOMPARE(comparison->head.entries.size(), std::size_t{1});
        const auto read = git::BlobReader::open(*comparison)->read(comparison->head.find("a")->id, 100);
        QCOMPARE(read.error().code, ErrorCode::Git);
        QVERIFY(says(read.error(), "partial clone"));
        QVERIFY(says(read.error(), "git fetch --refetch --no-filter"));
        repository.git({"-C", clone, "fetch", "-q", "--refetch", "--no-filter"}); // what the message says does help
        QCOMPARE(*git::BlobReader::open(*comparison)->read(comparison->head.find("a")->id, 100), std::string("2"));
    }

    void aPartialCloneWithoutTreesSaysWhatToRun()
    {
        const test::KnownLeak libgit2; // 1.5 with PCRE2 loses memory when it looks for extensions
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const std::string clone = partialClone(repository, "tree:0");
        const auto comparison = git::compare({clone, "main", "change"}, {});
        QCOMPARE(comparison.error().code, ErrorCode::Git);
        QVERIFY(says(comparison.error(), "git fetch --refetch --no-filter"));
    }

private:
    static std::string looseObject(const ScratchRepository &repository, const std::string &id)
    {
        return repository.path() + "/.git/objects/" + id.substr(0, 2) + "/" + id.substr(2);
    }

    static std::string shallowClone(const ScratchRepository &repository, const std::string &depth)
    {
        std::string clone = repository.path() + "/shallow";
        repository.git({"clone", "-q", "--depth", depth, "--no-single-branch", "file://" + repository.path(), clone});
        return clone;
    }

    static std::string partialClone(const ScratchRepository &repository, const std::string &filter)
    {
        repository.git({"config", "uploadpack.allowFilter", "true"});
        std::string clone = repository.path() + "/partial.git";
        repository.git({"clone", "-q", "--bare", "--filter=" + filter, "file://" + repository.path(), clone});
        return clone;
    }

    QTemporaryDir m_home;
};

NOCLOBBER_TEST_MAIN(TestIncompleteRepository)
#include "tst_incomplete_repository.moc"
