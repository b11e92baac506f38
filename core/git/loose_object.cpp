#include "core/git/loose_object.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <zlib.h>
#if __has_include(<git2/sys/errors.h>)
#include <git2/sys/errors.h> // where later versions have git_error_set_str
#endif

#include "core/git/library.h"

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

} // namespace

bool isCutShort(const std::vector<std::string> &folders, const git_oid &id)
{
    const std::string name = toHex(id);
    return std::ranges::any_of(folders, [&](const std::string &folder) {
        std::ifstream file(folder + '/' + name.substr(0, 2) + '/' + name.substr(2), std::ios::binary);
        return file && inflateAll(file) == Z_OK;
    });
}

int cutShortError()
{
    git_error_set_str(GIT_ERROR_ZLIB, "its file ends too early");
    return GIT_ERROR;
}

} // namespace noclobber::git
