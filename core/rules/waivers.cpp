#include <algorithm>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

/// `*` stands for any bytes of one part.
bool matchesPart(std::string_view pattern, std::string_view text)
{
    std::size_t at = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    std::size_t position = 0;
    while (position < text.size()) {
        if (at < pattern.size() && pattern[at] == '*') {
            star = at++;
            resume = position;
        } else if (at < pattern.size() && pattern[at] == text[position]) {
            ++at;
            ++position;
        } else if (star != std::string_view::npos) {
            at = star + 1;
            position = ++resume;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

bool covers(const argo::Waiver &waiver, const Finding &finding)
{
    return waiver.rule == finding.rule && matchesIdentity(waiver.identity, finding.id);
}

} // namespace

bool matchesIdentity(std::string_view pattern, const argo::ObjectId &id)
{
    const std::vector<std::string> wanted = split(pattern, '/');
    const std::vector<std::string> parts = split(argo::toText(id), '/');
    if (wanted.size() > parts.size())
        return false;
    return std::equal(wanted.rbegin(), wanted.rend(), parts.rbegin(),
                      [](const std::string &one, const std::string &other) { return matchesPart(one, other); });
}

void applyWaivers(Judgement &judgement, std::string_view today)
{
    for (const argo::Waiver &waiver : judgement.change.configuration.waivers) {
        const bool isOver = !waiver.until.empty() && waiver.until < today;
        bool isUsed = false;
        for (Finding &finding : judgement.findings) {
            if (isOver || !covers(waiver, finding))
                continue;
            isUsed = true;
            if (!finding.waived)
                finding.waived = AcceptedException{waiver.reason, waiver.until};
        }
        if (isUsed)
            continue;
        Finding finding;
        finding.location = argo::Location{".noclobber.yaml", 0, 0, waiver.line, waiver.line};
        finding.message = isOver ? say("The waiver of {} for {} counted until {} and is over.", waiver.rule,
                                       waiver.identity, waiver.until)
                                 : say("The waiver of {} for {} matches nothing here.", waiver.rule, waiver.identity);
        report(judgement, "waiver-unused", Weight::Full, std::move(finding));
    }
}

} // namespace noclobber::rules
