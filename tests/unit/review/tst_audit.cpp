#include "tests/support/change_case.h"
#include "tests/support/inventories.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

#include <algorithm>

#include "core/review/audit.h"
#include "core/review/exit_code.h"

using namespace noclobber;
using test::claim;
using test::configMap;
using test::deployed;

namespace {

const std::string guarded = test::syncOptions("Prune=false,Delete=false");

review::ReviewRequest requestFor(const test::ScratchRepository &repository)
{
    review::ReviewRequest request;
    request.comparison.folder = repository.path();
    request.comparison.head = "main";
    request.today = "2026-11-23";
    return request;
}

Result<review::Audit> tryAudit(const git::Files &files)
{
    const test::ScratchRepository repository(files, files);
    return review::auditCommit(requestFor(repository), {});
}

review::Audit auditOf(const git::Files &files)
{
    auto audit = tryAudit(files);
    if (!audit)
        qFatal("%s", audit.error().message.c_str());
    return std::move(*audit);
}

/// The findings of a rule, one a line: "block ID at path:line[ waived]".
std::string findingsOf(const review::Audit &audit, const std::string &rule)
{
    static constexpr std::array names = {"off", "note", "warn", "block"};
    std::string text;
    for (const rules::Finding &finding : audit.review.findings) {
        if (finding.rule == rule)
            text += std::string(names[static_cast<std::size_t>(finding.severity)]) + " " + toText(finding.id) +
                    (finding.location ? " at " + toText(*finding.location) : "") +
                    (finding.waived ? " waived\n" : "\n");
    }
    return text;
}

/// Two clusters; in the first one of three claims is protected, in the second none of one.
git::Files twoClusters()
{
    return {{"env/one/web/claims.yaml", test::documents({claim("shop", "a", "", guarded), claim("shop", "b"),
                                                         claim("shop", "c", "", test::syncOptions("Prune=false"))})},
            {"env/one/web/settings.yaml", configMap("shop", "web")},
            {"env/two/web/claims.yaml", claim("shop", "a")}};
}

} // namespace

/// `audit` judges everything that a commit holds, not only what a change brings (contract, section 7).
class TestAudit : public QObject
{
    Q_OBJECT
private slots:
    void whatAReviewCallsOldIsJudgedInFull()
    {
        const review::Audit audit =
            auditOf({{"a.yaml", configMap("shop", "web", "one")}, {"b.yaml", configMap("shop", "web", "two")}});
        QCOMPARE(findingsOf(audit, "duplicate-identity"), "block //ConfigMap/shop/web at a.yaml:1\n");
        QCOMPARE(audit.review.changes.duplicates.size(), std::size_t{1});
        QVERIFY(audit.review.changes.duplicates.front().isConflicting);
        QCOMPARE(audit.review.verdict, review::Verdict::Block);
        QCOMPARE(review::exitCode(audit.review, Severity::Block), 1);
        QCOMPARE(review::exitCode(audit.review, std::nullopt), 0);
    }

    void twoApplicationsOnOneObjectBlock()
    {
        const review::Audit audit = auditOf({{"apps/a.yaml", deployed("a", "web")},
                                             {"apps/b.yaml", deployed("b", "web")},
                                             {"web/settings.yaml", configMap("shop", "web")}});
        QVERIFY(!findingsOf(audit, "contested-object").empty());
    }

    void textThatReadersTakeDifferentlyBlocks()
    {
        const review::Audit audit = auditOf({{"a.yaml", configMap("shop", "web") + "data: {mode: two}\n"}});
        QVERIFY(findingsOf(audit, "ambiguous-yaml").starts_with("block "));
    }

    void anUnreadableFileBlocksAndIsListed()
    {
        const review::Audit audit = auditOf({{"a.yaml", "apiVersion: v1\nkind: [\nmetadata: {name: a}\n"}});
        QVERIFY(findingsOf(audit, "unreadable-manifest").starts_with("block "));
        QCOMPARE(audit.review.problems.size(), std::size_t{1});
        QCOMPARE(audit.review.headline, review::Headline::CannotTell);
    }

    void aWronglyNamedApplicationIsSaidOnceItsLikeShowHowTheyAreNamed()
    {
        git::Files files;
        for (const std::string app : {"web", "shop", "mail"}) {
            files["apps/" + app + ".yaml"] = deployed(app == "mail" ? "shop-extra" : app, "env/one/" + app);
            files["env/one/" + app + "/settings.yaml"] = configMap("shop", app);
        }
        QCOMPARE(findingsOf(auditOf(files), "naming"),
                 "warn /argoproj.io/Application/argocd/shop-extra at apps/mail.yaml:1\n");
    }

    void namesThatFollowNothingHereAreNotBlamed()
    {
        git::Files files;
        for (const std::string app : {"web", "shop", "mail"}) {
            files["apps/" + app + ".yaml"] =
                deployed(app == "mail" ? "shop-extra" : "x-" + app.substr(1), "env/one/" + app);
            files["env/one/" + app + "/settings.yaml"] = configMap("shop", app);
        }
        QCOMPARE(findingsOf(auditOf(files), "naming"), "");
    }

    void whatOnlyAChangeCanDoIsNoFinding()
    {
        const review::Audit audit =
            auditOf({{".noclobber.yaml", "exclude: [\"x/**\"]\n"}, {"a.yaml", claim("a", "b")}});
        for (const rules::Finding &finding : audit.review.findings)
            QVERIFY2(review::isGuardRail(finding.rule), finding.rule.c_str());
        QVERIFY(!review::isGuardRail("configuration-changed"));
        QVERIFY(!audit.review.isDestructive);
        QVERIFY(audit.review.radius.objects.empty());
    }

    void nothingIsCalledNew()
    {
        git::Files files = twoClusters();
        files["apps.yaml"] = deployed("one", "env/one/web");
        files["class.yaml"] = test::storageClass("fast", "Delete");
        const review::Audit audit = auditOf(files);
        for (const char *rule : {"missing-prune-protection", "missing-shared-resource-guard", "reclaim-policy-delete"})
            QVERIFY2(findingsOf(audit, rule).starts_with("note "), rule);
        for (const rules::Finding &finding : audit.review.findings)
            QVERIFY2(finding.message.find("new") == std::string::npos, finding.message.c_str());
    }

    void theFiguresAreTotalByClusterAndByApplication()
    {
        git::Files files = twoClusters();
        test::Deployed two;
        two.server = "https://two.example.com";
        files["apps.yaml"] = test::documents({deployed("one", "env/one/web"), deployed("two", "env/two/web", two)});
        files["loose.yaml"] = claim("shop", "loose");
        files[".noclobber.yaml"] = "argoCd: {repositories: [https://git.example.com/fixtures/manifests.git]}\n"
                                   "layout: [{path: \"env/{cluster}/**\"}]\n";
        const review::Audit audit = auditOf(files);
        QCOMPARE(audit.review.radius.headCoverage, (blast::Coverage{1, 7}));
        QCOMPARE(audit.scopes.at("env/one"), (blast::Coverage{1, 3}));
        QCOMPARE(audit.scopes.at("env/two"), (blast::Coverage{0, 1}));
        QCOMPARE(audit.scopes.at(""), (blast::Coverage{0, 3}));
        const argo::ObjectId one{"", {"argoproj.io", "Application", "argocd", "one"}};
        QVERIFY(audit.applications.contains(one));
        QCOMPARE(audit.applications.at(one), (blast::Coverage{1, 3}));
        QCOMPARE(audit.applications.at(std::nullopt), (blast::Coverage{0, 3}));
    }

    void applicationOptionsCountFrom34On()
    {
        test::Deployed options;
        options.syncOptions = "Prune=false, Delete=false";
        const test::ScratchRepository repository(
            {{"apps/a.yaml", deployed("a", "web", options)}, {"web/claim.yaml", claim("shop", "data")}}, {});
        auto request = requestFor(repository);
        const auto covered = [&](const char *version) {
            request.argoCdVersion = version;
            return review::auditCommit(request, {})->review.radius.headCoverage.protectedObjects;
        };
        QCOMPARE(covered("3.3"), std::size_t{0});
        QCOMPARE(covered("3.4"), std::size_t{1});
    }

    void onlyTheScopesAskedForCount()
    {
        const test::ScratchRepository repository(twoClusters(), {});
        auto request = requestFor(repository);
        request.scopes = {"env/one"};
        const auto audit = review::auditCommit(request, {});
        QVERIFY(bool(audit));
        QCOMPARE(audit->review.radius.headCoverage, (blast::Coverage{1, 3}));
        QCOMPARE(audit->scopes.size(), std::size_t{1});
        request.scopes = {"env/three"};
        QCOMPARE(review::auditCommit(request, {}).error().code, ErrorCode::NotFound);
    }

    void theCommitsOwnConfigurationJudgesIt()
    {
        const auto audit = auditOf({{".noclobber.yaml", "rules: {duplicate-identity: note}\n"},
                                    {"a.yaml", configMap("shop", "web", "one")},
                                    {"b.yaml", configMap("shop", "web", "two")}});
        QVERIFY(findingsOf(audit, "duplicate-identity").starts_with("note "));
        QCOMPARE(audit.review.verdict, review::Verdict::Pass);
    }

    void aWaiverOfWhatOnlyAChangeCanDoIsNotUnused()
    {
        const std::string identity = "    identity: '*/ConfigMap/shop/web'\n    reason: r\n";
        const auto audit = auditOf({{".noclobber.yaml", "waivers:\n  - rule: overwrite\n" + identity +
                                                            "  - rule: duplicate-identity\n" + identity},
                                    {"a.yaml", configMap("shop", "web", "one")},
                                    {"b.yaml", configMap("shop", "web", "two")}});
        QCOMPARE(findingsOf(audit, "waiver-unused"), "");
        QVERIFY(findingsOf(audit, "duplicate-identity").ends_with(" waived\n"));
    }

    void aWaiverThatIsOverIsSaid()
    {
        const auto audit =
            auditOf({{".noclobber.yaml", "waivers:\n  - rule: overwrite\n    identity: '*'\n    reason: r\n"
                                         "    until: 2026-11-22\n"},
                     {"a.yaml", configMap("shop", "web")}});
        QCOMPARE(findingsOf(audit, "waiver-unused"), "note //// at .noclobber.yaml:2\n");
    }

    void anUnknownRuleIsAnErrorEvenInAWaiver()
    {
        const auto audit = tryAudit({{".noclobber.yaml", "waivers:\n  - {rule: overwrit, identity: x, reason: r}\n"}});
        QVERIFY(!audit);
        QCOMPARE(audit.error().code, ErrorCode::Configuration);
    }

    void aRevisionThatIsNotThereIsAnError()
    {
        const test::ScratchRepository repository({{"a.yaml", configMap("a", "b")}}, {});
        auto request = requestFor(repository);
        request.comparison.head = "nowhere";
        QCOMPARE(review::auditCommit(request, {}).error().code, ErrorCode::NotFound);
    }

    void anEmptyCommitHasNothingToProtect()
    {
        const review::Audit audit = auditOf({{"README.md", "nothing\n"}});
        QCOMPARE(audit.review.radius.headCoverage, blast::Coverage());
        QVERIFY(audit.scopes.empty() && audit.applications.empty() && audit.review.findings.empty());
    }
};

NOCLOBBER_TEST_MAIN(TestAudit)
#include "tst_audit.moc"
