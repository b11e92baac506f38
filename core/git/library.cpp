#include "core/git/library.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/base/say.h"
#include "core/git/memory_bound.h"

namespace noclobber::git {

bool canBoundMemory()
{
    static const bool can = [] {
        git_libgit2_init();
        git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
        git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, static_cast<int>(GIT_OBJECT_TREE), std::size_t{0});
        const char *extensions[] = {"worktreeconfig",    "preciousobjects", "partialclone",
                                    "relativeworktrees", "objectformat",    "refstorage"};
        git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, std::size(extensions));
        return MemoryBound::install();
    }();
    return can;
}

void startLibrary()
{
    static_cast<void>(canBoundMemory());
}

std::string lastErrorText()
{
    const git_error *error = git_error_last();
    return error != nullptr && error->message != nullptr ? error->message : say("no reason given");
}

std::vector<Setting> settings(const git_config *config)
{
    std::vector<Setting> found;
    const auto keep = [](const git_config_entry *entry, void *list) {
        const char *value = entry->value != nullptr ? entry->value : "true";
        static_cast<std::vector<Setting> *>(list)->push_back({entry->name, value});
        return 0;
    };
    git_config_foreach(config, keep, &found);
    return found;
}

std::vector<Setting> settings(git_repository *repository)
{
    ConfigHandle config;
    if (fill(config, git_repository_config_snapshot, repository) < 0)
        return {};
    return settings(config.get());
}

BlobId toBlobId(const git_oid &id)
{
    BlobId blob;
    std::copy(std::begin(id.id), std::begin(id.id) + blob.bytes.size(), blob.bytes.begin());
    return blob;
}

git_oid toOid(const BlobId &id)
{
    git_oid oid{};
    std::copy(id.bytes.begin(), id.bytes.end(), std::begin(oid.id));
    return oid;
}

std::string toHex(const git_oid &id)
{
    std::string text(GIT_OID_HEXSZ, '\0');
    git_oid_fmt(text.data(), &id);
    return text;
}

std::string toHex(const BlobId &id)
{
    return toHex(toOid(id));
}

namespace {

// Whether a remote promised to hand over later what is missing here.
bool isPartialClone(git_repository *repository)
{
    for (const Setting &setting : settings(repository)) {
        int promised = 0;
        const bool isPromise = setting.name.starts_with("remote.") && setting.name.ends_with(".promisor");
        if (isPromise && git_config_parse_bool(&promised, setting.value.c_str()) == 0 && promised != 0)
            return true;
        if (setting.name == "extensions.partialclone")
            return true;
    }
    return false;
}

} // namespace

Error objectError(git_repository *repository, int code, const git_oid &id)
{
    const std::string reason = lastErrorText();
    const std::string where = git_repository_path(repository) != nullptr ? git_repository_path(repository) : "";
    if (code != GIT_ENOTFOUND)
        return {ErrorCode::Git,
                say("object {} is damaged ({}); \"git fsck\" lists what is broken, a fresh clone mends it", toHex(id),
                    reason),
                where};
    if (isPartialClone(repository))
        return {ErrorCode::Git,
                say("object {} was never downloaded, as this is a partial clone; "
                    "\"git fetch --refetch --no-filter\" completes it",
                    toHex(id)),
                where};
    return {ErrorCode::Git,
            say("object {} is missing from the repository; \"git fsck\" lists what is broken, "
                "a fresh clone mends it",
                toHex(id)),
            where};
}

} // namespace noclobber::git
