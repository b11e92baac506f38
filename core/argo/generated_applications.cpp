#include "core/argo/generated_applications.h"

#include <algorithm>

#include "core/base/say.h"

namespace noclobber::argo {
namespace {

/// Says that another one makes the same Application.
void loseTo(ApplicationSet &set, const Application &other)
{
    set.lost.push_back(other.id);
    std::string text = say("it makes {}, which ", shortText(other.id));
    if (other.generatedBy)
        text += say("{} makes too: the one that made it first keeps it, here it counts as that one's",
                    shortText(*other.generatedBy));
    else
        text += say("is declared at {} too: both write it in turn, here the declared one counts",
                    toText(other.declaration.location));
    set.unknowns.push_back(std::move(text));
}

} // namespace

Result<const EvaluatedSet *> GeneratedApplications::evaluated(bool isHead, const Declaration &declaration)
{
    const std::tuple key(isHead, declaration.blob, declaration.location.document, declaration.location.item);
    auto known = m_sets.find(key);
    if (known == m_sets.end()) {
        const auto content = m_contents.content(declaration);
        if (!content)
            return content.error();
        auto set = evaluateSet(**content, {isHead ? m_comparison.head : m_comparison.base,
                                           isHead ? m_scans.head : m_scans.base, m_own, m_contents, m_budgets[isHead]});
        if (!set)
            return set.error();
        known = m_sets.emplace(key, std::move(*set)).first;
    }
    return &known->second;
}

Result<std::vector<ApplicationSet>> GeneratedApplications::add(bool isHead, const SharedObjects &sets,
                                                               const std::vector<Application> &before,
                                                               std::vector<Application> &applications)
{
    if (sets.empty())
        return std::vector<ApplicationSet>();
    std::map<ObjectId, Application> all;
    for (Application &application : applications)
        all.emplace(application.id, std::move(application));
    std::vector<ApplicationSet> inEffect;
    for (const DeclaredObject &object : sets) {
        const Declaration &declaration = object.declarations[object.inEffect.back()];
        const auto evaluation = evaluated(isHead, declaration);
        if (!evaluation)
            return evaluation.error();
        ApplicationSet set = (*evaluation)->set;
        set.id = declaration.id;
        set.declaration = declaration;
        for (Application &application : applicationsOf(set, **evaluation, before)) {
            const auto [place, isNew] = all.try_emplace(application.id, application);
            if (!isNew)
                loseTo(set, place->second);
        }
        std::ranges::sort(set.lost);
        inEffect.push_back(std::move(set));
    }
    applications.clear();
    for (auto &[id, application] : all)
        applications.push_back(std::move(application));
    return inEffect;
}

} // namespace noclobber::argo
