#include "core/argo/scan.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>

#include "core/argo/blob_scan.h"
#include "core/argo/kustomization.h"
#include "core/argo/source_overrides.h"
#include "core/base/parallel_map.h"
#include "core/base/say.h"
#include "core/base/text.h"
#include "core/git/blob_reader.h"

namespace noclobber::argo {
namespace {

bool isManifestName(std::string_view path)
{
    return path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".json");
}

/// Charts, kustomizations, jsonnet, Argo CD's overrides of sources, Flux's lists of what to ignore.
bool tells(std::string_view path)
{
    if (path.ends_with("Chart.yaml") || path.ends_with(".jsonnet"))
        return true;
    const std::string_view name = fileName(path);
    if (name.starts_with('.'))
        return name == ".sourceignore" || isSourceOverride(name);
    return (name.starts_with('k') || name.starts_with('K')) && isKustomizationName(name);
}

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
                return say("the symbolic link cannot be read: {}", target.error().message);
            if (target->empty())
                return std::string(say("the symbolic link leads nowhere: its target is empty"));
            const std::string path =
                target->starts_with('/') ? ".." : normalPath(std::string(folderOf(entry->path)) + '/' + *target);
            if (path == "..")
                return say("the symbolic link leads out of the repository (to {}); it is not followed",
                           printable(*target));
            entry = m_tree.find(path);
            if (!entry || entry->type == git::EntryType::Submodule)
                return say("the symbolic link leads to {}, which is no file of this commit", printable(path));
            if (entry->type == git::EntryType::File)
                return entry;
        }
        return std::string(say("the symbolic link leads through too many others"));
    }

private:
    const git::TreeSnapshot &m_tree;
    const git::BlobReader &m_reader;
};

void addFile(CommitScan &scan, const git::TreeEntry &entry, const LinkResolver &links)
{
    if (entry.type == git::EntryType::File) {
        scan.files.push_back({entry.path, entry.id, {}, nullptr});
        return;
    }
    const auto followed = links.follow(entry);
    if (const auto *wrong = std::get_if<std::string>(&followed)) {
        scan.problems.push_back({entry.path, 0, *wrong, entry.id, true});
        return;
    }
    const git::TreeEntry &target = **std::get_if<0>(&followed);
    scan.files.push_back({entry.path, target.id, target.path, nullptr});
}

/// Fills in where the files and the folders' files are.
void findFolders(CommitScan &scan)
{
    scan.places.reserve(scan.files.size());
    for (std::size_t begin = 0; begin < scan.files.size();) {
        const std::string_view folder = folderOf(scan.files[begin].path);
        std::size_t end = begin;
        for (; end < scan.files.size() && folderOf(scan.files[end].path) == folder; ++end)
            scan.places.add(scan.files[end].path, static_cast<std::uint32_t>(end));
        for (std::string_view around = folder; !around.empty(); around = folderOf(around)) {
            FileRange &range = scan.folders[around];
            range = {range.begin == range.end ? begin : range.begin, end};
        }
        begin = end;
    }
}

/// Sorts files that mostly are in order: each run of files is merged into those before it where they overlap.
void sortByWalk(std::vector<ManifestFile> &files)
{
    const auto comesBefore = [](const ManifestFile &one, const ManifestFile &other) {
        return walksBefore(one.path, other.path);
    };
    // Within a folder the order by bytes is that of the walk.
    const auto isInOrder = [&](const ManifestFile &one, const ManifestFile &next) {
        return folderOf(one.path) == folderOf(next.path) || comesBefore(one, next);
    };
    std::size_t budget = 8 * files.size(); // moves; beyond it a sort of all is cheaper
    auto middle = std::ranges::adjacent_find(files, std::not_fn(isInOrder));
    while (middle != files.end()) {
        ++middle;
        const auto end = std::adjacent_find(middle, files.end(), std::not_fn(isInOrder));
        const auto runEnd = end == files.end() ? end : end + 1;
        const auto from = std::upper_bound(files.begin(), middle, *middle, comesBefore);
        const auto to = std::lower_bound(middle, runEnd, *std::prev(middle), comesBefore);
        const auto moves = static_cast<std::size_t>(to - from);
        if (moves > budget) {
            std::ranges::sort(files, comesBefore);
            return;
        }
        budget -= moves;
        std::inplace_merge(from, middle, to, comesBefore);
        middle = end;
    }
}

Result<CommitScan> listFiles(const git::Comparison &comparison, const git::TreeSnapshot &tree)
{
    const auto reader = git::BlobReader::open(comparison);
    if (!reader)
        return reader.error();
    CommitScan scan;
    scan.paths.reserve(tree.entries.size());
    scan.files.reserve(tree.entries.size());
    const LinkResolver links(tree, *reader);
    std::string_view last;
    for (const git::TreeEntry &entry : tree.entries) {
        scan.paths.push_back(entry.path);
        if (tells(entry.path))
            scan.telling.push_back(entry);
        const std::string_view folder = folderOf(entry.path);
        for (std::string_view around = folder; around != last && !around.empty(); around = folderOf(around)) {
            if (!scan.folders.try_emplace(around).second)
                break;
        }
        last = folder;
        if (entry.type != git::EntryType::Submodule && isManifestName(entry.path))
            addFile(scan, entry, links);
    }
    sortByWalk(scan.files);
    findFolders(scan);
    return scan;
}

/// The places of every kind.
Kinds kindsOf(const CommitScan &scan)
{
    Kinds kinds;
    std::unordered_map<const std::string *, std::unordered_map<const std::string *, std::vector<ManifestPlace> *>>
        known;
    for (std::size_t i = 0; i < scan.files.size(); ++i) {
        fetchAhead(scan, i);
        const auto &manifests = scan.files[i].manifests->manifests;
        for (std::size_t m = 0; m < manifests.size(); ++m) {
            auto *&all = known[&manifests[m]->group.text()][&manifests[m]->kind.text()];
            if (!all)
                all = &kinds[{manifests[m]->group, manifests[m]->kind}];
            all->push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(m)});
        }
    }
    return kinds;
}

} // namespace

void fetchAhead(const CommitScan &scan, std::size_t file)
{
    // Each step follows a pointer that the one before has fetched.
    constexpr std::size_t step = 8;
    const auto &files = scan.files;
    if (file + 3 * step >= files.size())
        return;
    __builtin_prefetch(files[file + 3 * step].manifests.get());
    __builtin_prefetch(files[file + 2 * step].manifests->manifests.data());
    if (const auto &next = files[file + step].manifests->manifests; !next.empty()) {
        const char *bytes = reinterpret_cast<const char *>(next.front().get());
        for (std::size_t at = 0; at < sizeof(kube::Manifest); at += 64)
            __builtin_prefetch(bytes + at);
    }
}

bool walksBefore(std::string_view first, std::string_view second)
{
    const std::size_t same = commonPrefix(first, second);
    if (same == first.size() || same == second.size())
        return same != second.size();
    const auto rank = [](char c) { return c == '/' ? 0 : static_cast<unsigned char>(c); };
    return rank(first[same]) < rank(second[same]);
}

std::span<const ManifestPlace> CommitScan::ofKind(Name group, Name kind) const
{
    const auto found = kinds.find({group, kind});
    return found == kinds.end() ? std::span<const ManifestPlace>() : found->second;
}

std::optional<std::size_t> CommitScan::find(const Name &path) const
{
    return places.find(path);
}

FileRange CommitScan::filesWithin(std::string_view path) const
{
    if (path.empty())
        return {0, files.size()};
    if (const auto folder = folders.find(path); folder != folders.end())
        return folder->second;
    const auto file = find(Name(path));
    return file ? FileRange{*file, *file + 1} : FileRange();
}

bool CommitScan::hasPath(std::string_view path) const
{
    if (path.empty())
        return !paths.empty();
    return folders.contains(path) || std::ranges::binary_search(paths, path);
}

Result<CommitScans> scanCommits(const git::Comparison &comparison, const ReadingOptions &options, std::stop_token stop)
{
    auto [base, head] = forBoth(
        options.jobs, [&](bool isHead) { return listFiles(comparison, isHead ? comparison.head : comparison.base); });
    if (!base)
        return base.error();
    if (!head)
        return head.error();
    CommitScans scans{std::move(*base), std::move(*head)};
    if (auto read = readBlobs(comparison, options, scans, stop); !read)
        return read.error();
    std::tie(scans.base.kinds, scans.head.kinds) =
        forBoth(options.jobs, [&](bool isHead) { return kindsOf(isHead ? scans.head : scans.base); });
    return scans;
}

} // namespace noclobber::argo
