#include "core/diff/embedded_text.h"

#include "core/base/text.h"

namespace noclobber::diff {
namespace {

constexpr std::size_t longest = 4U << 20U;

/// YAML takes almost every text for something; only what looks like fields, and loses nothing, is read as such.
bool looksLikeFields(std::string_view text)
{
    for (const std::string_view lossy : {"#", "{{", "\n---", "&", "<<"}) {
        if (text.find(lossy) != std::string_view::npos)
            return false;
    }
    const std::string_view first = text.substr(0, text.find('\n'));
    return text.find('\n') != std::string_view::npos && first.find(':') != std::string_view::npos;
}

} // namespace

std::optional<yaml::Node> structureOf(std::string_view text)
{
    const std::string_view inside = trimmed(text);
    if (inside.size() < 2 || inside.size() > longest)
        return std::nullopt;
    const bool isJson = inside.front() == '{' || inside.front() == '[';
    if (!isJson && !looksLikeFields(inside))
        return std::nullopt;
    auto document = yaml::readDocument(text, isJson ? yaml::TextFormat::Json : yaml::TextFormat::Yaml, 1);
    if (!document || !document->ambiguities.empty())
        return std::nullopt;
    const bool isFilled = !document->root.fields.empty() || (isJson && !document->root.items.empty());
    return isFilled ? std::optional(std::move(document->root)) : std::nullopt;
}

} // namespace noclobber::diff
