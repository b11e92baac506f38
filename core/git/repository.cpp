#include "core/git/repository.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

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
        return Error{ErrorCode::NotFound, fmt::format("there is no folder {}", folder), folder};
    git_buf found{};
    const int code = git_repository_discover(&found, folder.c_str(), 0, nullptr);
    std::string path = code < 0 ? std::string() : std::string(found.ptr, found.size);
    git_buf_dispose(&found);
    if (code == GIT_ENOTFOUND)
        return Error{ErrorCode::NotFound,
                     fmt::format("{} is not in a git repository; give a folder of one with -C", folder), folder};
    if (code < 0)
        return Error{ErrorCode::Git, fmt::format("cannot look for a git repository: {}", lastErrorText()), folder};
    return withoutFinalSlash(std::move(path));
}

std::vector<std::string> remoteAddresses(git_repository *repository)
{
    std::vector<std::string> addresses;
    git_strarray names{};
    if (git_remote_list(&names, repository) < 0)
        return addresses;
    for (std::size_t i = 0; i < names.count; ++i) {
        RemoteHandle remote;
        if (fill(remote, git_remote_lookup, repository, names.strings[i]) == 0 &&
            git_remote_url(remote.get()) != nullptr)
            addresses.push_back(withoutCredentials(git_remote_url(remote.get())));
    }
    git_strarray_dispose(&names);
    std::sort(addresses.begin(), addresses.end());
    addresses.erase(std::unique(addresses.begin(), addresses.end()), addresses.end());
    return addresses;
}

} // namespace

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
        return Error{ErrorCode::Git, fmt::format("cannot open the repository: {}", lastErrorText()), *gitDirectory};
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
