#include <KSyntaxHighlighting/Repository>
#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/inspection.h"
#include "tests/ui/small_services.h"
#include "ui/views/main_window.h"
#include "ui/widgets/code_pane.h"
#include "ui/widgets/theme.h"

using namespace noclobber;
using test::clipped;
using test::described;
using test::nameless;
using test::ringDepth;
using test::tabbed;
using test::tersenessOf;
using views::MainWindow;

class TestAccessibility : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_highlighting;

    std::unique_ptr<MainWindow> makeWindow(const runner::Services &services = test::wholeServices())
    {
        auto window = std::make_unique<MainWindow>(services, *m_highlighting);
        window->resize(1366, 744);
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not get active");
        return window;
    }
    static void openReview(MainWindow &window)
    {
        QSignalSpy shown(&window, &MainWindow::reviewShown);
        window.openReview({"/srv/manifests", "main", "change"});
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), 20'000);
    }
    std::unique_ptr<MainWindow> makeReview()
    {
        auto window = makeWindow();
        openReview(*window);
        return window;
    }
    static void goTo(MainWindow &window, int section)
    {
        QTest::keyClick(&window, static_cast<Qt::Key>(Qt::Key_0 + section));
        QCoreApplication::processEvents();
    }
    static QWidget &banner(const QWidget &window) { return *window.findChild<widgets::Banner *>(); }

    template <typename Looked>
    void visitEveryPage(const Looked &look)
    {
        auto window = makeWindow();
        look(*window, QStringLiteral("start"));
        window->chooseCommits(QStringLiteral("/srv/manifests"));
        QTRY_VERIFY(window->findChild<views::ChooserPage *>()->isVisible());
        look(*window, QStringLiteral("chooser"));
        QSignalSpy failed(window.get(), &MainWindow::reviewFailed);
        window->openReview({"/srv/manifests", "main", "nowhere"});
        QTRY_VERIFY(!failed.isEmpty());
        look(*window, QStringLiteral("error"));
        openReview(*window);
        for (int section = 1; section <= 6; ++section) {
            goTo(*window, section);
            look(*window, QStringLiteral("section %1").arg(section));
        }
        goTo(*window, 1);
        QTest::keyClick(window.get(), Qt::Key_F);
        look(*window, QStringLiteral("fields"));
    }
    static void picture(QWidget &window, const QString &name)
    {
        QCoreApplication::processEvents();
        QDir().mkpath(QStringLiteral(NOCLOBBER_PICTURES));
        QVERIFY(window.grab().save(QStringLiteral(NOCLOBBER_PICTURES "/%1.png").arg(name)));
    }

private slots:
    void initTestCase()
    {
        for (const char *folder : {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
            qputenv(folder, m_home.path().toLocal8Bit());
        QCoreApplication::setOrganizationName(QStringLiteral("noclobber-test"));
        QAccessible::setActive(true);
        widgets::useTheme(widgets::ThemeChoice::Light);
        m_highlighting = std::make_unique<KSyntaxHighlighting::Repository>();
    }

    void whateverCanBeReachedHasAName()
    {
        visitEveryPage([](QWidget &window, const QString &page) {
            const QStringList found = nameless(window);
            QVERIFY2(found.isEmpty(), qPrintable(page + ":\n" + found.join('\n')));
        });
    }

    void theFirstCellSaysAllOfTheRow()
    {
        visitEveryPage([](QWidget &window, const QString &page) {
            const QStringList found = tersenessOf(window);
            QVERIFY2(found.isEmpty(), qPrintable(page + ":\n" + found.join('\n')));
        });
    }

    void theVerdictIsARegionThatIsRead()
    {
        auto window = makeReview();
        QWidget &verdict = banner(*window);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&verdict);
        QVERIFY(face->state().focusable);
        QVERIFY(face->text(QAccessible::Name).startsWith("Verdict: Block. "));
    }

    void tabGoesThroughThePanesInOrderAndComesRound()
    {
        auto window = makeReview();
        banner(*window).setFocus();
        const QList<QWidget *> reached = tabbed();
        const QStringList order{"Banner", "SectionBar", "FilterLine", "TreeView", "ObjectPane"};
        QStringList panes;
        for (QWidget *widget : reached) {
            QString pane; // the outermost
            for (const QWidget *place = widget; place != nullptr; place = place->parentWidget()) {
                const QString name = QString(QLatin1String(place->metaObject()->className())).section("::", -1);
                pane = order.contains(name) ? name : pane;
            }
            if (!pane.isEmpty() && (panes.isEmpty() || panes.last() != pane))
                panes << pane;
        }
        QStringList told;
        for (const QWidget *widget : reached)
            told << described(widget);
        QVERIFY2(panes == order, qPrintable(told.join('\n')));
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            const bool isStop = widget->isVisible() && widget->isEnabled() && widget->focusProxy() == nullptr &&
                                (widget->focusPolicy() & Qt::TabFocus) != 0;
            auto *button = qobject_cast<QAbstractButton *>(widget);
            if (isStop && (button == nullptr || button->group() == nullptr || button->isChecked()))
                QVERIFY2(reached.contains(widget), qPrintable(described(widget)));
        }
    }

    void noPaneKeepsTheKeyboard()
    {
        auto window = makeReview();
        for (int section = 1; section <= 6; ++section) {
            goTo(*window, section);
            QList<QWidget *> reached;
            banner(*window).setFocus();
            reached = tabbed();
            QVERIFY2(QApplication::focusWidget() == &banner(*window),
                     qPrintable(QStringLiteral("section %1 stops at ").arg(section) +
                                described(QApplication::focusWidget())));
            QVERIFY(reached.size() > 3);
        }
    }

    void f6CyclesThroughThePanes()
    {
        auto window = makeReview();
        banner(*window).setFocus();
        QList<QWidget *> stops;
        for (int i = 0; i < 8 && (stops.isEmpty() || QApplication::focusWidget() != stops.first()); ++i) {
            stops << QApplication::focusWidget();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        }
        QStringList told;
        for (const QWidget *stop : stops)
            told << described(stop);
        QVERIFY2(stops.size() == 4 && QApplication::focusWidget() == stops.first(), qPrintable(told.join('\n')));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), stops.last());
    }

    void theRingShowsWhereTheKeyboardIs()
    {
        auto window = makeReview();
        for (int section = 1; section <= 6; ++section) {
            goTo(*window, section);
            banner(*window).setFocus();
            for (QWidget *widget : tabbed()) {
                widget->setFocus(Qt::TabFocusReason);
                QCoreApplication::processEvents();
                QVERIFY2(ringDepth(*window, *widget) >= 2, qPrintable(described(widget)));
            }
        }
    }

    void nothingIsClippedWithLettersTwiceAsLarge()
    {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(large);
        const auto restore = qScopeGuard([before] { QApplication::setFont(before); });
        visitEveryPage([](QWidget &window, const QString &page) {
            QCoreApplication::processEvents();
            picture(window, "large-" + page);
            const QStringList found = clipped(window);
            QVERIFY2(found.isEmpty(), qPrintable(page + ":\n" + found.join('\n')));
            QVERIFY2(window.width() <= 1366 && window.height() <= 768,
                     qPrintable(QStringLiteral("%1 %2x%3").arg(page).arg(window.width()).arg(window.height())));
        });
    }

    void aMirroredWindowHasItsListsAtTheRightAndItsCodeAsItIs()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        const auto restore = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
        auto window = makeReview();
        const auto *panes = window->findChild<views::ChangesSection *>();
        QVERIFY(panes->widget(0)->x() > panes->widget(1)->x());
        for (const auto *code : window->findChildren<widgets::CodePane *>())
            QCOMPARE(code->layoutDirection(), Qt::LeftToRight);
        for (int section = 1; section <= 6; ++section) {
            goTo(*window, section);
            picture(*window, QStringLiteral("mirrored-%1").arg(section));
        }
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
