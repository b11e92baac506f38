#include "core/argo/content_reader.h"

#include <deque>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "core/base/say.h"
#include "core/git/blob_reader.h"
#include "core/kube/manifest.h"
#include "core/yaml/document_index.h"

namespace noclobber::argo {
namespace {

constexpr std::size_t mostFiles = 4;
constexpr std::size_t mostContents = 512;
constexpr std::size_t mostLists = 2; // base's and head's: an item is seldom alone

/// The newest entries of something that is read by key, oldest first out.
template <typename Key, typename Value>
class Recent
{
public:
    explicit Recent(std::size_t most) : m_most(most) {}

    const Value *find(const Key &key) const
    {
        const auto found = m_values.find(key);
        return found == m_values.end() ? nullptr : &found->second;
    }

    const Value &add(const Key &key, Value value)
    {
        if (m_order.size() == m_most) {
            m_values.erase(m_order.front());
            m_order.pop_front();
        }
        m_order.push_back(key);
        return m_values.emplace(key, std::move(value)).first->second;
    }

private:
    std::size_t m_most;
    std::map<Key, Value> m_values;
    std::deque<Key> m_order;
};

} // namespace

namespace {

/// A file, and where its documents stand in it.
struct File {
    File(std::shared_ptr<const std::string> text, yaml::TextFormat format)
        : bytes(std::move(text)), documents(*bytes, format)
    {}

    const std::shared_ptr<const std::string> bytes;
    yaml::DocumentIndex documents;
};

using FileKey = std::pair<git::BlobId, yaml::TextFormat>;
using DocumentKey = std::tuple<git::BlobId, yaml::TextFormat, int>;
using Items = std::map<int, Content>;

} // namespace

struct ContentReader::State {
    Result<std::shared_ptr<const File>> file(const git::BlobId &blob, yaml::TextFormat format);
    Result<Items> items(const Declaration &declaration, yaml::TextFormat format);

    git::BlobReader reader;
    Recent<FileKey, std::shared_ptr<const File>> files{mostFiles};
    Recent<DocumentKey, Content> contents{mostContents}; ///< of documents that are no List
    Recent<DocumentKey, Items> lists{mostLists};
};

Result<std::shared_ptr<const File>> ContentReader::State::file(const git::BlobId &blob, yaml::TextFormat format)
{
    if (const auto *known = files.find({blob, format}))
        return *known;
    auto bytes = reader.readShared(blob, yaml::Limits().bytes);
    if (!bytes)
        return bytes.error();
    return files.add({blob, format}, std::make_shared<const File>(std::move(*bytes), format));
}

Result<Items> ContentReader::State::items(const Declaration &declaration, yaml::TextFormat format)
{
    const auto read = file(declaration.blob, format);
    if (!read)
        return read.error();
    auto document = (*read)->documents.read(declaration.location.document);
    if (!document)
        return Error{document.error().code, document.error().message, toText(declaration.location)};
    Items items;
    for (auto &[item, node] : kube::contentsOf(std::move(document->root)))
        items.emplace(item, std::make_shared<const yaml::Node>(std::move(node)));
    return items;
}

ContentReader::ContentReader(std::unique_ptr<State> state) : m_state(std::move(state))
{}
ContentReader::ContentReader(ContentReader &&) noexcept = default;
ContentReader &ContentReader::operator=(ContentReader &&) noexcept = default;
ContentReader::~ContentReader() = default;

Result<ContentReader> ContentReader::open(const git::Comparison &comparison)
{
    auto reader = git::BlobReader::open(comparison);
    if (!reader)
        return reader.error();
    return ContentReader(std::unique_ptr<State>(new State{std::move(*reader)}));
}

Result<std::string> ContentReader::file(const git::BlobId &blob)
{
    const auto bytes = sharedFile(blob);
    return bytes ? Result<std::string>(**bytes) : Result<std::string>(bytes.error());
}

Result<std::shared_ptr<const std::string>> ContentReader::sharedFile(const git::BlobId &blob)
{
    const auto read = m_state->file(blob, yaml::TextFormat::Yaml);
    if (!read)
        return read.error();
    return (*read)->bytes;
}

Result<Content> ContentReader::content(const Declaration &declaration)
{
    if (declaration.manifest && declaration.manifest->content)
        return declaration.manifest->content;
    const yaml::TextFormat format = yaml::formatOf(declaration.location.path);
    const DocumentKey key(declaration.blob, format, declaration.location.document);
    if (const Content *known = m_state->contents.find(key))
        return *known;
    const Items *items = m_state->lists.find(key);
    std::optional<Result<Items>> read;
    if (items == nullptr) {
        read = m_state->items(declaration, format);
        if (!*read)
            return read->error();
        items = &**read;
        if (declaration.location.item > 0)
            m_state->lists.add(key, *items);
    }
    const auto found = items->find(declaration.location.item);
    if (found == items->end())
        return Error{ErrorCode::Yaml, say("there is no such item"), toText(declaration.location)};
    const Content content = found->second;
    return declaration.location.item > 0 ? content : m_state->contents.add(key, content);
}

} // namespace noclobber::argo
