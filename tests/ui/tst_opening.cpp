#include <QAbstractButton>
#include <QDir>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QTest>
#include <fstream>

#include "tests/ui/picture.h"
#include "tests/ui/profile.h"

using namespace noclobber;
using test::action;
using test::changes;
using test::currentObject;
using test::find;
using test::picture;
using test::ScratchRepository;
using test::threeSettings;
using test::threeSettingsChanged;
using test::waitForReview;

namespace {

void write(const QString &file, const std::string &text)
{
    QDir().mkpath(QFileInfo(file).path());
    std::ofstream(file.toStdString(), std::ios::binary) << text;
}

void writeFolder(const QString &folder, const git::Files &files)
{
    for (const auto &[path, text] : files)
        write(folder + '/' + QString::fromStdString(path), text);
}

} // namespace

/// How a review is opened, left and found again.
class TestOpening : public QObject
{
    Q_OBJECT

    test::Profile m_profile;

private slots:
    void init() { QSettings().clear(); }

    void oneKeyOpensTheSampleOfAFreshProfile()
    {
        auto window = m_profile.window();
        picture(*window, "start-fresh");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        waitForReview(*window);
        QVERIFY2(window->windowTitle().startsWith("Block: Sample incident"), qPrintable(window->windowTitle()));
        action(*window, "file.choose").trigger();
        QTRY_VERIFY(find<QAbstractButton>(*window, "Review this change").isEnabled());
        QStringList texts;
        for (const QLabel *label : window->findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(texts.contains("Which change of the sample incident?"));
    }

    void aReviewIsContinuedWhereItWasLeft()
    {
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        {
            auto window = m_profile.review(repository);
            auto *filter = window->findChild<widgets::FilterLine *>();
            filter->setText(QStringLiteral("t"));
            QCoreApplication::processEvents();
            window->findChild<views::ReviewPage *>()->showObject({"env/a", {"", "ConfigMap", "web", "two"}});
            QTest::keyClick(window.get(), Qt::Key_4);
            window->close();
        }
        auto window = m_profile.window();
        auto &recent = find<widgets::TreeView>(*window, "Recent reviews");
        QCOMPARE(recent.model()->rowCount(), 1);
        QVERIFY(recent.model()->index(0, 2).data().toString().startsWith("main ("));
        picture(*window, "start-recent");
        QVERIFY2(QApplication::focusWidget()->property("accessibleName").toString().startsWith("Continue: "),
                 "Enter goes on at once");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        waitForReview(*window);
        const models::ReviewPlace place = window->findChild<views::ReviewPage *>()->place();
        QCOMPARE(place.section, 3);
        QCOMPARE(place.filter, QStringLiteral("t"));
        QCOMPARE(currentObject(*window), QStringLiteral("two"));
    }

    void splittersAndColumnsStay()
    {
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        {
            auto window = m_profile.review(repository);
            window->findChild<views::ChangesSection *>()->setSizes({700, 640});
            changes(*window).setColumnWidth(1, 222);
            window->close();
        }
        auto window = m_profile.review(repository);
        QVERIFY(std::abs(window->findChild<views::ChangesSection *>()->sizes().constFirst() - 700) < 20);
        QCOMPARE(changes(*window).columnWidth(1), 222);
    }

    void anEntryCanBeRemovedAndAMissingFolderIsShownAsSuch()
    {
        auto repository = std::make_unique<ScratchRepository>(threeSettings(), threeSettingsChanged());
        const ScratchRepository other(threeSettings(), threeSettingsChanged());
        m_profile.review(other)->close();
        m_profile.review(*repository)->close();
        repository.reset();
        auto window = m_profile.window();
        auto &recent = find<widgets::TreeView>(*window, "Recent reviews");
        QCOMPARE(recent.model()->rowCount(), 2);
        QTRY_COMPARE(recent.model()->index(0, 0).data().toString(), QStringLiteral("Repository is missing"));
        QVERIFY(recent.model()->index(1, 0).data().toString() != QStringLiteral("Repository is missing"));
        recent.setFocus();
        recent.setCurrentIndex(recent.model()->index(0, 0));
        QTest::keyClick(&recent, Qt::Key_Delete);
        QCOMPARE(recent.model()->rowCount(), 1);
        QCOMPARE(models::readRecentReviews().size(), 1);
    }

    void damagedSettingsAreNoRecentReviews()
    {
        QSettings().setValue("recentReviews", "[{\"source\": 3}, {\"source\": {\"folder\": \"/x\"}}, 7, {");
        QCOMPARE(models::readRecentReviews().size(), 0);
        QSettings().setValue("recentReviews", R"([{"source": 3}, {"source": {"folder": "/x"}, "object": [1]}, 7])");
        QCOMPARE(models::readRecentReviews().size(), 1);
        auto window = m_profile.window();
        QVERIFY(window->isVisible());
    }

    void twoFoldersAreComparedAndNothingIsWrittenIntoThem()
    {
        const QTemporaryDir place;
        writeFolder(place.filePath("old"), threeSettings());
        writeFolder(place.filePath("new"), threeSettingsChanged());
        auto window = m_profile.window();
        action(*window, "file.folders").trigger();
        find<QLineEdit>(*window, "Base folder").setText(place.filePath("old"));
        find<QLineEdit>(*window, "Head folder").setText(place.filePath("new"));
        picture(*window, "folders");
        QTest::mouseClick(&find<QAbstractButton>(*window, "Compare these folders"), Qt::LeftButton);
        waitForReview(*window);
        QVERIFY2(window->windowTitle().contains("Two folders   old → new"), qPrintable(window->windowTitle()));
        QCOMPARE(changes(*window).model()->rowCount(), 2); // one group of removed, one of modified objects
        QVERIFY(test::readFolder(place.filePath("old").toStdString()) == threeSettings());
        QVERIFY(test::readFolder(place.filePath("new").toStdString()) == threeSettingsChanged());
        QVERIFY(models::readRecentReviews().constFirst().source.folders);
    }

    void folderThatIsDroppedIsOpened()
    {
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        auto window = m_profile.window();
        QMimeData one;
        one.setUrls({QUrl::fromLocalFile(QString::fromStdString(repository.path()))});
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &one, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &one, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &drop);
        QTRY_VERIFY(find<QAbstractButton>(*window, "Review this change").isVisible());
        QTRY_VERIFY(find<QAbstractButton>(*window, "Review this change").isEnabled());
        QMimeData two;
        two.setUrls(
            {QUrl::fromLocalFile(m_profile.path()), QUrl::fromLocalFile(QString::fromStdString(repository.path()))});
        QDragEnterEvent again(QPoint(100, 100), Qt::CopyAction, &two, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &again);
        QDropEvent both(QPointF(100, 100), Qt::CopyAction, &two, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &both);
        QVERIFY(find<QLineEdit>(*window, "Base folder").isVisible());
        QCOMPARE(find<QLineEdit>(*window, "Base folder").text(), m_profile.path());
    }
};

QTEST_MAIN(TestOpening)
#include "tst_opening.moc"
