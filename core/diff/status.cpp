#include "core/diff/status.h"

#include <algorithm>
#include <set>

namespace noclobber::diff {
namespace {

/// Equal declarations of one Application of which one is in effect: it makes no difference which. The one in effect is
/// last.
struct Contender {
    std::vector<std::size_t> members;
    int content = 0;
};

std::vector<Contender> contendersOf(const argo::DeclaredObject &object, const std::vector<int> &classes)
{
    std::vector<Contender> contenders;
    for (const std::size_t inEffect : object.inEffect) {
        Contender contender{{}, classes[inEffect]};
        for (std::size_t i = 0; i < object.declarations.size(); ++i) {
            if (i != inEffect && classes[i] == classes[inEffect] &&
                object.declarations[i].application == object.declarations[inEffect].application)
                contender.members.push_back(i);
        }
        contender.members.push_back(inEffect);
        contenders.push_back(std::move(contender));
    }
    return contenders;
}

bool contains(const std::vector<std::size_t> &places, std::size_t place)
{
    return std::find(places.begin(), places.end(), place) != places.end();
}

class Judge
{
public:
    explicit Judge(const PairedObject &object)
        : m_object(object), m_base(contendersOf(object.base, object.sides.baseClasses)),
          m_head(contendersOf(object.head, object.sides.headClasses))
    {}

    Judgement judgement() const
    {
        Judgement result;
        result.winners = winners();
        result.compared = result.winners;
        if (!result.compared.base || !result.compared.head)
            result.compared = changedContender();
        result.status = status(result.winners);
        const bool hasFewer = m_object.head.declarations.size() < m_object.base.declarations.size();
        result.isDeduplicated = hasFewer && result.status != Status::Overwritten && isEffectUnchanged();
        return result;
    }

private:
    Status status(const Places &winners) const
    {
        if (isOverwritten())
            return Status::Overwritten;
        if (hasNewLoser() || wereOnlyLosersEdited())
            return Status::Shadowed;
        if (winners.base && winners.head && m_object.pairing.headOf[*winners.base] == winners.head &&
            m_object.base.declarations[*winners.base].location.path !=
                m_object.head.declarations[*winners.head].location.path)
            return Status::Moved;
        if (changedContender().base)
            return Status::Modified;
        const bool hasMore = m_object.head.declarations.size() > m_object.base.declarations.size();
        return hasMore ? Status::Duplicated : Status::Unchanged;
    }

    bool isPair(std::size_t base, std::size_t head) const { return m_object.pairing.headOf[base] == head; }

    /// The pair of declarations through which the two contenders are one and the same, those in effect first.
    std::optional<Places> link(const Contender &base, const Contender &head) const
    {
        for (auto now = head.members.rbegin(); now != head.members.rend(); ++now) {
            const auto old = m_object.pairing.baseOf[*now];
            if (old && contains(base.members, *old))
                return Places{*old, *now};
        }
        return std::nullopt;
    }

    bool wasInEffect(const Contender &head) const
    {
        return std::any_of(m_base.begin(), m_base.end(), [&](const Contender &base) { return link(base, head); });
    }

    /// Of equal ones, the one with a partner; the one in effect where that leaves a choice.
    static std::size_t marked(const Contender &contender, const std::vector<std::optional<std::size_t>> &partners)
    {
        const auto found = std::find_if(contender.members.rbegin(), contender.members.rend(),
                                        [&](std::size_t place) { return partners[place].has_value(); });
        return found == contender.members.rend() ? contender.members.back() : *found;
    }

    Places winners() const
    {
        Places places;
        if (m_base.size() == 1)
            places.base = marked(m_base[0], m_object.pairing.headOf);
        if (m_head.size() == 1)
            places.head = marked(m_head[0], m_object.pairing.baseOf);
        if (m_base.size() == 1 && m_head.size() == 1) {
            if (const auto linked = link(m_base[0], m_head[0]))
                places = *linked;
        }
        return places;
    }

    /// Whether something that was not in effect in base is now, with other content. While the winner was defined and
    /// stays a contender, other content than it has now; else other content than anything in effect had.
    bool isOverwritten() const
    {
        std::set<int> contents;
        bool isAnyOld = false;
        for (const Contender &head : m_head) {
            if (wasInEffect(head)) {
                contents.insert(head.content);
                isAnyOld = true;
            }
        }
        if (m_base.size() > 1 || !isAnyOld) {
            for (const Contender &base : m_base)
                contents.insert(base.content);
        }
        return std::any_of(m_head.begin(), m_head.end(), [&](const Contender &head) {
            return !wasInEffect(head) && !contents.contains(head.content);
        });
    }

    /// Whether a head declaration does nothing because another one says something else.
    bool isLoser(std::size_t place) const
    {
        bool isAlone = true;
        bool isEqual = false;
        for (const Contender &head : m_head) {
            if (contains(head.members, place))
                return false;
            isAlone = isAlone && m_object.head.declarations[head.members.back()].application !=
                                     m_object.head.declarations[place].application;
            isEqual = isEqual || head.content == m_object.sides.headClasses[place];
        }
        return !isAlone || !isEqual;
    }

    bool hasNewLoser() const
    {
        for (std::size_t h = 0; h < m_object.head.declarations.size(); ++h) {
            if (!m_object.pairing.baseOf[h] && isLoser(h))
                return true;
        }
        return false;
    }

    bool wereOnlyLosersEdited() const
    {
        if (!isEffectUnchanged())
            return false;
        for (std::size_t h = 0; h < m_object.head.declarations.size(); ++h) {
            const auto old = m_object.pairing.baseOf[h];
            if (old && m_object.sides.baseClasses[*old] != m_object.sides.headClasses[h] && isLoser(h))
                return true;
        }
        return false;
    }

    /// Whether nothing is in effect that was not, whoever declares it.
    bool isEffectUnchanged() const
    {
        std::set<int> contents;
        for (const Contender &base : m_base)
            contents.insert(base.content);
        return std::all_of(m_head.begin(), m_head.end(),
                           [&](const Contender &head) { return contents.contains(head.content); });
    }

    /// A contender of head that was one in base with other content.
    Places changedContender() const
    {
        for (const Contender &head : m_head) {
            Places changed;
            bool isSame = false;
            for (const Contender &base : m_base) {
                const auto linked = link(base, head);
                isSame = isSame || (linked && base.content == head.content);
                if (linked && !changed.base)
                    changed = *linked;
            }
            if (changed.base && !isSame)
                return changed;
        }
        return {};
    }

    const PairedObject &m_object;
    std::vector<Contender> m_base;
    std::vector<Contender> m_head;
};

} // namespace

Judgement judge(const PairedObject &object)
{
    return Judge(object).judgement();
}

} // namespace noclobber::diff
