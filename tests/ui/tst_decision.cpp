#include <KSyntaxHighlighting/Repository>
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "tests/support/full_disk.h"
#include "tests/support/sample_review.h"
#include "tests/ui/printed_tree.h"
#include "tests/ui/small_review.h"
#include "tests/ui/small_services.h"
#include "ui/models/review_model.h"
#include "ui/views/decision_dialog.h"
#include "ui/views/export_dialog.h"
#include "ui/views/main_window.h"

using namespace noclobber;
using views::DecisionDialog;
using views::ExportDialog;
using views::MainWindow;

namespace {

argo::ObjectId core()
{
    return test::inCluster("argoproj.io", "Application", "argocd", "core");
}

argo::ObjectId settings()
{
    return test::inCluster("", "ConfigMap", "web", "settings");
}

/// What a person would have to guess: focusable and visible widgets without a name.
QStringList namelessWidgets(const QWidget &window)
{
    QStringList nameless;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy() != nullptr)
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (face == nullptr || face->text(QAccessible::Name).isEmpty())
            nameless << QLatin1String(widget->metaObject()->className());
    }
    return nameless;
}

} // namespace

/// The way to a decision: section 6, comments, the dialogs.
class TestDecision : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_highlighting;
    git::Tips m_tips;
    std::unique_ptr<MainWindow> m_window;

    runner::Services services()
    {
        runner::Services made = test::smallServices();
        made.findTips = [this](const git::ComparisonRequest &) { return Result<git::Tips>(m_tips); };
        made.userName = [](const std::string &) { return Result<std::string>("Kim Park"); };
        return made;
    }
    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(services(), *m_highlighting);
        m_window->resize(1366, 744);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QSignalSpy shown(m_window.get(), &MainWindow::reviewShown);
        m_window->openReview({});
        QVERIFY(!shown.isEmpty() || shown.wait(20'000));
    }
    views::ReviewPage &page() { return *m_window->findChild<views::ReviewPage *>(); }
    record::RecordKeeper &keeper() { return page().record(); }
    template <typename View>
    View &find(const char *accessibleName)
    {
        for (View *view : m_window->findChildren<View *>()) {
            if (view->accessibleName() == QString::fromUtf8(accessibleName))
                return *view;
        }
        qFatal("no widget %s", accessibleName);
    }
    void picture(QWidget &widget, const char *name)
    {
        QDir().mkpath(QStringLiteral(NOCLOBBER_PICTURES));
        QCoreApplication::processEvents(); // a new palette is on its way to the widgets
        QVERIFY(widget.grab().save(QStringLiteral(NOCLOBBER_PICTURES "/") + QLatin1String(name) + ".png"));
    }
    DecisionDialog &openDialog(const QKeySequence &keys = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return))
    {
        QTest::keySequence(m_window.get(), keys);
        auto *dialog = m_window->findChild<DecisionDialog *>();
        if (dialog == nullptr)
            qFatal("no dialog");
        return *dialog;
    }
    static QPushButton &done(const DecisionDialog &dialog)
    {
        return *dialog.findChild<QPushButton *>(QStringLiteral("record-decision"));
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("noclobber-test"));
        widgets::useTheme(widgets::ThemeChoice::Light);
        m_highlighting = std::make_unique<KSyntaxHighlighting::Repository>();
    }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
            qputenv(name, m_home->path().toLocal8Bit());
        const review::ReviewPtr review = test::smallReview();
        m_tips = {review->comparison.base.commit, review->comparison.head.commit};
    }
    void cleanup() { m_window.reset(); }

    void theListSaysWhatIsLeftAndWhatWasWritten()
    {
        const auto review = test::smallReview();
        record::RecordKeeper record(m_home->path().toStdString() + "/reviews");
        record.setReview(review, {{core(), true}, {settings(), false}});
        models::ReviewModel model;
        const QAbstractItemModelTester tester(&model);
        model.setGate(models::DecisionGate(review));
        model.setRecord(record);
        QVERIFY(model.gate().isBlocked());
        QCOMPARE(model.gate().confirmation(), QStringLiteral("core"));
        QCOMPARE(model.gate().unseen(record), 1);
        QVERIFY(!models::DecisionGate::obstacle(1).isEmpty());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0, model.index(0, 0)).data().toString(), QStringLiteral("Not seen"));
        record.setSeen({core()}, true);
        record.addComment(settings(), QStringLiteral("data.level"), QStringLiteral("Why\ndebug?"));
        model.setRecord(record);
        QCOMPARE(models::DecisionGate::obstacle(model.gate().unseen(record)), QString());
        QCOMPARE(model.index(0, 0, model.index(0, 0)).data().toString(), QStringLiteral("Seen"));
        const QModelIndex comment = model.find(settings());
        QCOMPARE(comment.siblingAtColumn(2).data().toString(), QStringLiteral("data.level"));
        QCOMPARE(comment.siblingAtColumn(3).data().toString(), QStringLiteral("Why debug?"));
        QCOMPARE(model.comment(comment), 1);
        QVERIFY(model.findComment(1) == comment);
        QVERIFY(!model.findComment(2).isValid());
        QVERIFY(!model.find(test::inCluster("", "ConfigMap", "no", "where")).isValid());
    }

    void theBarSaysHowFarOneIs()
    {
        openWindow();
        auto *progress = m_window->findChild<QLabel *>(QStringLiteral("progress"));
        QVERIFY2(
            progress->text().startsWith(QStringLiteral("0 of 7 seen  ·  0 comments  ·  1 blocked objects to look at")),
            qPrintable(progress->text()));
        QVERIFY(progress->text().contains(QLatin1String("analysed ")));
        keeper().setSeen({core(), settings()}, true);
        QVERIFY2(progress->text().startsWith(QStringLiteral("2 of 7 seen  ·  0 comments  ·  analysed")),
                 qPrintable(progress->text()));
        QTest::keySequence(m_window.get(), QKeySequence::Undo);
        QVERIFY(progress->text().startsWith(QLatin1String("0 of 7 seen")));
    }

    void aCommentIsWrittenByKeysAndFoundInSectionSix()
    {
        openWindow();
        QTest::keyClick(m_window.get(), Qt::Key_C);
        auto &edit = find<QPlainTextEdit>("Comment");
        QTRY_VERIFY(edit.hasFocus());
        QTest::keyClicks(&edit, "why this one");
        QTest::keyClick(&edit, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!edit.isVisible());
        QCOMPARE(keeper().comments().size(), std::size_t(1));
        QCOMPARE(keeper().comments()[0].id, core());
        QCOMPARE(keeper().comments()[0].text, std::string("why this one"));
        QCOMPARE(keeper().comments()[0].field, std::string());
        QTest::keyClick(m_window.get(), Qt::Key_6);
        auto &list = find<widgets::TreeView>("What is left to look at, and comments");
        QVERIFY(list.isVisible() && list.hasFocus());
        const QModelIndex row = static_cast<models::ReviewModel *>(list.model())->findComment(1);
        QVERIFY(row.isValid());
        list.setCurrentIndex(row);
        QCOMPARE(namelessWidgets(*m_window), QStringList());
        QTest::keyClick(&list, Qt::Key_Return);
        QTRY_VERIFY(edit.isVisible());
        QCOMPARE(edit.toPlainText(), QStringLiteral("why this one"));
        QTest::keyClicks(&edit, "?");
        QTest::keyClick(&edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(keeper().comments()[0].text, std::string("why this one?"));
        QTest::keySequence(m_window.get(), QKeySequence::Undo);
        QTest::keySequence(m_window.get(), QKeySequence::Undo);
        QVERIFY(keeper().comments().empty());
    }

    void aFieldIsChosenForAComment()
    {
        openWindow();
        QTest::keyClick(m_window.get(), Qt::Key_C);
        auto &field = find<QComboBox>("What the comment is about");
        QCOMPARE(field.count(), 2);
        field.setCurrentIndex(1);
        auto &edit = find<QPlainTextEdit>("Comment");
        QTest::keyClicks(&edit, "wrong path");
        QTest::mouseClick(&find<QToolButton>("Save comment"), Qt::LeftButton);
        QCOMPARE(keeper().comments()[0].field, std::string("spec.source.path"));
    }

    void whatIsNotSavedYetIsThereAgain()
    {
        openWindow();
        auto &edit = find<QPlainTextEdit>("Comment");
        QTest::keyClick(m_window.get(), Qt::Key_C);
        QTest::keyClicks(&edit, "half");
        QTest::keyClick(&edit, Qt::Key_Escape);
        QVERIFY(!edit.isVisible());
        QVERIFY(keeper().comments().empty());
        QTest::keyClick(m_window.get(), Qt::Key_C);
        QCOMPARE(edit.toPlainText(), QStringLiteral("half"));
    }

    void aCommentOfAMillionLettersLeavesTheWindowAsItIs()
    {
        openWindow();
        const QString hostile = QStringLiteral("\u202e<img src=x>\x1b[31m | `a` @kim\n");
        keeper().addComment(core(), {}, hostile + QString(1'000'000, u'x'));
        QTest::keyClick(m_window.get(), Qt::Key_6);
        auto &list = find<widgets::TreeView>("What is left to look at, and comments");
        const QModelIndex row = static_cast<models::ReviewModel *>(list.model())->findComment(1);
        QVERIFY(row.isValid());
        list.setCurrentIndex(row);
        const QString shown = row.siblingAtColumn(models::ReviewModel::TextColumn).data().toString();
        QVERIFY2(shown.size() < 500 && shown.startsWith(QLatin1String("\\u202e<img src=x>\\u001b[31m")),
                 qPrintable(shown.left(100)));
        QVERIFY(list.height() > 200);
        QVERIFY(m_window->height() < 800);
        picture(*m_window, "long-comment");
        auto &text = find<QPlainTextEdit>("Text of the review, as it is copied or saved");
        QTRY_VERIFY(text.toPlainText().contains(QLatin1String("more bytes")));
        QVERIFY(!text.toPlainText().contains(QChar(0x202e)));
        QVERIFY(keeper().flush());
    }

    void approveWaitsUntilWhatBlocksIsSeen()
    {
        openWindow();
        auto &approve = find<QToolButton>("Approve…");
        QVERIFY(!approve.isEnabled());
        DecisionDialog &dialog = openDialog();
        for (const QRadioButton *button : dialog.findChildren<QRadioButton *>()) {
            const bool isApprove = button->text().contains(QLatin1String("pprove"));
            QCOMPARE(button->isEnabled(), !isApprove);
            QCOMPARE(button->isChecked(), !isApprove);
        }
        QCOMPARE(namelessWidgets(dialog), QStringList());
        dialog.reject();
        keeper().setSeen({core()}, true);
        QVERIFY(approve.isEnabled());
    }

    void requestingChangesIsNeverGatedAndNeedsNoEnter()
    {
        openWindow();
        keeper().addComment(settings(), QStringLiteral("data.level"), QStringLiteral("Why @debug?"));
        DecisionDialog &dialog = openDialog();
        QTRY_VERIFY(done(dialog).isEnabled());
        auto *preview = dialog.findChild<views::ReviewText *>();
        QTRY_VERIFY(preview->toPlainText().contains(QLatin1String("**Changes requested** by Kim Park")));
        QVERIFY(preview->toPlainText().contains(QLatin1String("> Why `@debug`?")));
        picture(dialog, "request-changes");
        for (QWidget *widget : dialog.findChildren<QWidget *>()) {
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() && widget != &done(dialog))
                QTest::keyClick(widget, Qt::Key_Return);
        }
        QTest::keyClick(&dialog, Qt::Key_Enter);
        QVERIFY(!keeper().decision());
        if (!dialog.isVisible())
            QFAIL("Enter closed the dialog");
        QSignalSpy closed(&dialog, &QDialog::accepted);
        QTest::mouseClick(&done(dialog), Qt::LeftButton);
        QVERIFY(closed.wait());
        m_window->activateWindow();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr && m_window->isActiveWindow());
        QCOMPARE(keeper().decision()->choice, record::Choice::RequestChanges);
        QCOMPARE(keeper().decision()->by, std::string("Kim Park"));
        const auto *progress = m_window->findChild<QLabel *>(QStringLiteral("progress"));
        QVERIFY2(progress->text().startsWith(QLatin1String("Changes requested ")), qPrintable(progress->text()));
        QTest::keySequence(m_window.get(), QKeySequence::Undo);
        QVERIFY(!keeper().decision());
    }

    void anOverrideNeedsTheNameAndAReasonAndIsPrintedEverywhere()
    {
        openWindow();
        keeper().setSeen({core()}, true);
        QTest::mouseClick(&find<QToolButton>("Approve…"), Qt::LeftButton);
        auto *dialog = m_window->findChild<DecisionDialog *>();
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->findChildren<QLabel *>().first()->text().contains(QLatin1String("is still")));
        QVERIFY(!done(*dialog).isEnabled());
        QList<QLineEdit *> edits;
        for (QLineEdit *edit : dialog->findChildren<QLineEdit *>())
            edits << edit;
        QCOMPARE(edits.size(), 2);
        QTest::keyClicks(edits[0], "cor");
        QTest::keyClicks(edits[1], "planned");
        QVERIFY(!done(*dialog).isEnabled());
        QTest::keyClicks(edits[0], "e");
        QVERIFY(done(*dialog).isEnabled());
        edits[1]->clear();
        QVERIFY(!done(*dialog).isEnabled());
        QTest::keyClicks(edits[1], "planned cut-over");
        for (QLineEdit *edit : edits)
            QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!keeper().decision());
        auto *preview = dialog->findChild<views::ReviewText *>();
        QTRY_VERIFY(preview->toPlainText().contains(QLatin1String("**Override** of `core`: planned cut-over")));
        picture(*dialog, "override");
        QSignalSpy closed(dialog, &QDialog::accepted);
        QTest::mouseClick(&done(*dialog), Qt::LeftButton);
        QVERIFY(closed.wait());
        m_window->activateWindow();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr && m_window->isActiveWindow());
        QCOMPARE(keeper().decision()->overridden->reason, std::string("planned cut-over"));
        const QString banner = m_window->findChild<widgets::Banner *>()->accessibleName();
        QVERIFY2(banner.contains(QLatin1String("Approved although it is blocked")), qPrintable(banner));
        QTest::keyClick(m_window.get(), Qt::Key_6);
        QStringList texts;
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            texts << (label->isVisible() ? label->text() : QString());
        QVERIFY(
            texts.join(QLatin1Char('\n')).contains(QLatin1String("Reason for the override of core: planned cut-over")));
        auto *text = page().findChild<views::ReviewText *>();
        QTRY_VERIFY(text->toPlainText().contains(QLatin1String("**Override** of `core`: planned cut-over")));
        picture(*m_window, "review-section");
        m_window->setTheme(widgets::ThemeChoice::Dark);
        picture(*m_window, "review-section-dark");
        m_window->setTheme(widgets::ThemeChoice::Light);
    }

    void nothingIsRecordedOnceHeadHasMoved()
    {
        openWindow();
        DecisionDialog &dialog = openDialog();
        QTRY_VERIFY(done(dialog).isEnabled());
        m_tips.head = std::string(40, 'e'); // between the look and the click
        QTest::mouseClick(&done(dialog), Qt::LeftButton);
        QTRY_VERIFY(
            dialog.findChildren<QLabel *>().first()->text().contains(QLatin1String("change has moved to eeeeeeeeee")));
        QVERIFY(!done(dialog).isEnabled());
        QVERIFY(dialog.isVisible());
        QVERIFY(!keeper().decision());
    }

    void anUnansweredQuestionRecordsNothing()
    {
        openWindow();
        m_window.reset();
        runner::Services failing = services();
        failing.findTips = [](const git::ComparisonRequest &) -> Result<git::Tips> {
            return Error{ErrorCode::Git, "the repository is gone", "/srv/manifests"};
        };
        m_window = std::make_unique<MainWindow>(failing, *m_highlighting);
        m_window->show();
        QSignalSpy shown(m_window.get(), &MainWindow::reviewShown);
        m_window->openReview({});
        QVERIFY(!shown.isEmpty() || shown.wait(20'000));
        DecisionDialog dialog(
            {page().review(), models::DecisionGate(page().review()), record::Choice::RequestChanges, {}}, keeper(),
            failing);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QTRY_VERIFY(dialog.findChildren<QLabel *>().first()->text().contains(QLatin1String("the repository is gone")));
        QVERIFY(!done(dialog).isEnabled());
    }

    void troubleWithTheDiskStaysInSight()
    {
        openWindow();
        QVERIFY(keeper().flush());
        auto *notice = m_window->findChild<widgets::NoticeBar *>(QStringLiteral("trouble"));
        QVERIFY(!notice->isVisible());
        {
            const test::FullDisk full(16);
            keeper().addComment(settings(), {}, QStringLiteral("kept"));
            QVERIFY(!keeper().flush());
            QVERIFY(notice->isVisible());
            QVERIFY2(notice->text().startsWith(QLatin1String("Not saved: ")), qPrintable(notice->text()));
        }
        picture(*m_window, "full-disk");
        emit notice->acted();
        QTRY_VERIFY(!notice->isVisible());
        QVERIFY(keeper().flush());
    }

    void aWindowWithWhatIsNotSavedAsksBeforeItCloses()
    {
        openWindow();
        QVERIFY(keeper().flush());
        int asked = 0;
        const auto answer = [&](const char *word) {
            QTimer::singleShot(0, this, [&asked, word] {
                auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
                for (QAbstractButton *button : box->buttons()) {
                    if (button->text().startsWith(QLatin1String(word)))
                        button->click();
                }
                ++asked;
            });
        };
        const test::FullDisk full(16);
        keeper().addComment(settings(), {}, QStringLiteral("kept"));
        answer("Stay");
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QCOMPARE(keeper().comments().size(), std::size_t(1));
        answer("Leave");
        QVERIFY(m_window->close());
        QCOMPARE(asked, 2);
    }

    void everyFormIsSavedAndCopied_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("html") << 0 << QByteArray("<!DOCTYPE html>");
        QTest::newRow("markdown") << 1 << QByteArray("<!-- noclobber:v1 -->");
        QTest::newRow("json") << 2 << QByteArray("{\n  \"schema\": \"noclobber.review/1\"");
    }
    void everyFormIsSavedAndCopied()
    {
        QFETCH(int, form);
        QFETCH(QByteArray, begin);
        const auto review = std::make_shared<const review::Review>(test::sampleReview());
        record::ShownRecord shown;
        shown.comments = {{1, settings(), "", "Why so?", "t"}};
        const auto chosen = [&] {
            auto *dialog = new ExportDialog({review, shown, nullptr, {}, {}});
            dialog->show();
            dialog->findChildren<QRadioButton *>().at(form)->click();
            return dialog;
        };
        const QString file = m_home->filePath(QStringLiteral("out"));
        auto *dialog = chosen();
        QCOMPARE(namelessWidgets(*dialog), QStringList());
        QSignalSpy done(dialog, &ExportDialog::exported);
        dialog->save(file);
        QVERIFY(done.wait());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray bytes = written.readAll();
        QVERIFY(bytes.startsWith(begin));
        QVERIFY(bytes.contains("Why so?"));
        dialog = chosen();
        QSignalSpy copied(dialog, &ExportDialog::exported);
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == QLatin1String("&Copy"))
                button->click();
        }
        QVERIFY(copied.wait());
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), bytes);
    }

    void anExportListsWhatIsChosen()
    {
        openWindow();
        m_window->findChild<widgets::FilterLine *>()->setText(QStringLiteral("name:settings"));
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
        auto *dialog = m_window->findChild<ExportDialog *>();
        QVERIFY(dialog != nullptr);
        const auto button = [&](const char *text) -> QRadioButton * {
            for (QRadioButton *each : dialog->findChildren<QRadioButton *>()) {
                if (each->text().remove(u'&').contains(QLatin1String(text)))
                    return each;
            }
            return nullptr;
        };
        QVERIFY(button("All") != nullptr && button("All")->isChecked());
        QVERIFY(button("As the list is filtered: 1 object") != nullptr);
        QVERIFY(button("Risky ones only") != nullptr);
        QCOMPARE(namelessWidgets(*dialog), QStringList());
        picture(*dialog, "export-scope");
        button("JSON")->click(); // for programs, always whole
        QVERIFY(!button("All")->isEnabled() && !button("Risky")->isEnabled());
        button("Markdown")->click();
        QVERIFY(button("Risky")->isEnabled());
        button("As the list is filtered")->click();
        const QString file = m_home->filePath(QStringLiteral("part.md"));
        QSignalSpy done(dialog, &ExportDialog::exported);
        dialog->save(file);
        QTRY_COMPARE(done.count(), 1);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(written.readAll());
        QVERIFY2(text.contains(QLatin1String("Only what the filter \"`name:settings`\" leaves is listed: 1 of")),
                 qPrintable(text.left(2000)));
        QVERIFY(text.startsWith(QLatin1String("<!-- noclobber:v1 -->")));
    }

    void anExportThatCannotBeWrittenIsSaid()
    {
        ExportDialog dialog({std::make_shared<const review::Review>(test::sampleReview()), {}, nullptr, {}, {}});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        picture(dialog, "export");
        dialog.save(m_home->filePath(QStringLiteral("no/such/folder.html")));
        const auto isSaid = [&] {
            QStringList texts;
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                texts << label->text();
            return texts.join(QLatin1Char('\n')).contains(QLatin1String("Not exported: "));
        };
        QTRY_VERIFY(isSaid());
        QVERIFY(dialog.isVisible());
    }
};

QTEST_MAIN(TestDecision)
#include "tst_decision.moc"
