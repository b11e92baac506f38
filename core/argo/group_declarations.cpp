#include "core/argo/identity.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <tuple>

#include "core/base/places.h"

namespace noclobber::argo {
namespace {

/// The last declaration of each Application and written group; what an Application covers hides what none covers.
Few<std::size_t> findInEffect(const Few<Declaration> &declarations)
{
    std::map<std::pair<SharedId, std::string_view>, std::size_t> last;
    bool anyCovered = false;
    for (std::size_t i = 0; i < declarations.size(); ++i) {
        last[{declarations[i].application, declarations[i].manifest->group}] = i; // they come in apply order
        anyCovered = anyCovered || declarations[i].application;
    }
    Few<std::size_t> inEffect;
    for (const auto &[claimant, place] : last) {
        if (claimant.first || !anyCovered)
            inEffect.push_back(place);
    }
    std::ranges::sort(inEffect);
    return inEffect;
}

/// What declarations are sorted by, as numbers: of each part (two side by side) its rank among all that occur.
struct SortKey {
    std::uint64_t scopeAndGroup = 0;
    std::uint64_t kindAndNamespace = 0;
    std::uint32_t name = 0;
    std::uint32_t place = 0; ///< of the declaration

    auto parts() const { return std::tie(scopeAndGroup, kindAndNamespace, name); }
};

/// The texts that occur in one part of the ids.
class Ranks
{
public:
    /// A number for the text, the same for the same one.
    std::uint32_t add(const Name &part)
    {
        if (!m_parts.empty() && m_parts[m_last].second == &part.text())
            return m_last; // as in the declaration before
        const auto [number, isNew] = m_numbers.add(part, static_cast<std::uint32_t>(m_parts.size()));
        if (isNew)
            m_parts.emplace_back(prefixOf(part), &part.text());
        return m_last = number;
    }
    /// The rank of each number, by text.
    std::vector<std::uint32_t> settle() const
    {
        std::vector<std::uint32_t> numbers(m_parts.size());
        std::iota(numbers.begin(), numbers.end(), 0U);
        std::ranges::sort(numbers, [this](std::uint32_t a, std::uint32_t b) {
            const auto &[prefix, text] = m_parts[a];
            const auto &[otherPrefix, otherText] = m_parts[b];
            return prefix != otherPrefix ? prefix < otherPrefix : *text < *otherText;
        });
        std::vector<std::uint32_t> ranks(m_parts.size());
        for (std::size_t i = 0; i < numbers.size(); ++i)
            ranks[numbers[i]] = static_cast<std::uint32_t>(i);
        return ranks;
    }

private:
    /// The first eight bytes, the first one weighing most.
    static std::uint64_t prefixOf(const std::string &text)
    {
        std::uint64_t prefix = 0;
        for (std::size_t i = 0; i < 8; ++i)
            prefix = (prefix << 8U) | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
        return prefix;
    }

    Places<Name> m_numbers;
    std::vector<std::pair<std::uint64_t, const std::string *>> m_parts; ///< by number
    std::uint32_t m_last = 0;
};

constexpr std::size_t partsOfId = 5;

std::array<Name, partsOfId> partsOf(const ObjectId &id)
{
    return {id.scope, id.key.group, id.key.kind, id.key.nameSpace, id.key.name};
}

std::uint64_t pack(std::uint32_t first, std::uint32_t second)
{
    return std::uint64_t{first} << 32U | second;
}

/// The places of the objects by id, then Application, then apply order. Each has one declaration.
std::vector<SortKey> sortedKeys(const std::vector<DeclaredObject *> &singles)
{
    std::array<Ranks, partsOfId> parts;
    std::vector<SortKey> keys;
    keys.reserve(singles.size());
    for (const DeclaredObject *single : singles) {
        const auto names = partsOf(single->id);
        const auto number = [&](std::size_t part) { return parts[part].add(names[part]); };
        const auto place = static_cast<std::uint32_t>(keys.size());
        keys.push_back({pack(number(0), number(1)), pack(number(2), number(3)), number(4), place});
    }
    std::array<std::vector<std::uint32_t>, partsOfId> ranks;
    for (std::size_t part = 0; part < partsOfId; ++part) {
        ranks[part] = parts[part].settle();
        parts[part] = {};
    }
    for (SortKey &key : keys) {
        const auto ranked = [&](std::uint64_t packed, std::size_t part) {
            return pack(ranks[part][packed >> 32U], ranks[part + 1][packed & UINT32_MAX]);
        };
        key = {ranked(key.scopeAndGroup, 0), ranked(key.kindAndNamespace, 2), ranks[4][key.name], key.place};
    }
    std::ranges::sort(keys, [&](const SortKey &a, const SortKey &b) {
        if (a.parts() != b.parts())
            return a.parts() < b.parts();
        const Declaration &one = singles[a.place]->declarations.front();
        const Declaration &other = singles[b.place]->declarations.front();
        return std::tie(one.application, one.order) < std::tie(other.application, other.order);
    });
    return keys;
}

} // namespace

SharedObjects groupDeclarations(SharedObjects::Store store)
{
    std::vector<DeclaredObject *> singles;
    std::size_t many = 0;
    for (const auto &part : store)
        many += part.size();
    singles.reserve(many);
    for (auto &part : store)
        std::ranges::transform(part, std::back_inserter(singles), [](DeclaredObject &single) { return &single; });
    const std::vector<SortKey> keys = sortedKeys(singles);
    std::vector<const DeclaredObject *> order;
    order.reserve(keys.size());
    for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
        DeclaredObject &object = *singles[keys[begin].place];
        order.push_back(&object);
        while (end < keys.size() && keys[end].parts() == keys[begin].parts())
            ++end;
        for (std::size_t i = begin + 1; i < end; ++i)
            object.declarations.push_back(std::move(singles[keys[i].place]->declarations.front()));
        if (isGenerated(object.id))
            object.inEffect = Few<std::size_t>(); // the cluster makes a name for each
        else if (end > begin + 1)
            object.inEffect = findInEffect(object.declarations);
    }
    order.shrink_to_fit();
    return {std::move(store), std::move(order)};
}

} // namespace noclobber::argo
