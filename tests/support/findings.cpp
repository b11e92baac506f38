#include "tests/support/findings.h"

#include <QtGlobal>
#include <array>

namespace noclobber::test {

namespace {

std::vector<rules::Finding> judged(const git::Files &base, const git::Files &head, const std::string &today)
{
    const ChangeCase read(base, head);
    auto findings = rules::judge(read.change(), read.radius(), today, {});
    if (!findings)
        qFatal("%s", findings.error().message.c_str());
    return std::move(*findings);
}

std::string print(const rules::Finding &finding)
{
    static constexpr std::array names = {"off", "note", "warn", "block"};
    std::string text = std::string(names[static_cast<std::size_t>(finding.severity)]) + " " + finding.rule + " " +
                       argo::toText(finding.id);
    if (finding.location)
        text += " at " + argo::toText(*finding.location);
    for (std::size_t i = 0; i < finding.related.size(); ++i)
        text += (i == 0 ? " with " : ", ") + argo::toText(finding.related[i]);
    return text + (finding.waived ? " waived\n" : "\n");
}

} // namespace

std::string findings(const git::Files &base, const git::Files &head, const std::string &today)
{
    std::string text;
    for (const rules::Finding &finding : judged(base, head, today))
        text += print(finding);
    return text;
}

std::string findingsOf(const std::string &rule, const git::Files &base, const git::Files &head)
{
    std::string text;
    for (const rules::Finding &finding : judged(base, head, "2026-11-23")) {
        if (finding.rule == rule)
            text += print(finding);
    }
    return text;
}

rules::Finding theFinding(const std::string &rule, const git::Files &base, const git::Files &head)
{
    std::vector<rules::Finding> found;
    for (rules::Finding &finding : judged(base, head, "2026-11-23")) {
        if (finding.rule == rule)
            found.push_back(std::move(finding));
    }
    if (found.size() != 1)
        qFatal("%zu findings of %s", found.size(), rule.c_str());
    return found.front();
}

} // namespace noclobber::test
