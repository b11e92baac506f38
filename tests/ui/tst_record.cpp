#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

#include "core/record/record_file.h"
#include "tests/support/changes.h"
#include "tests/support/full_disk.h"
#include "tests/support/scratch_repository.h"
#include "tests/ui/small_review.h"
#include "ui/record/record_keeper.h"

using namespace noclobber;
using record::Choice;
using record::Decision;
using record::RecordKeeper;

namespace {

argo::ObjectId kafka()
{
    return test::inCluster("apps", "StatefulSet", "kafka", "kafka");
}

argo::ObjectId settings()
{
    return test::inCluster("", "ConfigMap", "web", "settings");
}

std::vector<RecordKeeper::Reviewed> objectsOf(const review::Review &review)
{
    std::set<argo::ObjectId> ids;
    for (const diff::ObjectChange &change : review.changes.changes)
        ids.insert(change.id);
    for (const blast::AffectedObject &object : review.radius.objects)
        ids.insert(object.id);
    std::vector<RecordKeeper::Reviewed> objects;
    for (const argo::ObjectId &id : ids)
        objects.push_back({id, id == kafka()});
    return objects;
}

std::vector<argo::ObjectId> idsOf(const review::Review &review)
{
    std::vector<argo::ObjectId> ids;
    for (const RecordKeeper::Reviewed &object : objectsOf(review))
        ids.push_back(object.id);
    return ids;
}

/// The same review after a force-push that touches two objects and the head commit.
review::ReviewPtr pushedReview()
{
    auto review = std::make_shared<review::Review>(*test::smallReview());
    review->comparison.head.commit = std::string(40, 'f');
    for (diff::ObjectChange &change : review->changes.changes) {
        if (change.id == settings())
            change.status = diff::Status::Overwritten;
    }
    for (blast::AffectedObject &object : review->radius.objects) {
        if (object.id == kafka())
            object.dataFate = blast::DataFate::Retained;
    }
    return review;
}

git::Files manyConfigMaps(int count, int changed, const std::string &value)
{
    std::vector<std::string> texts;
    for (int i = 0; i < count; ++i)
        texts.push_back("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m" + std::to_string(i) +
                        ", namespace: shop}\ndata: {key: " + (i < changed ? value : std::string("old")) + "}\n");
    std::string all;
    for (const std::string &text : texts)
        all += (all.empty() ? "" : "---\n") + text;
    return {{"all.yaml", all}};
}

review::ReviewPtr built(const test::ScratchRepository &repository)
{
    review::ReviewRequest request;
    request.comparison = {repository.path(), "main", "change"};
    request.jobs = 1;
    const auto review = review::buildReview(request, {});
    if (!review)
        qFatal("%s", review.error().message.c_str());
    return *review;
}

} // namespace

/// What a person does with a review: kept, found again, taken back.
class TestRecord : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::string m_folder;

    std::unique_ptr<RecordKeeper> opened(const review::ReviewPtr &review = test::smallReview())
    {
        auto keeper = std::make_unique<RecordKeeper>(m_folder);
        keeper->setReview(review, objectsOf(*review));
        return keeper;
    }

private slots:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = m_home->filePath(QStringLiteral("data/reviews")).toStdString();
    }

    void marksAreCountedAndTakenBackAsOneStep()
    {
        auto keeper = opened();
        QSignalSpy changed(keeper.get(), &RecordKeeper::changed);
        const auto all = idsOf(*test::smallReview());
        keeper->setSeen(all, true);
        QCOMPARE(keeper->undoStack()->count(), 1);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(keeper->undoStack()->undoText(), QStringLiteral("mark %1 objects as seen").arg(all.size()));
        const record::Progress progress = keeper->progress();
        QCOMPARE(progress.seen, all.size());
        QCOMPARE(progress.objects, all.size());
        QCOMPARE(progress.seenRisky, std::size_t(1));
        QCOMPARE(progress.risky, std::size_t(1));
        keeper->undoStack()->undo();
        QCOMPARE(keeper->progress().seen, std::size_t(0));
        QVERIFY(!keeper->isSeen(kafka()));
        keeper->undoStack()->redo();
        QVERIFY(keeper->isSeen(kafka()));
        keeper->setSeen({kafka()}, false);
        QVERIFY(!keeper->isSeen(kafka()));
        QCOMPARE(keeper->undoStack()->undoText(), QStringLiteral("take back the mark of StatefulSet kafka/kafka"));
        keeper->undoStack()->undo();
        QVERIFY(keeper->isSeen(kafka()));
    }

    void whatIsSoAlreadyIsNoStep()
    {
        auto keeper = opened();
        keeper->setSeen({kafka()}, false);
        QCOMPARE(keeper->undoStack()->count(), 0);
        keeper->setSeen({kafka()}, true);
        keeper->setSeen({kafka()}, true);
        QCOMPARE(keeper->undoStack()->count(), 1);
    }

    void everythingIsFoundAgain()
    {
        {
            auto keeper = opened();
            keeper->setReviewer(QStringLiteral("Kim"));
            keeper->setSeen({kafka()}, true);
            keeper->addComment(settings(), QStringLiteral("data.level"), QStringLiteral("Why?"));
            keeper->setDecision(Decision{Choice::RequestChanges, "no", {}, {}, {}, {}, {}});
            recovery::Step step;
            step.what = "Stop.";
            keeper->setStepsDone({record::stepKey(step)}, true);
        } // the program ends at once
        auto keeper = opened();
        QTRY_VERIFY(keeper->isSeen(kafka()));
        QVERIFY(!keeper->isSeen(settings()));
        QCOMPARE(keeper->comments(settings()).size(), std::size_t(1));
        QCOMPARE(keeper->comments(settings())[0].text, std::string("Why?"));
        QCOMPARE(keeper->comments(settings())[0].field, std::string("data.level"));
        QCOMPARE(keeper->decision()->by, std::string("Kim"));
        QVERIFY(!keeper->isDecisionOutdated());
        recovery::Step step;
        step.what = "Stop.";
        QVERIFY(keeper->isStepDone(record::stepKey(step)));
        QCOMPARE(keeper->undoStack()->count(), 0);
        QCOMPARE(keeper->trouble(), QString());
    }

    void whatIsMarkedBeforeTheRecordIsReadCounts()
    {
        opened()->setSeen({kafka()}, true);
        auto keeper = opened();
        keeper->setSeen({settings()}, true); // the record is still to be read
        keeper->addComment(settings(), {}, QStringLiteral("early"));
        QTRY_VERIFY(keeper->isSeen(kafka()));
        QVERIFY(keeper->isSeen(settings()));
        keeper.reset();
        keeper = opened();
        QTRY_COMPARE(keeper->progress().seen, std::size_t(2));
        QCOMPARE(keeper->comments().size(), std::size_t(1));
    }

    void aForcePushKeepsTheOtherMarksAndCountsWhatChanged()
    {
        {
            auto keeper = opened();
            keeper->setSeen(idsOf(*test::smallReview()), true);
            keeper->setDecision(Decision{Choice::Approve, {}, {}, {}, {}, {}, {}});
        }
        auto keeper = opened(pushedReview());
        QTRY_COMPARE(keeper->progress().changed, std::size_t(2));
        QCOMPARE(keeper->progress().seen, keeper->progress().objects - 2);
        QVERIFY(keeper->hasChanged(kafka()) && keeper->hasChanged(settings()));
        QVERIFY(!keeper->isSeen(kafka()));
        QCOMPARE(keeper->changedSinceSeen().size(), std::size_t(2));
        QVERIFY(keeper->isDecisionOutdated());
        QVERIFY(keeper->shown().isOutdated);

        keeper->setSeen({kafka()}, true);
        QCOMPARE(keeper->progress().changed, std::size_t(1));
        keeper->undoStack()->undo();
        QCOMPARE(keeper->progress().changed, std::size_t(2));
        keeper->undoStack()->redo();
        keeper.reset();
        keeper = opened(pushedReview());
        QTRY_COMPARE(keeper->progress().changed, std::size_t(1));
        QVERIFY(keeper->isSeen(kafka()));
    }

    void aReloadInTheSameWindowComparesAgain()
    {
        auto keeper = opened();
        keeper->setSeen(idsOf(*test::smallReview()), true);
        const auto pushed = pushedReview();
        keeper->setReview(pushed, objectsOf(*pushed)); // before the digests are made
        QTRY_COMPARE(keeper->progress().changed, std::size_t(2));
        QCOMPARE(keeper->progress().seen, keeper->progress().objects - 2);
        const auto back = test::smallReview();
        keeper->setReview(back, objectsOf(*back));
        QTRY_COMPARE(keeper->progress().seen, keeper->progress().objects);
        QCOMPARE(keeper->progress().changed, std::size_t(0));
    }

    void fiveOfFourHundredInOneFileChange()
    {
        const test::ScratchRepository repository(manyConfigMaps(400, 0, ""), manyConfigMaps(400, 380, "new"));
        const review::ReviewPtr before = built(repository);
        auto keeper = opened(before);
        keeper->setSeen(idsOf(*before), true);
        QCOMPARE(keeper->progress().seen, std::size_t(380));
        QString text = QString::fromStdString(manyConfigMaps(400, 380, "new")["all.yaml"]);
        for (int i = 0; i < 5; ++i) {
            const qsizetype at = text.indexOf(QStringLiteral("name: m%1,").arg(i * 7));
            text.replace(text.indexOf(QStringLiteral("new"), at), 3, QStringLiteral("newer,\n  also: this"));
        }
        QFile file(QString::fromStdString(repository.path() + "/all.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        file.close();
        repository.git({"commit", "-qa", "--amend", "-m", "Once more"});
        keeper.reset();
        const review::ReviewPtr after = built(repository);
        keeper = opened(after);
        QTRY_COMPARE(keeper->progress().changed, std::size_t(5));
        QCOMPARE(keeper->progress().seen, std::size_t(375));
        QVERIFY(keeper->hasChanged({Name(), {Name(), Name("ConfigMap"), Name("shop"), Name("m28")}}));
    }

    void commentsAreEditedRemovedAndBroughtBack()
    {
        auto keeper = opened();
        keeper->addComment(kafka(), {}, QStringLiteral("one"));
        keeper->addComment(kafka(), QStringLiteral("spec.replicas"), QStringLiteral("two"));
        const int number = keeper->comments(kafka())[0].number;
        keeper->editComment(number, QStringLiteral("ONE"));
        QCOMPARE(keeper->comments(kafka())[0].text, std::string("ONE"));
        keeper->removeComment(number);
        QCOMPARE(keeper->comments(kafka()).size(), std::size_t(1));
        keeper->undoStack()->undo();
        QCOMPARE(keeper->comments(kafka())[0].text, std::string("ONE"));
        keeper->undoStack()->undo();
        QCOMPARE(keeper->comments(kafka())[0].text, std::string("one"));
        keeper->removeComment(4711);
        keeper->editComment(4711, QStringLiteral("x"));
        QCOMPARE(keeper->comments().size(), std::size_t(2));
        QVERIFY(!keeper->comments()[0].time.empty());
    }

    void aStormOfStepsKeepsOnlyWhatEachChanged() // a copy of all comments a step were 20 GB here
    {
        const auto keeper = std::make_unique<RecordKeeper>(std::nullopt);
        const review::ReviewPtr review = test::smallReview();
        keeper->setReview(review, objectsOf(*review));
        const QString large(1'000'000, u'x');
        for (int i = 0; i < 20; ++i)
            keeper->addComment(kafka(), {}, large);
        for (int i = 0; i < 500; ++i)
            keeper->editComment(20, QStringLiteral("edit %1").arg(i));
        QCOMPARE(keeper->undoStack()->count(), 520);
        while (keeper->undoStack()->canUndo())
            keeper->undoStack()->undo();
        QVERIFY(keeper->comments().empty());
        while (keeper->undoStack()->canRedo())
            keeper->undoStack()->redo();
        QCOMPARE(keeper->comments().size(), std::size_t(20));
        QCOMPARE(keeper->comments()[19].text, std::string("edit 499"));
        QCOMPARE(keeper->comments()[0].text.size(), std::size_t(1'000'000));
    }

    void draftsAreFoundAgainAtTheirComment()
    {
        auto keeper = opened();
        keeper->addComment(kafka(), {}, QStringLiteral("gone"));
        keeper->addComment(kafka(), {}, QStringLiteral("stays"));
        QSignalSpy changed(keeper.get(), &RecordKeeper::draftsChanged);
        keeper->setDraft({2, kafka(), "", "stays, but"});
        keeper->setDraft({0, kafka(), "spec.replicas", "a"});
        keeper->setDraft({0, kafka(), "spec.replicas", "a new one"});
        keeper->setDraft({0, settings(), "", "b"});
        keeper->setDraft({0, settings(), "", ""});
        QCOMPARE(changed.count(), 4);
        keeper->removeComment(1);
        keeper.reset();
        keeper = opened();
        QTRY_COMPARE(keeper->drafts().size(), std::size_t(2));
        QVERIFY(keeper->drafts()[0] == (record::Draft{1, kafka(), "", "stays, but"}));
        QVERIFY(keeper->drafts()[1] == (record::Draft{0, kafka(), "spec.replicas", "a new one"}));
        QCOMPARE(keeper->comments()[0].text, std::string("stays"));
        QVERIFY(keeper->shown().comments.size() == 1); // a draft is in no export
    }

    void aDraftBegunBeforeTheRecordIsReadStays()
    {
        opened()->setDraft({0, settings(), "", "old"});
        auto keeper = opened();
        keeper->setDraft({0, kafka(), "", "new"});
        QTRY_COMPARE(keeper->drafts().size(), std::size_t(2));
    }

    void aDecisionNamesCommitsTimeAndPerson()
    {
        auto keeper = opened();
        keeper->setReviewer(QStringLiteral("Kim"));
        keeper->setDecision(Decision{Choice::Approve, {}, {}, {}, {}, {}, record::Override{"core", "planned"}});
        const Decision &made = *keeper->decision();
        QCOMPARE(made.head, test::smallReview()->comparison.head.commit);
        QCOMPARE(made.base, test::smallReview()->comparison.base.commit);
        QCOMPARE(made.by, std::string("Kim"));
        QVERIFY(made.time.ends_with("Z"));
        QCOMPARE(keeper->shown().decision->overridden->reason, std::string("planned"));
        keeper->setDecision(std::nullopt);
        QVERIFY(!keeper->decision());
        keeper->undoStack()->undo();
        QVERIFY(keeper->decision()->overridden.has_value());
    }

    void aFullDiskIsSaidUntilThereIsRoomAndNothingIsLost()
    {
        auto keeper = opened();
        keeper->setSeen({kafka()}, true);
        QVERIFY(keeper->flush());
        {
            const test::FullDisk full(16);
            keeper->addComment(kafka(), {}, QStringLiteral("while the disk is full"));
            QVERIFY(!keeper->flush());
            QVERIFY2(keeper->trouble().startsWith(QLatin1String("Not saved: ")), qPrintable(keeper->trouble()));
            keeper->setSeen({settings()}, true);
            QVERIFY(!keeper->flush());
            QVERIFY(!keeper->trouble().isEmpty());
            QCOMPARE(keeper->comments().size(), std::size_t(1));
        }
        keeper->save();
        QVERIFY(keeper->flush());
        QCOMPARE(keeper->trouble(), QString());
        keeper.reset();
        keeper = opened();
        QTRY_COMPARE(keeper->progress().seen, std::size_t(2));
        QCOMPARE(keeper->comments()[0].text, std::string("while the disk is full"));
    }

    void aFolderThatCannotBeMadeIsSaidAndTriedAgain()
    {
        const QString place = m_home->filePath(QStringLiteral("data"));
        QFile inTheWay(place);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        auto keeper = opened();
        keeper->setSeen({kafka()}, true);
        QTRY_VERIFY(keeper->trouble().startsWith(QLatin1String("Marks and comments are not kept: ")));
        QVERIFY(keeper->isSeen(kafka()));
        QVERIFY(!keeper->flush());
        QVERIFY(inTheWay.remove());
        keeper->save();
        QTRY_COMPARE(keeper->trouble(), QString());
        QVERIFY(keeper->flush());
        keeper.reset();
        QTRY_VERIFY(opened()->flush());
        keeper = opened();
        QTRY_VERIFY(keeper->isSeen(kafka()));
    }

    void withoutAFolderItSaysSo()
    {
        RecordKeeper keeper(std::nullopt);
        const auto review = test::smallReview();
        keeper.setReview(review, objectsOf(*review));
        keeper.setSeen({kafka()}, true);
        QVERIFY(keeper.isSeen(kafka()));
        QVERIFY(keeper.trouble().contains(QLatin1String("XDG_DATA_HOME")));
    }

    void aDamagedRecordIsSaidAndKept()
    {
        opened()->setSeen({kafka()}, true);
        record::ReviewRecord which;
        which.repository = test::smallReview()->comparison.place.gitDirectory;
        which.base = "main";
        which.head = "change";
        const QString place = QString::fromStdString(m_folder + "/" + record::fileName(which));
        QFile file(place);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() / 2));
        file.close();
        auto keeper = opened();
        QTRY_COMPARE(keeper->remarks().size(), 1);
        QVERIFY2(keeper->remarks()[0].contains(place + QLatin1String(".damaged")), qPrintable(keeper->remarks()[0]));
        QVERIFY(QFile::exists(place + QLatin1String(".damaged")));
        QVERIFY(!keeper->isSeen(kafka()));
    }

    void aNewerRecordIsSaidAndLeftAlone()
    {
        opened()->setSeen({kafka()}, true);
        const QFileInfoList files = QDir(QString::fromStdString(m_folder)).entryInfoList({QStringLiteral("*.json")});
        QCOMPARE(files.size(), 1);
        QFile file(files[0].filePath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray newer = file.readAll().replace("noclobber.record/1", "noclobber.record/3");
        QVERIFY(file.resize(0) && file.seek(0) && file.write(newer) == newer.size());
        file.close();
        {
            auto keeper = opened();
            QTRY_COMPARE(
                keeper->trouble(),
                QStringLiteral("Marks and comments are not kept: a newer noclobber wrote the ones on disk, and "
                               "nothing is saved over them. They stay in this window until it is closed."));
            keeper->addComment(kafka(), {}, QStringLiteral("in this window only"));
            QVERIFY(!keeper->flush()); // so that closing the window asks
            QCOMPARE(keeper->comments().size(), std::size_t(1));
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), newer);
    }

    void aSecondWindowOfTheSameReviewIsTold()
    {
        auto first = opened();
        first->setSeen({kafka()}, true);
        QVERIFY(first->flush());
        auto second = opened();
        QTRY_VERIFY(second->trouble().contains(QLatin1String("another window")));
        QVERIFY2(!second->trouble().contains(QLatin1String(".lock")), qPrintable(second->trouble()));
        second->setSeen({settings()}, true);
        QVERIFY(!second->flush());
        first.reset();
        second->save();
        QTRY_COMPARE(second->trouble(), QString());
        QTRY_COMPARE(second->progress().seen, std::size_t(2));
        QVERIFY(second->flush());
    }

    void noValueOfASecretIsWritten()
    {
        const auto secret = [](const std::string &value) {
            return git::Files{{"s.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: login, namespace: shop}\n"
                                         "stringData: {password: " +
                                             value + "}\n"}};
        };
        const test::ScratchRepository repository(secret("swordfish"), secret("marlinspike"));
        const review::ReviewPtr review = built(repository);
        {
            auto keeper = opened(review);
            keeper->setSeen(idsOf(*review), true);
        }
        QByteArray all;
        for (const QFileInfo &each : QDir(QString::fromStdString(m_folder)).entryInfoList(QDir::Files)) {
            QFile file(each.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            all += file.readAll();
        }
        QVERIFY(all.contains("login"));
        for (const char *value : {"swordfish", "marlinspike"}) {
            QVERIFY(!all.contains(value));
            QVERIFY(!all.contains(toHex(sha256(value)).c_str()));
        }
    }

    void aHundredThousandMarksDoNotStopTheWindow()
    {
        const review::ReviewPtr review = test::largeReview(100'000, 0);
        auto keeper = opened(review);
        const auto ids = idsOf(*review);
        QElapsedTimer clock;
        clock.start();
        keeper->setSeen(ids, true);
        const qint64 marked = clock.restart();
        (void)keeper->progress();
        const qint64 counted = clock.elapsed();
        qInfo("marked in %lld ms, counted in %lld ms", marked, counted);
        QVERIFY2(marked < 1000, "ten times slack: a shared machine, not optimised");
        QVERIFY(counted < 500);
    }
};

QTEST_MAIN(TestRecord)
#include "tst_record.moc"
