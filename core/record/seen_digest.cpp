#include "core/record/seen_digest.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/argo/content_reader.h"
#include "core/base/say.h"

namespace noclobber::record {

namespace {

constexpr std::size_t blockSize = 64; ///< of SHA-256

std::string padded(const Key &key, std::uint8_t pad)
{
    std::string block(blockSize, static_cast<char>(pad));
    for (std::size_t i = 0; i < key.size(); ++i)
        block[i] = static_cast<char>(key[i] ^ pad);
    return block;
}

std::string_view bytesOf(const Digest &digest)
{
    return {reinterpret_cast<const char *>(digest.bytes.data()), digest.bytes.size()};
}

/// One declaration whose lines are to be read.
struct Slice {
    const argo::Declaration *declaration = nullptr;
    std::size_t object = 0; ///< place in what was asked
    std::size_t place = 0;  ///< among the object's declarations
};

/// What is known of an object besides its texts.
struct Sketch {
    std::string words;
    std::vector<Digest> texts;
};

std::span<const argo::Declaration> declarationsIn(const argo::Inventory &inventory, const argo::ObjectId &id)
{
    const argo::DeclaredObject *object = inventory.find(id);
    return object == nullptr ? std::span<const argo::Declaration>()
                             : std::span(object->declarations.begin(), object->declarations.size());
}

/// Gathers what to read, blob by blob.
class Gathering
{
public:
    std::vector<Slice> slices;
    std::vector<Sketch> sketches;

    void add(const review::Review &review, const argo::ObjectId &id)
    {
        Sketch &sketch = sketches.emplace_back();
        sketch.words = argo::toText(id) + '\n';
        const diff::ObjectChange *change = review.changes.find(id);
        if (change != nullptr) {
            sketch.words += fmt::format("{} {} {}\n", static_cast<int>(change->status), change->isConflicting,
                                        change->flags.contested);
            addSide(change->base, change->baseWinner);
            addSide(change->head, change->headWinner);
        } else {
            addSide(declarationsIn(review.inventories.base, id), std::nullopt);
            addSide(declarationsIn(review.inventories.head, id), std::nullopt);
        }
        if (const blast::AffectedObject *affected = review.radius.find(id))
            sketch.words +=
                fmt::format("{} {}\n", static_cast<int>(affected->effect), static_cast<int>(affected->dataFate));
    }

private:
    void addSide(std::span<const argo::Declaration> declarations, std::optional<std::size_t> winner)
    {
        Sketch &sketch = sketches.back();
        sketch.words += fmt::format("{} {}\n", declarations.size(), winner ? static_cast<int>(*winner) : -1);
        for (const argo::Declaration &declaration : declarations) {
            slices.push_back({&declaration, sketches.size() - 1, sketch.texts.size()});
            sketch.texts.emplace_back();
        }
    }
};

/// A file cut into lines.
class Lines
{
public:
    Lines() = default;
    explicit Lines(std::shared_ptr<const std::string> text) : m_text(std::move(text)), m_starts{0}
    {
        for (std::size_t end = m_text->find('\n'); end != std::string::npos; end = m_text->find('\n', end + 1))
            m_starts.push_back(end + 1);
        m_starts.push_back(m_text->size());
    }

    /// One-based, both included.
    std::string_view between(int first, int last) const
    {
        const std::size_t begin = startOf(first);
        return std::string_view(*m_text).substr(begin, std::max(startOf(last + 1), begin) - begin);
    }

private:
    std::size_t startOf(int line) const
    {
        return m_starts[std::min(static_cast<std::size_t>(std::max(line, 1)), m_starts.size()) - 1];
    }

    std::shared_ptr<const std::string> m_text;
    std::vector<std::size_t> m_starts; ///< of each line, and the end
};

/// Fills in the digests of the texts. Each file is read and cut once.
Result<void> readTexts(Gathering &gathered, const review::Review &review, std::stop_token stop)
{
    auto contents = argo::ContentReader::open(review.comparison);
    std::ranges::sort(gathered.slices, {}, [](const Slice &slice) { return slice.declaration->blob; });
    const git::BlobId *known = nullptr;
    std::optional<Lines> lines;
    for (const Slice &slice : gathered.slices) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, say("Stopped while comparing what was seen."), {}};
        const argo::Declaration &declaration = *slice.declaration;
        if (known == nullptr || *known != declaration.blob) {
            known = &declaration.blob;
            lines.reset();
            if (auto file = contents ? contents->sharedFile(*known) : contents.error(); file)
                lines.emplace(*file);
        }
        const argo::Location &at = declaration.location;
        gathered.sketches[slice.object].texts[slice.place] =
            lines ? sha256(lines->between(at.firstLine, at.lastLine))
                  : sha256(fmt::format("{}:{}:{}", git::toHex(*known), at.document, at.item));
    }
    return {};
}

} // namespace

Digest keyedDigest(const Key &key, std::string_view text)
{
    const Digest inner = sha256(padded(key, 0x36).append(text));
    return sha256(padded(key, 0x5c).append(bytesOf(inner)));
}

Result<std::vector<Digest>> seenDigests(const review::Review &review, std::span<const argo::ObjectId> ids,
                                        const Key &key, std::stop_token stop)
{
    Gathering gathered;
    for (const argo::ObjectId &id : ids)
        gathered.add(review, id);
    const Result<void> read = readTexts(gathered, review, stop);
    if (!read)
        return read.error();
    std::vector<Digest> digests;
    for (Sketch &sketch : gathered.sketches) {
        for (const Digest &text : sketch.texts)
            sketch.words += bytesOf(text);
        digests.push_back(keyedDigest(key, sketch.words));
    }
    return digests;
}

} // namespace noclobber::record
