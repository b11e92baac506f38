#include "core/git/disk_objects.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <zlib.h>
#if __has_include(<git2/sys/errors.h>)
#include <git2/sys/errors.h> // where later versions have git_error_set_str
#endif

#include "core/base/say.h"
#include "core/git/object_name.h"

namespace noclobber::git {
namespace {

/// zlib's answer to the whole file: Z_STREAM_END if nothing is wrong with it.
int inflateAll(std::ifstream &file)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return Z_MEM_ERROR;
    std::array<Bytef, 16384> packed{};
    std::array<Bytef, 16384> unpacked{};
    int code = Z_OK;
    while (code == Z_OK && file) {
        file.read(reinterpret_cast<char *>(packed.data()), packed.size());
        stream.next_in = packed.data();
        stream.avail_in = static_cast<uInt>(file.gcount());
        do {
            stream.next_out = unpacked.data();
            stream.avail_out = unpacked.size();
            code = inflate(&stream, Z_NO_FLUSH);
        } while (code == Z_OK && stream.avail_out == 0);
        if (code == Z_BUF_ERROR)
            code = Z_OK; // it only wants more
    }
    inflateEnd(&stream);
    return code;
}

bool hasItsName(git_odb_object &object, const git_oid &id)
{
    const std::string_view bytes(static_cast<const char *>(git_odb_object_data(&object)), git_odb_object_size(&object));
    return isNamed(toBlobId(id), git_object_type2string(git_odb_object_type(&object)), bytes);
}

bool isCutShort(const std::vector<std::string> &folders, const git_oid &id)
{
    const std::string name = toHex(id);
    return std::ranges::any_of(folders, [&](const std::string &folder) {
        std::ifstream file(folder + '/' + name.substr(0, 2) + '/' + name.substr(2), std::ios::binary);
        return file && inflateAll(file) == Z_OK;
    });
}

} // namespace

std::vector<std::string> objectFolders(const git_repository *repository)
{
    git_buf path = GIT_BUF_INIT;
    std::vector<std::string> folders;
    if (git_repository_item_path(&path, repository, GIT_REPOSITORY_ITEM_OBJECTS) == 0)
        folders.emplace_back(path.ptr);
    git_buf_dispose(&path);
    constexpr std::size_t most = 64; // they may name one another
    for (std::size_t i = 0; i < folders.size(); ++i) {
        const std::filesystem::path folder = folders[i];
        std::ifstream alternates(folder / "info" / "alternates");
        for (std::string line; folders.size() < most && std::getline(alternates, line);) {
            if (!line.empty() && line.front() != '#')
                folders.push_back((folder / line).string());
        }
    }
    return folders;
}

int DiskObjects::read(OdbObjectHandle &object, const git_oid &id) const
{
    const bool isWhole = !isCutShort(folders, id);
    if (isWhole) {
        const int code = fill(object, git_odb_read, database.get(), &id);
        if (code < 0 || hasItsName(*object, id))
            return code;
    }
    git_error_set_str(GIT_ERROR_ODB,
                      (isWhole ? say("its content has another name") : say("its file ends too early")).c_str());
    return GIT_ERROR;
}

int openObjects(DiskObjects &objects, git_repository *repository)
{
    objects.folders = objectFolders(repository);
    if (!objects.folders.empty())
        static_cast<void>(fill(objects.packs, git_odb_backend_pack, objects.folders.front().c_str()));
    return fill(objects.database, git_repository_odb, repository);
}

} // namespace noclobber::git
