#include "core/argo/declared_objects.h"

#include <functional>
#include <iterator>
#include <unordered_set>

#include "core/argo/identity.h"
#include "core/base/parallel_map.h"

namespace noclobber::argo {
namespace {

using Ids = std::unordered_set<ObjectId, ObjectIdHash>;

using IsWanted = std::function<bool(std::size_t file)>;

/// What the files [begin, end) of a commit declare that are wanted, each declaration as an object of its own.
SharedObjects::Store declare(const Identities &identities, const CommitScan &scan, bool isHead, FileRange range,
                             const IsWanted &isWanted)
{
    SharedObjects::Store objects;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (!isWanted(i))
            continue;
        fetchAhead(scan, i);
        identities.addDeclarations(isHead, i, objects);
    }
    return objects;
}

/// The files that declare the same in both commits.
struct SameFiles {
    std::vector<bool> inBase;
    std::vector<bool> inHead;
};

SameFiles findSame(const Identities &identities, const Sides &sides)
{
    const auto &old = sides.base.commit.scan->files;
    const auto &files = sides.head.commit.scan->files;
    SameFiles same{std::vector<bool>(old.size()), std::vector<bool>(files.size())};
    std::size_t before = 0; // both are in walk order
    for (std::size_t i = 0; i < files.size(); ++i) {
        const Name &path = files[i].path;
        while (before < old.size() && old[before].path != path && walksBefore(old[before].path, path))
            ++before;
        if (before < old.size() && old[before].path == path && identities.declareTheSame(before, i))
            same.inBase[before] = same.inHead[i] = true;
    }
    return same;
}

/// Adds what is declared.
void note(const SharedObjects::Store &store, Ids &ids)
{
    for (const auto &part : store) {
        for (const DeclaredObject &object : part)
            ids.insert(object.id);
    }
}

} // namespace

SharedObjects objectsOfBase(const Configuration &configuration, const Sides &sides, unsigned jobs)
{
    const CommitScan &scan = *sides.base.commit.scan;
    auto [store, rest] = forBoth(jobs, [&](bool isSecondHalf) {
        const Identities identities(configuration, sides.base, sides.head);
        const std::size_t middle = scan.files.size() / 2;
        const FileRange range = isSecondHalf ? FileRange{middle, scan.files.size()} : FileRange{0, middle};
        return declare(identities, scan, false, range, [](std::size_t) { return true; });
    });
    std::ranges::move(rest, std::back_inserter(store));
    return groupDeclarations(std::move(store));
}

SharedObjects objectsOfHead(const Configuration &configuration, const Sides &sides, const SharedObjects &base)
{
    const Identities identities(configuration, sides.base, sides.head);
    const SameFiles same = findSame(identities, sides);
    const auto declaredIn = [&](bool isHead, const IsWanted &isWanted) {
        const CommitScan &scan = *(isHead ? sides.head : sides.base).commit.scan;
        return declare(identities, scan, isHead, {0, scan.files.size()}, isWanted);
    };
    auto store = declaredIn(true, [&](std::size_t file) { return !same.inHead[file]; });
    Ids anew;
    note(store, anew);
    note(declaredIn(false, [&](std::size_t file) { return !same.inBase[file]; }), anew);
    // Of several declarations the apply order counts, which other files decide too.
    std::vector<std::size_t> without;
    std::unordered_set<std::size_t> others; // files of head that stayed and declare one of them
    for (std::size_t i = 0; i < base.size(); ++i) {
        const DeclaredObject &object = base[i];
        if (object.declarations.size() > 1)
            anew.insert(object.id);
        else if (!anew.contains(object.id))
            continue;
        without.push_back(i);
        for (const Declaration &declaration : object.declarations) {
            if (const auto file = sides.head.commit.scan->find(declaration.location.path); file && same.inHead[*file])
                others.insert(*file);
        }
    }
    auto stayed = others.empty() ? SharedObjects::Store()
                                 : declaredIn(true, [&](std::size_t file) { return others.contains(file); });
    for (auto &part : stayed)
        std::erase_if(part, [&](const DeclaredObject &object) { return !anew.contains(object.id); });
    std::ranges::move(stayed, std::back_inserter(store));
    return base.with(groupDeclarations(std::move(store)), without);
}

} // namespace noclobber::argo
