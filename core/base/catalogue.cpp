#include "core/base/catalogue.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/say.h"

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

std::string sayFormatted(fmt::string_view english, fmt::format_args arguments)
{
    const std::string *translation = translationOf({english.data(), english.size()});
    return fmt::vformat(translation ? fmt::string_view(*translation) : english, arguments);
}

std::string said(std::string_view english)
{
    const std::string *translation = translationOf(english);
    return translation ? *translation : std::string(english);
}

} // namespace noclobber
