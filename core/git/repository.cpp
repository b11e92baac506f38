#include "core/git/repository.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <set>

#include "core/base/say.h"

namespace noclobber::git {

namespace {

std::string withoutFinalSlash(std::string path)
{
    while (path.size() > 1 && path.back() == '/')
        path.pop_back();
    return path;
}

Result<std::string> discover(const std::string &folder)
{
    std::error_code ignored;
    if (!std::filesystem::exists(folder, ignored))
        return Error{ErrorCode::NotFound, say("there is no folder {}", folder), folder};
    git_buf found{};
    const int code = git_repository_discover(&found, folder.c_str(), 0, nullptr);
    std::string path = code < 0 ? std::string() : std::string(found.ptr, found.size);
    git_buf_dispose(&found);
    if (code == GIT_ENOTFOUND)
        return Error{ErrorCode::NotFound, say("{} is not in a git repository; name a folder that is", folder), folder};
    if (code < 0)
        return Error{ErrorCode::Git, say("cannot look for a git repository: {}", lastErrorText()), folder};
    return withoutFinalSlash(std::move(path));
}

// The middle of a setting's name, "origin" of "remote.origin.url"; nothing when it is another setting.
std::optional<std::string> middle(const Setting &setting, std::string_view section, std::string_view key)
{
    const std::string &name = setting.name;
    const bool fits = name.size() > section.size() + key.size() && name.starts_with(section) && name.ends_with(key);
    return fits ? std::optional(name.substr(section.size(), name.size() - section.size() - key.size())) : std::nullopt;
}

// As git rewrites it: the longest url.<base>.insteadOf that it begins with gives way to the base.
std::string rewritten(const std::string &address, const std::vector<Setting> &all)
{
    std::size_t longest = 0;
    std::string result = address;
    for (const Setting &setting : all) {
        const auto base = middle(setting, "url.", ".insteadof");
        if (!base || setting.value.size() <= longest || !address.starts_with(setting.value))
            continue;
        longest = setting.value.size();
        result = *base + address.substr(longest);
    }
    return result;
}

// As they are written and as git rewrites them: either may be the one that Applications name.
std::vector<std::string> remoteAddresses(git_repository *repository)
{
    const auto all = settings(repository);
    std::set<std::string> addresses;
    for (const Setting &setting : all) {
        if (!middle(setting, "remote.", ".url"))
            continue;
        addresses.insert(withoutCredentials(setting.value));
        addresses.insert(withoutCredentials(rewritten(setting.value, all)));
    }
    return {addresses.begin(), addresses.end()};
}

} // namespace

std::vector<std::string> remoteNames(git_repository *repository)
{
    std::set<std::string> names;
    for (const Setting &setting : settings(repository)) {
        if (auto name = middle(setting, "remote.", ".url"))
            names.insert(std::move(*name));
    }
    return {names.begin(), names.end()};
}

std::string withoutCredentials(const std::string &address)
{
    const std::size_t colon = address.find("://");
    const std::string scheme = colon == std::string::npos ? std::string() : address.substr(0, colon + 3);
    const bool isSsh = scheme.empty() || scheme.find("ssh") != std::string::npos;
    std::string rest = address.substr(scheme.size());
    if (scheme.starts_with("http"))
        rest = rest.substr(0, rest.find_first_of("?#"));
    const std::size_t at = rest.substr(0, rest.find('/')).rfind('@');
    if (at == std::string::npos)
        return scheme + rest;
    const std::string user = rest.substr(0, std::min(at, rest.find(':')));
    return scheme + (isSsh ? user + "@" : "") + rest.substr(at + 1);
}

std::string shellQuoted(const std::string &path)
{
    const bool plain = std::all_of(path.begin(), path.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("/._-+@%").find(c) != std::string_view::npos;
    });
    if (plain && !path.empty())
        return path;
    std::string quoted = "'";
    for (const char c : path)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

Result<RepositoryPlace> findRepository(const std::string &folder)
{
    startLibrary();
    const auto gitDirectory = discover(folder);
    if (!gitDirectory)
        return gitDirectory.error();
    if (auto unsupported = unsupportedFormat(*gitDirectory))
        return *unsupported;
    RepositoryHandle repository;
    if (fill(repository, git_repository_open_ext, gitDirectory->c_str(), unsigned{GIT_REPOSITORY_OPEN_NO_SEARCH},
             nullptr) < 0)
        return Error{ErrorCode::Git, say("cannot open the repository: {}", lastErrorText()), *gitDirectory};
    RepositoryPlace place;
    place.gitDirectory = withoutFinalSlash(git_repository_path(repository.get()));
    if (const char *workTree = git_repository_workdir(repository.get()))
        place.workTree = withoutFinalSlash(workTree);
    if (auto foreign = foreignOwner(place.gitDirectory, place.workTree))
        return *foreign;
    place.remotes = remoteAddresses(repository.get());
    return place;
}

} // namespace noclobber::git
