#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

// a test takes the way of other processors
#if defined(__SSE2__) && !defined(NOCLOBBER_NO_SSE2)
#define NOCLOBBER_SSE2 1
#include <emmintrin.h>
#else
#define NOCLOBBER_SSE2 0
#endif

namespace noclobber::yaml {

/// Passes over a text once, many bytes at a time, and gives the places where a reader of block-style YAML has to look:
/// each line feed, each blank behind a `:`, and each `#` behind a blank. Looks at every character on the way: only
/// those that all readers of YAML take alike may occur.
class TextMarks
{
public:
    /// The text ends with a line feed, has less than 4 GiB, and outlives this.
    explicit TextMarks(std::string_view text) : m_text(text) {}

    /// The next place, or the text's size at the end.
    std::uint32_t next()
    {
        if (m_next == m_count)
            refill();
        return m_places[m_next++];
    }

    /// Whether a character was met that YAML forbids or that readers take differently: controls, malformed UTF-8, a
    /// carriage return or another unusual line break, a byte order mark.
    bool hasOddCharacter() const { return m_isOdd; }

    /// Whether a tab stands in [begin, end), which lies before the place last given.
    bool hasTab(std::size_t begin, std::size_t end) const
    {
        return mayHaveTab(begin) && m_text.substr(begin, end - begin).find('\t') != std::string_view::npos;
    }

    /// The same, but true also for some tabs behind the end.
    bool mayHaveTab(std::size_t begin) const { return m_lastTab > begin; }

private:
    static constexpr std::size_t window = 4096;

    void refill();
    void scanTo(std::size_t end);
    void scanCopy(std::size_t end);
    void lookAt(std::size_t offset);

    std::string_view m_text;
    std::size_t m_scanned = 0;
    std::size_t m_next = 0;
    std::size_t m_count = 0;
    std::size_t m_lastTab = 0;   ///< behind the last tab seen
    std::size_t m_checkedTo = 0; ///< end of the last character of several bytes that was looked at
    bool m_isOdd = false;
    std::array<std::uint32_t, window + 2 * 64> m_places; ///< with room to write a block's places in groups
};

/// How many blanks stand at an offset.
inline std::size_t blanksAt(std::string_view text, std::size_t offset)
{
    std::size_t at = offset;
#if NOCLOBBER_SSE2
    const __m128i blank = _mm_set1_epi8(' ');
    for (; at + 16 <= text.size(); at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text.data() + at));
        const auto others = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, blank))) ^ 0xFFFFU;
        if (others != 0)
            return at + static_cast<std::size_t>(std::countr_zero(others)) - offset;
    }
#endif
    while (at < text.size() && text[at] == ' ')
        ++at;
    return at - offset;
}

/// Offset of the first `"` or `\` from an offset on, or the text's size.
std::size_t findQuoteOrEscape(std::string_view text, std::size_t from);

/// Offset of the first byte from an offset on that may begin an unusual line break (a carriage return, 0xC2, 0xE2), or
/// the text's size.
std::size_t findBreakLike(std::string_view text, std::size_t from);

/// How many line feeds there are.
std::size_t countLines(std::string_view text);

/// Where the first line from the begin of a line on that begins with `---` begins, or the text's size.
std::size_t findSeparatorLine(std::string_view text, std::size_t from);

} // namespace noclobber::yaml
