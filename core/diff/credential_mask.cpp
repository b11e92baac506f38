#include "core/diff/credential_mask.h"

#include <algorithm>
#include <array>

#include "core/base/digest.h"
#include "core/diff/line_diff.h"
#include "core/diff/secret_mask.h"

namespace noclobber::diff {
namespace {

/// A prefix that a service gives its tokens so that they can be found.
/// Sources: the documentation of each service; https://docs.github.com/code-security/secret-scanning
struct TokenShape {
    std::string_view prefix;
    std::size_t atLeast = 0; ///< characters behind the prefix
    bool isMixed = false;    ///< these have digits, upper and lower case: the prefix alone is too common
};

constexpr std::array<TokenShape, 34> shapes{{
    {"ghp_", 30},      {"gho_", 30},     {"ghu_", 30},
    {"ghs_", 30},      {"ghr_", 30},     {"github_pat_", 22},
    {"glpat-", 20},    {"gldt-", 20},    {"glrt-", 20},
    {"xoxb-", 10},     {"xoxp-", 10},    {"xoxa-", 10},
    {"xoxr-", 10},     {"xoxs-", 10},    {"xapp-", 10},
    {"AKIA", 16},      {"ASIA", 16},     {"AIza", 35},
    {"ya29.", 20},     {"sk_live_", 16}, {"rk_live_", 16},
    {"sk_test_", 16},  {"whsec_", 20},   {"sk-", 20, true},
    {"SG.", 40},       {"npm_", 36},     {"pypi-AgEI", 40},
    {"dop_v1_", 60},   {"hvs.", 24},     {"hvb.", 24},
    {"dckr_pat_", 20}, {"glsa_", 30},    {"AGE-SECRET-KEY-1", 50},
    {"shpat_", 30},
}};

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool isUpper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

bool isLower(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

bool isTokenByte(char byte)
{
    return isDigit(byte) || isUpper(byte) || isLower(byte) || byte == '_' || byte == '-' || byte == '.';
}

bool isBase64Byte(char byte)
{
    return isDigit(byte) || isUpper(byte) || isLower(byte) || byte == '+' || byte == '/' || byte == '=';
}

/// Where the run of bytes from a place on ends.
template <typename Belongs>
std::size_t endOfRun(std::string_view text, std::size_t from, Belongs belongs)
{
    while (from < text.size() && belongs(text[from]))
        ++from;
    return from;
}

/// Looks for credentials at one place of a text; the span found is empty if there is none.
class Finder
{
public:
    explicit Finder(std::string_view text) : m_text(text) {}

    WordSpan at(std::size_t place) const
    {
        if (m_text.substr(place).starts_with("-----BEGIN "))
            return privateKey(place);
        if (m_text.substr(place).starts_with("://"))
            return password(place + 3);
        if (place > 0 && (isTokenByte(m_text[place - 1]) && m_text[place - 1] != '.' && m_text[place - 1] != '-'))
            return {};
        if (m_text.substr(place).starts_with("LS0tLS1CRUdJTi"))
            return encodedKey(place);
        if (m_text.substr(place).starts_with("eyJ"))
            return webToken(place);
        return token(place);
    }

private:
    /// The body between the BEGIN and the END of a private key; without an END, all the rest.
    WordSpan privateKey(std::size_t place) const
    {
        const std::size_t label = place + std::string_view("-----BEGIN ").size();
        const std::size_t end = m_text.find("-----", label);
        const std::string_view name = m_text.substr(label, end == std::string_view::npos ? 0 : end - label);
        if (name.find("PRIVATE KEY") == std::string_view::npos || name.size() > 60)
            return {};
        const std::size_t body = end + 5;
        return {body, std::min(m_text.find("-----END ", body), m_text.size())};
    }

    /// Base64 of such a key, as a whole.
    WordSpan encodedKey(std::size_t place) const
    {
        const std::size_t end = endOfRun(m_text, place, isBase64Byte);
        const auto head = fromBase64(m_text.substr(place, std::min<std::size_t>(64, (end - place) / 4 * 4)));
        const bool isKey = head && head->find("PRIVATE KEY") != std::string::npos;
        return isKey ? WordSpan{place, end} : WordSpan{};
    }

    /// A name that something else is put in place of: $(NAME), ${NAME}, {{name}}, $NAME, %NAME%.
    static bool isPlaceholder(std::string_view text)
    {
        const auto isNameByte = [](char byte) { return isUpper(byte) || isDigit(byte) || byte == '_'; };
        const auto stands = [text](std::string_view begin, std::string_view end) {
            return text.size() > begin.size() + end.size() && text.starts_with(begin) && text.ends_with(end);
        };
        if (stands("$(", ")") || stands("${", "}") || stands("{{", "}}"))
            return true;
        if (stands("%", "%"))
            return std::ranges::all_of(text.substr(1, text.size() - 2), isNameByte);
        return stands("$", "") && std::ranges::all_of(text.substr(1), isNameByte);
    }

    /// What stands between the colon and the @ of an address: https://user:password@host/path
    WordSpan password(std::size_t place) const
    {
        const std::size_t end = std::min(m_text.find_first_of("/ \t\r\n\"'`<>\\,", place), m_text.size());
        const std::size_t at = m_text.substr(0, end).rfind('@');
        const std::size_t colon = m_text.substr(0, end).find(':', place);
        if (at == std::string_view::npos || at < place || colon >= at || colon + 1 == at)
            return {};
        return isPlaceholder(m_text.substr(colon + 1, at - colon - 1)) ? WordSpan{} : WordSpan{colon + 1, at};
    }

    /// Three parts of base64url, the first two of which are JSON.
    WordSpan webToken(std::size_t place) const
    {
        const std::size_t end = endOfRun(m_text, place, isTokenByte);
        const std::string_view whole = m_text.substr(place, end - place);
        const std::size_t second = whole.find(".eyJ");
        const std::size_t third = second == std::string_view::npos ? second : whole.find('.', second + 1);
        const bool isToken = third != std::string_view::npos && whole.size() - third > 10;
        return isToken ? WordSpan{place, end} : WordSpan{};
    }

    WordSpan token(std::size_t place) const
    {
        const std::string_view rest = m_text.substr(place);
        for (const TokenShape &shape : shapes) {
            if (!rest.starts_with(shape.prefix))
                continue;
            const std::size_t end = endOfRun(m_text, place + shape.prefix.size(), isTokenByte);
            const std::string_view body = m_text.substr(place + shape.prefix.size(), end - place - shape.prefix.size());
            const bool hasDigit = std::ranges::any_of(body, isDigit);
            const bool isMixed = std::ranges::any_of(body, isUpper) && std::ranges::any_of(body, isLower);
            if (body.size() >= shape.atLeast && hasDigit && (isMixed || !shape.isMixed))
                return {place, end};
        }
        return {};
    }

    std::string_view m_text;
};

std::vector<WordSpan> spansIn(std::string_view text)
{
    std::vector<WordSpan> found;
    const Finder finder(text);
    constexpr std::string_view starts = "-:LeASdghnprswxy"; // what any of them begins with
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (starts.find(text[place]) == std::string_view::npos)
            continue;
        const WordSpan span = finder.at(place);
        if (span.begin == span.end)
            continue;
        found.push_back(span);
        place = span.end - 1;
    }
    return found;
}

} // namespace

std::vector<Credential> credentialsIn(std::string_view text, const std::string_view *other)
{
    const auto mine = spansIn(text);
    const auto theirs = other != nullptr && !mine.empty() ? spansIn(*other) : std::vector<WordSpan>();
    std::vector<Credential> found;
    for (std::size_t i = 0; i < mine.size(); ++i) {
        const auto [begin, end] = mine[i];
        const bool isChanged = i < theirs.size() && text.substr(begin, end - begin) !=
                                                        other->substr(theirs[i].begin, theirs[i].end - theirs[i].begin);
        found.push_back({begin, end, isChanged ? changedMaskText : maskText});
    }
    return found;
}

std::string maskCredentials(std::string_view text, const std::string_view *other)
{
    std::string masked;
    std::size_t place = 0;
    for (const Credential &credential : credentialsIn(text, other)) {
        masked.append(text.substr(place, credential.begin - place)).append(credential.mask);
        place = credential.end;
    }
    return masked.append(text.substr(place));
}

void maskCredentials(yaml::Node &value, const yaml::Node *other)
{
    if (value.type == yaml::NodeType::String) {
        const bool isText = other != nullptr && other->type == yaml::NodeType::String;
        const std::string_view text = isText ? std::string_view(other->scalar) : std::string_view();
        value.scalar = maskCredentials(value.scalar, isText ? &text : nullptr);
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        const bool isThere = other != nullptr && i < other->items.size();
        maskCredentials(value.items[i], isThere ? &other->items[i] : nullptr);
    }
    for (std::size_t i = 0; i < value.fields.size(); ++i) {
        const std::string &key = value.fields[i].key;
        const bool isInOrder = other != nullptr && i < other->fields.size() && other->fields[i].key == key;
        const yaml::Node *theirs = isInOrder ? &other->fields[i].value : other != nullptr ? other->find(key) : nullptr;
        maskCredentials(value.fields[i].value, theirs);
    }
}

} // namespace noclobber::diff
