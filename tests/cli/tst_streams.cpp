#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/cli/program.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::Run;
using test::runProgram;

/// Where the bytes go: colours, files, broken outputs, terminals, interruptions.
class TestStreams : public QObject
{
    Q_OBJECT

private:
    const test::ScratchRepository m_repository{test::quietBase(), test::overwrittenHead()};
    const QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QStringList review(const QStringList &more = {}) const { return test::reviewOf(m_repository, more); }

    /// A pipe with a name: who opens it waits for the other side.
    QString namedPipe(const char *name) const
    {
        if (mkfifo(qPrintable(path(name)), 0600) != 0)
            qFatal("cannot make a named pipe");
        return path(name);
    }

    /// The writing end of a named pipe, as soon as somebody reads from it.
    static int openedWriter(const QString &pipe)
    {
        int writer = -1;
        const auto opens = [&] { return (writer = open(qPrintable(pipe), O_WRONLY | O_NONBLOCK | O_CLOEXEC)) >= 0; };
        return QTest::qWaitFor(opens, 30'000) ? writer : -1;
    }

    /// Starts the program with a descriptor of ours as one of its streams.
    static void startWith(QProcess &process, int stream, int ours, const QStringList &arguments)
    {
        process.setProcessEnvironment(test::plainEnvironment({QStringLiteral("TERM=xterm")}));
        process.setChildProcessModifier([stream, ours] {
            if (ours >= 0)
                dup2(ours, stream);
            else
                close(stream);
        });
        process.start(QStringLiteral(NOCLOBBER_PROGRAM), arguments);
    }

    static bool isColoured(const QString &text) { return text.contains(QLatin1Char('\x1b')); }

private slots:
    void colourIsForTerminalsUnlessSomebodySaysOtherwise()
    {
        QVERIFY(!isColoured(runProgram(review()).out));
        QVERIFY(isColoured(runProgram(review({QStringLiteral("--color"), QStringLiteral("always")})).out));
        QVERIFY(isColoured(runProgram(review(), {QStringLiteral("CLICOLOR_FORCE=1")}).out));
        QVERIFY(!isColoured(runProgram(review(), {QStringLiteral("CLICOLOR_FORCE=0")}).out));
        const QStringList both{QStringLiteral("CLICOLOR_FORCE=1"), QStringLiteral("NO_COLOR=1")};
        QVERIFY(!isColoured(runProgram(review(), both).out));
        QVERIFY(!isColoured(runProgram(review({QStringLiteral("--color"), QStringLiteral("never")}), both).out));
        QVERIFY(isColoured(runProgram(review({QStringLiteral("--color"), QStringLiteral("always")}), both).out));
    }

    void aTerminalGetsColourAndADumbOneDoesNot()
    {
        for (const char *terminal : {"xterm", "dumb"}) {
            int ours = -1;
            int theirs = -1;
            QCOMPARE(openpty(&ours, &theirs, nullptr, nullptr, nullptr), 0);
            QProcess process;
            process.setProcessEnvironment(test::plainEnvironment({QStringLiteral("TERM=") + QLatin1String(terminal)}));
            process.setChildProcessModifier([theirs] { dup2(theirs, STDOUT_FILENO); });
            process.start(QStringLiteral(NOCLOBBER_PROGRAM), review({QStringLiteral("-q")}));
            QVERIFY(process.waitForFinished());
            close(theirs);
            QByteArray shown(4096, '\0');
            const auto size = read(ours, shown.data(), static_cast<std::size_t>(shown.size()));
            close(ours);
            QVERIFY(size > 0);
            QCOMPARE(isColoured(QString::fromUtf8(shown.left(size))), QByteArray(terminal) == "xterm");
        }
    }

    void aFileIsReplacedAsAWholeAndKeepsItsRights()
    {
        QFile file(path("report.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("old");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        const QFile::Permissions permissions = QFileInfo(file.fileName()).permissions();
        QVERIFY(QFile::link(file.fileName(), path("link.txt")));
        QCOMPARE(runProgram(review({QStringLiteral("-o"), path("link.txt")})).exitCode, 1);
        QVERIFY(QFileInfo(path("link.txt")).isSymLink());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("Block. "));
        QCOMPARE(QFileInfo(file.fileName()).permissions(), permissions);
    }

    void anOutputThatCannotBeWrittenEndsWith2_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("said");
        QTest::newRow("no folder") << path("missing/report.txt") << "No such file or directory";
        QTest::newRow("a folder") << m_folder.path() << "Is a directory";
        QTest::newRow("a full disk") << "/dev/full"
                                     << "No space left on device";
    }
    void anOutputThatCannotBeWrittenEndsWith2()
    {
        QFETCH(QString, file);
        QFETCH(QString, said);
        const Run run = runProgram(review({QStringLiteral("-o"), file}));
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(run.err, QStringLiteral("noclobber: cannot write the file: %1 (%2)\n").arg(said, file));
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral(".*")}, QDir::Files | QDir::Hidden).isEmpty());
    }

    void aFullStandardOutputEndsWith2()
    {
        QProcess process;
        const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
        startWith(process, STDOUT_FILENO, full, review());
        QVERIFY(process.waitForFinished());
        close(full);
        QCOMPARE(process.exitCode(), 2);
        QCOMPARE(process.readAllStandardError(),
                 QByteArray("noclobber: cannot write to the standard output: No space left on device\n"));
    }

    void aPipeWithoutAReaderEndsWith2()
    {
        int ends[2] = {-1, -1};
        QCOMPARE(pipe2(ends, O_CLOEXEC), 0);
        close(ends[0]);
        for (const QStringList &arguments : {review(), QStringList{QStringLiteral("--help")}}) {
            QProcess process;
            startWith(process, STDOUT_FILENO, ends[1], arguments);
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QCOMPARE(process.exitCode(), 2);
            QVERIFY(process.readAllStandardError().contains("Broken pipe"));
        }
        close(ends[1]);
    }

    void aClosedStandardOutputEndsWith2AndIsNotAnotherFile()
    {
        QProcess process;
        startWith(process, STDOUT_FILENO, -1, review());
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("cannot write to the standard output"));
    }

    void anInterruptionEndsWithin200MillisecondsWith2_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("terminate") << SIGTERM;
        QTest::newRow("hang up") << SIGHUP;
    }
    void anInterruptionEndsWithin200MillisecondsWith2()
    {
        QFETCH(int, number);
        qint64 fastest = std::numeric_limits<qint64>::max();
        for (int attempt = 0; attempt < 3; ++attempt) { // the machine may be busy, the program is not
            const QString pipe = namedPipe(qPrintable(QStringLiteral("config-%1-%2").arg(number).arg(attempt)));
            QProcess process;
            process.setProcessEnvironment(test::plainEnvironment());
            process.start(QStringLiteral(NOCLOBBER_PROGRAM),
                          review({QStringLiteral("--config"), pipe, QStringLiteral("-o"), path("never.txt")}));
            // It waits for a configuration that nobody writes, once it opened the pipe: then there is a reader.
            const int writer = openedWriter(pipe);
            QVERIFY(writer >= 0);
            QElapsedTimer timer;
            timer.start();
            kill(static_cast<pid_t>(process.processId()), number);
            QVERIFY(process.waitForFinished());
            fastest = std::min(fastest, timer.elapsed());
            close(writer);
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QCOMPARE(process.exitCode(), 2);
            QCOMPARE(process.readAllStandardError(), QByteArray("noclobber: cancelled\n"));
            QVERIFY(!QFile::exists(path("never.txt")));
        }
        QVERIFY2(fastest <= 200, qPrintable(QString::number(fastest)));
    }

    void progressIsShownOnATerminalOnlyWhenItTakesLong()
    {
        for (const bool isSlow : {false, true}) {
            int ours = -1;
            int theirs = -1;
            QCOMPARE(openpty(&ours, &theirs, nullptr, nullptr, nullptr), 0);
            QStringList arguments = review({QStringLiteral("-o"), path("slow.txt")});
            if (isSlow)
                arguments += {QStringLiteral("--config"), namedPipe("slow.yaml")};
            QProcess process;
            startWith(process, STDERR_FILENO, theirs, arguments);
            if (isSlow) {
                const int writer = openedWriter(path("slow.yaml"));
                QVERIFY(writer >= 0);
                pollfd terminal{ours, POLLIN, 0};
                QCOMPARE(poll(&terminal, 1, 30'000), 1); // it speaks up while it still waits
                close(writer);
            }
            QVERIFY(process.waitForFinished());
            close(theirs);
            fcntl(ours, F_SETFL, O_NONBLOCK);
            QByteArray shown(4096, '\0');
            const auto size = read(ours, shown.data(), static_cast<std::size_t>(shown.size()));
            close(ours);
            shown.truncate(std::max<qsizetype>(0, size));
            QCOMPARE(process.exitCode(), 1);
            QCOMPARE(shown.contains("Opening the repository"), isSlow);
            QCOMPARE(shown.endsWith("\r\x1b[K"), isSlow);
        }
    }
};

NOCLOBBER_TEST_MAIN(TestStreams)
#include "tst_streams.moc"
