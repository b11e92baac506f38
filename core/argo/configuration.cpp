#include "core/argo/configuration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <functional>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/yaml/document.h"

namespace noclobber::argo {
namespace {

using yaml::Field;
using yaml::Node;
using yaml::NodeType;

/// Whether the text is made like the pattern: `9` stands for a digit, everything else for itself.
bool looksLike(std::string_view text, std::string_view pattern)
{
    return std::ranges::equal(text, pattern, [](char c, char p) { return p == '9' ? c >= '0' && c <= '9' : c == p; });
}

/// "2026-12-31": a day of the calendar.
bool isDay(std::string_view text)
{
    if (!looksLike(text, "9999-99-99"))
        return false;
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        std::from_chars(text.data() + at, text.data() + at + length, value);
        return value;
    };
    return std::chrono::year_month_day(std::chrono::year(number(0, 4)),
                                       std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                       std::chrono::day(static_cast<unsigned>(number(8, 2))))
        .ok();
}

/// "3.4", "v3.4.1": two or three numbers.
bool isVersion(std::string_view text)
{
    if (text.starts_with('v'))
        text.remove_prefix(1);
    const auto parts = split(text, '.');
    return (parts.size() == 2 || parts.size() == 3) && std::ranges::all_of(parts, [](const std::string &part) {
               return !part.empty() && part.find_first_not_of("0123456789") == std::string::npos;
           });
}

/// What a pattern has in braces; nothing if a brace stands alone.
std::optional<std::vector<std::string>> wordsIn(std::string_view pattern)
{
    std::vector<std::string> words;
    for (std::size_t at = pattern.find_first_of("{}"); at != std::string_view::npos;
         at = pattern.find_first_of("{}", at)) {
        const std::size_t end = pattern.find_first_of("{}/", at + 1);
        if (pattern[at] == '}' || end == std::string_view::npos || pattern[end] != '}' || end == at + 1)
            return std::nullopt;
        words.emplace_back(pattern.substr(at + 1, end - at - 1));
        at = end + 1;
    }
    return words;
}

/// A word of the name that no layout path gives a value: such a name would never be checked. Or "".
std::string wordWithoutValue(const std::string &name, const Configuration &configuration)
{
    for (const std::string &word : wordsIn(name).value_or(std::vector<std::string>())) {
        const bool isKnown = std::ranges::any_of(configuration.layout, [&](const std::string &path) {
            return path.find("{" + word + "}") != std::string::npos;
        });
        if (!isKnown)
            return word;
    }
    return {};
}

/// Reads one file; the first thing that is wrong ends it.
class Reader
{
public:
    explicit Reader(std::string path) : m_path(std::move(path)) {}

    Result<void> read(const Node &root, Configuration &configuration);

private:
    using Take = std::function<Result<void>(const Field &)>;
    using Takes = std::map<std::string, Take, std::less<>>;

    Error wrong(int line, std::string message) const
    {
        return {ErrorCode::Configuration, std::move(message), fmt::format("{}:{}", m_path, line)};
    }

    Result<void> eachField(const Node &node, std::string_view what, const Takes &takes) const;
    Result<void> eachItem(const Field &field, const std::function<Result<void>(const Node &)> &take) const;
    Result<void> text(const Field &field, std::string &into) const;
    Result<void> texts(const Field &field, std::vector<std::string> &into) const;
    Result<void> layout(const Field &field, Configuration &configuration) const;
    Result<void> naming(const Field &field, Configuration &configuration) const;
    Result<void> stateful(const Field &field, Configuration &configuration) const;
    Result<void> argoCd(const Field &field, Configuration &configuration) const;
    Result<void> rules(const Field &field, Configuration &configuration) const;
    Result<void> waivers(const Field &field, Configuration &configuration) const;

    std::string m_path;
};

Result<void> Reader::eachField(const Node &node, std::string_view what, const Takes &takes) const
{
    if (node.type != NodeType::Mapping)
        return wrong(node.line, say("{} must be a mapping of keys to values", what));
    for (const Field &field : node.fields) {
        const auto take = takes.find(field.key);
        if (take == takes.end()) {
            std::vector<std::string> known;
            for (const auto &[key, unused] : takes)
                known.push_back(key);
            const std::string near = nearest(field.key, known);
            const std::string hint =
                near.empty() ? say("known here: {}", join(known, ", ")) : say("did you mean \"{}\"?", near);
            return wrong(field.line, say("unknown key \"{}\" in {}: {}", printable(field.key), what, hint));
        }
        if (auto taken = take->second(field); !taken)
            return taken;
    }
    return {};
}

Result<void> Reader::eachItem(const Field &field, const std::function<Result<void>(const Node &)> &take) const
{
    if (field.value.type == NodeType::Null)
        return {};
    if (field.value.type != NodeType::Sequence)
        return wrong(field.line, say("\"{}\" must be a list", field.key));
    for (const Node &item : field.value.items) {
        if (auto taken = take(item); !taken)
            return taken;
    }
    return {};
}

Result<void> Reader::text(const Field &field, std::string &into) const
{
    if (field.value.type != NodeType::String || field.value.scalar.empty())
        return wrong(field.line, say("\"{}\" must be a text (put it in quotes)", field.key));
    into = field.value.scalar;
    return {};
}

Result<void> Reader::texts(const Field &field, std::vector<std::string> &into) const
{
    return eachItem(field, [&](const Node &item) -> Result<void> {
        if (item.type != NodeType::String || item.scalar.empty())
            return wrong(item.line, say("every item of \"{}\" must be a text", field.key));
        into.push_back(item.scalar);
        return {};
    });
}

Result<void> Reader::layout(const Field &field, Configuration &configuration) const
{
    return eachItem(field, [&](const Node &item) -> Result<void> {
        std::string path;
        const Takes takes = {{"path", [&](const Field &f) { return text(f, path); }}};
        if (auto read = eachField(item, say("an entry of \"layout\""), takes); !read)
            return read;
        if (path.empty())
            return wrong(item.line, say("an entry of \"layout\" needs a \"path\", as in env/{{cluster}}/{{app}}/**"));
        if (!wordsIn(path))
            return wrong(item.line,
                         say("\"path\" has a brace that is not closed, or nothing in braces: {}", printable(path)));
        configuration.layout.push_back(path);
        return {};
    });
}

Result<void> Reader::naming(const Field &field, Configuration &configuration) const
{
    return eachItem(field, [&](const Node &item) -> Result<void> {
        Naming entry;
        const Takes takes = {{"kind", [&](const Field &f) { return text(f, entry.kind); }},
                             {"name", [&](const Field &f) { return text(f, entry.name); }}};
        if (auto read = eachField(item, say("an entry of \"naming\""), takes); !read)
            return read;
        if (entry.kind.empty() || entry.name.empty())
            return wrong(item.line,
                         say("an entry of \"naming\" needs a \"kind\" and a \"name\", as in \"{{app}}-{{cluster}}\""));
        if (!wordsIn(entry.name))
            return wrong(item.line, say("\"name\" has a brace that is not closed, or nothing in braces: {}",
                                        printable(entry.name)));
        configuration.naming.push_back(entry);
        return {};
    });
}

Result<void> Reader::stateful(const Field &field, Configuration &configuration) const
{
    return eachItem(field, [&](const Node &item) -> Result<void> {
        GroupKind entry;
        const Takes takes = {{"group",
                              [&](const Field &f) -> Result<void> {
                                  if (f.value.type != NodeType::String)
                                      return wrong(f.line, say("\"group\" must be a text; \"\" is the core group"));
                                  entry.group = f.value.scalar;
                                  return {};
                              }},
                             {"kind", [&](const Field &f) { return text(f, entry.kind); }}};
        if (auto read = eachField(item, say("an entry of \"stateful\""), takes); !read)
            return read;
        if (entry.kind.empty())
            return wrong(item.line, say("an entry of \"stateful\" needs a \"kind\""));
        configuration.stateful.push_back(entry);
        return {};
    });
}

Result<void> Reader::argoCd(const Field &field, Configuration &configuration) const
{
    const Takes takes = {
        {"version",
         [&](const Field &f) -> Result<void> {
             if (f.value.type != NodeType::String || !isVersion(f.value.scalar))
                 return wrong(f.line,
                              say("\"version\" must be a text such as \"3.4\" (in quotes, or 3.10 becomes 3.1)"));
             configuration.argoCdVersion = f.value.scalar.substr(f.value.scalar[0] == 'v' ? 1 : 0);
             return {};
         }},
        {"repositories", [&](const Field &f) { return texts(f, configuration.repositories); }},
    };
    return eachField(field.value, "\"argoCd\"", takes);
}

Result<void> Reader::rules(const Field &field, Configuration &configuration) const
{
    if (field.value.type != NodeType::Mapping)
        return wrong(field.line, say("\"rules\" must map rule ids to off, note, warn or block"));
    static constexpr std::array<std::string_view, 4> words = {"off", "note", "warn", "block"};
    for (const Field &rule : field.value.fields) {
        // `off` without quotes is the boolean false in YAML 1.1.
        const bool isOff = rule.value.type == NodeType::Boolean && rule.value.scalar == "false";
        const std::string word = isOff ? "off" : rule.value.scalar;
        const auto found = std::ranges::find(words, word);
        if (found == words.end())
            return wrong(rule.line, say("rule \"{}\" must be off, note, warn or block, not \"{}\"", printable(rule.key),
                                        printable(word)));
        configuration.rules[rule.key] = static_cast<Severity>(found - words.begin());
    }
    return {};
}

Result<void> Reader::waivers(const Field &field, Configuration &configuration) const
{
    return eachItem(field, [&](const Node &item) -> Result<void> {
        Waiver waiver;
        waiver.line = item.line;
        const Takes takes = {{"rule", [&](const Field &f) { return text(f, waiver.rule); }},
                             {"identity", [&](const Field &f) { return text(f, waiver.identity); }},
                             {"reason", [&](const Field &f) { return text(f, waiver.reason); }},
                             {"until", [&](const Field &f) -> Result<void> {
                                  if (!isDay(f.value.scalar))
                                      return wrong(f.line,
                                                   say("\"until\" must be a day of the calendar such as 2026-12-31"));
                                  waiver.until = f.value.scalar;
                                  return {};
                              }}};
        if (auto read = eachField(item, say("an entry of \"waivers\""), takes); !read)
            return read;
        if (waiver.rule.empty() || waiver.identity.empty() || waiver.reason.empty())
            return wrong(item.line, say("a waiver needs a \"rule\", an \"identity\" and a \"reason\""));
        configuration.waivers.push_back(waiver);
        return {};
    });
}

Result<void> Reader::read(const Node &root, Configuration &configuration)
{
    const Takes takes = {
        {"layout", [&](const Field &f) { return layout(f, configuration); }},
        {"naming", [&](const Field &f) { return naming(f, configuration); }},
        {"exclude", [&](const Field &f) { return texts(f, configuration.exclude); }},
        {"rendered", [&](const Field &f) { return texts(f, configuration.rendered); }},
        {"stateful", [&](const Field &f) { return stateful(f, configuration); }},
        {"argoCd", [&](const Field &f) { return argoCd(f, configuration); }},
        {"rules", [&](const Field &f) { return rules(f, configuration); }},
        {"waivers", [&](const Field &f) { return waivers(f, configuration); }},
    };
    if (auto taken = eachField(root, say("the configuration"), takes); !taken)
        return taken;
    for (const Naming &entry : configuration.naming) { // "layout" may stand below "naming"
        const std::string word = wordWithoutValue(entry.name, configuration);
        const auto field = std::ranges::find(root.fields, "naming", &Field::key);
        if (!word.empty())
            return wrong(field->line, say("the name \"{}\" needs {{{}}}, which no path of \"layout\" has",
                                          printable(entry.name), printable(word)));
    }
    return {};
}

} // namespace

Result<Configuration> readConfiguration(std::string_view text, const std::string &path)
{
    const auto broken = [&](int line, const std::string &message) {
        return Error{ErrorCode::Configuration, message, fmt::format("{}:{}", path, line)};
    };
    Configuration configuration;
    configuration.file = path;
    std::optional<yaml::Document> document;
    int documents = 0;
    const auto remarks = yaml::readDocuments(text, yaml::TextFormat::Yaml, {}, [&](yaml::Document read) {
        if (++documents == 1)
            document = std::move(read);
    });
    if (!remarks.problems.empty())
        return broken(remarks.problems[0].line, remarks.problems[0].message);
    if (documents > 1)
        return broken(1, say("the configuration must be one document, not several"));
    if (!document)
        return configuration;
    if (!document->ambiguities.empty())
        return broken(document->ambiguities[0].line, document->ambiguities[0].message);
    if (auto read = Reader(path).read(document->root, configuration); !read)
        return read.error();
    return configuration;
}

} // namespace noclobber::argo
