#include "core/report/page_script.h"

#include <array>
#include <cassert>

#include "core/base/resources.h"
#include "core/base/say.h"

namespace noclobber::report {

std::string pageScript()
{
    constexpr std::array shown{
        toSay("Copied to the clipboard."), toSay("The browser refused; select the line instead."), toSay("Copied"),
        toSay("Not copied"), toSay("${shown} of ${rows.length} shown, ${rows.length - shown} hidden")};
    std::string script(resource("report/report.js"));
    for (const std::string_view english : shown) {
        const bool isTemplate = english.find("${") != std::string_view::npos;
        const std::string quote = isTemplate ? "`" : "\"";
        const std::string literal = quote + std::string(english) + quote;
        const std::size_t place = script.find(literal);
        assert(place != std::string::npos && "a text that the script does not show");
        script.replace(place, literal.size(), quote + said(english) + quote);
    }
    return script;
}

} // namespace noclobber::report
