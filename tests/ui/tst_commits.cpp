#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/scratch_repository.h"
#include "tests/ui/small_review.h"
#include "ui/models/palette_model.h"
#include "ui/views/chooser_page.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/theme.h"

using namespace noclobber;
using models::CommitModel;
using models::LaneRow;
using Failure = QAbstractItemModelTester::FailureReportingMode;

namespace {

git::HistoryCommit commit(const std::string &id, const std::vector<std::string> &parents)
{
    return {id, parents, "Message of " + id, "Kim", 0};
}

/// A line of text for each row: `*` the commit, `|` a line that passes, `^` comes from above, `v` leads down.
QString drawn(const std::vector<git::HistoryCommit> &commits)
{
    QStringList lines;
    for (const LaneRow &row : models::layLanes(commits)) {
        QString line;
        for (unsigned lane = 0; lane < 4; ++lane) {
            const auto has = [lane](std::uint32_t lanes) { return (lanes >> lane & 1U) != 0; };
            QString cell;
            cell += row.lane == lane ? "*" : "";
            cell += has(row.through) ? "|" : "";
            cell += has(row.in) ? "^" : "";
            cell += has(row.out) ? "v" : "";
            line += cell.isEmpty() ? QStringLiteral(".") : cell;
            line += ' ';
        }
        lines << line.trimmed();
    }
    return lines.join('\n');
}

git::History longHistory(std::size_t count)
{
    git::History history;
    const auto id = [](std::size_t i) { return QString("%1").arg(i, 40, 10, QLatin1Char('0')).toStdString(); };
    for (std::size_t i = 0; i < count; ++i)
        history.commits.push_back(
            commit(id(i), i % 7 == 0 ? std::vector{id(i + 1), id(i + 5)} : std::vector{id(i + 1)}));
    return history;
}

} // namespace

/// Choosing from a history, and finding among many.
class TestCommits : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    template <typename View>
    static View &find(QWidget &window, const QString &accessibleName)
    {
        for (View *view : window.findChildren<View *>()) {
            if (view->accessibleName() == accessibleName)
                return *view;
        }
        qFatal("no widget %s", qPrintable(accessibleName));
    }
    static runner::Services services()
    {
        runner::Services services;
        services.readHistory = &git::readHistory;
        return services;
    }
    static void picture(QWidget &page, const QString &name)
    {
        QCoreApplication::processEvents();
        const QDir folder(QStringLiteral(NOCLOBBER_PICTURES));
        QDir().mkpath(folder.path());
        QVERIFY(page.grab().save(folder.filePath(name + QStringLiteral(".png"))));
    }

private slots:
    void initTestCase()
    {
        for (const char *folder : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            qputenv(folder, m_home.path().toLocal8Bit());
        qputenv("GIT_CONFIG_NOSYSTEM", "1");
        QCoreApplication::setOrganizationName(QStringLiteral("noclobber-test"));
        widgets::useTheme(widgets::ThemeChoice::Light);
    }

    void aMergeIsDrawnAsTwoLanesThatMeet()
    {
        QCOMPARE(drawn({commit("m", {"a", "b"}), commit("b", {"r"}), commit("a", {"r"}), commit("r", {})}),
                 QString("*v v . .\n"
                         "| *^v . .\n"
                         "*^ |v . .\n"
                         ". *^ . ."));
    }

    void twoBranchesHaveALaneEachAndAParentAboveHasNoLine()
    {
        QCOMPARE(drawn({commit("x", {"r"}), commit("y", {"r"}), commit("r", {}), commit("late", {"x"})}),
                 QString("*v . . .\n"
                         "|v * . .\n"
                         "*^ . . .\n"
                         "* . . ."));
    }

    void aSearchFindsByEveryWord()
    {
        git::History history;
        history.references = {{git::Reference::Type::Branch, "main", std::string(40, 'a'), "Add kafka", "Kim", 0},
                              {git::Reference::Type::Tag, "v1.2", std::string(40, 'b'), "Release", "Kim", 0}};
        history.commits = {{std::string(40, 'c'), {}, "Add etcd", "Lee", 0}};
        CommitModel model;
        QAbstractItemModelTester tester(&model, Failure::Fatal);
        model.setList(models::makeCommitList(history));
        QCOMPARE(model.rowCount(), 2);
        model.setSearch(QStringLiteral("ADD lee"));
        QCOMPARE(model.shownCount(), 1);
        QCOMPARE(model.revision(model.first()), QString(40, QLatin1Char('c')));
        QVERIFY2(!model.first().data(CommitModel::LanesRole).isValid(), "lines between rows that are not shown lie");
        model.setSearch(QStringLiteral("v1"));
        QCOMPARE(model.revision(model.first()), QStringLiteral("v1.2"));
        QVERIFY(!model.find(QStringLiteral("main")).isValid());
    }

    void aHundredThousandCommitsStaySmooth()
    {
        const models::CommitListPtr list = models::makeCommitList(longHistory(100'000));
        CommitModel model;
        QElapsedTimer clock;
        clock.start();
        model.setList(list);
        const qint64 shown = clock.restart();
        model.setSearch(QStringLiteral("message 0009"));
        const qint64 searched = clock.elapsed();
        QVERIFY(model.shownCount() > 0);
        qInfo("shown in %lld ms, searched in %lld ms", shown, searched);
        QVERIFY2(shown < 500 && searched < 500, "ten times what it takes");
    }

    void thePaletteFindsAmongAHundredThousandObjects()
    {
        const auto review = test::largeReview(100'000, 0);
        const auto list = std::make_shared<const models::ChangeList>(models::makeChangeList(*review));
        models::PaletteModel model;
        QAbstractItemModelTester tester(&model, Failure::Fatal);
        model.setContent({{"go.back", "Back", "Go", "Alt+Left"}}, list);
        QElapsedTimer clock;
        clock.start();
        model.setSearch(QStringLiteral("service-1099999"));
        const qint64 found = clock.restart();
        QCOMPARE(model.rowCount(), 1);
        model.setSearch(QStringLiteral("service"));
        qInfo("found in %lld ms, among all in %lld ms", found, clock.elapsed());
        QVERIFY(model.hiddenCount() > 99'000);
        QVERIFY2(found < 500, "ten times what it takes");
    }

    void baseAndHeadAreChosenSwappedAndComparedAsAsked()
    {
        const test::ScratchRepository repository({{"a", "1"}}, {{"a", "2"}});
        repository.git({"checkout", "-q", "-b", "side", "main"});
        repository.git({"commit", "-q", "--allow-empty", "-m", "On the side"});
        repository.git({"merge", "-q", "--no-edit", "change"});
        const runner::Services own = services();
        views::ChooserPage page(own);
        page.resize(1366, 700);
        page.show();
        page.open(QString::fromStdString(repository.path()), QStringLiteral("here"));
        auto &review = find<QAbstractButton>(page, "Review this change");
        QTRY_VERIFY(review.isEnabled());
        picture(page, "commits");
        widgets::useTheme(widgets::ThemeChoice::Dark);
        picture(page, "commits-dark");
        widgets::useTheme(widgets::ThemeChoice::Light);
        widgets::useFontSizes({2 * widgets::systemFontSizes().interface, 0});
        QCoreApplication::processEvents();
        QVERIFY2(page.minimumSizeHint().width() <= 1366, "letters of double size fit");
        picture(page, "commits-double");
        widgets::useFontSizes({});
        QSignalSpy chosen(&page, &views::ChooserPage::chosen);
        review.click();
        const auto asked = [&] { return chosen.takeLast().at(0).value<git::ComparisonRequest>(); };
        git::ComparisonRequest request = asked();
        QCOMPARE(*request.base + " " + *request.head, std::string("main side"));
        QTest::mouseClick(&find<QAbstractButton>(page, "Swap base and head"), Qt::LeftButton);
        find<QComboBox>(page, "How to compare").setCurrentIndex(1);
        review.click();
        request = asked();
        QCOMPARE(*request.base, std::string("side..main"));
        find<QComboBox>(page, "How to compare").setCurrentIndex(2);
        auto &search = find<QLineEdit>(page, "Search branches, tags and commits for Head");
        QTest::keyClicks(&search, "under review");
        QTest::keyClick(&search, Qt::Key_Return);
        request = asked();
        QCOMPARE(*request.base, "side..." + std::string("change"));
        QTest::keyClick(&search, Qt::Key_Down); // the commits' heading
        QTest::keyClick(&search, Qt::Key_Down);
        QTest::keyClick(&search, Qt::Key_Return);
        request = asked();
        QCOMPARE(*request.base, "side..." + repository.git({"rev-parse", "change"}));
    }

    void noRepositoryIsSaid()
    {
        const QTemporaryDir empty;
        const runner::Services own = services();
        views::ChooserPage page(own);
        QSignalSpy failed(&page, &views::ChooserPage::failed);
        page.open(empty.path(), empty.path());
        QVERIFY(failed.wait());
        QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::NotFound);
    }
};

QTEST_MAIN(TestCommits)
#include "tst_commits.moc"
