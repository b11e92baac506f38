#include "core/base/catalogue.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber {
namespace {

std::atomic<const Catalogue *> installed{nullptr};

/// The arguments of a template with their formats, "0", "1:.12", or nothing if it is no template.
std::optional<std::set<std::string>> argumentsOf(std::string_view text)
{
    std::set<std::string> arguments;
    std::size_t next = 0;
    bool isNumbered = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char sign = text[at];
        if (sign != '{' && sign != '}')
            continue;
        if (at + 1 < text.size() && text[at + 1] == sign) {
            ++at;
            continue;
        }
        const std::size_t end = text.find('}', at);
        if (sign == '}' || end == std::string_view::npos)
            return {};
        const std::string_view inside = text.substr(at + 1, end - at - 1);
        const std::size_t digits = std::min(inside.find_first_not_of("0123456789"), inside.size());
        if (digits < inside.size() && inside[digits] != ':')
            return {};
        isNumbered = isNumbered || digits > 0;
        if (digits == 0 ? isNumbered : next > 0)
            return {}; // a template numbers all of them or none
        const std::string number = digits > 0 ? std::string(inside.substr(0, digits)) : std::to_string(next++);
        arguments.insert(number + std::string(inside.substr(digits)));
        at = end;
    }
    return arguments;
}

enum class Script { None, Latin, Han, Punctuation };

/// What stands at the beginning of a text, as far as blanks beside it go.
Script firstScript(std::string_view text)
{
    if (text.empty() || text.front() == ' ')
        return Script::None;
    const char first = text.front();
    if ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9'))
        return Script::Latin;
    if (static_cast<unsigned char>(first) < 0x80U) // of it what names and code begin or end with, no marks of Markdown
        return std::string_view("`\"$/.-_%+=@").find(first) != std::string_view::npos ? Script::Latin : Script::None;
    const std::string_view character = text.substr(0, 3);
    if (character >= "\u4E00" && character < "\uA000")
        return Script::Han;
    const bool isWide = (character >= "\u3000" && character < "\u3040") || character >= "\uFF01";
    return isWide ? Script::Punctuation : Script::None;
}

Script lastScript(std::string_view text)
{
    std::size_t begin = text.size();
    while (begin > 0 && (static_cast<unsigned char>(text[--begin]) & 0xC0U) == 0x80U) {
    }
    return firstScript(text.substr(begin));
}

/// The translation with its arguments filled in.
std::string filledIn(std::string_view translation, fmt::format_args arguments)
{
    std::string text;
    std::string literal;
    std::size_t next = 0;
    for (std::size_t at = 0; at < translation.size(); ++at) {
        const char sign = translation[at];
        if (sign == '{' && translation[at + 1] != '{') {
            const std::size_t end = translation.find('}', at);
            std::string place(translation.substr(at + 1, end - at - 1));
            if (place.empty() || place.front() == ':')
                place.insert(0, std::to_string(next++));
            appendSpaced(text, literal);
            literal.clear();
            appendSpaced(text, fmt::vformat("{" + place + "}", arguments));
            at = end;
            continue;
        }
        literal += sign;
        at += sign == '{' || sign == '}' ? 1 : 0; // twice, for itself
    }
    appendSpaced(text, literal);
    return text;
}

const std::string *translationOf(std::string_view english)
{
    const Catalogue *catalogue = installed.load(std::memory_order_acquire);
    if (!catalogue)
        return nullptr;
    const auto found = catalogue->entries.find(english);
    return found == catalogue->entries.end() ? nullptr : &found->second;
}

} // namespace

Result<Catalogue> readCatalogue(std::string_view json, std::string language)
{
    const auto read = nlohmann::json::parse(json, nullptr, false);
    if (!read.is_object())
        return Error{ErrorCode::Configuration, "the catalogue is no JSON object", std::move(language)};
    Catalogue catalogue;
    for (const auto &[english, translation] : read.items()) {
        if (!translation.is_string())
            return Error{ErrorCode::Configuration, "a translation in the catalogue is no text", english};
        auto text = translation.get<std::string>();
        const auto arguments = argumentsOf(english);
        if (!arguments || arguments == argumentsOf(text)) // else a text of said(), which is no template
            catalogue.entries.emplace(english, std::move(text));
        else
            catalogue.refused.push_back(english);
    }
    catalogue.language = std::move(language);
    return catalogue;
}

void useCatalogue(Catalogue catalogue)
{
    static std::mutex mutex;
    static std::vector<std::unique_ptr<const Catalogue>> all;
    const std::scoped_lock lock(mutex);
    all.push_back(std::make_unique<const Catalogue>(std::move(catalogue)));
    installed.store(all.back().get(), std::memory_order_release);
}

std::string_view spokenLanguage()
{
    const Catalogue *catalogue = installed.load(std::memory_order_acquire);
    return catalogue ? std::string_view(catalogue->language) : std::string_view();
}

void appendSpaced(std::string &text, std::string_view next)
{
    const auto isChinese = [](Script script) { return script == Script::Han || script == Script::Punctuation; };
    const std::string_view bare = trimmed(text);
    if (text.ends_with(' ') && isChinese(lastScript(bare)) && isChinese(firstScript(next)))
        text.pop_back();
    else if (next.starts_with(' ') && isChinese(lastScript(text)) && isChinese(firstScript(next.substr(1))))
        next.remove_prefix(1);
    const std::pair touching(lastScript(text), firstScript(next));
    if (touching == std::pair(Script::Han, Script::Latin) || touching == std::pair(Script::Latin, Script::Han))
        text += ' ';
    text += next;
}

std::string inARow(std::string_view first, std::string_view second)
{
    std::string text(first);
    if (lastScript(first) != Script::Punctuation && !first.empty() && !second.empty())
        text += ' ';
    return text += second;
}

std::string sayFormatted(fmt::string_view english, fmt::format_args arguments)
{
    const std::string *translation = translationOf({english.data(), english.size()});
    return translation ? filledIn(*translation, arguments) : fmt::vformat(english, arguments);
}

std::string said(std::string_view english)
{
    const std::string *translation = translationOf(english);
    return translation ? *translation : std::string(english);
}

} // namespace noclobber
