#include <QAccessible>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/profile.h"
#include "tests/ui/small_review.h"
#include "ui/models/path_picture.h"
#include "ui/models/radius_overview.h"
#include "ui/widgets/icicle.h"
#include "ui/widgets/path_diagram.h"

using namespace noclobber;
using models::RadiusPart;

namespace {

std::vector<widgets::IcicleCell> manyCells(int count)
{
    std::vector<widgets::IcicleCell> cells;
    for (int i = 0; i < count; ++i)
        cells.push_back({0, -1, i, 1, i % 2, QStringLiteral("cell"), {}, QStringLiteral("one cell")});
    return cells;
}

} // namespace

/// The overview of the blast radius, and the path to one of its objects.
class TestRadiusPictures : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const review::ReviewPtr m_sample = test::incident(m_folder.path());

private slots:
    void overviewCellsLieInTheirParents()
    {
        const models::RadiusListPtr list = models::makeRadiusList(m_sample);
        const models::RadiusOverview overview = models::overviewOf(*list, RadiusPart::Dies);
        QCOMPARE(overview.order.size(), std::size_t{75});
        std::array<int, 3> sums{};
        for (const models::OverviewCell &cell : overview.cells) {
            sums.at(static_cast<std::size_t>(cell.level)) += cell.count;
            if (cell.parent < 0)
                continue;
            const models::OverviewCell &around = overview.cells[static_cast<std::size_t>(cell.parent)];
            QVERIFY(cell.first >= around.first && cell.first + cell.count <= around.first + around.count);
        }
        QCOMPARE(sums, (std::array<int, 3>{75, 75, 75}));
        QCOMPARE(overview.cells[0].sentence, "app01-cluster01: 75 objects, the data of 8 is lost or at risk");
        for (const std::uint32_t place : overview.placesOf(overview.cells[2]))
            QVERIFY(list->objects[place].id->key.kind == overview.cells[2].sentence.section(u' ', 0, 0).toStdString());
    }

    void arrowsMoveInTheIcicleAndEnterChooses()
    {
        widgets::Icicle icicle(QStringLiteral("Overview"));
        icicle.resize(800, 60);
        icicle.setCells(
            {{0, -1, 0, 4, 1, "a", {}, "a: 4"}, {1, 0, 0, 3, 1, "b", {}, "b: 3"}, {1, 0, 3, 1, 0, "c", {}, "c: 1"}}, 4);
        QSignalSpy chosen(&icicle, &widgets::PaintedParts::chosen);
        QSignalSpy cleared(&icicle, &widgets::PaintedParts::cleared);
        QCOMPARE(icicle.currentPart(), 0);
        QTest::keyClick(&icicle, Qt::Key_Down);
        QTest::keyClick(&icicle, Qt::Key_Right);
        QCOMPARE(icicle.currentPart(), 2);
        QTest::keyClick(&icicle, Qt::Key_Right);
        QCOMPARE(icicle.currentPart(), 2);
        QTest::keyClick(&icicle, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 2);
        QTest::keyClick(&icicle, Qt::Key_Up);
        QCOMPARE(icicle.currentPart(), 0);
        QTest::keyClick(&icicle, Qt::Key_Escape);
        QCOMPARE(cleared.size(), 1);
        QTest::mouseClick(&icicle, Qt::LeftButton, {}, icicle.partArea(1).center());
        QCOMPARE(chosen.last().first().toInt(), 1);
    }

    void everyCellIsHeardWithNameAndValue()
    {
        widgets::Icicle icicle(QStringLiteral("Overview"));
        icicle.resize(800, 60);
        icicle.setCells({{0, -1, 0, 4, 1, "a", {}, "a: 4 objects"}, {1, 0, 0, 4, 1, "b", {}, "b in a: 4 objects"}}, 4);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&icicle);
        QCOMPARE(list->text(QAccessible::Name), "Overview");
        QCOMPARE(list->childCount(), 2);
        QAccessibleInterface *cell = list->child(1);
        QCOMPARE(cell->text(QAccessible::Name), "b");
        QCOMPARE(cell->text(QAccessible::Value), "b in a: 4 objects");
        QCOMPARE(list->indexOfChild(cell), 1);
        QVERIFY(cell->parent() == list);
        QSignalSpy chosen(&icicle, &widgets::PaintedParts::chosen);
        cell->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(chosen.first().first().toInt(), 1);
        icicle.setCells(manyCells(3), 3);
        QCOMPARE(list->childCount(), 3);
        QCOMPARE(list->child(0)->text(QAccessible::Name), "cell");
    }

    void fiveThousandCellsArePaintedInMilliseconds()
    {
        widgets::Icicle icicle(QStringLiteral("Overview"));
        icicle.resize(1366, 60);
        icicle.setCells(manyCells(5000), 5000);
        QElapsedTimer clock;
        clock.start();
        icicle.grab();
        QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed()))); // 20 times what it takes
    }

    void aPathLeadsFromTheLineToTheVolume()
    {
        const models::PathPicture picture = models::pathOf(
            *m_sample, test::inCluster("", "PersistentVolumeClaim", "influxdb", "state-task-scheduler-0"));
        QStringList titles;
        for (const models::PathBox &box : picture.boxes)
            titles << box.title;
        QCOMPARE(titles, (QStringList{"The change", "Application app01-cluster01", "influxdb",
                                      "StatefulSet task-scheduler", "PersistentVolumeClaim × 2", "80Gi"}));
        QCOMPARE(picture.boxes[0].detail, "env/cluster01/apps/yml/apps.yml:226");
        QVERIFY(picture.boxes[4].detail.contains("state-task-scheduler-0, state-task-scheduler-1"));
        QCOMPARE(picture.boxes[5].detail, "data lost");
        for (const models::PathBox &box : picture.boxes)
            QVERIFY2(box.isOnPath, qPrintable(box.title));
        QVERIFY2(picture.boxes[3].sentence.endsWith("Because of: influxdb"), qPrintable(picture.boxes[3].sentence));
    }

    void aCauseShowsWhatItTakesWithIt()
    {
        const models::PathPicture picture =
            models::pathOf(*m_sample, test::inCluster("argoproj.io", "Application", "argocd", "app01-cluster01"));
        QVERIFY(picture.boxes.size() > 10);
        QVERIFY(picture.boxes.size() <= std::size_t{models::mostPathBoxes});
        std::set<std::string> columns;
        for (std::size_t place = 1; place < picture.boxes.size(); ++place)
            QVERIFY(picture.boxes[place].parent >= 0 && picture.boxes[place].parent < static_cast<int>(place));
    }

    void linesRunAroundTheBoxes()
    {
        const models::PathPicture picture =
            models::pathOf(*m_sample, test::inCluster("argoproj.io", "Application", "argocd", "app01-cluster01"));
        std::vector<widgets::DiagramBox> boxes;
        for (const models::PathBox &box : picture.boxes)
            boxes.push_back({static_cast<int>(box.column), box.parent, box.title, {}, {}, "note", 0, false});
        widgets::PathDiagram diagram(QStringLiteral("Path"));
        diagram.resize(1336, 3000);
        diagram.setBoxes(std::move(boxes), models::pathHeadings());
        for (int part = 1; part < diagram.partCount(); ++part) {
            const QPolygon line = diagram.link(part);
            for (int end = 1; end < line.size(); ++end) {
                const QRect segment = QRect(line.at(end - 1), line.at(end)).normalized();
                for (int other = 0; other < diagram.partCount(); ++other)
                    QVERIFY2(!segment.intersects(diagram.partArea(other)), qPrintable(diagram.partName(other)));
            }
        }
    }

    void aPictureHasAtMostSixtyBoxesAndCountsTheRest()
    {
        const auto review = test::largeReview(0, 5000);
        const argo::ObjectId cause = review->radius.objects.front().because.front().id;
        const models::PathPicture picture = models::pathOf(*review, cause);
        QVERIFY2(picture.boxes.size() <= std::size_t{models::mostPathBoxes},
                 qPrintable(QString::number(picture.boxes.size())));
        int objects = picture.leftOut;
        for (const models::PathBox &box : picture.boxes) {
            if (box.column == models::PathColumn::Workload && box.id)
                objects += box.title.section(u'×', 1).trimmed().toInt();
        }
        QCOMPARE(objects, 5000);
    }

    void whatIsNotReachedHasNoPath()
    {
        QVERIFY(models::pathOf(*m_sample, test::inCluster("", "ConfigMap", "nowhere", "none")).boxes.empty());
    }
};

QTEST_MAIN(TestRadiusPictures)
#include "tst_radius_pictures.moc"
