#include "core/rules/option_spelling.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/protections.h"

namespace noclobber::rules {

namespace {

constexpr std::string_view annotationPrefix = "argocd.argoproj.io/";
constexpr std::string_view optionsKey = "argocd.argoproj.io/sync-options";
constexpr std::string_view sharedGuard = "FailOnSharedResource";

/// Options whose names are near those that protect, or that somebody may think of.
constexpr std::array<std::string_view, 14> knownNames = {"Prune",
                                                         "Delete",
                                                         "PruneLast",
                                                         "PrunePropagationPolicy",
                                                         "Replace",
                                                         "Force",
                                                         "ServerSideApply",
                                                         "ClientSideApplyMigration",
                                                         "CreateNamespace",
                                                         "ApplyOutOfSyncOnly",
                                                         "Validate",
                                                         "SkipDryRunOnMissingResource",
                                                         "RespectIgnoreDifferences",
                                                         sharedGuard};

struct Entry {
    std::string name;
    std::string value;
};

/// Without blanks and quotes, in lower case, a colon read as the equals sign.
Entry plainly(std::string_view entry)
{
    std::string text;
    for (const char byte : entry) {
        if (std::isspace(static_cast<unsigned char>(byte)) == 0 && byte != '"' && byte != '\'')
            text += byte == ':' ? '=' : byte;
    }
    text = lowered(text);
    const std::size_t equals = text.find('=');
    return equals == std::string::npos ? Entry{text, ""} : Entry{text.substr(0, equals), text.substr(equals + 1)};
}

bool isExact(std::string_view entry)
{
    const std::size_t equals = entry.find('=');
    if (equals == std::string_view::npos)
        return false;
    const std::string_view name = entry.substr(0, equals);
    const std::string_view value = entry.substr(equals + 1);
    if (name == "Prune" || name == "Delete")
        return value == "false" || value == "confirm" || value == "true";
    if (name == sharedGuard)
        return value == "true" || value == "false";
    return std::ranges::find(knownNames, name) != knownNames.end();
}

/// "Prune", "Delete" or the guard of shared resources, if the name is like it; "" if it is another option's.
std::string_view meantName(const std::string &name)
{
    for (const std::string_view known : knownNames) {
        if (lowered(known) == name)
            return known == "Prune" || known == "Delete" || known == sharedGuard ? known : std::string_view();
    }
    if (name.starts_with("prun") || editDistance(name, "prune") == 1)
        return "Prune";
    if (name.starts_with("delet") || editDistance(name, "delete") <= 2)
        return "Delete";
    return editDistance(name, lowered(sharedGuard)) <= 3 ? sharedGuard : std::string_view();
}

std::string meantValue(std::string_view name, const std::string &value)
{
    if (name == sharedGuard)
        return value == "true" || value == "yes" || value == "on" ? "true" : "";
    if (value == "false" || value == "no" || value == "off" || value == "never" || value == "disabled")
        return "false";
    return value == "confirm" ? value : "";
}

/// Several options in one entry, put apart by something else than a comma; as they should be written.
std::string meantSeveral(std::string_view entry)
{
    std::string text(entry);
    std::ranges::replace(text, ';', ' ');
    if (text.find(' ') == std::string::npos)
        return {};
    std::vector<std::string> meant;
    for (const std::string &part : split(text, ' ')) {
        if (const std::string option = isExact(part) ? part : meantOption(part); !option.empty())
            meant.push_back(option);
    }
    return meant.size() > 1 ? join(meant, ",") : std::string();
}

std::string clauseFor(std::string_view entry, const std::string &meant)
{
    return say("{} is no option of Argo CD, which reads letter by letter: {} is", printable(entry), meant);
}

/// An annotation of Argo CD with a name that is nearly that of the sync options, and a value that protects.
std::string misspeltKey(const std::string &key, const std::string &value)
{
    if (key == optionsKey || !key.starts_with(annotationPrefix))
        return {};
    std::string letters;
    for (const char byte : key.substr(annotationPrefix.size())) {
        if (std::isalpha(static_cast<unsigned char>(byte)) != 0)
            letters += byte;
    }
    if (editDistance(lowered(letters), "syncoptions") > 2 && letters != "compareoptions")
        return {};
    for (const std::string &part : split(value, ',')) {
        const std::string option(trimmed(part));
        const std::string meant = isExact(option) ? option : meantOption(option);
        if (meant.starts_with("Prune=") || meant.starts_with("Delete="))
            return say("{} stands in the annotation {}, which says nothing of it: it belongs into {}", option, key,
                       std::string(optionsKey));
    }
    return {};
}

} // namespace

std::string meantOption(std::string_view entry)
{
    const std::string_view option = trimmed(entry);
    if (isExact(option))
        return {};
    const Entry plain = plainly(option);
    const std::string_view name = meantName(plain.name);
    const std::string value = name.empty() ? std::string() : meantValue(name, plain.value);
    return value.empty() ? meantSeveral(option) : std::string(name) + "=" + value;
}

std::vector<std::string> misspeltProtections(const std::vector<std::string> &syncOptions)
{
    std::vector<std::string> clauses;
    for (const std::string &entry : syncOptions) {
        if (const std::string meant = meantOption(entry); !meant.empty())
            clauses.push_back(clauseFor(entry, meant));
    }
    return clauses;
}

std::vector<std::string> misspeltProtections(const kube::Manifest &manifest)
{
    std::vector<std::string> clauses = misspeltProtections(blast::syncOptionsOf(manifest));
    if (blast::hasSyncOption(manifest, std::string(sharedGuard) + "=true"))
        clauses.push_back(say("{}=true counts among an Application's syncOptions only", std::string(sharedGuard)));
    for (const auto &[key, value] : manifest.annotations) {
        if (const std::string clause = misspeltKey(key, value); !clause.empty())
            clauses.push_back(clause);
    }
    return clauses;
}

} // namespace noclobber::rules
