#include "core/index/private_folder.h"
#include "tests/support/full_disk.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <csignal>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace noclobber;
using index::PrivateFolder;
using test::FullDisk;

namespace {

constexpr std::size_t limit = 1U << 20U;

std::string contentOf(const PrivateFolder &folder, const std::string &name)
{
    const auto bytes = folder.read(name, limit);
    return !bytes ? "refused: " + bytes.error().message : bytes->value_or("none");
}

int modeOf(const std::string &path)
{
    struct stat status {};
    return lstat(path.c_str(), &status) == 0 ? static_cast<int>(status.st_mode & 07777U) : -1;
}

} // namespace

/// Files that only the user may see, and that are always whole.
class TestPrivateFolder : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_path = m_temporary->path().toStdString() + "/a/b";
    }

    void missingFoldersAreMadeForTheUserAlone()
    {
        QVERIFY(!PrivateFolder::open(m_path)); // who only reads makes none
        QVERIFY(!std::filesystem::exists(m_path));
        QVERIFY(bool(PrivateFolder::make(m_path)));
        QVERIFY(bool(PrivateFolder::open(m_path)));
        QCOMPARE(modeOf(m_path), 0700);
        QCOMPARE(modeOf(m_path + "/.."), 0700);
    }

    void folderThatOthersMayEnterIsRefused()
    {
        std::filesystem::create_directories(m_path);
        for (const mode_t mode : {0755, 0710, 0702}) {
            chmod(m_path.c_str(), mode);
            QVERIFY(!PrivateFolder::make(m_path));
        }
        chmod(m_path.c_str(), 0700);
        QVERIFY(bool(PrivateFolder::make(m_path)));
    }

    void folderOfAnotherUserIsRefused()
    {
        if (geteuid() != 0)
            QSKIP("only root can give a folder away");
        std::filesystem::create_directories(m_path);
        QCOMPARE(chmod(m_path.c_str(), 0700), 0);
        QCOMPARE(chown(m_path.c_str(), 12345, 12345), 0);
        QVERIFY(!PrivateFolder::make(m_path));
        QVERIFY(!PrivateFolder::make(m_path + "/below")); // nor is one made in it
        QVERIFY(!std::filesystem::exists(m_path + "/below"));
    }

    void symbolicLinkIsNoFolder()
    {
        QVERIFY(bool(PrivateFolder::make(m_path)));
        std::filesystem::create_directory_symlink(m_path, m_path + "-link");
        QVERIFY(!PrivateFolder::open(m_path + "-link"));
        QVERIFY(!PrivateFolder::open(m_path + "-link/"));
        QVERIFY(bool(PrivateFolder::open(m_path + "/")));
    }

    void placesWithoutAFolderAreErrors_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("relative") << "caches";
        QTest::newRow("empty") << "";
        QTest::newRow("cannot be written") << "/proc/caches";
        QTest::newRow("a file") << "/dev/null";
        QTest::newRow("below a file") << "/dev/null/caches";
    }
    void placesWithoutAFolderAreErrors()
    {
        QFETCH(QString, path);
        const auto folder = PrivateFolder::make(path.toStdString());
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::Io);
    }

    void whatWasWrittenIsRead()
    {
        const auto folder = PrivateFolder::make(m_path);
        QCOMPARE(contentOf(*folder, "x"), std::string("none"));
        QVERIFY(bool(folder->replace("x", "long text")));
        QVERIFY(bool(folder->replace("x", "text")));
        QCOMPARE(contentOf(*folder, "x"), std::string("text"));
        QCOMPARE(modeOf(m_path + "/x"), 0600);
        QVERIFY(!std::filesystem::exists(m_path + "/x.new"));
    }

    void fileThatIsNotOursAloneIsRefused()
    {
        const auto folder = PrivateFolder::make(m_path);
        QVERIFY(bool(folder->replace("x", "text")));
        chmod((m_path + "/x").c_str(), 0640);
        QVERIFY(QString::fromStdString(contentOf(*folder, "x")).startsWith("refused"));
        QVERIFY(bool(folder->replace("x", "text")));
        QCOMPARE(contentOf(*folder, "x"), std::string("text"));
    }

    void otherThingsInAFilesPlaceAreRefusedAtOnce()
    {
        const auto folder = PrivateFolder::make(m_path);
        QVERIFY(bool(folder->replace("x", "text")));
        std::filesystem::create_symlink(m_path + "/x", m_path + "/link");
        std::filesystem::create_directory(m_path + "/folder");
        QCOMPARE(mkfifo((m_path + "/pipe").c_str(), 0600), 0);
        for (const char *name : {"link", "folder", "pipe"})
            QVERIFY2(QString::fromStdString(contentOf(*folder, name)).startsWith("refused"), name);
        QVERIFY(!folder->read("x", 3));
        QVERIFY(bool(folder->read("x", 4)));
    }

    void symbolicLinkIsReplacedNotFollowed()
    {
        const auto folder = PrivateFolder::make(m_path);
        const std::string other = m_temporary->path().toStdString() + "/other";
        std::ofstream(other) << "mine";
        std::filesystem::create_symlink(other, m_path + "/x");
        QVERIFY(bool(folder->replace("x", "text")));
        QCOMPARE(contentOf(*folder, "x"), std::string("text"));
        std::filesystem::create_symlink(other, m_path + "/x.new");
        QVERIFY(!folder->replace("x", "newer"));
        QCOMPARE(std::filesystem::file_size(other), std::uintmax_t{4});
        QCOMPARE(contentOf(*folder, "x"), std::string("text"));
    }

    void whoComesWhileAnotherWritesDoesNotWait()
    {
        const auto folder = PrivateFolder::make(m_path);
        QVERIFY(bool(folder->replace("x", "text")));
        const int other = ::open((m_path + "/x.new").c_str(), O_WRONLY | O_CREAT, 0600);
        QCOMPARE(flock(other, LOCK_EX), 0);
        QVERIFY(!folder->replace("x", "newer"));
        QCOMPARE(contentOf(*folder, "x"), std::string("text"));
        ::close(other); // as when its process ends, in whatever way
        QVERIFY(bool(folder->replace("x", "newer")));
        QCOMPARE(contentOf(*folder, "x"), std::string("newer"));
    }

    void fullDiskLeavesTheOldFile()
    {
        const auto folder = PrivateFolder::make(m_path);
        QVERIFY(bool(folder->replace("x", "text")));
        {
            const FullDisk full(1000);
            QVERIFY(!folder->replace("x", std::string(5000, 'n')));
        }
        QCOMPARE(contentOf(*folder, "x"), std::string("text"));
        QVERIFY(!std::filesystem::exists(m_path + "/x.new"));
    }

    void killedWriterLeavesAWholeFile()
    {
        const auto folder = PrivateFolder::make(m_path);
        constexpr std::size_t size = 300'000;
        QVERIFY(bool(folder->replace("x", std::string(size, 'z'))));
        for (int round = 0; round < 40; ++round) {
            int ready[2];
            QCOMPARE(pipe(ready), 0);
            const pid_t writer = fork();
            if (writer == 0) {
                for (char letter = 'a';; letter = letter == 'y' ? 'a' : static_cast<char>(letter + 1)) {
                    (void)folder->replace("x", std::string(size, letter));
                    (void)!write(ready[1], "", 1);
                }
            }
            char byte = 0;
            for (int i = 0; i <= round % 5; ++i)
                QCOMPARE(read(ready[0], &byte, 1), ssize_t{1});
            kill(writer, SIGKILL);
            QCOMPARE(waitpid(writer, nullptr, 0), writer);
            close(ready[0]);
            close(ready[1]);
            const std::string content = contentOf(*folder, "x");
            QCOMPARE(content.size(), size);
            QCOMPARE(content.find_first_not_of(content.front()), std::string::npos);
        }
        QVERIFY(bool(folder->replace("x", "text"))); // whatever they left behind
        QCOMPARE(contentOf(*folder, "x"), std::string("text"));
    }

    void severalWritersLeaveAWholeFile()
    {
        const auto folder = PrivateFolder::make(m_path);
        constexpr std::size_t size = 100'000;
        QVERIFY(bool(folder->replace("x", std::string(size, 'z'))));
        std::vector<pid_t> writers;
        for (const char letter : {'a', 'b', 'c'}) {
            writers.push_back(fork());
            if (writers.back() != 0)
                continue;
            bool isWhole = true;
            for (int i = 0; i < 100; ++i) {
                (void)folder->replace("x", std::string(size, letter));
                const std::string content = contentOf(*folder, "x");
                isWhole &= content.size() == size && content.find_first_not_of(content.front()) == std::string::npos;
            }
            _exit(isWhole ? 0 : 1);
        }
        for (const pid_t writer : writers) {
            int status = -1;
            QCOMPARE(waitpid(writer, &status, 0), writer);
            QCOMPARE(status, 0);
        }
    }

    void oldestFilesGoFirst()
    {
        const auto folder = PrivateFolder::make(m_path);
        const std::string bytes(100'000, 'a');
        int age = 0;
        for (const char *name : {"newest", "middle", "oldest", "kept"}) {
            QVERIFY(bool(folder->replace(name, bytes)));
            const struct timespec time[2] = {{1'000'000 - age, 0}, {1'000'000 - age, 0}};
            utimensat(AT_FDCWD, (m_path + "/" + name).c_str(), time, 0);
            ++age;
        }
        folder->keepWithin(400'000, "kept");
        QCOMPARE(contentOf(*folder, "oldest").size(), bytes.size());
        folder->keepWithin(399'999, "kept");
        QCOMPARE(contentOf(*folder, "oldest"), std::string("none"));
        QCOMPARE(contentOf(*folder, "middle").size(), bytes.size());
        folder->keepWithin(0, "kept");
        QCOMPARE(contentOf(*folder, "newest"), std::string("none"));
        QCOMPARE(contentOf(*folder, "kept").size(), bytes.size());
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    std::string m_path;
};

NOCLOBBER_TEST_MAIN(TestPrivateFolder)
#include "tst_private_folder.moc"
