#include "tests/unit/git/history.h"

#include "core/git/blob_reader.h"
#include "core/git/comparison.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using git::ComparisonKind;
using git::EntryType;
using test::commitFiles;
using test::compare;
using test::listing;
using test::listingByGit;
using test::numbered;

namespace {

std::string contentOf(const git::Comparison &comparison, const std::string &path)
{
    const auto reader = git::BlobReader::open(comparison);
    const git::TreeEntry *entry = comparison.head.find(path);
    if (!reader || entry == nullptr)
        return "(not there)";
    const auto content = reader->read(entry->id, 1 << 20);
    return content ? *content : content.error().message;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
        qputenv("GIT_CONFIG_NOSYSTEM", "1");
    }

    void bothTreesAreListedAsGitDoes()
    {
        const test::ScratchRepository repository({{"a/x.yaml", "1"}, {"a.yaml", "2"}, {"a-b", "3"}, {"a/b/c", "4"}},
                                                 {{"a.yaml", "5"}, {"z", "6"}});
        const auto comparison = compare(repository, "main", "change");
        QVERIFY(comparison);
        QCOMPARE(comparison->kind, ComparisonKind::MergeResult);
        QCOMPARE(comparison->base.revision, std::string("main"));
        QCOMPARE(comparison->base.commit, repository.git({"rev-parse", "main"}));
        QCOMPARE(comparison->head.revision, std::string("change"));
        QCOMPARE(comparison->head.commit, repository.git({"rev-parse", "change"}));
        QCOMPARE(comparison->mergeBase, repository.git({"rev-parse", "main"}));
        QCOMPARE(listing(comparison->base), listingByGit(repository, "main"));
        QCOMPARE(listing(comparison->head), listingByGit(repository, "change"));
        QVERIFY(comparison->notes.empty() && comparison->conflicts.empty() && comparison->mergedBlobs.empty());
    }

    void withoutRevisionsHeadIsComparedWithTheDefaultBranch()
    {
        const test::ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const auto comparison = compare(repository, {});
        QVERIFY(comparison);
        QCOMPARE(comparison->base.revision, std::string("main"));
        QCOMPARE(comparison->head.revision, std::string("HEAD"));
        QCOMPARE(comparison->head.commit, repository.git({"rev-parse", "change"}));
    }

    // The accident a three-dot diff hides: the other half landed in base after the branch was cut.
    void headIsTheMergeWithWhatBaseGotMeanwhile()
    {
        const test::ScratchRepository repository({{"old", "1"}}, {{"old", "1"}, {"mine", "2"}});
        repository.git({"switch", "-q", "main"});
        commitFiles(repository, {{"theirs", "3"}, {"old", ""}});
        const auto comparison = compare(repository, "main", "change");
        QVERIFY(comparison);
        QCOMPARE(comparison->kind, ComparisonKind::MergeResult);
        QVERIFY(comparison->head.find("theirs") != nullptr);
        QVERIFY(comparison->head.find("mine") != nullptr);
        QVERIFY(comparison->head.find("old") == nullptr);
        QVERIFY(comparison->base.find("mine") == nullptr);
        QCOMPARE(comparison->head.commit, repository.git({"rev-parse", "change"}));
        QCOMPARE(comparison->mergeBase, repository.git({"rev-parse", "change~1"}));
        repository.git({"merge", "-q", "--no-edit", "change"});
        QCOMPARE(listing(comparison->head), listingByGit(repository, "HEAD"));
    }

    void twoDotsCompareTheTreesAsTheyAre()
    {
        const test::ScratchRepository repository({{"a", "1"}}, {{"a", "1"}, {"mine", "2"}});
        repository.git({"switch", "-q", "main"});
        commitFiles(repository, {{"theirs", "3"}});
        const auto comparison = compare(repository, "main..change");
        QVERIFY(comparison);
        QCOMPARE(comparison->kind, ComparisonKind::TwoDot);
        QCOMPARE(comparison->base.revision, std::string("main"));
        QCOMPARE(comparison->head.revision, std::string("change"));
        QCOMPARE(listing(comparison->base), listingByGit(repository, "main"));
        QCOMPARE(listing(comparison->head), listingByGit(repository, "change"));
    }

    void threeDotsStartFromTheMergeBase()
    {
        const test::ScratchRepository repository({{"a", "1"}}, {{"a", "1"}, {"mine", "2"}});
        repository.git({"switch", "-q", "main"});
        commitFiles(repository, {{"theirs", "3"}});
        const auto comparison = compare(repository, "main...change");
        QVERIFY(comparison);
        QCOMPARE(comparison->kind, ComparisonKind::ThreeDot);
        QCOMPARE(comparison->base.commit, repository.git({"rev-parse", "main"}));
        QCOMPARE(comparison->mergeBase, repository.git({"merge-base", "main", "change"}));
        QCOMPARE(listing(comparison->base), listingByGit(repository, "main~1"));
        QCOMPARE(listing(comparison->head), listingByGit(repository, "change"));
    }

    void anEmptySideOfARangeIsHead()
    {
        const test::ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const auto left = compare(repository, "main..");
        QVERIFY(left);
        QCOMPARE(left->head.revision, std::string("HEAD"));
        const auto right = compare(repository, "...main");
        QCOMPARE(right->base.revision, std::string("HEAD"));
        QCOMPARE(right->kind, ComparisonKind::ThreeDot);
    }

    void dotsInBracesAreNoRange()
    {
        const test::ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        repository.git({"commit", "-q", "--allow-empty", "-m", "bump 1..2"});
        const auto comparison = compare(repository, "main", "HEAD^{/bump 1..2}");
        QVERIFY(comparison);
        QCOMPARE(comparison->head.commit, repository.git({"rev-parse", "HEAD"}));
    }

    void aRangeBesideAHeadIsAUsageError()
    {
        const test::ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        QCOMPARE(compare(repository, "main..change", "HEAD").error().code, ErrorCode::Usage);
        QCOMPARE(compare(repository, "main", "main..change").error().code, ErrorCode::Usage);
        QCOMPARE(compare(repository, "", "HEAD").error().code, ErrorCode::Usage);
    }

    void headThatEqualsBaseChangesNothing()
    {
        const test::ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const auto comparison = compare(repository, "change", "change");
        QVERIFY(comparison);
        QCOMPARE(comparison->base.entries, comparison->head.entries);
        QCOMPARE(comparison->kind, ComparisonKind::MergeResult);
    }

    void headThatIsMergedAlreadyChangesNothing()
    {
        const test::ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const auto comparison = compare(repository, "change", "main");
        QVERIFY(comparison);
        QCOMPARE(listing(comparison->head), listingByGit(repository, "change"));
        QCOMPARE(comparison->base.entries, comparison->head.entries);
        QCOMPARE(comparison->head.commit, repository.git({"rev-parse", "main"}));
    }

    void contentsOfBothSidesAreMergedInMemory()
    {
        const test::ScratchRepository repository({{"a", numbered()}}, {{"a", numbered({{2, "mine"}})}});
        repository.git({"switch", "-q", "main"});
        commitFiles(repository, {{"a", numbered({{19, "theirs"}})}});
        const auto comparison = compare(repository, "main", "change");
        QVERIFY(comparison);
        QCOMPARE(comparison->mergedBlobs.size(), std::size_t{1});
        QCOMPARE(contentOf(*comparison, "a"), numbered({{2, "mine"}, {19, "theirs"}}));
        repository.git({"merge", "-q", "--no-edit", "change"});
        QCOMPARE(listing(comparison->head), listingByGit(repository, "HEAD"));
    }

    void theRepositoryIsLeftAsItWas()
    {
        const test::ScratchRepository repository({{"a", numbered()}, {"b", numbered()}},
                                                 {{"a", numbered({{2, "mine"}})}, {"b", numbered({{2, "mine"}})}});
        repository.git({"switch", "-q", "main"});
        commitFiles(repository, {{"a", numbered({{19, "theirs"}})}, {"b", numbered({{19, "theirs"}})}});
        // The merged content of b exists as a loose object: libgit2 would touch its time.
        std::ofstream(repository.path() + "/merged") << numbered({{2, "mine"}, {19, "theirs"}});
        const std::string id = repository.git({"hash-object", "-w", "merged"});
        const std::string gitDirectory = repository.path() + "/.git";
        const auto longAgo = std::filesystem::file_time_type::clock::now() - std::chrono::hours(48);
        for (const auto &entry : std::filesystem::recursive_directory_iterator(gitDirectory))
            std::filesystem::last_write_time(entry.path(), longAgo);
        const auto before = test::stateOfGit(gitDirectory);
        const auto comparison = compare(repository, "main", "change");
        QVERIFY(comparison);
        QCOMPARE(toHex(comparison->head.find("a")->id), id);
        QVERIFY(git::listReferences(repository.path(), 10));
        QCOMPARE(contentOf(*comparison, "a"), numbered({{2, "mine"}, {19, "theirs"}}));
        QVERIFY(test::stateOfGit(gitDirectory) == before);
    }

    void aConflictFallsBackToTheMergeBase()
    {
        const test::ScratchRepository repository({{"a", "1\n"}, {"d/b", "1\n"}, {"c", "1\n"}},
                                                 {{"a", "mine\n"}, {"d/b", "mine\n"}, {"c", "1\n"}});
        repository.git({"switch", "-q", "main"});
        commitFiles(repository, {{"a", "theirs\n"}, {"d/b", ""}, {"c", "theirs\n"}});
        const auto comparison = compare(repository, "main", "change");
        QVERIFY(comparison);
        QCOMPARE(comparison->kind, ComparisonKind::ThreeDot);
        QCOMPARE(comparison->conflicts, (std::vector<std::string>{"a", "d/b"}));
        QCOMPARE(listing(comparison->base), listingByGit(repository, "main~1"));
        QCOMPARE(listing(comparison->head), listingByGit(repository, "change"));
        QCOMPARE(comparison->base.commit, repository.git({"rev-parse", "main"}));
        QVERIFY(comparison->mergedBlobs.empty());
    }

    void aFileMovedOnOneSideAndChangedOnTheOtherMerges()
    {
        const test::ScratchRepository repository({{"old/a", numbered()}}, {{"new/a", numbered({{2, "mine"}})}});
        repository.git({"switch", "-q", "main"});
        commitFiles(repository, {{"old/a", numbered({{19, "theirs"}})}});
        const auto comparison = compare(repository, "main", "change");
        QVERIFY(comparison);
        QVERIFY(comparison->conflicts.empty());
        QVERIFY(comparison->head.find("old/a") == nullptr);
        QCOMPARE(contentOf(*comparison, "new/a"), numbered({{2, "mine"}, {19, "theirs"}}));
    }

    void aSmallFileMovedOnOneSideMergesAsWithGit()
    {
        const test::ScratchRepository repository({{"old", "kind: Claim\nname: data\nsize: 1\n"}},
                                                 {{"new", "kind: Claim\nname: data\nsize: 2\n"}});
        repository.git({"switch", "-q", "main"});
        commitFiles(repository, {{"old", "kind: VolumeClaim\nname: data\nsize: 1\n"}});
        const auto comparison = compare(repository, "main", "change");
        QVERIFY(comparison);
        QCOMPARE(contentOf(*comparison, "new"), std::string("kind: VolumeClaim\nname: data\nsize: 2\n"));
        repository.git({"merge", "-q", "--no-edit", "change"});
        QCOMPARE(listing(comparison->head), listingByGit(repository, "HEAD"));
    }

    void moreChangedFilesThanLibgit2FollowsByDefaultStillMerge()
    {
        const test::ScratchRepository repository({{"moved", numbered()}}, {{"elsewhere", numbered({{2, "mine"}})}});
        test::commitMany(repository, "change", 1500, "many", "1");
        repository.git({"symbolic-ref", "HEAD", "refs/heads/main"});
        repository.git({"read-tree", "main"});
        commitFiles(repository, {{"moved", numbered({{19, "theirs"}})}, {"elsewhere", ""}, {"content", ""}});
        const auto comparison = compare(repository, "main", "change");
        QVERIFY(comparison);
        QCOMPARE(comparison->head.entries.size(), std::size_t{1501});
        QCOMPARE(contentOf(*comparison, "elsewhere"), numbered({{2, "mine"}, {19, "theirs"}}));
    }

    void tooManyMovedFilesAreSaidToBeUnpaired()
    {
        const test::ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        test::commitMany(repository, "main", 1001, "from", "before");
        test::commitMany(repository, "main", 1, "both", numbered());
        repository.git({"branch", "-f", "topic", "main"});
        repository.git({"read-tree", "main"});
        repository.git({"rm", "-r", "-q", "--cached", "from"});
        const std::string tree = repository.git({"write-tree"});
        repository.git({"branch", "-f", "topic", repository.git({"commit-tree", "-p", "main", "-m", "out", tree})});
        test::commitMany(repository, "topic", 1001, "to", "after");
        test::commitMany(repository, "topic", 1, "both", numbered({{2, "mine"}}));
        test::commitMany(repository, "main", 1, "both", numbered({{19, "theirs"}}));
        const auto comparison = compare(repository, "main", "topic");
        QVERIFY(comparison);
        QCOMPARE(comparison->kind, ComparisonKind::MergeResult);
        QCOMPARE(comparison->notes.size(), std::size_t{1});
        QVERIFY(comparison->notes.front().find("moved") != std::string::npos);
    }

    void mergeAttributesAreThoseOfBase()
    {
        const git::Files attributes{{".gitattributes", "*.yaml -merge\n"}};
        git::Files base = attributes;
        base["a.yaml"] = numbered();
        git::Files head = attributes;
        head["a.yaml"] = numbered({{2, "mine"}});
        const test::ScratchRepository repository(base, head);
        repository.git({"switch", "-q", "main"});
        commitFiles(repository, {{"a.yaml", numbered({{19, "theirs"}})}});
        QCOMPARE(compare(repository, "main", "change")->conflicts, std::vector<std::string>{"a.yaml"});
        commitFiles(repository, {{".gitattributes", "# none\n"}});
        std::ofstream(repository.path() + "/.gitattributes") << "*.yaml -merge\n"; // not committed: no say
        repository.git({"add", ".gitattributes"});
        QVERIFY(compare(repository, "main", "change")->conflicts.empty());
    }

    void severalMergeBasesMergeAsGitDoes()
    {
        const test::ScratchRepository repository({{"a", numbered()}}, {{"a", numbered({{2, "mine"}})}});
        repository.git({"switch", "-q", "main"});
        commitFiles(repository, {{"a", numbered({{19, "theirs"}})}});
        const std::string mainTip = repository.git({"rev-parse", "main"});
        repository.git({"merge", "-q", "--no-edit", "change"});
        repository.git({"switch", "-q", "change"});
        repository.git({"merge", "-q", "--no-edit", mainTip});
        commitFiles(repository, {{"a", numbered({{2, "mine again"}, {19, "theirs"}})}});
        repository.git({"switch", "-q", "main"});
        commitFiles(repository, {{"a", numbered({{2, "mine"}, {10, "middle"}, {19, "theirs"}})}});
        QCOMPARE(repository.git({"merge-base", "--all", "main", "change"}).size(), std::size_t{81}); // two ids

        const auto comparison = compare(repository, "main", "change");
        QVERIFY(comparison);
        QCOMPARE(comparison->kind, ComparisonKind::MergeResult);
        QCOMPARE(contentOf(*comparison, "a"), numbered({{2, "mine again"}, {10, "middle"}, {19, "theirs"}}));
        QCOMPARE(comparison->notes.size(), std::size_t{1});
        QVERIFY(comparison->notes.front().find("2 merge bases") != std::string::npos);
        QVERIFY(repository.git({"merge-base", "--all", "main", "change"}).find(*comparison->mergeBase) !=
                std::string::npos);
        QCOMPARE(compare(repository, "main...change")->notes.size(), std::size_t{1});
    }

    void unrelatedHistoriesAreComparedAsTheyAre()
    {
        const test::ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        repository.git({"switch", "-q", "--orphan", "other"});
        commitFiles(repository, {{"b", "3"}});
        for (const std::string base : {"main", "main...other"}) {
            const auto comparison = compare(repository, base);
            QVERIFY(comparison);
            QCOMPARE(comparison->kind, ComparisonKind::TwoDot);
            QVERIFY(!comparison->mergeBase);
            QCOMPARE(comparison->notes.size(), std::size_t{1});
            QVERIFY(comparison->notes.front().find("unrelated") != std::string::npos);
            QCOMPARE(listing(comparison->base), listingByGit(repository, "main"));
            QCOMPARE(listing(comparison->head), listingByGit(repository, "other"));
        }
        QVERIFY(compare(repository, "main..other")->notes.empty());
    }

    void linksAndSubmodulesAreNamedAsWhatTheyAre()
    {
        const test::ScratchRepository repository({}, {{"file", "1"}, {"link@", "/etc/passwd"}});
        const std::string commit = repository.git({"rev-parse", "HEAD"});
        repository.git({"update-index", "--chmod=+x", "file"});
        repository.git({"update-index", "--add", "--cacheinfo", "160000," + commit + ",sub"});
        repository.git({"commit", "-q", "-m", "submodule"});
        const auto comparison = compare(repository, "main");
        QVERIFY(comparison);
        QCOMPARE(comparison->head.find("file")->type, EntryType::File);
        QCOMPARE(comparison->head.find("link")->type, EntryType::SymbolicLink);
        QCOMPARE(contentOf(*comparison, "link"), std::string("/etc/passwd"));
        QCOMPARE(comparison->head.find("sub")->type, EntryType::Submodule);
        QCOMPARE(toHex(comparison->head.find("sub")->id), commit);
        QVERIFY(comparison->head.find("sub/anything") == nullptr);
    }

    void pathsThatAreNotUtf8AreComparedByTheirBytes()
    {
        const test::ScratchRepository repository({{"a\xff", "1"}, {"caf\xc3\xa9", "2"}}, {{"a\xff", "3"}});
        repository.git({"symbolic-ref", "HEAD", "refs/heads/main"});
        repository.git({"commit", "-q", "--allow-empty", "-m", "so that there is something to merge"});
        const auto comparison = compare(repository, "main", "change");
        QVERIFY(comparison);
        QCOMPARE(contentOf(*comparison, "a\xff"), std::string("3"));
        QVERIFY(comparison->head.find("caf\xc3\xa9") == nullptr);
    }

    void oneCommitIsBothSides()
    {
        const test::ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const auto commit = git::openCommit(repository.path(), "main", {});
        QVERIFY(commit);
        QCOMPARE(commit->base.revision, std::string("main"));
        QCOMPARE(commit->base.commit, repository.git({"rev-parse", "main"}));
        QCOMPARE(commit->base.entries, commit->head.entries);
        QCOMPARE(contentOf(*commit, "a"), std::string("1"));
    }

    void aTreeWithAnEntryTwiceIsRefused()
    {
        const test::ScratchRepository repository({{"a", "1"}, {"b", "2"}}, {{"a", "2"}});
        std::string entry("100644 a\0", 9);
        for (int i = 0; i < 20; ++i)
            entry += '\1';
        std::ofstream(repository.path() + "/tree", std::ios::binary) << entry << entry;
        const std::string tree = repository.git({"hash-object", "-t", "tree", "-w", "--literally", "tree"});
        const std::string commit = repository.git({"commit-tree", "-m", "twice", tree});
        const auto opened = git::openCommit(repository.path(), commit, {});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Git);
        QVERIFY(opened.error().message.find("twice") != std::string::npos);
    }

    void aRequestToStopIsAnswered()
    {
        const test::ScratchRepository repository({{"a", numbered()}}, {{"a", numbered({{2, "mine"}})}});
        std::stop_source source;
        source.request_stop();
        const git::ComparisonRequest request{repository.path(), "main", "change"};
        QCOMPARE(git::compare(request, source.get_token()).error().code, ErrorCode::Cancelled);
        QCOMPARE(git::openCommit(repository.path(), "main", source.get_token()).error().code, ErrorCode::Cancelled);
    }

private:
    QTemporaryDir m_home;
};

NOCLOBBER_TEST_MAIN(TestComparison)
#include "tst_comparison.moc"
