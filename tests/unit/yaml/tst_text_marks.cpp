#include "tests/support/test_main.h"

#include <string>
#include <vector>

#include "core/yaml/text_marks.h"

using namespace noclobber::yaml;

namespace {

using Places = std::vector<std::size_t>;

/// All places TextMarks gives, without the end.
Places marksOf(const std::string &text)
{
    TextMarks marks(text);
    Places places;
    for (std::size_t at = marks.next(); at < text.size(); at = marks.next())
        places.push_back(at);
    return places;
}

/// The same, byte by byte as its documentation says.
Places placesIn(const std::string &text)
{
    Places places;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char before = at == 0 ? '\n' : text[at - 1];
        if (text[at] == '\n' || (text[at] == ' ' && before == ':') || (text[at] == '#' && before == ' '))
            places.push_back(at);
    }
    return places;
}

/// A long text of letters that ends with a line feed, with something put in.
std::string textWith(std::size_t size, std::size_t at, const std::string &inside)
{
    std::string text(size, 'a');
    text.replace(at, inside.size(), inside);
    text.resize(size);
    return text + "\n";
}

bool isOdd(const std::string &text)
{
    TextMarks marks(text);
    while (marks.next() < text.size()) {
    }
    return marks.hasOddCharacter();
}

} // namespace

/// What passes over texts many bytes at a time sees what one sees byte by byte: here and, as tst_text_marks_no_*, where
/// the processor lacks such instructions.
class TestTextMarks : public QObject
{
    Q_OBJECT
private slots:
    void placesAreFoundWhereverTheyStand()
    {
        for (std::size_t at = 0; at < 200; ++at) {
            for (const char *inside : {"\n", ": ", " #", "\n#", "# : :#", ":\n", ": # ", "\n\n\n\n\n\n: : : "}) {
                const std::string text = textWith(200, at, inside);
                QCOMPARE(marksOf(text), placesIn(text));
            }
        }
    }

    void placesAreFoundInTextsOfAllLengths()
    {
        std::string text;
        for (std::size_t i = 0; text.size() < 9000; ++i)
            text += i % 7 == 0 ? "  key: value # why\n" : i % 3 == 0 ? ": : #\n" : "\n#\n \n";
        for (std::size_t size = 1; size < text.size(); size += size < 300 ? 1 : 61) {
            const std::string part = text.substr(0, size - 1) + "\n";
            QCOMPARE(marksOf(part), placesIn(part));
        }
    }

    void everyOddCharacterIsMet()
    {
        for (std::size_t at = 0; at < 140; ++at) {
            for (const char *odd : {"\x01", "\r", "\x7F", "\x1F", "\xC2\x85", "\xE2\x80\xA8", "\xEF\xBB\xBF", "\xFF"})
                QVERIFY(isOdd(textWith(200, at, odd)));
            for (const char *plain : {"~", " ", "\t", "\n", "\xC3\xA9", "\xE4\xBD\xA0", "\xF0\x9F\x98\x80"})
                QVERIFY(!isOdd(textWith(200, at, plain)));
        }
    }

    void aTabIsSeenInItsLine()
    {
        const std::string text = "key: a\tb\nother: c\n";
        TextMarks marks(text);
        while (marks.next() < text.size()) {
        }
        QVERIFY(marks.hasTab(5, 8));
        QVERIFY(!marks.hasTab(9, text.size()));
        QVERIFY(marks.mayHaveTab(0));
        QVERIFY(!marks.mayHaveTab(9));
    }

    void breaksSeparatorsAndQuotesAreFoundWhereverTheyStand()
    {
        for (std::size_t at = 0; at < 200; ++at) {
            for (const char *begin : {"\r", "\xC2", "\xE2"})
                QCOMPARE(findBreakLike(textWith(200, at, begin), 0), at);
            QCOMPARE(findBreakLike(textWith(200, at, "\xC3\xA9"), 0), std::size_t{201});
            QCOMPARE(findBreakLike(textWith(200, 7, "\r"), 8 + at % 64), std::size_t{201});
            for (const char *quote : {"\"", "\\"})
                QCOMPARE(findQuoteOrEscape(textWith(200, at, quote), 0), at);
            QCOMPARE(findSeparatorLine(textWith(200, at, "\n---"), 0), at + 1 + 3 <= 200 ? at + 1 : std::size_t{201});
            QCOMPARE(findSeparatorLine(textWith(200, at, "\n--"), 0), std::size_t{201});
        }
        QCOMPARE(findSeparatorLine("---", 0), std::size_t{0});
    }

    void linesAndBlanksAreCounted()
    {
        std::string lines;
        for (std::size_t count = 0; count < 600; ++count, lines += count % 5 == 0 ? "\n" : "ab\n")
            QCOMPARE(countLines(lines), count);
        QCOMPARE(countLines(std::string(10'000, '\n')), std::size_t{10'000});
        for (std::size_t blanks = 0; blanks < 70; ++blanks) {
            QCOMPARE(blanksAt("x" + std::string(blanks, ' ') + "y", 1), blanks);
            QCOMPARE(blanksAt("x" + std::string(blanks, ' '), 1), blanks);
        }
    }
};

NOCLOBBER_TEST_MAIN(TestTextMarks)

#include "tst_text_marks.moc"
