#include "core/diff/field_changes.h"
#include "tests/support/changes.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::content;

namespace {

const std::string secret = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\n";

std::string everyTextOf(const std::vector<diff::FieldChange> &fields)
{
    std::string text;
    for (const diff::FieldChange &field : fields) {
        text += field.path;
        for (const auto &side : {field.base, field.head})
            text += side ? yaml::toCanonicalJson(*side) + yaml::toYaml(*side) : std::string();
    }
    return text;
}

std::string fields(const std::string &base, const std::string &head)
{
    const auto changes = diff::compareContents(content(secret + base), content(secret + head));
    if (diff::isSameContent(content(secret + base), content(secret + head)) != changes.empty())
        return "isSameContent and compareContents disagree\n";
    if (everyTextOf(changes).find("aHVudGVy") != std::string::npos ||
        everyTextOf(changes).find("hunter") != std::string::npos)
        return "a value is shown\n";
    return test::printFields(changes);
}

std::string masked(const std::string &text)
{
    return yaml::toCanonicalJson(diff::maskSecrets(content(text), nullptr));
}

} // namespace

/// Values of Secrets are compared and never shown (contract, section 5); stringData is data (domain page on
/// Kubernetes, 7). "aHVudGVyMg==" is base64 of "hunter2".
class TestSecrets : public QObject
{
    Q_OBJECT
private slots:
    void changedValueIsMasked()
    {
        QCOMPARE(fields("data: {k: aHVudGVyMg==}", "data: {k: aHVudGVyMw==}"),
                 "data.k: \"(secret)\" -> \"(secret, changed)\" secret\n");
    }

    void addedAndRemovedValuesAreMasked()
    {
        QCOMPARE(fields("data: {k: aHVudGVyMg==}", "data: {l: aHVudGVyMw==}"),
                 "data.k: \"(secret)\" -> - secret\ndata.l: - -> \"(secret)\" secret\n");
    }

    void addedDataIsMaskedKeyByKey()
    {
        QCOMPARE(fields("", "stringData:\n  tls.key: hunter2\n"),
                 "stringData[\"tls.key\"]: - -> \"(secret)\" secret\n");
    }

    void stringDataEqualsItsBase64() { QCOMPARE(fields("data: {k: aHVudGVyMg==}", "stringData: {k: hunter2}"), ""); }

    void otherStringDataIsAChange()
    {
        QCOMPARE(fields("data: {k: aHVudGVyMg==}", "stringData: {k: hunter3}"),
                 "stringData.k: \"(secret)\" -> \"(secret, changed)\" secret\n");
    }

    void stringDataGoesOverData()
    {
        QCOMPARE(fields("data: {k: aHVudGVyMg==}", "data: {k: AAAA}\nstringData: {k: hunter2}"), "");
    }

    void lineBreaksInsideBase64DoNotMatter()
    {
        QCOMPARE(fields("data: {k: aHVudGVyMg==}", "data:\n  k: |\n    aHVu\n    dGVyMg==\n"), "");
    }

    void brokenBase64IsComparedAsItIs()
    {
        QCOMPARE(fields("data: {k: '(hunter2'}", "data: {k: '(hunter2'}"), "");
        QCOMPARE(fields("data: {k: '(hunter2'}", "data: {k: '(hunter3'}"),
                 "data.k: \"(secret)\" -> \"(secret, changed)\" secret\n");
        QCOMPARE(fields("data: {k: '(hunter2'}", "stringData: {k: '(hunter2'}"),
                 "stringData.k: \"(secret)\" -> \"(secret, changed)\" secret\n");
    }

    void dataThatIsNoMappingIsMasked()
    {
        QCOMPARE(fields("data: hunter2", "data: hunter3"), "data: \"(secret)\" -> \"(secret, changed)\" secret\n");
        QCOMPARE(fields("data: {k: {l: hunter2}}", "data: {k: [hunter3]}"),
                 "data.k: \"(secret)\" -> \"(secret, changed)\" secret\n");
    }

    void otherFieldsAreShown()
    {
        QCOMPARE(fields("  labels: {a: b}\n", "  labels: {a: c}\n"), "metadata.labels.a: \"b\" -> \"c\"\n");
    }

    void lastAppliedConfigurationIsMasked()
    {
        const std::string key = "kubectl.kubernetes.io/last-applied-configuration";
        const auto noted = [&](const std::string &value) {
            return "  annotations: {" + key + ": '{\"data\":{\"k\":\"" + value + "\"}}'}\n";
        };
        QCOMPARE(fields(noted("hunter2"), noted("hunter3")),
                 "metadata.annotations[\"" + key + "\"]: \"(secret)\" -> \"(secret, changed)\" secret\n");
        QCOMPARE(fields("", noted("hunter2")), "metadata.annotations: - -> {\"" + key + "\":\"(secret)\"}\n");
    }

    void otherKindsAreNotMasked()
    {
        const auto changes = diff::compareContents(content("apiVersion: v1\nkind: ConfigMap\ndata: {k: a}"),
                                                   content("apiVersion: v1\nkind: ConfigMap\ndata: {k: b}"));
        QCOMPARE(test::printFields(changes), "data.k: \"a\" -> \"b\"\n");
    }

    void aSlipInTheGroupShowsNothing()
    {
        QCOMPARE(masked("apiVersion: core/v1\nkind: Secret\ndata: {k: a}\n"),
                 "{\"apiVersion\":\"core/v1\",\"data\":{\"k\":\"(secret)\"},\"kind\":\"Secret\"}");
    }

    void likenessShowsNothing()
    {
        QCOMPARE(
            diff::likeness(content(secret + "data: {k: aHVudGVyMg==}"), content(secret + "stringData: {k: hunter2}")),
            1.0);
    }

    void maskKeepsKeys()
    {
        QCOMPARE(masked("apiVersion: v1\nkind: Secret\ntype: Opaque\ndata: {k: aHVudGVyMg==}\nstringData: {l: "
                        "hunter2}\n"),
                 "{\"apiVersion\":\"v1\",\"data\":{\"k\":\"(secret)\"},\"kind\":\"Secret\","
                 "\"stringData\":{\"l\":\"(secret)\"},\"type\":\"Opaque\"}");
    }

    void maskTellsWhatChanged()
    {
        const yaml::Node base = content(secret + "data: {k: aHVudGVyMg==, same: aHVudGVyMg==, old: aHVudGVyMg==}");
        const yaml::Node head = content(secret + "stringData: {k: hunter3, same: hunter2, new: hunter2}");
        QCOMPARE(yaml::toCanonicalJson(*diff::maskSecrets(head, &base).find("stringData")),
                 "{\"k\":\"(secret, changed)\",\"new\":\"(secret)\",\"same\":\"(secret)\"}");
        QCOMPARE(yaml::toCanonicalJson(*diff::maskSecrets(base, &head).find("data")),
                 "{\"k\":\"(secret, changed)\",\"old\":\"(secret)\",\"same\":\"(secret)\"}");
    }

    void maskCoversTheAnnotation()
    {
        const std::string note = secret + "  annotations: {x: u, kubectl.kubernetes.io/last-applied-configuration: ";
        const yaml::Node base = content(note + "hunter2}");
        const yaml::Node head = content(note + "hunter3}");
        const auto annotations = [](const yaml::Node &node) {
            return yaml::toCanonicalJson(*node.find({"metadata", "annotations"}));
        };
        QCOMPARE(annotations(diff::maskSecrets(base, nullptr)),
                 "{\"kubectl.kubernetes.io/last-applied-configuration\":\"(secret)\",\"x\":\"u\"}");
        QCOMPARE(annotations(diff::maskSecrets(head, &base)),
                 "{\"kubectl.kubernetes.io/last-applied-configuration\":\"(secret, changed)\",\"x\":\"u\"}");
    }

    void itemOfASecretListIsASecret()
    {
        const git::Files base{{"a.yaml", "apiVersion: v1\nkind: SecretList\nitems:\n- metadata: {name: a}\n  data: {k: "
                                         "aHVudGVyMg==}\n"}};
        const git::Files head{{"a.yaml", "apiVersion: v1\nkind: SecretList\nitems:\n- metadata: {name: a}\n  data: {k: "
                                         "aHVudGVyMw==}\n"}};
        const test::ComparedSides compared(base, head);
        QCOMPARE(compared.changes.changes.size(), 1);
        QCOMPARE(test::printFields(compared.changes.changes[0].fields),
                 "data.k: \"(secret)\" -> \"(secret, changed)\" secret\n");
    }
};

NOCLOBBER_TEST_MAIN(TestSecrets)
#include "tst_secrets.moc"
