#include "core/argo/blob_scan.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <mutex>
#include <optional>

#include "core/base/parallel_map.h"
#include "core/base/places.h"
#include "core/git/blob_reader.h"
#include "core/git/kept_blobs.h"
#include "core/git/packed_blobs.h"
#include "core/index/manifest_index.h"

namespace noclobber::argo {
namespace {

/// Every blob that is to be read, once, in the order in which the files name them: git stores neighbours together.
class Readings
{
public:
    explicit Readings(CommitScans &scans)
    {
        m_places.reserve(scans.base.files.size());
        all.reserve(scans.head.files.size());
        m_uses.reserve(scans.base.files.size() + scans.head.files.size());
        for (ManifestFile &file : scans.base.files)
            m_uses.push_back({&file, placeOf(file)});
        const std::size_t ofBase = all.size();
        m_isInBoth.resize(ofBase);
        std::size_t before = 0; // both are in walk order
        for (ManifestFile &file : scans.head.files) {
            const auto &old = scans.base.files;
            while (before < old.size() && old[before].path != file.path && walksBefore(old[before].path, file.path))
                ++before;
            const bool isSame = // as it mostly is
                before < old.size() && old[before].path == file.path && old[before].blob == file.blob;
            const std::size_t place = isSame ? m_uses[before].second : placeOf(file);
            m_isInBoth.resize(all.size());
            m_isInBoth[place] = place < ofBase;
            m_uses.push_back({&file, place});
        }
    }

    /// Whether base and head have it: then what it holds did not change, and is seldom looked at again.
    bool isInBoth(std::size_t place) const { return m_isInBoth[place]; }

    void giveToFiles() const
    {
        for (const auto &[file, place] : m_uses)
            file->manifests = all[place].manifests;
    }

    std::vector<index::Reading> all;

private:
    struct Hash {
        std::size_t operator()(const index::BlobKey &key) const
        {
            return std::hash<git::BlobId>()(key.blob) ^ static_cast<std::size_t>(key.format);
        }
    };

    std::size_t placeOf(const ManifestFile &file)
    {
        const index::BlobKey key{file.blob, yaml::formatOf(file.path)};
        const auto [place, isNew] = m_places.add(key, static_cast<std::uint32_t>(all.size()));
        if (isNew)
            all.push_back({key});
        return place;
    }

    Places<index::BlobKey, Hash> m_places;
    std::vector<std::pair<ManifestFile *, std::size_t>> m_uses; ///< base's files, then head's
    std::vector<bool> m_isInBoth;
};

std::shared_ptr<const kube::FileManifests> unreadable(const Error &error)
{
    kube::FileManifests none;
    none.problems.push_back({0, error.message});
    none.argoWouldReportFailure = true;
    return std::make_shared<const kube::FileManifests>(std::move(none));
}

/// Reads, in parallel, the blobs of which nothing is known yet.
class BlobScan
{
public:
    BlobScan(const git::Comparison &comparison, const ReadingOptions &options, Readings &readings)
        : m_comparison(comparison), m_options(options), m_readings(readings)
    {}

    Result<void> run(const std::stop_token &stop)
    {
        for (std::size_t i = 0; i < m_readings.all.size(); ++i) {
            if (!m_readings.all[i].manifests || !isStored(m_readings.all[i]))
                m_work.push_back(i);
        }
        m_done = m_readings.all.size() - m_work.size();
        if (m_options.progress)
            m_options.progress(m_done, m_readings.all.size());
        readPacked(stop);
        if (!m_work.empty())
            parallelFor(
                m_work.size(), m_options.jobs, stop, [&] { return git::BlobReader::open(m_comparison); },
                [&](Result<git::BlobReader> &reader, std::size_t place) { read(reader, m_work[place]); });
        if (m_error)
            return *m_error;
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "stopped", ""};
        return {};
    }

private:
    /// Reads most of the work, and leaves the rest.
    void readPacked(const std::stop_token &stop)
    {
        std::vector<std::size_t> places;
        std::ranges::copy_if(m_work, std::back_inserter(places),
                             [this](std::size_t place) { return isStored(m_readings.all[place]); });
        for (std::size_t i = 0; i < m_readings.all.size() && m_comparison.keptBlobs; ++i) {
            if (m_readings.all[i].origin == index::Origin::Index && !m_readings.isInBoth(i))
                places.push_back(i);
        }
        std::vector<git::BlobId> wanted;
        wanted.reserve(places.size());
        for (const std::size_t place : places)
            wanted.push_back(m_readings.all[place].key.blob);
        const git::PackedBlobs packed(m_comparison, wanted, yaml::Limits().bytes);
        const git::PackedBlobs::Visit visit = [&](std::size_t place, std::string_view bytes) {
            if (m_readings.all[places[place]].manifests)
                keep(places[place], bytes);
            else
                take(places[place], bytes);
        };
        parallelFor(
            packed.families(), m_options.jobs, stop, [] { return 0; },
            [&](int, std::size_t family) { packed.visit(family, visit, stop); }, 1);
        std::erase_if(m_work, [this](std::size_t place) {
            return m_readings.all[place].manifests && isStored(m_readings.all[place]);
        });
    }

    void read(const Result<git::BlobReader> &reader, std::size_t place)
    {
        if (!reader)
            return fail(reader.error());
        index::Reading &reading = m_readings.all[place];
        const auto blob = reader->open(reading.key.blob, yaml::Limits().bytes);
        if (blob)
            return take(place, blob->bytes);
        if (blob.error().code != ErrorCode::Io)
            return fail(blob.error());
        reading.origin = index::Origin::Unkept;
        reading.manifests = unreadable(blob.error()); // too large: a problem of the change, not of our work
        tellDone();
    }

    void take(std::size_t place, std::string_view bytes)
    {
        index::Reading &reading = m_readings.all[place];
        reading.origin = isStored(reading) ? index::Origin::Blob : index::Origin::Unkept;
        reading.manifests = std::make_shared<const kube::FileManifests>(kube::readManifests(bytes, reading.key.format));
        keep(place, bytes);
        tellDone();
    }

    /// Keeps what the change touches: the diff looks at it next.
    void keep(std::size_t place, std::string_view bytes)
    {
        const index::Reading &reading = m_readings.all[place];
        if (m_comparison.keptBlobs && isStored(reading) && !m_readings.isInBoth(place))
            m_comparison.keptBlobs->keep(reading.key.blob, std::string(bytes));
    }

    void tellDone()
    {
        const std::size_t done = ++m_done;
        if (m_options.progress && (done % 256 == 0 || done == m_readings.all.size()))
            m_options.progress(done, m_readings.all.size());
    }

    /// Whether the repository has it, so that anybody finds the same bytes by its name. (Else they are only in memory.)
    bool isStored(const index::Reading &reading) const { return !m_comparison.mergedBlobs.contains(reading.key.blob); }

    void fail(const Error &error)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_error)
            m_error = error;
    }

    const git::Comparison &m_comparison;
    const ReadingOptions &m_options;
    Readings &m_readings;
    std::vector<std::size_t> m_work; ///< places of readings
    std::atomic<std::size_t> m_done{0};
    std::mutex m_mutex;
    std::optional<Error> m_error;
};

} // namespace

Result<void> readBlobs(const git::Comparison &comparison, const ReadingOptions &options, CommitScans &scans,
                       std::stop_token stop)
{
    Readings readings(scans);
    std::optional<index::ManifestIndex> index;
    if (options.indexFolder) {
        index = index::ManifestIndex::open({*options.indexFolder, comparison.place.gitDirectory});
        index->find(readings.all, options.jobs);
    }
    if (auto read = BlobScan(comparison, options, readings).run(stop); !read)
        return read;
    if (index)
        (void)index->save(readings.all); // what cannot be kept is read again next time
    readings.giveToFiles();
    return {};
}

} // namespace noclobber::argo
