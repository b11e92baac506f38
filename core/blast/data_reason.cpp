#include "core/blast/data_reason.h"

#include <algorithm>
#include <array>

namespace noclobber::blast {

namespace {

/// Whether a clause says who deletes or keeps the object, and nothing of its data.
bool isAboutDeletion(std::string_view clause)
{
    constexpr std::array<std::string_view, 11> beginnings{
        "Application ", "ApplicationSet ", "Flux Kustomization ", "HelmRelease ", "the deletion ", "Prune=", "Delete=",
        "helm.sh/",     "it stays",        "it is deleted",       "it is a hook"};
    return std::ranges::any_of(beginnings, [&](std::string_view text) { return clause.starts_with(text); });
}

} // namespace

OwnReason ownReason(const AffectedObject &object)
{
    if (object.because.empty())
        return {};
    const std::string_view text = object.because.back().text;
    const std::size_t last = text.rfind("; ");
    if (object.dataFate == DataFate::None || last == std::string_view::npos || isAboutDeletion(text.substr(last + 2)))
        return {text, {}};
    return {text.substr(0, last), text.substr(last + 2)};
}

} // namespace noclobber::blast
