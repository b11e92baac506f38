#include <QDir>
#include <QTemporaryDir>
#include <fstream>

#include "core/git/blob_reader.h"
#include "core/git/folder_pair.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

using namespace noclobber;

namespace {

void write(const QDir &folder, const QString &path, const std::string &text)
{
    const QString file = folder.filePath(path);
    QDir().mkpath(QFileInfo(file).path());
    std::ofstream(file.toStdString(), std::ios::binary) << text;
}

std::string paths(const git::TreeSnapshot &snapshot)
{
    std::string all;
    for (const git::TreeEntry &entry : snapshot.entries)
        all += (all.empty() ? "" : " ") + std::string(entry.path);
    return all;
}

} // namespace

class TestFolderPair : public QObject
{
    Q_OBJECT

    QTemporaryDir m_place;
    QDir m_base{m_place.filePath("old/manifests")};
    QDir m_head{m_place.filePath("new/manifests")};

    git::FolderPair pair() const { return {m_base.path().toStdString(), m_head.path().toStdString()}; }
    std::string copy() const { return m_place.filePath("cache/pair").toStdString(); }

private slots:
    void initTestCase()
    {
        write(m_base, "a.yaml", "kind: A\n");
        write(m_base, "deep/b.yaml", "kind: B\n");
        write(m_base, ".git/config", "no part of it");
        write(m_head, "a.yaml", std::string(3'000'000, '#') + "\nkind: A\n");
        QVERIFY(QFile::link("a.yaml", m_head.filePath("link.yaml")));
    }

    void foldersAreComparedAsTheyAre()
    {
        const git::Files before = test::readFolder(m_head.path().toStdString());
        const auto request = git::writeFolderPair(pair(), copy(), {});
        QVERIFY2(request, request ? "" : request.error().message.c_str());
        QCOMPARE(*request->base, std::string("old/manifests..new/manifests"));
        const auto comparison = git::compare(*request, {});
        QVERIFY(comparison);
        QVERIFY(comparison->kind == git::ComparisonKind::TwoDot);
        QCOMPARE(paths(comparison->base), std::string("a.yaml deep/b.yaml"));
        QCOMPARE(paths(comparison->head), std::string("a.yaml link.yaml"));
        QVERIFY(comparison->head.find("link.yaml")->type == git::EntryType::SymbolicLink);
        const auto reader = git::BlobReader::open(*comparison);
        QVERIFY(reader);
        QCOMPARE(reader->read(comparison->head.find("a.yaml")->id, 4'000'000)->size(), std::size_t{3'000'009});
        QVERIFY2(test::readFolder(m_head.path().toStdString()) == before, "nothing is written into a folder");
    }

    void equalFoldersGiveEqualCommitsAgain()
    {
        QVERIFY(git::writeFolderPair(pair(), copy(), {}));
        const auto first = git::compare({copy(), "old/manifests..new/manifests", {}}, {});
        QVERIFY(git::writeFolderPair(pair(), copy(), {}));
        const auto second = git::compare({copy(), "old/manifests..new/manifests", {}}, {});
        QCOMPARE(second->base.commit, first->base.commit);
        QCOMPARE(second->head.commit, first->head.commit);
    }

    void aMissingFolderIsNamed()
    {
        const auto request = git::writeFolderPair({m_place.filePath("nowhere").toStdString(), pair().head}, copy(), {});
        QVERIFY(request.error().code == ErrorCode::NotFound);
        QVERIFY(request.error().message.find("nowhere") != std::string::npos);
    }

    void aStoppedCopySaysSo()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(git::writeFolderPair(pair(), copy(), stop.get_token()).error().code == ErrorCode::Cancelled);
    }

    void namesAreThoseOfTheFolders_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("names");
        QTest::newRow("different") << "/a/before"
                                   << "/b/after/"
                                   << "before..after";
        QTest::newRow("alike") << "/x/old/out"
                               << "/x/new/out"
                               << "old/out..new/out";
        QTest::newRow("the same folder") << "/x/out"
                                         << "/x/out"
                                         << "base..head";
        QTest::newRow("no branch may be called so") << "/x/a..b"
                                                    << "/x/.c d"
                                                    << "a._b.._c_d";
        QTest::newRow("root") << "/"
                              << "/x/out"
                              << "folder-0..out";
    }
    void namesAreThoseOfTheFolders()
    {
        QFETCH(QString, base);
        QFETCH(QString, head);
        QFETCH(QString, names);
        const git::FolderPair found = git::namesOf({base.toStdString(), head.toStdString()});
        QCOMPARE(QString::fromStdString(found.base + ".." + found.head), names);
    }
};

NOCLOBBER_TEST_MAIN(TestFolderPair)
#include "tst_folder_pair.moc"
