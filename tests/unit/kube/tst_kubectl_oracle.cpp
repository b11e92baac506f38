#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/kube/manifest.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using nlohmann::json;

/// Kubernetes' own reading as the measure: `kubectl label --local` reads a manifest without a cluster and prints it as
/// JSON. Set NOCLOBBER_ORACLE_FOLDER to compare every manifest below a folder.
class TestKubectlOracle : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void trickyDocumentsAreReadAlike_data();
    void trickyDocumentsAreReadAlike();
    void refusedDocumentsAreProblems_data();
    void refusedDocumentsAreProblems();
    void corporaAreReadAlike();

private:
    QTemporaryDir m_folder;
    QString m_kubectl;
    bool m_readsOldSeparators = false; ///< takes text behind `---` for content: kubectl before its reader checked that
};

namespace {

/// What kubectl prints for some files, and whether it was content with all of them.
struct Answer {
    std::vector<json> objects;
    QString complaint;
};

void flatten(const json &object, std::vector<json> &objects)
{
    if (object.value("kind", "") == "List" && object.contains("items")) {
        for (const json &item : object["items"])
            flatten(item, objects);
    } else {
        objects.push_back(object);
    }
}

Answer ask(const QString &kubectl, const QStringList &files)
{
    QStringList arguments{"label", "--local", "--overwrite", "zz=1", "-o", "json"};
    for (const QString &file : files)
        arguments << "-f" << file;
    QProcess process;
    process.start(kubectl, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000))
        return {{}, "kubectl does not answer"};
    Answer answer;
    answer.complaint = QString::fromUtf8(process.readAllStandardError()).trimmed();
    std::istringstream output(process.readAllStandardOutput().toStdString());
    while (output >> std::ws && output.peek() != std::istringstream::traits_type::eof()) {
        json object;
        output >> object;
        flatten(object, answer.objects);
    }
    return answer;
}

/// Whether the object is a declaration as the contract has it; kubectl takes others too.
bool isDeclaration(const json &object)
{
    const auto text = [](const json &parent, const char *key) {
        return parent.is_object() && parent.contains(key) && parent[key].is_string() ? parent[key].get<std::string>()
                                                                                     : "";
    };
    if (!object.contains("metadata") || text(object, "apiVersion").empty())
        return false;
    return !text(object["metadata"], "name").empty() || !text(object["metadata"], "generateName").empty();
}

struct Ours {
    std::vector<json> objects;
    kube::FileManifests file;
};

Ours readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    const std::string bytes = file.readAll().toStdString();
    const yaml::TextFormat format = yaml::formatOf(path.toStdString());
    Ours ours;
    ours.file = kube::readManifests(bytes, format);
    for (const auto &manifest : ours.file.manifests) {
        const auto content = kube::readContent(bytes, format, manifest->document, manifest->item);
        json object = json::parse(yaml::toCanonicalJson(*content));
        json &labels = object["metadata"]["labels"]; // what kubectl was asked to add
        if (!labels.is_object())
            labels = json::object();
        labels["zz"] = "1";
        ours.objects.push_back(std::move(object));
    }
    return ours;
}

std::vector<json> declarations(const Answer &answer)
{
    std::vector<json> objects;
    std::copy_if(answer.objects.begin(), answer.objects.end(), std::back_inserter(objects), isDeclaration);
    return objects;
}

/// How our reading of a file differs from kubectl's; empty if it does not.
QString difference(const QString &kubectl, const QString &path)
{
    const Answer answer = ask(kubectl, {path});
    const std::vector<json> theirs = declarations(answer);
    const Ours ours = readFile(path);
    const bool isEqual = ours.objects == theirs;
    if (answer.complaint.isEmpty())
        return isEqual && ours.file.problems.empty() ? QString() : "another reading";
    // kubectl stops where it complains, and complains of documents that are no objects
    const bool isForeseen = !ours.file.problems.empty() || ours.file.otherDocuments > 0;
    const bool isPrefix = std::all_of(theirs.begin(), theirs.end(), [&](const json &object) {
        return std::find(ours.objects.begin(), ours.objects.end(), object) != ours.objects.end();
    });
    return isForeseen && isPrefix ? QString() : "kubectl complains: " + answer.complaint.left(200);
}

/// Debian 12's kubectl is 1.20: it takes what stands behind `---` for part of the document before.
const char *const oldSeparators = "this kubectl is too old to end a document at a separator with text behind it";

const char *const head = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

} // namespace

void TestKubectlOracle::initTestCase()
{
    m_kubectl = QStandardPaths::findExecutable("kubectl");
    if (m_kubectl.isEmpty())
        QSKIP("kubectl is not installed: no oracle for how Kubernetes reads YAML");
    QFile file(m_folder.filePath("separator.yaml"));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QByteArray(head) + "--- {a: 1}\n");
    file.close();
    m_readsOldSeparators = ask(m_kubectl, {file.fileName()}).complaint.isEmpty();
}

void TestKubectlOracle::trickyDocumentsAreReadAlike_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << QByteArray(head) + text; };
    row("words", "data: [y, Y, yes, on, ON, n, NO, off, true, TRUE, tRUE, ~, null, NULL, nULL, '', y1, nope]\n");
    row("integers",
        "data: [0x1F, 0X1f, 0o17, 017, 0644, 08, 09, 0o8, 0b101, -0b11, 1_000, 0x_1F, _1, +12, -3, -0, 00, 0_7]\n");
    row("large integers",
        "data: [9223372036854775807, 9223372036854775808, -9223372036854775808, -9223372036854775809, "
        "18446744073709551615, 18446744073709551616, 9007199254740993]\n");
    row("floats",
        "data: [1.5, .5, +.5, .5_0, 1., 1.0, 1e3, 1.20, 1e10, 1e20, 1e21, 1e-6, 1e-7, 1e400, 1e-400, 0x1p4, 1e, e3, "
        "1.2.3, 123456.789e3, -0.0, 0.1, 3.14159265358979, 5e-324, 1.7976931348623157e308]\n");
    row("other text",
        "data: [1:30, 12:30:45, 2024-01-01, 2024-01-01T10:00:00Z, =, <<, v1.20, 50Gi, ., '017', \"0x1\"]\n");
    row("tags", "data: [! 12, !!str 1, !!str , !!int \"1\", !!bool \"yes\", !!float 3, !!null \"\", !!binary aGVsbG8=, "
                "!C 12, !C [a]]\n");
    row("keys", "data: {1: a, 0x10: b, 1.5: c, 1e6: d, 0.00001: e, on: f, No: g, 2001-01-01: h, ~x: i, 123456789.5: j, "
                "1e300: k}\n");
    row("repeated key", "data: {a: 1, b: 2, a: 3}\n");
    row("merge before", "x: &m {k: m, l: m}\ndata: {<<: *m, k: own}\n");
    row("merge after", "x: &m {k: m, l: m}\ndata: {k: own, <<: *m}\n");
    row("merge list", "x: &m {k: m, l: m}\ny1: &n {k: q, o: q}\ndata: {<<: [*m, *n]}\n");
    row("anchors", "data: {a: &x [1, {b: &y z}], c: *x, d: *y, e: &x 2, f: *x}\n");
    row("block scalars",
        "a: |\n  x\n   y\n\n  z\n\nb: >\n  x\n  y\n\n  z\n   w\n  v\nc: |-\n  x\n\nd: |+\n  x\n\ne: >2\n    x\n");
    row("folded quotes", "a: \"x\n  y\n\n  z \\\n  w\"\nb: 'it''s\n  ok'\nc: plain\n  goes\n\n  on\n");
    row("escapes", "a: \"\\x41\\u00e9\\U0001F600\\_\\N\\L\\P\\e\\0\\a\\t\\\"\"\n");
    row("flow", "a: {b: [1, 2, {c: d}], e: , f, \"g\": h, i: {}, j: []}\n");
    row("explicit keys", "a:\n  ? b\n  : c\n  ? d\n  ? \"e\"\n  :\n    f\n");
    row("sequence at its key", "a:\n- b\n-\n  - c\n- - d\n  - e\n");
    row("set", "a: !!set {b, c}\n");
    row("comments", "a: b#c # d\n# e\ndata: {f: 'g#h'} # i\n");
    row("tab before a value", "a:\tb\n");
    row("CRLF", "a: |\r\n  x\r\n  y\r\nb: 1\r\n");
    row("no line end", "a: |\n  x");
    row("end mark", "a: 1\n...\n");
    row("text after the end mark", "a: 1\n...\nb: 2\n");
    row("later byte order mark", QByteArray("---\n\xEF\xBB\xBF") + head);
    row("lone CR in a comment", "a: b # c\rd: e\n");
    row("U+0085 in a comment", "a: b # c\xC2\x85"
                               "d: e\n");
    row("U+2028 in a comment", "a: b # c\xE2\x80\xA8"
                               "d: e\n");
    row("no-break space", "a: b\xC2\xA0"
                          "c\n");
    row("several", QByteArray("---\n---\n# c\n---\n") + head + "...\n--- # c\n" + head);
    row("List", QByteArray("---\napiVersion: v1\nkind: List\nitems:\n- ") + QByteArray(head).replace('\n', "\n  "));
    row("typed list", "---\napiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata: {name: b}\n  data: {x: 'y'}\n- "
                      "metadata: {name: c}\n");
}

void TestKubectlOracle::trickyDocumentsAreReadAlike()
{
    QFETCH(QByteArray, text);
    QFile file(m_folder.filePath("tricky.yaml"));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
    file.close();
    const Answer answer = ask(m_kubectl, {file.fileName()});
    QCOMPARE(answer.complaint, "");
    const Ours ours = readFile(file.fileName());
    const std::vector<json> theirs = declarations(answer);
    QVERIFY(!theirs.empty());
    if (m_readsOldSeparators && text.contains("\n--- #"))
        QSKIP(oldSeparators);
    QCOMPARE(json(ours.objects).dump().c_str(), json(theirs).dump().c_str());
    QVERIFY(ours.file.problems.empty());
}

void TestKubectlOracle::refusedDocumentsAreProblems_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"a: .inf\n",
                             "a: .nan\n",
                             "? [a]\n: 1\n",
                             "~: 1\n",
                             "a: !!int 1.5\n",
                             "a: !!binary '%'\n",
                             "a: [1, ,2]\n",
                             "a: \x01\n",
                             "a: \"\\ud83d\\ude00\"\n",
                             "a: \"x\n",
                             "b\n",
                             "a:\nb\n",
                             "a:\n\tb: 1\n",
                             "- c\n",
                             "a: b: c\n",
                             "a: *x\n",
                             "a: &x [*x]\n",
                             "--- {a: 1}\n",
                             "----\n",
                             "<<<<<<< HEAD\n",
                             "a: {{- x }}\n",
                             "a: {{ x }}\n",
                             "a:\n  &n: x\n",
                             "a: !x!y 1\n",
                             "18446744073709551615: 1\n",
                             "a: `x\n",
                             "a: @x\n",
                             "a: %x\n",
                             "a: -\n",
                             "a:\n  <<: 1\n",

                             "-\tx: 1\n"})
        QTest::newRow(text) << QByteArray(text);
}

void TestKubectlOracle::refusedDocumentsAreProblems()
{
    QFETCH(QByteArray, text);
    QFile file(m_folder.filePath("refused.yaml"));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(head + text);
    file.close();
    QVERIFY(!readFile(file.fileName()).file.problems.empty());
    const bool isTaken = ask(m_kubectl, {file.fileName()}).complaint.isEmpty();
    if (isTaken && m_readsOldSeparators && text.startsWith("---"))
        QSKIP(oldSeparators);
    QVERIFY2(!isTaken, "kubectl takes it");
}

void TestKubectlOracle::corporaAreReadAlike()
{
    const QString folder = qEnvironmentVariable("NOCLOBBER_ORACLE_FOLDER", NOCLOBBER_CORPORA);
    QStringList files;
    QDirIterator walk(folder, {"*.yaml", "*.yml", "*.json"}, QDir::Files | QDir::NoSymLinks,
                      QDirIterator::Subdirectories);
    while (walk.hasNext())
        files << walk.next();
    files.sort();
    QVERIFY(!files.isEmpty());
    // many files at once are quicker, but kubectl stops at the first it does not like
    QStringList plain;
    QStringList alone;
    for (const QString &path : files) {
        const Ours one = readFile(path);
        (one.file.problems.empty() && one.file.otherDocuments == 0 ? plain : alone) << path;
    }
    constexpr qsizetype batch = 60;
    for (qsizetype begin = 0; begin < plain.size(); begin += batch) {
        const QStringList some = plain.mid(begin, batch);
        const Answer answer = ask(m_kubectl, some);
        std::vector<json> ours;
        for (const QString &path : some) {
            const Ours one = readFile(path);
            ours.insert(ours.end(), one.objects.begin(), one.objects.end());
        }
        if (!answer.complaint.isEmpty() || declarations(answer) != ours)
            alone << some;
    }
    QStringList differences;
    for (const QString &path : alone) {
        if (const QString text = difference(m_kubectl, path); !text.isEmpty())
            differences << path.mid(folder.size() + 1) + ": " + text;
    }
    qInfo("%lld files compared", static_cast<long long>(files.size()));
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join('\n')));
}

NOCLOBBER_TEST_MAIN(TestKubectlOracle)
#include "tst_kubectl_oracle.moc"
