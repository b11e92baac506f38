#include "core/git/inflate.h"

#include <algorithm>
#include <limits>

#ifdef NOCLOBBER_LIBDEFLATE
#include <libdeflate.h>
#else
#include <zlib.h>
#endif

namespace noclobber::git {

#ifdef NOCLOBBER_LIBDEFLATE

std::uint32_t checksumOf(std::string_view bytes)
{
    return libdeflate_crc32(0, bytes.data(), bytes.size());
}

/// libdeflate takes half of zlib's time.
struct Inflater::State {
    libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();

    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State() { libdeflate_free_decompressor(decompressor); }

    std::size_t unpack(std::string_view packed, char *bytes, std::size_t size) const
    {
        std::size_t read = 0;
        const bool isSound =
            decompressor != nullptr && libdeflate_zlib_decompress_ex(decompressor, packed.data(), packed.size(), bytes,
                                                                     size, &read, nullptr) == LIBDEFLATE_SUCCESS;
        return isSound ? read : 0;
    }
};

#else

std::uint32_t checksumOf(std::string_view bytes)
{
    return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef *>(bytes.data()), bytes.size()));
}

struct Inflater::State {
    z_stream stream{};
    bool isReady = inflateInit(&stream) == Z_OK;

    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State() { inflateEnd(&stream); }

    std::size_t unpack(std::string_view packed, char *bytes, std::size_t size)
    {
        constexpr std::size_t most = std::numeric_limits<uInt>::max();
        if (!isReady || size > most || inflateReset(&stream) != Z_OK)
            return 0;
        Bytef nothing = 0; // zlib wants some place even for nothing
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
        stream.avail_in = static_cast<uInt>(std::min(packed.size(), most));
        stream.next_out = size == 0 ? &nothing : reinterpret_cast<Bytef *>(bytes);
        stream.avail_out = static_cast<uInt>(std::max<std::size_t>(size, 1));
        const bool isSound = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.total_out == size;
        return isSound ? stream.total_in : 0;
    }
};

#endif

Inflater::Inflater() : m_state(std::make_unique<State>())
{}
Inflater::~Inflater() = default;
Inflater::Inflater(Inflater &&) noexcept = default;
Inflater &Inflater::operator=(Inflater &&) noexcept = default;

std::size_t Inflater::unpack(std::string_view packed, char *bytes, std::size_t size)
{
    return m_state->unpack(packed, bytes, size);
}

} // namespace noclobber::git
