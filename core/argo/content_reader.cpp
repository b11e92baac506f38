#include "core/argo/content_reader.h"

#include <deque>
#include <map>
#include <tuple>

#include "core/git/blob_reader.h"
#include "core/kube/manifest.h"

namespace noclobber::argo {
namespace {

constexpr std::size_t mostFiles = 4;
constexpr std::size_t mostContents = 512;

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

struct ContentReader::State {
    git::BlobReader reader;
    Recent<git::BlobId, std::string> files{mostFiles};
    Recent<std::tuple<git::BlobId, yaml::TextFormat, int, int>, Content> contents{mostContents};
};

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
    if (const std::string *known = m_state->files.find(blob))
        return *known;
    auto bytes = m_state->reader.read(blob, yaml::Limits().bytes);
    if (!bytes)
        return bytes.error();
    return m_state->files.add(blob, std::move(*bytes));
}

Result<Content> ContentReader::content(const Declaration &declaration)
{
    const yaml::TextFormat format = yaml::formatOf(declaration.location.path);
    const std::tuple key(declaration.blob, format, declaration.location.document, declaration.location.item);
    if (const Content *known = m_state->contents.find(key))
        return *known;
    const auto bytes = file(declaration.blob);
    if (!bytes)
        return bytes.error();
    auto node = kube::readContent(*bytes, format, declaration.location.document, declaration.location.item);
    if (!node)
        return Error{node.error().code, node.error().message, toText(declaration.location)};
    return m_state->contents.add(key, std::make_shared<const yaml::Node>(std::move(*node)));
}

} // namespace noclobber::argo
