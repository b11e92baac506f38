#include "core/index/text_table.h"

#include <cstring>

namespace noclobber::index {
namespace {

std::uint32_t endAt(std::string_view ends, std::size_t place)
{
    std::uint32_t end = 0;
    std::memcpy(&end, ends.data() + place * sizeof end, sizeof end);
    return end;
}

} // namespace

std::string_view textAt(const TextBytes &bytes, std::size_t place)
{
    const std::size_t begin = place == 0 ? 0 : endAt(bytes.ends, place - 1);
    const std::size_t end = endAt(bytes.ends, place);
    return begin <= end && end <= bytes.texts.size() ? bytes.texts.substr(begin, end - begin) : std::string_view();
}

Name NameTable::name(std::size_t place) const
{
    std::atomic<Name> &kept = m_names[place];
    Name name = kept.load(std::memory_order_acquire);
    if (name.empty()) {
        name = Name(text(place));
        kept.store(name, std::memory_order_release);
    }
    return name;
}

std::uint32_t TextCollector::append(std::string_view text)
{
    const auto place = static_cast<std::uint32_t>(m_ends.size() / sizeof(std::uint32_t));
    m_texts += text;
    const auto end = static_cast<std::uint32_t>(m_texts.size());
    m_ends.append(reinterpret_cast<const char *>(&end), sizeof end);
    return place;
}

std::uint32_t TextCollector::placeOf(std::string_view text)
{
    const auto known = m_places.find(text);
    if (known != m_places.end())
        return known->second;
    return m_places.emplace(text, append(text)).first->second;
}

std::uint32_t TextCollector::placeOf(const Name &name)
{
    const auto [place, isNew] = m_namePlaces.try_emplace(name, 0);
    if (isNew)
        place->second = append(name);
    return place->second;
}

} // namespace noclobber::index
