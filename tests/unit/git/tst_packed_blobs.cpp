#include "tests/unit/git/history.h"

#include <QCryptographicHash>
#include <algorithm>
#include <cstring>
#include <mutex>

#include "core/base/parallel_map.h"
#include "core/git/delta.h"
#include "core/git/packed_blobs.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::numbered;
using test::packOf;
using test::ScratchRepository;

namespace {

constexpr std::size_t limit = 1U << 20U;

/// Contents by path, much alike, so that git stores them as changes of one another; each of a length of its own.
git::Files alike(int count)
{
    git::Files files;
    std::string text;
    for (int line = 0; line < 200; ++line)
        text += "line " + std::to_string(line * 7919 % 1000) + "\n";
    for (int i = 0; i < count; ++i)
        files["f" + std::to_string(1000 + i)] =
            text + std::string(static_cast<std::size_t>(i), 'x') + "\n" + text.substr(0, text.size() / 2);
    return files;
}

void pack(const ScratchRepository &repository, const std::vector<std::string> &settings = {})
{
    std::vector<std::string> arguments = settings;
    arguments.insert(arguments.end(), {"repack", "-a", "-d", "-f", "-q", "--depth=50"});
    repository.git(arguments);
    repository.git({"prune-packed"});
}

/// What the packs tell of a commit's files, by path.
std::map<std::string, std::string> told(const git::Comparison &comparison, std::size_t most = limit, unsigned jobs = 1)
{
    std::vector<git::BlobId> wanted;
    for (const git::TreeEntry &entry : comparison.head.entries)
        wanted.push_back(entry.id);
    const git::PackedBlobs packed(comparison, wanted, most);
    std::map<std::string, std::string> contents;
    std::mutex mutex;
    parallelFor(
        packed.families(), jobs, {}, [] { return 0; },
        [&](int, std::size_t family) {
            const auto tell = [&](std::size_t place, std::string_view bytes) {
                const std::lock_guard lock(mutex);
                contents.emplace(comparison.head.entries[place].path, bytes);
            };
            packed.visit(family, tell, {});
        },
        1);
    return contents;
}

std::map<std::string, std::string> contentsOf(git::Files files)
{
    return {files.begin(), files.end()};
}

void overwrite(const std::filesystem::path &path, std::streamoff at, const std::string &bytes)
{
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(at);
    file << bytes;
}

std::string sha1(const std::string &bytes)
{
    return QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha1).toStdString();
}

std::string nameOf(const std::string &content)
{
    return sha1("blob " + std::to_string(content.size()) + std::string(1, '\0') + content);
}

/// An entry of a pack for fewer than 16 bytes; `base` says what a delta is one of.
std::string entry(int type, const std::string &bytes, const std::string &base = {})
{
    return static_cast<char>(type << 4 | static_cast<int>(bytes.size())) + base +
           qCompress(QByteArray::fromStdString(bytes)).mid(4).toStdString();
}

/// Writes a pack of less than 65,536 entries with its index.
void writePack(const ScratchRepository &repository, const std::vector<std::string> &entries)
{
    std::string pack("PACK\0\0\0\2\0\0", 10);
    pack += {static_cast<char>(entries.size() >> 8U), static_cast<char>(entries.size())};
    for (const std::string &each : entries)
        pack += each;
    const std::string path = repository.path() + "/.git/objects/pack/pack-made.pack";
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << pack << sha1(pack);
    repository.git({"index-pack", path});
}

/// What the packs tell of these contents, in a row.
std::string toldOf(const ScratchRepository &repository, const std::vector<std::string> &contents)
{
    std::vector<git::BlobId> wanted(contents.size());
    for (std::size_t i = 0; i < contents.size(); ++i)
        std::memcpy(wanted[i].bytes.data(), nameOf(contents[i]).data(), wanted[i].bytes.size());
    const auto commit = git::openCommit(repository.path(), "change", {});
    const git::PackedBlobs packed(*commit, wanted, limit);
    std::string text;
    for (std::size_t family = 0; family < packed.families(); ++family)
        packed.visit(family, [&](std::size_t, std::string_view bytes) { text += bytes; }, {});
    return text;
}

const std::string one = "name: one\n";
const std::string two = "name: two\n"; ///< as long as the other one
const std::string onesDelta{10, 12, '\x90', 10, 2, '#', '\n'};

std::string made(const std::string &delta, const std::string &base, std::size_t most = 100)
{
    git::Buffer buffer;
    return git::applyDelta(delta, base, most, buffer) ? std::string(buffer.bytes()) : "-";
}

} // namespace

class TestPackedBlobs : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("GIT_CONFIG_NOSYSTEM", "1");
    }

    void everyContentOfAPackIsTold_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<unsigned>("jobs");
        QTest::newRow("bases by offset") << "pack.threads=1" << 1U;
        QTest::newRow("bases by id") << "repack.useDeltaBaseOffset=false" << 1U;
        QTest::newRow("not packed further") << "core.compression=0" << 1U;
        QTest::newRow("threads") << "pack.threads=1" << 4U;
    }

    void everyContentOfAPackIsTold()
    {
        QFETCH(const QString, setting);
        QFETCH(const unsigned, jobs);
        git::Files files = alike(600);
        files["empty"] = "";
        files["zeros"] = std::string(1000, '\0');
        const ScratchRepository repository({}, files);
        pack(repository, {"-c", setting.toStdString()});
        const auto commit = git::openCommit(repository.path(), "change", {});
        QVERIFY(commit);
        QVERIFY(told(*commit, limit, jobs) == contentsOf(files));
    }

    void contentsOfSeveralPacksAreTold()
    {
        const git::Files files = alike(4);
        const ScratchRepository repository({}, files);
        pack(repository);
        const git::Files more{{"g1", "one\n"}, {"g2", "two\n"}};
        test::commitFiles(repository, more);
        repository.git({"repack", "-d", "-q"});
        const auto commit = git::openCommit(repository.path(), "HEAD", {});
        auto expected = contentsOf(files);
        expected.insert(more.begin(), more.end());
        QVERIFY(told(*commit) == expected);
    }

    void contentsThatARepositoryBorrowsAreTold()
    {
        const ScratchRepository repository({}, alike(4));
        pack(repository);
        const QTemporaryDir place;
        const std::string borrowing = place.filePath("borrowing").toStdString();
        repository.git({"clone", "-q", "--shared", "--bare", repository.path(), borrowing});
        const auto commit = git::openCommit(borrowing, "change", {});
        QVERIFY(told(*commit) == contentsOf(alike(4)));
    }

    void whatIsLooseIsLeft()
    {
        const ScratchRepository repository({}, {{"a", numbered()}});
        const auto commit = git::openCommit(repository.path(), "change", {});
        QVERIFY(told(*commit).empty());
    }

    void whatIsLargerThanTheLimitIsLeft()
    {
        const ScratchRepository repository({}, {{"large", std::string(5001, 'x')}, {"small", std::string(5000, 'y')}});
        pack(repository);
        const auto commit = git::openCommit(repository.path(), "change", {});
        const std::map<std::string, std::string> expected{{"small", std::string(5000, 'y')}};
        QVERIFY(told(*commit, 5000) == expected);
    }

    void aFamilyIsLeftWhenStopIsRequested()
    {
        const ScratchRepository repository({}, alike(100));
        pack(repository);
        const auto commit = git::openCommit(repository.path(), "change", {});
        std::vector<git::BlobId> wanted;
        for (const git::TreeEntry &entry : commit->head.entries)
            wanted.push_back(entry.id);
        const git::PackedBlobs packed(*commit, wanted, limit);
        QVERIFY(packed.families() < 10);
        for (std::size_t family = 0; family < packed.families(); ++family) {
            std::stop_source source;
            std::size_t many = 0;
            const auto tell = [&](std::size_t, std::string_view) {
                ++many;
                source.request_stop();
            };
            packed.visit(family, tell, source.get_token());
            QCOMPARE(many, std::size_t(1));
        }
    }

    void whatIsDamagedIsLeftAndNothingElseIsTold()
    {
        const git::Files files = alike(40);
        const ScratchRepository repository({}, files);
        pack(repository);
        const auto commit = git::openCommit(repository.path(), "change", {});
        const auto path = packOf(repository, ".pack");
        const auto size = static_cast<std::streamoff>(std::filesystem::file_size(path));
        std::ifstream file(path, std::ios::binary);
        const std::string whole((std::istreambuf_iterator<char>(file)), {});
        const auto expected = contentsOf(files);
        for (std::streamoff at = 0; at < size; at += 3) {
            overwrite(path, at, std::string(1, static_cast<char>(whole[static_cast<std::size_t>(at)] ^ 0x55)));
            for (const auto &[name, content] : told(*commit))
                QVERIFY2(expected.contains(name) && expected.at(name) == content, std::to_string(at).c_str());
            overwrite(path, at, whole.substr(static_cast<std::size_t>(at), 1));
        }
        QVERIFY(told(*commit) == expected);
    }

    void anIndexThatMakesNoSenseIsLeft()
    {
        const git::Files files = alike(10);
        const ScratchRepository repository({}, files);
        pack(repository);
        const auto commit = git::openCommit(repository.path(), "change", {});
        const auto path = packOf(repository, ".idx");
        const auto size = static_cast<std::streamoff>(std::filesystem::file_size(path));
        std::ifstream file(path, std::ios::binary);
        const std::string whole((std::istreambuf_iterator<char>(file)), {});
        const auto expected = contentsOf(files);
        for (std::streamoff at = 0; at < size; at += 5) {
            overwrite(path, at, "\xff");
            for (const auto &[name, content] : told(*commit))
                QVERIFY2(expected.contains(name) && expected.at(name) == content, std::to_string(at).c_str());
            overwrite(path, at, whole.substr(static_cast<std::size_t>(at), 1));
        }
        QVERIFY(told(*commit) == expected);
        for (const std::uintmax_t left : {0U, 8U, 1031U, 1032U, 1072U, 1200U}) {
            std::filesystem::resize_file(path, left);
            QVERIFY(told(*commit).empty());
        }
    }

    void whatHasAnotherNameIsLeft()
    {
        const ScratchRepository repository({}, {{"a", "name: one\n"}, {"b", "name: two\n"}, {"c", "name: six\n"}});
        const auto commit = git::openCommit(repository.path(), "change", {});
        test::mixUpPack(repository);
        QVERIFY(told(*commit).empty());
    }

    /// Nobody wants what the damage is in, so no checksum tells of it.
    void aBaseInThePlaceOfAnotherIsNoticed()
    {
        const ScratchRepository repository({}, {{"a", "1"}});
        const std::string first = entry(3, one);
        const std::string alike = entry(3, two);
        const std::string second = entry(6, onesDelta, std::string(1, static_cast<char>(first.size() + alike.size())));
        const std::string third = entry(6, {12, 14, '\x90', 12, 2, '!', '\n'}, {static_cast<char>(second.size())});
        writePack(repository, {first, alike, second, third});
        const std::string made = one + "#\n";
        QCOMPARE(toldOf(repository, {made + "!\n"}), made + "!\n");
        QCOMPARE(toldOf(repository, {made + "!\n", made}), made + made + "!\n");
        overwrite(packOf(repository, ".pack"), static_cast<std::streamoff>(12 + first.size() + alike.size() + 1),
                  {static_cast<char>(alike.size())});
        QCOMPARE(toldOf(repository, {made + "!\n"}), std::string());
        QCOMPARE(toldOf(repository, {made + "!\n", made}), std::string());
    }

    /// It would take the square of its length.
    void aContentAtTheEndOfAnEndlessLineIsLeft()
    {
        const ScratchRepository repository({}, {{"a", "1"}});
        std::vector<std::string> entries{entry(3, one)};
        const auto signs = [](int number) { // the last two letters of each content
            return std::string{static_cast<char>('!' + number / 90), static_cast<char>('!' + number % 90)};
        };
        for (int number = 1; number <= 5000; ++number)
            entries.push_back(entry(6, std::string{10, 10, '\x90', 8, 2} + signs(number),
                                    {static_cast<char>(entries.back().size())}));
        writePack(repository, entries);
        const auto content = [&](int number) { return one.substr(0, 8) + signs(number); };
        QCOMPARE(toldOf(repository, {content(4000)}), content(4000));
        QCOMPARE(toldOf(repository, {content(5000)}), std::string());
    }

    /// The index says of two contents that they are at one place, and one of them is.
    void aBaseThatIsNamedAndNotThereIsNoticed()
    {
        const ScratchRepository repository({}, {{"a", "1"}});
        const std::string made = one + "#\n";
        writePack(repository, {entry(3, one), entry(3, two), entry(7, onesDelta, nameOf(one))});
        QCOMPARE(toldOf(repository, {made, one, two}), one + made + two);
        const auto path = packOf(repository, ".idx");
        std::ifstream file(path, std::ios::binary);
        const std::string index((std::istreambuf_iterator<char>(file)), {});
        const auto offsetOf = [&](const std::string &content) {
            return 1032 + 3 * 24 + (index.find(nameOf(content)) - 1032) / 20 * 4;
        };
        overwrite(path, static_cast<std::streamoff>(offsetOf(one)), index.substr(offsetOf(two), 4));
        QCOMPARE(toldOf(repository, {made, one, two}), two);
    }

    void aPackThatEndsTooEarlyIsReadAsFarAsItGoes()
    {
        const git::Files files = alike(40);
        const ScratchRepository repository({}, files);
        pack(repository);
        const auto commit = git::openCommit(repository.path(), "change", {});
        const auto path = packOf(repository, ".pack");
        const auto expected = contentsOf(files);
        for (std::uintmax_t size = std::filesystem::file_size(path); size > 97; size -= 97) {
            std::filesystem::resize_file(path, size);
            for (const auto &[name, content] : told(*commit))
                QVERIFY(expected.contains(name) && expected.at(name) == content);
        }
    }

    void deltasAreAppliedAsGitDefinesThem_data()
    {
        QTest::addColumn<QByteArray>("delta");
        QTest::addColumn<QString>("content");
        const auto row = [](const char *name, const QByteArray &delta, const char *content) {
            QTest::newRow(name) << delta << content;
        };
        const auto bytes = [](std::initializer_list<int> list) {
            QByteArray all;
            for (const int byte : list)
                all += static_cast<char>(byte);
            return all;
        };
        row("copy", bytes({6, 3, 0x91, 2, 3}), "cde");
        row("copy from the beginning", bytes({6, 2, 0x90, 2}), "ab");
        row("insert", bytes({6, 2, 2, 'x', 'y'}), "xy");
        row("both", bytes({6, 4, 1, 'x', 0x91, 3, 3}), "xdef");
        row("nothing", bytes({6, 0}), "");
        row("another base", bytes({5, 2, 0x90, 2}), "-");
        row("too little", bytes({6, 3, 0x90, 2}), "-");
        row("too much", bytes({6, 1, 0x90, 2}), "-");
        row("past the base", bytes({6, 3, 0x91, 4, 3}), "-");
        row("64 kB of a small base", bytes({6, 2, 0x80}), "-");
        row("past its end", bytes({6, 3, 3, 'x', 'y'}), "-");
        row("no argument", bytes({6, 3, 0x91, 2}), "-");
        row("the reserved instruction", bytes({6, 1, 0, 1, 'x'}), "-");
        row("larger than allowed", bytes({6, 101, 0x90, 2}), "-");
        row("no size", bytes({6}), "-");
        row("a size without end", bytes({0x86, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0}), "-");
    }

    void deltasAreAppliedAsGitDefinesThem()
    {
        QFETCH(const QByteArray, delta);
        QFETCH(const QString, content);
        QCOMPARE(made(delta.toStdString(), "abcdef"), content.toStdString());
    }

private:
    QTemporaryDir m_home;
};

NOCLOBBER_TEST_MAIN(TestPackedBlobs)
#include "tst_packed_blobs.moc"
