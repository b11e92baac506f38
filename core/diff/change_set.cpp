#include "core/diff/change_set.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/base/parallel_map.h"
#include "core/base/say.h"
#include "core/diff/object_comparison.h"
#include "core/diff/renames.h"

namespace noclobber::diff {
namespace {

/// Both inventories are sorted by id: hands over every id once, with what each has of it.
void join(const argo::Inventory &base, const argo::Inventory &head, const auto &visit)
{
    auto old = base.objects.begin();
    auto now = head.objects.begin();
    while (old != base.objects.end() && now != head.objects.end()) {
        const auto order = old->id == now->id ? std::strong_ordering::equal : old->id <=> now->id;
        visit(ObjectPair{order <= 0 ? &*old : nullptr, order >= 0 ? &*now : nullptr});
        old += order <= 0 ? 1 : 0;
        now += order >= 0 ? 1 : 0;
    }
    for (; old != base.objects.end(); ++old)
        visit(ObjectPair{&*old, nullptr});
    for (; now != head.objects.end(); ++now)
        visit(ObjectPair{nullptr, &*now});
}

class ChangeFinder
{
public:
    ChangeFinder(const git::Comparison &comparison, const argo::Inventories &inventories, unsigned jobs,
                 std::stop_token stop)
        : m_comparison(comparison), m_inventories(inventories), m_jobs(jobs), m_stop(std::move(stop))
    {}

    Result<ChangeSet> run()
    {
        if (auto compared = compareAll(); !compared)
            return compared.error();
        markUnknown();
        if (auto renamed = markRenamed(); !renamed)
            return renamed.error();
        finish();
        return std::move(m_set);
    }

private:
    /// Calls `work(contents, index)`, which gives a Result<void>, from several threads; the first error in the order of
    /// the indices is the answer.
    template <typename Work>
    Result<void> forEach(std::size_t count, Work work) const
    {
        std::vector<std::optional<Error>> errors(count);
        const auto open = [this] { return DeclaredContents::open(m_comparison); };
        parallelFor(count, m_jobs, m_stop, open, [&](Result<DeclaredContents> &contents, std::size_t i) {
            const Result<void> done = contents ? work(*contents, i) : Result<void>(contents.error());
            if (!done)
                errors[i] = done.error();
        });
        if (m_stop.stop_requested())
            return Error{ErrorCode::Cancelled, say("the comparison was cancelled"), {}};
        const auto failed = std::find_if(errors.begin(), errors.end(), [](const auto &error) { return error; });
        return failed == errors.end() ? Result<void>() : Result<void>(**failed);
    }

    std::vector<ObjectPair> takeTouched();
    Result<void> compareAll();
    void take(ObjectOutcome outcome);
    void markUnknown();
    Result<void> markRenamed();
    Result<void> applyRename(const Rename &rename, DeclaredContents &contents);
    void finish();

    const git::Comparison &m_comparison;
    const argo::Inventories &m_inventories;
    unsigned m_jobs;
    std::stop_token m_stop;
    ChangeSet m_set;
};

/// Neighbours in a file are looked at one after the other, so that it is read once.
void sortByPlace(std::vector<ObjectPair> &pairs)
{
    const auto place = [](const ObjectPair &pair) -> const argo::Location & {
        return (pair.head != nullptr ? pair.head : pair.base)->declarations.front().location;
    };
    std::stable_sort(pairs.begin(), pairs.end(),
                     [&](const auto &left, const auto &right) { return place(left) < place(right); });
}

/// What has to be looked at; the rest is counted.
std::vector<ObjectPair> ChangeFinder::takeTouched()
{
    std::vector<ObjectPair> pairs;
    join(m_inventories.base, m_inventories.head, [&](const ObjectPair &pair) {
        if (isUntouched(pair))
            m_set.counts.unchanged += pair.head->declarations.size(); // of a generated name each one counts
        else
            pairs.push_back(pair);
    });
    return pairs;
}

bool isWorthNoting(const ObjectChange &change)
{
    return change.status != Status::Unchanged || change.flags.any();
}

Result<void> ChangeFinder::compareAll()
{
    std::vector<ObjectPair> pairs = takeTouched();
    sortByPlace(pairs);
    std::vector<ObjectOutcome> outcomes(pairs.size());
    auto compared = forEach(pairs.size(), [&](DeclaredContents &contents, std::size_t i) -> Result<void> {
        auto outcome = compareObject(pairs[i], contents);
        if (!outcome)
            return outcome.error();
        outcomes[i] = std::move(*outcome);
        return {};
    });
    if (!compared)
        return compared;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (outcomes[i].changes.empty()) {
            ++m_set.counts.unchanged;
            continue;
        }
        m_set.touched.push_back(pairs[i].id());
        take(std::move(outcomes[i]));
    }
    std::ranges::sort(m_set.touched);
    std::stable_sort(m_set.changes.begin(), m_set.changes.end(),
                     [](const auto &left, const auto &right) { return left.id < right.id; });
    std::stable_sort(m_set.duplicates.begin(), m_set.duplicates.end(),
                     [](const auto &left, const auto &right) { return left.id < right.id; });
    return {};
}

void ChangeFinder::take(ObjectOutcome outcome)
{
    for (ObjectChange &change : outcome.changes) {
        if (isWorthNoting(change))
            m_set.changes.push_back(std::move(change));
        else
            ++m_set.counts.unchanged;
    }
    if (outcome.duplicate)
        m_set.duplicates.push_back(std::move(*outcome.duplicate));
}

/// The files with problems, with what is in them.
std::map<std::string_view, git::BlobId> problemFiles(const argo::Inventory &inventory)
{
    std::map<std::string_view, git::BlobId> files;
    for (const argo::Problem &problem : inventory.problems)
        files.emplace(problem.path, problem.blob);
    return files;
}

/// Whether a problem may hide the declaration in the other commit. In the very same file it cannot: what was read here
/// was read there too.
bool mayBeHidden(const argo::Declaration &declaration, const std::map<std::string_view, git::BlobId> &problems)
{
    const auto problem = problems.find(declaration.location.path);
    return problem != problems.end() && (problem->second == git::BlobId() || problem->second != declaration.blob);
}

void ChangeFinder::markUnknown()
{
    const auto inBase = problemFiles(m_inventories.base);
    const auto inHead = problemFiles(m_inventories.head);
    for (ObjectChange &change : m_set.changes) {
        const bool isRemoved = change.status == Status::Removed;
        if (!isRemoved && change.status != Status::Added)
            continue;
        const auto &declarations = isRemoved ? change.base : change.head;
        const auto &problems = isRemoved ? inHead : inBase;
        if (std::any_of(declarations.begin(), declarations.end(),
                        [&](const argo::Declaration &declaration) { return mayBeHidden(declaration, problems); }))
            change.status = Status::Unknown;
    }
}

/// Removed and added objects that could be one another: places in the changes.
struct Bucket {
    std::vector<std::size_t> removed;
    std::vector<std::size_t> added;
};

std::vector<Bucket> findBuckets(const std::vector<ObjectChange> &changes)
{
    std::map<std::tuple<std::string_view, std::string_view, std::string_view>, Bucket> buckets;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const argo::ObjectId &id = changes[i].id;
        if (argo::isGenerated(id))
            continue;
        if (changes[i].status == Status::Removed)
            buckets[{id.scope, id.key.group, id.key.kind}].removed.push_back(i);
        else if (changes[i].status == Status::Added)
            buckets[{id.scope, id.key.group, id.key.kind}].added.push_back(i);
    }
    std::vector<Bucket> result;
    for (auto &[kind, bucket] : buckets) {
        if (!bucket.removed.empty() && !bucket.added.empty())
            result.push_back(std::move(bucket));
    }
    return result;
}

/// The declaration that stands for an object that only one commit has.
const argo::Declaration &standingFor(const ObjectChange &change)
{
    return change.head.empty() ? representative(change.base, change.baseWinner)
                               : representative(change.head, change.headWinner);
}

/// Adds the renames among a bucket's changes, by their places in the changes.
void findRenamesIn(const Bucket &bucket, std::vector<std::vector<Leaf>> &leaves, std::vector<Rename> &renames)
{
    std::vector<std::vector<Leaf>> removed;
    std::vector<std::vector<Leaf>> added;
    for (const std::size_t i : bucket.removed)
        removed.push_back(std::move(leaves[i]));
    for (const std::size_t i : bucket.added)
        added.push_back(std::move(leaves[i]));
    for (const Rename &rename : findRenames(removed, added))
        renames.push_back({bucket.removed[rename.removed], bucket.added[rename.added], rename.likeness});
}

Result<void> ChangeFinder::markRenamed()
{
    const std::vector<Bucket> buckets = findBuckets(m_set.changes);
    std::vector<std::size_t> wanted;
    for (const Bucket &bucket : buckets) {
        wanted.insert(wanted.end(), bucket.removed.begin(), bucket.removed.end());
        wanted.insert(wanted.end(), bucket.added.begin(), bucket.added.end());
    }
    std::stable_sort(wanted.begin(), wanted.end(), [&](std::size_t left, std::size_t right) {
        return standingFor(m_set.changes[left]).location < standingFor(m_set.changes[right]).location;
    });
    std::vector<std::vector<Leaf>> leaves(m_set.changes.size());
    auto read = forEach(wanted.size(), [&](DeclaredContents &contents, std::size_t i) -> Result<void> {
        const auto content = contents.content(standingFor(m_set.changes[wanted[i]]));
        if (!content)
            return content.error();
        leaves[wanted[i]] = leavesOf(**content);
        return {};
    });
    if (!read)
        return read;
    std::vector<Rename> renames;
    for (const Bucket &bucket : buckets)
        findRenamesIn(bucket, leaves, renames);
    return forEach(renames.size(),
                   [&](DeclaredContents &contents, std::size_t i) { return applyRename(renames[i], contents); });
}

Result<void> ChangeFinder::applyRename(const Rename &rename, DeclaredContents &contents)
{
    ObjectChange &old = m_set.changes[rename.removed];
    ObjectChange &now = m_set.changes[rename.added];
    old.status = now.status = Status::Renamed;
    old.likeness = now.likeness = rename.likeness;
    old.renamedTo = now.id;
    now.renamedFrom = old.id;
    auto fields = compareDeclarations(standingFor(old), standingFor(now), contents);
    if (!fields)
        return fields.error();
    now.fields = std::move(*fields);
    return {};
}

/// The count that an entry adds to.
std::size_t &countOf(const ObjectChange &change, StatusCounts &counts)
{
    switch (change.status) {
    case Status::Unknown:
        return counts.unknown;
    case Status::Renamed:
        return counts.renamed;
    case Status::Added:
        return counts.added;
    case Status::Removed:
        return counts.removed;
    case Status::Overwritten:
        return counts.overwritten;
    case Status::Shadowed:
        return counts.shadowed;
    case Status::Moved:
        return counts.moved;
    case Status::Modified:
        return counts.modified;
    case Status::Duplicated:
        return counts.duplicated;
    case Status::Unchanged:
        break;
    }
    return change.flags.formattingOnly ? counts.formattingOnly : counts.unchanged;
}

void ChangeFinder::finish()
{
    const std::size_t passedOver = m_set.counts.unchanged; // not listed: nothing of them changed
    m_set.counts = countStatuses(m_set.changes);
    m_set.counts.unchanged += passedOver;
}

} // namespace

StatusCounts countStatuses(std::span<const ObjectChange> changes)
{
    StatusCounts counts;
    for (const ObjectChange &change : changes)
        ++countOf(change, counts);
    return counts;
}

const ObjectChange *ChangeSet::find(const argo::ObjectId &id) const
{
    const auto found =
        std::lower_bound(changes.begin(), changes.end(), id,
                         [](const ObjectChange &change, const auto &wanted) { return change.id < wanted; });
    return found != changes.end() && found->id == id ? &*found : nullptr;
}

Result<ChangeSet> compareInventories(const git::Comparison &comparison, const argo::Inventories &inventories,
                                     unsigned jobs, std::stop_token stop)
{
    return ChangeFinder(comparison, inventories, jobs, std::move(stop)).run();
}

} // namespace noclobber::diff
