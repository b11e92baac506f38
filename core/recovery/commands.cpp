#include "core/recovery/commands.h"

#include <algorithm>

#include "core/base/text.h"

namespace noclobber::recovery {

namespace {

constexpr std::size_t longestName = 253;

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isSafe(char c)
{
    return isLetterOrDigit(c) || std::string_view("_@%+=:,./-").find(c) != std::string_view::npos;
}

/// "env/cluster01" gives "CTX_ENV_CLUSTER01".
std::string variableOf(std::string_view scope)
{
    if (scope.empty())
        return "CTX_HOME";
    std::string name = "CTX_";
    for (const char c : scope.substr(0, longestName)) {
        const bool isLower = c >= 'a' && c <= 'z';
        name += isLower ? static_cast<char>(c - 'a' + 'A') : isLetterOrDigit(c) ? c : '_';
    }
    return name;
}

} // namespace

std::string shellWord(std::string_view text)
{
    if (!text.empty() && std::ranges::all_of(text, isSafe))
        return std::string(text);
    std::string word = "'";
    for (const char c : text)
        word += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return word + "'";
}

bool canBeCopied(std::string_view text)
{
    return !text.empty() && text.size() <= longestName && text.front() != '-' && printable(text) == text;
}

bool canBeCopied(const argo::ObjectId &id)
{
    const kube::ResourceKey &key = id.key;
    return canBeCopied(key.kind) && canBeCopied(key.name) && (key.group.empty() || canBeCopied(key.group)) &&
           (key.nameSpace.empty() || canBeCopied(key.nameSpace)) && !isGenerated(id);
}

Commands::Commands(const std::set<std::string> &scopes)
{
    if (scopes.size() < 2)
        return;
    std::set<std::string> taken;
    for (const std::string &scope : scopes) {
        const std::string first = variableOf(scope);
        std::string name = first;
        for (int i = 2; !taken.insert(name).second; ++i)
            name = first + "_" + std::to_string(i);
        m_contexts.emplace(scope, std::move(name));
    }
}

std::string Commands::context(const std::string &scope) const
{
    const auto found = m_contexts.find(scope);
    return found == m_contexts.end() ? std::string() : " --context \"${" + found->second + ":?}\"";
}

std::string Commands::kubectl(const std::string &scope, std::string_view nameSpace) const
{
    return "kubectl" + context(scope) + (nameSpace.empty() ? "" : " -n " + shellWord(nameSpace));
}

std::string Commands::flux(const argo::ObjectId &id) const
{
    return "flux" + context(id.scope) + " -n " + shellWord(id.key.nameSpace);
}

/// A kind as it is written always fits; lower case reads better and fits what is known.
std::string kindArgument(const kube::ResourceKey &key)
{
    if (key.group.empty() && key.kind == "PersistentVolume")
        return "pv";
    if (key.group.empty() && key.kind == "PersistentVolumeClaim")
        return "pvc";
    if (key.group.empty())
        return shellWord(lowered(key.kind));
    const bool isKnown = key.group.find('.') == std::string::npos || key.group.ends_with(".k8s.io") ||
                         key.group == "argoproj.io" || key.group.ends_with(".toolkit.fluxcd.io");
    return shellWord((isKnown ? lowered(key.kind) : key.kind) + "." + key.group);
}

std::string objectArgument(const kube::ResourceKey &key)
{
    return kindArgument(key) + "/" + shellWord(key.name);
}

std::string resourceArgument(const kube::ResourceKey &key)
{
    const std::string place = key.nameSpace.empty() ? key.name : key.nameSpace + "/" + key.name;
    return "--resource " + shellWord(key.group + ":" + key.kind + ":" + place);
}

} // namespace noclobber::recovery
