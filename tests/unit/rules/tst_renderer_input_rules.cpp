#include "tests/support/findings.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

const std::string patch = "patches: [{path: patch.yaml}]\n";

std::string kustomization(const std::string &resources, const std::string &more = patch)
{
    return "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [" + resources + "]\n" + more;
}

/// An overlay that an Application reads, and one that nobody here reads.
git::Files overlays()
{
    return {{"app.yaml", deployed("web", "deploy/web")},
            {"deploy/web/kustomization.yaml", kustomization("a.yaml, b.yaml")},
            {"deploy/web/a.yaml", configMap("shop", "a")},
            {"deploy/web/b.yaml", configMap("shop", "b")},
            {"deploy/web/patch.yaml", configMap("shop", "a")},
            {"other/kustomization.yaml", kustomization("c.yaml")},
            {"other/c.yaml", configMap("shop", "c")},
            {"other/patch.yaml", configMap("shop", "c")},
            {"chart/Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n"},
            {"chart/templates/d.yaml", configMap("shop", "d")}};
}

std::string unknowns(const git::Files &head)
{
    return findingsOf("unknown-consequence", overlays(), head);
}

std::string message(const git::Files &head)
{
    return theFinding("unknown-consequence", overlays(), head).message;
}

git::Files with(const std::string &path, const std::string &text)
{
    git::Files files = overlays();
    files[path] = text;
    return files;
}

const std::string overlayFile = "deploy/web/kustomization.yaml";

} // namespace

/// Contract, section 7, unknown-consequence: what leaves an overlay or a chart that is not rendered here could be
/// deleted, and nobody would see it.
class TestRendererInputRules : public QObject
{
    Q_OBJECT
private slots:
    void aFileThatTheOverlayNoLongerListsWarns()
    {
        const git::Files head = with(overlayFile, kustomization("a.yaml"));
        QVERIFY(message(head).find("it no longer takes in ConfigMap shop/b of deploy/web/b.yaml") != std::string::npos);
    }

    void aListedFileThatIsDeletedWarns()
    {
        git::Files head = with(overlayFile, kustomization("a.yaml"));
        head.erase("deploy/web/b.yaml");
        QVERIFY(message(head).find("ConfigMap shop/b") != std::string::npos);
    }

    void aFileUnderAnotherNameIsNoLoss()
    {
        git::Files head = with(overlayFile, kustomization("a.yaml, z.yaml"));
        head.erase("deploy/web/b.yaml");
        head["deploy/web/z.yaml"] = configMap("shop", "b");
        QCOMPARE(unknowns(head), std::string());
    }

    void twoFilesMadeOneAreNoLoss()
    {
        git::Files head = with(overlayFile, kustomization("all.yaml"));
        head.erase("deploy/web/a.yaml");
        head.erase("deploy/web/b.yaml");
        head["deploy/web/all.yaml"] = documents({configMap("shop", "a"), configMap("shop", "b")});
        QCOMPARE(unknowns(head), std::string());
    }

    void anImageMoreAndAFileMoreAreNoLoss()
    {
        git::Files head = with(
            overlayFile, kustomization("a.yaml, b.yaml, e.yaml", patch + "images: [{name: web, newTag: \"2\"}]\n"));
        head["deploy/web/e.yaml"] = configMap("shop", "e");
        QCOMPARE(unknowns(head), std::string());
    }

    void anotherPrefixGivesEveryObjectAnotherName()
    {
        const git::Files head = with(overlayFile, kustomization("a.yaml, b.yaml", patch + "namePrefix: prod-\n"));
        QVERIFY(message(head).find("the names it gives change from * to prod-*") != std::string::npos);
    }

    void aPatchThatDeletesWarns()
    {
        const git::Files head = with("deploy/web/patch.yaml", "$patch: delete\n" + configMap("shop", "a"));
        QVERIFY(message(head).find("$patch: delete") != std::string::npos);
    }

    void anOverlayThatNobodyReadsWarnsWhenItIsGone()
    {
        git::Files head = overlays();
        std::erase_if(head, [](const auto &file) { return file.first.starts_with("other/"); });
        QVERIFY(message(head).find("this kustomization is gone, and with it ConfigMap shop/c") != std::string::npos);
    }

    void anOverlayAtAnotherPlaceIsNoLoss()
    {
        git::Files head;
        for (const auto &[path, text] : overlays())
            head[path.starts_with("other/") ? "moved/" + path.substr(6) : path] = text;
        QCOMPARE(unknowns(head), std::string());
    }

    void aTemplateThatLeavesItsChartWarns()
    {
        git::Files head = overlays();
        head.erase("chart/templates/d.yaml");
        QVERIFY(message(head).find("the chart loses chart/templates/d.yaml") != std::string::npos);
        head["chart/templates/more/d.yaml"] = configMap("shop", "d");
        QCOMPARE(unknowns(head), std::string());
    }
};

NOCLOBBER_TEST_MAIN(TestRendererInputRules)
#include "tst_renderer_input_rules.moc"
