#include <memory>

#include "core/base/result.h"
#include "tests/support/test_main.h"

using namespace noclobber;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0)
        return Error{ErrorCode::Usage, "odd", "here"};
    return number / 2;
}

Result<void> mustBePositive(int number)
{
    if (number <= 0)
        return Error{ErrorCode::Usage, "not positive", ""};
    return {};
}

} // namespace

class TestResult : public QObject
{
    Q_OBJECT
private slots:
    void aValueIsGood()
    {
        const Result<int> result = half(4);
        QVERIFY(static_cast<bool>(result));
        QCOMPARE(*result, 2);
    }

    void anErrorIsKeptAsItIs()
    {
        const Result<int> result = half(3);
        QVERIFY(!result);
        QVERIFY((result.error() == Error{ErrorCode::Usage, "odd", "here"}));
    }

    void aResultWithoutAValueTellsTheSame()
    {
        QVERIFY(mustBePositive(1));
        QVERIFY(!mustBePositive(0));
        QCOMPARE(mustBePositive(0).error().message, std::string("not positive"));
    }

    void theValueCanBeChangedAndMovedOut()
    {
        Result<std::string> text = std::string("a");
        text->append("b");
        QCOMPARE(*text, std::string("ab"));
        Result<std::unique_ptr<int>> owner = std::make_unique<int>(7);
        const std::unique_ptr<int> taken = std::move(*owner);
        QCOMPARE(*taken, 7);
    }

    // A value of a type that an error could be taken for must not be mistaken.
    void aStringIsAValueAndNoError()
    {
        const Result<std::string> result = std::string("error");
        QVERIFY(static_cast<bool>(result));
    }
};

NOCLOBBER_TEST_MAIN(TestResult)
#include "tst_result.moc"
