#include <QHeaderView>
#include <QStandardItemModel>
#include <QTest>

#include "ui/models/kind_text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/tree_view.h"

using namespace noclobber;

/// What happens to names and columns where they do not fit.
class TestLittleRoom : public QObject
{
    Q_OBJECT

    QStandardItemModel m_model{3, 3};

    std::unique_ptr<widgets::TreeView> makeView(int characters)
    {
        auto view = std::make_unique<widgets::TreeView>(QStringLiteral("rows"));
        view->setModel(&m_model);
        view->setColumnCharacters({20, 20, 10}, {6, 12, 5});
        resize(*view, characters);
        view->show();
        return view;
    }
    static void resize(QWidget &view, int characters) { view.resize(letter(view) * characters, 200); }
    static int letter(const QWidget &view) { return view.fontMetrics().averageCharWidth(); }

private slots:
    void aKindIsCalledAsByKubectl()
    {
        QCOMPARE(models::shortKind("PersistentVolumeClaim"), "PVC");
        QCOMPARE(models::shortKind("Deployment"), "DEPLOY");
        QCOMPARE(models::shortKind("KafkaTopic"), "KafkaTopic");
    }

    void aLongNameKeepsItsEnd()
    {
        const QFontMetrics metrics{QFont()};
        const QString name = "payments/a-rather-long-name-as-helm-makes-them-0298";
        const QString cut = widgets::elidedName(name, metrics, metrics.horizontalAdvance(name) / 2);
        QVERIFY2(cut.startsWith("pay") && cut.endsWith("298"), qPrintable(cut));
    }

    void ofTwoNamesEachKeepsItsEndsAndTheArrowIsSeen()
    {
        const QFontMetrics metrics{QFont()};
        const QString name = "payments/config-0003 \u2192 payments/new-config-0004";
        const int room = metrics.horizontalAdvance(name) * 2 / 3;
        const QString cut = widgets::elidedName(name, metrics, room);
        QVERIFY(metrics.horizontalAdvance(cut) <= room);
        const QStringList names = cut.split(" \u2192 ");
        QCOMPARE(names.size(), 2);
        QVERIFY2(names.at(0).startsWith("pay") && names.at(0).endsWith("3"), qPrintable(cut));
        QVERIFY2(names.at(1).startsWith("pay") && names.at(1).endsWith("4"), qPrintable(cut));
        QCOMPARE(widgets::elidedName(name, metrics, metrics.horizontalAdvance(name)), name);
    }

    void columnsGiveWayToEachOtherSoThatNoneLeavesTheView()
    {
        auto view = makeView(80);
        const int unit = letter(*view);
        QCOMPARE(view->columnWidth(0), 20 * unit);
        resize(*view, 35);
        QVERIFY(view->header()->length() <= view->viewport()->width());
        QVERIFY(view->columnWidth(0) < 20 * unit && view->columnWidth(0) >= 6 * unit);
        QVERIFY(view->columnWidth(1) < 20 * unit && view->columnWidth(1) >= 12 * unit);
        QVERIFY(view->columnWidth(0) < view->columnWidth(1)); // can spare more
        resize(*view, 80);
        QCOMPARE(view->columnWidth(0), 20 * unit);
        resize(*view, 10);
        QCOMPARE(view->columnWidth(1), 12 * unit);
    }

    void whatAPersonDrewIsKeptThoughItHadToGiveWay()
    {
        auto view = makeView(80);
        const int wide = 30 * letter(*view);
        view->setColumnWidth(0, wide);
        resize(*view, 40);
        QVERIFY(view->columnWidth(0) < wide);
        const QByteArray kept = view->columns();
        QVERIFY(view->columnWidth(0) < wide);
        auto other = makeView(80);
        other->restoreColumns(kept);
        QCOMPARE(other->columnWidth(0), wide);
    }
};

QTEST_MAIN(TestLittleRoom)
#include "tst_little_room.moc"
