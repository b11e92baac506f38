#include <KSyntaxHighlighting/Repository>
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QDir>
#include <QElapsedTimer>
#include <QMessageBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/printed_tree.h"
#include "tests/ui/small_review.h"
#include "ui/models/path_picture.h"
#include "ui/models/radius_export.h"
#include "ui/models/radius_model.h"
#include "ui/models/radius_overview.h"
#include "ui/models/radius_words.h"
#include "ui/views/main_window.h"
#include "ui/views/radius_section.h"

using namespace noclobber;
using models::RadiusGrouping;
using models::RadiusPart;
using test::printedTree;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

models::RadiusTreePtr treeOf(const review::ReviewPtr &review, RadiusPart part,
                             RadiusGrouping grouping = RadiusGrouping::Application)
{
    const models::RadiusListPtr list = models::makeRadiusList(review);
    return models::makeRadiusTree(list, models::placesOf(*list, part), grouping);
}

QString printed(const review::ReviewPtr &review, RadiusPart part, RadiusGrouping grouping)
{
    models::RadiusModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setTree(treeOf(review, part, grouping));
    return printedTree(model);
}

argo::ObjectId claim()
{
    return test::inCluster("", "PersistentVolumeClaim", "kafka", "data-kafka-0");
}

/// The bundled incident, as it is reviewed.
Result<review::ReviewPtr> buildSample(const QString &folder)
{
    const Result<void> written = review::writeSample(folder.toStdString());
    if (!written)
        return written.error();
    review::ReviewRequest request;
    request.comparison.folder = folder.toStdString();
    request.comparison.base = "main";
    request.comparison.head = "change";
    request.today = "2026-11-23";
    return review::buildReview(request, {});
}

runner::Services servicesFor(const review::ReviewPtr &review)
{
    runner::Services services;
    services.build = [review](const review::ReviewRequest &, std::stop_token) { return Result(review); };
    services.readObject = [](const review::Review &, const argo::ObjectId &, review::TextForm) {
        return Result<review::ObjectDiff>(review::ObjectDiff{});
    };
    services.writeReport = [](const review::Review &) { return std::string(); };
    return services;
}

std::vector<widgets::IcicleCell> manyCells(int count)
{
    std::vector<widgets::IcicleCell> cells;
    for (int i = 0; i < count; ++i)
        cells.push_back({0, -1, i, 1, i % 2, QStringLiteral("cell"), QStringLiteral("one cell")});
    return cells;
}

} // namespace

class TestRadius : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_highlighting;
    review::ReviewPtr m_sample;

    std::unique_ptr<views::MainWindow> makeWindow(const review::ReviewPtr &review)
    {
        auto window = std::make_unique<views::MainWindow>(servicesFor(review), *m_highlighting);
        window->resize(1366, 744);
        window->show();
        window->activateWindow();
        QSignalSpy shown(window.get(), &views::MainWindow::reviewShown);
        window->openReview({});
        if (shown.isEmpty() && !shown.wait(20'000))
            qFatal("the review is not shown");
        QTest::keyClick(window.get(), Qt::Key_3);
        auto &list = tree(*window);
        if (!QTest::qWaitFor([&] { return list.model()->rowCount() > 0; }, 20'000))
            qFatal("the list stays empty");
        return window;
    }
    static widgets::TreeView &tree(QWidget &window)
    {
        auto *section = window.findChild<views::RadiusSection *>();
        return *section->findChild<widgets::TreeView *>();
    }
    static models::RadiusModel &model(QWidget &window)
    {
        return *qobject_cast<models::RadiusModel *>(tree(window).model());
    }
    static void picture(QWidget &window, const QString &name)
    {
        QCoreApplication::processEvents();
        const QDir folder(QStringLiteral(NOCLOBBER_PICTURES));
        QDir().mkpath(folder.path());
        QVERIFY(window.grab().save(folder.filePath(name + QStringLiteral(".png"))));
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_home.path().toLocal8Bit());
        qputenv("XDG_CACHE_HOME", m_home.path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", m_home.path().toLocal8Bit());
        QCoreApplication::setOrganizationName(QStringLiteral("noclobber-test"));
        widgets::useTheme(widgets::ThemeChoice::Light);
        m_highlighting = std::make_unique<KSyntaxHighlighting::Repository>();
        const auto sample = buildSample(m_home.filePath(QStringLiteral("sample")));
        QVERIFY2(sample, sample ? "" : sample.error().message.c_str());
        m_sample = *sample;
    }

    void objectsStandBelowTheirApplicationWorstFirst()
    {
        QCOMPARE(printed(test::smallReview(), RadiusPart::Dies, RadiusGrouping::Application),
                 "Application argocd/core  (3) | Overwritten | its source path changed | NO for 2 of 3 objects\n"
                 "  StatefulSet kafka/kafka  (1) | Pruned, data lost | no longer in Application argocd/core | NO: git "
                 "does not hold its data\n"
                 "    PersistentVolumeClaim kafka/data-kafka-0 | Cascade-deleted, data lost | made by a StatefulSet "
                 "that is deleted | NO: git does not hold its data (50Gi)\n"
                 "  Deployment kafka/exporter | Pruned | no longer in Application argocd/core | Yes, from git\n");
    }
    void objectsGroupByNamespaceAndKind()
    {
        QCOMPARE(printed(test::smallReview(), RadiusPart::Survives, RadiusGrouping::Namespace),
                 "web  (1)\n"
                 "  PersistentVolumeClaim web/uploads | Kept, data kept | no longer in Application argocd/core\n");
        models::RadiusModel model;
        model.setTree(treeOf(test::smallReview(), RadiusPart::Dies, RadiusGrouping::Kind));
        QCOMPARE(model.index(0, 0).data().toString(), "PersistentVolumeClaim  (1)");
        QCOMPARE(model.rowCount(), 3);
    }
    void chainsOfReasonsLieOverEachOther()
    {
        QCOMPARE(printed(test::smallReview(), RadiusPart::Dies, RadiusGrouping::Cause),
                 "Application argocd/core  (3) | Overwritten | its source path changed | NO for 2 of 3 objects\n"
                 "  StatefulSet kafka/kafka  (1) | Pruned, data lost | no longer in Application argocd/core | NO: git "
                 "does not hold its data\n"
                 "    PersistentVolumeClaim kafka/data-kafka-0 | Cascade-deleted, data lost | made by a StatefulSet "
                 "that is deleted | NO: git does not hold its data (50Gi)\n"
                 "  Deployment kafka/exporter | Pruned | no longer in Application argocd/core | Yes, from git\n");
    }
    void ofSeveralClustersEachRowNamesItsOwn()
    {
        auto review = std::make_shared<review::Review>(*test::smallReview());
        blast::AffectedObject other = review->radius.objects[2];
        other.id.scope = "env/cluster02";
        other.because.back().id = other.id;
        review->radius.objects.push_back(other);
        std::ranges::sort(review->radius.objects, {}, &blast::AffectedObject::id);
        const QString tree = printed(review, RadiusPart::Dies, RadiusGrouping::Namespace);
        for (const char *line : {"kafka in env/cluster02  (1)\n  Deployment kafka/exporter in env/cluster02 |",
                                 "kafka in env/cluster01  (3) |"})
            QVERIFY2(tree.contains(line), qPrintable(tree));
    }
    void everythingHoldsEveryObjectOnce()
    {
        const auto review = test::smallReview();
        for (const auto grouping :
             {RadiusGrouping::Application, RadiusGrouping::Namespace, RadiusGrouping::Kind, RadiusGrouping::Cause}) {
            const models::RadiusTree tree = *treeOf(review, RadiusPart::Everything, grouping);
            QCOMPARE(tree.shown, 5);
            QCOMPARE(std::ranges::count_if(tree.rows, [](const auto &row) { return row.object != nullptr; }), 5);
        }
    }
    void whatCannotBeToldHasARowAmongWhatDies()
    {
        auto review = std::make_shared<review::Review>(*test::smallReview());
        review->radius.unknowns = {{claim(), "its source is another repository"}};
        const models::RadiusCounts counts = models::countRadius(review->radius);
        QCOMPARE(counts.unknown, 1);
        QCOMPARE(counts.dies + counts.unknown + counts.survives + counts.changes, counts.all);
        const QString tree = printed(review, RadiusPart::Dies, RadiusGrouping::Kind);
        QVERIFY2(
            tree.contains("  PersistentVolumeClaim kafka/data-kafka-0 | Unknown | its source is another repository "
                          "| Nobody can tell\n"),
            qPrintable(tree));
        QVERIFY2(tree.contains("  PersistentVolumeClaim kafka/data-kafka-0 | Cascade-deleted"), qPrintable(tree));
    }
    void countsAddUpInWords()
    {
        const models::RadiusCounts counts = models::countRadius(test::smallReview()->radius);
        QCOMPARE(counts.dies, 3);
        QCOMPARE(counts.diesWithData, 2);
        QCOMPARE(counts.dies + counts.survives + counts.changes, counts.all);
        QCOMPARE(models::RadiusWords::sum(counts),
                 "3 dying (2 pruned, 1 cascade-deleted) + 1 surviving (1 kept) + 1 changing "
                 "(1 updated) = 5 objects");
    }
    void theSampleSaysWhatCanBeRecoveredAndWhy()
    {
        const auto recovery = [this](const argo::ObjectId &id) {
            return models::RadiusWords::recovery(*m_sample->radius.find(id));
        };
        const auto inInflux = [](const char *kind, const char *name) {
            return test::inCluster("", kind, "influxdb", name);
        };
        QCOMPARE(recovery(inInflux("PersistentVolumeClaim", "compactor-scratch")),
                 "NO: StorageClass fast-ssd deletes the volume with its claim (200Gi)");
        QCOMPARE(recovery(inInflux("PersistentVolumeClaim", "export-staging")),
                 "Partly: StorageClass archive-hdd retains the volume (500Gi)");
        QCOMPARE(recovery(inInflux("Secret", "api-tls")), "NO: git does not hold its data");
        QCOMPARE(recovery(test::inCluster("apps", "StatefulSet", "etcd", "etcd")), "Yes, and its data stays");
        QCOMPARE(models::RadiusWords::storage(models::makeRadiusList(m_sample)->storage),
                 "Storage at stake: 280Gi lost, 550Gi retained");
    }
    void whatLosesDataComesFirst()
    {
        const models::RadiusTree tree = *treeOf(m_sample, RadiusPart::Dies);
        QCOMPARE(models::RadiusWords::object(tree.rows[0]), "Application argocd/app01-cluster01  (75)");
        QCOMPARE(models::RadiusWords::recover(tree.rows[0]), "NO for 8 of 75 objects");
        for (std::size_t row = 1; row <= 8; ++row)
            QVERIFY(tree.rows[row].affected->dataFate == blast::DataFate::Lost);
        QVERIFY(tree.rows[9].affected->dataFate != blast::DataFate::Lost);
    }
    void aRowIsReadAsOneSentence()
    {
        models::RadiusModel model;
        model.setTree(treeOf(test::smallReview(), RadiusPart::Dies));
        QCOMPARE(model.find(claim()).data(Qt::AccessibleTextRole).toString(),
                 "PersistentVolumeClaim kafka/data-kafka-0, Cascade-deleted, data lost, in env/cluster01, made by the "
                 "cluster. Why: made by a StatefulSet that is deleted. Recover: NO: git does not hold its data (50Gi)");
    }

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
        icicle.setCells({{0, -1, 0, 4, 1, "a", "a: 4"}, {1, 0, 0, 3, 1, "b", "b: 3"}, {1, 0, 3, 1, 0, "c", "c: 1"}}, 4);
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
        icicle.setCells({{0, -1, 0, 4, 1, "a 4", "a: 4 objects"}, {1, 0, 0, 4, 1, "b 4", "b in a: 4 objects"}}, 4);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&icicle);
        QCOMPARE(list->text(QAccessible::Name), "Overview");
        QCOMPARE(list->childCount(), 2);
        QAccessibleInterface *cell = list->child(1);
        QCOMPARE(cell->text(QAccessible::Name), "b 4");
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

    void cellsOfAListAreNoFormulas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << "kafka"
                               << "kafka";
        QTest::newRow("equals") << "=HYPERLINK(1)"
                                << "'=HYPERLINK(1)";
        QTest::newRow("at, with a comma") << "@a,b"
                                          << "\"'@a,b\"";
        QTest::newRow("minus") << "-1"
                               << "'-1";
        QTest::newRow("plus") << "+1"
                              << "'+1";
        QTest::newRow("quote") << "a\"b"
                               << "\"a\"\"b\"";
        QTest::newRow("lines") << "a\nb"
                               << "\"a\nb\"";
    }
    void cellsOfAListAreNoFormulas()
    {
        QFETCH(QString, text);
        QTEST(models::csvCell(text), "cell");
    }
    void namesStandForThemselvesInMarkdown()
    {
        QCOMPARE(models::markdownText("a|b <img> @team #1\n[x](y)"), "a\\|b \\<img\\> \\@team \\#1 \\[x\\]\\(y\\)");
    }
    void theListIsWrittenWorstFirst()
    {
        const models::RadiusTree tree = *treeOf(test::smallReview(), RadiusPart::Dies);
        QCOMPARE(QString::fromUtf8(models::listText(tree, models::ListFormat::Csv)),
                 "scope,group,kind,namespace,name,effect,dataFate,storage,recover,application,place,because\r\n"
                 "env/cluster01,,PersistentVolumeClaim,kafka,data-kafka-0,cascade-deleted,lost,50Gi,NO: git does not "
                 "hold its data (50Gi),argocd/core,env/cluster01/core.yaml:88,\"its source path changed; no longer in "
                 "Application argocd/core; made by a StatefulSet that is deleted\"\r\n"
                 "env/cluster01,apps,StatefulSet,kafka,kafka,pruned,lost,,NO: git does not hold its data,argocd/core,"
                 "env/cluster01/core.yaml:88,\"its source path changed; no longer in Application argocd/core\"\r\n"
                 "env/cluster01,apps,Deployment,kafka,exporter,pruned,none,,\"Yes, from git\",argocd/core,"
                 "env/cluster01/core.yaml:88,\"its source path changed; no longer in Application argocd/core\"\r\n");
        const QString markdown = QString::fromUtf8(models::listText(tree, models::ListFormat::Markdown));
        QCOMPARE(markdown.count(u'\n'), 5);
        QVERIFY2(markdown.contains("| Deployment kafka/exporter | env/cluster01 | Pruned |"), qPrintable(markdown));
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

    void theFirstTwelveNamesAreSeenAtOnce()
    {
        auto window = makeWindow(m_sample);
        widgets::TreeView &list = tree(*window);
        QModelIndex twelfth = list.model()->index(0, 0);
        for (int row = 0; row < 12; ++row)
            twelfth = list.indexBelow(twelfth);
        const QRect last = list.visualRect(twelfth);
        QVERIFY2(last.isValid() && list.viewport()->rect().contains(last), qPrintable(QString::number(last.bottom())));
        picture(*window, "sample");
        widgets::useTheme(widgets::ThemeChoice::Dark);
        auto dark = makeWindow(m_sample);
        QTest::keyClick(dark.get(), Qt::Key_P);
        QTRY_VERIFY(dark->findChild<widgets::PathDiagram *>()->partCount() > 0);
        picture(*dark, "sample-dark");
        widgets::useTheme(widgets::ThemeChoice::Light);
    }
    void pShowsThePathAndHidesItAgain()
    {
        auto window = makeWindow(m_sample);
        auto *diagram = window->findChild<widgets::PathDiagram *>();
        QVERIFY(!diagram->isVisible());
        const QModelIndex row =
            model(*window).find(test::inCluster("", "PersistentVolumeClaim", "influxdb", "state-task-scheduler-0"));
        tree(*window).setCurrentIndex(row);
        QTest::keyClick(window.get(), Qt::Key_P);
        QVERIFY(diagram->isVisible());
        QTRY_VERIFY(diagram->partCount() > 0);
        QTRY_VERIFY(diagram->visibleRegion().contains(diagram->partArea(diagram->currentPart())));
        QCOMPARE(diagram->partCount(), 6);
        QCOMPARE(diagram->partName(diagram->currentPart()), "PersistentVolumeClaim × 2");
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(diagram);
        QCOMPARE(list->childCount(), 6);
        QVERIFY(list->child(0)->text(QAccessible::Value).contains("apps.yml:226"));
        picture(*window, "path");
        QTest::keyClick(diagram, Qt::Key_Left);
        QCOMPARE(diagram->partName(diagram->currentPart()), "StatefulSet task-scheduler");
        QTest::keyClick(diagram, Qt::Key_Return);
        QCOMPARE(tree(*window).currentIndex().siblingAtColumn(0).data().toString(),
                 "StatefulSet influxdb/task-scheduler  (2)");
        QTest::keyClick(window.get(), Qt::Key_P);
        QVERIFY(!diagram->isVisible());
    }
    void aCellFiltersTheListAndEscShowsAllAgain()
    {
        auto window = makeWindow(m_sample);
        auto *icicle = window->findChild<widgets::Icicle *>();
        icicle->setFocus();
        QTest::keyClick(icicle, Qt::Key_Down);
        QTest::keyClick(icicle, Qt::Key_Return);
        QTRY_VERIFY(model(*window).shownCount() < 75);
        QStringList texts;
        for (const QLabel *label : window->findChildren<QLabel *>())
            texts << (label->isVisible() ? label->text() : QString());
        const QString hidden = QStringLiteral("%1 objects are hidden.").arg(75 - model(*window).shownCount());
        QVERIFY2(!texts.filter(hidden).isEmpty(), qPrintable(hidden));
        picture(*window, "filtered");
        QTest::keyClick(icicle, Qt::Key_Escape);
        QTRY_COMPARE(model(*window).shownCount(), 75);
    }
    void radioButtonsCountAndChooseAPart()
    {
        auto window = makeWindow(m_sample);
        QStringList names;
        for (QRadioButton *button : window->findChild<views::RadiusSection *>()->findChildren<QRadioButton *>()) {
            names << button->text();
            if (button->text().startsWith("What survives"))
                button->click();
        }
        QCOMPARE(names, (QStringList{"What dies: 75", "What survives and why: 28", "Everything: 113"}));
        QTRY_COMPARE(model(*window).shownCount(), 28);
        picture(*window, "survives");
    }
    void enterOpensTheObjectInTheChanges()
    {
        auto window = makeWindow(test::smallReview());
        tree(*window).setCurrentIndex(model(*window).find(claim()));
        QTest::keyClick(&tree(*window), Qt::Key_Return);
        QVERIFY(!tree(*window).isVisible());
        QTest::keyClick(window.get(), Qt::Key_B);
        QVERIFY(tree(*window).isVisible());
        QCOMPARE(tree(*window).currentIndex().data(models::IdentityRole).value<argo::ObjectId>(), claim());
    }
    void whoAsksForAnObjectOfAnotherPartSeesIt()
    {
        auto window = makeWindow(test::smallReview());
        const auto kept = test::inCluster("", "PersistentVolumeClaim", "web", "uploads");
        QVERIFY(!model(*window).find(kept).isValid());
        QTest::keyClick(window.get(), Qt::Key_1);
        auto &changes = *window->findChild<views::ChangesSection *>()->findChild<widgets::TreeView *>();
        while (changes.currentIndex().data(models::IdentityRole).value<argo::ObjectId>() != kept)
            QTest::keyClick(&changes, Qt::Key_Down);
        QTest::keyClick(window.get(), Qt::Key_B);
        QTRY_VERIFY(model(*window).find(kept).isValid());
        QCOMPARE(tree(*window).currentIndex().data(models::IdentityRole).value<argo::ObjectId>(), kept);
    }
    void theListIsCopied()
    {
        auto window = makeWindow(test::smallReview());
        window->findChild<QAction *>("review.copy-list-markdown")->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith("| Object | Cluster |"));
        window->findChild<QAction *>("review.copy-list-csv")->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith("scope,group,kind"));
    }
    void theListIsSavedOrItIsSaidWhyNot()
    {
        auto window = makeWindow(test::smallReview());
        auto *section = window->findChild<views::RadiusSection *>();
        const QString path = m_home.filePath("list.md");
        section->saveList(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("| Object | Cluster |"));
        section->saveList(m_home.filePath("no such folder/list.csv"));
        auto *box = window->findChild<QMessageBox *>();
        QVERIFY(box != nullptr);
        QVERIFY2(box->text().contains("no such folder"), qPrintable(box->text()));
        box->close();
    }
    void escTakesBackOneThingAfterTheOther()
    {
        auto window = makeWindow(m_sample);
        auto *icicle = window->findChild<widgets::Icicle *>();
        auto *diagram = window->findChild<widgets::PathDiagram *>();
        QTest::keyClick(window.get(), Qt::Key_P);
        icicle->choose(1);
        QTRY_VERIFY(model(*window).shownCount() < 75);
        QTest::keyClick(&tree(*window), Qt::Key_Escape);
        QTRY_COMPARE(model(*window).shownCount(), 75);
        QVERIFY(diagram->isVisible());
        QTest::keyClick(&tree(*window), Qt::Key_Escape);
        QVERIFY(!diagram->isVisible());
    }
    void theFirstRowIsOneKeyAwayFromALostClaim()
    {
        auto window = makeWindow(m_sample);
        QTest::keyClick(&tree(*window), Qt::Key_Down);
        QCOMPARE(tree(*window).currentIndex().siblingAtColumn(0).data().toString(),
                 "PersistentVolumeClaim influxdb/compactor-scratch");
        QTest::keyClick(&tree(*window), Qt::Key_Down);
        QTest::keyClick(&tree(*window), Qt::Key_Down);
        QCOMPARE(tree(*window).currentIndex().siblingAtColumn(0).data().toString(),
                 "PersistentVolumeClaim influxdb/state-task-scheduler-0");
    }
    void manyObjectsAreLaidOutAwayFromTheWindow()
    {
        const auto review = test::largeReview(0, 100'000);
        models::RadiusTreePtr tree = treeOf(review, RadiusPart::Dies);
        models::RadiusModel model;
        QElapsedTimer clock;
        clock.start();
        model.setTree(std::move(tree));
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(model.shownCount(), 100'000);
    }
    void fiveThousandRows()
    {
        auto window = makeWindow(test::largeReview(0, 5000));
        picture(*window, "5000");
        QTest::keyClick(window.get(), Qt::Key_P);
        QTRY_VERIFY(window->findChild<widgets::PathDiagram *>()->partCount() > 0);
        picture(*window, "5000-path");
        auto few = makeWindow(test::smallReview());
        picture(*few, "5");
    }
};

QTEST_MAIN(TestRadius)
#include "tst_radius.moc"
