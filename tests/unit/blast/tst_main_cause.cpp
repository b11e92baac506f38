#include <fmt/format.h>

#include "core/blast/main_cause.h"
#include "tests/support/sample_review.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using blast::Effect;

namespace {

blast::AffectedObject affected(Effect effect, const std::string &cause)
{
    blast::AffectedObject object;
    object.effect = effect;
    object.because = {{test::objectId("", "ConfigMap", "web", cause), "it goes"},
                      {test::objectId("", "ConfigMap", "web", "other"), "with it"}};
    return object;
}

std::string cause(std::vector<blast::AffectedObject> objects)
{
    blast::BlastRadius radius;
    radius.objects = std::move(objects);
    const auto found = blast::mainCause(radius);
    if (!found)
        return "nothing";
    return fmt::format("{} {} of {}", found->id.key.name.text(), found->deletions, found->deletions + found->others);
}

} // namespace

/// Whom the verdict's sentence, the comment and the window name first.
class TestMainCause : public QObject
{
    Q_OBJECT
private slots:
    void itStartsMostOfTheDeletions()
    {
        QCOMPARE(cause({affected(Effect::Pruned, "a"), affected(Effect::CascadeDeleted, "b"),
                        affected(Effect::Pruned, "b")}),
                 std::string("b 2 of 3"));
        QCOMPARE(cause({affected(Effect::Pruned, "b"), affected(Effect::Pruned, "a")}), std::string("a 1 of 2"));
    }

    void whatWaitsForAPersonCountsToo()
    {
        QCOMPARE(cause({affected(Effect::PrunePending, "a")}), std::string("a 1 of 1"));
    }

    void changesDeleteNothing()
    {
        QCOMPARE(cause({affected(Effect::Updated, "a"), affected(Effect::Created, "a"), affected(Effect::Kept, "a"),
                        affected(Effect::Pruned, "b")}),
                 std::string("b 1 of 1"));
        QCOMPARE(cause({affected(Effect::Updated, "a")}), std::string("nothing"));
        QCOMPARE(cause({}), std::string("nothing"));
    }
};

NOCLOBBER_TEST_MAIN(TestMainCause)
#include "tst_main_cause.moc"
