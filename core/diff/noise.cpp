#include "core/diff/noise.h"

#include <algorithm>
#include <array>
#include <vector>

namespace noclobber::diff {
namespace {

constexpr std::array<NoiseRule, 5> table{{
    {Noise::Checksum, "checksum", "It repeats that something else changed, which is shown where it changed."},
    {Noise::ChartLabel, "chart label", "It names the version of the chart that the manifest was rendered from."},
    {Noise::TimeStamp, "time stamp", "It tells when the manifest was made."},
    {Noise::ClusterField, "field of the cluster", "The cluster writes it; what git says there is not taken."},
    {Noise::SameValue, "same value", "Kubernetes reads both spellings as one value."},
}};

/// A label or annotation.
struct Entry {
    bool isLabel = false;
    bool isOfObject = false; ///< else of a pod or job template
    std::string key;         ///< "" for all of them together
};

std::string keyAt(std::string_view rest)
{
    if (rest.starts_with('.'))
        return std::string(rest.substr(1));
    if (rest.starts_with("[\"") && rest.ends_with("\"]"))
        return std::string(rest.substr(2, rest.size() - 4));
    return {};
}

std::optional<Entry> entryAt(std::string_view path)
{
    for (const std::string_view owner :
         {"", "spec.template.", "spec.jobTemplate.", "spec.jobTemplate.spec.template."}) {
        for (const std::string_view map : {"metadata.labels", "metadata.annotations"}) {
            const std::string place = std::string(owner) + std::string(map);
            if (!path.starts_with(place))
                continue;
            const std::string_view rest = path.substr(place.size());
            const std::string key = keyAt(rest);
            if (rest.empty() || (!key.empty() && key.find_first_of("[]\"") == std::string::npos))
                return Entry{map == "metadata.labels", owner.empty(), key};
        }
    }
    return std::nullopt;
}

/// The words of a key without its prefix: "generatedAt" and "generated-at" are "generated", "at".
std::vector<std::string> wordsOf(std::string_view key)
{
    std::vector<std::string> words{{}};
    for (const char byte : key) {
        const bool isUpper = byte >= 'A' && byte <= 'Z';
        const bool breaks = byte == '-' || byte == '_' || byte == '.' || byte == '/';
        if ((breaks || isUpper) && !words.back().empty())
            words.emplace_back();
        if (!breaks)
            words.back() += isUpper ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
    return words;
}

bool hasOneOf(const std::vector<std::string> &words, std::initializer_list<std::string_view> wanted)
{
    return std::ranges::any_of(words, [&](const std::string &word) { return std::ranges::count(wanted, word) > 0; });
}

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool looksLikeChecksum(std::string_view value)
{
    const bool isWord = std::ranges::all_of(value, [](char byte) {
        return isDigit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
               std::string_view(":+/=_-").find(byte) != std::string_view::npos;
    });
    return isWord && value.size() >= 6 && std::ranges::any_of(value, isDigit);
}

/// "2026-11-23T10:00:00Z", or seconds or milliseconds since 1970.
bool looksLikeTime(std::string_view value)
{
    if (std::ranges::all_of(value, isDigit))
        return value.size() == 10 || value.size() == 13;
    constexpr std::string_view shape = "dddd-dd-dd";
    return value.size() >= shape.size() && std::equal(shape.begin(), shape.end(), value.begin(), [](char s, char byte) {
               return s == 'd' ? isDigit(byte) : s == byte;
           });
}

bool isTimeKey(const std::vector<std::string> &words)
{
    const bool tellsWhen = hasOneOf(words, {"at", "on", "time", "date", "timestamp"});
    const bool tellsWhat = hasOneOf(words, {"generated", "rendered", "built", "build", "created", "creation", "updated",
                                            "deployed", "synced", "applied", "released", "modified"});
    return (tellsWhen && tellsWhat) || words == std::vector<std::string>{"timestamp"};
}

/// Both values are absent or simple and look like what the key promises.
template <typename Looks>
bool bothLook(const NoiseQuestion &question, Looks looks)
{
    return std::ranges::all_of(std::array{question.base, question.head}, [&](const yaml::Node *value) {
        return value == nullptr || (value->items.empty() && value->fields.empty() && looks(value->scalar));
    });
}

std::optional<Noise> noiseOfEntry(const Entry &entry, const NoiseQuestion &question)
{
    const std::size_t slash = entry.key.rfind('/');
    const std::string_view prefix = std::string_view(entry.key).substr(0, slash == std::string::npos ? 0 : slash);
    const auto words = wordsOf(std::string_view(entry.key).substr(prefix.empty() ? 0 : slash + 1));
    if (entry.key == "helm.sh/chart" || (entry.isLabel && entry.key == "chart"))
        return bothLook(question, [](std::string_view value) { return value.find(' ') == std::string_view::npos; })
                   ? std::optional(Noise::ChartLabel)
                   : std::nullopt;
    const bool isChecksum = prefix == "checksum" || hasOneOf(words, {"checksum", "hash", "sha256", "sha1", "digest"});
    if (isChecksum && bothLook(question, looksLikeChecksum))
        return Noise::Checksum;
    return isTimeKey(words) && bothLook(question, looksLikeTime) ? std::optional(Noise::TimeStamp) : std::nullopt;
}

/// All of the labels or annotations came or went.
std::optional<Noise> noiseOfAll(const Entry &entries, const NoiseQuestion &question)
{
    const yaml::Node *all = question.base != nullptr ? question.base : question.head;
    if ((question.base != nullptr && question.head != nullptr) || all == nullptr || all->fields.empty())
        return std::nullopt;
    std::optional<Noise> first;
    for (const yaml::Field &field : all->fields) {
        const Entry entry{entries.isLabel, entries.isOfObject, field.key};
        const auto noise = noiseOfEntry(entry, {question.kind, {}, &field.value, nullptr});
        if (!noise)
            return std::nullopt;
        first = first ? first : noise;
    }
    return first;
}

} // namespace

std::span<const NoiseRule> noiseRules()
{
    return table;
}

std::optional<Noise> noiseOf(const NoiseQuestion &question)
{
    const std::optional<Entry> entry = entryAt(question.path);
    const bool isSelected = question.kind == "Pod" || question.kind == "Node" || question.kind == "Namespace";
    if (!entry || (entry->isLabel && (isSelected || !entry->isOfObject)))
        return std::nullopt;
    return entry->key.empty() ? noiseOfAll(*entry, question) : noiseOfEntry(*entry, question);
}

std::optional<Noise> noiseOf(std::string_view kind, const FieldChange &field)
{
    if (field.isImmutable || field.isSecret)
        return std::nullopt;
    return noiseOf({kind, field.path, field.base ? &*field.base : nullptr, field.head ? &*field.head : nullptr});
}

} // namespace noclobber::diff
