#include "core/blast/data_reason.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/say.h"

namespace noclobber::blast {

namespace {

/// The clause behind a deletion that a person has to confirm.
std::string confirmation(const std::string &separator)
{
    const std::string both = say("{}; the deletion waits until a person confirms it", "");
    return both.starts_with(separator) ? both.substr(separator.size()) : both;
}

/// Whether a clause says who deletes or keeps the object, and nothing of its data: in every language by the words that
/// are not translated.
bool isAboutDeletion(std::string_view clause)
{
    constexpr std::array<std::string_view, 8> marks{"Application ", "ApplicationSet ", "Kustomization ", "HelmRelease ",
                                                    "Prune=",       "Delete=",         "helm.sh/",       "PreDelete"};
    return std::ranges::any_of(marks, [&](std::string_view mark) { return clause.find(mark) != std::string::npos; });
}

} // namespace

OwnReason ownReason(const AffectedObject &object)
{
    if (object.because.empty())
        return {};
    const std::string_view text = object.because.back().text;
    const std::string separator = say("; ");
    const std::size_t last = text.rfind(separator);
    if (object.dataFate == DataFate::None || last == std::string_view::npos)
        return {text, {}};
    const std::string_view clause = text.substr(last + separator.size());
    if (isAboutDeletion(clause) || clause == confirmation(separator))
        return {text, {}};
    return {text.substr(0, last), clause};
}

} // namespace noclobber::blast
