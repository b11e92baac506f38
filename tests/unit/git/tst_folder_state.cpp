#include <QDir>
#include <QTemporaryDir>
#include <fstream>

#include "core/git/folder_state.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

using namespace noclobber;

/// Two folders that are watched: as git would see them, without being written or read again and again.
class TestFolderState : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_place;

    QString path(const char *name) const { return m_place->filePath(QLatin1String(name)); }
    git::FolderPair pair() const { return {path("old").toStdString(), path("new").toStdString()}; }
    void write(const char *name, const std::string &text) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        std::ofstream(path(name).toStdString(), std::ios::binary) << text;
    }
    git::FolderState state(const git::FolderState &before = {}) const
    {
        const auto found = git::findFolderState(pair(), before, {});
        if (!found)
            qFatal("%s", found.error().message.c_str());
        return *found;
    }

private slots:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        QDir().mkpath(path("old"));
        write("new/a.yaml", "kind: A\n");
    }

    void itsTipsAreTheCommitsThatAreWritten()
    {
        for (const char *name : {"new/deep/b.yaml", "new/deep.yaml", "new/deep-er/x", "new/deep0", "new/deep/er/z"})
            write(name, name);
        write("new/large.yaml", std::string(3'000'000, '#'));
        write("new/.git/config", "no part of it");
        write("new/run.sh", "#!/bin/sh\n");
        QVERIFY(QFile::setPermissions(path("new/run.sh"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(QDir().mkpath(path("new/deep/empty/emptier")));
        QVERIFY(QFile::link("a.yaml", path("new/link.yaml")));
        QVERIFY(QFile::link("nowhere", path("new/deep/broken.yaml")));
        const auto request = git::writeFolderPair(pair(), path("copy").toStdString(), {});
        QVERIFY(request);
        const auto tips = git::findTips({request->folder, "old", "new"});
        QVERIFY(tips);
        QCOMPARE(state().tips.base, tips->base); // a folder without files
        QCOMPARE(state().tips.head, tips->head);
    }

    void filesAreReadOnlyWhenSomethingLooksDifferent()
    {
        git::FolderState known = state();
        known.tips = {"known", "known"};
        QVERIFY(state(known).tips == known.tips);
        write("new/a.yaml", "kind: Other\n");
        const git::FolderState now = state(known);
        QVERIFY(now.stamp != known.stamp);
        QVERIFY(now.tips.base != "known" && now.tips.head != "known");
    }

    void whatIsWrittenAgainAlikeHasTheSameTips()
    {
        const git::FolderState before = state();
        QFile file(path("new/a.yaml"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(1), QFileDevice::FileModificationTime));
        file.close();
        const git::FolderState now = state(before);
        QVERIFY(now.stamp != before.stamp);
        QVERIFY(now.tips == before.tips);
    }

    void eachKindOfChangeMovesItsSideOnly()
    {
        git::FolderState before = state();
        const auto movedHead = [&] {
            const git::FolderState now = state(before);
            const bool isHead = now.tips.base == before.tips.base && now.tips.head != before.tips.head;
            before = now;
            return isHead;
        };
        write("new/b.yaml", "kind: B\n");
        QVERIFY(movedHead());
        QVERIFY(QDir().rename(path("new/b.yaml"), path("new/c.yaml")));
        QVERIFY(movedHead());
        QVERIFY(QFile::remove(path("new/c.yaml")));
        QVERIFY(movedHead());
        QVERIFY(QFile::link("a.yaml", path("new/c.yaml")));
        QVERIFY(movedHead());
        QVERIFY(QFile::remove(path("new/c.yaml")) && QFile::link("b.yaml", path("new/c.yaml")));
        QVERIFY(movedHead());
    }

    void aMissingFolderIsNamed()
    {
        QVERIFY(QDir(path("old")).removeRecursively());
        const auto found = git::findFolderState(pair(), {}, {});
        QVERIFY(found.error().code == ErrorCode::NotFound);
        QVERIFY(found.error().message.find(pair().base) != std::string::npos);
    }

    void stopsWhenAsked()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(git::findFolderState(pair(), {}, stop.get_token()).error().code == ErrorCode::Cancelled);
    }
};

NOCLOBBER_TEST_MAIN(TestFolderState)
#include "tst_folder_state.moc"
