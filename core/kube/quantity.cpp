#include "core/kube/quantity.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace noclobber::kube {

namespace {

using Wide = Int128;

constexpr Wide wideLimit = static_cast<Wide>(1) << 120U;

struct Suffix {
    std::string_view text;
    int base = 10;
    int power = 0;
};

constexpr std::array suffixes{Suffix{"", 10, 0},   Suffix{"n", 10, -9}, Suffix{"u", 10, -6}, Suffix{"m", 10, -3},
                              Suffix{"k", 10, 3},  Suffix{"M", 10, 6},  Suffix{"G", 10, 9},  Suffix{"T", 10, 12},
                              Suffix{"P", 10, 15}, Suffix{"E", 10, 18}, Suffix{"Ki", 2, 10}, Suffix{"Mi", 2, 20},
                              Suffix{"Gi", 2, 30}, Suffix{"Ti", 2, 40}, Suffix{"Pi", 2, 50}, Suffix{"Ei", 2, 60}};

/// The suffix of a quantity, an exponent such as "e3" included.
std::optional<Suffix> parseSuffix(std::string_view text)
{
    for (const Suffix &suffix : suffixes) {
        if (suffix.text == text)
            return suffix;
    }
    if (text.size() < 2 || (text[0] != 'e' && text[0] != 'E'))
        return {};
    text.remove_prefix(text[1] == '+' ? 2 : 1);
    int power = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), power);
    if (text.empty() || failure != std::errc{} || end != text.data() + text.size() || power > 40 || power < -40)
        return {};
    return Suffix{{}, 10, power};
}

/// Digits of a decimal number and how many of them stand behind the point.
struct Decimal {
    Wide digits = 0;
    int scale = 0;
};

std::optional<Decimal> parseDecimal(std::string_view text)
{
    Decimal decimal;
    bool hasPoint = false;
    bool hasDigit = false;
    for (const char c : text) {
        if (c == '.' && !hasPoint) {
            hasPoint = true;
            continue;
        }
        if (c < '0' || c > '9' || decimal.digits > wideLimit / 10)
            return {};
        hasDigit = true;
        decimal.digits = decimal.digits * 10 + (c - '0');
        decimal.scale += hasPoint ? 1 : 0;
    }
    return hasDigit ? std::optional(decimal) : std::nullopt;
}

/// The value times ten (or two) to a power, rounded up where digits fall off; empty if it grows too large.
std::optional<Wide> scaled(Wide value, int base, int power)
{
    for (; power > 0; --power) {
        if (value > wideLimit / base)
            return {};
        value *= base;
    }
    bool hasRest = false;
    for (; power < 0; ++power) {
        hasRest = hasRest || value % base != 0;
        value /= base;
    }
    return value + (hasRest ? 1 : 0);
}

/// In the largest of the units that keeps it exact.
std::string inUnits(std::uint64_t number, std::uint64_t step, const std::array<std::string_view, 7> &units)
{
    std::size_t unit = 0;
    while (number != 0 && number % step == 0 && unit + 1 < units.size()) {
        number /= step;
        ++unit;
    }
    return std::to_string(number) + std::string(units[unit]);
}

} // namespace

std::optional<Int128> parseQuantity(std::string_view text)
{
    const bool isNegative = text.starts_with('-');
    if (isNegative || text.starts_with('+'))
        text.remove_prefix(1);
    const std::size_t numberSize = std::min(text.find_first_not_of("0123456789."), text.size());
    const auto suffix = parseSuffix(text.substr(numberSize));
    const auto decimal = parseDecimal(text.substr(0, numberSize));
    if (!suffix || !decimal)
        return {};
    std::optional<Wide> value = decimal->digits;
    int power = 3 - decimal->scale;
    if (suffix->base == 10)
        power += suffix->power;
    else
        value = scaled(*value, 2, suffix->power);
    if (value)
        value = scaled(*value, 10, power);
    if (!value)
        return {};
    return isNegative ? -*value : *value;
}

std::string storageText(std::uint64_t bytes)
{
    const std::string binary = inUnits(bytes, 1024, {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"});
    const std::string decimal = inUnits(bytes, 1000, {"", "k", "M", "G", "T", "P", "E"});
    return decimal.size() < binary.size() ? decimal : binary;
}

} // namespace noclobber::kube
