#include "tests/support/changes.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/fix/file_fix.h"
#include "core/git/patch.h"
#include "core/kube/manifest.h"

using namespace noclobber;
using fix::FileWish;
using fix::Wish;
using nlohmann::json;

namespace {

const std::string annotation = "argocd.argoproj.io/sync-options";

/// Everything that a fix can add, to whatever object it is.
std::vector<FileWish> wishesOf(const std::string &bytes, yaml::TextFormat format)
{
    std::vector<FileWish> wishes;
    for (const auto &manifest : kube::readManifests(bytes, format).manifests) {
        const auto found = manifest->annotations.find(annotation);
        if (found == manifest->annotations.end() || found->second.find("Prune=") == std::string::npos)
            wishes.push_back({manifest->document,
                              manifest->item,
                              {Wish::Form::Options, {"metadata", "annotations", annotation}, {"Prune=false", "X=y"}}});
        if (manifest->kind == "Application")
            wishes.push_back(
                {manifest->document,
                 manifest->item,
                 {Wish::Form::Item, {"spec", "syncPolicy", "syncOptions"}, {"FailOnSharedResource=true"}}});
        if (manifest->kind == "PersistentVolume")
            wishes.push_back({manifest->document, manifest->item, {Wish::Form::Text, {"spec", "reclaim"}, {"Retain"}}});
    }
    return wishes;
}

json contentOf(const std::string &bytes, yaml::TextFormat format, int document, int item)
{
    const auto content = kube::readContent(bytes, format, document, item);
    return content ? json::parse(yaml::toCanonicalJson(*content)) : json("unreadable");
}

/// The object with the wish, worked out in another way than the product does.
json expected(json content, const Wish &wish)
{
    json *field = &content;
    for (const std::string &key : wish.path) {
        if (field->is_null())
            *field = json::object();
        field = &(*field)[key];
    }
    if (wish.form == Wish::Form::Item) {
        json list = json::array({wish.values.front()});
        for (const json &item : field->is_null() ? json::array() : *field)
            list.push_back(item);
        *field = list;
    } else if (wish.form == Wish::Form::Text) {
        *field = wish.values.front();
    } else {
        std::string text = field->is_string() ? field->get<std::string>() : "";
        for (const std::string &value : wish.values)
            text += (text.empty() ? "" : ",") + value;
        *field = text;
    }
    return content;
}

/// The files of a folder that may hold manifests; links are left out.
git::Files manifestsIn(const std::string &folder)
{
    git::Files files;
    for (auto &[path, bytes] : test::readFolder(folder)) {
        if (path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".json"))
            files[path] = std::move(bytes);
    }
    return files;
}

std::string contentOfFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

/// Whatever manifest it is: a fix adds exactly what is wished, or says why not, and git takes the patch.
class TestFixProperty : public QObject
{
    Q_OBJECT

private:
    std::map<std::string, std::set<std::string>> m_refusals; ///< by reason the files
    std::size_t m_wishes = 0;
    std::size_t m_fulfilled = 0;

    /// Every object of the file afterwards: as before, or as before with what was wished.
    void checkContents(const std::string &path, const std::string &before, const std::vector<FileWish> &wishes,
                       const fix::FileFix &fixed)
    {
        const yaml::TextFormat format = yaml::formatOf(path);
        std::map<std::pair<int, int>, std::vector<std::size_t>> byObject;
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            ++m_wishes;
            m_fulfilled += fixed.refused[i].empty() ? 1 : 0;
            if (!fixed.refused[i].empty())
                m_refusals[fixed.refused[i]].insert(path);
            byObject[{wishes[i].document, wishes[i].item}].push_back(i);
        }
        const auto manifests = kube::readManifests(before, format);
        const auto after = kube::readManifests(fixed.bytes, format);
        QCOMPARE(after.manifests.size(), manifests.manifests.size());
        QCOMPARE(after.problems.size(), manifests.problems.size());
        QCOMPARE(after.ambiguities.size(), manifests.ambiguities.size());
        if (manifests.manifests.size() > 400) // each is read from the beginning of its file
            return;
        for (const auto &manifest : manifests.manifests) {
            json wanted = contentOf(before, format, manifest->document, manifest->item);
            for (const std::size_t i : byObject[{manifest->document, manifest->item}])
                wanted = fixed.refused[i].empty() ? expected(std::move(wanted), wishes[i].wish) : wanted;
            const json found = contentOf(fixed.bytes, format, manifest->document, manifest->item);
            QVERIFY2(found == wanted, (path + " " + std::to_string(manifest->document)).c_str());
        }
    }

    void checkFolder(const std::string &folder)
    {
        const git::Files files = manifestsIn(folder);
        if (files.empty())
            return;
        std::string patch;
        git::Files after;
        for (const auto &[path, bytes] : files) {
            const auto wishes = wishesOf(bytes, yaml::formatOf(path));
            const fix::FileFix fixed = fix::fixFile(bytes, yaml::formatOf(path), wishes);
            checkContents(path, bytes, wishes, fixed);
            if (QTest::currentTestFailed())
                return;
            const auto written = git::writePatch(path, bytes, fixed.bytes, 3);
            QVERIFY(bool(written));
            QCOMPARE(written->empty(), fixed.bytes == bytes);
            patch += *written;
            after[path] = fixed.bytes;
            // A wish that is fulfilled is not wished again: what is left are the refused ones.
            const auto again = wishesOf(fixed.bytes, yaml::formatOf(path));
            for (const FileWish &wish : again) {
                if (wish.wish.form != Wish::Form::Options)
                    continue;
                const auto place = std::ranges::find_if(wishes, [&](const FileWish &other) {
                    return other.document == wish.document && other.item == wish.item && other.wish == wish.wish;
                });
                QVERIFY(place != wishes.end());
                QVERIFY(!fixed.refused[static_cast<std::size_t>(place - wishes.begin())].empty());
            }
        }
        if (patch.empty())
            return;
        const test::ScratchRepository repository(files, files);
        const QTemporaryDir outside;
        const std::string patchFile = outside.filePath("fix.patch").toStdString();
        std::ofstream(patchFile, std::ios::binary) << patch;
        repository.git({"-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", patchFile});
        for (const auto &[path, bytes] : after)
            QVERIFY2(contentOfFile(repository.path() + "/" + path) == bytes, path.c_str());
    }

private slots:
    void everyManifestOfTheRepositoryCanBeFixed_data()
    {
        QTest::addColumn<std::string>("folder");
        const QString corpora = qEnvironmentVariable("NOCLOBBER_CORPORA", QStringLiteral(NOCLOBBER_TESTS "/corpora"));
        for (const QString &name : QDir(corpora).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            for (const char *side : {"base", "head"}) {
                const QString folder = corpora + QLatin1Char('/') + name + QLatin1Char('/') + QLatin1String(side);
                if (QDir(folder).exists())
                    QTest::newRow(qPrintable(name + QLatin1Char(' ') + QLatin1String(side))) << folder.toStdString();
            }
        }
        QTest::newRow("fixtures") << std::string(NOCLOBBER_TESTS "/fixtures");
    }
    void everyManifestOfTheRepositoryCanBeFixed()
    {
        QFETCH(std::string, folder);
        checkFolder(folder);
    }

    void almostNoneIsRefused()
    {
        for (const auto &[reason, paths] : m_refusals) {
            for (const std::string &path : paths)
                qInfo("%s: %s", path.c_str(), reason.c_str());
        }
        qInfo("%zu of %zu wishes fulfilled", m_fulfilled, m_wishes);
        QVERIFY(m_wishes > 1000);
        QVERIFY(100 * m_fulfilled >= 99 * m_wishes);
    }
};

NOCLOBBER_TEST_MAIN(TestFixProperty)
#include "tst_fix_property.moc"
