#include "tests/support/changes.h"
#include "tests/support/test_main.h"

#include "core/fix/file_fix.h"

using namespace noclobber;
using fix::FileWish;
using fix::Wish;

namespace {

const Wish guarded{Wish::Form::Options,
                   {"metadata", "annotations", "argocd.argoproj.io/sync-options"},
                   {"Prune=false", "Delete=false"}};
const Wish shared{Wish::Form::Item, {"spec", "syncPolicy", "syncOptions"}, {"FailOnSharedResource=true"}};
const Wish retained{Wish::Form::Text, {"spec", "persistentVolumeReclaimPolicy"}, {"Retain"}};
const Wish classRetained{Wish::Form::Text, {"reclaimPolicy"}, {"Retain"}};

const std::string options = "argocd.argoproj.io/sync-options: ";

std::string fixed(const std::string &bytes, const Wish &wish, yaml::TextFormat format = yaml::TextFormat::Yaml)
{
    const fix::FileFix answer = fix::fixFile(bytes, format, {{1, 0, wish}});
    return answer.refused.front().empty() ? answer.bytes : "refused: " + answer.refused.front();
}

std::string claim(const std::string &metadata)
{
    return "apiVersion: v1\nkind: PersistentVolumeClaim\n" + metadata;
}

std::string application(const std::string &spec)
{
    return "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: a\n" + spec;
}

} // namespace

/// The patch adds what is missing in the way its surroundings are written, and touches nothing else.
class TestFileFix : public QObject
{
    Q_OBJECT

private:
    static void row(const char *name, const std::string &before, const std::string &after)
    {
        QTest::newRow(name) << before << after;
    }

    static void compare(const Wish &wish)
    {
        QFETCH(std::string, before);
        QFETCH(std::string, after);
        QCOMPARE(fixed(before, wish), after);
    }

private slots:
    void anAnnotationIsAdded_data()
    {
        QTest::addColumn<std::string>("before");
        QTest::addColumn<std::string>("after");
        const std::string added = "argocd.argoproj.io/sync-options: Prune=false,Delete=false\n";
        row("no annotations", claim("metadata:\n  name: a\nspec: {}\n"),
            claim("metadata:\n  annotations:\n    " + added + "  name: a\nspec: {}\n"));
        row("comments stay with what they are about",
            "# the claim\napiVersion: v1 # core\nkind: PersistentVolumeClaim\nmetadata: # who\n  # its name\n  name: "
            "a\n",
            "# the claim\napiVersion: v1 # core\nkind: PersistentVolumeClaim\nmetadata: # who\n  annotations:\n    " +
                added + "  # its name\n  name: a\n");
        row("four blanks", claim("metadata:\n    name: a\n"),
            claim("metadata:\n    annotations:\n        " + added + "    name: a\n"));
        row("one blank", claim("metadata:\n name: a\n"), claim("metadata:\n annotations:\n  " + added + " name: a\n"));
        row("annotations there", claim("metadata:\n  annotations:\n      # why\n      a: b\n  name: a\n"),
            claim("metadata:\n  annotations:\n      " + added + "      # why\n      a: b\n  name: a\n"));
        row("annotations at the end, no final newline", claim("metadata:\n  name: a\n  annotations:\n    a: b"),
            claim("metadata:\n  name: a\n  annotations:\n    " + added + "    a: b"));
        row("annotations empty, no final newline", claim("metadata:\n  name: a\n  annotations:"),
            claim("metadata:\n  name: a\n  annotations:\n    " + added.substr(0, added.size() - 1)));
        row("annotations empty", claim("metadata:\n  annotations: # none\n  name: a\n"),
            claim("metadata:\n  annotations: # none\n    " + added + "  name: a\n"));
        row("annotations null", claim("metadata:\n  annotations: null\n  name: a\n"),
            claim("metadata:\n  annotations: {" + options + "\"Prune=false,Delete=false\"}\n  name: a\n"));
        row("annotations in braces, empty", claim("metadata:\n  annotations: {}\n  name: a\n"),
            claim("metadata:\n  annotations: {" + options + "\"Prune=false,Delete=false\"}\n  name: a\n"));
        row("annotations in braces", claim("metadata:\n  annotations: {a: b}\n  name: a\n"),
            claim("metadata:\n  annotations: {" + options + "\"Prune=false,Delete=false\", a: b}\n  name: a\n"));
        row("metadata in braces", claim("metadata: {name: a} # here\n"),
            claim("metadata: {annotations: {" + options + "\"Prune=false,Delete=false\"}, name: a} # here\n"));
        row("metadata in braces over lines", claim("metadata: {\n    name: a,\n    namespace: b }\n"),
            claim("metadata: {\n    annotations: {" + options +
                  "\"Prune=false,Delete=false\"},\n    name: a,\n    namespace: b }\n"));
        row("carriage returns", "apiVersion: v1\r\nkind: X\r\nmetadata:\r\n  name: a\r\n",
            "apiVersion: v1\r\nkind: X\r\nmetadata:\r\n  annotations:\r\n    " + options +
                "Prune=false,Delete=false\r\n  name: a\r\n");
        row("a byte order mark", "\xEF\xBB\xBF" + claim("metadata:\n  name: a\n"),
            "\xEF\xBB\xBF" + claim("metadata:\n  annotations:\n    " + added + "  name: a\n"));
        row("text of several bytes", claim("metadata:\n  labels: {\xC3\xA4: \xE2\x82\xAC}\n  name: a\n"),
            claim("metadata:\n  annotations:\n    " + added + "  labels: {\xC3\xA4: \xE2\x82\xAC}\n  name: a\n"));
        row("quoted keys", claim("\"metadata\":\n  \"name\": a\n"),
            claim("\"metadata\":\n  annotations:\n    " + added + "  \"name\": a\n"));
        row("an anchor elsewhere", claim("metadata:\n  name: &n a\n  labels: {app: *n}\n"),
            claim("metadata:\n  annotations:\n    " + added + "  name: &n a\n  labels: {app: *n}\n"));
        row("a marker line and directives of comments", "---\n# one\n" + claim("metadata:\n  name: a\n") + "...\n",
            "---\n# one\n" + claim("metadata:\n  annotations:\n    " + added + "  name: a\n") + "...\n");
    }
    void anAnnotationIsAdded() { compare(guarded); }

    void anAnnotationIsMergedIntoItsValue_data()
    {
        QTest::addColumn<std::string>("before");
        QTest::addColumn<std::string>("after");
        const auto with = [](const std::string &value) {
            return claim("metadata:\n  name: a\n  annotations:\n    " + options + value + "\n    z: z\n");
        };
        row("plain", with("Replace=true"), with("Replace=true,Prune=false,Delete=false"));
        row("with a comment", with("Replace=true  # why"), with("Replace=true,Prune=false,Delete=false  # why"));
        row("single quotes", with("'Replace=true'"), with("'Replace=true,Prune=false,Delete=false'"));
        row("double quotes", with("\"Replace=true\""), with("\"Replace=true,Prune=false,Delete=false\""));
        row("half of it there", with("Prune=false"), with("Prune=false,Delete=false"));
        row("the other half, with blanks", with("'Delete=false , A=b'"), with("'Delete=false , A=b,Prune=false'"));
        row("a comma at the end", with("'A=b,'"), with("'A=b,Prune=false,Delete=false'"));
        row("an empty text", with("''"), with("'Prune=false,Delete=false'"));
        row("nothing", claim("metadata:\n  name: a\n  annotations:\n    argocd.argoproj.io/sync-options:\n    z: z\n"),
            with("Prune=false,Delete=false"));
        row("a word for nothing", with("~"), with("Prune=false,Delete=false"));
        row("in braces", claim("metadata:\n  name: a\n  annotations: {" + options + "A=b, z: z}\n"),
            claim("metadata:\n  name: a\n  annotations: {" + options + "\"A=b,Prune=false,Delete=false\", z: z}\n"));
    }
    void anAnnotationIsMergedIntoItsValue() { compare(guarded); }

    void whatCannotBeEditedSafelyIsRefused_data()
    {
        QTest::addColumn<std::string>("before");
        QTest::addColumn<std::string>("after");
        row("metadata with an anchor", claim("metadata: &m\n  name: a\nspec: {x: *m}\n"),
            "refused: its metadata carries an anchor or a tag");
        row("annotations as an alias", claim("spec: &s {a: b}\nmetadata:\n  name: a\n  annotations: *s\n"),
            "refused: its annotations is an alias of what stands elsewhere");
        row("a merge key", claim("spec: &s {a: b}\nmetadata:\n  <<: *s\n  name: a\n"),
            "refused: its metadata takes fields in by a merge key");
        row("a value in lines", claim("metadata:\n  name: a\n  annotations:\n    " + options + "|\n      A=b\n"),
            "refused: its argocd.argoproj.io/sync-options is written over several lines");
        row("a key twice", claim("metadata:\n  name: a\n  annotations: {a: b}\n  annotations: {c: d}\n"),
            "refused: its document holds text that readers take differently");
        row("a merge key behind the fields", claim("spec: &s {name: b}\nmetadata:\n  name: a\n  <<: *s\n"),
            "refused: its document holds text that readers take differently");
        row("an explicit key", claim("? metadata\n:\n  name: a\n"),
            "refused: its metadata is written in an unusual way");
        row("an unusual line break", claim("metadata:\n  name: a\n  labels: {a: \"b\xE2\x80\xA8\"}\n"),
            "refused: its file has line breaks that only some readers know");
        row("annotations that are a text", claim("metadata:\n  name: a\n  annotations: b\n"),
            "refused: its annotations is no mapping");
    }
    void whatCannotBeEditedSafelyIsRefused() { compare(guarded); }

    void utf16IsRefused()
    {
        const std::string text("\xFF\xFE"
                               "a\0:\0 \0b\0",
                               10);
        QCOMPARE(fixed(text, guarded), std::string("refused: its file is UTF-16"));
    }

    void anOptionIsAddedToTheList_data()
    {
        QTest::addColumn<std::string>("before");
        QTest::addColumn<std::string>("after");
        const std::string guard = "- FailOnSharedResource=true\n";
        row("no policy", application("spec:\n  project: default\n"),
            application("spec:\n  syncPolicy:\n    syncOptions:\n      " + guard + "  project: default\n"));
        row("a policy", application("spec:\n  syncPolicy:\n    automated: {}\n"),
            application("spec:\n  syncPolicy:\n    syncOptions:\n      " + guard + "    automated: {}\n"));
        row("a list", application("spec:\n  syncPolicy:\n    syncOptions:\n      - A=b\n"),
            application("spec:\n  syncPolicy:\n    syncOptions:\n      " + guard + "      - A=b\n"));
        row("a list in the column of its key", application("spec:\n  syncPolicy:\n    syncOptions:\n    - A=b\n"),
            application("spec:\n  syncPolicy:\n    syncOptions:\n    " + guard + "    - A=b\n"));
        row("indented as other lists are", application("spec:\n  sources:\n  - path: x\n"),
            application("spec:\n  syncPolicy:\n    syncOptions:\n    " + guard + "  sources:\n  - path: x\n"));
        row("quotes", application("spec:\n  syncPolicy:\n    syncOptions:\n      - 'A=b'\n"),
            application(
                "spec:\n  syncPolicy:\n    syncOptions:\n      - 'FailOnSharedResource=true'\n      - 'A=b'\n"));
        row("brackets", application("spec:\n  syncPolicy:\n    syncOptions: [A=b]\n"),
            application("spec:\n  syncPolicy:\n    syncOptions: [FailOnSharedResource=true, A=b]\n"));
        row("empty brackets", application("spec:\n  syncPolicy:\n    syncOptions: []\n"),
            application("spec:\n  syncPolicy:\n    syncOptions: [FailOnSharedResource=true]\n"));
        row("an empty policy", application("spec:\n  syncPolicy: {}\n"),
            application("spec:\n  syncPolicy: {syncOptions: [FailOnSharedResource=true]}\n"));
        row("no policy, in braces", application("spec: {project: default}\n"),
            application("spec: {syncPolicy: {syncOptions: [FailOnSharedResource=true]}, project: default}\n"));
        row("nothing in the list", application("spec:\n  syncPolicy:\n    syncOptions:\n"),
            application("spec:\n  syncPolicy:\n    syncOptions:\n      " + guard));
        row("an alias in the list", application("spec:\n  a: &a A=b\n  syncPolicy:\n    syncOptions:\n      - *a\n"),
            application("spec:\n  a: &a A=b\n  syncPolicy:\n    syncOptions:\n      " + guard + "      - *a\n"));
    }
    void anOptionIsAddedToTheList() { compare(shared); }

    void aVolumeIsRetained_data()
    {
        QTest::addColumn<std::string>("before");
        QTest::addColumn<std::string>("after");
        const std::string head = "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: a}\nspec:\n";
        row("plain", head + "  persistentVolumeReclaimPolicy: Delete # why\n",
            head + "  persistentVolumeReclaimPolicy: Retain # why\n");
        row("quoted", head + "  persistentVolumeReclaimPolicy: \"Delete\"\n",
            head + "  persistentVolumeReclaimPolicy: \"Retain\"\n");
        row("not there", head + "  capacity: {}\n", head + "  persistentVolumeReclaimPolicy: Retain\n  capacity: {}\n");
    }
    void aVolumeIsRetained() { compare(retained); }

    void aFieldOfTheObjectItselfStandsBehindASimpleOne()
    {
        QCOMPARE(fixed("# c\nkind: StorageClass # k\nmetadata: {name: a}\n", classRetained),
                 std::string("# c\nkind: StorageClass # k\nreclaimPolicy: Retain\nmetadata: {name: a}\n"));
    }

    void jsonStaysJson_data()
    {
        QTest::addColumn<std::string>("before");
        QTest::addColumn<std::string>("after");
        const std::string added =
            "\"annotations\": {\"argocd.argoproj.io/sync-options\": \"Prune=false,Delete=false\"}";
        row("in lines", "{\n\t\"kind\": \"X\",\n\t\"metadata\": {\n\t\t\"name\": \"a\"\n\t}\n}\n",
            "{\n\t\"kind\": \"X\",\n\t\"metadata\": {\n\t\t" + added + ",\n\t\t\"name\": \"a\"\n\t}\n}\n");
        row("in one line", "{\"kind\":\"X\",\"metadata\":{\"name\":\"a\"}}",
            "{\"kind\":\"X\",\"metadata\":{" + added + ", \"name\":\"a\"}}");
        row("no annotations", "{\"metadata\":{\"annotations\":{},\"name\":\"a\\/b\"}}",
            "{\"metadata\":{\"annotations\":{\"argocd.argoproj.io/sync-options\": "
            "\"Prune=false,Delete=false\"},\"name\":\"a\\/b\"}}");
        row("annotations null", "{\"metadata\":{\"annotations\": null}}", "{\"metadata\":{" + added + "}}");
        row("an option", "{\"metadata\":{\"annotations\":{\"argocd.argoproj.io/sync-options\":\"A=b\"}}}",
            "{\"metadata\":{\"annotations\":{\"argocd.argoproj.io/sync-options\":"
            "\"A=b,Prune=false,Delete=false\"}}}");
    }
    void jsonStaysJson()
    {
        QFETCH(std::string, before);
        QFETCH(std::string, after);
        QCOMPARE(fixed(before, guarded, yaml::TextFormat::Json), after);
        QCOMPARE(fixed(before, guarded, yaml::TextFormat::Yaml), after);
    }

    void onlyTheObjectThatIsMeantIsEdited()
    {
        const std::string one = claim("metadata:\n  name: one\n");
        const std::string two = claim("metadata:\n  name: two\n");
        const std::string guardedTwo =
            claim("metadata:\n  annotations:\n    " + options + "Prune=false,Delete=false\n  name: two\n");
        const std::string file = one + "---\n" + two + "---\n" + one;
        QCOMPARE(fix::fixFile(file, yaml::TextFormat::Yaml, {{2, 0, guarded}}).bytes,
                 one + "---\n" + guardedTwo + "---\n" + one);
    }

    void itemsOfAListAreEdited()
    {
        const std::string head = "apiVersion: v1\nkind: List\nitems:\n";
        const std::string one = "- apiVersion: v1\n  kind: Secret\n  metadata:\n    name: one\n";
        const std::string two = "- metadata:\n    name: two\n  kind: Secret\n";
        const auto answer = fix::fixFile(head + one + two, yaml::TextFormat::Yaml, {{1, 1, guarded}, {1, 2, guarded}});
        const std::string added = "annotations:\n      " + options + "Prune=false,Delete=false\n    ";
        QCOMPARE(answer.bytes, head + "- apiVersion: v1\n  kind: Secret\n  metadata:\n    " + added + "name: one\n" +
                                   "- metadata:\n    " + added + "name: two\n  kind: Secret\n");
    }

    void anItemBehindAnAliasIsRefusedAndTheOthersAreNot()
    {
        const std::string file = "apiVersion: v1\nkind: List\nitems:\n- &x\n  kind: Secret\n  metadata: {name: a}\n"
                                 "- *x\n- kind: Secret\n  metadata: {name: b}\n";
        const auto answer =
            fix::fixFile(file, yaml::TextFormat::Yaml, {{1, 1, guarded}, {1, 2, guarded}, {1, 3, guarded}});
        QCOMPARE(answer.refused[0], std::string("its text carries an anchor or a tag"));
        QCOMPARE(answer.refused[1], std::string("its text is an alias of what stands elsewhere"));
        QCOMPARE(answer.refused[2], std::string());
    }

    void anEditThatWouldReachAnotherObjectIsRefused() // the list is an anchor, and so the second one's, too
    {
        const std::string file = "kind: List\nitems:\n- kind: List\n  items: &all\n  - kind: Secret\n"
                                 "    metadata: {name: a}\n- kind: List\n  items: *all\n- kind: Secret\n"
                                 "  metadata: {name: b}\n";
        const auto answer = fix::fixFile(file, yaml::TextFormat::Yaml, {{1, 1, guarded}, {1, 3, guarded}});
        QCOMPARE(answer.refused[0], std::string("adding it would change something else of its file"));
        QCOMPARE(answer.refused[1], std::string());
        QVERIFY(answer.bytes.ends_with("Prune=false,Delete=false\"}, name: b}\n"));
    }

    void severalWishesOfOneObjectAreFulfilled()
    {
        const std::string file =
            "apiVersion: v1\nkind: PersistentVolume\nmetadata:\n  name: a\nspec:\n  capacity: {}\n";
        const auto answer = fix::fixFile(file, yaml::TextFormat::Yaml, {{1, 0, retained}, {1, 0, guarded}});
        QCOMPARE(answer.bytes, "apiVersion: v1\nkind: PersistentVolume\nmetadata:\n  annotations:\n    " + options +
                                   "Prune=false,Delete=false\n  name: a\nspec:\n"
                                   "  persistentVolumeReclaimPolicy: Retain\n  capacity: {}\n");
    }

    void aSecondFixHasNothingToAdd()
    {
        const std::string once = fixed(claim("metadata:\n  name: a\n"), guarded);
        QCOMPARE(fixed(once, guarded), once);
    }
};

NOCLOBBER_TEST_MAIN(TestFileFix)
#include "tst_file_fix.moc"
