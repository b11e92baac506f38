#include "tests/support/test_main.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

namespace {

/// Which folders the files of a folder may include, besides the folder itself.
QMap<QString, QStringList> allowedFolders()
{
    QMap<QString, QStringList> allowed{
        {"core/base", {}},
        {"core/git", {"core/base"}},
        {"core/yaml", {"core/base"}},
    };
    QStringList left{"core/base", "core/git", "core/yaml"};
    for (const char *folder : {"kube", "index", "argo", "diff", "blast", "rules", "recovery", "fix", "review", "record",
                               "report", "forge"}) {
        const QString name = QStringLiteral("core/") + QLatin1String(folder);
        allowed[name] = left;
        left << name;
    }
    allowed["ui/widgets"] = {};
    allowed["ui/record"] = left;
    allowed["ui/models"] = left + QStringList{"ui/record"};
    allowed["ui/runner"] = left;
    allowed["ui/views"] = left + QStringList{"ui/models", "ui/record", "ui/runner", "ui/widgets"};
    allowed["app/cli"] = left;
    allowed["app/desktop"] = allowed["ui/views"] + QStringList{"ui/views"};
    return allowed;
}

QString folderOf(const QString &path)
{
    return path.section('/', 0, 1);
}

/// The library a `#include <...>` belongs to, of those that only some folders may know; else empty.
QString libraryOf(const QString &header)
{
    static const QRegularExpression qt("^Q[A-Z]|^Qt[A-Z][A-Za-z]*/|^q[a-z]+\\.h$");
    if (header.startsWith("git2"))
        return "libgit2";
    if (header.startsWith("yaml-cpp"))
        return "yaml-cpp";
    if (header.startsWith("KSyntaxHighlighting"))
        return "KSyntaxHighlighting";
    return qt.match(header).hasMatch() ? QString("Qt") : QString();
}

bool mayUse(const QString &folder, const QString &library)
{
    if (library == "libgit2")
        return folder == "core/git";
    if (library == "yaml-cpp")
        return folder == "core/yaml";
    if (library == "KSyntaxHighlighting")
        return folder == "ui/views" || folder == "app/desktop";
    return library.isEmpty() || folder == "core/forge" || folder.startsWith("ui/") || folder == "app/desktop";
}

/// What is wrong with the includes of one file, as sentences; empty when nothing is.
QStringList wrongIncludes(const QString &path, const QString &text)
{
    static const QRegularExpression include("^\\s*#\\s*include\\s*([<\"])([^>\"]+)",
                                            QRegularExpression::MultilineOption);
    static const auto allowed = allowedFolders();
    const QString folder = folderOf(path);
    if (!allowed.contains(folder))
        return {path + ": the folder " + folder + " is not in the list of folders"};

    QStringList wrong;
    for (auto match = include.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        const QString header = found.captured(2);
        if (!mayUse(folder, libraryOf(header)))
            wrong << path + ": " + folder + " may not know " + libraryOf(header) + " (" + header + ")";
        if (found.captured(1) == "<")
            continue;
        if (!header.contains('/') && !header.endsWith(".moc"))
            wrong << path + ": include from the root, not \"" + header + "\"";
        const QString target = folderOf(header);
        if (header.contains('/') && target != folder && !allowed.value(folder).contains(target))
            wrong << path + ": " + folder + " may not include " + header;
    }
    return wrong;
}

/// A sentence if the file is longer than a person reads in one go; else empty.
QString tooLong(const QString &path, const QString &text)
{
    const auto limit = path.endsWith(".h") ? 150 : 400;
    const auto lines = text.count('\n');
    return lines <= limit ? QString() : QString("%1: %2 lines, at most %3").arg(path).arg(lines).arg(limit);
}

/// Path from the root to text, of every source and header of the product.
QMap<QString, QString> productFiles()
{
    QMap<QString, QString> files;
    const QString root = QStringLiteral(NOCLOBBER_SOURCE_DIR "/");
    for (const char *top : {"core", "ui", "app"}) {
        QDirIterator each(root + top, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            if (file.open(QIODevice::ReadOnly))
                files[file.fileName().mid(root.size())] = QString::fromUtf8(file.readAll());
        }
    }
    return files;
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT
private slots:
    void everyFileIncludesOnlyWhatItsFolderMayKnow()
    {
        QStringList wrong;
        const auto files = productFiles();
        QVERIFY(files.contains("core/base/result.h"));
        for (auto file = files.begin(); file != files.end(); ++file)
            wrong << wrongIncludes(file.key(), file.value());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void everyFileIsShort()
    {
        QStringList wrong;
        const auto files = productFiles();
        for (auto file = files.begin(); file != files.end(); ++file)
            wrong << tooLong(file.key(), file.value());
        wrong.removeAll(QString());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void includesAreJudgedByFolder_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("include");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("own folder") << "core/diff/a.cpp"
                                    << "\"core/diff/a.h\"" << true;
        QTest::newRow("folder to the left") << "core/diff/a.cpp"
                                            << "\"core/yaml/document.h\"" << true;
        QTest::newRow("folder to the right") << "core/diff/a.cpp"
                                             << "\"core/blast/blast_radius.h\"" << false;
        QTest::newRow("git knows no yaml") << "core/git/a.cpp"
                                           << "\"core/yaml/document.h\"" << false;
        QTest::newRow("yaml knows no git") << "core/yaml/a.cpp"
                                           << "\"core/git/comparison.h\"" << false;
        QTest::newRow("not from the root") << "core/diff/a.cpp"
                                           << "\"a.h\"" << false;
        QTest::newRow("libgit2 in git") << "core/git/a.cpp"
                                        << "<git2.h>" << true;
        QTest::newRow("libgit2 elsewhere") << "core/review/a.cpp"
                                           << "<git2/blob.h>" << false;
        QTest::newRow("yaml-cpp in yaml") << "core/yaml/a.cpp"
                                          << "<yaml-cpp/yaml.h>" << true;
        QTest::newRow("yaml-cpp elsewhere") << "core/argo/a.cpp"
                                            << "<yaml-cpp/yaml.h>" << false;
        QTest::newRow("Qt class in core") << "core/report/a.cpp"
                                          << "<QString>" << false;
        QTest::newRow("Qt module in core") << "core/report/a.cpp"
                                           << "<QtCore/QString>" << false;
        QTest::newRow("Qt in forge") << "core/forge/a.cpp"
                                     << "<QNetworkReply>" << true;
        QTest::newRow("Qt in the command line") << "app/cli/main.cpp"
                                                << "<QCoreApplication>" << false;
        QTest::newRow("widgets know Qt only") << "ui/widgets/a.cpp"
                                              << "\"core/review/review.h\"" << false;
        QTest::newRow("widgets know no models") << "ui/widgets/a.cpp"
                                                << "\"ui/models/roles.h\"" << false;
        QTest::newRow("models know core") << "ui/models/a.cpp"
                                          << "\"core/review/review.h\"" << true;
        QTest::newRow("models know no views") << "ui/models/a.cpp"
                                              << "\"ui/views/a.h\"" << false;
        QTest::newRow("views know widgets") << "ui/views/a.cpp"
                                            << "\"ui/widgets/a.h\"" << true;
        QTest::newRow("core knows no screen") << "core/review/a.cpp"
                                              << "\"ui/models/roles.h\"" << false;
        QTest::newRow("unknown folder") << "core/helpers/a.cpp"
                                        << "<string>" << false;
    }
    void includesAreJudgedByFolder()
    {
        QFETCH(QString, path);
        QFETCH(QString, include);
        QFETCH(bool, allowed);
        QCOMPARE(wrongIncludes(path, "#include " + include + "\n").isEmpty(), allowed);
    }

    void lengthIsJudgedByKindOfFile()
    {
        QCOMPARE(tooLong("core/diff/a.h", QString(150, '\n')), QString());
        QCOMPARE(tooLong("core/diff/a.h", QString(151, '\n')), QString("core/diff/a.h: 151 lines, at most 150"));
        QCOMPARE(tooLong("core/diff/a.cpp", QString(400, '\n')), QString());
        QVERIFY(!tooLong("core/diff/a.cpp", QString(401, '\n')).isEmpty());
    }
};

NOCLOBBER_TEST_MAIN(TestLayers)
#include "tst_layers.moc"
