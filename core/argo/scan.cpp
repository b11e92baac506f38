#include "core/argo/scan.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include <fmt/format.h>

#include "core/argo/blob_scan.h"
#include "core/base/text.h"
#include "core/git/blob_reader.h"

namespace noclobber::argo {
namespace {

bool isManifestName(std::string_view path)
{
    return path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".json");
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

/// Fills in the places of every kind.
void findKinds(CommitScan &scan)
{
    std::unordered_map<const std::string *, std::unordered_map<const std::string *, std::vector<ManifestPlace> *>>
        known;
    for (std::size_t i = 0; i < scan.files.size(); ++i) {
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

Result<CommitScans> scanCommits(const git::Comparison &comparison, const ReadingOptions &options, std::stop_token stop)
{
    auto reader = git::BlobReader::open(comparison);
    if (!reader)
        return reader.error();
    CommitScans scans{listFiles(comparison.base, *reader), listFiles(comparison.head, *reader)};
    if (auto read = readBlobs(comparison, options, scans, stop); !read)
        return read.error();
    findKinds(scans.base);
    findKinds(scans.head);
    return scans;
}

} // namespace noclobber::argo
