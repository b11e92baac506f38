#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <cmath>
#include <ctime>

#include "tests/support/test_main.h"
#include "tests/ui/diff_texts.h"
#include "tests/ui/picture.h"
#include "ui/views/code_tints.h"
#include "ui/views/object_pane.h"
#include "ui/widgets/theme.h"

using namespace noclobber;
using test::configMap;
using test::deployment;
using test::picture;
using test::textOf;
using views::ObjectPane;

namespace {

/// Milliseconds that this thread has worked; other programs do not count.
qint64 ownTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<qint64>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

} // namespace

/// The object pane: what differs is seen, what is secret is nowhere, what is long does not hold it up.
class TestObjectPane : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    KSyntaxHighlighting::Repository m_highlighting;
    runner::Services m_services;
    std::string m_base;
    std::string m_head;

    static argo::ObjectId core() { return test::inCluster("argoproj.io", "Application", "argocd", "core"); }

    /// A pane that shows the two texts as the object core.
    std::unique_ptr<ObjectPane> show(const std::string &base, const std::string &head, int width = 1000)
    {
        m_base = base;
        m_head = head;
        m_services.readObject = [this](const review::Review &, const argo::ObjectId &, review::TextForm form) {
            return Result<review::ObjectDiff>(test::diffOf(m_base, m_head, form));
        };
        auto pane = std::make_unique<ObjectPane>(m_services, m_highlighting);
        pane->resize(width, 600);
        pane->show();
        pane->activateWindow();
        if (!QTest::qWaitForWindowActive(pane.get()))
            qFatal("the window does not get active");
        pane->setReview(test::smallReview());
        showCore(*pane);
        return pane;
    }
    static void showCore(ObjectPane &pane)
    {
        QSignalSpy shown(&pane, &ObjectPane::shown);
        pane.showObject(core());
        if (shown.isEmpty() && !shown.wait(20'000))
            qFatal("the object is not shown");
    }
    static widgets::CodePane &code(ObjectPane &pane, const QString &name)
    {
        for (auto *view : pane.findChildren<widgets::CodePane *>()) {
            if (view->accessibleName() == name)
                return *view;
        }
        qFatal("no pane %s", qPrintable(name));
    }
    static QAbstractButton &button(ObjectPane &pane, const QString &begin)
    {
        for (auto *one : pane.findChildren<QAbstractButton *>()) {
            if (one->text().startsWith(begin))
                return *one;
        }
        qFatal("no button %s", qPrintable(begin));
    }
    static int lineWith(const widgets::CodePane &pane, const QString &text)
    {
        for (int line = 0; line < pane.lines().size(); ++line) {
            if (pane.lines().at(line).text.contains(text))
                return line;
        }
        return -1;
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_home.path().toLocal8Bit());
        qputenv("XDG_CACHE_HOME", m_home.path().toLocal8Bit());
        widgets::useTheme(widgets::ThemeChoice::Light);
    }

    void bothSidesAreShownWithSignsAndWords()
    {
        auto pane = show(deployment("1a2b3c4d", "1"), deployment("1a2b3c4d", "2"));
        auto &base = code(*pane, "Text in base");
        auto &text = code(*pane, "Text in head");
        QVERIFY(base.isVisible() && text.isVisible());
        QCOMPARE(base.lines().size(), text.lines().size());
        const auto &line = text.lines().last();
        QCOMPARE(line.change, widgets::CodeChange::Added);
        QCOMPARE(base.lines().last().change, widgets::CodeChange::Removed);
        QCOMPARE(line.text.mid(line.words.at(0).begin, line.words.at(0).length), "2");
        QCOMPARE(line.number, 20);
        QVERIFY(!line.tints.isEmpty());
        QCOMPARE(text.spokenLine(static_cast<int>(text.lines().size()) - 1), "added, line 20: image: web:2");
        QCOMPARE(text.spokenLine(0), "… 16 unchanged line(s): apiVersion to spec");
        QCOMPARE(text.spokenLine(1), "unchanged, line 17: serviceAccountName: web");
    }

    void aNarrowPaneIsUnifiedUntilAPersonChooses()
    {
        auto pane = show(deployment("1a2b3c4d", "1"), deployment("1a2b3c4d", "2"), 800);
        QCOMPARE(pane->mode(), ObjectPane::Mode::Unified);
        auto &text = code(*pane, "Text of the object");
        const auto &lines = text.lines();
        QCOMPARE(lines.at(lines.size() - 2).change, widgets::CodeChange::Removed);
        QCOMPARE(lines.at(lines.size() - 2).number, 20);
        QCOMPARE(lines.last().otherNumber, 20);
        pane->resize(1000, 600);
        QTRY_COMPARE(pane->mode(), ObjectPane::Mode::SideBySide);
        pane->setMode(ObjectPane::Mode::Unified);
        pane->resize(1100, 600);
        QCoreApplication::processEvents();
        QCOMPARE(pane->mode(), ObjectPane::Mode::Unified);
    }

    void anAddedObjectHasOneSide()
    {
        auto pane = show("", deployment("1a2b3c4d", "1"));
        QCOMPARE(pane->mode(), ObjectPane::Mode::SideBySide);
        auto &text = code(*pane, "Text of the object");
        QCOMPARE(text.lines().size(), 20);
        QVERIFY(!code(*pane, "Text in base").isVisible());
        picture(*pane, "added");
    }

    void foldsOpenByClickAndByKey()
    {
        auto pane = show(configMap(30, "a"), configMap(30, "b"), 800);
        auto &text = code(*pane, "Text of the object");
        const qsizetype before = text.lines().size();
        const int fold = lineWith(text, "unchanged");
        const auto link = text.lines().at(fold).links.at(0);
        const QFontMetrics metrics(text.font());
        const QRect row = text.lineRect(fold);
        const int gutter = 2 * 3 * metrics.horizontalAdvance(QLatin1Char('0')) + 3 * metrics.averageCharWidth();
        const QPoint place(gutter + metrics.horizontalAdvance(text.lines().at(fold).text.left(link.begin + 2)),
                           row.center().y());
        QTest::mouseClick(text.viewport(), Qt::LeftButton, {}, place);
        QVERIFY2(text.lines().size() > before, "the fold is open");
        const qsizetype between = text.lines().size();
        text.setFocus();
        text.goTo(lineWith(text, "unchanged"));
        QTest::keyClick(&text, Qt::Key_Return);
        QVERIFY(text.lines().size() > between);
        QCOMPARE(lineWith(text, "unchanged"), -1);
        showCore(*pane);
        QCOMPARE(text.lines().size(), before);
        pane->toggleAll();
        QCOMPARE(text.lines().size(), 36);
        pane->toggleAll();
        pane->stepContext(-3);
        QVERIFY(text.lines().size() < before);
    }

    void changesAreWalkedThrough()
    {
        std::string other = configMap(100, "b");
        other.replace(other.find("key-90: value"), 13, "key-90: other");
        auto pane = show(configMap(100, "a"), other, 800);
        auto &text = code(*pane, "Text of the object");
        QVERIFY(text.lines().at(text.currentLine()).text.contains("key-50: a"));
        pane->diff()->nextChange();
        QVERIFY(text.lines().at(text.currentLine()).text.contains("key-90: value"));
        pane->diff()->nextChange();
        QVERIFY(text.lines().at(text.currentLine()).text.contains("key-90: value"));
        pane->diff()->previousChange();
        QVERIFY(text.lines().at(text.currentLine()).text.contains("key-50: a"));
        QCOMPARE(pane->currentField(), std::string("data.key-50"));
        text.setFocus();
        pane->diff()->nextChange();
        QTest::keyClick(&text, Qt::Key_P);
        QVERIFY(text.lines().at(text.currentLine()).text.contains("key-50: a"));
    }

    void wordsAreFoundInFoldsToo()
    {
        auto pane = show(configMap(100, "a"), configMap(100, "b"), 800);
        auto &text = code(*pane, "Text of the object");
        QCOMPARE(lineWith(text, "key-7:"), -1);
        pane->diff()->find();
        auto &edit = *pane->findChild<QLineEdit *>();
        QTest::keyClicks(&edit, "KEY-7");
        QVERIFY2(lineWith(text, "key-7:") >= 0, "the fold is open");
        QStringList labels;
        for (const auto *label : pane->findChildren<QLabel *>())
            labels << label->text();
        QVERIFY(labels.contains("1 of 11"));
        QTest::keyClick(&edit, Qt::Key_Return);
        QVERIFY(text.lines().at(text.currentLine()).text.contains("key-70"));
        QCOMPARE(text.selectedText(), "key-7");
        pane->diff()->findPrevious();
        QVERIFY(text.lines().at(text.currentLine()).text.contains("key-7:"));
        picture(*pane, "found");
        QTest::keyClick(&edit, Qt::Key_Escape);
        QVERIFY(!edit.isVisible());
        QTRY_VERIFY(text.hasFocus());
    }

    void whatWasFoundIsForgottenWithItsText()
    {
        auto pane = show(configMap(300, "a"), configMap(300, "b"), 800);
        pane->diff()->find();
        QTest::keyClicks(pane->findChild<QLineEdit *>(), "key-299");
        const models::DiffText other = textOf(configMap(5, "a"), configMap(5, "b"));
        pane->diff()->setText(std::make_shared<const models::DiffText>(other), {}, {});
        pane->diff()->setMessage("gone");
        pane->diff()->findNext();
        QVERIFY(code(*pane, "Text of the object").currentLine() >= 0);
    }

    void aSelectionIsCopied()
    {
        auto pane = show("", deployment("1a2b3c4d", "1"));
        auto &text = code(*pane, "Text of the object");
        text.setFocus();
        text.goTo(0);
        QTest::keyClick(&text, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&text, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), "apiVersion: apps/v1\n");
        QTest::keyClick(&text, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(text.selectedText(), text.toPlainText());
    }

    void secretsAreNowhere()
    {
        const std::string secret = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\ndata:\n  password: ";
        auto pane =
            show(secret + "aHVudGVyMg==\n  same: c2FtZXNhbWU=\n", secret + "aHVudGVyMw==\n  same: c2FtZXNhbWU=\n");
        for (const bool isVerbatim : {false, true}) {
            QSignalSpy shown(pane.get(), &ObjectPane::shown);
            pane->setVerbatim(isVerbatim);
            QVERIFY(shown.wait());
            auto &text = code(*pane, "Text in head");
            QString all = text.toPlainText() + code(*pane, "Text in base").toPlainText();
            for (int line = 0; line < text.lines().size(); ++line)
                all += text.spokenLine(line);
            for (const char *hidden : {"aHVudGVy", "hunter", "c2FtZXNh"})
                QVERIFY2(!all.contains(QLatin1String(hidden)), qPrintable(all));
            QVERIFY(text.toPlainText().contains("password: (secret, changed)"));
            QVERIFY(text.toPlainText().contains("same: (secret)"));
            picture(*pane, isVerbatim ? "secret-raw" : "secret");
        }
    }

    void rawTextIsTheFilesText()
    {
        auto pane = show("# note\nkind: A\napiVersion: v1\n", "# other note\nkind: A\napiVersion: v1\n");
        QVERIFY(!code(*pane, "Text of the object").toPlainText().contains("note"));
        QSignalSpy shown(pane.get(), &ObjectPane::shown);
        button(*pane, "Raw").click();
        QVERIFY(shown.wait());
        QCOMPARE(code(*pane, "Text in head").toPlainText(), "# other note\nkind: A\napiVersion: v1");
    }

    void noiseIsShownOnDemand()
    {
        auto pane = show(deployment("1a2b3c4d", "1"), deployment("9f8e7d6c", "1"));
        auto &text = code(*pane, "Text in head");
        QVERIFY(lineWith(text, "(rule: checksum)") >= 0);
        QVERIFY(button(*pane, "Noise: 1 field(s) hidden").isVisible());
        picture(*pane, "noise");
        QTest::mouseClick(&button(*pane, "Noise"), Qt::LeftButton);
        QVERIFY(lineWith(text, "9f8e7d6c") >= 0);
        QCOMPARE(text.lines().at(lineWith(text, "9f8e7d6c")).note, "noise: checksum");
        QVERIFY(button(*pane, "Noise: 1 field(s) shown").isVisible());
    }

    void readersGetTheLinesInWords()
    {
        auto pane = show(deployment("1a2b3c4d", "1"), deployment("1a2b3c4d", "2"));
        auto &text = code(*pane, "Text in head");
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&text);
        QCOMPARE(face->role(), QAccessible::List);
        QCOMPARE(face->childCount(), static_cast<int>(text.lines().size()));
        QAccessibleInterface *line = face->child(face->childCount() - 1);
        QCOMPARE(line->text(QAccessible::Name), "added, line 20: image: web:2");
        QCOMPARE(face->child(face->childCount() - 1), line);
        QCOMPARE(face->indexOfChild(line), face->childCount() - 1);
        pane->toggleAll();
        QCOMPARE(face->childCount(), 20);
        QCOMPARE(face->child(0)->text(QAccessible::Name), "unchanged, line 1: apiVersion: apps/v1");
    }

    void tabLeavesTheText()
    {
        auto pane = show(deployment("1a2b3c4d", "1"), deployment("1a2b3c4d", "2"));
        auto &base = code(*pane, "Text in base");
        base.setFocus();
        QTest::keyClick(&base, Qt::Key_Tab);
        QVERIFY(!base.hasFocus());
    }

    /// Nothing holds the window up: not the text, not its colours, not a key.
    void fiftyThousandLinesStaySmooth()
    {
        auto pane = show("", "kind: A\n");
        m_base = configMap(50'000, "a");
        m_head = configMap(50'000, "b");
        for (const bool isAdded : {false, true}) {
            if (isAdded)
                m_base.clear();
            QSignalSpy shown(pane.get(), &ObjectPane::shown);
            qint64 longest = 0;
            const auto turn = [&longest](auto &&work) {
                const qint64 begin = ownTime();
                work();
                longest = qMax(longest, ownTime() - begin);
            };
            pane->showObject(core());
            QElapsedTimer limit;
            limit.start();
            while (shown.isEmpty() && limit.elapsed() < 60'000)
                turn([] { QCoreApplication::processEvents(QEventLoop::AllEvents, 5); });
            QVERIFY(!shown.isEmpty());
            auto &text = code(*pane, isAdded ? "Text of the object" : "Text in head");
            turn([&] { pane->toggleAll(); });
            turn([&] { QTest::keyClick(&text, Qt::Key_PageDown); });
            turn([&] { text.verticalScrollBar()->setValue(30'000); });
            turn([&] { (void)pane->grab(); });
            QVERIFY(text.lines().size() > 50'000);
            qInfo("longest turn: %lld ms", longest);
            QVERIFY2(longest < 50, qPrintable(QString::number(longest)));
            QTRY_VERIFY_WITH_TIMEOUT(!text.lines().at(6).tints.isEmpty(), 60'000);
            QCOMPARE(text.firstLineInSight(), 30'000); // colours that come late move nothing
        }
        picture(*pane, "long");
    }

    void everyColourOfTextIsReadableOnEveryFill()
    {
        const auto luminance = [](const QColor &colour) {
            const auto part = [](double value) {
                return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
        };
        using widgets::ThemeChoice;
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast}) {
            widgets::useTheme(choice);
            const widgets::Theme &theme = widgets::currentTheme();
            for (const widgets::CodeInk &ink : views::yamlInks(m_highlighting)) {
                for (const QColor &fill : {theme.page.fill, theme.addedLine, theme.removedLine}) {
                    const auto [darker, lighter] = std::minmax({luminance(ink.colour), luminance(fill)});
                    QVERIFY2((lighter + 0.05) / (darker + 0.05) >= 4.5, qPrintable(ink.colour.name() + fill.name()));
                }
            }
        }
        widgets::useTheme(ThemeChoice::Light);
    }

    void picturesAreDrawn_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void picturesAreDrawn()
    {
        QFETCH(bool, dark);
        widgets::useTheme(dark ? widgets::ThemeChoice::Dark : widgets::ThemeChoice::Light);
        const QString suffix = dark ? QStringLiteral("-dark") : QStringLiteral("-light");
        auto pane = show(deployment("1a2b3c4d", "1"), deployment("9f8e7d6c", "2"));
        picture(*pane, "modified" + suffix);
        pane->setMode(ObjectPane::Mode::Unified);
        picture(*pane, "unified" + suffix);
        pane->setMode(ObjectPane::Mode::Fields);
        picture(*pane, "fields" + suffix);
        widgets::useTheme(widgets::ThemeChoice::Light);
    }
};

QTEST_MAIN(TestObjectPane)
#include "tst_object_pane.moc"
