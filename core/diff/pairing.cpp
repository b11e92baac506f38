#include "core/diff/pairing.h"

#include <algorithm>
#include <map>

#include "core/diff/likeness.h"

namespace noclobber::diff {
namespace {

/// Where more pairs than this are possible, apply order alone decides: looking at all of them would take too long.
constexpr std::size_t mostCandidates = 100'000;

struct Candidate {
    std::size_t base = 0;
    std::size_t head = 0;
    double likeness = 1;
    bool isSameApplication = false;
};

struct Step {
    bool needsContent = false;
    bool needsPath = false;
};

bool comesFirst(const Candidate &left, const Candidate &right)
{
    return std::make_tuple(-left.likeness, !left.isSameApplication, left.base, left.head) <
           std::make_tuple(-right.likeness, !right.isSameApplication, right.base, right.head);
}

class Pairer
{
public:
    Pairer(const DeclaredSides &sides, DeclaredContents &contents) : m_sides(sides), m_contents(contents)
    {
        m_pairing.headOf.resize(sides.base.size());
        m_pairing.baseOf.resize(sides.head.size());
    }

    Result<void> take(const Step &step)
    {
        const auto free = [](const auto &partners) {
            return static_cast<std::size_t>(std::count(partners.begin(), partners.end(), std::nullopt));
        };
        if (free(m_pairing.headOf) * free(m_pairing.baseOf) > mostCandidates) {
            takeInOrder(step);
            return {};
        }
        std::vector<Candidate> candidates = candidatesOf(step);
        if (!step.needsContent && hasChoice(candidates)) {
            if (auto measured = measure(candidates); !measured)
                return measured.error();
        }
        std::sort(candidates.begin(), candidates.end(), comesFirst);
        for (const Candidate &candidate : candidates) {
            if (!m_pairing.headOf[candidate.base] && !m_pairing.baseOf[candidate.head])
                pair(candidate.base, candidate.head);
        }
        return {};
    }

    Pairing pairing() { return std::move(m_pairing); }

private:
    void pair(std::size_t base, std::size_t head)
    {
        m_pairing.headOf[base] = head;
        m_pairing.baseOf[head] = base;
    }

    bool fits(const Step &step, std::size_t base, std::size_t head) const
    {
        return !m_pairing.headOf[base] && !m_pairing.baseOf[head] &&
               (!step.needsContent || m_sides.baseClasses[base] == m_sides.headClasses[head]) &&
               (!step.needsPath || m_sides.base[base].location.path == m_sides.head[head].location.path);
    }

    void takeInOrder(const Step &step)
    {
        for (std::size_t b = 0; b < m_sides.base.size(); ++b) {
            for (std::size_t h = 0; h < m_sides.head.size(); ++h) {
                if (fits(step, b, h))
                    pair(b, h);
            }
        }
    }

    std::vector<Candidate> candidatesOf(const Step &step) const
    {
        std::vector<Candidate> candidates;
        for (std::size_t b = 0; b < m_sides.base.size(); ++b) {
            for (std::size_t h = 0; h < m_sides.head.size(); ++h) {
                if (fits(step, b, h))
                    candidates.push_back({b, h, 1, m_sides.base[b].application == m_sides.head[h].application});
            }
        }
        return candidates;
    }

    bool hasChoice(const std::vector<Candidate> &candidates) const
    {
        std::vector<int> baseUses(m_sides.base.size());
        std::vector<int> headUses(m_sides.head.size());
        return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate &candidate) {
            return ++baseUses[candidate.base] > 1 || ++headUses[candidate.head] > 1;
        });
    }

    Result<void> measure(std::vector<Candidate> &candidates)
    {
        for (Candidate &candidate : candidates) {
            const auto old = leaves(m_sides.baseClasses[candidate.base], m_sides.base[candidate.base]);
            if (!old)
                return old.error();
            const auto now = leaves(m_sides.headClasses[candidate.head], m_sides.head[candidate.head]);
            if (!now)
                return now.error();
            candidate.likeness = likeness(**old, **now);
        }
        return {};
    }

    Result<const std::vector<Leaf> *> leaves(int number, const argo::Declaration &declaration)
    {
        auto known = m_leaves.find(number);
        if (known == m_leaves.end()) {
            const auto content = m_contents.content(declaration);
            if (!content)
                return content.error();
            known = m_leaves.emplace(number, leavesOf(**content)).first;
        }
        return &known->second;
    }

    const DeclaredSides &m_sides;
    DeclaredContents &m_contents;
    Pairing m_pairing;
    std::map<int, std::vector<Leaf>> m_leaves; ///< by the number of the content
};

} // namespace

Result<Pairing> pairDeclarations(const DeclaredSides &sides, DeclaredContents &contents)
{
    std::vector<Step> steps{{true, true}, {false, true}, {true, false}};
    if (!sides.base.empty() && !argo::isGenerated(sides.base.front().id))
        steps.push_back({false, false});
    Pairer pairer(sides, contents);
    for (const Step &step : steps) {
        if (auto taken = pairer.take(step); !taken)
            return taken.error();
    }
    return pairer.pairing();
}

} // namespace noclobber::diff
