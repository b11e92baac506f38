#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace noclobber {

/// SHA-256 of some bytes. Equal digests mean equal bytes: a gate may rely on it against an adversary.
struct Digest {
    std::array<std::uint8_t, 32> bytes{};

    auto operator<=>(const Digest &) const = default;
};

/// The SHA-256 of the bytes. Source: FIPS 180-4, by OpenSSL.
Digest sha256(std::string_view bytes);

/// Lower-case hexadecimal, 64 characters.
std::string toHex(const Digest &digest);

/// Base64 with padding, as Content-Security-Policy wants it.
std::string toBase64(std::string_view bytes);
std::string toBase64(const Digest &digest);

/// The bytes of such a text, or nothing if it is none. As Go's encoding/base64 reads it: line ends are skipped,
/// everything else must be a digit or final padding.
std::optional<std::string> fromBase64(std::string_view text);

} // namespace noclobber
