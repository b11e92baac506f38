#include "tests/support/changes.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTemporaryDir>
#include <fstream>
#include <set>

#include "core/fix/fix.h"
#include "core/review/audit.h"

using namespace noclobber;

namespace {

review::Audit fixedAudit(const test::ScratchRepository &repository)
{
    review::ReviewRequest request;
    request.comparison.folder = repository.path();
    request.today = "2026-11-23";
    auto audit = review::auditCommit(request, {});
    if (!audit)
        qFatal("%s", audit.error().message.c_str());
    if (const auto fixed = review::addFix(*audit, {}); !fixed)
        qFatal("%s", fixed.error().message.c_str());
    return std::move(*audit);
}

/// What a fix is asked to mend: rule and identity, one a line.
std::set<std::string> fixable(const review::Audit &audit)
{
    std::set<std::string> findings;
    for (const rules::Finding &finding : audit.review.findings) {
        if (fix::isFixable(finding.rule) && !finding.waived)
            findings.insert(finding.rule + " " + toText(finding.id));
    }
    return findings;
}

std::set<std::string> unfixed(const review::Audit &audit)
{
    std::set<std::string> findings;
    for (const fix::Unfixed &entry : audit.fix->unfixed)
        findings.insert(entry.rule + " " + toText(entry.id));
    return findings;
}

/// The tree with the patch, as git applies it, committed.
void apply(const test::ScratchRepository &repository, const std::string &patch)
{
    if (patch.empty())
        return;
    const QTemporaryDir folder;
    const std::string file = folder.filePath("fix.patch").toStdString();
    std::ofstream(file, std::ios::binary) << patch;
    repository.git({"-c", "core.autocrlf=false", "apply", "--index", "--whitespace=nowarn", file});
    repository.git({"commit", "-q", "-m", "fixed"});
}

std::string joined(const std::set<std::string> &lines)
{
    std::string text;
    for (const std::string &line : lines)
        text += line + "\n";
    return text;
}

} // namespace

/// Real trees and hostile ones: the patch of an audit leaves nothing for a second one but what it said it leaves.
class TestAuditFix : public QObject
{
    Q_OBJECT

private:
    std::size_t m_mended = 0;

private slots:
    void aSecondAuditFindsOnlyWhatTheFirstCouldNotMend_data()
    {
        QTest::addColumn<std::string>("folder");
        for (const char *root : {NOCLOBBER_TESTS "/corpora", NOCLOBBER_TESTS "/fixtures"}) {
            for (const QString &name : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                const QString folder = QLatin1String(root) + QLatin1Char('/') + name + QLatin1String("/head");
                if (QDir(folder).exists())
                    QTest::newRow(qPrintable(name)) << folder.toStdString();
            }
        }
    }
    void aSecondAuditFindsOnlyWhatTheFirstCouldNotMend()
    {
        QFETCH(std::string, folder);
        const git::Files files = test::readFolder(folder);
        if (files.empty())
            return;
        if (files.contains(".noclobber.yaml") && files.at(".noclobber.yaml").empty())
            return;
        const test::ScratchRepository repository(files, files);
        const review::Audit first = fixedAudit(repository);
        apply(repository, first.fix->patch);
        const review::Audit second = fixedAudit(repository);
        QCOMPARE(joined(fixable(second)), joined(unfixed(first)));
        QCOMPARE(second.fix->patch, std::string());
        QCOMPARE(second.review.inventories.head.objects.size(), first.review.inventories.head.objects.size());
        QCOMPARE(second.review.problems.size(), first.review.problems.size());
        m_mended += fixable(first).size() - unfixed(first).size();
    }

    void muchWasMended() { QVERIFY2(m_mended > 300, std::to_string(m_mended).c_str()); }
};

NOCLOBBER_TEST_MAIN(TestAuditFix)
#include "tst_audit_fix.moc"
