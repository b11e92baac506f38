#include "core/diff/object_rows.h"
#include "tests/support/changes.h"
#include "tests/support/test_main.h"

using namespace noclobber;

namespace {

std::string lineText(int line)
{
    return line > 0 ? std::to_string(line) : "-";
}

std::string printed(const std::vector<diff::ObjectRow> &rows)
{
    std::string out;
    for (const diff::ObjectRow &row : rows) {
        out += lineText(row.baseLine) + " " + lineText(row.headLine) + " " + " +-~"[static_cast<int>(row.change)];
        out += row.baseText == row.headText ? row.headText : row.baseText + "|" + row.headText;
        if (row.noise)
            out += " (" + std::string(diff::noiseRules()[static_cast<std::size_t>(*row.noise)].name) + ")";
        out += std::string(row.isReordered ? " (reordered)" : "") + (row.isEmbedding ? " (structure)" : "") + "\n";
    }
    return out;
}

std::vector<diff::ObjectRow> rowsOf(const std::string &base, const std::string &head)
{
    const yaml::Node old = base.empty() ? yaml::Node() : test::content(base);
    const yaml::Node now = head.empty() ? yaml::Node() : test::content(head);
    return diff::objectRows({base.empty() ? nullptr : &old, base}, {head.empty() ? nullptr : &now, head});
}

/// Only the rows that differ, and what heads them.
std::string changed(const std::string &base, const std::string &head)
{
    auto rows = rowsOf(base, head);
    std::erase_if(rows, [](const auto &row) { return row.change == diff::LineChange::Same && !row.isEmbedding; });
    return printed(rows);
}

const std::string config = "apiVersion: v1\nkind: ConfigMap\n";
const std::string deployment = "apiVersion: apps/v1\nkind: Deployment\n";

std::string pods(const std::string &containers)
{
    return deployment + "spec:\n  template:\n    spec:\n      containers:\n" + containers;
}

} // namespace

/// The text of an object as a person compares it: what differs, at the lines of the file, and nothing hidden.
class TestObjectRows : public QObject
{
    Q_OBJECT
private slots:
    void everyLineHasItsNumberInTheFile()
    {
        QCOMPARE(printed(rowsOf("# note\nkind: ConfigMap\napiVersion: v1\n\ndata:\n  a: x\n",
                                "apiVersion: v1\nkind: ConfigMap\ndata:\n  a: z\n")),
                 "3 1  apiVersion: v1\n2 2  kind: ConfigMap\n5 3  data:\n6 4 ~  a: x|  a: z\n");
    }

    void rowsNameTheirField()
    {
        const auto rows = rowsOf("", pods("      - name: web\n        env:\n        - name: A\n          value: b\n"));
        QCOMPARE(rows.back().path, "spec.template.spec.containers[name=web].env[name=A].value");
        QVERIFY(std::ranges::all_of(rows, [](const auto &row) { return row.hasHead && !row.hasBase; }));
    }

    void orderOfKeysAndOfItemsWithAKeyIsNoChange()
    {
        QCOMPARE(changed(pods("      - name: a\n        image: x\n      - name: b\n"),
                         pods("      - image: x\n        name: a\n      - name: b\n")),
                 "");
        const auto ports = [](const std::string &list) {
            return "apiVersion: v1\nkind: Service\nspec:\n  ports:\n" + list;
        };
        QCOMPARE(changed(ports("  - port: 80\n  - port: 443\n"), ports("  - port: 443\n  - port: 80\n")), "");
    }

    /// Containers start in any order, init containers one after the other.
    void orderThatMattersIsAChange()
    {
        const auto first = [](const std::string &a, const std::string &b) {
            return deployment + "spec:\n  template:\n    spec:\n      initContainers:\n      - name: " + a +
                   "\n      - name: " + b + "\n";
        };
        QCOMPARE(changed(first("a", "b"), first("b", "a")), "6 6 ~      initContainers: (reordered)\n");
        const auto args = [](const std::string &list) { return pods("      - name: a\n        args: " + list + "\n"); };
        QVERIFY(!changed(args("[a, b]"), args("[b, a]")).empty());
    }

    void aChangedItemStandsBesideItsOldSelf()
    {
        QCOMPARE(
            changed(
                pods("      - name: a\n        image: x:1\n      - name: b\n        image: y:1\n"),
                pods("      - name: new\n      - image: x:2\n        name: a\n      - name: b\n        image: y:1\n")),
            "- 7 +|      - name: new\n8 8 ~      - image: x:1|      - image: x:2\n");
    }

    void linesOfLongTextsAreNumbered()
    {
        QCOMPARE(
            printed(rowsOf(config + "data:\n  a: |\n    one\n    two\n", config + "data:\n  a: |\n    one\n    2\n"))
                .substr(std::string("1 1  apiVersion: v1\n2 2  kind: ConfigMap\n3 3  data:\n").size()),
            "4 4    a: |\n5 5      one\n6 - -    two|\n- 6 +|    2\n");
    }

    void aValueOfAnotherTypeIsRemovedAndAdded()
    {
        QCOMPARE(changed(config + "data:\n  a: x\n", config + "data:\n  a: {b: c}\n"),
                 "4 - -  a: x|\n- 4 +|  a:\n- 4 +|    b: c\n");
    }

    void noiseIsNamed()
    {
        const auto noted = [](const std::string &sum, const std::string &time, const std::string &memory) {
            return deployment + "metadata:\n  annotations:\n    checksum/config: " + sum +
                   "\n  creationTimestamp: " + time +
                   "\nspec:\n  template:\n    spec:\n      containers:\n      - name: a\n        resources:\n          "
                   "limits:\n            memory: " +
                   memory + "\n";
        };
        QCOMPARE(changed(noted("1a2b3c4d", "null", "1Gi"), noted("9f8e7d6c", "'2026-01-01'", "1024Mi")),
                 "5 5 ~    checksum/config: 1a2b3c4d|    checksum/config: 9f8e7d6c (checksum)\n"
                 "6 6 ~  creationTimestamp: null|  creationTimestamp: 2026-01-01 (field of the cluster)\n"
                 "14 14 ~            memory: 1Gi|            memory: 1024Mi (same value)\n");
    }

    void valuesOfSecretsAreMasked()
    {
        const std::string secret = "apiVersion: v1\nkind: Secret\ndata:\n";
        QCOMPARE(changed(secret + "  a: aHVudGVyMg==\n  b: aHVudGVyMg==\n  c: aHVudGVyMg==\n",
                         secret + "  a: aHVudGVyMg==\n  b: aHVudGVyMw==\n  d: aHVudGVyMg==\n"),
                 "5 5 ~  b: (secret)|  b: (secret, changed)\n6 - -  c: (secret)|\n- 6 +|  d: (secret)\n");
    }

    /// Two that change places are two changes.
    void credentialsAreComparedWhereTheyStand()
    {
        const auto with = [](const std::string &one, const std::string &two) {
            return config + "data:\n  a: http://u:" + one + "@h\n  b: http://u:" + two + "@h\n";
        };
        QCOMPARE(changed(with("p", "q"), with("q", "p")),
                 "4 4 ~  a: http://u:(secret)@h|  a: http://u:(secret, changed)@h\n"
                 "5 5 ~  b: http://u:(secret)@h|  b: http://u:(secret, changed)@h\n");
        QCOMPARE(changed(with("p", "q"), with("p", "q")), "");
        const std::string key =
            std::string("-----BEGIN PRIVATE") + " KEY-----\n    MII\n    -----END PRIVATE KEY-----\n";
        const auto rows = printed(rowsOf("", config + "data:\n  k: |\n    " + key));
        QVERIFY2(rows.find("MII") == std::string::npos, rows.c_str());
    }

    void embeddedJsonIsComparedByWhatItSays()
    {
        const auto board = [](const std::string &json) { return config + "data:\n  d.json: '" + json + "'\n"; };
        QCOMPARE(changed(board("{\"title\":\"a\",\"rows\":[{\"h\":1},{\"h\":2}]}"),
                         board("{\"rows\":[{\"h\":1},{\"h\":3}],\"title\":\"a\"}")),
                 "4 4    d.json: (structure)\n- - ~    - h: 2|    - h: 3\n");
    }

    /// A program may read what a parser drops.
    void aTextThatDiffersOnlyInItsFormIsShownAsText()
    {
        const auto text = [](const std::string &value) { return config + "data:\n  a: |\n" + value; };
        QCOMPARE(changed(text("    x: 1\n    y: 2\n"), text("    y: 2\n    x: 1\n")).substr(0, 3), "5 -");
        QVERIFY(changed(text("    x: 1 # a\n    y: 2\n"), text("    x: 1 # b\n    y: 3\n")).find("# b") !=
                std::string::npos);
    }

    void embeddedYamlIsNumbered()
    {
        const auto text = [](const std::string &value) { return config + "data:\n  a: |\n" + value; };
        QCOMPARE(changed(text("    x: 1\n    y:\n      z: 2\n"), text("    y:\n      z: 3\n    x: 1\n")),
                 "4 4    a: (structure)\n7 6 ~      z: 2|      z: 3\n");
    }
};

NOCLOBBER_TEST_MAIN(TestObjectRows)
#include "tst_object_rows.moc"
