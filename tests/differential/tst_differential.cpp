#include "tests/support/test_main.h"

#include <cstdio>
#include <fstream>
#include <string>

#include "core/base/text.h"
#include "tests/differential/comparison.h"
#include "tests/differential/mutations.h"
#include "tests/differential/originals.h"

using namespace noclobber;
using yaml::TextFormat;

namespace {

/// How many mutations of which seed; set by arguments, see README.md.
struct Run {
    std::uint64_t seed = 1;
    std::uint64_t first = 0;
    std::uint64_t mutations = 15'000;
};
Run run;

const std::string tests = NOCLOBBER_TESTS;

/// What the inputs were, to see that enough of them said something.
struct Count {
    std::uint64_t inputs = 0;
    std::uint64_t accepted = 0; ///< by yaml-cpp
    std::uint64_t sure = 0;     ///< and read by the fast reader alone
    std::uint64_t different = 0;

    void add(const test::Comparison &comparison)
    {
        ++inputs;
        accepted += comparison.isAccepted ? 1 : 0;
        sure += comparison.isSure ? 1 : 0;
        different += comparison.isEqual() ? 0 : 1;
    }

    void print(const char *what) const
    {
        std::printf("%s: %llu inputs, %llu accepted by the exact reader, %llu of these sure for the fast one, "
                    "%llu different\n",
                    what, static_cast<unsigned long long>(inputs), static_cast<unsigned long long>(accepted),
                    static_cast<unsigned long long>(sure), static_cast<unsigned long long>(different));
        std::fflush(stdout);
    }
};

/// Compares all files of a folder; the differences, described.
std::string compareFiles(const std::string &folder, Count &count)
{
    std::string differences;
    for (const test::InputFile &file : test::manifestFiles(tests + folder)) {
        const test::Comparison comparison = test::compareReaders(file.bytes, file.format, test::Depth::EachDocument);
        count.add(comparison);
        if (!comparison.isEqual())
            differences +=
                "\n" + file.path + ": " + test::describeDifference(file.bytes, file.format, test::Depth::EachDocument);
    }
    return differences;
}

std::vector<std::string> readCases()
{
    std::vector<std::string> cases;
    std::ifstream file(tests + "/differential/cases.txt");
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && !line.starts_with("##"))
            cases.push_back(line);
    }
    return cases;
}

} // namespace

/// The fast reader of YAML says of every input what yaml-cpp says, or it leaves the input to yaml-cpp.
class TestDifferential : public QObject
{
    Q_OBJECT
private slots:
    void everyFileIsReadAlikeByBoth_data()
    {
        QTest::addColumn<QByteArray>("folder");
        for (const char *folder : {"/fixtures", "/corpora", "/differential/yaml-test-suite"})
            QTest::newRow(folder) << QByteArray(folder);
    }
    void everyFileIsReadAlikeByBoth()
    {
        QFETCH(QByteArray, folder);
        Count count;
        const std::string differences = compareFiles(folder.toStdString(), count);
        count.print(folder.constData());
        QVERIFY(count.inputs > 0);
        QVERIFY2(differences.empty(), differences.c_str());
    }

    void everyCaseOnceWrongIsReadAlikeByBoth_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const std::string &text : readCases())
            QTest::newRow(text.c_str()) << QByteArray::fromStdString(test::unescaped(text));
    }
    void everyCaseOnceWrongIsReadAlikeByBoth()
    {
        QFETCH(QByteArray, text);
        for (const TextFormat format : {TextFormat::Yaml, TextFormat::Json}) {
            const std::string difference =
                test::describeDifference(text.toStdString(), format, test::Depth::EachDocument);
            QVERIFY2(difference.empty(), difference.c_str());
        }
    }

    void initTestCase()
    {
        std::vector<test::InputFile> files = test::manifestFiles(tests + "/fixtures");
        for (test::InputFile &file : test::manifestFiles(tests + "/corpora"))
            files.push_back(std::move(file));
        m_originals = test::smallOriginals(files);
    }

    void everyMutationIsReadAlikeByBoth_data()
    {
        QTest::addColumn<quint64>("first");
        QTest::addColumn<quint64>("end");
        constexpr std::uint64_t together = 10'000;
        const std::uint64_t end = run.first + run.mutations;
        for (std::uint64_t first = run.first; first < end; first += together)
            QTest::addRow("%llu from %llu", static_cast<unsigned long long>(run.seed),
                          static_cast<unsigned long long>(first))
                << static_cast<quint64>(first) << static_cast<quint64>(std::min(first + together, end));
    }
    void everyMutationIsReadAlikeByBoth()
    {
        QFETCH(quint64, first);
        QFETCH(quint64, end);
        constexpr int mostDescribed = 20;
        int described = 0;
        std::string differences;
        for (std::uint64_t number = first; number < end; ++number) {
            const std::string text = test::mutation(m_originals, run.seed, number);
            const TextFormat format = number % 64 == 63 ? TextFormat::Json : TextFormat::Yaml;
            const test::Depth depth = number % 8 == 7 ? test::Depth::EachDocument : test::Depth::Whole;
            const test::Comparison comparison = test::compareReaders(text, format, depth);
            m_mutations.add(comparison);
            if (!comparison.isEqual() && ++described <= mostDescribed)
                differences +=
                    "\nmutation " + std::to_string(number) + ": " + test::describeDifference(text, format, depth);
        }
        QVERIFY2(differences.empty(), differences.c_str());
    }

    void manyMutationsSaySomething()
    {
        m_mutations.print("mutations");
        QVERIFY(m_mutations.accepted * 4 > m_mutations.inputs);
    }

    void mutationsAreTheSameEverywhere()
    {
        const std::vector<std::string> originals{"kind: A\nmetadata:\n  name: b\n", "a: |\n  b\n"};
        QCOMPARE(test::mutation(originals, 7, 1), test::mutation(originals, 7, 1));
        QVERIFY(test::mutation(originals, 7, 1) != test::mutation(originals, 7, 2));
        QVERIFY(test::mutation(originals, 7, 1) != test::mutation(originals, 8, 1));
    }

    void escapesGoBothWays()
    {
        const std::string text("a\\n\n\t\r\"\x01\xFF \xE2\x80\xA8", 14);
        QCOMPARE(QByteArray::fromStdString(test::unescaped(test::escaped(text))), QByteArray::fromStdString(text));
    }

    void anInputIsMadeSmall()
    {
        const auto hasBoth = [](const std::string &text) {
            return text.find('x') < text.find('y') && text.find('y') != std::string::npos;
        };
        QCOMPARE(test::minimised("a\nbxc\nd\neyf\ng\n", hasBoth), std::string("xy"));
    }

private:
    std::vector<std::string> m_originals;
    Count m_mutations;
};

int main(int argc, char **argv)
{
    const auto takeNumber = [&](const char *name, std::uint64_t &number) {
        if (const auto value = test::takeArgument(argc, argv, name))
            number = std::stoull(*value);
    };
    takeNumber("--seed", run.seed);
    takeNumber("--first", run.first);
    takeNumber("--mutations", run.mutations);
    const QCoreApplication app(argc, argv);
    TestDifferential differential;
    return QTest::qExec(&differential, argc, argv);
}

#include "tst_differential.moc"
