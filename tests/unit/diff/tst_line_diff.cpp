#include "core/diff/line_diff.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using diff::LineChange;

namespace {

std::string marked(std::string_view text, const std::vector<diff::WordSpan> &words)
{
    std::string out;
    std::size_t place = 0;
    for (const diff::WordSpan &word : words) {
        out.append(text.substr(place, word.begin - place)).append("[");
        out.append(text.substr(word.begin, word.end - word.begin)).append("]");
        place = word.end;
    }
    return out.append(text.substr(place));
}

/// One line a row: numbers, sign, texts with the words that differ in brackets.
std::string printed(std::string_view base, std::string_view head)
{
    std::string out;
    for (const diff::LinePair &row : diff::alignLines(base, head)) {
        const char sign = " +-~"[static_cast<int>(row.change)];
        out += std::to_string(row.baseLine) + " " + std::to_string(row.headLine) + " " + sign;
        out += " " + marked(row.baseText, row.baseWords) + " | " + marked(row.headText, row.headWords) + "\n";
    }
    return out;
}

} // namespace

class TestLineDiff : public QObject
{
    Q_OBJECT
private slots:
    void equalTextsAreSameLines() { QCOMPARE(printed("a\nb\n", "a\nb\n"), "1 1   a | a\n2 2   b | b\n"); }
    void twoEmptyTextsHaveNoRows() { QCOMPARE(printed("", ""), ""); }
    void aMissingSideLeavesOnlyTheOther()
    {
        QCOMPARE(printed("", "a\nb\n"), "0 1 +  | a\n0 2 +  | b\n");
        QCOMPARE(printed("a\nb", ""), "1 0 - a | \n2 0 - b | \n");
    }
    void changedValueOfOneKeySharesARowWithItsWordsMarked()
    {
        QCOMPARE(printed("kind: A\nspec:\n  path: apps/core\n", "kind: A\nspec:\n  path: apps/app02\n"),
                 "1 1   kind: A | kind: A\n2 2   spec: | spec:\n3 3 ~   path: apps/[core] |   path: apps/[app02]\n");
    }
    void aKeyWithWhollyDifferentValuesSharesARow()
    {
        QCOMPARE(printed("sum: aaaaaaaaaaaaaaaaaaaa\n", "sum: bbbbbbbbbbbbbbbbbbbbbbb\n"),
                 "1 1 ~ sum: [aaaaaaaaaaaaaaaaaaaa] | sum: [bbbbbbbbbbbbbbbbbbbbbbb]\n");
    }
    void linesThatAreNotAlikeStandApartRemovedFirst()
    {
        QCOMPARE(printed("x\n- one\ny\n", "x\nreplicas: 4\ny\n"),
                 "1 1   x | x\n2 0 - - one | \n0 2 +  | replicas: 4\n3 3   y | y\n");
    }
    void insertedLinesDoNotShiftTheRest()
    {
        QCOMPARE(printed("a\nb\nc\n", "a\nnew\nb\nc\n"), "1 1   a | a\n0 2 +  | new\n2 3   b | b\n3 4   c | c\n");
    }
    void theMostAlikeLineOfARunSharesTheRow()
    {
        QCOMPARE(printed("image: web:1.4\n", "name: other\nimage: web:1.5\nport: 80\n"),
                 "0 1 +  | name: other\n1 2 ~ image: web:1.[4] | image: web:1.[5]\n0 3 +  | port: 80\n");
    }
    void crlfIsNoDifference() { QCOMPARE(printed("a\r\nb\r\n", "a\nb\n"), "1 1   a | a\n2 2   b | b\n"); }
    void wordsBeyondAsciiAreNotCut()
    {
        QCOMPARE(printed("n: größe\n", "n: große\n"), "1 1 ~ n: [größe] | n: [große]\n");
    }
    void manyThousandDifferentLinesEndSoonAndLoseNothing()
    {
        std::string base;
        std::string head;
        for (int i = 0; i < 20'000; ++i) {
            base += "b" + std::to_string(i) + "\n";
            head += "h" + std::to_string(i) + "\n";
        }
        const auto rows = diff::alignLines("same\n" + base, "same\n" + head);
        QCOMPARE(rows.size(), std::size_t{40'001});
        QCOMPARE(rows.front().change, LineChange::Same);
        QCOMPARE(rows.back().headLine, 20'001);
    }
    void everyLineStandsInExactlyOneRow()
    {
        const std::string base = "a\nb\nc\na\nb\nb\na\n";
        const std::string head = "c\nb\na\nb\na\nc\n";
        int nextBase = 1;
        int nextHead = 1;
        for (const diff::LinePair &row : diff::alignLines(base, head)) {
            if (row.baseLine != 0)
                QCOMPARE(row.baseLine, nextBase++);
            if (row.headLine != 0)
                QCOMPARE(row.headLine, nextHead++);
            if (row.change == LineChange::Same)
                QCOMPARE(row.baseText, row.headText);
        }
        QCOMPARE(nextBase, 8);
        QCOMPARE(nextHead, 7);
    }
};

NOCLOBBER_TEST_MAIN(TestLineDiff)
#include "tst_line_diff.moc"
