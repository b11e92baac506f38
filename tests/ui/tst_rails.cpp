#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/sample_review.h"
#include "tests/ui/printed_tree.h"
#include "tests/ui/small_review.h"
#include "ui/models/prepared_review.h"
#include "ui/models/runbook_text.h"
#include "ui/views/guard_rails_section.h"
#include "ui/views/runbook_section.h"
#include "ui/widgets/theme.h"

using namespace noclobber;
using models::GuardRailModel;
using test::printedTree;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

rules::Finding missing(const std::string &name, std::string_view nameSpace = "web")
{
    rules::Finding finding;
    finding.rule = "missing-prune-protection";
    finding.id = test::inCluster("", "PersistentVolumeClaim", nameSpace, name);
    finding.location = argo::Location{"env/cluster01/claims.yaml", 1, 0, 7, 9};
    finding.message = name + " holds data and nothing protects it.";
    finding.help = "Annotate it.";
    return finding;
}

/// The small accident, and beside it claims without a protection: new ones, and one that base has too.
review::ReviewPtr unprotected(int claims = 1)
{
    auto review = std::make_shared<review::Review>(*test::smallReview());
    review->radius.baseCoverage = {41, 57};
    review->radius.headCoverage = {40, 57};
    review->findings.push_back(missing("old"));
    for (int i = 0; i < claims; ++i)
        review->findings.push_back(missing("new-" + std::to_string(i)));
    return review;
}

review::GuardRails bothCommits()
{
    review::GuardRails rails;
    rails.counts["missing-prune-protection"] = {12, 13};
    rails.standing = {missing("old"), missing("untouched")};
    return rails;
}

models::GuardRailListPtr counted(const review::ReviewPtr &review)
{
    return models::makeGuardRailList(review, std::make_shared<const review::GuardRails>(bothCommits()));
}

/// The tree without the rules that found nothing.
QString printedFindings(const GuardRailModel &model)
{
    return printedTree(model).section(QStringLiteral("Rules that found nothing"), 0, 0);
}

runner::Services services()
{
    runner::Services services;
    services.readGuardRails = [](const review::Review &, const std::string &, std::stop_token) {
        return Result<review::GuardRails>(bothCommits());
    };
    services.writeFix = [](const review::Review &, const std::vector<rules::Finding> &findings) {
        fix::Fix fix;
        fix.patch = "--- a/claims.yaml\n";
        fix.objects = findings.size();
        fix.files = 1;
        fix.unfixed = {{"missing-prune-protection", findings.front().id, {}, "Its name is a placeholder."}};
        return Result<fix::Fix>(fix);
    };
    return services;
}

template <typename View>
View &find(const QWidget &window, const QString &text)
{
    for (View *view : window.findChildren<View *>()) {
        if (view->accessibleName() == text || view->property("text").toString() == text)
            return *view;
    }
    qFatal("no widget %s", qPrintable(text));
}

QStringList labels(const QWidget &window)
{
    QStringList texts;
    for (const QLabel *label : window.findChildren<QLabel *>())
        texts << (label->isVisibleTo(&window) ? label->text() : QString());
    return texts;
}

void picture(QWidget &window, const QString &name)
{
    QCoreApplication::processEvents();
    QDir().mkpath(QStringLiteral(NOCLOBBER_PICTURES));
    QVERIFY(window.grab().save(QStringLiteral(NOCLOBBER_PICTURES "/%1.png").arg(name)));
}

/// The section as it stands in the window, with a row of its list chosen.
struct Rails {
    views::Selection selection;
    runner::Services services;
    views::GuardRailsSection section;

    explicit Rails(runner::Services given) : services(std::move(given)), section(selection, services)
    {
        section.resize(1366, 600);
    }
    widgets::TreeView &list() { return find<widgets::TreeView>(section, "Guard rails"); }
    void show(const review::ReviewPtr &review)
    {
        section.setReview(models::makeGuardRailList(review, nullptr));
        QSignalSpy counted(&section, &views::GuardRailsSection::counted);
        section.show();
        QVERIFY(counted.wait());
    }
    void choose(const argo::ObjectId &id)
    {
        list().setCurrentIndex(qobject_cast<GuardRailModel *>(list().model())->find(id));
    }
};

} // namespace

class TestRails : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { widgets::useTheme(widgets::ThemeChoice::Light); }

    void rulesStandByWhatTheChangeHasToDoWithThem()
    {
        GuardRailModel model;
        QAbstractItemModelTester tester(&model, fatal);
        model.setList(counted(unprotected()));
        QCOMPARE(printedFindings(model),
                 "Broken by this change\n"
                 "  overwrite | – | 1 | Another declaration replaces an existing object.\n"
                 "    Application argocd/core |  |  | env/cluster01/apps.yaml:412\n"
                 "  missing-prune-protection | 12 | 13 | A stateful object, or the Namespace of one, without "
                 "Prune=false,Delete=false.\n"
                 "    PersistentVolumeClaim web/new-0 |  |  | env/cluster01/claims.yaml:7\n"
                 "Broken before it already\n"
                 "  missing-prune-protection | 12 | 13 | A stateful object, or the Namespace of one, without "
                 "Prune=false,Delete=false.\n"
                 "    PersistentVolumeClaim web/old |  |  | env/cluster01/claims.yaml:7\n"
                 "    PersistentVolumeClaim web/untouched |  |  | env/cluster01/claims.yaml:7\n"
                 "Accepted by a waiver\n"
                 "  near-miss-name | – | 1 | A new name is one character away from an existing one.\n"
                 "    ConfigMap web/new\n"
                 "Could not be read\n"
                 "  env/cluster01/core.yaml:300 |  |  | In head: a tab where a key was expected\n");
    }

    void untilBothCommitsAreJudgedAllCountsAsBrought()
    {
        GuardRailModel model;
        QAbstractItemModelTester tester(&model, fatal);
        model.setList(models::makeGuardRailList(unprotected(), nullptr));
        QVERIFY(!printedTree(model).contains("Broken before"));
        QVERIFY(printedTree(model).contains("missing-prune-protection |  | 2 |"));
    }

    void whatStandsAloneBeginsWithACapital()
    {
        GuardRailModel model;
        model.setList(models::makeGuardRailList(std::make_shared<const review::Review>(test::sampleReview()), nullptr));
        QVERIFY2(printedTree(model).contains("  Application argocd/vendor |  |  | Its source is another repository, "),
                 qPrintable(printedTree(model)));
    }

    void everyRuleIsThereOnceAtLeast()
    {
        GuardRailModel model;
        model.setList(counted(unprotected()));
        const QString text = printedTree(model);
        for (const rules::Rule &rule : rules::allRules())
            QVERIFY2(text.contains("  " + QString::fromUtf8(rule.id.data(), static_cast<qsizetype>(rule.id.size()))),
                     rule.id.data());
    }

    void aRowIsReadAsASentence()
    {
        GuardRailModel model;
        model.setList(counted(unprotected()));
        const QModelIndex finding = model.firstFinding();
        QCOMPARE(
            finding.data(Qt::AccessibleTextRole).toString(),
            "Block, overwrite, Application argocd/core. apps.yaml:412 replaces apps.yaml:12: documents are applied "
            "in order, the last one wins.");
        const QModelIndex rule = model.index(1, 0, model.index(0, 0));
        QCOMPARE(rule.data(Qt::AccessibleTextRole).toString(),
                 "Note, rule missing-prune-protection, broken before: 12, after: 13. A stateful object, or the "
                 "Namespace of one, without Prune=false,Delete=false.");
    }

    void aFindingComesWithTheBuiltInTextOfItsRule()
    {
        GuardRailModel model;
        model.setList(counted(unprotected()));
        const auto detail = models::detailOf(model, model.firstFinding());
        QCOMPARE(detail.heading, "Application argocd/core");
        QCOMPARE(detail.places, (QStringList{"env/cluster01/apps.yaml:412", "env/cluster01/apps.yaml:12"}));
        QCOMPARE(detail.mend, "Give the new Application a name of its own.");
        const rules::Rule *rule = rules::findRule("overwrite");
        QVERIFY(detail.explanation.contains(QString::fromUtf8(rule->explanation.data(), 40)));
        QVERIFY(!detail.accident.isEmpty() && !detail.example.isEmpty() && !detail.ruleMend.isEmpty());
        QCOMPARE(detail.fixable, std::size_t{0});
    }

    void aWaivedFindingSaysWhyAndUntilWhen()
    {
        GuardRailModel model;
        model.setList(counted(unprotected()));
        const auto row = model.find(test::inCluster("", "ConfigMap", "web", "new"));
        const auto detail = models::detailOf(model, row);
        QCOMPARE(detail.waiver, "Until 2026-12-31: planned");
        QCOMPARE(detail.badge, "Accepted by a waiver");
    }

    void coverageIsToldBeforeAndAfter()
    {
        QCOMPARE(models::coverageText(*unprotected()), "Protected against deletion: 41 of 57 stateful objects before "
                                                       "the change, 40 of 57 after it.");
        QCOMPARE(models::coverageText(*test::largeReview(1, 0)), "There are no stateful objects to protect.");
    }

    void bothCommitsAreJudgedWhenSomebodyLooks()
    {
        runner::Services given = services();
        auto asked = std::make_shared<std::atomic<int>>(0);
        given.readGuardRails = [asked](const review::Review &, const std::string &today, std::stop_token) {
            QString::fromStdString(today).count('-') == 2 ? ++*asked : 0;
            return Result<review::GuardRails>(bothCommits());
        };
        Rails rails(given);
        rails.section.setReview(models::makeGuardRailList(unprotected(), nullptr));
        QCOMPARE(asked->load(), 0);
        const argo::ObjectId chosen = test::inCluster("", "PersistentVolumeClaim", "web", "old");
        rails.choose(chosen);
        QSignalSpy counted(&rails.section, &views::GuardRailsSection::counted);
        rails.section.show();
        QVERIFY(labels(rails.section).contains("Counting what each commit breaks by itself…"));
        QVERIFY(counted.wait());
        QCOMPARE(asked->load(), 1);
        QVERIFY(!labels(rails.section).contains("Counting what each commit breaks by itself…"));
        QVERIFY2(rails.list().currentIndex().data(models::IdentityRole).value<argo::ObjectId>() == chosen,
                 "the chosen finding stays so");
        rails.section.hide();
        rails.section.show();
        QCOMPARE(asked->load(), 1);
    }

    void aReviewThatCannotBeJudgedSaysSo()
    {
        runner::Services given = services();
        given.readGuardRails = [](const review::Review &, const std::string &, std::stop_token) {
            return Result<review::GuardRails>(Error{ErrorCode::Git, "gone", ""});
        };
        Rails rails(given);
        rails.show(unprotected());
        QVERIFY(labels(rails.section).contains("What each commit breaks by itself could not be counted."));
        QVERIFY(rails.list().model()->rowCount() > 0);
    }

    void anotherReviewStopsTheJudgingOfTheOneBefore()
    {
        runner::Services given = services();
        auto begun = std::make_shared<std::atomic<int>>(0);
        auto stopped = std::make_shared<std::atomic<bool>>(false);
        given.readGuardRails = [begun, stopped](const review::Review &, const std::string &, std::stop_token stop) {
            const bool isFirst = ++*begun == 1;
            while (isFirst && !stop.stop_requested())
                QThread::yieldCurrentThread();
            *stopped = *stopped || isFirst;
            return Result<review::GuardRails>(bothCommits());
        };
        Rails rails(given);
        rails.section.setReview(models::makeGuardRailList(unprotected(), nullptr));
        rails.section.show();
        QSignalSpy counted(&rails.section, &views::GuardRailsSection::counted);
        QTRY_COMPARE(begun->load(), 1); // one that waits for its turn is not begun at all
        rails.section.setReview(models::makeGuardRailList(unprotected(), nullptr));
        QTRY_VERIFY(*stopped);
        QTRY_COMPARE(counted.count(), 1);
    }

    void bracketsWalkThroughTheFindings()
    {
        Rails rails(services());
        rails.show(unprotected());
        QStringList names{rails.list().currentIndex().data().toString()};
        for (int i = 0; i < 3; ++i) {
            rails.section.next();
            names << rails.list().currentIndex().siblingAtColumn(0).data().toString();
        }
        QCOMPARE(names, (QStringList{"Application argocd/core", "PersistentVolumeClaim web/new-0", "ConfigMap web/new",
                                     "env/cluster01/core.yaml:300"}));
        rails.section.previous();
        QCOMPARE(rails.list().currentIndex().siblingAtColumn(0).data().toString(), "ConfigMap web/new");
        QCOMPARE(rails.selection.section(), views::Section::GuardRails);
    }

    void thePatchIsCopiedAndSaysWhatItLeaves()
    {
        Rails rails(services());
        rails.show(unprotected());
        auto &offer = *rails.section.findChild<views::PatchOffer *>();
        QVERIFY2(!offer.isVisible(), "an overwrite is mended by hand");
        rails.choose(test::inCluster("", "PersistentVolumeClaim", "web", "new-0"));
        QVERIFY(offer.isVisible());
        QSignalSpy finished(&offer, &views::PatchOffer::finished);
        QTest::mouseClick(&find<QToolButton>(offer, "Copy patch"), Qt::LeftButton);
        QVERIFY(finished.wait());
        QCOMPARE(QGuiApplication::clipboard()->text(), "--- a/claims.yaml\n");
        const QString answer = labels(offer).join('\n').trimmed();
        QVERIFY2(answer.contains("Copied. The patch mends "), qPrintable(answer));
        QVERIFY2(answer.contains("PersistentVolumeClaim web/new-0. Its name is a placeholder."), qPrintable(answer));
        picture(rails.section, "rails-patch");
    }

    void aPatchThatCannotBeWrittenSaysWhere()
    {
        runner::Services broken = services();
        broken.writeFix = [](const review::Review &, const std::vector<rules::Finding> &) {
            return Result<fix::Fix>(Error{ErrorCode::Git, "cannot open the repository: it is gone", "/srv/shop.git"});
        };
        Rails rails(broken);
        rails.show(unprotected());
        rails.choose(test::inCluster("", "PersistentVolumeClaim", "web", "new-0"));
        auto &offer = *rails.section.findChild<views::PatchOffer *>();
        QSignalSpy finished(&offer, &views::PatchOffer::finished);
        QTest::mouseClick(&find<QToolButton>(offer, "Copy patch"), Qt::LeftButton);
        QVERIFY(finished.wait());
        QVERIFY(labels(offer).contains(
            "The patch cannot be written: cannot open the repository: it is gone (/srv/shop.git)"));
    }

    void thePatchIsSavedOrItIsSaidWhyNot()
    {
        const QTemporaryDir folder;
        Rails rails(services());
        rails.show(unprotected());
        rails.choose(test::inCluster("", "PersistentVolumeClaim", "web", "new-0"));
        auto &offer = *rails.section.findChild<views::PatchOffer *>();
        QSignalSpy finished(&offer, &views::PatchOffer::finished);
        offer.savePatch(folder.filePath("a.patch"));
        QVERIFY(finished.wait());
        QFile saved(folder.filePath("a.patch"));
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), QByteArray("--- a/claims.yaml\n"));
        offer.savePatch(folder.filePath("no/such/a.patch"));
        QVERIFY(finished.wait());
        QVERIFY(labels(offer).join('\n').contains("The patch cannot be saved: "));
    }

    void theMendIsCopiedAsWords()
    {
        Rails rails(services());
        rails.show(unprotected());
        QTest::mouseClick(&find<QToolButton>(rails.section, "Copy how to mend it"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), "Give the new Application a name of its own.");
    }

    void manyFindingsAreShownInTime()
    {
        const review::ReviewPtr review = unprotected(5000);
        Rails rails(services());
        rails.show(review);
        picture(rails.section, "rails-many");
        QElapsedTimer clock;
        clock.start();
        GuardRailModel model;
        model.setList(counted(unprotected(20'000)));
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    }

    void stepsAreMarkedAsDone()
    {
        const QTemporaryDir folder;
        const auto review = std::make_shared<const review::Review>(test::sampleReview());
        record::RecordKeeper record(folder.path().toStdString());
        record.setReview(review, {});
        views::Selection selection;
        views::RunbookSection section(selection, record);
        section.resize(1366, 600);
        section.setReview(review, models::prepareReview(review)->stepKeys);
        section.show();
        auto &list = find<widgets::TreeView>(section, "Steps to take if this was merged by mistake");
        auto &model = *qobject_cast<models::RunbookModel *>(list.model());
        QAbstractItemModelTester tester(&model, fatal);
        QVERIFY(labels(section).contains("0 of 6 steps done"));
        QVERIFY(labels(section).contains("Made from this change. noclobber never runs any of it."));

        list.setCurrentIndex(model.find(test::objectId("", "PersistentVolumeClaim", "kafka", "data-kafka-0")));
        const auto marks = section.findChildren<QCheckBox *>();
        QCOMPARE(marks.size(), 2);
        QTest::mouseClick(marks.first(), Qt::LeftButton, {}, QPoint(8, marks.first()->height() / 2));
        QVERIFY(labels(section).contains("1 of 6 steps done"));
        QCOMPARE(list.currentIndex().data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::PartiallyChecked));
        QTest::keyClick(&list, Qt::Key_Space);
        QVERIFY(labels(section).contains("2 of 6 steps done"));
        QVERIFY(marks.last()->isChecked());
        QVERIFY(list.currentIndex().data(Qt::AccessibleTextRole).toString().contains(", done: "));
        picture(section, "runbook-done");
        section.toggleDone();
        QVERIFY(labels(section).contains("0 of 6 steps done"));
        record.undoStack()->undo();
        QVERIFY2(labels(section).contains("2 of 6 steps done"), "marks can be undone");
    }

    void aStepSaysWhyItComesWhereItDoes()
    {
        models::RunbookModel model;
        const auto review = std::make_shared<const review::Review>(test::sampleReview());
        model.setReview(review);
        const QModelIndex stop = model.index(0, 0);
        QVERIFY(model.why(stop).startsWith("As long as something syncs by itself"));
        QCOMPARE(model.why(model.index(0, 0, stop)), model.why(stop));
        QVERIFY(model.assumptions().contains(QString::fromStdString(review->comparison.head.revision)));
        for (const auto stage : {recovery::Stage::Stop, recovery::Stage::Look, recovery::Stage::Protect,
                                 recovery::Stage::Revert, recovery::Stage::Restore, recovery::Stage::Resume})
            QCOMPARE(models::stageTitle(stage), QString::fromUtf8(recovery::titleOf(stage).data()));
    }
};

QTEST_MAIN(TestRails)
#include "tst_rails.moc"
