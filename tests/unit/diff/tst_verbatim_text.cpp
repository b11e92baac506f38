#include "core/diff/verbatim_text.h"
#include "tests/support/changes.h"
#include "tests/support/test_main.h"

using namespace noclobber;

namespace {

/// The lines of head with their numbers, after a sign; "!" where lines may belong to other objects.
std::string shown(const std::string &base, const std::string &head)
{
    const auto sourceOf = [](const std::string &text, const yaml::Node &content) {
        const int lines = static_cast<int>(std::ranges::count(text, '\n'));
        return diff::VerbatimSource{{&content, text}, {Name("a.yaml"), 1, 0, 1, lines}};
    };
    const yaml::Node old = base.empty() ? yaml::Node() : test::content(base);
    const yaml::Node now = test::content(head);
    const auto baseSource = sourceOf(base, old);
    const auto headSource = sourceOf(head, now);
    std::string out;
    for (const diff::ObjectRow &row : diff::verbatimRows(base.empty() ? nullptr : &baseSource, &headSource)) {
        if (row.hasHead)
            out += std::to_string(row.headLine) + " +-~"[static_cast<int>(row.change)] + row.headText + "\n";
    }
    return out;
}

const std::string secret = "apiVersion: v1\nkind: Secret\n";

} // namespace

/// The lines of the file, but for what must not be shown.
class TestVerbatimText : public QObject
{
    Q_OBJECT
private slots:
    void linesAreAsTheyAre()
    {
        QCOMPARE(shown("", "kind: ConfigMap # note\napiVersion: v1\n\ndata: {a: \"b\"}\n"),
                 "1+kind: ConfigMap # note\n2+apiVersion: v1\n3+\n4+data: {a: \"b\"}\n");
    }

    void linesAreSetAgainstEachOther()
    {
        QCOMPARE(shown("apiVersion: v1\nkind: ConfigMap\ndata:\n  a: x\n",
                       "apiVersion: v1\nkind: ConfigMap\n# note\ndata:\n  a: y\n"),
                 "1 apiVersion: v1\n2 kind: ConfigMap\n3+# note\n4 data:\n5~  a: y\n");
    }

    void valuesOfSecretsAreMasked()
    {
        QCOMPARE(
            shown("", secret +
                          "data:\n  a: aHVudGVyMg==\n  b: |\n    aHVu\n    dGVyMg==\n  # was: hunter1\ntype: Opaque\n"),
            "1+apiVersion: v1\n2+kind: Secret\n3+data:\n4+  a: (secret)\n5+  b: (secret)\n9+type: Opaque\n");
    }

    void aChangedValueSaysSo()
    {
        QCOMPARE(shown(secret + "data:\n  a: aHVudGVyMg==\n", secret + "data:\n  a: aHVudGVyMw==\n"),
                 "1 apiVersion: v1\n2 kind: Secret\n3 data:\n4~  a: (secret, changed)\n");
    }

    void valuesInOneLineAreMaskedWithIt()
    {
        QCOMPARE(shown("", secret + "stringData: {a: hunter2}\n"),
                 "1+apiVersion: v1\n2+kind: Secret\n3+stringData: (secret)\n");
        QCOMPARE(shown("", "{apiVersion: v1, kind: Secret, stringData: {a: hunter2}}\n"), "1+(secret)\n");
        QCOMPARE(shown("", secret + "stringData: {a: hunter2,\n  b: hunter3}\n"),
                 "1+apiVersion: v1\n2+kind: Secret\n3+stringData: (secret)\n4+  b: (secret)\n");
    }

    void anchorsAndCommentsRepeatNothing()
    {
        const std::string text = shown("", secret + "metadata:\n  labels: {x: &pw hunter2}\n  name: a # hunter2\n"
                                                    "stringData:\n  k: *pw\n");
        QVERIFY2(text.find("hunter2") == std::string::npos, text.c_str());
    }

    void theAnnotationOfKubectlIsMasked()
    {
        const std::string text =
            shown("", secret + "metadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n"
                               "      {\"data\":\n      \"aHVudGVy\"}\n  name: a\ndata:\n  k: eA==\n");
        QVERIFY2(text.find("aHVudGVy") == std::string::npos, text.c_str());
        QVERIFY2(text.find("name: a") != std::string::npos, text.c_str());
    }

    void credentialsAreMaskedAndLinesKeepTheirNumbers()
    {
        const std::string begin = std::string("-----BEGIN PRIVATE") + " KEY-----";
        QCOMPARE(shown("", "apiVersion: v1\nkind: ConfigMap\ndata:\n  k: |\n    " + begin +
                               "\n    MII\n    -----END PRIVATE KEY-----\n  l: m\n"),
                 "1+apiVersion: v1\n2+kind: ConfigMap\n3+data:\n4+  k: |\n5+    " + begin +
                     "(secret)-----END PRIVATE KEY-----\n8+  l: m\n");
    }
};

NOCLOBBER_TEST_MAIN(TestVerbatimText)
#include "tst_verbatim_text.moc"
