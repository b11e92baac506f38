#include "core/argo/scan.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <mutex>
#include <optional>
#include <unordered_map>

#include <fmt/format.h>

#include "core/base/parallel_map.h"
#include "core/base/text.h"
#include "core/git/blob_reader.h"

namespace noclobber::argo {
namespace {

bool isManifestName(std::string_view path)
{
    return path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".json");
}

/// A blob, how it is to be read (the same bytes as JSON and as YAML are two readings), and what it holds.
struct Reading {
    git::BlobId blob;
    yaml::TextFormat format = yaml::TextFormat::Yaml;
    std::shared_ptr<const kube::FileManifests> manifests;
};

/// Every blob that is to be read, once, in the order in which the files name them: git stores neighbours together.
class Readings
{
public:
    /// The place of a file's reading.
    std::size_t add(const ManifestFile &file)
    {
        const yaml::TextFormat format = yaml::formatOf(file.path);
        const auto [known, isNew] = m_places.try_emplace({file.blob, format}, all.size());
        if (isNew)
            all.push_back({file.blob, format, nullptr});
        return known->second;
    }

    std::vector<Reading> all;

private:
    using Key = std::pair<git::BlobId, yaml::TextFormat>;
    struct Hash {
        std::size_t operator()(const Key &key) const
        {
            std::size_t hash = 0; // a blob's id is one already
            std::memcpy(&hash, key.first.bytes.data(), sizeof hash);
            return hash ^ static_cast<std::size_t>(key.second);
        }
    };
    std::unordered_map<Key, std::size_t, Hash> m_places;
};

/// Finds what a symbolic link stands for, through further links.
class LinkResolver
{
public:
    LinkResolver(const git::TreeSnapshot &tree, const git::BlobReader &reader) : m_tree(tree), m_reader(reader) {}

    /// The file the link stands for; a text says what is wrong with it.
    std::variant<const git::TreeEntry *, std::string> follow(const git::TreeEntry &link) const
    {
        constexpr int mostHops = 8;
        constexpr std::size_t longestTarget = 4096;
        const git::TreeEntry *entry = &link;
        for (int hop = 0; hop < mostHops; ++hop) {
            const auto target = m_reader.read(entry->id, longestTarget);
            if (!target)
                return "the symbolic link cannot be read: " + target.error().message;
            if (target->empty())
                return std::string("the symbolic link leads nowhere: its target is empty");
            const std::string path =
                target->starts_with('/') ? ".." : normalPath(std::string(folderOf(entry->path)) + '/' + *target);
            if (path == "..")
                return fmt::format("the symbolic link leads out of the repository (to {}); it is not followed",
                                   printable(*target));
            entry = m_tree.find(path);
            if (!entry || entry->type == git::EntryType::Submodule)
                return fmt::format("the symbolic link leads to {}, which is no file of this commit", printable(path));
            if (entry->type == git::EntryType::File)
                return entry;
        }
        return std::string("the symbolic link leads through too many others");
    }

private:
    const git::TreeSnapshot &m_tree;
    const git::BlobReader &m_reader;
};

CommitScan listFiles(const git::TreeSnapshot &tree, const git::BlobReader &reader)
{
    CommitScan scan;
    const LinkResolver links(tree, reader);
    for (const git::TreeEntry &entry : tree.entries) {
        scan.paths.push_back(entry.path);
        if (entry.type == git::EntryType::Submodule || !isManifestName(entry.path))
            continue;
        if (entry.type == git::EntryType::File) {
            scan.files.push_back({entry.path, entry.id, {}, nullptr});
            continue;
        }
        const auto followed = links.follow(entry);
        if (const auto *wrong = std::get_if<std::string>(&followed)) {
            scan.problems.push_back({entry.path, 0, *wrong, entry.id, true});
            continue;
        }
        const git::TreeEntry &target = **std::get_if<0>(&followed);
        scan.files.push_back({entry.path, target.id, target.path, nullptr});
    }
    if (!std::ranges::is_sorted(scan.files, walksBefore, &ManifestFile::path))
        std::ranges::sort(scan.files, walksBefore, &ManifestFile::path);
    return scan;
}

std::shared_ptr<const kube::FileManifests> unreadable(const Error &error)
{
    kube::FileManifests none;
    none.problems.push_back({0, error.message});
    none.argoWouldReportFailure = true;
    return std::make_shared<const kube::FileManifests>(std::move(none));
}

/// Reads all blobs of `readings` in parallel.
class BlobScan
{
public:
    BlobScan(const git::Comparison &comparison, std::vector<Reading> &readings, const Progress &progress)
        : m_comparison(comparison), m_work(readings), m_progress(progress)
    {}

    Result<void> run(unsigned jobs, std::stop_token stop)
    {
        parallelFor(
            m_work.size(), jobs, stop, [&] { return git::BlobReader::open(m_comparison); },
            [&](Result<git::BlobReader> &reader, std::size_t index) { read(reader, m_work[index]); });
        if (m_error)
            return *m_error;
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "stopped", ""};
        return {};
    }

private:
    void read(const Result<git::BlobReader> &reader, Reading &reading)
    {
        if (!reader)
            return fail(reader.error());
        const auto bytes = reader->read(reading.blob, yaml::Limits().bytes);
        if (bytes)
            reading.manifests =
                std::make_shared<const kube::FileManifests>(kube::readManifests(*bytes, reading.format));
        else if (bytes.error().code == ErrorCode::Io)
            reading.manifests = unreadable(bytes.error()); // too large: a problem of the change, not of our work
        else
            return fail(bytes.error());
        const std::size_t done = ++m_done;
        if (m_progress && (done % 256 == 0 || done == m_work.size()))
            m_progress(done, m_work.size());
    }

    void fail(const Error &error)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_error)
            m_error = error;
    }

    const git::Comparison &m_comparison;
    std::vector<Reading> &m_work;
    const Progress &m_progress;
    std::atomic<std::size_t> m_done{0};
    std::mutex m_mutex;
    std::optional<Error> m_error;
};

/// Fills in what the files hold, and the places of every kind.
void takeReadings(CommitScan &scan, const std::vector<std::size_t> &places, const std::vector<Reading> &readings)
{
    std::unordered_map<const std::string *, std::unordered_map<const std::string *, std::vector<ManifestPlace> *>>
        known;
    for (std::size_t i = 0; i < scan.files.size(); ++i) {
        scan.files[i].manifests = readings[places[i]].manifests;
        const auto &manifests = scan.files[i].manifests->manifests;
        for (std::size_t m = 0; m < manifests.size(); ++m) {
            auto *&all = known[&manifests[m]->group.text()][&manifests[m]->kind.text()];
            if (!all)
                all = &scan.kinds[{manifests[m]->group, manifests[m]->kind}];
            all->push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(m)});
        }
    }
}

} // namespace

bool walksBefore(std::string_view first, std::string_view second)
{
    const auto [one, other] = std::ranges::mismatch(first, second);
    if (one == first.end() || other == second.end())
        return one == first.end() && other != second.end();
    const auto rank = [](char c) { return c == '/' ? 0 : static_cast<unsigned char>(c); };
    return rank(*one) < rank(*other);
}

std::span<const ManifestPlace> CommitScan::ofKind(Name group, Name kind) const
{
    const auto found = kinds.find({group, kind});
    return found == kinds.end() ? std::span<const ManifestPlace>() : found->second;
}

std::optional<std::size_t> CommitScan::find(std::string_view path) const
{
    const auto found = std::ranges::lower_bound(files, path, walksBefore, &ManifestFile::path);
    if (found == files.end() || found->path != path)
        return std::nullopt;
    return static_cast<std::size_t>(found - files.begin());
}

std::pair<std::size_t, std::size_t> CommitScan::filesWithin(std::string_view folder) const
{
    if (folder.empty())
        return {0, files.size()};
    const auto isBefore = [&](const ManifestFile &file) {
        return !isWithin(file.path, folder) && walksBefore(file.path, folder);
    };
    const auto isInside = [&](const ManifestFile &file) { return isWithin(file.path, folder); };
    const auto begin = std::ranges::partition_point(files, isBefore);
    const auto end = std::partition_point(begin, files.end(), isInside);
    return {static_cast<std::size_t>(begin - files.begin()), static_cast<std::size_t>(end - files.begin())};
}

bool CommitScan::hasPath(std::string_view path) const
{
    if (path.empty())
        return !paths.empty();
    const auto exact = std::ranges::lower_bound(paths, path);
    if (exact != paths.end() && *exact == path)
        return true;
    const std::string inside = std::string(path) + '/';
    const auto below = std::ranges::lower_bound(paths, inside);
    return below != paths.end() && below->starts_with(inside);
}

Result<CommitScans> scanCommits(const git::Comparison &comparison, unsigned jobs, std::stop_token stop,
                                const Progress &progress)
{
    auto reader = git::BlobReader::open(comparison);
    if (!reader)
        return reader.error();
    CommitScans scans{listFiles(comparison.base, *reader), listFiles(comparison.head, *reader)};
    Readings readings;
    std::vector<std::size_t> baseReadings;
    std::vector<std::size_t> headReadings;
    for (const ManifestFile &file : scans.base.files)
        baseReadings.push_back(readings.add(file));
    for (const ManifestFile &file : scans.head.files)
        headReadings.push_back(readings.add(file));
    if (auto read = BlobScan(comparison, readings.all, progress).run(jobs, stop); !read)
        return read.error();
    takeReadings(scans.base, baseReadings, readings.all);
    takeReadings(scans.head, headReadings, readings.all);
    return scans;
}

} // namespace noclobber::argo
