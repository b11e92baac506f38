#include "tests/support/test_main.h"

#include "core/argo/spec_error.h"

using namespace noclobber;

namespace {

std::string errorOf(const QByteArray &text)
{
    const auto document = yaml::readDocument(text.toStdString(), yaml::TextFormat::Yaml, 1);
    return document ? argo::specErrorOf(document->root) : "unreadable";
}

} // namespace

/// argo-cd.md 4.1, 1.1, 10: what Argo CD refuses of an Application as it is written.
class TestSpecError : public QObject
{
    Q_OBJECT
private slots:
    void refusedSpecsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<QByteArray>("word");
        const QByteArray source = "source: {repoURL: https://a, path: x}, ";
        const QByteArray server = "destination: {server: https://b}";
        QTest::newRow("right") << source + server << QByteArray();
        QTest::newRow("by name") << source + "destination: {name: b}" << QByteArray();
        QTest::newRow("the root path") << "source: {repoURL: https://a, path: .}, " + server << QByteArray();
        QTest::newRow("server and name") << source + "destination: {server: https://b, name: b}"
                                         << QByteArray("a server and a name");
        QTest::newRow("neither") << source + "destination: {namespace: b}" << QByteArray("neither a server");
        QTest::newRow("no destination") << source << QByteArray("neither a server");
        QTest::newRow("no source") << server << QByteArray("no source");
        QTest::newRow("empty sources") << "sources: [], " + server << QByteArray("no source");
        QTest::newRow("no repository") << "source: {path: x}, " + server << QByteArray("no repository");
        QTest::newRow("no path") << "source: {repoURL: https://a}, " + server << QByteArray("neither a path");
        QTest::newRow("two types") << "source: {repoURL: https://a, path: x, helm: {}, directory: {}}, " + server
                                   << QByteArray("helm and directory");
        QTest::newRow("a null type") << "source: {repoURL: https://a, path: x, helm: null, directory: {}}, " + server
                                     << QByteArray();
        QTest::newRow("ref alone") << "sources: [{repoURL: https://a, ref: v}, {repoURL: https://a, path: x}], " +
                                          server
                                   << QByteArray();
        QTest::newRow("ref and chart") << "sources: [{repoURL: https://a, ref: v, chart: c}], " + server
                                       << QByteArray("a ref and a chart");
    }
    void refusedSpecsAreNamed()
    {
        QFETCH(QByteArray, spec);
        QFETCH(QByteArray, word);
        const std::string error = errorOf("metadata: {name: a}\nspec: {" + spec + "}\n");
        if (word.isEmpty())
            QCOMPARE(error, std::string());
        else
            QVERIFY2(error.find(word.toStdString()) != std::string::npos, error.c_str());
    }

    void whatIsNoSpecIsRefused()
    {
        QVERIFY(!errorOf("metadata: {name: a}\n").empty());
        QVERIFY(!errorOf("metadata: {name: a}\nspec: text\n").empty());
        QVERIFY(!errorOf("metadata: {name: a}\nspec: {source: [a], destination: {name: b}}\n").empty());
    }

    /// argo-cd.md 5: exact text, as the annotation is compared.
    void ignoredApplicationIsNamed()
    {
        const QByteArray spec = "spec: {source: {repoURL: https://a, path: x}, destination: {name: b}}\n";
        const QByteArray annotation = "metadata: {name: a, annotations: {argocd.argoproj.io/skip-reconcile: '";
        QVERIFY(!errorOf(annotation + "true'}}\n" + spec).empty());
        QVERIFY(errorOf(annotation + "True'}}\n" + spec).empty());
    }
};

NOCLOBBER_TEST_MAIN(TestSpecError)
#include "tst_spec_error.moc"
