#include "core/yaml/base64_text.h"

#include "core/base/digest.h"
#include "core/base/text.h"

namespace noclobber::yaml {

namespace {

/// Bytes that are no UTF-8 become U+FFFD one by one, as Go's JSON writes them.
std::string asUtf8(const std::string &bytes)
{
    if (isUtf8(bytes))
        return bytes;
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t size = 1;
        while (size < 4 && at + size <= bytes.size() && !isUtf8(std::string_view(bytes).substr(at, size)))
            ++size;
        const bool isWhole = at + size <= bytes.size() && isUtf8(std::string_view(bytes).substr(at, size));
        text += isWhole ? bytes.substr(at, size) : "\xEF\xBF\xBD";
        at += isWhole ? size : 1;
    }
    return text;
}

} // namespace

std::optional<std::string> textOfBase64(std::string_view text)
{
    const auto bytes = fromBase64(text);
    return bytes ? std::optional(asUtf8(*bytes)) : std::nullopt;
}

} // namespace noclobber::yaml
