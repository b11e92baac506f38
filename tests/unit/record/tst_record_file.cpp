#include "core/record/record_file.h"
#include "tests/support/changes.h"
#include "tests/support/full_disk.h"
#include "tests/support/sample_review.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace noclobber;
using namespace noclobber::record;

namespace {

ReviewRecord branches()
{
    ReviewRecord record;
    record.repository = "/srv/manifests/.git";
    record.base = "main";
    record.head = "change";
    return record;
}

ReviewRecord withComments(int count)
{
    ReviewRecord record = branches();
    for (int i = 1; i <= count; ++i)
        record.comments.push_back({i, test::objectId("", "ConfigMap", "web", "a"), "", std::to_string(i), "t"});
    return record;
}

std::string contentOf(const std::string &file)
{
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void put(const std::string &file, const std::string &text)
{
    std::ofstream(file) << text;
    ::chmod(file.c_str(), 0600);
}

QStringList filesIn(const std::string &folder)
{
    return QDir(QString::fromStdString(folder)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

class TestRecordFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::string m_folder;
    std::string m_place;

private slots:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = m_home->filePath(QStringLiteral("noclobber/reviews")).toStdString();
        m_place = m_folder + "/" + fileName(branches());
    }

    void whatIsWrittenIsFoundAgain()
    {
        {
            RecordFile file(m_folder, branches());
            const auto none = file.read();
            QVERIFY2(none, none ? "" : none.error().message.c_str());
            QVERIFY(none->record == branches());
            QVERIFY(none->remarks.empty());
            QVERIFY(file.write(withComments(3)));
        }
        RecordFile again(m_folder, branches());
        QVERIFY(again.read()->record == withComments(3));
    }

    void eachPairOfBranchesHasItsOwn()
    {
        ReviewRecord other = branches();
        other.head = "change2";
        QVERIFY(fileName(other) != fileName(branches()));
        RecordFile one(m_folder, branches());
        QVERIFY(one.write(withComments(1)));
        RecordFile two(m_folder, other);
        QVERIFY(two.read()->record == other);
    }

    void nobodyElseMayReadIt()
    {
        RecordFile file(m_folder, branches());
        QVERIFY(file.read());
        QVERIFY(file.write(branches()));
        struct stat status {};
        for (const QString &name : filesIn(m_folder)) {
            QCOMPARE(stat((m_folder + "/" + name.toStdString()).c_str(), &status), 0);
            QCOMPARE(status.st_mode & 077U, 0U);
        }
        QCOMPARE(stat(m_folder.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0700U);
    }

    void theKeyStaysAndIsAnotherForAnotherUser()
    {
        RecordFile file(m_folder, branches());
        const Key key = file.read()->key;
        QVERIFY(key != Key());
        QVERIFY(file.read()->key == key);
        RecordFile elsewhere(m_folder + "2", branches());
        QVERIFY(elsewhere.read()->key != key);
    }

    void aSecondWindowIsToldAndDoesNotWrite()
    {
        auto first = std::make_unique<RecordFile>(m_folder, branches());
        QVERIFY(first->read());
        QVERIFY(first->write(withComments(1)));
        RecordFile second(m_folder, branches());
        const auto refused = second.read();
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.find("another window") != std::string::npos, refused.error().message.c_str());
        QCOMPARE(refused.error().where, ""); // the name of a lock says nothing to a person
        QVERIFY(!second.write(branches()));
        first.reset();
        QVERIFY(second.read()->record == withComments(1));
        QVERIFY(second.write(withComments(2)));
    }

    void aDamagedFileIsKeptAsideAndSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("cut short") << QByteArray("{\"schema\": \"noclobber.rec");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("no version") << QByteArray("{\"schema\": \"noclobber.record/0x9\"}");
    }
    void aDamagedFileIsKeptAsideAndSaid()
    {
        QFETCH(QByteArray, text);
        std::filesystem::create_directories(m_folder);
        ::chmod(m_folder.c_str(), 0700);
        for (int time = 1; time <= 2; ++time) {
            put(m_place, text.toStdString());
            RecordFile file(m_folder, branches());
            const auto kept = file.read();
            QVERIFY2(kept, kept ? "" : kept.error().message.c_str());
            QVERIFY(kept->record == branches());
            QCOMPARE(kept->remarks.size(), std::size_t(1));
            const std::string aside = m_place + (time == 1 ? ".damaged" : ".damaged-2");
            QVERIFY2(kept->remarks[0].find(aside) != std::string::npos, kept->remarks[0].c_str());
            QVERIFY2(kept->remarks[0].find("schema") == std::string::npos, kept->remarks[0].c_str());
            QVERIFY(file.write(withComments(1)));
            QCOMPARE(contentOf(aside), text.toStdString());
        }
    }

    void aNewerRecordIsLeftAlone()
    {
        const std::string newer = "{\"schema\": \"noclobber.record/2\", \"marks\": []}";
        std::filesystem::create_directories(m_folder);
        ::chmod(m_folder.c_str(), 0700);
        put(m_place, newer);
        RecordFile file(m_folder, branches());
        for (int time = 1; time <= 2; ++time) {
            const auto refused = file.read();
            QVERIFY(!refused);
            QCOMPARE(refused.error().message,
                     "a newer noclobber wrote the ones on disk, and nothing is saved over them");
            QCOMPARE(refused.error().where, "");
            QVERIFY(!file.write(withComments(1)));
            QCOMPARE(contentOf(m_place), newer);
        }
        QVERIFY(filesIn(m_folder).filter("damaged").isEmpty());
        put(m_place, toJson(withComments(2))); // somebody took it away
        QVERIFY(file.read()->record == withComments(2));
        QVERIFY(file.write(withComments(3)));
    }

    /// A full table of open files, a disk that hangs, a backup that brought other rights: what is there may be whole.
    void whatCannotBeReadAtAllStaysWhereItIs_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::newRow("the record") << fileName(branches());
        QTest::newRow("the key") << std::string("key");
    }
    void whatCannotBeReadAtAllStaysWhereItIs()
    {
        QFETCH(const std::string, name);
        Key key{};
        {
            RecordFile file(m_folder, branches());
            key = file.read()->key;
            QVERIFY(file.write(withComments(2)));
        }
        const std::string place = m_folder + "/" + name;
        ::chmod(place.c_str(), 0644);
        RecordFile file(m_folder, branches());
        const auto refused = file.read();
        QVERIFY(!refused);
        QCOMPARE(refused.error().where, place);
        QVERIFY(!file.write(withComments(1)));
        QVERIFY(filesIn(m_folder).filter("damaged").isEmpty());
        ::chmod(place.c_str(), 0600);
        const auto kept = file.read();
        QVERIFY(kept && kept->record == withComments(2) && kept->key == key);
        QVERIFY(file.write(withComments(3)));
    }

    void aDamagedKeyIsKeptAside()
    {
        {
            RecordFile file(m_folder, branches());
            QVERIFY(file.read());
        }
        put(m_folder + "/key", "short");
        RecordFile file(m_folder, branches());
        const auto kept = file.read();
        QVERIFY(kept);
        QCOMPARE(kept->remarks.size(), std::size_t(1));
        QCOMPARE(contentOf(m_folder + "/key.damaged"), std::string("short"));
        QVERIFY(file.read()->key == kept->key);
    }

    void aFullDiskIsSaidAndTheOldRecordStays()
    {
        RecordFile file(m_folder, branches());
        QVERIFY(file.read());
        QVERIFY(file.write(withComments(1)));
        const std::string before = contentOf(m_place);
        {
            const test::FullDisk full(64);
            const auto refused = file.write(withComments(100));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Io);
            QVERIFY2(refused.error().message.starts_with("the review record cannot be written: "),
                     refused.error().message.c_str());
            QCOMPARE(refused.error().where, m_place);
        }
        QCOMPARE(contentOf(m_place), before);
        QVERIFY(!filesIn(m_folder).contains(QString::fromStdString(fileName(branches()) + ".new")));
        QVERIFY(file.write(withComments(100)));
    }

    void anUnwritableFolderIsSaidAndTriedAgain()
    {
        if (geteuid() == 0)
            QSKIP("root may write everywhere");
        const std::string parent = m_home->filePath(QStringLiteral("noclobber")).toStdString();
        std::filesystem::create_directories(parent);
        ::chmod(parent.c_str(), 0500);
        RecordFile file(m_folder, branches());
        QVERIFY(!file.read());
        QVERIFY(!file.write(withComments(1)));
        ::chmod(parent.c_str(), 0700);
        QVERIFY(file.read());
        QVERIFY(file.write(withComments(1)));
    }

    void aFolderThatVanishesIsMadeAnewWithItsKey()
    {
        RecordFile file(m_folder, branches());
        const Key key = file.read()->key;
        QVERIFY(file.write(withComments(1)));
        std::filesystem::remove_all(m_folder);
        QVERIFY(file.write(withComments(2)));
        RecordFile second(m_folder, branches());
        QVERIFY(!second.read()); // its lock was made anew, too
        ReviewRecord other = branches();
        other.head = "other";
        QVERIFY(RecordFile(m_folder, other).read()->key == key);
        QVERIFY(contentOf(m_place) == toJson(withComments(2)));
    }

    void aFileInThePlaceOfTheFolderIsSaid()
    {
        put(m_home->filePath(QStringLiteral("noclobber")).toStdString(), "in the way");
        RecordFile file(m_folder, branches());
        const auto refused = file.read();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Io);
    }

    void whoIsKilledLeavesAWholeRecord()
    {
        const std::string small = toJson(withComments(1));
        const std::string large = toJson(withComments(5000));
        for (int round = 0; round < 20; ++round) {
            const pid_t child = fork();
            if (child == 0) {
                RecordFile file(m_folder, branches());
                bool isSmall = true;
                for (const ReviewRecord one = withComments(1), other = withComments(5000);; isSmall = !isSmall)
                    (void)file.write(isSmall ? one : other);
            }
            usleep(static_cast<useconds_t>(2'000 + 1'700 * round));
            kill(child, SIGKILL);
            int status = 0;
            QCOMPARE(waitpid(child, &status, 0), child);
            if (!std::filesystem::exists(m_place))
                continue;
            const std::string found = contentOf(m_place);
            QVERIFY(found == small || found == large);
            RecordFile next(m_folder, branches());
            QVERIFY(next.read()->remarks.empty());
        }
        RecordFile file(m_folder, branches());
        QVERIFY(file.write(withComments(2)));
    }

    void itsPlaceIsTheUsersDataFolder()
    {
        qputenv("XDG_DATA_HOME", "/somewhere/data");
        QCOMPARE(userFolder().value_or(""), std::string("/somewhere/data/noclobber/reviews"));
        qputenv("XDG_DATA_HOME", "relative");
        qputenv("HOME", "/home/kim");
        QCOMPARE(userFolder().value_or(""), std::string("/home/kim/.local/share/noclobber/reviews"));
        qunsetenv("HOME");
        QVERIFY(!userFolder());
    }
};

NOCLOBBER_TEST_MAIN(TestRecordFile)
#include "tst_record_file.moc"
