#include "core/review/starter_layout.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "core/argo/identity.h"
#include "core/base/text.h"

namespace noclobber::review {
namespace {

using Parts = std::vector<std::string>;

constexpr std::size_t mostPaths = 12; ///< more are no order that a person would keep up

constexpr std::string_view clusterWord = "{cluster}";
constexpr std::string_view appWord = "{app}";

bool isWordByte(char byte)
{
    return std::isalnum(static_cast<unsigned char>(byte)) != 0;
}

/// Whether a path can stand in a pattern as it is.
bool isPlainPath(std::string_view path)
{
    return std::ranges::all_of(
        path, [](char byte) { return isWordByte(byte) || std::string_view("-_./ ").find(byte) != std::string::npos; });
}

/// The text with each occurrence of a value, between ends of words, replaced.
std::string withWord(std::string text, const std::string &value, std::string_view word)
{
    for (std::size_t at = text.find(value); at != std::string::npos && !value.empty(); at = text.find(value, at + 1)) {
        const std::size_t end = at + value.size();
        const bool isWhole = (at == 0 || !isWordByte(text[at - 1])) && (end == text.size() || !isWordByte(text[end]));
        if (isWhole && (at == 0 || text[at - 1] != '{')) {
            text.replace(at, value.size(), word);
            at += word.size() - 1;
        }
    }
    return text;
}

/// The only folder of this repository that an Application deploys, or "".
std::string folderDeployed(const argo::Application &application)
{
    const bool isPlain = application.sources.size() == 1 && application.sources.front().isHere;
    return isPlain ? application.sources.front().path : std::string();
}

std::string pathOf(std::span<const std::string> parts)
{
    return join(parts, "/");
}

/// A folder with a folder for each cluster in it: "env/{cluster}".
std::set<std::string> clusterFolders(const argo::Inventory &inventory)
{
    std::set<std::string> bases;
    const auto add = [&](std::string folder) {
        if (isPlainPath(folder))
            bases.insert(std::move(folder.append(folder.empty() ? "" : "/").append(clusterWord)));
    };
    for (const argo::DeclaredObject &object : inventory.objects) {
        for (const argo::Declaration &declaration : object.declarations) {
            const std::string &scope = object.id.scope;
            const std::string folder = argo::folderScope(declaration.location.path);
            if (!folder.empty())
                add(std::string(folderOf(folder)));
            else if (!scope.empty() && isWithin(declaration.location.path, scope)) // a destination's name
                add(std::string(folderOf(scope)));
        }
    }
    for (const argo::Application &application : inventory.applications) {
        const Parts parts = split(folderDeployed(application), '/');
        const auto named = std::ranges::find(parts, application.destination.name);
        if (!application.destination.name.empty() && named != parts.end())
            add(pathOf(std::span(parts.begin(), named)));
    }
    return bases;
}

/// The folders between a cluster's and the one an Application is named after: "" or "apps/".
std::set<std::string> foldersBeforeApp(const argo::Inventory &inventory, const std::string &base)
{
    std::set<std::string> between{""};
    for (const argo::Application &application : inventory.applications) {
        const std::string folder = folderDeployed(application);
        if (folder.empty() || !argo::matchLayout(base + "/**", folder))
            continue;
        const Parts parts = split(folder, '/');
        const auto first = parts.begin() + std::ranges::count(base, '/') + 1;
        const auto named = std::find_if(first, parts.end(), [&](const std::string &part) {
            return withWord(application.id.key.name, part, appWord) != application.id.key.name;
        });
        const std::string before = named == parts.end() ? std::string() : pathOf(std::span(first, named));
        if (!before.empty() && isPlainPath(before))
            between.insert(before + "/");
    }
    return between;
}

/// Which cluster each declaration is meant for, by its place and Application.
std::map<std::pair<argo::Location, std::string>, std::string> scopesByPlace(const argo::Inventory &inventory)
{
    std::map<std::pair<argo::Location, std::string>, std::string> scopes;
    for (const argo::DeclaredObject &object : inventory.objects) {
        for (const argo::Declaration &declaration : object.declarations) {
            const std::string application =
                declaration.application ? argo::applicationName(*declaration.application) : std::string();
            scopes[{declaration.location, application}] = declaration.id.scope;
        }
    }
    return scopes;
}

/// What the layout says of the folder that an Application deploys.
std::optional<std::map<std::string, std::string>> placeWords(const argo::Application &application,
                                                             const std::vector<std::string> &layout)
{
    const std::string folder = folderDeployed(application);
    for (const std::string &path : layout) {
        if (folder.empty())
            break;
        if (auto words = argo::matchLayout(path, folder + "/file.yaml"))
            return words;
    }
    return std::nullopt;
}

} // namespace

std::vector<std::string> proposeLayout(const argo::Inventory &inventory)
{
    std::vector<std::string> paths;
    for (const std::string &base : clusterFolders(inventory)) {
        for (const std::string &between : foldersBeforeApp(inventory, base))
            paths.push_back(base + "/" + between + std::string(appWord) + "/**");
    }
    const auto depth = [](const std::string &path) { return std::ranges::count(path, '/'); };
    std::ranges::sort(paths, [&](const std::string &a, const std::string &b) {
        return std::tuple(-depth(a), a) < std::tuple(-depth(b), b);
    });
    return paths.size() > mostPaths ? std::vector<std::string>() : paths;
}

bool haveSameClusters(const argo::Inventory &one, const argo::Inventory &other)
{
    const auto first = scopesByPlace(one);
    const auto second = scopesByPlace(other);
    std::map<std::string, std::string> forth;
    std::map<std::string, std::string> back;
    for (const auto &[place, scope] : first) {
        const auto found = second.find(place);
        if (found == second.end() || forth.try_emplace(scope, found->second).first->second != found->second ||
            back.try_emplace(found->second, scope).first->second != scope)
            return false;
    }
    return first.size() == second.size();
}

ProposedNaming proposeNaming(const argo::Inventory &inventory, const std::vector<std::string> &layout)
{
    std::map<std::string, std::vector<std::string>> named; // by the pattern of the name
    ProposedNaming proposed;
    for (const argo::Application &application : inventory.applications) {
        const auto words = placeWords(application, layout);
        if (!words || application.generatedBy || application.engine != argo::Engine::ArgoCd)
            continue;
        ++proposed.applications;
        std::string pattern = application.id.key.name;
        for (const std::string_view word : {appWord, clusterWord}) {
            const auto value = words->find(std::string(word.substr(1, word.size() - 2)));
            if (value != words->end())
                pattern = withWord(std::move(pattern), value->second, word);
        }
        named[pattern].push_back(application.id.key.name);
    }
    for (const auto &[pattern, names] : named) {
        if (pattern.find('{') != std::string::npos && names.size() > proposed.named) {
            proposed.name = pattern;
            proposed.named = names.size();
        }
    }
    for (const auto &[pattern, names] : named) {
        if (pattern != proposed.name)
            proposed.others.insert(proposed.others.end(), names.begin(), names.end());
    }
    if (2 * proposed.named <= proposed.applications) // a few are no habit
        return {};
    std::ranges::sort(proposed.others);
    proposed.others.erase(std::ranges::unique(proposed.others).begin(), proposed.others.end());
    return proposed;
}

std::vector<std::string> proposeRepositories(const argo::Inventory &inventory, const git::Comparison &commit)
{
    std::set<std::string> addresses;
    for (const argo::Application &application : inventory.applications) {
        for (const argo::Source &source : application.sources) {
            if (!source.chart.empty() || source.path.empty())
                continue;
            const auto &entries = commit.head.entries;
            const auto entry = std::ranges::lower_bound(entries, source.path + "/", {}, &git::TreeEntry::path);
            if (entry != entries.end() && isWithin(entry->path, source.path))
                addresses.insert(argo::normalAddress(source.repository));
        }
    }
    for (const std::string &remote : commit.place.remotes)
        addresses.erase(argo::normalAddress(remote));
    addresses.erase("");
    return {addresses.begin(), addresses.end()};
}

} // namespace noclobber::review
