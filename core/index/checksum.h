#pragma once

#include <cstdint>
#include <string_view>

namespace noclobber::index {

/// 64 bits that differ for certain when the damage lies within eight neighbouring bytes, and but for one chance in 2^64
/// otherwise. Against accidents, not against somebody who means it. The same on every machine of one byte order.
std::uint64_t checksum(std::string_view bytes);

} // namespace noclobber::index
