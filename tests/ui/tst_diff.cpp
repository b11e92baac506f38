#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QDir>
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
#include "tests/ui/small_review.h"
#include "ui/models/diff_layout.h"
#include "ui/models/object_summary.h"
#include "ui/views/code_tints.h"
#include "ui/views/object_pane.h"
#include "ui/widgets/theme.h"

using namespace noclobber;
using models::DiffOptions;
using models::LayoutLine;
using views::ObjectPane;

namespace {

const std::string head = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  annotations:\n";
const std::string tail =
    "spec:\n  replicas: 3\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n"
    "      labels:\n        app: web\n    spec:\n      serviceAccountName: web\n      containers:\n"
    "      - name: web\n        image: web:";

std::string deployment(const std::string &checksum, const std::string &tag)
{
    return head + "    checksum/config: " + checksum + "\n" + tail + tag + "\n";
}

std::string configMap(int lines, const std::string &changed)
{
    std::string text = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n";
    for (int i = 0; i < lines; ++i)
        text += "  key-" + std::to_string(i) + ": " + (i == lines / 2 ? changed : "value") + "\n";
    return text;
}

models::DiffText textOf(const std::string &base, const std::string &head_)
{
    return models::makeDiffText(test::diffOf(base, head_));
}

/// One line a line: its kind, and what it shows.
QString printed(const models::DiffText &text, const DiffOptions &options)
{
    QString out;
    for (const LayoutLine &line : models::layoutOf(text, options)) {
        if (line.kind == LayoutLine::Kind::Fold || line.kind == LayoutLine::Kind::Noise)
            out += models::standInText(text, line);
        else if (line.block >= 0)
            out +=
                QStringLiteral("%1|%2").arg(text.blocks.at(line.block).base.text, text.blocks.at(line.block).head.text);
        else if (line.kind == LayoutLine::Kind::Base)
            out += QLatin1Char('-') + text.rows.at(line.first).base.text;
        else if (line.kind == LayoutLine::Kind::Head)
            out += QLatin1Char('+') + text.rows.at(line.first).head.text;
        else
            out += (line.isChange(text) ? QLatin1Char('~') : QLatin1Char(' ')) + text.rows.at(line.first).head.text;
        out += QLatin1Char('\n');
    }
    return out;
}

/// Milliseconds that this thread has worked; other programs do not count.
qint64 ownTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<qint64>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

} // namespace

/// The object pane: what differs is seen, what is folded is counted and named, what is secret is nowhere.
class TestDiff : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    KSyntaxHighlighting::Repository m_highlighting;
    runner::Services m_services;
    std::string m_base;
    std::string m_head;

    static argo::ObjectId core() { return test::inCluster("argoproj.io", "Application", "argocd", "core"); }

    /// A pane that shows the two texts as the object core.
    std::unique_ptr<ObjectPane> show(const std::string &base, const std::string &head_, int width = 1000)
    {
        m_base = base;
        m_head = head_;
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
    static void picture(QWidget &window, const QString &name)
    {
        QCoreApplication::processEvents();
        QDir().mkpath(QStringLiteral(NOCLOBBER_PICTURES));
        QVERIFY(window.grab().save(QDir(QStringLiteral(NOCLOBBER_PICTURES)).filePath(name + QStringLiteral(".png"))));
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

    void unchangedLinesAreFoldedAndNamed()
    {
        const auto text = textOf(deployment("1a2b3c4d", "1"), deployment("1a2b3c4d", "2"));
        QCOMPARE(printed(text, {}), "… 16 unchanged line(s): apiVersion to spec\n"
                                    "       serviceAccountName: web\n       containers:\n       - name: web\n"
                                    "~        image: web:2\n");
        DiffOptions less;
        less.context = 0;
        less.isUnified = true;
        QCOMPARE(printed(text, less),
                 "… 19 unchanged line(s): apiVersion to spec\n-        image: web:1\n+        image: web:2\n");
        less.opened = {0};
        QVERIFY(!printed(text, less).contains("unchanged"));
    }

    void aFoldNamesThePathItHides()
    {
        const auto text = textOf(configMap(30, "a"), configMap(30, "b"));
        QVERIFY2(printed(text, {}).contains("… 11 unchanged line(s): data\n"), qPrintable(printed(text, {})));
    }

    void noiseIsFoldedWithItsRuleAndCounted()
    {
        const auto text = textOf(deployment("1a2b3c4d", "1"), deployment("9f8e7d6c", "2"));
        QCOMPARE(text.noiseFields, 1);
        const QString folded = printed(text, {});
        QVERIFY2(folded.contains("… noise: metadata.annotations.checksum/config (rule: checksum)\n"),
                 qPrintable(folded));
        QVERIFY(!folded.contains("9f8e7d6c"));
        DiffOptions shown;
        shown.showsNoise = true;
        QVERIFY(printed(text, shown).contains("~    checksum/config: 9f8e7d6c"));
    }

    void anAddedObjectIsShownWhole()
    {
        const auto text = textOf("", deployment("1a2b3c4d", "1"));
        QCOMPARE(models::layoutOf(text, {}).size(), text.rows.size());
        QCOMPARE(text.noiseFields, 0);
    }

    void longValuesAreToldBySizeAndDigest()
    {
        const auto binary = [](char byte) {
            return "apiVersion: v1\nkind: ConfigMap\nbinaryData:\n  logo: " + std::string(5000, byte) + "\n";
        };
        const auto text = textOf(binary('A'), binary('B'));
        const QString lines = printed(text, {});
        QVERIFY2(lines.contains("  logo: 4.88 KiB, ") && lines.contains("SHA-256 "), qPrintable(lines));
        QVERIFY(!lines.contains("AAAA"));
        DiffOptions opened;
        opened.turned = {0};
        QVERIFY(printed(text, opened).contains("AAAA") || printed(text, opened).contains("BBBB"));
        const auto script = [](const std::string &word) {
            return "apiVersion: v1\nkind: ConfigMap\ndata:\n  run: \"" + std::string(600, 'x') + " " + word + " " +
                   std::string(600, 'y') + "\"\n";
        };
        QVERIFY2(printed(textOf(script("keep"), script("rm")), {}).contains("rm"), "what can be read is open");
    }

    void certificatesAreToldByWhatTheySay()
    {
        const auto secretless = [](const std::string &name) {
            std::string lines;
            QFile file(QStringLiteral(NOCLOBBER_CERTIFICATES "/") + QString::fromStdString(name));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("no certificate %s", name.c_str());
            for (const QByteArray &line : file.readAll().trimmed().split('\n'))
                lines += "    " + line.toStdString() + "\n";
            return "apiVersion: v1\nkind: ConfigMap\ndata:\n  ca.crt: |\n" + lines;
        };
        const auto text = textOf(secretless("old.pem"), secretless("new.pem"));
        QCOMPARE(text.blocks.size(), 1);
        const QString lines = printed(text, {});
        QVERIFY2(lines.contains("certificate of old.example.com, signed by itself, valid until"), qPrintable(lines));
        QVERIFY2(lines.contains("certificate of new.example.com"), qPrintable(lines));
        QVERIFY(!lines.contains("BEGIN"));
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

    void fieldsSayWhatTheyMean()
    {
        models::FieldModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto review = std::make_shared<review::Review>(*test::smallReview());
        auto &changes = review->changes.changes;
        auto application = std::ranges::find(changes, core(), &diff::ObjectChange::id);
        diff::FieldChange noise = application->fields.front();
        noise.path = "metadata.annotations[\"checksum/config\"]";
        noise.base->scalar = "1a2b3c4d";
        noise.head->scalar = "9f8e7d6c";
        application->fields.push_back(noise);
        model.setChange(review, &*application);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.noiseCount(), 1);
        const QModelIndex source = model.index(0, models::FieldModel::PathColumn);
        QCOMPARE(source.data(Qt::AccessibleTextRole).toString(),
                 "spec.source.path is changed from apps/core to apps/app02; changes which objects are managed");
        QCOMPARE(source.data(models::LevelRole).toInt(), static_cast<int>(models::Level::Caution));
        model.setNoiseShown(true);
        QCOMPARE(model.index(1, models::FieldModel::RemarkColumn).data().toString(), "noise: checksum");
        review->findings.back().message += " It also looks at checksum/config.";
        model.setNoiseShown(false);
        QCOMPARE(model.noiseCount(), 0);
        QCOMPARE(model.rowCount(), 2);
    }

    void anObjectIsMarkdown()
    {
        const auto review = test::smallReview();
        models::ReviewedObject object{core(), review->changes.find(core()), review->radius.find(core())};
        object.state = models::stateOf(object.change, object.affected);
        QCOMPARE(models::objectMarkdown(object),
                 "- `env/cluster01/argoproj.io/Application/argocd/core` · Overwritten · "
                 "effect: Updated · at `env/cluster01/apps.yaml:412`");
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

QTEST_MAIN(TestDiff)
#include "tst_diff.moc"
