#include "core/yaml/text_marks.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/yaml/text_check.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace noclobber::yaml {

namespace {

constexpr std::size_t blockSize = 64;

/// Which of 64 bytes are what, one bit each.
struct BlockBits {
    std::uint64_t lineFeed = 0;
    std::uint64_t colon = 0;
    std::uint64_t blank = 0;
    std::uint64_t hash = 0;
    std::uint64_t odd = 0; ///< other than printable ASCII and the line feed
};

#if defined(__SSE2__)

std::uint64_t bitsOf(__m128i matches, unsigned part)
{
    return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(matches))) << (16U * part);
}

BlockBits bitsOfBlock(const char *block)
{
    const __m128i lineFeed = _mm_set1_epi8('\n');
    const __m128i colon = _mm_set1_epi8(':');
    const __m128i blank = _mm_set1_epi8(' ');
    const __m128i hash = _mm_set1_epi8('#');
    const __m128i last = _mm_set1_epi8('\x7F');
    BlockBits bits;
    for (unsigned part = 0; part < 4; ++part) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(block + 16U * part));
        const __m128i isLineFeed = _mm_cmpeq_epi8(bytes, lineFeed);
        // as signed bytes, all beyond ASCII lie below the blank too
        const __m128i isOutside = _mm_or_si128(_mm_cmplt_epi8(bytes, blank), _mm_cmpeq_epi8(bytes, last));
        bits.lineFeed |= bitsOf(isLineFeed, part);
        bits.colon |= bitsOf(_mm_cmpeq_epi8(bytes, colon), part);
        bits.blank |= bitsOf(_mm_cmpeq_epi8(bytes, blank), part);
        bits.hash |= bitsOf(_mm_cmpeq_epi8(bytes, hash), part);
        bits.odd |= bitsOf(_mm_andnot_si128(isLineFeed, isOutside), part);
    }
    return bits;
}

#else

BlockBits bitsOfBlock(const char *block)
{
    BlockBits bits;
    for (std::size_t i = 0; i < blockSize; ++i) {
        const auto byte = static_cast<unsigned char>(block[i]);
        const std::uint64_t bit = std::uint64_t{1} << i;
        bits.lineFeed |= byte == '\n' ? bit : 0;
        bits.colon |= byte == ':' ? bit : 0;
        bits.blank |= byte == ' ' ? bit : 0;
        bits.hash |= byte == '#' ? bit : 0;
        bits.odd |= byte != '\n' && (byte < 0x20 || byte > 0x7E) ? bit : 0;
    }
    return bits;
}

#endif

} // namespace

void TextMarks::scanBlock(const char *block, std::size_t begin)
{
    const BlockBits bits = bitsOfBlock(block);
    const std::uint64_t behindColon = bits.colon << 1U | m_afterColon;
    const std::uint64_t behindBlank = bits.blank << 1U | m_afterBlank;
    m_afterColon = bits.colon >> 63U;
    m_afterBlank = bits.blank >> 63U;
    for (std::uint64_t odd = bits.odd; odd != 0; odd &= odd - 1)
        lookAt(begin + static_cast<std::size_t>(std::countr_zero(odd)));
    std::uint64_t places = bits.lineFeed | (bits.blank & behindColon) | (bits.hash & behindBlank);
    for (; places != 0; places &= places - 1)
        m_places[m_count++] = static_cast<std::uint32_t>(begin + static_cast<std::size_t>(std::countr_zero(places)));
}

/// Looks at a byte that is no printable ASCII.
void TextMarks::lookAt(std::size_t offset)
{
    if (offset < m_checkedTo)
        return;
    if (m_text[offset] == '\t') {
        m_lastTab = offset + 1;
        return;
    }
    const std::size_t size = plainCharacterSize(m_text, offset);
    m_checkedTo = offset + size;
    m_isOdd = m_isOdd || size == 0;
}

void TextMarks::refill()
{
    m_next = 0;
    m_count = 0;
    while (m_count == 0 && m_scanned < m_text.size()) {
        const std::size_t end = std::min(m_scanned + window, m_text.size());
        for (; m_scanned + blockSize <= end; m_scanned += blockSize)
            scanBlock(m_text.data() + m_scanned, m_scanned);
        if (m_scanned < end) {
            std::array<char, blockSize> last;
            last.fill(' ');
            std::memcpy(last.data(), m_text.data() + m_scanned, end - m_scanned);
            scanBlock(last.data(), m_scanned);
            m_scanned = end;
        }
    }
    if (m_count == 0)
        m_places[m_count++] = static_cast<std::uint32_t>(m_text.size());
}

std::size_t findQuoteOrEscape(std::string_view text, std::size_t from)
{
    std::size_t at = from;
#if defined(__SSE2__)
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i escape = _mm_set1_epi8('\\');
    for (; at + 16 <= text.size(); at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text.data() + at));
        const __m128i isEither = _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, escape));
        const auto found = static_cast<unsigned>(_mm_movemask_epi8(isEither));
        if (found != 0)
            return at + static_cast<std::size_t>(std::countr_zero(found));
    }
#endif
    while (at < text.size() && text[at] != '"' && text[at] != '\\')
        ++at;
    return at;
}

std::size_t findBreakLike(std::string_view text, std::size_t from)
{
    std::size_t at = from;
#if defined(__SSE2__)
    const __m128i carriageReturn = _mm_set1_epi8('\r');
    const __m128i latin = _mm_set1_epi8('\xC2');
    const __m128i punctuation = _mm_set1_epi8('\xE2');
    for (; at + 16 <= text.size(); at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text.data() + at));
        const __m128i isLead = _mm_or_si128(_mm_cmpeq_epi8(bytes, latin), _mm_cmpeq_epi8(bytes, punctuation));
        const __m128i isAny = _mm_or_si128(_mm_cmpeq_epi8(bytes, carriageReturn), isLead);
        const auto found = static_cast<unsigned>(_mm_movemask_epi8(isAny));
        if (found != 0)
            return at + static_cast<std::size_t>(std::countr_zero(found));
    }
#endif
    while (at < text.size() && text[at] != '\r' && text[at] != '\xC2' && text[at] != '\xE2')
        ++at;
    return at;
}

std::size_t countLines(std::string_view text)
{
    std::size_t count = 0;
    std::size_t at = 0;
#if defined(__SSE2__)
    const __m128i lineFeed = _mm_set1_epi8('\n');
    while (at + 16 <= text.size()) {
        // a byte of `found` counts to 255 at most
        const std::size_t end = std::min(text.size() - 15, at + std::size_t{255} * 16);
        __m128i found = _mm_setzero_si128();
        for (; at < end; at += 16) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text.data() + at));
            found = _mm_sub_epi8(found, _mm_cmpeq_epi8(bytes, lineFeed));
        }
        const __m128i sums = _mm_sad_epu8(found, _mm_setzero_si128());
        count += static_cast<std::size_t>(_mm_cvtsi128_si64(sums)) +
                 static_cast<std::size_t>(_mm_cvtsi128_si64(_mm_srli_si128(sums, 8)));
    }
#endif
    return count +
           static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), '\n'));
}

std::size_t findSeparatorLine(std::string_view text, std::size_t from)
{
    constexpr std::string_view separator = "---";
    if (text.substr(from).starts_with(separator))
        return from;
    std::size_t at = from;
#if defined(__SSE2__)
    const __m128i lineFeed = _mm_set1_epi8('\n');
    const __m128i dash = _mm_set1_epi8('-');
    const auto load = [&](std::size_t offset) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i *>(text.data() + offset));
    };
    for (; at + 19 <= text.size(); at += 16) {
        const __m128i begins = _mm_and_si128(_mm_cmpeq_epi8(load(at), lineFeed), _mm_cmpeq_epi8(load(at + 1), dash));
        auto places = static_cast<unsigned>(_mm_movemask_epi8(begins));
        for (; places != 0; places &= places - 1) {
            const std::size_t line = at + static_cast<std::size_t>(std::countr_zero(places)) + 1;
            if (text.compare(line, separator.size(), separator) == 0)
                return line;
        }
    }
#endif
    const std::size_t found = text.find("\n---", at);
    return found == std::string_view::npos ? text.size() : found + 1;
}

} // namespace noclobber::yaml
