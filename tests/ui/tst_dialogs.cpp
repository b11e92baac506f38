#include <QAccessible>
#include <QScopeGuard>
#include <QTabWidget>
#include <QTest>

#include "tests/ui/inspection.h"
#include "tests/ui/picture.h"
#include "tests/ui/profile.h"
#include "tests/ui/small_services.h"
#include "ui/views/decision_dialog.h"
#include "ui/views/export_dialog.h"
#include "ui/views/palette.h"
#include "ui/views/preferences_dialog.h"
#include "ui/views/shortcut_sheet.h"

using namespace noclobber;
using test::action;
using test::described;
using test::picture;
using views::MainWindow;

/// What comes and goes over a review: whoever has no mouse, no eyes or needs large letters can use it.
class TestDialogs : public QObject
{
    Q_OBJECT

    test::Profile m_profile;

    std::unique_ptr<MainWindow> makeReview()
    {
        auto window = m_profile.window(test::wholeServices());
        window->openReview({"/srv/manifests", "main", "change"});
        test::waitForReview(*window);
        return window;
    }

    template <typename Dialog, typename Looked>
    static void visit(MainWindow &window, const char *id, const Looked &look)
    {
        action(window, id).trigger();
        auto *dialog = window.findChild<Dialog *>();
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->isActiveWindow());
        auto *tabs = dialog->template findChild<QTabWidget *>();
        for (int page = 0; page < (tabs != nullptr ? tabs->count() : 1); ++page) {
            if (tabs != nullptr)
                tabs->setCurrentIndex(page);
            QCoreApplication::processEvents();
            look(*dialog, QStringLiteral("%1 %2").arg(QLatin1String(id)).arg(page));
        }
        delete dialog;
        test::activate(window);
    }

    /// look(part, name) of each.
    template <typename Looked>
    void visitEach(const Looked &look)
    {
        auto window = makeReview();
        visit<views::PreferencesDialog>(*window, "file.preferences", look);
        visit<views::ShortcutSheet>(*window, "help.shortcuts", look);
        visit<views::ExportDialog>(*window, "file.export", look);
        visit<views::DecisionDialog>(*window, "review.decide", look);
        action(*window, "go.palette").trigger();
        auto *palette = window->findChild<views::Palette *>();
        QVERIFY(palette->isVisible());
        look(*palette, QStringLiteral("palette"));
        palette->leave();
        action(*window, "review.comment").trigger();
        auto *comment = window->findChild<views::CommentEditor *>();
        QVERIFY(comment->isVisible());
        look(*comment, QStringLiteral("comment"));
    }

    static QList<QWidget *> stops(const QWidget &part)
    {
        QList<QWidget *> found;
        for (QWidget *widget : part.findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->isEnabled() && widget->focusProxy() == nullptr &&
                (widget->focusPolicy() & Qt::TabFocus) != 0)
                found << widget;
        }
        return found;
    }

private slots:
    void initTestCase() { QAccessible::setActive(true); }

    void whateverCanBeReachedHasAName()
    {
        visitEach([](QWidget &part, const QString &name) {
            const QStringList found = test::nameless(part);
            QVERIFY2(found.isEmpty(), qPrintable(name + ":\n" + found.join('\n')));
            picture(*part.window(), QString(name).replace(' ', '-'));
        });
    }

    void theFirstCellSaysAllOfTheRow()
    {
        visitEach([](QWidget &part, const QString &name) {
            const QStringList found = test::tersenessOf(part);
            QVERIFY2(found.isEmpty(), qPrintable(name + ":\n" + found.join('\n')));
        });
    }

    void theRingShowsWhereTheKeyboardIs()
    {
        visitEach([](QWidget &part, const QString &name) {
            for (QWidget *widget : stops(part)) {
                widget->setFocus(Qt::TabFocusReason);
                QCoreApplication::processEvents();
                if (widget->hasFocus()) // a radio button gives it to the one that is chosen
                    QVERIFY2(test::ringDepth(*part.window(), *widget) >= 2,
                             qPrintable(name + ": " + described(widget)));
            }
        });
    }

    void nothingIsClippedWithLettersTwiceAsLarge()
    {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(large);
        const auto restore = qScopeGuard([before] { QApplication::setFont(before); });
        visitEach([](QWidget &part, const QString &name) {
            QTRY_VERIFY2(test::clipped(part).isEmpty(), qPrintable(name + ":\n" + test::clipped(part).join('\n')));
            picture(*part.window(), "large-" + QString(name).replace(' ', '-'));
            QVERIFY2(part.window()->width() <= 1366 && part.window()->height() <= 768,
                     qPrintable(QStringLiteral("%1 %2x%3").arg(name).arg(part.width()).arg(part.height())));
        });
    }
};

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
