#include <KSyntaxHighlighting/Repository>
#include <QAccessible>
#include <QApplication>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/small_services.h"
#include "ui/views/main_window.h"
#include "ui/views/progress_page.h"
#include "ui/widgets/theme.h"

using namespace noclobber;

namespace {

QStringList &alerts()
{
    static QStringList texts;
    return texts;
}

} // namespace

/// On a display with a reader: only there Qt tells anybody anything.
class TestAnnouncement : public QObject
{
    Q_OBJECT
private slots:
    void aNewVerdictIsAnnounced()
    {
        widgets::useTheme(widgets::ThemeChoice::Light);
        const KSyntaxHighlighting::Repository highlighting;
        views::MainWindow window(test::wholeServices(), highlighting);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        if (!QTest::qWaitFor([] { return QAccessible::isActive(); }))
            QSKIP("there is no accessibility bus here (at-spi2-core)");
        const auto before = QAccessible::installUpdateHandler([](QAccessibleEvent *event) {
            if (event->type() == QAccessible::Alert && qobject_cast<widgets::Banner *>(event->object()) != nullptr)
                alerts() << event->accessibleInterface()->text(QAccessible::Name);
        });
        const auto restore = qScopeGuard([before] { QAccessible::installUpdateHandler(before); });
        QSignalSpy shown(&window, &views::MainWindow::reviewShown);
        window.openReview({"/srv/manifests", "main", "change"});
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), 20'000);
        QCOMPARE(alerts().size(), 1);
        QVERIFY2(alerts().first().startsWith("Verdict: Block. "), qPrintable(alerts().first()));
    }

    void progressIsAnnouncedEveryTenSecondsAtMost()
    {
        views::ProgressPage page;
        qint64 now = 500;
        page.setClock([&now] { return now; });
        page.show();
        if (!QTest::qWaitFor([] { return QAccessible::isActive(); }))
            QSKIP("there is no accessibility bus here (at-spi2-core)");
        alerts().clear();
        const auto before = QAccessible::installUpdateHandler([](QAccessibleEvent *event) {
            if (event->type() == QAccessible::Alert)
                alerts() << event->accessibleInterface()->text(QAccessible::Name);
        });
        const auto restore = qScopeGuard([before] { QAccessible::installUpdateHandler(before); });
        page.begin(QStringLiteral("Reviewing"));
        for (std::size_t second = 1; second <= 35; ++second) { // every tenth of one
            for (int tenth = 0; tenth < 10; ++tenth) {
                now += 100;
                page.setProgress(review::Phase::Read, second, 40);
            }
        }
        const QStringList told{"Read the manifests: 10 of 40", "Read the manifests: 20 of 40",
                               "Read the manifests: 30 of 40"};
        QCOMPARE(alerts(), told);
    }
};

int main(int count, char **words)
{
    qputenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1");
    // whoever asks for the reader's bus starts it; it must be there before the program is
    QProcess::execute(QStringLiteral("dbus-send"),
                      {QStringLiteral("--session"), QStringLiteral("--print-reply"),
                       QStringLiteral("--dest=org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                       QStringLiteral("org.a11y.Bus.GetAddress")});
    QApplication application(count, words);
    QApplication::setOrganizationName(QStringLiteral("noclobber-test"));
    TestAnnouncement test;
    return QTest::qExec(&test, count, words);
}

#include "tst_announcement.moc"
