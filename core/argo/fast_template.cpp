#include "core/argo/fast_template.h"

#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::argo {

Result<std::string> renderFastTemplate(std::string_view text, const std::map<std::string, std::string> &parameters)
{
    // Argo CD leaves a text alone that has no complete tag on one of its lines.
    bool hasTag = false;
    for (const std::string &line : split(text, '\n')) {
        const std::size_t open = line.find("{{");
        hasTag = hasTag || (open != std::string::npos && line.find("}}", open + 2) != std::string::npos);
    }
    if (!hasTag)
        return std::string(text);
    std::string rendered;
    while (true) {
        const std::size_t open = text.find("{{");
        rendered += text.substr(0, open);
        if (open == std::string_view::npos)
            return rendered;
        const std::size_t close = text.find("}}", open + 2);
        if (close == std::string_view::npos)
            return Error{ErrorCode::Yaml, say("a {{{{ in it is not closed"), ""};
        const std::string_view tag = text.substr(open + 2, close - open - 2);
        const auto parameter = parameters.find(std::string(trimmed(tag)));
        if (parameter != parameters.end() && !trimmed(tag).empty())
            rendered += parameter->second;
        else
            rendered += text.substr(open, close + 2 - open);
        text.remove_prefix(close + 2);
    }
}

} // namespace noclobber::argo
