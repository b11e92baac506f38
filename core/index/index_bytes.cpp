#include "core/index/index_bytes.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>
#include <type_traits>

#include "core/index/checksum.h"
#include "core/kube/reader_version.h"
#include "core/yaml/reader.h"

namespace noclobber::index {
namespace {

/// To be raised when a file of the old form would be misread.
constexpr std::uint32_t formatVersion = 1;

/// What a file begins with. In the byte order of the machine: a file of another one is no file of ours.
struct Header {
    std::array<char, 8> magic{'n', 'o', 'c', 'l', 'o', 'b', 'i', 'x'};
    std::uint64_t checksum = 0; ///< of all that follows it
    std::uint32_t byteOrder = 0x01020304;
    std::uint32_t wordSize = sizeof(void *);
    std::uint32_t version = formatVersion;
    std::uint32_t reader = 0;
    std::array<std::uint8_t, 32> readerVersion{};
    std::array<std::uint64_t, 4> sizes{}; ///< of keys, records, ends of texts, texts, in bytes; nothing else follows

    auto operator<=>(const Header &) const = default;
};
static_assert(std::has_unique_object_representations_v<Header> && sizeof(Header) == 96);

constexpr std::size_t firstChecked = offsetof(Header, byteOrder);

/// Ids are spread evenly: with one bucket for each first 16 bits, few keys share one.
constexpr std::size_t buckets = 1U << 16U;

std::size_t bucketOf(std::uint8_t first, std::uint8_t second)
{
    return std::size_t{first} << 8U | second;
}

Header expectedHeader()
{
    Header header;
    header.reader = static_cast<std::uint32_t>(yaml::readerInUse());
    header.readerVersion = kube::readerVersion().bytes;
    return header;
}

void append(std::string &bytes, const KeyPlace &key)
{
    bytes.append(reinterpret_cast<const char *>(key.key.blob.bytes.data()), key.key.blob.bytes.size());
    const std::uint32_t packed = key.place << 1U | (key.key.format == yaml::TextFormat::Json ? 1U : 0U);
    bytes.append(reinterpret_cast<const char *>(&packed), sizeof packed);
}

} // namespace

KeyTable::KeyTable(std::string_view bytes) : m_bytes(bytes)
{
    if (bytes.empty())
        return;
    m_begins.resize(buckets + 1);
    for (std::size_t at = 0; at < bytes.size(); at += entrySize)
        ++m_begins[bucketOf(static_cast<unsigned char>(bytes[at]), static_cast<unsigned char>(bytes[at + 1])) + 1];
    std::partial_sum(m_begins.begin(), m_begins.end(), m_begins.begin());
}

KeyPlace KeyTable::at(std::size_t number) const
{
    KeyPlace entry;
    const char *bytes = m_bytes.data() + number * entrySize;
    std::memcpy(entry.key.blob.bytes.data(), bytes, entry.key.blob.bytes.size());
    std::uint32_t packed = 0;
    std::memcpy(&packed, bytes + entry.key.blob.bytes.size(), sizeof packed);
    entry.key.format = (packed & 1U) != 0 ? yaml::TextFormat::Json : yaml::TextFormat::Yaml;
    entry.place = packed >> 1U;
    return entry;
}

std::optional<std::size_t> KeyTable::find(const BlobKey &key) const
{
    if (m_begins.empty())
        return {};
    const std::size_t bucket = bucketOf(key.blob.bytes[0], key.blob.bytes[1]);
    std::size_t begin = m_begins[bucket];
    std::size_t end = m_begins[bucket + 1];
    while (begin < end) {
        const std::size_t middle = std::midpoint(begin, end);
        const KeyPlace entry = at(middle);
        if (entry.key == key)
            return entry.place;
        (entry.key < key ? begin : end) = entry.key < key ? middle + 1 : middle;
    }
    return {};
}

std::optional<IndexParts> openIndex(std::string_view bytes)
{
    Header header;
    if (bytes.size() < sizeof header)
        return {};
    std::memcpy(&header, bytes.data(), sizeof header);
    Header expected = expectedHeader();
    expected.checksum = header.checksum;
    expected.sizes = header.sizes;
    if (header != expected || header.checksum != checksum(bytes.substr(firstChecked)))
        return {};
    std::string_view rest = bytes.substr(sizeof header);
    std::array<std::string_view, 4> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (header.sizes[i] > rest.size())
            return {};
        parts[i] = rest.substr(0, header.sizes[i]);
        rest.remove_prefix(header.sizes[i]);
    }
    if (!rest.empty() || parts[0].size() % KeyTable::entrySize != 0 || parts[2].size() % sizeof(std::uint32_t) != 0)
        return {};
    return IndexParts{KeyTable(parts[0]), parts[1], {parts[2], parts[3]}};
}

std::string writeIndex(std::vector<KeyPlace> keys, std::string_view records, const TextBytes &texts)
{
    std::ranges::sort(keys);
    Header header = expectedHeader();
    header.sizes = {keys.size() * KeyTable::entrySize, records.size(), texts.ends.size(), texts.texts.size()};
    std::string bytes;
    bytes.reserve(std::accumulate(header.sizes.begin(), header.sizes.end(), sizeof header));
    bytes.append(reinterpret_cast<const char *>(&header), sizeof header);
    for (const KeyPlace &key : keys)
        append(bytes, key);
    bytes += records;
    bytes += texts.ends;
    bytes += texts.texts;
    header.checksum = checksum(std::string_view(bytes).substr(firstChecked));
    std::memcpy(bytes.data() + offsetof(Header, checksum), &header.checksum, sizeof header.checksum);
    return bytes;
}

} // namespace noclobber::index
