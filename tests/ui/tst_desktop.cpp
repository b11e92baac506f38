#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/test_main.h"

namespace {

struct Answer {
    int exitCode = -1;
    QString output;
    QString errors;
};

} // namespace

/// The program as a script uses it: arguments, streams, exit codes.
class TestDesktop : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    Answer run(const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *folder : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QLatin1String(folder), m_home.path());
        environment.remove(QStringLiteral("QT_QPA_PLATFORM")); // the program itself asks for no screen
        environment.remove(QStringLiteral("DISPLAY"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(NOCLOBBER_DESKTOP_PROGRAM), arguments);
        if (!process.waitForFinished(60'000))
            qFatal("the program does not end");
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

private slots:
    void sampleIsWrittenReviewedDrawnAndReported()
    {
        const QString repository = m_home.filePath(QStringLiteral("sample"));
        const Answer written = run({"--sample-repository", repository});
        QCOMPARE(written.exitCode, 0);
        QCOMPARE(written.output, repository + "\n");

        const QString picture = m_home.filePath(QStringLiteral("window.png"));
        const QString report = m_home.filePath(QStringLiteral("report.html"));
        const Answer drawn =
            run({repository, "--base", "main", "--head", "change", "--picture", picture, "--report", report});
        QCOMPARE(drawn.errors, QString());
        QCOMPARE(drawn.exitCode, 0);
        const QImage image(picture);
        QVERIFY(image.width() >= 1024 && image.height() >= 640);
        QFile page(report);
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray html = page.readAll();
        QVERIFY(html.contains("app01-cluster01"));

        QFile again(m_home.filePath(QStringLiteral("again.html"))); // what was read is kept, and changes nothing
        QCOMPARE(QDir(m_home.filePath("noclobber/index")).entryList({"*.index"}, QDir::Files).size(), 1);
        QCOMPARE(run({repository, "--base", "main", "--head", "change", "--report", again.fileName()}).exitCode, 0);
        QVERIFY(again.open(QIODevice::ReadOnly));
        QCOMPARE(again.readAll(), html);
    }
    void aMissingRevisionEndsWithTwoAndASentence()
    {
        const QString repository = m_home.filePath(QStringLiteral("other"));
        QCOMPARE(run({"--sample-repository", repository}).exitCode, 0);
        const Answer answer = run({repository, "--base", "nowhere", "--picture", m_home.filePath("never.png")});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY2(answer.errors.startsWith("noclobber-desktop: ") && answer.errors.contains("nowhere"),
                 qPrintable(answer.errors));
        QVERIFY(!QFile::exists(m_home.filePath("never.png")));
    }
    void aFileThatCannotBeWrittenEndsWithTwo()
    {
        const Answer answer = run({"--sample", "--report", m_home.filePath("no/such/folder/report.html")});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY(answer.errors.contains("cannot be written"));
    }
    void argumentsThatMakeNoSenseEndWithTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{"--frobnicate", "--picture", "x"};
        QTest::newRow("unknown theme") << QStringList{"--sample", "--theme", "pink", "--picture", "x"};
        QTest::newRow("two folders") << QStringList{"a", "b", "--picture", "x"};
    }
    void argumentsThatMakeNoSenseEndWithTwo()
    {
        QFETCH(QStringList, arguments);
        const Answer answer = run(arguments);
        QCOMPARE(answer.exitCode, 2);
        QVERIFY2(answer.errors.startsWith("noclobber-desktop: "), qPrintable(answer.errors));
        QCOMPARE(answer.output, QString());
    }
    void versionAndHelpNeedNoScreen()
    {
        const Answer version = run({"--version"});
        QCOMPARE(version.exitCode, 0);
        QCOMPARE(version.output, "noclobber " NOCLOBBER_VERSION "\n");
        const Answer help = run({"--help"});
        QCOMPARE(help.exitCode, 0);
        for (const char *option : {"--base", "--head", "--sample", "--sample-repository", "--picture", "--report"})
            QVERIFY2(help.output.contains(QLatin1String(option)), option);
    }
};

NOCLOBBER_TEST_MAIN(TestDesktop)
#include "tst_desktop.moc"
