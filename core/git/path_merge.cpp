#include "core/git/path_merge.h"

#include <algorithm>

namespace noclobber::git {

namespace {

using Entries = std::vector<TreeEntry>;

// The entry at the cursor if it has this path, which moves the cursor on; nullptr if the listing lacks the path.
const TreeEntry *take(const Entries &entries, std::size_t &cursor, const std::string &path)
{
    return cursor < entries.size() && entries[cursor].path == path ? &entries[cursor++] : nullptr;
}

bool isSame(const TreeEntry *one, const TreeEntry *other)
{
    if (one == nullptr || other == nullptr)
        return one == other;
    return one->id == other->id && one->type == other->type;
}

Entries::const_iterator notBefore(const Entries &entries, const std::string &path)
{
    return std::lower_bound(entries.begin(), entries.end(), path,
                            [](const TreeEntry &entry, const std::string &wanted) { return entry.path < wanted; });
}

// Whether the path is a folder of the listing too, or one of its folders is a file there.
bool isFileAndFolder(const Entries &entries, const std::string &path)
{
    const auto below = notBefore(entries, path + "/");
    if (below != entries.end() && below->path.starts_with(path + "/"))
        return true;
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const std::string folder = path.substr(0, slash);
        const auto file = notBefore(entries, folder);
        if (file != entries.end() && file->path == folder)
            return true;
    }
    return false;
}

const std::string *firstPath(const MergeListings &listings, std::size_t a, std::size_t b, std::size_t h)
{
    const std::string *first = nullptr;
    const auto look = [&](const Entries &entries, std::size_t cursor) {
        if (cursor < entries.size() && (first == nullptr || entries[cursor].path < *first))
            first = &entries[cursor].path.text();
    };
    look(listings.ancestor, a);
    look(listings.base, b);
    look(listings.head, h);
    return first;
}

} // namespace

std::optional<std::vector<TreeEntry>> mergeByPath(const MergeListings &listings)
{
    Entries merged;
    merged.reserve(std::max(listings.base.size(), listings.head.size()));
    std::vector<const std::string *> added;
    std::size_t a = 0;
    std::size_t b = 0;
    std::size_t h = 0;
    while (const std::string *path = firstPath(listings, a, b, h)) {
        const TreeEntry *before = take(listings.ancestor, a, *path);
        const TreeEntry *ours = take(listings.base, b, *path);
        const TreeEntry *theirs = take(listings.head, h, *path);
        const bool bothChanged = !isSame(before, ours) && !isSame(before, theirs);
        if (bothChanged && (ours == nullptr || !isSame(ours, theirs)))
            return std::nullopt;
        const TreeEntry *result = isSame(before, ours) ? theirs : ours;
        if (result != nullptr)
            merged.push_back(*result);
        if (result != nullptr && before == nullptr)
            added.push_back(path);
    }
    const bool collides = std::any_of(added.begin(), added.end(),
                                      [&](const std::string *path) { return isFileAndFolder(merged, *path); });
    return collides ? std::nullopt : std::optional(std::move(merged));
}

} // namespace noclobber::git
