#include "tests/unit/git/history.h"

#include <sys/stat.h>
#include <unistd.h>

#include "core/git/blob_reader.h"
#include "tests/support/known_leak.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::ScratchRepository;

namespace {

// The real path, as temporary folders may lie behind a link.
std::string real(const std::string &path)
{
    return std::filesystem::canonical(path).string();
}

bool says(const Error &error, const std::string &words)
{
    if (error.message.find(words) != std::string::npos)
        return true;
    qWarning("%s", error.message.c_str());
    return false;
}

void giveAway(const std::string &folder)
{
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder))
        QCOMPARE(lchown(entry.path().c_str(), 4321, 4321), 0);
    QCOMPARE(lchown(folder.c_str(), 4321, 4321), 0);
}

} // namespace

class TestRepository : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("HOME", m_home.path().toUtf8());
        qunsetenv("XDG_CONFIG_HOME");
        qputenv("GIT_CONFIG_NOSYSTEM", "1");
    }

    void aRepositoryIsFoundFromAnyFolderInIt()
    {
        const ScratchRepository repository({}, {{"env/one/a.yaml", "1"}});
        for (const std::string folder : {"", "/env", "/env/one", "/.git"}) {
            const auto place = git::findRepository(repository.path() + folder);
            QVERIFY(place);
            QCOMPARE(place->gitDirectory, real(repository.path()) + "/.git");
            QCOMPARE(place->workTree, real(repository.path()));
            QVERIFY(place->remotes.empty());
        }
    }

    void aBareRepositoryHasNoWorkTree()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const std::string bare = repository.path() + "/bare.git";
        repository.git({"clone", "-q", "--bare", ".", bare});
        const auto place = git::findRepository(bare);
        QVERIFY(place);
        QCOMPARE(place->gitDirectory, real(bare));
        QCOMPARE(place->workTree, std::string());
        const auto comparison = git::compare({bare, {}, {}}, {});
        QVERIFY(comparison);
        QCOMPARE(comparison->base.revision, std::string("main"));
        QCOMPARE(comparison->head.commit, repository.git({"rev-parse", "change"}));
    }

    void aLinkedWorktreeHasItsOwnHead()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const std::string linked = repository.path() + "/linked";
        repository.git({"worktree", "add", "-q", "-b", "other", linked, "main"});
        repository.git({"-C", linked, "commit", "-q", "--allow-empty", "-m", "other"});
        const auto place = git::findRepository(linked);
        QVERIFY(place);
        QCOMPARE(place->gitDirectory, real(repository.path()) + "/.git/worktrees/linked");
        QCOMPARE(place->workTree, real(linked));
        const auto commit = git::openCommit(linked, "HEAD", {});
        QVERIFY(commit);
        QCOMPARE(commit->head.commit, repository.git({"rev-parse", "other"}));
        const auto reader = git::BlobReader::open(*commit);
        QVERIFY(reader);
        QCOMPARE(*reader->read(commit->head.find("a")->id, 100), std::string("1"));
    }

    void worktreeConfigurationIsNoObstacle()
    {
        const test::KnownLeak libgit2; // 1.5 with PCRE2 loses memory when it looks for extensions
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        repository.git({"config", "core.repositoryFormatVersion", "1"});
        repository.git({"config", "extensions.worktreeConfig", "true"});
        repository.git({"config", "extensions.preciousObjects", "true"});
        repository.git({"config", "extensions.objectFormat", "sha1"});
        QVERIFY(test::compare(repository, "main", "change"));
    }

    void alternatesAreRead()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const std::string clone = repository.path() + "/clone";
        repository.git({"clone", "-q", "--shared", ".", clone});
        const auto commit = git::openCommit(clone, "HEAD", {});
        QVERIFY(commit);
        QCOMPARE(*git::BlobReader::open(*commit)->read(commit->head.find("a")->id, 100), std::string("2"));
    }

    void addressesOfRemotesHoldNoPassword_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *address, const char *shown) {
            QTest::newRow(address) << QString::fromLatin1(address) << QString::fromLatin1(shown);
        };
        row("https://h.example/o/r.git", "https://h.example/o/r.git");
        row("https://user:secret@h.example/o/r.git", "https://h.example/o/r.git");
        row("https://token@h.example:8443/o/r.git", "https://h.example:8443/o/r.git");
        row("https://user:p@ss@h.example/o/r.git", "https://h.example/o/r.git");
        row("https://h.example/o/r@2.git", "https://h.example/o/r@2.git");
        row("https://h.example/o/r.git?access_token=secret", "https://h.example/o/r.git");
        row("ssh://git@h.example:2222/o/r.git", "ssh://git@h.example:2222/o/r.git");
        row("ssh://git:secret@h.example/o/r.git", "ssh://git@h.example/o/r.git");
        row("git@h.example:o/r.git", "git@h.example:o/r.git");
        row("git:secret@h.example:o/r.git", "git@h.example:o/r.git");
        row("/srv/git/r@2.git", "/srv/git/r@2.git");
        row("../r.git", "../r.git");
        row("file:///srv/r.git", "file:///srv/r.git");
    }

    void addressesOfRemotesHoldNoPassword()
    {
        QFETCH(QString, address);
        QFETCH(QString, shown);
        const ScratchRepository repository({}, {});
        repository.git({"remote", "add", "origin", address.toStdString()});
        const auto place = git::findRepository(repository.path());
        QVERIFY(place);
        QCOMPARE(place->remotes, std::vector<std::string>{shown.toStdString()});
    }

    void remotesAreSortedByTheirAddress()
    {
        const ScratchRepository repository({}, {});
        repository.git({"remote", "add", "a", "https://z.example/r"});
        repository.git({"remote", "add", "b", "https://a.example/r"});
        repository.git({"remote", "add", "c", "https://me@a.example/r"});
        QCOMPARE(git::findRepository(repository.path())->remotes,
                 (std::vector<std::string>{"https://a.example/r", "https://z.example/r"}));
    }

    void rewrittenAddressesCountBesideTheWrittenOnes()
    {
        const ScratchRepository repository({}, {});
        repository.git({"remote", "add", "origin", "gh:o/r"});
        repository.git({"config", "url.https://wrong.example/.insteadOf", "g"});
        repository.git({"config", "url.https://me:secret@h.example/.insteadOf", "gh:"});
        repository.git({"config", "url.https://wrong.too.example/.insteadOf", "gh"});
        QCOMPARE(repository.git({"ls-remote", "--get-url", "origin"}), std::string("https://me:secret@h.example/o/r"));
        QCOMPARE(git::findRepository(repository.path())->remotes,
                 (std::vector<std::string>{"gh:o/r", "https://h.example/o/r"}));
    }

    void noRepositoryIsSaid()
    {
        const QTemporaryDir folder;
        const auto nothing = git::findRepository(folder.path().toStdString());
        QCOMPARE(nothing.error().code, ErrorCode::NotFound);
        QVERIFY(says(nothing.error(), "not in a git repository"));
        const auto missing = git::findRepository(folder.path().toStdString() + "/missing");
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QVERIFY(says(missing.error(), "no folder"));
    }

    void anotherUsersRepositoryIsRefusedUntilItIsSafe()
    {
        if (geteuid() != 0)
            QSKIP("only root can give a folder to another user");
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        giveAway(repository.path());
        const auto refused = git::findRepository(repository.path());
        QCOMPARE(refused.error().code, ErrorCode::Git);
        QVERIFY(says(refused.error(), "another user"));
        QVERIFY(says(refused.error(), "git config --global --add safe.directory " + real(repository.path())));

        const std::string configuration = m_home.filePath(".gitconfig").toStdString();
        const auto allow = [&](const std::string &values) { std::ofstream(configuration) << "[safe]\n" << values; };
        const auto isOpen = [&] { return static_cast<bool>(git::compare({repository.path(), "main", "change"}, {})); };
        allow("directory = " + real(repository.path()) + "\n");
        QVERIFY(isOpen());
        allow("directory = *\n");
        QVERIFY(isOpen());
        allow("directory = *\ndirectory =\n"); // an empty value starts again
        QVERIFY(!isOpen());
        allow("directory = " + real(repository.path()).substr(0, real(repository.path()).rfind('/')) + "/*\n");
        QVERIFY(isOpen());
        allow("directory = /elsewhere\n");
        QVERIFY(!isOpen());
        qputenv("GIT_CONFIG_COUNT", "1");
        qputenv("GIT_CONFIG_KEY_0", "safe.directory");
        qputenv("GIT_CONFIG_VALUE_0", "*");
        QVERIFY(isOpen());
        for (const char *name : {"GIT_CONFIG_COUNT", "GIT_CONFIG_KEY_0", "GIT_CONFIG_VALUE_0"})
            qunsetenv(name);
        std::filesystem::remove(configuration);
        QVERIFY(!isOpen());
    }

    void theRepositorysOwnWordDoesNotMakeItSafe()
    {
        if (geteuid() != 0)
            QSKIP("only root can give a folder to another user");
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        repository.git({"config", "safe.directory", "*"});
        giveAway(repository.path());
        QCOMPARE(git::findRepository(repository.path()).error().code, ErrorCode::Git);
    }

    void aForeignBareRepositoryIsRefused()
    {
        if (geteuid() != 0)
            QSKIP("only root can give a folder to another user");
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const std::string bare = repository.path() + "/bare.git";
        repository.git({"clone", "-q", "--bare", ".", bare});
        QVERIFY(git::findRepository(bare));
        giveAway(bare);
        QVERIFY(says(git::findRepository(bare).error(), "safe.directory " + real(bare)));
    }

    void aForeignGitFolderInOnesOwnFolderIsRefused()
    {
        if (geteuid() != 0)
            QSKIP("only root can give a folder to another user");
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        giveAway(repository.path() + "/.git");
        QCOMPARE(git::findRepository(repository.path()).error().code, ErrorCode::Git);
    }

    void unknownFormatsAreRefused_data()
    {
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<QString>("words");
        QTest::newRow("version") << QStringList{"core.repositoryFormatVersion=2"} << "format version 2";
        QTest::newRow("extension") << QStringList{"core.repositoryFormatVersion=1", "extensions.fancy=true"}
                                   << "extension \"fancy\"";
        QTest::newRow("reftable") << QStringList{"core.repositoryFormatVersion=1", "extensions.refStorage=reftable"}
                                  << "\"reftable\"";
    }

    void unknownFormatsAreRefused()
    {
        QFETCH(QStringList, settings);
        QFETCH(QString, words);
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        const std::string file = repository.path() + "/.git/config";
        for (const QString &setting : settings)
            repository.git({"config", "--file", file, setting.section('=', 0, 0).toStdString(),
                            setting.section('=', 1).toStdString()});
        const auto place = git::findRepository(repository.path());
        QVERIFY(!place);
        QCOMPARE(place.error().code, ErrorCode::Git);
        QVERIFY(says(place.error(), words.toStdString()));
    }

    void aSha256RepositoryIsRefused()
    {
        const ScratchRepository repository({}, {});
        const std::string other = repository.path() + "/other";
        repository.git({"init", "-q", "--object-format=sha256", other});
        const auto place = git::findRepository(other);
        QVERIFY(!place);
        QCOMPARE(place.error().code, ErrorCode::Git);
        QVERIFY(says(place.error(), "sha256"));
    }

    void anEmptyRepositoryIsSaid()
    {
        const QTemporaryDir folder;
        const ScratchRepository repository({}, {});
        repository.git({"init", "-q", "-b", "main", folder.path().toStdString()});
        const auto commit = git::openCommit(folder.path().toStdString(), "HEAD", {});
        QCOMPARE(commit.error().code, ErrorCode::NotFound);
        QVERIFY(says(commit.error(), "no commit yet"));
        const auto comparison = git::compare({folder.path().toStdString(), {}, {}}, {});
        QVERIFY(says(comparison.error(), "no commit yet"));
        const auto references = git::listReferences(folder.path().toStdString(), 10);
        QVERIFY(references);
        QVERIFY(references->empty());
    }

    void anEmptyOrBrokenGitFolderIsAnError()
    {
        const ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        std::ofstream(repository.path() + "/.git/config") << "[core\nthis is no configuration";
        const auto place = git::findRepository(repository.path());
        QVERIFY(!place);
        QCOMPARE(place.error().code, ErrorCode::Git);
    }

private:
    QTemporaryDir m_home;
};

NOCLOBBER_TEST_MAIN(TestRepository)
#include "tst_repository.moc"
