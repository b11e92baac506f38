#include "core/yaml/scalar.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <system_error>

#include "core/base/say.h"
#include "core/yaml/base64_text.h"

namespace noclobber::yaml {

namespace {

constexpr std::string_view tagPrefix = "tag:yaml.org,2002:";

enum class Kind { Text, Null, Boolean, Integer, Unsigned, Double };

/// A plain scalar by go-yaml's table, before JSON.
struct Resolved {
    Kind kind = Kind::Text;
    bool boolean = false;
    std::int64_t integer = 0;
    std::uint64_t magnitude = 0; ///< of an Unsigned: what does not fit an int64
    double number = 0;
};

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    for (const std::string_view word : words) {
        if (text == word)
            return true;
    }
    return false;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

Resolved ofDouble(double value)
{
    return {.kind = Kind::Double, .number = value};
}

/// The words of YAML 1.1: null, booleans, infinities.
std::optional<Resolved> asWord(std::string_view text)
{
    if (text.size() > 5)
        return {};
    if (isOneOf(text, {"", "~", "null", "Null", "NULL"}))
        return Resolved{.kind = Kind::Null};
    if (isOneOf(text, {"y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"}))
        return Resolved{.kind = Kind::Boolean, .boolean = true};
    if (isOneOf(text, {"n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"}))
        return Resolved{.kind = Kind::Boolean, .boolean = false};
    if (isOneOf(text, {".nan", ".NaN", ".NAN"}))
        return ofDouble(std::nan(""));
    if (isOneOf(text, {".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"}))
        return ofDouble(HUGE_VAL);
    if (isOneOf(text, {"-.inf", "-.Inf", "-.INF"}))
        return ofDouble(-HUGE_VAL);
    return {};
}

std::string withoutUnderscores(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    for (const char c : text) {
        if (c != '_')
            plain += c;
    }
    return plain;
}

/// Cuts the prefix of a number off and returns its base: 0x, 0o, 0b, a leading 0, else ten.
int takeBase(std::string_view &digits)
{
    if (digits.size() < 2 || digits[0] != '0')
        return 10;
    const char mark = static_cast<char>(digits[1] | 0x20);
    const int base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 0;
    digits.remove_prefix(base == 0 ? 1 : 2);
    return base == 0 ? 8 : base;
}

std::optional<Resolved> asInteger(std::string_view plain)
{
    const bool isNegative = plain.starts_with('-');
    const bool isSigned = isNegative || plain.starts_with('+');
    std::string_view digits = plain.substr(isSigned ? 1 : 0);
    const int base = takeBase(digits);
    std::uint64_t magnitude = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), magnitude, base);
    if (digits.empty() || failure != std::errc{} || end != digits.data() + digits.size())
        return {};
    constexpr std::uint64_t limit = std::uint64_t{1} << 63U;
    if (isNegative && magnitude <= limit)
        return Resolved{.kind = Kind::Integer, .integer = static_cast<std::int64_t>(0 - magnitude)};
    if (!isNegative && magnitude < limit)
        return Resolved{.kind = Kind::Integer, .integer = static_cast<std::int64_t>(magnitude)};
    if (isSigned)
        return {};
    return Resolved{.kind = Kind::Unsigned, .magnitude = magnitude};
}

/// Whether the text is digits with at most one point and an exponent, as go-yaml's pattern for floats has it.
bool looksLikeDouble(std::string_view text)
{
    std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    const auto skipDigits = [&] {
        const std::size_t begin = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        return at - begin;
    };
    std::size_t digits = skipDigits();
    const bool beginsWithPoint = digits == 0;
    if (at < text.size() && text[at] == '.') {
        ++at;
        digits = beginsWithPoint ? skipDigits() : digits + skipDigits();
    }
    if (digits == 0)
        return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        if (skipDigits() == 0)
            return false;
    }
    return at == text.size();
}

/// The double of decimal text, empty if it is out of range; what is too small is zero.
std::optional<double> parseDouble(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size() || failure == std::errc::invalid_argument)
        return {};
    if (failure == std::errc::result_out_of_range) {
        const std::size_t exponent = text.find_first_of("eE");
        if (exponent == std::string_view::npos || exponent + 1 >= text.size() || text[exponent + 1] != '-')
            return {};
        return text.starts_with('-') ? -0.0 : 0.0;
    }
    return value;
}

std::optional<Resolved> asDouble(std::string_view plain)
{
    if (!looksLikeDouble(plain))
        return {};
    const std::optional<double> value = parseDouble(plain);
    return value ? std::optional(ofDouble(*value)) : std::nullopt;
}

Resolved resolvePlain(std::string_view text)
{
    if (text.empty())
        return {.kind = Kind::Null};
    const char first = text[0];
    const bool isNumber = isDigit(first) || first == '+' || first == '-' || first == '.';
    if (!isNumber && std::string_view("yYnNtTfFoO~").find(first) == std::string_view::npos)
        return {};
    if (const auto word = asWord(text))
        return *word;
    if (!isNumber)
        return {};
    const bool hasUnderscore = text.find('_') != std::string_view::npos;
    const std::string stripped = hasUnderscore ? withoutUnderscores(text) : std::string();
    const std::string_view plain = hasUnderscore ? std::string_view(stripped) : text;
    if (first != '.') {
        if (const auto integer = asInteger(plain))
            return *integer;
    }
    return asDouble(plain).value_or(Resolved{});
}

/// The shortest digits of a positive double and the place of its point: 1.25 is "125", 1.
struct Digits {
    std::string text;
    int point = 0;
};

template <typename Number>
Digits shortestDigits(Number value)
{
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
    const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
    const std::size_t mark = text.find('e');
    Digits digits;
    for (const char c : text.substr(0, mark)) {
        if (c != '.')
            digits.text += c;
    }
    digits.point = 1 + std::stoi(std::string(text.substr(mark + 1)));
    return digits;
}

std::string withExponent(const Digits &digits, bool twoDigits)
{
    const int exponent = digits.point - 1;
    std::string size = std::to_string(std::abs(exponent));
    if (twoDigits && size.size() < 2)
        size.insert(0, "0");
    std::string text = digits.text.substr(0, 1);
    if (digits.text.size() > 1)
        text += "." + digits.text.substr(1);
    return text + (exponent < 0 ? "e-" : "e+") + size;
}

std::string withoutExponent(const Digits &digits)
{
    const int size = static_cast<int>(digits.text.size());
    if (digits.point <= 0)
        return "0." + std::string(static_cast<std::size_t>(-digits.point), '0') + digits.text;
    if (digits.point >= size)
        return digits.text + std::string(static_cast<std::size_t>(digits.point - size), '0');
    const auto point = static_cast<std::size_t>(digits.point);
    return digits.text.substr(0, point) + "." + digits.text.substr(point);
}

/// A double as the key of an object: kubernetes-sigs/yaml prints it as a float of 32 bits, by Go's FormatFloat with
/// 'g'.
std::string keyDouble(double value)
{
    if (std::isnan(value))
        return ".nan";
    const std::string sign = std::signbit(value) ? "-" : "";
    if (std::fabs(value) > static_cast<double>(std::numeric_limits<float>::max()))
        return sign + ".inf";
    const float narrow = std::fabs(static_cast<float>(value));
    if (narrow == 0)
        return sign + "0";
    const Digits digits = shortestDigits(narrow);
    const int exponent = digits.point - 1;
    return sign + (exponent < -4 || exponent >= 6 ? withExponent(digits, true) : withoutExponent(digits));
}

Result<Scalar> ofJsonDouble(double value)
{
    if (!std::isfinite(value))
        return Error{
            ErrorCode::Yaml, say("infinity and not-a-number have no place in JSON, so Kubernetes refuses them"), {}};
    return jsonNumber(jsonDouble(value));
}

Result<Scalar> asScalar(const Resolved &resolved, const std::string &text)
{
    switch (resolved.kind) {
    case Kind::Text:
        return Scalar{NodeType::String, text};
    case Kind::Null:
        return Scalar{};
    case Kind::Boolean:
        return Scalar{NodeType::Boolean, resolved.boolean ? "true" : "false"};
    case Kind::Integer:
        return Scalar{NodeType::Integer, std::to_string(resolved.integer)};
    case Kind::Unsigned:
        return ofJsonDouble(static_cast<double>(resolved.magnitude));
    case Kind::Double:
        break;
    }
    return ofJsonDouble(resolved.number);
}

Error doesNotFit(const std::string &text, std::string_view type)
{
    return {ErrorCode::Yaml, say("`{}` does not fit its tag !!{}", text, std::string(type)), {}};
}

/// A scalar with one of YAML's own tags.
Result<Resolved> resolveTagged(std::string_view type, const std::string &text)
{
    Resolved resolved = resolvePlain(text);
    const bool isInteger = resolved.kind == Kind::Integer || resolved.kind == Kind::Unsigned;
    if (type == "float" && resolved.kind == Kind::Integer)
        resolved = ofDouble(static_cast<double>(resolved.integer));
    const bool fits = (type == "bool" && resolved.kind == Kind::Boolean) || (type == "int" && isInteger) ||
                      (type == "float" && resolved.kind == Kind::Double) ||
                      (type == "null" && resolved.kind == Kind::Null);
    if (!fits)
        return doesNotFit(text, type);
    return resolved;
}

} // namespace

std::string jsonDouble(double value)
{
    if (value == 0)
        return std::signbit(value) ? "-0" : "0";
    const double size = std::fabs(value);
    const Digits digits = shortestDigits(size);
    const bool needsExponent = size < 1e-6 || size >= 1e21;
    return (value < 0 ? "-" : "") + (needsExponent ? withExponent(digits, false) : withoutExponent(digits));
}

Result<Scalar> jsonNumber(std::string_view text)
{
    std::int64_t integer = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), integer);
    if (failure == std::errc{} && end == text.data() + text.size())
        return Scalar{NodeType::Integer, std::to_string(integer)};
    const std::optional<double> value = parseDouble(text);
    if (!value)
        return Error{ErrorCode::Yaml, say("the number {} is too large", std::string(text.substr(0, 40))), {}};
    const std::string shortest = jsonDouble(*value);
    if (shortest != text && shortest.find_first_of(".e") == std::string::npos)
        return jsonNumber(shortest);
    return Scalar{NodeType::Float, shortest};
}

Result<Scalar> resolveScalar(std::string_view tag, const std::string &text)
{
    if (tag == "!")
        return Scalar{NodeType::String, text};
    if (tag == "?")
        return asScalar(resolvePlain(text), text);
    const std::string_view type = tag.starts_with(tagPrefix) ? tag.substr(tagPrefix.size()) : std::string_view();
    if (isOneOf(type, {"bool", "int", "float", "null"})) {
        auto resolved = resolveTagged(type, text);
        return resolved ? asScalar(*resolved, text) : resolved.error();
    }
    if (type == "binary") {
        auto bytes = textOfBase64(text);
        return bytes ? Result<Scalar>(Scalar{NodeType::String, std::move(*bytes)}) : doesNotFit(text, type);
    }
    return Scalar{NodeType::String, text};
}

Result<Scalar> resolveKey(std::string_view tag, const std::string &text)
{
    if (tag == "?") {
        const Resolved resolved = resolvePlain(text);
        if (resolved.kind == Kind::Double)
            return Scalar{NodeType::Float, keyDouble(resolved.number)};
        if (resolved.kind == Kind::Unsigned)
            return Error{ErrorCode::Yaml, say("the number {} is too large for a key", text), {}};
    }
    auto scalar = resolveScalar(tag, text);
    if (scalar && scalar->type == NodeType::Null)
        return Error{ErrorCode::Yaml, say("a key is null, which Kubernetes refuses"), {}};
    return scalar;
}

bool isReservedWord(std::string_view text)
{
    constexpr auto packed = [](std::string_view word) {
        std::uint64_t letters = 0;
        for (const char c : word)
            letters = letters << 8U | static_cast<unsigned char>(c | 0x20);
        return letters;
    };
    switch (packed(text)) {
    case packed("~"):
    case packed("null"):
    case packed("y"):
    case packed("yes"):
    case packed("on"):
    case packed("true"):
    case packed("n"):
    case packed("no"):
    case packed("off"):
    case packed("false"):
        return true;
    default:
        return false;
    }
}

bool isPlainString(std::string_view text)
{
    return resolvePlain(text).kind == Kind::Text;
}

} // namespace noclobber::yaml
