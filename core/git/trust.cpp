#include "core/base/say.h"
#include "core/git/repository.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace noclobber::git {

namespace {

namespace fs = std::filesystem;

// A linked worktree keeps its configuration in the repository it belongs to.
fs::path commonDirectory(const fs::path &gitDirectory)
{
    std::ifstream file(gitDirectory / "commondir");
    std::string line;
    if (!std::getline(file, line) || line.empty())
        return gitDirectory;
    return gitDirectory / line; // an absolute line replaces the left side
}

Error unsupported(const std::string &gitDirectory, const std::string &what)
{
    return {ErrorCode::Git,
            say("the repository {}, which this version cannot read; review a clone in the ordinary format "
                "(\"git clone\" from the server)",
                what),
            gitDirectory};
}

bool isOwnedByUs(const std::string &path)
{
    struct stat entry {};
    if (lstat(path.c_str(), &entry) != 0 || entry.st_uid == geteuid())
        return true; // what is not there cannot be foreign
    const char *sudo = geteuid() == 0 ? std::getenv("SUDO_UID") : nullptr;
    return sudo != nullptr && std::to_string(entry.st_uid) == sudo;
}

// The values of safe.directory that git takes to heart: system, then the user's; never the repository's own.
std::vector<std::string> safeDirectories()
{
    std::vector<std::string> files;
    const auto add = [&](int (*find)(git_buf *)) {
        git_buf path{};
        if (find(&path) == 0)
            files.emplace_back(path.ptr, path.size);
        git_buf_dispose(&path);
    };
    const char *noSystem = std::getenv("GIT_CONFIG_NOSYSTEM");
    int skipSystem = 0;
    if (noSystem != nullptr)
        git_config_parse_bool(&skipSystem, noSystem);
    if (skipSystem == 0)
        add(git_config_find_system);
    if (const char *global = std::getenv("GIT_CONFIG_GLOBAL")) {
        files.emplace_back(global);
    } else {
        add(git_config_find_xdg);
        add(git_config_find_global);
    }
    std::vector<std::string> values;
    for (const std::string &file : files) {
        ConfigHandle config;
        if (fill(config, git_config_open_ondisk, file.c_str()) < 0)
            continue;
        for (const Setting &setting : settings(config.get())) {
            if (setting.name == "safe.directory")
                values.push_back(setting.value);
        }
    }
    return values;
}

// The same from GIT_CONFIG_KEY_n, GIT_CONFIG_VALUE_n, which CI systems like to set.
void addFromEnvironment(std::vector<std::string> &values)
{
    const char *count = std::getenv("GIT_CONFIG_COUNT");
    const long number = count != nullptr ? std::strtol(count, nullptr, 10) : 0;
    for (long i = 0; i < std::min(number, 1000L); ++i) {
        const char *key = std::getenv(fmt::format("GIT_CONFIG_KEY_{}", i).c_str());
        const char *value = std::getenv(fmt::format("GIT_CONFIG_VALUE_{}", i).c_str());
        std::string lower = key != nullptr ? key : "";
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
        if (lower == "safe.directory" && value != nullptr)
            values.emplace_back(value);
    }
}

fs::path canonical(const std::string &path)
{
    std::error_code failed;
    fs::path result = fs::weakly_canonical(path, failed);
    return failed ? fs::path(path) : result;
}

bool isAllowed(const std::string &folder)
{
    std::vector<std::string> values = safeDirectories();
    addFromEnvironment(values);
    const std::string wanted = canonical(folder).generic_string();
    bool allowed = false;
    for (std::string value : values) {
        const char *home = std::getenv("HOME");
        if (value.rfind("~/", 0) == 0 && home != nullptr)
            value = home + value.substr(1);
        if (value.empty()) {
            allowed = false; // an empty value takes back what came before
        } else if (value == "*") {
            allowed = true;
        } else if (value.size() > 2 && value.compare(value.size() - 2, 2, "/*") == 0) {
            const std::string parent = canonical(value.substr(0, value.size() - 2)).generic_string() + "/";
            allowed = allowed || wanted.rfind(parent, 0) == 0;
        } else {
            allowed = allowed || canonical(value).generic_string() == wanted;
        }
    }
    return allowed;
}

} // namespace

std::optional<Error> unsupportedFormat(const std::string &gitDirectory)
{
    const fs::path path = commonDirectory(gitDirectory) / "config";
    ConfigHandle config;
    if (!fs::exists(path) || fill(config, git_config_open_ondisk, path.c_str()) < 0)
        return std::nullopt; // libgit2 will say what it thinks of it
    std::int32_t version = 0;
    git_config_get_int32(&version, config.get(), "core.repositoryformatversion");
    if (version > 1)
        return unsupported(gitDirectory, say("has format version {}", version));
    for (const auto &[setting, value] : settings(config.get())) {
        static constexpr std::string_view section = "extensions.";
        if (!setting.starts_with(section))
            continue;
        const std::string name = setting.substr(section.size());
        if (name == "objectformat" && value != "sha1")
            return unsupported(gitDirectory, say("names its objects by {}", value));
        if (name == "refstorage" && value != "files")
            return unsupported(gitDirectory, say("keeps its references in the format \"{}\"", value));
        static constexpr std::string_view known[] = {"objectformat",     "refstorage",      "noop",
                                                     "worktreeconfig",   "preciousobjects", "partialclone",
                                                     "relativeworktrees"};
        if (version == 1 && std::find(std::begin(known), std::end(known), name) == std::end(known))
            return unsupported(gitDirectory, say("uses the extension \"{}\"", name));
    }
    return std::nullopt;
}

std::optional<Error> foreignOwner(const std::string &gitDirectory, const std::string &workTree)
{
    const bool ours =
        isOwnedByUs(gitDirectory) && (workTree.empty() || (isOwnedByUs(workTree) && isOwnedByUs(workTree + "/.git")));
    const std::string &folder = workTree.empty() ? gitDirectory : workTree;
    if (ours || isAllowed(folder))
        return std::nullopt;
    return Error{ErrorCode::Git,
                 say("the repository belongs to another user; if you trust it, run: "
                     "git config --global --add safe.directory {}",
                     shellQuoted(folder)),
                 folder};
}

} // namespace noclobber::git
