#include "core/record/seen_digest.h"
#include "tests/support/change_case.h"
#include "tests/support/changes.h"
#include "tests/support/sample_review.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::record;

namespace {

constexpr Key someKey{1, 2, 3};

review::ReviewPtr reviewed(const git::Files &base, const git::Files &head)
{
    const test::ScratchRepository repository(base, head);
    review::ReviewRequest request;
    request.comparison = {repository.path(), "main", "change"};
    request.jobs = 1;
    auto review = review::buildReview(request, {});
    if (!review)
        qFatal("%s", review.error().message.c_str());
    return *review;
}

Digest digestIn(const git::Files &base, const git::Files &head, const argo::ObjectId &id, const Key &key = someKey)
{
    const test::ScratchRepository repository(base, head);
    review::ReviewRequest request;
    request.comparison = {repository.path(), "main", "change"};
    request.jobs = 1;
    const auto review = review::buildReview(request, {});
    if (!review)
        qFatal("%s", review.error().message.c_str());
    const auto digests = seenDigests(**review, std::span(&id, 1), key, {});
    return digests->front();
}

argo::ObjectId inNone(const char *kind, const char *name)
{
    return {Name(), {Name(), Name(kind), Name("shop"), Name(name)}};
}

std::string secret(const std::string &value)
{
    return "apiVersion: v1\nkind: Secret\nmetadata: {name: login, namespace: shop}\ndata: {password: " + value + "}\n";
}

} // namespace

class TestSeenDigest : public QObject
{
    Q_OBJECT

    const argo::ObjectId m_one = inNone("ConfigMap", "one");
    const git::Files m_base{
        {"all.yaml", test::documents({test::configMap("shop", "one", "old"), test::configMap("shop", "two", "old")})}};

    Digest digest(const std::string &one, const std::string &two, const std::string &before = {})
    {
        std::vector<std::string> texts{test::configMap("shop", "one", one), test::configMap("shop", "two", two)};
        if (!before.empty())
            texts.insert(texts.begin(), before);
        return digestIn(m_base, {{"all.yaml", test::documents(texts)}}, m_one);
    }

private slots:
    void macIsThatOfTheStandard()
    {
        // RFC 4231, test case 1, whose key of 20 bytes is filled up with zeros as HMAC does
        Key key{};
        std::fill_n(key.begin(), 20, std::uint8_t{0x0b});
        QCOMPARE(toHex(keyedDigest(key, "Hi There")),
                 std::string("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"));
    }

    void anObjectKeepsItsDigestWhileItsNeighboursChange()
    {
        const Digest seen = digest("new", "old");
        QCOMPARE(toHex(digest("new", "other")), toHex(seen));
        QCOMPARE(toHex(digest("new", "old", test::configMap("shop", "third", "x"))), toHex(seen));
    }

    void eitherSideCounts()
    {
        const Digest seen = digest("new", "old");
        QVERIFY(digest("newer", "old") != seen);
        const git::Files otherBase{{"all.yaml", test::documents({test::configMap("shop", "one", "older"),
                                                                 test::configMap("shop", "two", "old")})}};
        QVERIFY(digestIn(otherBase,
                         {{"all.yaml", test::documents({test::configMap("shop", "one", "new"),
                                                        test::configMap("shop", "two", "old")})}},
                         m_one) != seen);
    }

    void aSecondDefinitionOfTheSameTextCounts()
    {
        QVERIFY(digest("new", "old") != digest("new", "old", test::configMap("shop", "one", "new")));
    }

    void whatBecomesOfItCounts()
    {
        auto review = std::make_shared<review::Review>(test::sampleReview());
        std::vector<argo::ObjectId> ids;
        for (const blast::AffectedObject &object : review->radius.objects)
            ids.push_back(object.id);
        const auto before = *seenDigests(*review, ids, someKey, {});
        review->radius.objects[0].effect = blast::Effect::Adopted;
        review->radius.objects[1].dataFate =
            review->radius.objects[1].dataFate == blast::DataFate::Lost ? blast::DataFate::Kept : blast::DataFate::Lost;
        const auto after = *seenDigests(*review, ids, someKey, {});
        QVERIFY(before[0] != after[0]);
        QVERIFY(before[1] != after[1]);
        for (std::size_t i = 2; i < ids.size(); ++i)
            QCOMPARE(toHex(before[i]), toHex(after[i]));
    }

    void aSecretsDigestNeedsTheKey()
    {
        const argo::ObjectId login = inNone("Secret", "login");
        const git::Files base{{"s.yaml", secret("b2xk")}};
        const Digest seen = digestIn(base, {{"s.yaml", secret("bmV3")}}, login);
        QVERIFY(digestIn(base, {{"s.yaml", secret("b3RoZXI=")}}, login) != seen);
        QVERIFY(digestIn(base, {{"s.yaml", secret("bmV3")}}, login, Key{9}) != seen);
    }

    void twoObjectsOfOneTextHaveTwoDigests()
    {
        const auto review = reviewed({}, {{"a.yaml", test::configMap("shop", "one")}});
        const std::vector<argo::ObjectId> ids{m_one, inNone("ConfigMap", "nowhere"), inNone("ConfigMap", "else")};
        const auto digests = *seenDigests(*review, ids, someKey, {});
        QVERIFY(digests[0] != digests[1]);
        QVERIFY(digests[1] != digests[2]);
    }

    void stopsWhenAsked()
    {
        const auto review = test::sampleReview();
        const std::vector<argo::ObjectId> ids{review.changes.changes.front().id};
        std::stop_source stop;
        stop.request_stop();
        const auto digests = seenDigests(review, ids, someKey, stop.get_token());
        QVERIFY(!digests);
        QCOMPARE(digests.error().code, ErrorCode::Cancelled);
    }
};

NOCLOBBER_TEST_MAIN(TestSeenDigest)
#include "tst_seen_digest.moc"
