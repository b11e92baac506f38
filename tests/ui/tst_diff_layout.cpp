#include <QAbstractItemModelTester>
#include <QFile>

#include "tests/support/test_main.h"
#include "tests/ui/diff_texts.h"
#include "ui/models/diff_layout.h"
#include "ui/models/field_model.h"
#include "ui/models/object_summary.h"

using namespace noclobber;
using models::DiffOptions;
using models::LayoutLine;
using test::configMap;
using test::deployment;
using test::textOf;

namespace {

/// One line a line: its kind, and what it shows.
QString printed(const models::DiffText &text, const DiffOptions &options)
{
    QString out;
    for (const LayoutLine &line : models::layoutOf(text, options)) {
        if (line.kind == LayoutLine::Kind::Fold || line.kind == LayoutLine::Kind::Noise)
            out += models::standInText(text, line);
        else if (line.block >= 0)
            out +=
                QStringLiteral("%1|%2").arg(text.blocks.at(line.block).base.text, text.blocks.at(line.block).head.text);
        else if (line.kind == LayoutLine::Kind::Base)
            out += QLatin1Char('-') + text.rows.at(line.first).base.text;
        else if (line.kind == LayoutLine::Kind::Head)
            out += QLatin1Char('+') + text.rows.at(line.first).head.text;
        else
            out += (line.isChange(text) ? QLatin1Char('~') : QLatin1Char(' ')) + text.rows.at(line.first).head.text;
        out += QLatin1Char('\n');
    }
    return out;
}

argo::ObjectId core()
{
    return test::inCluster("argoproj.io", "Application", "argocd", "core");
}

} // namespace

/// What is folded is counted and named, what is long is told in short.
class TestDiffLayout : public QObject
{
    Q_OBJECT
private slots:
    void unchangedLinesAreFoldedAndNamed()
    {
        const auto text = textOf(deployment("1a2b3c4d", "1"), deployment("1a2b3c4d", "2"));
        QCOMPARE(printed(text, {}), "… 16 unchanged line(s): apiVersion to spec\n"
                                    "       serviceAccountName: web\n       containers:\n       - name: web\n"
                                    "~        image: web:2\n");
        DiffOptions less;
        less.context = 0;
        less.isUnified = true;
        QCOMPARE(printed(text, less),
                 "… 19 unchanged line(s): apiVersion to spec\n-        image: web:1\n+        image: web:2\n");
        less.opened = {0};
        QVERIFY(!printed(text, less).contains("unchanged"));
    }

    void aFoldNamesThePathItHides()
    {
        const auto text = textOf(configMap(30, "a"), configMap(30, "b"));
        QVERIFY2(printed(text, {}).contains("… 11 unchanged line(s): data\n"), qPrintable(printed(text, {})));
    }

    void noiseIsFoldedWithItsRuleAndCounted()
    {
        const auto text = textOf(deployment("1a2b3c4d", "1"), deployment("9f8e7d6c", "2"));
        QCOMPARE(text.noiseFields, 1);
        const QString folded = printed(text, {});
        QVERIFY2(folded.contains("… noise: metadata.annotations.checksum/config (rule: checksum)\n"),
                 qPrintable(folded));
        QVERIFY(!folded.contains("9f8e7d6c"));
        DiffOptions shown;
        shown.showsNoise = true;
        QVERIFY(printed(text, shown).contains("~    checksum/config: 9f8e7d6c"));
    }

    void anAddedObjectIsShownWhole()
    {
        const auto text = textOf("", deployment("1a2b3c4d", "1"));
        QCOMPARE(models::layoutOf(text, {}).size(), text.rows.size());
        QCOMPARE(text.noiseFields, 0);
    }

    void longValuesAreToldBySizeAndDigest()
    {
        const auto binary = [](char byte) {
            return "apiVersion: v1\nkind: ConfigMap\nbinaryData:\n  logo: " + std::string(5000, byte) + "\n";
        };
        const auto text = textOf(binary('A'), binary('B'));
        const QString lines = printed(text, {});
        QVERIFY2(lines.contains("  logo: 4.88 KiB, ") && lines.contains("SHA-256 "), qPrintable(lines));
        QVERIFY(!lines.contains("AAAA"));
        DiffOptions opened;
        opened.turned = {0};
        QVERIFY(printed(text, opened).contains("AAAA") || printed(text, opened).contains("BBBB"));
        const auto script = [](const std::string &word) {
            return "apiVersion: v1\nkind: ConfigMap\ndata:\n  run: \"" + std::string(600, 'x') + " " + word + " " +
                   std::string(600, 'y') + "\"\n";
        };
        QVERIFY2(printed(textOf(script("keep"), script("rm")), {}).contains("rm"), "what can be read is open");
    }

    void certificatesAreToldByWhatTheySay()
    {
        const auto secretless = [](const std::string &name) {
            std::string lines;
            QFile file(QStringLiteral(NOCLOBBER_CERTIFICATES "/") + QString::fromStdString(name));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("no certificate %s", name.c_str());
            for (const QByteArray &line : file.readAll().trimmed().split('\n'))
                lines += "    " + line.toStdString() + "\n";
            return "apiVersion: v1\nkind: ConfigMap\ndata:\n  ca.crt: |\n" + lines;
        };
        const auto text = textOf(secretless("old.pem"), secretless("new.pem"));
        QCOMPARE(text.blocks.size(), 1);
        const QString lines = printed(text, {});
        QVERIFY2(lines.contains("certificate of old.example.com, signed by itself, valid until"), qPrintable(lines));
        QVERIFY2(lines.contains("certificate of new.example.com"), qPrintable(lines));
        QVERIFY(!lines.contains("BEGIN"));
    }

    void fieldsSayWhatTheyMean()
    {
        models::FieldModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto review = std::make_shared<review::Review>(*test::smallReview());
        auto &changes = review->changes.changes;
        auto application = std::ranges::find(changes, core(), &diff::ObjectChange::id);
        diff::FieldChange noise = application->fields.front();
        noise.path = "metadata.annotations[\"checksum/config\"]";
        noise.base->scalar = "1a2b3c4d";
        noise.head->scalar = "9f8e7d6c";
        application->fields.push_back(noise);
        model.setChange(review, &*application);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.noiseCount(), 1);
        const QModelIndex source = model.index(0, models::FieldModel::PathColumn);
        QCOMPARE(source.data(Qt::AccessibleTextRole).toString(),
                 "spec.source.path is changed from apps/core to apps/app02; changes which objects are managed");
        QCOMPARE(source.data(models::LevelRole).toInt(), static_cast<int>(models::Level::Caution));
        model.setNoiseShown(true);
        QCOMPARE(model.index(1, models::FieldModel::RemarkColumn).data().toString(), "noise: checksum");
        review->findings.back().message += " It also looks at checksum/config.";
        model.setNoiseShown(false);
        QCOMPARE(model.noiseCount(), 0);
        QCOMPARE(model.rowCount(), 2);
    }

    void anObjectIsMarkdown()
    {
        const auto review = test::smallReview();
        models::ReviewedObject object{core(), review->changes.find(core()), review->radius.find(core())};
        object.state = models::stateOf(object.change, object.affected);
        QCOMPARE(models::objectMarkdown(object),
                 "- `env/cluster01/argoproj.io/Application/argocd/core` · Overwritten · "
                 "effect: Updated · at `env/cluster01/apps.yaml:412`");
        object.id.key.name = Name("`a` b");
        QVERIFY2(
            models::objectMarkdown(object).startsWith("- ``env/cluster01/argoproj.io/Application/argocd/`a` b`` · "),
            qPrintable(models::objectMarkdown(object)));
    }
};

QTEST_MAIN(TestDiffLayout)
#include "tst_diff_layout.moc"
