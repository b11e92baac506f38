#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include "core/report/html_page.h"
#include "core/report/html_report.h"
#include "tests/cli/program.h"
#include "tests/support/sample_review.h"
#include "tests/support/test_main.h"

using namespace noclobber;

namespace {

Result<review::ObjectTexts> noTexts(const review::Review &, const argo::ObjectId &)
{
    return review::ObjectTexts{};
}

} // namespace

/// The page as a browser takes it. Skipped where there is no chromium.
class TestReportInBrowser : public QObject
{
    Q_OBJECT

private:
    const QTemporaryDir m_folder;
    const QString m_anchor =
        QString::fromStdString(report::HtmlPage::anchor(test::objectId("apps", "StatefulSet", "kafka", "kafka")));

    QString page() const { return m_folder.filePath(QStringLiteral("report.html")); }

    /// The object's entry when it is open.
    QRegularExpression openObject() const
    {
        return QRegularExpression(
            QStringLiteral(
                "<details class=\"row\" open=\"\"><summary>(?:(?!</summary>).)*</summary><div class=\"body\" "
                "id=\"%1\">")
                .arg(m_anchor),
            QRegularExpression::DotMatchesEverythingOption);
    }

    struct Loaded {
        QString document; ///< as it is after loading
        QString log;
    };

    /// Opens the page at an anchor. Every request that leaves it would show in the log.
    Loaded load(const QString &anchor) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(NOCLOBBER_CHROMIUM),
                      QStringList{QStringLiteral("--headless"), QStringLiteral("--no-sandbox"),
                                  QStringLiteral("--disable-gpu"), QStringLiteral("--enable-logging=stderr"),
                                  QStringLiteral("--user-data-dir=") + m_folder.filePath(QStringLiteral("profile")),
                                  QStringLiteral("--host-resolver-rules=MAP * ~NOTFOUND"), QStringLiteral("--dump-dom"),
                                  QStringLiteral("file://") + page() + QLatin1Char('#') + anchor});
        if (!process.waitForFinished(120'000))
            return {};
        return {QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }

private slots:
    void initTestCase()
    {
        if (QStringLiteral(NOCLOBBER_CHROMIUM).isEmpty())
            QSKIP("no chromium on this machine: the page is not tried in a browser");
        const std::string html = report::writeHtmlReport(test::sampleReview(), {"", noTexts});
        QFile file(page());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(html.data(), static_cast<qint64>(html.size())), static_cast<qint64>(html.size()));
    }

    void ourScriptRunsAndNothingElseIsAsked()
    {
        const Loaded loaded = load({});
        QVERIFY2(loaded.document.contains(QLatin1String("<html lang=\"en\" class=\"js\">")), qPrintable(loaded.log));
        // A refused style or script, a failed request or a script's error is told on the console.
        QVERIFY2(!loaded.log.contains(QLatin1String("CONSOLE")), qPrintable(loaded.log));
        QVERIFY2(!loaded.log.contains(QLatin1String("Refused")), qPrintable(loaded.log));
    }

    void namesStayText()
    {
        const QString document = load({}).document;
        QVERIFY(!document.contains(QLatin1String("<img")));
        QVERIFY(document.contains(QLatin1String("web&lt;img src=x onerror=alert(1)&gt;")));
    }

    /// Pressed by a script of the test, so without the policy; the clipboard is the page's title.
    void aButtonCopiesItsCommandAndSaysSo()
    {
        QFile file(page());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString html = QString::fromUtf8(file.readAll());
        file.close();
        QString pressed = html;
        pressed.remove(QRegularExpression(QStringLiteral("<meta http-equiv=\"Content-Security-Policy\"[^>]*>")));
        pressed.replace(QLatin1String("</body>"),
                        QLatin1String("<script>Object.defineProperty(navigator, 'clipboard', {value: {writeText: "
                                      "async (text) => { document.title = text; }}});"
                                      "document.querySelectorAll('.copy')[3].click();</script></body>"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(pressed.toUtf8());
        file.close();
        const QString document = load({}).document;
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(html.toUtf8());
        file.close();
        QVERIFY(document.contains(QLatin1String("<title>kubectl patch pv PV_NAME --type merge -p "
                                                "'{\"spec\":{\"claimRef\":{\"uid\":null}}}'</title>")));
        QVERIFY(document.contains(QLatin1String(">Copied to the clipboard.</span>")));
    }

    void anAnchorOpensItsObject()
    {
        QVERIFY(load(m_anchor).document.contains(openObject()));
        QVERIFY(!load({}).document.contains(openObject()));
    }

    void withoutScriptsAnAnchorOpensItsObjectToo()
    {
        QFile file(page());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString html = QString::fromUtf8(file.readAll());
        file.close();
        html.remove(
            QRegularExpression(QStringLiteral("<script>.*</script>"), QRegularExpression::DotMatchesEverythingOption));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(html.toUtf8());
        file.close();
        const QString document = load(m_anchor).document;
        QVERIFY(document.contains(QLatin1String("<html lang=\"en\">")));
        QVERIFY(document.contains(openObject()));
    }
};

NOCLOBBER_TEST_MAIN(TestReportInBrowser)
#include "tst_report_in_browser.moc"
