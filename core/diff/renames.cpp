#include "core/diff/renames.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>

namespace noclobber::diff {
namespace {

using Objects = std::span<const std::vector<Leaf>>;

constexpr std::size_t mostPairs = 2'000'000;

class Finder
{
public:
    Finder(Objects removed, Objects added)
        : m_removed(removed), m_added(added), m_isRemovedTaken(removed.size()), m_isAddedTaken(added.size())
    {}

    std::vector<Rename> find()
    {
        takeEqual();
        countLeaves();
        takeAlike();
        return std::move(m_renames);
    }

private:
    void take(const Rename &rename)
    {
        if (m_isRemovedTaken[rename.removed] || m_isAddedTaken[rename.added])
            return;
        m_isRemovedTaken[rename.removed] = true;
        m_isAddedTaken[rename.added] = true;
        m_renames.push_back(rename);
    }

    void takeEqual()
    {
        std::map<std::vector<Leaf>, std::deque<std::size_t>> byLeaves;
        for (std::size_t i = 0; i < m_added.size(); ++i)
            byLeaves[m_added[i]].push_back(i);
        for (std::size_t i = 0; i < m_removed.size(); ++i) {
            const auto equal = byLeaves.find(m_removed[i]);
            if (equal == byLeaves.end() || equal->second.empty())
                continue;
            take({i, equal->second.front(), 1});
            equal->second.pop_front();
        }
    }

    void countLeaves()
    {
        for (const Objects &objects : {m_removed, m_added}) {
            for (const std::vector<Leaf> &leaves : objects) {
                for (const Leaf &leaf : leaves)
                    ++m_uses[leaf];
            }
        }
    }

    /// Two objects that are alike enough share at least one of these: they may differ in so few leaves that not all of
    /// the rarest can be among them.
    std::vector<Leaf> rarest(const std::vector<Leaf> &leaves) const
    {
        const auto all = static_cast<double>(leaves.size());
        const auto shared = static_cast<std::size_t>(std::ceil(renameLikeness * all - 1e-9));
        const std::size_t count = std::min(leaves.size(), leaves.size() - shared + 1);
        std::vector<Leaf> sorted = leaves;
        std::partial_sort(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(count), sorted.end(),
                          [this](const Leaf &left, const Leaf &right) {
                              return std::make_tuple(m_uses.at(left), left) < std::make_tuple(m_uses.at(right), right);
                          });
        sorted.resize(count);
        return sorted;
    }

    void takeAlike()
    {
        std::map<Leaf, std::vector<std::size_t>> addedWith;
        for (std::size_t i = 0; i < m_added.size(); ++i) {
            if (m_isAddedTaken[i])
                continue;
            for (const Leaf &leaf : rarest(m_added[i]))
                addedWith[leaf].push_back(i);
        }
        std::vector<Rename> pairs;
        for (std::size_t i = 0; i < m_removed.size() && m_pairsSeen < mostPairs; ++i) {
            if (!m_isRemovedTaken[i])
                measure(i, addedWith, pairs);
        }
        std::sort(pairs.begin(), pairs.end(), [](const Rename &left, const Rename &right) {
            return std::make_tuple(-left.likeness, left.removed, left.added) <
                   std::make_tuple(-right.likeness, right.removed, right.added);
        });
        for (const Rename &pair : pairs)
            take(pair);
    }

    void measure(std::size_t removed, const std::map<Leaf, std::vector<std::size_t>> &addedWith,
                 std::vector<Rename> &pairs)
    {
        std::vector<std::size_t> candidates;
        for (const Leaf &leaf : rarest(m_removed[removed])) {
            const auto found = addedWith.find(leaf);
            if (found != addedWith.end())
                candidates.insert(candidates.end(), found->second.begin(), found->second.end());
        }
        std::sort(candidates.begin(), candidates.end());
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        for (const std::size_t added : candidates) {
            const double alike = likeness(m_removed[removed], m_added[added]);
            if (alike >= renameLikeness)
                pairs.push_back({removed, added, alike});
        }
        m_pairsSeen += candidates.size();
    }

    Objects m_removed;
    Objects m_added;
    std::vector<bool> m_isRemovedTaken;
    std::vector<bool> m_isAddedTaken;
    std::map<Leaf, std::size_t> m_uses;
    std::size_t m_pairsSeen = 0;
    std::vector<Rename> m_renames;
};

} // namespace

std::vector<Rename> findRenames(std::span<const std::vector<Leaf>> removed, std::span<const std::vector<Leaf>> added)
{
    return Finder(removed, added).find();
}

} // namespace noclobber::diff
