#include <string>

#include "core/git/path_merge.h"
#include "tests/support/test_main.h"

using namespace noclobber;

namespace {

// "a=1 b=2": paths and what they hold; "@" before the content makes a link.
std::vector<git::TreeEntry> entries(const QString &text)
{
    std::vector<git::TreeEntry> result;
    for (const QString &word : text.split(' ', Qt::SkipEmptyParts)) {
        git::TreeEntry entry;
        entry.path = word.section('=', 0, 0).toStdString();
        const QString content = word.section('=', 1);
        entry.type = content.startsWith('@') ? git::EntryType::SymbolicLink : git::EntryType::File;
        entry.id.bytes[0] = static_cast<std::uint8_t>(content.back().toLatin1());
        result.push_back(entry);
    }
    return result;
}

QString shown(const std::optional<std::vector<git::TreeEntry>> &merged)
{
    if (!merged)
        return QStringLiteral("left to git");
    QStringList words;
    for (const git::TreeEntry &entry : *merged)
        words << QString::fromStdString(entry.path) + '=' +
                     (entry.type == git::EntryType::SymbolicLink ? QStringLiteral("@") : QString()) +
                     QLatin1Char(static_cast<char>(entry.id.bytes[0]));
    return words.join(' ');
}

} // namespace

class TestPathMerge : public QObject
{
    Q_OBJECT
private slots:
    void sidesThatTouchDifferentPathsMerge_data()
    {
        QTest::addColumn<QString>("ancestor");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("merged");
        const auto row = [](const char *name, const char *a, const char *b, const char *h, const char *merged) {
            QTest::newRow(name) << QString(a) << QString(b) << QString(h) << QString(merged);
        };
        row("nothing", "", "", "", "");
        row("one change each", "a=1 b=1 c=1", "a=2 b=1 c=1", "a=1 b=1 c=3", "a=2 b=1 c=3");
        row("one addition each", "b=1", "a=1 b=1", "b=1 c=1", "a=1 b=1 c=1");
        row("one removal each", "a=1 b=1 c=1", "b=1 c=1", "a=1 b=1", "b=1");
        row("the same change", "a=1", "a=2", "a=2", "a=2");
        row("the same addition", "", "a=2", "a=2", "a=2");
        row("moved on one side", "old=1", "old=1", "new=1", "new=1");
        row("a file becomes a link", "a=1", "a=1", "a=@1", "a=@1");
        row("folder beside a similar name", "a=1", "a=1 a-b=1", "a=1 ab/c=1", "a=1 a-b=1 ab/c=1");
        row("a file becomes a folder", "a=1 b=1", "a=1 b=2", "a/c=1 b=1", "a/c=1 b=2");
    }

    void sidesThatTouchDifferentPathsMerge()
    {
        QFETCH(QString, ancestor);
        QFETCH(QString, base);
        QFETCH(QString, head);
        QFETCH(QString, merged);
        const auto a = entries(ancestor);
        const auto b = entries(base);
        const auto h = entries(head);
        QCOMPARE(shown(git::mergeByPath({a, b, h})), merged);
        QCOMPARE(shown(git::mergeByPath({a, h, b})), merged);
    }

    void whatNeedsALookInsideIsLeftToGit_data()
    {
        QTest::addColumn<QString>("ancestor");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("head");
        const auto row = [](const char *name, const char *a, const char *b, const char *h) {
            QTest::newRow(name) << QString(a) << QString(b) << QString(h);
        };
        row("both changed", "a=1", "a=2", "a=3");
        row("both added", "", "a=2", "a=3");
        row("changed and removed", "a=1", "a=2", "");
        row("both moved it, to different names", "old=1", "x=1", "y=1");
        row("both removed it", "a=1 b=1", "b=1", "b=1");
        row("file to link here, other content there", "a=1", "a=@1", "a=2");
        row("file here, folder there", "", "a=1", "a/b=1");
        row("file here, folder there, names between", "a-b=1", "a=1 a-b=1", "a-b=1 a/c/d=1");
        row("deep folder", "", "a/b/c=1", "a/b=1");
    }

    void whatNeedsALookInsideIsLeftToGit()
    {
        QFETCH(QString, ancestor);
        QFETCH(QString, base);
        QFETCH(QString, head);
        const auto a = entries(ancestor);
        const auto b = entries(base);
        const auto h = entries(head);
        QCOMPARE(shown(git::mergeByPath({a, b, h})), QStringLiteral("left to git"));
        QCOMPARE(shown(git::mergeByPath({a, h, b})), QStringLiteral("left to git"));
    }
};

NOCLOBBER_TEST_MAIN(TestPathMerge)
#include "tst_path_merge.moc"
