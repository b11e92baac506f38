#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace noclobber::index {

/// The texts of an index, each by its place: all of them one after the other, and for each where it ends (4 bytes).
struct TextBytes {
    std::string_view ends;
    std::string_view texts;

    std::size_t count() const { return ends.size() / sizeof(std::uint32_t); }
};

/// The text at a place below count(), or "" if the ends make no sense there: never anything outside of `texts`.
std::string_view textAt(const TextBytes &bytes, std::size_t place);

/// Texts as they are collected for an index, each once.
class TextCollector
{
public:
    /// Continues those of an index (which may then hold a text twice: they are not looked at).
    explicit TextCollector(const TextBytes &before) : m_ends(before.ends), m_texts(before.texts) {}

    std::uint32_t placeOf(std::string_view text);

    TextBytes bytes() const { return {m_ends, m_texts}; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    std::string m_ends;
    std::string m_texts;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_places;
};

} // namespace noclobber::index
