#include "core/index/manifest_index.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "core/base/catalogue.h"
#include "core/base/digest.h"
#include "core/base/parallel_map.h"
#include "core/index/record_reader.h"
#include "core/index/record_writer.h"

namespace noclobber::index {
namespace {

/// Below this size an index may hold however much that a review does not use.
constexpr std::size_t smallIndex = 16U << 20U;

/// Fills in readings from an index.
class Decoder
{
public:
    Decoder(const IndexParts &parts, std::span<Reading> readings)
        : m_parts(parts), m_names(parts.texts), m_readings(readings)
    {}

    /// Whether all that was found made sense.
    bool run(unsigned jobs)
    {
        parallelFor(
            m_readings.size(), jobs, {}, [] { return 0; },
            [this](int, std::size_t number) { decode(m_readings[number]); });
        return !m_isBroken && m_used <= m_parts.records.size(); // more: one record stands for several blobs
    }

private:
    void decode(Reading &reading)
    {
        const auto place = m_isBroken ? std::nullopt : m_parts.keys.find(reading.key);
        if (!place)
            return;
        const std::string_view record = m_parts.records.substr(std::min(*place, m_parts.records.size()));
        RecordReader reader(record, m_names);
        reading.manifests = std::make_shared<const kube::FileManifests>(reader.read());
        reading.origin = Origin::Index;
        m_used += record.size() - reader.bytesLeft();
        if (!reader.isWhole())
            m_isBroken = true;
    }

    const IndexParts &m_parts;
    NameTable m_names;
    std::span<Reading> m_readings;
    std::atomic<bool> m_isBroken{false};
    std::atomic<std::size_t> m_used{0};
};

/// The file for a repository, whatever way its folder is named. What could not be read is kept in words, so each
/// language has a file of its own.
std::string fileOf(const std::string &repository)
{
    std::error_code failed;
    const auto real = std::filesystem::canonical(repository, failed);
    const std::string place = failed ? repository : real.string();
    return toHex(sha256(place)).substr(0, 32) + std::string(spokenLanguage()) + ".index";
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
        if (reading.origin == Origin::Blob || (isAll && reading.origin == Origin::Index))
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

void ManifestIndex::find(std::span<Reading> readings, unsigned jobs)
{
    if (Decoder(m_parts, readings).run(jobs))
        return;
    m_parts = {};
    for (Reading &reading : readings)
        reading = {reading.key};
}

Result<void> ManifestIndex::save(std::span<const Reading> readings) const
{
    if (std::ranges::find(readings, Origin::Blob, &Reading::origin) == readings.end())
        return {};
    const auto used = static_cast<std::size_t>(std::ranges::count(readings, Origin::Index, &Reading::origin));
    const std::size_t others = m_parts.keys.count() - used;
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
