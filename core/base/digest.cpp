#include "core/base/digest.h"

#include <algorithm>
#include <iterator>

#include <openssl/evp.h>

namespace noclobber {

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
    std::string dense;
    std::ranges::copy_if(text, std::back_inserter(dense), [](char c) { return c != '\n' && c != '\r' && c != ' '; });
    std::string bytes(dense.size() / 4 * 3, '\0');
    const int written =
        EVP_DecodeBlock(reinterpret_cast<unsigned char *>(bytes.data()),
                        reinterpret_cast<const unsigned char *>(dense.data()), static_cast<int>(dense.size()));
    if (written < 0)
        return std::nullopt;
    const std::size_t padding = dense.ends_with("==") ? 2 : dense.ends_with('=') ? 1 : 0;
    bytes.resize(static_cast<std::size_t>(written) - padding);
    return bytes;
}

} // namespace noclobber
