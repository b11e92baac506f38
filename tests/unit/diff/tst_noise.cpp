#include "core/diff/field_changes.h"
#include "core/diff/noise.h"
#include "tests/support/changes.h"
#include "tests/support/test_main.h"

using namespace noclobber;

namespace {

/// The names of the rules that fold the fields in which two objects differ; "-" for a field that stays.
std::string folded(const std::string &kind, const std::string &base, const std::string &head)
{
    const std::string begin = "apiVersion: v1\nkind: " + kind + "\n";
    std::string names;
    for (const diff::FieldChange &field :
         diff::compareContents(test::content(begin + base), test::content(begin + head))) {
        const auto noise = diff::noiseOf(kind, field);
        const std::string_view name = noise ? diff::noiseRules()[static_cast<std::size_t>(*noise)].name : "-";
        names += (names.empty() ? "" : ", ") + std::string(name);
    }
    return names;
}

std::string annotation(const std::string &key, const std::string &value)
{
    return "metadata: {annotations: {x: y, " + key + ": '" + value + "'}}\n";
}

std::string label(const std::string &key, const std::string &value)
{
    return "metadata: {labels: {x: y, " + key + ": '" + value + "'}}\n";
}

} // namespace

/// Folds what says nothing of its own, and nothing else: what is folded by mistake is a risk nobody sees.
class TestNoise : public QObject
{
    Q_OBJECT
private slots:
    void tableIsSortedByNoise()
    {
        for (std::size_t i = 0; i < diff::noiseRules().size(); ++i)
            QCOMPARE(static_cast<std::size_t>(diff::noiseRules()[i].noise), i);
    }

    void checksumsAreFolded()
    {
        QCOMPARE(
            folded("Deployment", annotation("checksum/config", "1a2b3c4d"), annotation("checksum/config", "9f8e7d")),
            "checksum");
        QCOMPARE(folded("Deployment", label("config-hash", "1a2b3c4d"), label("config-hash", "9f8e7d6c")), "checksum");
        const auto ofPods = [](const std::string &sum) {
            return "spec: {template: {metadata: {annotations: {x: y, checksum/secret: '" + sum + "'}}}}\n";
        };
        QCOMPARE(folded("Deployment", ofPods("1a2b3c4d"), ofPods("9f8e7d6c")), "checksum");
    }

    void aChecksumThatComesIsFolded()
    {
        QCOMPARE(folded("Deployment", "metadata: {annotations: {x: y}}\n", annotation("checksum/config", "1a2b3c4d")),
                 "checksum");
        QCOMPARE(folded("Deployment", "metadata: {name: a}\n",
                        "metadata: {name: a, annotations: {checksum/config: 1a2b3c4d}}\n"),
                 "checksum");
        QCOMPARE(folded("Deployment", "metadata: {name: a}\n",
                        "metadata: {name: a, annotations: {checksum/config: 1a2b3c4d, risky: x1}}\n"),
                 "-");
    }

    void chartsAndTimesAreFolded()
    {
        QCOMPARE(folded("Deployment", label("helm.sh/chart", "web-1.2.3"), label("helm.sh/chart", "web-1.2.4")),
                 "chart label");
        QCOMPARE(folded("ConfigMap", annotation("example.com/generated-at", "2026-11-01T10:00:00Z"),
                        annotation("example.com/generated-at", "2026-11-02T10:00:00Z")),
                 "time stamp");
        QCOMPARE(folded("ConfigMap", annotation("deployedAt", "1763892000"), annotation("deployedAt", "1763892001")),
                 "time stamp");
    }

    void whatDecidesStays()
    {
        QCOMPARE(folded("ConfigMap", annotation("janitor/expires", "2026-11-01"),
                        annotation("janitor/expires", "2026-11-02")),
                 "-");
        QCOMPARE(folded("Deployment", annotation("kubectl.kubernetes.io/restartedAt", "2026-11-01"),
                        annotation("kubectl.kubernetes.io/restartedAt", "2026-11-02")),
                 "-");
        QCOMPARE(folded("Deployment", annotation("config-hash", "ignore"), annotation("config-hash", "1a2b3c4d")), "-");
        QCOMPARE(folded("Application", annotation("argocd.argoproj.io/sync-options", "Prune=false"),
                        annotation("argocd.argoproj.io/sync-options", "Prune=true")),
                 "-");
        QCOMPARE(folded("ConfigMap", "data: {hash: 1a2b3c4d}\n", "data: {hash: 9f8e7d6c}\n"), "-");
    }

    /// Services choose pods by their labels, policies namespaces by theirs.
    void labelsThatSelectorsMatchStay()
    {
        const auto ofPods = [](const std::string &sum) {
            return "spec: {template: {metadata: {labels: {x: y, config-hash: '" + sum + "'}}}}\n";
        };
        QCOMPARE(folded("Deployment", ofPods("1a2b3c4d"), ofPods("9f8e7d6c")), "-");
        QCOMPARE(folded("Pod", label("config-hash", "1a2b3c4d"), label("config-hash", "9f8e7d6c")), "-");
        QCOMPARE(folded("Namespace", label("config-hash", "1a2b3c4d"), label("config-hash", "9f8e7d6c")), "-");
    }
};

NOCLOBBER_TEST_MAIN(TestNoise)
#include "tst_noise.moc"
