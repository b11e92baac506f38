#include "core/yaml/base64_text.h"

#include <cstdint>

#include "core/base/text.h"

namespace noclobber::yaml {

namespace {

/// Bytes of standard base64 with padding; line ends are passed over. Empty if it is none.
std::optional<std::string> fromBase64(std::string_view text)
{
    std::string bytes;
    std::uint32_t bits = 0;
    std::size_t count = 0;
    std::size_t padding = 0;
    for (const char c : text) {
        if (c == '\n' || c == '\r')
            continue;
        const int value = c >= 'A' && c <= 'Z'   ? c - 'A'
                          : c >= 'a' && c <= 'z' ? c - 'a' + 26
                          : c >= '0' && c <= '9' ? c - '0' + 52
                          : c == '+'             ? 62
                          : c == '/'             ? 63
                                                 : -1;
        ++count;
        if (c == '=') {
            ++padding;
            bits <<= 6U;
        } else if (value < 0 || padding > 0) {
            return {};
        } else {
            bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        }
        if (count % 4 == 0) {
            for (const unsigned shift : {16U, 8U, 0U})
                bytes += static_cast<char>((bits >> shift) & 0xFFU);
        }
    }
    if (count % 4 != 0 || padding > 2)
        return {};
    bytes.resize(bytes.size() - padding);
    return bytes;
}

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
