#include <KSyntaxHighlighting/Repository>
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/small_services.h"
#include "ui/views/main_window.h"
#include "ui/widgets/code_pane.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tree_view.h"

using namespace noclobber;
using views::MainWindow;

namespace {

QString described(const QObject *object)
{
    const auto *widget = qobject_cast<const QWidget *>(object);
    return object == nullptr
               ? QStringLiteral("nothing")
               : QStringLiteral("%1 '%2' '%3' in %4")
                     .arg(QLatin1String(object->metaObject()->className()), object->objectName(),
                          widget != nullptr ? widget->accessibleName() : QString(),
                          object->parent() != nullptr ? QLatin1String(object->parent()->metaObject()->className())
                                                      : QLatin1String("nothing"));
}

/// Whether a reader can be taken to it, or it does something when it is pressed.
bool needsName(const QAccessibleInterface &face)
{
    const QAccessible::State state = face.state();
    return state.focusable || face.role() == QAccessible::Button || face.role() == QAccessible::Grip;
}

/// What is on the screen, can be reached, and has no name; what is in lists is looked at row by row.
void addNameless(QAccessibleInterface &face, QStringList &nameless)
{
    if (!face.isValid() || face.state().invisible)
        return;
    if (needsName(face) && face.text(QAccessible::Name).isEmpty())
        nameless << described(face.object()) + QStringLiteral(" role %1").arg(face.role());
    if (qobject_cast<QAbstractItemView *>(face.object()) != nullptr)
        return;
    for (int child = 0; child < face.childCount(); ++child) {
        if (QAccessibleInterface *inner = face.child(child))
            addNameless(*inner, nameless);
    }
}

QStringList nameless(QWidget &window)
{
    QStringList names;
    addNameless(*QAccessible::queryAccessibleInterface(&window), names);
    return names;
}

void addRows(const QAbstractItemModel &model, const QModelIndex &parent, QModelIndexList &rows)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        rows << model.index(row, 0, parent);
        addRows(model, rows.last(), rows);
    }
}

/// Rows whose first cell does not say all of the row.
QStringList tersenessOf(const QWidget &window)
{
    QStringList terse;
    for (const auto *view : window.findChildren<QAbstractItemView *>()) {
        QModelIndexList rows;
        if (view->isVisible() && view->model() != nullptr)
            addRows(*view->model(), {}, rows);
        for (const QModelIndex &row : rows) {
            const QString sentence = row.data(Qt::AccessibleTextRole).toString();
            QString other;
            for (int column = 1; column < row.model()->columnCount(row.parent()); ++column)
                other += row.siblingAtColumn(column).data().toString();
            static const QRegularExpression parts("[,:;.] ");
            const bool isWhole =
                !sentence.isEmpty() &&
                (other.isEmpty() || (sentence != row.data().toString() && parts.match(sentence).hasMatch()));
            if (!isWhole)
                terse << view->accessibleName() + QStringLiteral(": ") + row.data().toString() +
                             QStringLiteral(" is read as: ") + sentence;
        }
    }
    return terse;
}

/// How many pixels deep the ring goes in from the left or the upper edge of what has the keyboard.
int ringDepth(QWidget &window, const QWidget &widget)
{
    const QImage image = window.grab().toImage();
    const QColor ring = widgets::currentTheme().focus;
    const QRect area(widget.mapTo(&window, QPoint(0, 0)), widget.size());
    int fromLeft = 0;
    while (fromLeft < area.width() && image.pixelColor(area.left() + fromLeft, area.center().y()) == ring)
        ++fromLeft;
    int fromTop = 0;
    while (fromTop < area.height() && image.pixelColor(area.center().x(), area.top() + fromTop) == ring)
        ++fromTop;
    return qMax(fromLeft, fromTop);
}

/// Labels and buttons that have less room than their text needs, and columns or texts that go out of sight.
QStringList clipped(const QWidget &window)
{
    QStringList found;
    const auto check = [&found](const QWidget &widget, const QString &text, QSize need) {
        if (widget.isVisible() && !text.isEmpty() &&
            (need.width() > widget.width() + 1 || need.height() > widget.height() + 1))
            found << QStringLiteral("%1 needs %2x%3 and has %4x%5")
                         .arg(text)
                         .arg(need.width())
                         .arg(need.height())
                         .arg(widget.width())
                         .arg(widget.height());
    };
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (qobject_cast<const widgets::ElidedLabel *>(label) != nullptr)
            continue; // has the whole text in its tooltip
        const QSize need = label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
        check(*label, label->text(), need);
    }
    for (const auto *button : window.findChildren<QAbstractButton *>())
        check(*button, button->text(), button->minimumSizeHint());
    for (const auto *area : window.findChildren<QScrollArea *>()) {
        if (area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff && area->widget() != nullptr)
            check(*area->viewport(), area->accessibleName(), QSize(area->widget()->width(), 0));
    }
    for (const auto *list : window.findChildren<widgets::TreeView *>())
        check(*list->viewport(), list->accessibleName(), QSize(list->header()->length(), 0));
    return found;
}

} // namespace

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
    /// What Tab reaches, beginning with what has the keyboard now, until it comes round.
    static QList<QWidget *> tabbed(QWidget &window)
    {
        QList<QWidget *> reached;
        for (int i = 0; i < 200; ++i) {
            QWidget *now = QApplication::focusWidget();
            if (now == nullptr || reached.contains(now))
                break;
            reached << now;
            QTest::keyClick(now, Qt::Key_Tab);
        }
        Q_UNUSED(window)
        return reached;
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
        const QList<QWidget *> reached = tabbed(*window);
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
            reached = tabbed(*window);
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
            for (QWidget *widget : tabbed(*window)) {
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
