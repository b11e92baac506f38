#include "core/argo/template_functions.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/yaml/base64_text.h"

namespace noclobber::argo {
namespace {

using yaml::NodeType;
using Texts = std::vector<std::string>;

constexpr std::size_t longestText = 1U << 20U; ///< bytes: what a function may make of its arguments

std::string replaced(std::string_view text, std::string_view from, std::string_view to)
{
    std::string result;
    while (!from.empty()) {
        const std::size_t at = text.find(from);
        result += text.substr(0, at);
        if (at == std::string_view::npos)
            return result;
        result += to;
        text.remove_prefix(at + from.size());
    }
    return std::string(text);
}

std::string trimmedOf(std::string_view text, std::string_view characters)
{
    const std::size_t first = text.find_first_not_of(characters);
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(characters) - first + 1));
}

std::string uppered(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

/// The first letter of each word in upper case, as Go's strings.Title.
std::string titled(std::string text)
{
    bool begins = true;
    for (char &c : text) {
        if (begins && c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        const bool isInWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                              c == '\'' || (static_cast<unsigned char>(c) & 0x80U) != 0;
        begins = !isInWord;
    }
    return text;
}

std::string base64Of(std::string_view bytes)
{
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned int group = 0;
        for (std::size_t j = 0; j < 3; ++j)
            group = group << 8U | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        for (unsigned int j = 0; j < 4; ++j)
            text += i + j > bytes.size() ? '=' : digits[group >> (18U - 6U * j) & 63U];
    }
    return text;
}

std::string quotedAsGo(std::string_view text)
{
    std::string quoted = "\"";
    for (const char c : text) {
        const std::size_t escape = std::string_view("\"\\\n\t\r").find(c);
        if (escape != std::string_view::npos)
            quoted += std::string("\\") + "\"\\ntr"[escape];
        else
            quoted += c;
    }
    return quoted + '"';
}

std::string indented(std::string_view text, std::size_t blanks)
{
    const std::string pad(blanks, ' ');
    return pad + replaced(text, "\n", '\n' + pad);
}

/// Functions of a fixed number of texts that give a text.
struct TextFunction {
    std::string_view name;
    std::size_t arguments;
    std::string (*call)(const Texts &texts);
    bool isForAscii = false; ///< follows only ASCII here: other letters have cases too
};

constexpr TextFunction textFunctions[] = {
    {"upper", 1, [](const Texts &t) { return uppered(t[0]); }, true},
    {"lower", 1, [](const Texts &t) { return lowered(t[0]); }, true},
    {"title", 1, [](const Texts &t) { return titled(t[0]); }, true},
    {"normalize", 1, [](const Texts &t) { return normalizedName(t[0]); }, true},
    {"trim", 1, [](const Texts &t) { return trimmedOf(t[0], " \t\r\n\v\f"); }},
    {"trimAll", 2, [](const Texts &t) { return trimmedOf(t[1], t[0]); }, true},
    {"trimPrefix", 2, [](const Texts &t) { return t[1].starts_with(t[0]) ? t[1].substr(t[0].size()) : t[1]; }},
    {"trimSuffix", 2,
     [](const Texts &t) { return t[1].ends_with(t[0]) ? t[1].substr(0, t[1].size() - t[0].size()) : t[1]; }},
    {"replace", 3, [](const Texts &t) { return replaced(t[2], t[0], t[1]); }},
    {"nospace", 1,
     [](const Texts &t) {
         std::string text = t[0];
         std::erase_if(text, [](char c) { return std::string_view(" \t\r\n\v\f").find(c) != std::string_view::npos; });
         return text;
     }},
    {"b64enc", 1, [](const Texts &t) { return base64Of(t[0]); }},
};

Result<Texts> textsOf(const TemplateArguments &arguments, std::string_view name, std::size_t count)
{
    if (arguments.size() != count)
        return wrongCall(name, say("wants {} arguments and gets {}", count, arguments.size()));
    Texts texts;
    for (std::size_t i = 0; i < count; ++i) {
        auto text = textArgument(arguments, i);
        if (!text)
            return text.error();
        texts.push_back(std::move(*text));
    }
    return texts;
}

Result<Value> callTextFunction(const TextFunction &function, const TemplateArguments &arguments)
{
    const auto texts = textsOf(arguments, function.name, function.arguments);
    if (!texts)
        return texts.error();
    const bool isAscii = std::ranges::all_of(*texts, [](const std::string &text) {
        return std::ranges::all_of(text, [](char c) { return (c & 0x80) == 0; });
    });
    if (function.isForAscii && !isAscii)
        return wrongCall(function.name, say("is followed for ASCII only"));
    std::string text = function.call(*texts);
    if (text.size() > longestText)
        return wrongCall(function.name, say("makes too long a text"));
    return textValue(std::move(text));
}

Result<Value> callTest(std::string_view name, const TemplateArguments &arguments)
{
    const auto texts = textsOf(arguments, name, 2);
    if (!texts)
        return texts.error();
    const std::string &sought = (*texts)[0];
    const std::string &text = (*texts)[1];
    if (name == "contains")
        return booleanValue(text.find(sought) != std::string::npos);
    return booleanValue(name == "hasPrefix" ? text.starts_with(sought) : text.ends_with(sought));
}

/// Functions whose first arguments are numbers and whose last one is a text.
Result<Value> callMeasured(std::string_view name, const TemplateArguments &arguments)
{
    const std::size_t numbers = name == "substr" ? 2 : 1;
    const auto text = textArgument(arguments, numbers);
    const auto first = integerArgument(arguments, 0);
    const auto second = integerArgument(arguments, numbers - 1);
    if (!text || !first || !second || arguments.size() != numbers + 1)
        return wrongCall(name, say("wants numbers and a text"));
    const auto size = static_cast<long long>(text->size());
    const auto cut = [&](long long begin, long long end) -> Result<Value> {
        if (begin < 0 || end > size || begin > end)
            return wrongCall(name, say("cuts outside the text"));
        return textValue(text->substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
    };
    if (name == "trunc")
        return *first < 0 ? cut(size + *first > 0 ? size + *first : 0, size) : cut(0, std::min(*first, size));
    if (name == "substr")
        return *first < 0 ? cut(0, *second) : cut(*first, *second < 0 || *second > size ? size : *second);
    const auto longest = static_cast<long long>(longestText);
    if (*first < 0 || *first > longest || *first * (size + 1) > longest)
        return wrongCall(name, say("makes too long a text"));
    const auto count = static_cast<std::size_t>(*first);
    if (name == "repeat") {
        std::string repeated;
        for (std::size_t i = 0; i < count; ++i)
            repeated += *text;
        return textValue(std::move(repeated));
    }
    return textValue((name == "nindent" ? "\n" : "") + indented(*text, count));
}

/// `slugify [longest [smart]] name`. Source: github.com/gosimple/slug, as Argo CD calls it.
Result<Value> callSlugify(const TemplateArguments &arguments)
{
    constexpr long long usual = 50;
    const auto longest = arguments.size() > 1 ? integerArgument(arguments, 0) : Result<long long>(usual);
    const auto name =
        arguments.empty() ? Result<std::string>(std::string()) : textArgument(arguments, arguments.size() - 1);
    if (!longest || !name || *longest < 1 || arguments.size() > 3)
        return wrongCall("slugify", say("wants a length, true or false, and a name"));
    const bool isSmart = arguments.size() < 3 || isTruthy(arguments[1]);
    std::string slug;
    for (const char c : normalizedName(*name)) {
        const char kept = c == '.' ? '-' : c;
        if (kept != '-' || !slug.ends_with('-'))
            slug += kept;
    }
    const auto most = static_cast<std::size_t>(*longest);
    if (slug.size() > most) {
        const std::size_t dash = slug.rfind('-', most);
        slug.resize(isSmart && dash != std::string::npos ? dash : most);
    }
    return textValue(trimmedOf(slug, "-_"));
}

std::string padded(std::string text, std::size_t width, char fill)
{
    return text.size() < width ? std::string(width - text.size(), fill) + text : text;
}

/// One verb of printf with its argument.
Result<std::string> formatted(char verb, const Value &value, std::size_t width, bool hasZeros)
{
    const NodeType type = value ? value->type : NodeType::Null;
    if (verb == 'v' || (verb == 's' && type == NodeType::String))
        return padded(value ? printed(*value) : "<nil>", width, ' ');
    if (verb == 'd' && type == NodeType::Integer && !value->scalar.starts_with('-'))
        return padded(value->scalar, width, hasZeros ? '0' : ' ');
    if (verb == 'q' && type == NodeType::String)
        return quotedAsGo(value->scalar);
    if (verb == 't' && type == NodeType::Boolean)
        return value->scalar;
    return wrongCall("printf", say("has a verb %{} that is not followed for this value", verb));
}

Result<Value> callPrintf(const TemplateArguments &arguments)
{
    const auto format = textArgument(arguments, 0);
    if (!format)
        return format.error();
    std::string text;
    std::size_t used = 1;
    for (std::size_t i = 0; i < format->size(); ++i) {
        if ((*format)[i] != '%') {
            text += (*format)[i];
            continue;
        }
        const bool hasZeros = ++i < format->size() && (*format)[i] == '0';
        std::size_t width = 0;
        for (; i < format->size() && (*format)[i] >= '0' && (*format)[i] <= '9' && width < 1000; ++i)
            width = width * 10 + static_cast<std::size_t>((*format)[i] - '0');
        const char verb = i < format->size() ? (*format)[i] : '\0';
        if (verb == '%') {
            text += '%';
            continue;
        }
        if (used >= arguments.size())
            return wrongCall("printf", say("has more verbs than arguments"));
        const auto part = formatted(verb, arguments[used++], width, hasZeros);
        if (!part)
            return part.error();
        text += *part;
    }
    if (used != arguments.size())
        return wrongCall("printf", say("has more arguments than verbs"));
    return textValue(std::move(text));
}

/// Functions that write any values as text: nil ones are left out.
Result<Value> callWriter(std::string_view name, const TemplateArguments &arguments)
{
    Texts parts;
    for (const Value &value : arguments) {
        if (!value || value->type == NodeType::Null)
            continue;
        const std::string text = printed(*value);
        parts.push_back(name == "quote" ? quotedAsGo(text) : name == "squote" ? "'" + text + "'" : text);
    }
    return textValue(join(parts, " "));
}

Result<Value> callToString(const TemplateArguments &arguments)
{
    if (arguments.size() != 1)
        return wrongCall("toString", say("wants one value"));
    return textValue(arguments[0] ? printed(*arguments[0]) : "<nil>");
}

Result<Value> callDecode(const TemplateArguments &arguments)
{
    const auto text = textArgument(arguments, 0);
    auto decoded = text ? yaml::textOfBase64(*text) : std::nullopt;
    if (!decoded)
        return wrongCall("b64dec", say("gets no base64"));
    return textValue(std::move(*decoded));
}

} // namespace

TemplateFunction findTextFunction(std::string_view name)
{
    for (const TextFunction &function : textFunctions) {
        if (function.name == name)
            return [&function](const TemplateArguments &arguments) { return callTextFunction(function, arguments); };
    }
    const auto isOneOf = [&](std::initializer_list<std::string_view> names) {
        return std::ranges::find(names, name) != names.end();
    };
    const std::string known(name);
    if (isOneOf({"contains", "hasPrefix", "hasSuffix"}))
        return [known](const TemplateArguments &arguments) { return callTest(known, arguments); };
    if (isOneOf({"trunc", "substr", "repeat", "indent", "nindent"}))
        return [known](const TemplateArguments &arguments) { return callMeasured(known, arguments); };
    if (isOneOf({"quote", "squote", "cat"}))
        return [known](const TemplateArguments &arguments) { return callWriter(known, arguments); };
    if (name == "slugify")
        return callSlugify;
    if (name == "printf")
        return callPrintf;
    if (name == "toString")
        return callToString;
    return name == "b64dec" ? TemplateFunction(callDecode) : TemplateFunction();
}

} // namespace noclobber::argo
