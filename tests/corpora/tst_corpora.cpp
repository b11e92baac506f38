#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

#include <fstream>
#include <sstream>

#include "core/diff/change_set.h"

using namespace noclobber;

namespace {

/// A layout under which the first `parts` folders of a path name the cluster; none: one cluster for the whole tree.
std::vector<std::string> layoutOf(const std::string &scope)
{
    if (scope == "whole")
        return {"**"};
    std::string layout;
    for (int part = 1; part < std::stoi(scope.substr(scope.find(':') + 1)); ++part)
        layout += "{part" + std::to_string(part) + "}/";
    return {layout + "{cluster}/**", "**"};
}

/// What the table of corpora/SOURCES.md counts. An object may stand in several columns; a renamed one is removed and
/// added.
std::string countColumns(const diff::ChangeSet &set)
{
    std::size_t added = 0, removed = 0, modified = 0, moved = 0, apiVersion = 0, second = 0;
    for (const diff::ObjectChange &change : set.changes) {
        if (argo::isGenerated(change.id))
            continue;
        added += change.base.empty() ? 1 : 0;
        removed += change.head.empty() ? 1 : 0;
        if (change.base.empty() || change.head.empty())
            continue;
        modified += change.fields.empty() ? 0 : 1;
        apiVersion += change.flags.apiMigrated ? 1 : 0;
        const bool isSingle = change.base.size() == 1 && change.head.size() == 1;
        moved += isSingle && change.base[0].location.path != change.head[0].location.path ? 1 : 0;
        second += change.head.size() > 1 && change.head.size() > change.base.size() ? 1 : 0;
    }
    std::ostringstream columns;
    columns << added << ' ' << removed << ' ' << modified << ' ' << moved << ' ' << apiVersion << ' ' << second;
    return columns.str();
}

} // namespace

/// Real manifest trees: what changed must be what independent readings count.
class TestCorpora : public QObject
{
    Q_OBJECT
private slots:
    void countsAreThoseOfAnIndependentReading_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QString>("columns");
        const QString root = qEnvironmentVariable("NOCLOBBER_CORPORA", QStringLiteral(NOCLOBBER_CORPORA));
        std::ifstream table(root.toStdString() + "/counts.txt");
        for (std::string line; std::getline(table, line);) {
            std::istringstream row(line);
            std::string name, scope, columns;
            row >> name >> scope;
            if (name.empty() || name[0] == '#')
                continue;
            std::getline(row >> std::ws, columns);
            QTest::newRow(name.c_str()) << root + QLatin1Char('/') + QString::fromStdString(name)
                                        << QString::fromStdString(scope) << QString::fromStdString(columns);
        }
    }

    void countsAreThoseOfAnIndependentReading()
    {
        QFETCH(QString, folder);
        QFETCH(QString, scope);
        QFETCH(QString, columns);
        const test::ScratchRepository repository(test::readFolder((folder + QStringLiteral("/base")).toStdString()),
                                                 test::readFolder((folder + QStringLiteral("/head")).toStdString()));
        const auto comparison = git::compare({repository.path(), "main", "change"}, {});
        QVERIFY(bool(comparison));
        argo::Configuration configuration;
        configuration.layout = layoutOf(scope.toStdString());
        configuration.rendered = {"**"};
        const auto inventories = argo::readInventories(*comparison, configuration, {2}, {});
        QVERIFY(bool(inventories));
        const auto changes = diff::compareInventories(*comparison, *inventories, 2, {});
        QVERIFY(bool(changes));
        if (qEnvironmentVariableIsSet("NOCLOBBER_LIST")) {
            for (const diff::ObjectChange &change : changes->changes)
                qInfo("%d fields=%zu %zu->%zu %s", int(change.status), change.fields.size(), change.base.size(),
                      change.head.size(), argo::toText(change.id).c_str());
        }
        QCOMPARE(QString::fromStdString(countColumns(*changes)), columns);
    }
};

NOCLOBBER_TEST_MAIN(TestCorpora)
#include "tst_corpora.moc"
