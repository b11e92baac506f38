#include "tests/support/test_main.h"

#include <QScopeGuard>

#include "core/base/catalogue.h"
#include "core/blast/data_reason.h"

using namespace noclobber;
using blast::DataFate;

namespace {

blast::OwnReason reasonOf(std::string text, DataFate fate)
{
    static blast::AffectedObject object; // what is asked for points into it
    object.dataFate = fate;
    object.because = {{object.id, std::move(text)}};
    return blast::ownReason(object);
}

} // namespace

class TestDataReason : public QObject
{
    Q_OBJECT
private slots:
    void whatDecidesOverTheDataStandsLast()
    {
        const auto reason = reasonOf("it is gone; Application a prunes by itself, so it is deleted; StorageClass fast "
                                     "deletes the volume with its claim",
                                     DataFate::Lost);
        QCOMPARE(reason.why, "it is gone; Application a prunes by itself, so it is deleted");
        QCOMPARE(reason.data, "StorageClass fast deletes the volume with its claim");
    }
    void whatSaysWhoDeletesIsNotAboutData_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("application") << "it is gone; Application a prunes by itself, so it is deleted";
        QTest::newRow("flux") << "it is gone; Flux Kustomization a prunes, so it is deleted";
        QTest::newRow("confirmation") << "it goes; the deletion waits until a person confirms it";
        QTest::newRow("option") << "it is gone; Prune=confirm: it is deleted when a person confirms it";
        QTest::newRow("one clause") << "it is gone";
    }
    void whatSaysWhoDeletesIsNotAboutData()
    {
        QFETCH(QString, text);
        const auto reason = reasonOf(text.toStdString(), DataFate::Lost);
        QCOMPARE(QString::fromUtf8(reason.why.data(), qsizetype(reason.why.size())), text);
        QVERIFY(reason.data.empty());
    }
    void anotherLanguageIsTakenApartToo()
    {
        useCatalogue(
            {"zh_CN", {{"; ", "；"}, {"{}; the deletion waits until a person confirms it", "{}；等待确认"}}, {}});
        const auto reset = qScopeGuard([] { useCatalogue({}); });
        QCOMPARE(reasonOf("已删除；StorageClass fast 会删除存储卷", DataFate::Lost).data,
                 "StorageClass fast 会删除存储卷");
        QVERIFY(reasonOf("已删除；Application argocd/a 会自动清理", DataFate::Lost).data.empty());
        QVERIFY(reasonOf("已删除；等待确认", DataFate::Lost).data.empty());
    }
    void withoutDataTheReasonIsOnePiece()
    {
        QCOMPARE(reasonOf("it is gone; it was", DataFate::None).why, "it is gone; it was");
        QVERIFY(blast::ownReason({}).why.empty());
    }
};

NOCLOBBER_TEST_MAIN(TestDataReason)
#include "tst_data_reason.moc"
