#include "core/rules/rule_texts.h"

#include <algorithm>

namespace noclobber::rules {

std::span<const Rule> allRules()
{
    static const std::vector<Rule> rules = [] {
        std::vector<Rule> all;
        for (const auto &texts : {declarationTexts(), applicationTexts(), dataTexts(), protectionTexts(), textTexts()})
            all.insert(all.end(), texts.begin(), texts.end());
        std::ranges::sort(all, {}, &Rule::id);
        return all;
    }();
    return rules;
}

const Rule *findRule(std::string_view id)
{
    const auto rules = allRules();
    const auto found = std::ranges::lower_bound(rules, id, {}, &Rule::id);
    return found != rules.end() && found->id == id ? &*found : nullptr;
}

} // namespace noclobber::rules
