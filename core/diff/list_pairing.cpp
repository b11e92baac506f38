#include "core/diff/list_pairing.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "core/diff/place.h"

namespace noclobber::diff {
namespace {

using Labels = std::vector<std::string>;

struct ItemForms {
    std::vector<std::string> base;
    std::vector<std::string> head;
};

std::map<std::string_view, std::size_t> placesOf(const Labels &labels)
{
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < labels.size(); ++i)
        places[labels[i]] = i;
    return places;
}

PairedItems pairByLabel(const Labels &baseLabels, const Labels &headLabels, const yaml::Node &base,
                        const yaml::Node &head)
{
    const auto basePlaces = placesOf(baseLabels);
    const auto headPlaces = placesOf(headLabels);
    PairedItems paired;
    std::size_t last = 0;
    for (std::string &label : mergedOrder(baseLabels, headLabels)) {
        ItemPair pair;
        const auto old = basePlaces.find(label);
        const auto now = headPlaces.find(label);
        if (old != basePlaces.end())
            pair.base = &base.items[old->second];
        if (now != headPlaces.end())
            pair.head = &head.items[now->second];
        if (pair.base != nullptr && pair.head != nullptr) {
            paired.isReordered = paired.isReordered || old->second < last;
            last = old->second;
        }
        pair.label = std::move(label);
        paired.pairs.push_back(std::move(pair));
    }
    return paired;
}

class PairsByPlace
{
public:
    PairsByPlace(const yaml::Node &base, const yaml::Node &head) : m_base(base), m_head(head) {}

    void add(std::optional<std::size_t> base, std::optional<std::size_t> head)
    {
        ItemPair pair;
        pair.label = std::to_string(head ? *head : *base);
        pair.base = base ? &m_base.items[*base] : nullptr;
        pair.head = head ? &m_head.items[*head] : nullptr;
        m_paired.pairs.push_back(std::move(pair));
    }
    PairedItems take() { return std::move(m_paired); }

private:
    const yaml::Node &m_base;
    const yaml::Node &m_head;
    PairedItems m_paired;
};

PairedItems pairInOrder(const yaml::Node &base, const yaml::Node &head, const ItemForms &forms)
{
    PairsByPlace pairs(base, head);
    std::size_t old = 0;
    std::size_t now = 0;
    const auto takeEqual = [&](std::size_t baseEnd, std::size_t headEnd) {
        while (old < baseEnd && now < headEnd)
            pairs.add(old++, now++);
    };
    for (const Aligned &differing : align(forms.base, forms.head)) {
        takeEqual(differing.base.value_or(base.items.size()), differing.head.value_or(head.items.size()));
        pairs.add(differing.base, differing.head);
        old += differing.base ? 1 : 0;
        now += differing.head ? 1 : 0;
    }
    takeEqual(base.items.size(), head.items.size());
    return pairs.take();
}

PairedItems pairAsSets(const yaml::Node &base, const yaml::Node &head, const ItemForms &forms)
{
    std::multimap<std::string_view, std::size_t> left;
    for (std::size_t i = 0; i < forms.base.size(); ++i)
        left.emplace(forms.base[i], i);
    std::vector<std::optional<std::size_t>> partners;
    for (const std::string &form : forms.head) {
        const auto same = left.find(form);
        partners.push_back(same == left.end() ? std::nullopt : std::optional(same->second));
        if (same != left.end())
            left.erase(same);
    }
    std::vector<std::size_t> rest;
    for (const auto &[form, place] : left)
        rest.push_back(place);
    std::ranges::sort(rest);
    PairsByPlace pairs(base, head);
    auto next = rest.begin();
    for (std::size_t i = 0; i < partners.size(); ++i) {
        if (!partners[i] && next != rest.end())
            partners[i] = *next++;
        pairs.add(partners[i], i);
    }
    for (; next != rest.end(); ++next)
        pairs.add(*next, std::nullopt);
    return pairs.take();
}

} // namespace

PairedItems pairItems(const kube::ListKey &key, const yaml::Node &base, const yaml::Node &head, const ItemForm &form)
{
    const auto baseLabels = itemLabels(key, base);
    const auto headLabels = itemLabels(key, head);
    if (baseLabels && headLabels) {
        PairedItems paired = pairByLabel(*baseLabels, *headLabels, base, head);
        paired.isReordered = paired.isReordered && key.orderMatters;
        return paired;
    }
    ItemForms forms;
    std::ranges::transform(base.items, std::back_inserter(forms.base), form);
    std::ranges::transform(head.items, std::back_inserter(forms.head), form);
    return key.orderMatters ? pairInOrder(base, head, forms) : pairAsSets(base, head, forms);
}

} // namespace noclobber::diff
