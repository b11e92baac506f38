#include <QRegularExpression>
#include <QSet>

#include <algorithm>

#include "core/base/catalogue.h"
#include "core/base/resources.h"
#include "core/report/html_report.h"
#include "core/report/markdown_report.h"
#include "core/report/markdown_text.h"
#include "tests/support/sample_review.h"
#include "tests/support/test_main.h"

using namespace noclobber;

namespace {

const QRegularExpression tag(QStringLiteral("<[^>]*>"));

Catalogue chinese()
{
    return *readCatalogue(resource("translations/core_zh_CN.json"), "zh_CN");
}

/// A language of which every sentence stands in brackets, the arguments left out of them: what is in none was never
/// given to be translated.
Catalogue bracketed()
{
    static const QRegularExpression argument(QStringLiteral("(?<![{$])(\\{\\d*(?::[^{}]*)?\\})(?!\\})"));
    Catalogue catalogue{"en_XX", {}, {}};
    for (const auto &[english, translation] : chinese().entries) {
        QString text = QString::fromStdString(english);
        text.replace(argument, QStringLiteral("】\\1【"));
        catalogue.entries.emplace(english, ("【" + text + "】").toStdString());
    }
    return catalogue;
}

Result<review::ObjectTexts> twoTexts(const review::Review &, const argo::ObjectId &)
{
    return review::ObjectTexts{{"kind: Application\n", argo::Location{"env/apps.yml", 2, 0, 22, 45}}, {}};
}

record::ShownRecord someRecord()
{
    record::ShownRecord record;
    record.progress = {12, 412, 31, 31, 5};
    record.comments = {
        {1, test::objectId("", "ConfigMap", "web", "settings"), "data.level", "see-it", "2026-11-23T18:04:05Z"}};
    record.decision = record::Decision{record::Choice::Approve,
                                       "fine-by-me",
                                       "Kim-Park",
                                       "2026-11-23T18:05:00Z",
                                       std::string(40, '1'),
                                       std::string(40, '2'),
                                       record::Override{"app01-cluster01", "planned-it"}};
    record.by = "Kim-Park";
    record.isOutdated = true;
    return record;
}

/// With a row of every kind that a report has, and with sentences of core that say where they come from.
review::Review fullReview()
{
    review::Review review = test::sampleReview();
    const auto say = [](std::string &text) {
        if (!text.empty())
            text = "core-said-it";
    };
    for (rules::Finding &finding : review.findings) {
        say(finding.message);
        say(finding.help);
        if (finding.waived)
            finding.waived->reason = "accepted-it";
    }
    for (blast::AffectedObject &object : review.radius.objects) {
        for (blast::Reason &reason : object.because)
            say(reason.text);
    }
    for (recovery::Step &step : review.recovery.steps) {
        say(step.what);
        say(step.limit);
        std::ranges::for_each(step.commands, say);
    }
    for (review::Problem &problem : review.problems)
        say(problem.message);
    for (argo::Unknown &unknown : review.unknowns)
        say(unknown.message);
    review.notes = {"core-said-it"};
    for (int i = 0; i < 4; ++i) { // so many are put together
        rules::Finding finding = review.findings.front();
        finding.id = test::objectId("apps", "Deployment", "web", "web-" + std::to_string(i));
        review.findings.push_back(finding);
    }
    using blast::DataFate;
    using blast::Effect;
    for (const Effect effect : {Effect::Recreated, Effect::PrunePending, Effect::Blocked, Effect::Orphaned,
                                Effect::Adopted, Effect::Kept, Effect::Updated, Effect::Created}) {
        blast::AffectedObject object = review.radius.objects.front();
        object.id = test::objectId("apps", "Deployment", "web", "made-" + std::to_string(static_cast<int>(effect)));
        object.effect = effect;
        object.dataFate = effect == Effect::Recreated ? DataFate::Retained : DataFate::Kept;
        object.protections = {"Delete=false"};
        review.radius.objects.push_back(object);
    }
    for (int status = 0; status < 10; ++status) {
        diff::ObjectChange change = review.changes.changes.front();
        change.id = test::objectId("", "ConfigMap", "web", "status-" + std::to_string(status));
        change.status = static_cast<diff::Status>(status);
        change.flags = {true, true, true, true, true, true};
        change.fields.front().isImmutable = true;
        change.fields.back().isOrderOnly = true;
        review.changes.changes.push_back(change);
    }
    return review;
}

/// The texts that a browser shows or reads out; code, values and styles left out.
QStringList textsOf(QString html)
{
    const auto dotAll = QRegularExpression::DotMatchesEverythingOption;
    static const QRegularExpression label(QStringLiteral("aria-label=\"([^\"]*)\""));
    static const QRegularExpression read(
        QStringLiteral(
            "<(style|script|code|svg|del|ins|pre)\\b.*?</\\1>|<td class=\"[sdanx]\">[^<]*|<th scope=\"row\">[^<]*|"
            "<span class=\"(kind|name|place|rule|brand)\">.*?</span>"),
        dotAll);
    QStringList texts;
    for (auto match = label.globalMatch(html); match.hasNext();)
        texts << match.next().captured(1);
    texts << html.remove(read).split(tag, Qt::SkipEmptyParts);
    return texts;
}

/// What is left of a text without what is in brackets, in pieces between punctuation and blanks.
QStringList left(const QString &text)
{
    static const QRegularExpression inside(QStringLiteral("【[^】]*】"));
    static const QRegularExpression between(QStringLiteral("[^\\w./-]+"));
    return QString(text).replace(inside, QStringLiteral(" ")).split(between, Qt::SkipEmptyParts);
}

/// Names, numbers and the like: they have a sign of it. The rest are names without one.
bool isName(const QString &word)
{
    static const QRegularExpression sign(QStringLiteral("[-/.:\\d]|^\\W*$"));
    static const QSet<QString> names{"noclobber", "https",       "Argo",      "CD",          "Base",
                                     "Head",      "base",        "head",      "main",        "change",
                                     "layout",    "helm",        "kustomize", "Application", "Namespace",
                                     "kafka",     "StatefulSet", "Service",   "Secret",      "front",
                                     "frontend",  "ConfigMap",   "settings",  "web",         "uploads",
                                     "exporter",  "vendor",      "web/web",   "Deployment",  "PersistentVolumeClaim",
                                     "CronJob"};
    return word.contains(sign) || names.contains(word);
}

} // namespace

/// The reports in another language than English, as a window writes them.
class TestReportLanguage : public QObject
{
    Q_OBJECT

    const record::ShownRecord m_record = someRecord();

    QString html() const
    {
        return QString::fromStdString(report::writeHtmlReport(fullReview(), {"2026-11-23", twoTexts, &m_record}));
    }
    QString markdown() const
    {
        return QString::fromStdString(report::writeMarkdownReport(fullReview(), {100'000, &m_record}));
    }
    static void compareLeft(const QStringList &texts)
    {
        QStringList untranslated;
        for (const QString &text : texts) {
            for (const QString &word : left(text)) {
                if (!isName(word))
                    untranslated << word + " in " + text.trimmed();
            }
        }
        untranslated.removeDuplicates();
        QVERIFY2(untranslated.isEmpty(), qPrintable(untranslated.join('\n')));
    }

private slots:
    void cleanup() { useCatalogue({}); }

    void everyLabelOfThePageCanBeTranslated()
    {
        useCatalogue(bracketed());
        const QStringList texts = textsOf(html());
        QVERIFY(texts.size() > 300);
        compareLeft(texts);
    }

    void everyLabelOfTheMarkdownCanBeTranslated()
    {
        useCatalogue(bracketed());
        static const QRegularExpression code(QStringLiteral("(`+)(?!`).*?(?<!`)\\1(?!`)|<!--.*-->"));
        QString text = markdown();
        QVERIFY(text.contains(QStringLiteral("【")));
        compareLeft(text.remove(code).remove(tag).split('\n'));
    }

    void thePageSaysItsLanguage()
    {
        QVERIFY(html().contains("<html lang=\"en\">"));
        useCatalogue(chinese());
        QVERIFY(html().contains("<html lang=\"zh-CN\">"));
    }

    /// The policy lets only the script run that it knows by its digest.
    void theScriptSpeaksTheLanguage()
    {
        QVERIFY(html().contains("\"Copied to the clipboard.\""));
        useCatalogue(chinese());
        const QString page = html();
        QVERIFY(!page.contains("Copied"));
        QVERIFY(page.contains("\"已复制到剪贴板。\""));
        QVERIFY(page.contains("`显示 ${shown}/${rows.length}，隐藏 ${rows.length - shown}`"));
    }

    void codeHoldsNamesOnly()
    {
        useCatalogue(chinese());
        static const QRegularExpression han(
            QStringLiteral("[\\x{3000}-\\x{303f}\\x{4e00}-\\x{9fff}\\x{ff00}-\\x{ff65}]"));
        static const QRegularExpression code(QStringLiteral("`[^`\n{]+`|<code>[^<]*</code>"));
        for (const QString &text : {markdown(), html()}) {
            for (auto match = code.globalMatch(text); match.hasNext();) {
                const QString span = match.next().captured();
                QVERIFY2(!span.contains(han), qPrintable(span));
            }
        }
    }

    void chinesePunctuationSeparatesNames()
    {
        QCOMPARE(report::prose("位于 env/a（core.yml:12），随后删除 kafka-0。"),
                 std::string("位于 `env/a`（`core.yml:12`），随后删除 `kafka-0`。"));
        QCOMPARE(report::prose("env/配置/a.yml"), std::string("`env/配置/a.yml`"));
    }

    void whatAPersonTypedIsToldFromNames()
    {
        QCOMPARE(report::typedProse("检查kafka-0是否正常，见@kim"), std::string("检查 `kafka-0` 是否正常，见 `@kim`"));
        QCOMPARE(report::quotedProse("改回main分支"), std::string("> 改回 main 分支"));
    }
};

NOCLOBBER_TEST_MAIN(TestReportLanguage)
#include "tst_report_language.moc"
