#include "core/argo/scan.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>

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

/// A blob and how it is to be read: the same bytes as JSON and as YAML are two readings.
struct Reading {
    git::BlobId blob;
    yaml::TextFormat format = yaml::TextFormat::Yaml;

    auto operator<=>(const Reading &) const = default;
};

using Readings = std::map<Reading, std::shared_ptr<const kube::FileManifests>>;

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
    BlobScan(const git::Comparison &comparison, Readings &readings, const Progress &progress)
        : m_comparison(comparison), m_progress(progress)
    {
        for (auto &reading : readings)
            m_work.push_back(&reading);
    }

    Result<void> run(unsigned jobs, std::stop_token stop)
    {
        parallelFor(
            m_work.size(), jobs, stop, [&] { return git::BlobReader::open(m_comparison); },
            [&](Result<git::BlobReader> &reader, std::size_t index) { read(reader, *m_work[index]); });
        if (m_error)
            return *m_error;
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "stopped", ""};
        return {};
    }

private:
    void read(const Result<git::BlobReader> &reader, Readings::value_type &reading)
    {
        if (!reader)
            return fail(reader.error());
        const auto bytes = reader->read(reading.first.blob, yaml::Limits().bytes);
        if (bytes)
            reading.second =
                std::make_shared<const kube::FileManifests>(kube::readManifests(*bytes, reading.first.format));
        else if (bytes.error().code == ErrorCode::Io)
            reading.second = unreadable(bytes.error()); // too large: a problem of the change, not of our work
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
    const Progress &m_progress;
    std::vector<Readings::value_type *> m_work;
    std::atomic<std::size_t> m_done{0};
    std::mutex m_mutex;
    std::optional<Error> m_error;
};

} // namespace

bool walksBefore(std::string_view first, std::string_view second)
{
    const auto rank = [](char c) { return c == '/' ? 0 : static_cast<unsigned char>(c); };
    return std::ranges::lexicographical_compare(first, second, {}, rank, rank);
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
    for (const CommitScan *scan : {&scans.base, &scans.head}) {
        for (const ManifestFile &file : scan->files)
            readings[{file.blob, yaml::formatOf(file.path)}] = nullptr;
    }
    if (auto read = BlobScan(comparison, readings, progress).run(jobs, stop); !read)
        return read.error();
    for (CommitScan *scan : {&scans.base, &scans.head}) {
        for (ManifestFile &file : scan->files)
            file.manifests = readings.at({file.blob, yaml::formatOf(file.path)});
    }
    return scans;
}

} // namespace noclobber::argo
