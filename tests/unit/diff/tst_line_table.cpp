#include <QTest>

#include <string>

#include "core/diff/line_table.h"
#include "tests/support/test_main.h"

using namespace noclobber;

namespace {

/// Where the table differs from what is found byte by byte.
std::string difference(const std::string &text)
{
    const diff::LineTable table(text);
    std::size_t start = 0;
    int line = 1;
    for (; start <= text.size(); ++line) {
        if (table.startOf(line) != start)
            return "line " + std::to_string(line) + " at " + std::to_string(table.startOf(line)) + ", not " +
                   std::to_string(start);
        const std::size_t end = text.find('\n', start);
        if (end == std::string::npos)
            break;
        start = end + 1;
    }
    for (const int behind : {line + 1, line + 2, line + 1000}) {
        if (table.startOf(behind) != text.size())
            return "line " + std::to_string(behind) + " is behind the text";
    }
    return {};
}

} // namespace

class TestLineTable : public QObject
{
    Q_OBJECT
private slots:
    void everyLineIsFound()
    {
        QCOMPARE(difference(""), std::string());
        QCOMPARE(difference("a"), std::string());
        QCOMPARE(difference("\n"), std::string());
        QCOMPARE(difference("a\nb\r\n\nc"), std::string());
        for (const std::size_t length : {127U, 128U, 129U, 255U, 256U, 257U, 1000U}) {
            QCOMPARE(difference(std::string(length, '\n')), std::string());
            QCOMPARE(difference(std::string(length, 'a')), std::string());
            QCOMPARE(difference(std::string(length, 'a') + '\n'), std::string());
            std::string text;
            for (std::size_t i = 0; text.size() < 10 * length; ++i)
                text += std::string(i * i % length, 'a') + '\n';
            QCOMPARE(difference(text), std::string());
        }
    }

    void aLineBeforeTheFirstIsTheFirst()
    {
        const std::string text = "a\nb\n";
        QCOMPARE(diff::LineTable(text).startOf(0), std::size_t(0));
        QCOMPARE(diff::LineTable(text).startOf(-1), std::size_t(0));
    }
};

NOCLOBBER_TEST_MAIN(TestLineTable)
#include "tst_line_table.moc"
