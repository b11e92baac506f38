#include "tests/support/contract_rules.h"
#include "tests/support/findings.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace noclobber;
using namespace noclobber::test;

namespace {

const git::Files one{{"a.yaml", configMap("shop", "x")}};
const git::Files overwritten{{"a.yaml", configMap("shop", "x")}, {"b.yaml", configMap("shop", "x", "two")}};

git::Files with(git::Files files, const std::string &configuration)
{
    files[".noclobber.yaml"] = configuration;
    return files;
}

Result<std::vector<rules::Finding>> judgeWith(const argo::Configuration &configuration)
{
    const ChangeCase read(one, overwritten);
    const blast::Change change{read.change().comparison, configuration, read.change().inventories,
                               read.change().changes};
    return rules::judge(change, read.radius(), "2026-11-23", {});
}

} // namespace

/// Contract, section 7: severities, the rules about declarations of one object, and the rules' own texts.
class TestJudge : public QObject
{
    Q_OBJECT
private slots:
    void everyRuleIsExplained()
    {
        const auto rules = rules::allRules();
        QVERIFY(std::ranges::is_sorted(rules, {}, &rules::Rule::id));
        for (const rules::Rule &rule : rules) {
            QVERIFY2(rule.summary.ends_with('.') && rule.mend.ends_with('.'), rule.id.data());
            QVERIFY2(rule.explanation.size() > rule.summary.size(), rule.id.data());
            QVERIFY2(rule.accident.ends_with('.') || rule.accident.find("https://") != std::string::npos,
                     rule.id.data());
            QVERIFY2(rule.example.ends_with('\n'), rule.id.data());
            QCOMPARE(rules::findRule(rule.id), &rule);
        }
        QVERIFY(!rules::findRule("overwrites"));
    }

    void rulesAndDefaultsAreTheContracts()
    {
        QCOMPARE(rules::allRules().size(), std::size(contractRules));
        for (const ContractRule &expected : contractRules) {
            const rules::Rule *rule = rules::findRule(expected.id);
            QVERIFY2(rule, expected.id.data());
            QVERIFY2(rule->severity == expected.severity, expected.id.data());
        }
    }

    void findingsAreSortedByIdentityLocationAndRule()
    {
        QCOMPARE(findings(one, overwritten), std::string("block duplicate-identity //ConfigMap/shop/x at b.yaml:1 with "
                                                         "a.yaml:1\n"
                                                         "block overwrite //ConfigMap/shop/x at b.yaml:1 with "
                                                         "a.yaml:1\n"));
    }

    void configurationSetsSeverities()
    {
        const std::string rules = "rules: {overwrite: note, duplicate-identity: off}\n";
        QCOMPARE(findings(with(one, rules), with(overwritten, rules)),
                 std::string("note overwrite //ConfigMap/shop/x at b.yaml:1 with a.yaml:1\n"));
    }

    void whatBaseHadStaysANoteWhateverIsConfigured()
    {
        const std::string rules = "rules: {duplicate-identity: block}\n";
        git::Files head = with(overwritten, rules);
        head["c.yaml"] = configMap("shop", "unrelated");
        QCOMPARE(findings(with(overwritten, rules), head),
                 std::string("note duplicate-identity //ConfigMap/shop/x at a.yaml:1 with b.yaml:1\n"));
    }

    void unknownRuleIsAnErrorThatNamesTheNearest()
    {
        argo::Configuration configuration;
        configuration.rules["overwrites"] = Severity::Off;
        const auto judged = judgeWith(configuration);
        QVERIFY(!judged);
        QVERIFY(judged.error().code == ErrorCode::Configuration);
        QCOMPARE(judged.error().message, std::string("there is no rule \"overwrites\", did you mean \"overwrite\"?"));
        configuration = {};
        configuration.file = "strict.yaml";
        configuration.waivers.push_back({"overwritten", "*", "planned", "", 7});
        QCOMPARE(judgeWith(configuration).error().where, std::string("strict.yaml:7"));
    }

    void everyRuleMayBeConfiguredAndWaived()
    {
        argo::Configuration configuration;
        for (const ContractRule &rule : contractRules) {
            configuration.rules[std::string(rule.id)] = Severity::Off;
            configuration.waivers.push_back({std::string(rule.id), "*", "planned", "", 1});
        }
        const auto judged = judgeWith(configuration);
        QVERIFY(judged);
        QVERIFY(judged->empty());
    }

    void stopEndsWithCancelled()
    {
        const ChangeCase read(one, overwritten);
        std::stop_source stop;
        stop.request_stop();
        const auto judged = rules::judge(read.change(), read.radius(), "2026-11-23", stop.get_token());
        QVERIFY(!judged && judged.error().code == ErrorCode::Cancelled);
    }

    void overwriteNamesBothPlacesAndTheReason()
    {
        QCOMPARE(
            theFinding("overwrite", one, overwritten).message,
            std::string("b.yaml:1 declares ConfigMap shop/x once more and replaces the one at a.yaml:1: its file is "
                        "read later, and of two declarations the last one counts."));
        const git::Files oneFile{{"a.yaml", documents({configMap("shop", "x"), configMap("shop", "x", "two")})}};
        QCOMPARE(theFinding("overwrite", one, oneFile).message,
                 std::string("a.yaml:8 declares ConfigMap shop/x once more and replaces the one at a.yaml:1: it stands "
                             "later in the file, and of two declarations the last one counts."));
        QCOMPARE(
            theFinding("overwrite", overwritten, one).message,
            std::string("a.yaml:1 now defines ConfigMap shop/x. What was in effect, at b.yaml:1, is gone, so another "
                        "declaration with other content takes its place."));
    }

    /// The new text pushed the old declaration down: the finding names where it stands now.
    void overwriteFindsTheOldOneInHead()
    {
        const git::Files head{
            {"a.yaml", documents({configMap("shop", "first"), configMap("shop", "x"), configMap("shop", "x", "two")})}};
        QCOMPARE(findingsOf("overwrite", one, head),
                 std::string("block overwrite //ConfigMap/shop/x at a.yaml:15 with a.yaml:8\n"));
    }

    /// The old one was edited by the same change that brings the new one: it is still there.
    void overwriteFindsTheEditedOldOne()
    {
        const git::Files head{{"a.yaml", configMap("shop", "x", "three")}, {"b.yaml", configMap("shop", "x", "two")}};
        const std::string message = theFinding("overwrite", one, head).message;
        QVERIFY2(message.find("replaces the one at a.yaml:1") != std::string::npos, message.c_str());
    }

    void editInPlaceIsNoOverwrite()
    {
        QCOMPARE(findings(one, {{"a.yaml", configMap("shop", "x", "two")}}), std::string());
    }

    void shadowedNamesTheWinner()
    {
        const git::Files base{{"b.yaml", configMap("shop", "x")}};
        QCOMPARE(theFinding("shadowed-declaration", base,
                            {{"b.yaml", configMap("shop", "x")}, {"a.yaml", configMap("shop", "x", "two")}})
                     .message,
                 std::string("a.yaml:1 declares ConfigMap shop/x in vain: b.yaml:1 is read later and wins."));
    }

    void contestedNamesBothApplications()
    {
        const std::string apps = documents({deployed("web", "web"), deployed("api", "api")});
        const git::Files base{
            {"apps.yaml", apps}, {"web/x.yaml", configMap("shop", "x")}, {"api/o.yaml", configMap("shop", "o")}};
        git::Files head = base;
        head["api/x.yaml"] = configMap("shop", "x", "two");
        const rules::Finding finding = theFinding("contested-object", base, head);
        QCOMPARE(argo::toText(*finding.location), std::string("api/x.yaml:1"));
        QVERIFY(finding.message.find("Application argocd/api, v1") != std::string::npos);
        QVERIFY(finding.message.find("web/x.yaml:1 (Application argocd/web") != std::string::npos);
    }

    void contestedNamesAPlaceOnce()
    {
        const std::string apps = documents({deployed("web", "shared"), deployed("other", "other")});
        const git::Files base{
            {"apps.yaml", apps}, {"shared/x.yaml", configMap("shop", "x")}, {"other/o.yaml", configMap("shop", "o")}};
        git::Files head = base;
        head["apps.yaml"] =
            documents({deployed("web", "shared"), deployed("other", "other"), deployed("api", "shared")});
        QCOMPARE(theFinding("contested-object", base, head).message,
                 std::string("ConfigMap shop/x is claimed more than once, by shared/x.yaml:1 (Application argocd/api, "
                             "v1; Application argocd/web, v1): whoever syncs last wins, and each may prune what the "
                             "other needs."));
    }

    void messagesEndAsSentencesAndHaveAMend()
    {
        const ChangeCase read(one, overwritten);
        const auto judged = rules::judge(read.change(), read.radius(), "2026-11-23", {});
        QVERIFY(judged);
        for (const rules::Finding &finding : *judged) {
            QVERIFY(finding.message.ends_with('.'));
            QVERIFY(finding.help.ends_with('.'));
        }
    }
};

NOCLOBBER_TEST_MAIN(TestJudge)
#include "tst_judge.moc"
