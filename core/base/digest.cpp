#include "core/base/digest.h"

#include <openssl/evp.h>

namespace noclobber {
namespace {

int base64Digit(char c)
{
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::size_t at = digits.find(c);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

} // namespace

Digest sha256(std::string_view bytes)
{
    Digest digest;
    unsigned int size = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.bytes.data(), &size, EVP_sha256(), nullptr);
    return digest;
}

std::string toHex(const Digest &digest)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * digest.bytes.size());
    for (const std::uint8_t byte : digest.bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string toBase64(std::string_view bytes)
{
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int written =
        EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()),
                        reinterpret_cast<const unsigned char *>(bytes.data()), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(written));
    return text;
}

std::string toBase64(const Digest &digest)
{
    return toBase64(std::string_view(reinterpret_cast<const char *>(digest.bytes.data()), digest.bytes.size()));
}

std::optional<std::string> fromBase64(std::string_view text)
{
    std::string bytes;
    std::uint32_t group = 0;
    std::size_t digits = 0;
    std::size_t padding = 0;
    for (const char c : text) {
        if (c == '\n' || c == '\r')
            continue;
        if (c == '=') {
            ++padding;
            continue;
        }
        const int digit = base64Digit(c);
        if (digit < 0 || padding > 0)
            return std::nullopt;
        group = (group << 6U) | static_cast<std::uint32_t>(digit);
        if (++digits % 4 == 0) {
            for (const unsigned shift : {16U, 8U, 0U})
                bytes += static_cast<char>((group >> shift) & 0xFFU);
            group = 0;
        }
    }
    const std::size_t rest = digits % 4;
    if (rest == 1 || padding != (rest == 0 ? 0 : 4 - rest))
        return std::nullopt;
    if (rest >= 2)
        bytes += static_cast<char>((group >> (rest == 2 ? 4U : 10U)) & 0xFFU);
    if (rest == 3)
        bytes += static_cast<char>((group >> 2U) & 0xFFU);
    return bytes;
}

} // namespace noclobber
