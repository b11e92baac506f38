#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/picture.h"
#include "tests/ui/printed_tree.h"
#include "tests/ui/profile.h"
#include "tests/ui/small_review.h"
#include "tests/ui/small_services.h"
#include "ui/models/overwrite_mend.h"
#include "ui/models/overwrite_model.h"
#include "ui/views/main_window.h"
#include "ui/views/overwrite_card_view.h"

using namespace noclobber;
using models::OverwriteCard;
using test::picture;
using test::printedTree;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

/// The overwritten Application of the small review, with a third declaration applied between the two.
diff::ObjectChange threeDeclarations(const review::Review &review)
{
    diff::ObjectChange change = review.changes.changes.back();
    argo::Declaration third = change.head[1];
    third.location.firstLine = 200;
    change.head = {change.head[0], third, change.head[1]};
    change.headWinner = 2;
    change.newDeclarations = {1, 2};
    return change;
}

review::ReviewPtr manyOverwrites(int count)
{
    auto review = std::make_shared<review::Review>(*test::smallReview());
    const diff::ObjectChange overwritten = review->changes.changes.back();
    review->changes.changes.clear();
    for (int i = 0; i < count; ++i) {
        diff::ObjectChange change = overwritten;
        change.id.key.name = Name("app-" + std::to_string(100'000 + i));
        review->changes.changes.push_back(change);
    }
    return review;
}

argo::ObjectId sampleApplication()
{
    return test::inCluster("argoproj.io", "Application", "argocd", "app01-cluster01");
}

} // namespace

class TestOverwrites : public QObject
{
    Q_OBJECT

    test::Profile m_profile;
    const review::ReviewPtr m_sample = test::incident(m_profile.path(QStringLiteral("sample")));

    std::unique_ptr<views::MainWindow> makeWindow(const review::ReviewPtr &review)
    {
        runner::Services services = test::servicesOf(review);
        if (review == m_sample)
            services.readOverwriteFacts = &review::readOverwriteFacts;
        auto window = m_profile.window(services);
        window->openReview({});
        test::waitForReview(*window);
        QTest::keyClick(window.get(), Qt::Key_2);
        if (!QTest::qWaitFor([&] { return window->findChild<views::OverwriteCardView *>() != nullptr; }, 20'000))
            qFatal("no card is shown");
        return window;
    }
    static QStringList visibleTexts(const QWidget &window)
    {
        QStringList texts;
        for (const QLabel *label : window.findChildren<QLabel *>())
            texts << (label->isVisible() ? label->text() : QString());
        for (const QPlainTextEdit *edit : window.findChildren<QPlainTextEdit *>())
            texts << (edit->isVisible() ? edit->toPlainText() : QString());
        return texts;
    }

private slots:
    void theListNamesEachObjectOnce()
    {
        models::OverwriteModel model;
        QAbstractItemModelTester tester(&model, fatal);
        model.setReview(test::smallReview());
        QCOMPARE(printedTree(model), "Overwritten | Application argocd/core\n");
        QVERIFY(model.change(model.index(0, 0)) != nullptr);
        QVERIFY(model.change({}) == nullptr);
    }
    void ofSeveralClustersEachRowNamesItsOwn()
    {
        auto review = std::make_shared<review::Review>(*test::smallReview());
        review->changes.changes.push_back(review->changes.changes.back());
        review->changes.changes.back().id.scope = "env/cluster02";
        models::OverwriteModel model;
        QAbstractItemModelTester tester(&model, fatal);
        model.setReview(review);
        QCOMPARE(printedTree(model), "Overwritten | Application argocd/core in env/cluster01\n"
                                     "Overwritten | Application argocd/core in env/cluster02\n");
    }
    void aCardSaysWhoWins()
    {
        const auto review = test::smallReview();
        const OverwriteCard card = models::overwriteCard(*review, review->changes.changes.back());
        QCOMPARE(card.definitions.size(), 2);
        QCOMPARE(card.definitions[0].title, "Existing: in base and head");
        QCOMPARE(card.definitions[0].outcome, "Loses");
        QCOMPARE(card.definitions[0].place, "env/cluster01/apps.yaml:12");
        QCOMPARE(card.definitions[1].title, "Incoming: new in head");
        QCOMPARE(card.definitions[1].outcome, "Wins");
        QCOMPARE(card.definitions[1].place, "env/cluster01/apps.yaml:412");
        QCOMPARE(card.certainty, "Certain");
        QCOMPARE(card.fields[0].incoming, "apps/app02");
        QVERIFY2(card.consequence.contains("3"), qPrintable(card.consequence));
        QVERIFY(card.slip.isEmpty());
        QVERIFY(card.patch.isEmpty());
    }
    void aContestedObjectHasNoWinner()
    {
        const auto review = test::smallReview();
        diff::ObjectChange change = review->changes.changes.back();
        change.headWinner.reset();
        change.flags.contested = true;
        const OverwriteCard card = models::overwriteCard(*review, change);
        QCOMPARE(card.certainty, "Unpredictable");
        for (const models::DefinitionCard &definition : card.definitions)
            QCOMPARE(definition.outcome, "Unpredictable");
    }
    void moreThanTwoAreALadder()
    {
        const auto review = test::smallReview();
        const OverwriteCard card = models::overwriteCard(*review, threeDeclarations(*review));
        QCOMPARE(card.definitions.size(), 3);
        QVERIFY(card.definitions[1].facts.contains("Applied after number 1 and replaces it"));
        QVERIFY(card.definitions[2].facts.contains("Applied after number 2 and replaces it"));
        QCOMPARE(card.definitions[2].outcome, "Wins");
    }
    void underFluxNoneOfSeveralIsApplied()
    {
        const auto review = test::smallReview();
        diff::ObjectChange change = review->changes.changes.back();
        for (argo::Declaration &declaration : change.head)
            declaration.application =
                test::inCluster("kustomize.toolkit.fluxcd.io", "Kustomization", "flux-system", "apps");
        const OverwriteCard card = models::overwriteCard(*review, change);
        for (const models::DefinitionCard &definition : card.definitions)
            QCOMPARE(definition.outcome, "Refused");
        QVERIFY2(!card.why.contains("last one wins"), qPrintable(card.why));
    }

    void theSampleIsACopyThatKeptItsName()
    {
        const auto facts = review::readOverwriteFacts(*m_sample, sampleApplication());
        QVERIFY(facts);
        const OverwriteCard card =
            models::overwriteCard(*m_sample, *m_sample->changes.find(sampleApplication()), *facts);
        QCOMPARE(card.slip, "By its place it would be called app02-cluster01. app02 is what these say: source path "
                            "env/cluster01/app02/yml. The name says app01, and so do these: project app01-cluster01.");
        QCOMPARE(card.rename, "Rename the Application at env/cluster01/apps/yml/apps.yml:226 from app01-cluster01 to "
                              "app02-cluster01, and what refers to it.");
        QVERIFY(card.definitions[0].facts.contains("Document 2 of 12") ||
                card.definitions[0].facts.first().startsWith("Document 2 of "));
        QVERIFY2(card.patch.contains("\n-  name: app01-cluster01\n+  name: app02-cluster01\n"), qPrintable(card.patch));
        QVERIFY(card.definitions[0].facts.contains("Deploys env/cluster01/app01/yml: 76 objects") ||
                card.definitions[0].facts.last().startsWith("Deploys env/cluster01/app01/yml: "));
        QCOMPARE(card.definitions[1].facts.last(), "0 of them are what the existing one deploys");
    }
    void aProjectIsCalledAsItsApplicationWouldBe()
    {
        const auto id = test::inCluster("argoproj.io", "AppProject", "argocd", "app01-cluster01");
        const auto facts = review::readOverwriteFacts(*m_sample, id);
        QVERIFY(facts);
        QVERIFY(facts->slip);
        QCOMPARE(facts->slip->name, std::string("app02-cluster01"));
        QVERIFY(!facts->patch.empty());
    }
    void theWaiverIsReadBackAsWritten()
    {
        const QString text = models::waiverText(*m_sample, sampleApplication());
        QVERIFY2(text.startsWith("waivers:\n  - rule: duplicate-identity\n    identity: "), qPrintable(text));
        const auto read = argo::readConfiguration(text.toStdString(), ".noclobber.yaml");
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QCOMPARE(read->waivers.size(), std::size_t{3});
        for (const argo::Waiver &waiver : read->waivers)
            QCOMPARE(waiver.identity, argo::toText(sampleApplication()));
        QVERIFY(models::waiverText(*m_sample, test::inCluster("", "ConfigMap", "none", "none")).isEmpty());
    }
    void aStrangeNameIsQuotedInTheWaiver()
    {
        auto review = std::make_shared<review::Review>(*test::smallReview());
        rules::Finding finding = review->findings.back();
        finding.id.key.name = "it's: #1";
        review->findings = {finding};
        const auto read = argo::readConfiguration(models::waiverText(*review, finding.id).toStdString(), "x");
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QCOMPARE(read->waivers.front().identity, argo::toText(finding.id));
    }

    void bothDefinitionsAndTheReasonAreSeenAtOnce()
    {
        auto window = makeWindow(m_sample);
        const QStringList texts = visibleTexts(*window);
        for (const char *wanted : {"env/cluster01/apps/yml/apps.yml:28", "env/cluster01/apps/yml/apps.yml:226"})
            QVERIFY2(texts.contains(wanted), wanted);
        QVERIFY(!texts.filter("By its place it would be called app02-cluster01").isEmpty());
        auto &area = *window->findChild<views::OverwritesSection *>()->findChild<QScrollArea *>();
        for (QLabel *label : window->findChildren<QLabel *>()) {
            if (label->text().startsWith("Certain.") || label->text().startsWith("By its place")) {
                const QRect seen(label->mapTo(area.viewport(), QPoint()), label->size());
                QVERIFY2(area.viewport()->rect().contains(seen), qPrintable(label->text()));
            }
        }
        picture(*window, "sample");
    }
    void theMendIsCopiedAndTheWaiverShown()
    {
        auto window = makeWindow(m_sample);
        window->findChild<QAction *>("object.copy-rename")->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains("+  name: app02-cluster01"));
        QVERIFY(visibleTexts(*window).filter("WHY THIS IS INTENDED").isEmpty());
        window->findChild<QAction *>("object.mark-intended")->trigger();
        QVERIFY(!visibleTexts(*window).filter("WHY THIS IS INTENDED").isEmpty());
        picture(*window, "waiver");
    }
    void inTheDark()
    {
        widgets::useTheme(widgets::ThemeChoice::Dark);
        auto window = makeWindow(m_sample);
        picture(*window, "sample-dark");
        widgets::useTheme(widgets::ThemeChoice::Light);
    }
    void aLadderIsNumbered()
    {
        auto review = std::make_shared<review::Review>(*test::smallReview());
        review->changes.changes.back() = threeDeclarations(*review);
        auto window = makeWindow(review);
        QVERIFY(visibleTexts(*window).contains("3. Incoming: new in head"));
        picture(*window, "ladder");
    }
    void fiveThousandCardsAreBuiltOneAtATime()
    {
        auto window = makeWindow(manyOverwrites(5000));
        auto &list = *window->findChild<views::OverwritesSection *>()->findChild<widgets::TreeView *>();
        QCOMPARE(list.model()->rowCount(), 5000);
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 200; ++i)
            QTest::keyClick(&list, Qt::Key_Down);
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
        QTRY_VERIFY(!visibleTexts(*window).filter("app-100200").isEmpty());
        QCOMPARE(window->findChildren<views::OverwriteCardView *>().size(), 1);
        picture(*window, "5000");
    }
};

QTEST_MAIN(TestOverwrites)
#include "tst_overwrites.moc"
