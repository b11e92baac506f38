#include "tests/support/test_main.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "core/base/catalogue.h"
#include "core/base/resources.h"
#include "core/rules/finding.h"

using namespace noclobber;

namespace {

const QString sources = QStringLiteral(NOCLOBBER_SOURCE_DIR "/core");

/// What the C++ string literals of a text stand for, put together.
QString joinedLiterals(const QString &literals)
{
    static const QRegularExpression literal("\"((?:[^\"\\\\]|\\\\.)*)\"");
    QString text;
    for (auto match = literal.globalMatch(literals); match.hasNext();)
        text += match.next().captured(1);
    return text.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
}

/// The sources without the lines that are comments.
QString codeOf(const QString &path)
{
    static const QRegularExpression comment("^\\s*//.*$", QRegularExpression::MultilineOption);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).remove(comment) : QString();
}

/// Every template of say() and text of toSay() in core, the texts of the rules and of the catalogue of kinds.
QSet<QString> templates()
{
    static const QRegularExpression call("\\b(?:say|toSay)\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)");
    QSet<QString> all;
    for (QDirIterator files(sources, {"*.cpp"}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        const QString code = codeOf(files.next());
        for (auto match = call.globalMatch(code); match.hasNext();)
            all.insert(joinedLiterals(match.next().captured(1)));
    }
    for (const rules::Rule &rule : rules::allRules()) {
        for (const std::string_view text : {rule.summary, rule.explanation, rule.accident, rule.mend})
            all.insert(QString::fromStdString(std::string(text)));
    }
    static const QRegularExpression restore("^ +restore: '((?:[^'\n]|'')*)'$", QRegularExpression::MultilineOption);
    const QString kinds = QString::fromUtf8(resource("stateful-kinds.yaml"));
    for (auto match = restore.globalMatch(kinds); match.hasNext();)
        all.insert(match.next().captured(1).replace("''", "'"));
    return all;
}

} // namespace

class TestCoreTranslations : public QObject
{
    Q_OBJECT
private slots:
    void every_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const Resource &resource : resources()) {
            if (resource.path.starts_with("translations/"))
                QTest::addRow("%s", std::string(resource.path).c_str())
                    << QByteArray(resource.path.data(), static_cast<qsizetype>(resource.path.size()));
        }
    }

    /// A sentence without a translation would stand in English between the others.
    void every()
    {
        QFETCH(const QByteArray, path);
        const auto read = readCatalogue(resource(path.toStdString()), "test");
        QVERIFY(read);
        QSet<QString> translated;
        for (const auto &[english, translation] : read->entries)
            translated.insert(QString::fromStdString(english));
        const QSet<QString> wanted = templates();
        QVERIFY(wanted.size() > 100);
        for (const std::string &english : read->refused)
            QFAIL(("its translation has other arguments: " + english).c_str());
        QCOMPARE(QStringList((wanted - translated).values()), QStringList());
        QCOMPARE(QStringList((translated - wanted).values()), QStringList());
    }

    /// A call that the search above cannot read would be left out silently.
    void everyTemplateIsOneLiteral()
    {
        static const QRegularExpression other("\\b(?:say|toSay)\\(\\s*[^\"\\s]");
        QStringList wrong;
        for (QDirIterator files(sources, {"*.cpp"}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            const QString path = files.next();
            if (!path.endsWith("/catalogue.cpp") && codeOf(path).contains(other))
                wrong << path;
        }
        QCOMPARE(wrong, QStringList());
    }
};

NOCLOBBER_TEST_MAIN(TestCoreTranslations)
#include "tst_core_translations.moc"
