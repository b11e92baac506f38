#include "core/index/manifest_index.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "core/base/digest.h"
#include "core/base/parallel_map.h"
#include "core/index/record_reader.h"
#include "core/index/record_writer.h"

namespace noclobber::index {
namespace {

/// Below this size an index may hold however much that a review does not use.
constexpr std::size_t smallIndex = 16U << 20U;

/// Decodes the records of keys.
class Decoder
{
public:
    Decoder(const IndexParts &parts, std::span<const BlobKey> keys, std::vector<ManifestsPtr> &found)
        : m_parts(parts), m_keys(keys), m_found(found)
    {}

    /// Whether all that was found made sense.
    bool run(unsigned jobs)
    {
        constexpr std::size_t chunk = 256;
        parallelFor(
            (m_keys.size() + chunk - 1) / chunk, jobs, {}, [] { return 0; },
            [&](int, std::size_t number) { decode(number * chunk, std::min(m_keys.size(), (number + 1) * chunk)); });
        return !m_isBroken && m_used <= m_parts.records.size(); // more: one record stands for several blobs
    }

private:
    void decode(std::size_t begin, std::size_t end)
    {
        std::size_t used = 0;
        std::size_t at = 0;
        for (std::size_t i = begin; i < end && !m_isBroken; ++i) {
            at = m_parts.keys.firstFrom(at, m_keys[i]);
            if (at >= m_parts.keys.count())
                break;
            const KeyPlace entry = m_parts.keys.at(at);
            if (entry.key != m_keys[i])
                continue;
            const std::string_view record =
                m_parts.records.substr(std::min<std::size_t>(entry.place, m_parts.records.size()));
            RecordReader reader(record, m_parts.texts);
            m_found[i] = std::make_shared<const kube::FileManifests>(reader.read());
            used += record.size() - reader.bytesLeft();
            if (!reader.isWhole())
                m_isBroken = true;
        }
        m_used += used;
    }

    const IndexParts &m_parts;
    std::span<const BlobKey> m_keys;
    std::vector<ManifestsPtr> &m_found;
    std::atomic<bool> m_isBroken{false};
    std::atomic<std::size_t> m_used{0};
};

/// The file for a repository, whatever way its folder is named.
std::string fileOf(const std::string &repository)
{
    std::error_code failed;
    const auto real = std::filesystem::canonical(repository, failed);
    return toHex(sha256(failed ? repository : real.string())).substr(0, 32) + ".index";
}

/// An index as it grows.
struct Draft {
    std::vector<KeyPlace> keys;
    std::string records;
    TextCollector texts;

    explicit Draft(const IndexParts &before) : records(before.records), texts(before.texts)
    {
        keys.reserve(before.keys.count());
        for (std::size_t i = 0; i < before.keys.count(); ++i)
            keys.push_back(before.keys.at(i));
    }

    void add(const Reading &reading)
    {
        keys.push_back({reading.key, static_cast<std::uint32_t>(records.size())});
        RecordWriter(records, texts).write(*reading.manifests);
    }

    std::size_t size() const
    {
        return keys.size() * KeyTable::entrySize + records.size() + texts.bytes().ends.size() +
               texts.bytes().texts.size();
    }
};

/// What was before, with what is new; of nothing, all that was read. Nothing if it becomes too large.
std::optional<Draft> draftOf(const IndexParts &before, std::span<const Reading> readings, std::size_t mostBytes)
{
    Draft draft(before);
    const bool isAll = draft.keys.empty();
    for (const Reading &reading : readings) {
        if (reading.isNew || isAll)
            draft.add(reading);
        if (draft.size() > mostBytes)
            return {};
    }
    return draft;
}

} // namespace

std::optional<std::string> userFolder()
{
    const auto absolute = [](const char *name) -> std::optional<std::filesystem::path> {
        const char *value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): nobody sets it
        if (value == nullptr || *value != '/')
            return {};
        return value;
    };
    const auto home = absolute("HOME");
    auto caches = absolute("XDG_CACHE_HOME");
    if (!caches && home)
        caches = *home / ".cache";
    if (!caches)
        return {};
    return (*caches / "noclobber" / "index").string();
}

ManifestIndex ManifestIndex::open(IndexPlace place)
{
    ManifestIndex index(std::move(place));
    const auto folder = PrivateFolder::open(index.m_place.folder);
    if (!folder)
        return index;
    auto bytes = folder->read(fileOf(index.m_place.repository), index.m_place.mostBytes);
    if (!bytes || !*bytes)
        return index;
    index.m_bytes = std::make_unique<const std::string>(std::move(**bytes));
    index.m_parts = openIndex(*index.m_bytes).value_or(IndexParts());
    return index;
}

std::vector<ManifestsPtr> ManifestIndex::find(std::span<const BlobKey> keys, unsigned jobs)
{
    std::vector<ManifestsPtr> found(keys.size());
    if (!Decoder(m_parts, keys, found).run(jobs)) {
        m_parts = {};
        std::ranges::fill(found, nullptr);
    }
    return found;
}

Result<void> ManifestIndex::save(std::span<const Reading> readings) const
{
    const auto fresh = static_cast<std::size_t>(std::ranges::count(readings, true, &Reading::isNew));
    if (fresh == 0)
        return {};
    const std::size_t others = m_parts.keys.count() - (readings.size() - fresh);
    std::optional<Draft> draft;
    if (others <= readings.size() || m_bytes->size() <= smallIndex)
        draft = draftOf(m_parts, readings, m_place.mostBytes);
    if (!draft)
        draft = draftOf({}, readings, m_place.mostBytes);
    if (!draft)
        return Error{ErrorCode::Io, "the index would become too large", m_place.folder};
    const auto folder = PrivateFolder::make(m_place.folder);
    if (!folder)
        return folder.error();
    const std::string file = fileOf(m_place.repository);
    const std::string bytes = writeIndex(std::move(draft->keys), draft->records, draft->texts.bytes());
    if (auto written = folder->replace(file, bytes); !written)
        return written;
    folder->keepWithin(m_place.mostBytes, file);
    return {};
}

} // namespace noclobber::index
