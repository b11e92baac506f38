#include "core/diff/canonical_form.h"
#include "core/diff/field_changes.h"
#include "tests/support/changes.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::content;

namespace {

const std::string deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n";
const std::string settings = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n";
const std::string widget = "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: web}\n";

std::string fields(const std::string &base, const std::string &head)
{
    const yaml::Node old = content(base);
    const yaml::Node now = content(head);
    const auto changes = diff::compareContents(old, now);
    // the two public answers must never contradict each other
    if (diff::isSameContent(old, now) != changes.empty())
        return "isSameContent and compareContents disagree\n";
    return test::printFields(changes);
}

/// Two Deployments that differ in the pod's spec only.
std::string podFields(const std::string &base, const std::string &head)
{
    const std::string start = deployment + "spec: {template: {spec: ";
    return fields(start + base + "}}\n", start + head + "}}\n");
}

} // namespace

/// Which fields differ, and how their places are called (contract, section 5; domain page on Kubernetes, 5 and 7).
class TestFieldChanges : public QObject
{
    Q_OBJECT
private slots:
    void equalContentsHaveNone() { QCOMPARE(fields(settings + "data: {a: b}", settings + "data: {a: b}"), ""); }

    void orderOfKeysQuotesAndCommentsAreNone()
    {
        QCOMPARE(fields(settings + "data: {a: 'x', b: \"u\"}", settings + "# so\ndata:\n  b: u\n  a: x\n"), "");
    }

    void scalarIsReplaced()
    {
        QCOMPARE(fields(deployment + "spec: {replicas: 1}", deployment + "spec: {replicas: 2}"),
                 "spec.replicas: 1 -> 2\n");
    }

    void keyIsAddedAndRemoved()
    {
        QCOMPARE(fields(settings + "data: {a: x}", settings + "data: {b: u}"),
                 "data.a: \"x\" -> -\ndata.b: - -> \"u\"\n");
    }

    void wholeMappingOrListIsOneChange()
    {
        QCOMPARE(podFields("{}", "{containers: [{name: a, image: i}], nodeSelector: {x: u, z: w}}"),
                 "spec.template.spec.containers: - -> [{\"image\":\"i\",\"name\":\"a\"}]\n"
                 "spec.template.spec.nodeSelector: - -> {\"x\":\"u\",\"z\":\"w\"}\n");
    }

    void keyWithADotStandsInQuotes()
    {
        QCOMPARE(fields(settings + "data: {a.b/c: x}", settings + "data: {a.b/c: u}"),
                 "data[\"a.b/c\"]: \"x\" -> \"u\"\n");
    }

    void keyWithoutADotStandsPlain()
    {
        QCOMPARE(fields(settings + "data: {a/b: x}", settings + "data: {a/b: u}"), "data.a/b: \"x\" -> \"u\"\n");
    }

    void quotesAndBracketsInAKeyAreEscaped()
    {
        QCOMPARE(fields(settings + "data: {'a\"b': x, 'c[0]': x}", settings + "data: {'a\"b': u, 'c[0]': u}"),
                 "data[\"a\\\"b\"]: \"x\" -> \"u\"\ndata[\"c[0]\"]: \"x\" -> \"u\"\n");
    }

    void numberAndTextAreDifferent() // IntOrString: 80 is a port, "80" a name
    {
        const std::string start = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80, ";
        QCOMPARE(fields(start + "targetPort: 80}]}", start + "targetPort: '80'}]}"),
                 "spec.ports[port=80,protocol=TCP].targetPort: 80 -> \"80\"\n");
    }

    void oneAndOnePointZeroAreEqual() { QCOMPARE(fields(widget + "spec: {a: 1}", widget + "spec: {a: 1.0}"), ""); }

    void octalModeEqualsItsDecimalForm()
    {
        QCOMPARE(podFields("{volumes: [{name: v, configMap: {name: c, defaultMode: 0644}}]}",
                           "{volumes: [{name: v, configMap: {name: c, defaultMode: 420}}]}"),
                 "");
    }

    void missingNullAndEmptyAreThreeThings() // domain page, 7: null deletes, {} can mean everything
    {
        QCOMPARE(fields(settings + "data: {}", settings + "data: null"), "data: {} -> null\n");
        QCOMPARE(fields(settings, settings + "data: {}"), "data: - -> {}\n");
        QCOMPARE(fields(settings, settings + "data: null"), "data: - -> null\n");
    }

    void typeOfAValueIsAChange()
    {
        QCOMPARE(fields(widget + "spec: {a: [x]}", widget + "spec: {a: {x: u}}"), "spec.a: [\"x\"] -> {\"x\":\"u\"}\n");
    }

    void equalQuantities_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("head");
        for (const auto &[base, head] :
             {std::pair("1", "1000m"), std::pair("1Gi", "1024Mi"), std::pair("1Gi", "1073741824"),
              std::pair("0.5", "500m"), std::pair("1e3", "1k"), std::pair("1.5Gi", "1536Mi"), std::pair("1", "'1'")})
            QTest::addRow("%s = %s", base, head) << base << head;
    }

    void equalQuantities()
    {
        QFETCH(QString, base);
        QFETCH(QString, head);
        const auto pod = [](const QString &value) {
            return "{containers: [{name: a, resources: {limits: {x: " + value.toStdString() + "}}}]}";
        };
        QCOMPARE(podFields(pod(base), pod(head)), "");
    }

    void differentQuantitiesAreAChange()
    {
        QCOMPARE(podFields("{containers: [{name: a, resources: {requests: {memory: 1G}}}]}",
                           "{containers: [{name: a, resources: {requests: {memory: 1Gi}}}]}"),
                 "spec.template.spec.containers[name=a].resources.requests.memory: \"1G\" -> \"1Gi\"\n");
    }

    void textThatOnlyLooksLikeAQuantityIsCompared()
    {
        QCOMPARE(fields(settings + "data: {size: 1Gi}", settings + "data: {size: 1024Mi}"),
                 "data.size: \"1Gi\" -> \"1024Mi\"\n");
    }

    void ignoredFieldsAreNone()
    {
        QCOMPARE(fields(settings, settings + "status: {a: b}\n"), "");
        QCOMPARE(fields("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, creationTimestamp: null, uid: x, "
                        "resourceVersion: '1', generation: 2, selfLink: u, managedFields: []}\n"),
                 "");
    }

    void apiVersionIsContent()
    {
        QCOMPARE(fields("apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\n",
                        "apiVersion: policy/v1\nkind: PodDisruptionBudget\n"),
                 "apiVersion: \"policy/v1beta1\" -> \"policy/v1\"\n");
    }

    void removedFieldsStandWhereTheyStood()
    {
        QCOMPARE(fields(widget + "spec: {a: 1, b: 2, c: 3}", widget + "spec: {a: 9, c: 8, d: 7}"),
                 "spec.a: 1 -> 9\nspec.b: 2 -> -\nspec.c: 3 -> 8\nspec.d: - -> 7\n");
    }

    void linesAreThoseOfTheKeys()
    {
        const auto changes = diff::compareContents(content("apiVersion: v1\nkind: ConfigMap\ndata:\n  a: x\n  c: z\n"),
                                                   content("kind: ConfigMap\napiVersion: v1\ndata:\n\n  a: u\n  d: |\n"
                                                           "    text\n"));
        QCOMPARE(test::printFields(changes), "data.a: \"x\" -> \"u\"\ndata.c: \"z\" -> -\ndata.d: - -> \"text\\n\"\n");
        QCOMPARE(changes[0].baseLine, 4);
        QCOMPARE(changes[0].headLine, 5);
        QCOMPARE(changes[1].baseLine, 5);
        QCOMPARE(changes[1].headLine, 0);
        QCOMPARE(changes[2].baseLine, 0);
        QCOMPARE(changes[2].headLine, 6);
    }

    void insertedItemIsOneChange()
    {
        QCOMPARE(fields(widget + "spec: {a: [x, u, z]}", widget + "spec: {a: [x, e, u, z]}"),
                 "spec.a[1]: - -> \"e\"\n");
        QCOMPARE(fields(widget + "spec: {a: [x, u, z]}", widget + "spec: {a: [e, x, m, u, o, z]}"),
                 "spec.a[0]: - -> \"e\"\nspec.a[2]: - -> \"m\"\nspec.a[4]: - -> \"o\"\n");
    }

    void removedItemIsNamedByItsPlaceInBase()
    {
        QCOMPARE(fields(widget + "spec: {a: [x, u, z]}", widget + "spec: {a: [x, z]}"), "spec.a[1]: \"u\" -> -\n");
    }

    void itemAtItsPlaceIsReplaced()
    {
        QCOMPARE(fields(widget + "spec: {a: [{k: 1, l: 2}, {k: 3}]}", widget + "spec: {a: [{k: 9, l: 2}, {k: 3}]}"),
                 "spec.a[0].k: 1 -> 9\n");
    }

    void sameItemsInAnotherOrderAreOrderOnly()
    {
        QCOMPARE(fields(widget + "spec: {a: [x, u]}", widget + "spec: {a: [u, x]}"),
                 "spec.a: [\"x\",\"u\"] -> [\"u\",\"x\"] order\n");
    }

    void veryLongListsEnd()
    {
        std::string base = widget + "spec:\n  a:\n";
        std::string head = base;
        for (int i = 0; i < 5000; ++i) {
            base += "  - b" + std::to_string(i) + "\n";
            head += "  - h" + std::to_string(i) + "\n";
        }
        const std::string text = fields(base, head);
        QCOMPARE(std::count(text.begin(), text.end(), '\n'), 5000);
    }

    void sameContentIsWhatHasTheSameCanonicalForm_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("head");
        QTest::addColumn<bool>("isSame");
        const auto row = [](const char *name, const std::string &base, const std::string &head, bool isSame) {
            QTest::newRow(name) << QString::fromStdString(base) << QString::fromStdString(head) << isSame;
        };
        const auto pod = [](const std::string &spec) {
            return deployment + "spec: {template: {spec: " + spec + "}}\n";
        };
        const auto limits = [&](const std::string &amounts) {
            return pod("{containers: [{name: a, resources: {limits: " + amounts + "}}]}");
        };
        row("keys in another order", settings + "data: {a: x, b: u}", settings + "data: {b: u, a: x}", true);
        row("another value", settings + "data: {a: x}", settings + "data: {a: u}", false);
        row("another type", settings + "data: {a: 1}", settings + "data: {a: '1'}", false);
        row("a key more", settings + "data: {a: x}", settings + "data: {a: x, b: u}", false);
        row("a key less", settings + "data: {b: u, a: x}", settings + "data: {a: x}", false);
        row("a key instead", settings + "data: {a: x}", settings + "data: {b: x}", false);
        row("null instead of nothing", settings + "data: {a: null}", settings + "data: {}", false);
        row("a list instead", settings + "data: [a]", settings + "data: {a: x}", false);
        row("a status more", deployment + "spec: {replicas: 1}", deployment + "spec: {replicas: 1}\nstatus: {x: y}",
            true);
        row("another status", deployment + "status: {x: [a]}", deployment + "status: {x: [b, c]}", true);
        row("a quantity in another unit", limits("{cpu: 1000m}"), limits("{cpu: 1}"), true);
        row("another quantity", limits("{cpu: 1000m}"), limits("{cpu: 2}"), false);
        row("no quantity", limits("{cpu: x}"), limits("{cpu: y}"), false);
        row("a quantity and a change", limits("{cpu: 1000m, memory: 1Gi}"), limits("{cpu: 1, memory: 2Gi}"), false);
        row("containers in another order", pod("{containers: [{name: a}, {name: b}]}"),
            pod("{containers: [{name: b}, {name: a}]}"), false);
        row("volumes in another order", pod("{volumes: [{name: a}, {name: b}]}"),
            pod("{volumes: [{name: b}, {name: a}]}"), true);
        row("another volume", pod("{volumes: [{name: a}, {name: b}]}"),
            pod("{volumes: [{name: b}, {name: c}]}"), false);
        row("a volume less", pod("{volumes: [{name: a}, {name: b}]}"), pod("{volumes: [{name: a}]}"), false);
        row("another kind", settings, "apiVersion: v1\nkind: Settings\nmetadata: {name: web}\n", false);
        row("another version", deployment, "apiVersion: apps/v2\nkind: Deployment\nmetadata: {name: web}\n", false);
        const std::string secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: web}\n";
        row("a Secret's value in plain text", secret + "data: {a: eA==}", secret + "stringData: {a: x}", true);
        row("another value of a Secret", secret + "data: {a: eA==}", secret + "stringData: {a: u}", false);
    }
    void sameContentIsWhatHasTheSameCanonicalForm()
    {
        QFETCH(QString, base);
        QFETCH(QString, head);
        QFETCH(bool, isSame);
        const yaml::Node old = content(base.toStdString());
        const yaml::Node now = content(head.toStdString());
        for (const diff::Identity identity : {diff::Identity::Counts, diff::Identity::LeftOut}) {
            QCOMPARE(diff::isSameContent(old, now, identity), isSame);
            QCOMPARE(diff::isSameContent(now, old, identity), isSame);
            QCOMPARE(diff::canonicalForm(old, identity) == diff::canonicalForm(now, identity), isSame);
        }
    }

    void nameAndNamespaceCountOnlyWhereTheyAreAskedFor()
    {
        const std::string start = "apiVersion: v1\nkind: ConfigMap\n";
        const yaml::Node old = content(start + "metadata: {name: web, namespace: a, labels: {x: u}}");
        const yaml::Node now = content(start + "metadata: {name: shop, labels: {x: u}}");
        QVERIFY(!diff::isSameContent(old, now));
        QVERIFY(diff::isSameContent(old, now, diff::Identity::LeftOut));
        const yaml::Node other = content(start + "metadata: {name: shop, labels: {x: w}}");
        QVERIFY(!diff::isSameContent(old, other, diff::Identity::LeftOut));
    }
};

NOCLOBBER_TEST_MAIN(TestFieldChanges)
#include "tst_field_changes.moc"
