#include "tests/support/change_case.h"
#include "tests/support/changes.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <fstream>

#include "core/review/overwrite_facts.h"

using namespace noclobber;
using test::configMap;
using test::deployed;

namespace {

git::Files base()
{
    return {{"apps/shop-one.yaml", deployed("shop-one", "env/shop-one")},
            {"env/shop-one/a.yaml", configMap("shop", "one")}};
}

/// Head declares the Application shop-one again, in a file and with a source that say shop-two.
git::Files head(const std::string &copy)
{
    git::Files files = base();
    files["apps/shop-two.yaml"] = copy;
    files["env/shop-two/a.yaml"] = configMap("shop", "two");
    return files;
}

review::OverwriteFacts factsOf(const test::ScratchRepository &repository)
{
    review::ReviewRequest request;
    request.comparison = {repository.path(), "main", "change"};
    request.today = "2026-11-23";
    const auto review = review::buildReview(request, {});
    if (!review)
        qFatal("%s", review.error().message.c_str());
    auto facts = review::readOverwriteFacts(**review, {"", {"argoproj.io", "Application", "argocd", "shop-one"}});
    if (!facts)
        qFatal("%s", facts.error().message.c_str());
    return std::move(*facts);
}

/// The same as `deployed`, with its name in the last line.
std::string nameLast(const std::string &name, const std::string &path)
{
    const std::string text = deployed(name, path);
    const std::size_t metadata = text.find("metadata:");
    const std::size_t spec = text.find("spec:");
    return text.substr(0, metadata) + text.substr(spec) + "metadata:\n  namespace: argocd\n  name: " + name + "\n";
}

constexpr auto secret = "stringData: {before: hidden}\napiVersion: v1\nkind: Secret\n"
                        "metadata: {name: s, namespace: shop}\ndata: {behind: hidden}\n";

} // namespace

/// What is offered for an overwritten object: the slip, and the patch that mends it.
class TestOverwriteFacts : public QObject
{
    Q_OBJECT
private slots:
    void theRenameShowsNothingOfASecretBesideIt_data()
    {
        QTest::addColumn<std::string>("copy");
        QTest::newRow("below") << test::documents({nameLast("shop-one", "env/shop-two"), secret});
        QTest::newRow("above") << test::documents({secret, deployed("shop-one", "env/shop-two")});
    }
    void theRenameShowsNothingOfASecretBesideIt()
    {
        QFETCH(std::string, copy);
        const test::ScratchRepository repository(base(), head(copy));
        const review::OverwriteFacts facts = factsOf(repository);
        QVERIFY(facts.slip);
        QCOMPARE(facts.slip->name, "shop-two");
        QVERIFY2(facts.patch.find("\n-  name: shop-one\n+  name: shop-two\n") != std::string::npos,
                 facts.patch.c_str());
        QVERIFY2(facts.patch.find("hidden") == std::string::npos, facts.patch.c_str());
        const QTemporaryDir folder;
        const std::string file = folder.filePath("rename.patch").toStdString();
        std::ofstream(file, std::ios::binary) << facts.patch;
        repository.git({"checkout", "-q", "change"});
        repository.git({"apply", "--check", file});
    }

    void aCopyInTheLinesOfASecretHasNoPatch()
    {
        std::string application = deployed("shop-one", "env/shop-two");
        application = "- " + QByteArray::fromStdString(application).trimmed().replace("\n", "\n  ").toStdString();
        const std::string inList = "- {apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: hidden}}\n";
        const test::ScratchRepository repository(
            base(), head("apiVersion: v1\nkind: List\nitems:\n" + inList + application + "\n"));
        const review::OverwriteFacts facts = factsOf(repository);
        QVERIFY(facts.slip);
        QCOMPARE(facts.patch, "");
    }
};

NOCLOBBER_TEST_MAIN(TestOverwriteFacts)
#include "tst_overwrite_facts.moc"
