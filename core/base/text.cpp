#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <fmt/format.h>

namespace noclobber {
namespace {

struct CodePoint {
    std::uint32_t value = 0;
    std::size_t size = 0; ///< bytes; 0 when malformed
};

/// The code point at the start of the bytes, by table 3-7 of the Unicode standard: no overlong forms, no surrogates.
CodePoint decode(std::string_view bytes)
{
    const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    const std::uint8_t lead = at(0);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || bytes.size() < size)
        return {};
    std::uint32_t value = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((at(i) & 0xC0) != 0x80)
            return {};
        value = (value << 6U) | (at(i) & 0x3FU);
    }
    constexpr std::array<std::uint32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
    const bool isSurrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < least[size] || value > 0x10FFFF || isSurrogate)
        return {};
    return {value, size};
}

bool isControl(std::uint32_t c)
{
    const bool bidirectional =
        (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
    const bool invisible = c == 0xAD || c == 0x180E || (c >= 0x200B && c <= 0x200D) || c == 0x2028 || c == 0x2029 ||
                           (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
                           (c >= 0xE0000 && c <= 0xE0FFF);
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || bidirectional || invisible;
}

/// As rfind, which looks at one byte at a time.
std::size_t lastSlash(std::string_view path)
{
#ifdef __GLIBC__
    const void *slash = path.empty() ? nullptr : memrchr(path.data(), '/', path.size());
    return slash == nullptr ? std::string_view::npos
                            : static_cast<std::size_t>(static_cast<const char *>(slash) - path.data());
#else
    return path.rfind('/');
#endif
}

} // namespace

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = text.find(separator, begin);
        if (end == std::string_view::npos)
            break;
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    parts.emplace_back(text.substr(begin));
    return parts;
}

std::string join(std::span<const std::string> parts, std::string_view separator)
{
    std::string text;
    for (const std::string &part : parts) {
        if (&part != parts.data())
            text += separator;
        text += part;
    }
    return text;
}

std::size_t commonPrefix(std::string_view one, std::string_view other)
{
    const std::size_t most = std::min(one.size(), other.size());
    std::size_t same = 0;
    for (std::uint64_t left = 0, right = 0; same + sizeof left <= most; same += sizeof left) {
        std::memcpy(&left, one.data() + same, sizeof left);
        std::memcpy(&right, other.data() + same, sizeof right);
        if (left != right)
            break;
    }
    while (same < most && one[same] == other[same])
        ++same;
    return same;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

bool isUtf8(std::string_view bytes)
{
    while (!bytes.empty()) {
        const CodePoint point = decode(bytes);
        if (point.size == 0)
            return false;
        bytes.remove_prefix(point.size);
    }
    return true;
}

std::string printable(std::string_view text, bool keepLineEnds)
{
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        const CodePoint point = decode(text);
        if (point.size == 0) {
            shown += fmt::format("\\x{:02x}", static_cast<std::uint8_t>(text[0]));
            text.remove_prefix(1);
            continue;
        }
        if (isControl(point.value) && !(keepLineEnds && point.value == '\n'))
            shown += fmt::format("\\u{:04x}", point.value);
        else
            shown += text.substr(0, point.size);
        text.remove_prefix(point.size);
    }
    return shown;
}

std::size_t editDistance(std::string_view from, std::string_view to)
{
    std::vector<std::size_t> beforeLast(to.size() + 1), last(to.size() + 1), row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
            if (swapped)
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        beforeLast.swap(last);
        last.swap(row);
    }
    return last[to.size()];
}

std::string nearest(std::string_view word, std::span<const std::string> candidates)
{
    std::string best;
    std::size_t bestDistance = word.size() / 3 + 1;
    for (const std::string &candidate : candidates) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

std::string_view fileName(std::string_view path)
{
    const std::size_t slash = lastSlash(path);
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view folderOf(std::string_view path)
{
    const std::size_t slash = lastSlash(path);
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

bool isWithin(std::string_view path, std::string_view folder)
{
    if (folder.empty() || path == folder)
        return true;
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

std::string normalPath(std::string_view path)
{
    std::vector<std::string> parts;
    for (std::string &part : split(path, '/')) {
        if (part.empty() || part == ".")
            continue;
        if (part != "..") {
            parts.push_back(std::move(part));
        } else if (parts.empty()) {
            return "..";
        } else {
            parts.pop_back();
        }
    }
    return join(parts, "/");
}

} // namespace noclobber
