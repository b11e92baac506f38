#include "core/yaml/text_marks.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/yaml/text_check.h"

// compiled in, and used where the processor has it
#if NOCLOBBER_SSE2 && defined(__GNUC__) && !defined(NOCLOBBER_NO_AVX2)
#define NOCLOBBER_AVX2 1
#include <immintrin.h>
#else
#define NOCLOBBER_AVX2 0
#endif

namespace noclobber::yaml {

namespace {

constexpr std::size_t blockSize = 64;

/// Which of 64 bytes are what, one bit each.
struct BlockBits {
    std::uint64_t places = 0; ///< line feeds, blanks behind a colon, hashes behind a blank
    std::uint64_t odd = 0;    ///< other than printable ASCII and the line feed
};

#if NOCLOBBER_SSE2

/// 64 bytes.
struct Vectors {
    __m128i parts[4];
};

std::uint64_t bitsOf(const Vectors &matches)
{
    std::uint64_t bits = 0;
    for (unsigned part = 0; part < 4; ++part)
        bits |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(matches.parts[part])))
                << (16U * part);
    return bits;
}

__m128i anyOf(const Vectors &matches)
{
    return _mm_or_si128(_mm_or_si128(matches.parts[0], matches.parts[1]),
                        _mm_or_si128(matches.parts[2], matches.parts[3]));
}

__m128i loadAt(const char *begin)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(begin));
}

/// The byte before the block can be read too.
BlockBits bitsOfBlock(const char *block)
{
    const __m128i lineFeed = _mm_set1_epi8('\n');
    const __m128i colon = _mm_set1_epi8(':');
    const __m128i blank = _mm_set1_epi8(' ');
    const __m128i hash = _mm_set1_epi8('#');
    const __m128i last = _mm_set1_epi8('\x7F');
    Vectors places;
    Vectors odd;
    for (unsigned part = 0; part < 4; ++part) {
        const __m128i bytes = loadAt(block + 16U * part);
        const __m128i before = loadAt(block + 16U * part - 1);
        const __m128i isLineFeed = _mm_cmpeq_epi8(bytes, lineFeed);
        const __m128i isBehindColon = _mm_and_si128(_mm_cmpeq_epi8(bytes, blank), _mm_cmpeq_epi8(before, colon));
        const __m128i isComment = _mm_and_si128(_mm_cmpeq_epi8(bytes, hash), _mm_cmpeq_epi8(before, blank));
        // as signed bytes, all beyond ASCII lie below the blank too
        const __m128i isOutside = _mm_or_si128(_mm_cmplt_epi8(bytes, blank), _mm_cmpeq_epi8(bytes, last));
        places.parts[part] = _mm_or_si128(isLineFeed, _mm_or_si128(isBehindColon, isComment));
        odd.parts[part] = _mm_andnot_si128(isLineFeed, isOutside);
    }
    return {bitsOf(places), _mm_movemask_epi8(anyOf(odd)) == 0 ? 0 : bitsOf(odd)};
}

#else

/// The byte before the block can be read too.
BlockBits bitsOfBlock(const char *block)
{
    BlockBits bits;
    for (std::size_t i = 0; i < blockSize; ++i) {
        const auto byte = static_cast<unsigned char>(block[i]);
        const char before = *(block + i - 1);
        const std::uint64_t bit = std::uint64_t{1} << i;
        const bool isPlace = byte == '\n' || (byte == ' ' && before == ':') || (byte == '#' && before == ' ');
        bits.places |= isPlace ? bit : 0;
        bits.odd |= byte != '\n' && (byte < 0x20 || byte > 0x7E) ? bit : 0;
    }
    return bits;
}

#endif

/// Where blocks are scanned and their places written to.
struct Blocks {
    const char *text = nullptr;
    std::size_t begin = 0; ///< of the next block
    std::size_t end = 0;   ///< of the blocks; a multiple of their size behind begin
    std::uint32_t *places = nullptr;
    std::size_t count = 0;
};

/// Scans blocks to the end, or behind the first one with odd bytes, which it returns. Writes places in groups of four,
/// so that their number is seldom decided upon.
template <BlockBits (*bitsOf)(const char *)>
[[gnu::always_inline]] inline std::uint64_t scanBlocksBy(Blocks &blocks)
{
    constexpr std::uint64_t guard = std::uint64_t{1} << 63U; // there is always a bit to find
    while (blocks.begin < blocks.end) {
        const BlockBits bits = bitsOf(blocks.text + blocks.begin);
        const auto base = static_cast<std::uint32_t>(blocks.begin);
        const auto count = static_cast<std::size_t>(std::popcount(bits.places));
        std::uint32_t *out = blocks.places + blocks.count;
        std::uint64_t rest = bits.places;
        for (std::size_t written = 0; written < count; written += 4) {
            for (std::size_t i = 0; i < 4; ++i, rest &= rest - 1)
                out[written + i] = base + static_cast<std::uint32_t>(std::countr_zero(rest | guard));
        }
        blocks.count += count;
        blocks.begin += blockSize;
        if (bits.odd != 0)
            return bits.odd;
    }
    return 0;
}

std::uint64_t scanBlocks(Blocks &blocks)
{
    return scanBlocksBy<bitsOfBlock>(blocks);
}

#if NOCLOBBER_AVX2

/// As bitsOfBlock.
[[gnu::target("avx2,bmi,popcnt")]] inline BlockBits bitsOfWideBlock(const char *block)
{
    const __m256i lineFeed = _mm256_set1_epi8('\n');
    const __m256i blank = _mm256_set1_epi8(' ');
    BlockBits bits;
    for (unsigned part = 0; part < 2; ++part) {
        const auto *begin = block + 32U * part;
        const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(begin));
        const __m256i before = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(begin - 1));
        const __m256i isLineFeed = _mm256_cmpeq_epi8(bytes, lineFeed);
        const __m256i isBehindColon =
            _mm256_and_si256(_mm256_cmpeq_epi8(bytes, blank), _mm256_cmpeq_epi8(before, _mm256_set1_epi8(':')));
        const __m256i isComment =
            _mm256_and_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('#')), _mm256_cmpeq_epi8(before, blank));
        const __m256i isOutside =
            _mm256_or_si256(_mm256_cmpgt_epi8(blank, bytes), _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\x7F')));
        const __m256i places = _mm256_or_si256(isLineFeed, _mm256_or_si256(isBehindColon, isComment));
        const __m256i odd = _mm256_andnot_si256(isLineFeed, isOutside);
        bits.places |= std::uint64_t{static_cast<unsigned>(_mm256_movemask_epi8(places))} << (32U * part);
        bits.odd |= std::uint64_t{static_cast<unsigned>(_mm256_movemask_epi8(odd))} << (32U * part);
    }
    return bits;
}

[[gnu::target("avx2,bmi,popcnt")]] std::uint64_t scanWideBlocks(Blocks &blocks)
{
    return scanBlocksBy<bitsOfWideBlock>(blocks);
}

#endif

/// The same by the best that the processor can.
std::uint64_t scan(Blocks &blocks)
{
#if NOCLOBBER_AVX2
    static const bool isWide =
        __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
    if (isWide)
        return scanWideBlocks(blocks);
#endif
    return scanBlocks(blocks);
}

} // namespace

/// Scans what is not scanned, whole blocks, before an offset. The byte before it can be read.
void TextMarks::scanTo(std::size_t end)
{
    Blocks blocks{m_text.data(), m_scanned, end, m_places.data(), m_count};
    while (blocks.begin < end) {
        for (std::uint64_t odd = scan(blocks); odd != 0; odd &= odd - 1)
            lookAt(blocks.begin - blockSize + static_cast<std::size_t>(std::countr_zero(odd)));
    }
    m_scanned = end;
    m_count = blocks.count;
}

/// The same for one block at most, as a copy with blanks behind it, and a line feed before it at the text's begin.
void TextMarks::scanCopy(std::size_t end)
{
    std::array<char, 1 + blockSize> copy;
    copy.fill(' ');
    copy[0] = m_scanned == 0 ? '\n' : m_text[m_scanned - 1];
    std::memcpy(&copy[1], m_text.data() + m_scanned, end - m_scanned);
    Blocks blocks{&copy[1], 0, blockSize, m_places.data() + m_count, 0};
    for (std::uint64_t odd = scan(blocks); odd != 0; odd &= odd - 1)
        lookAt(m_scanned + static_cast<std::size_t>(std::countr_zero(odd)));
    for (std::size_t i = 0; i < blocks.count; ++i)
        m_places[m_count++] += static_cast<std::uint32_t>(m_scanned);
    m_scanned = end;
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
    if (m_scanned == 0)
        scanCopy(std::min(blockSize, m_text.size()));
    while (m_count == 0 && m_scanned < m_text.size()) {
        const std::size_t blocks = std::min(window, m_text.size() - m_scanned) / blockSize;
        scanTo(m_scanned + blocks * blockSize);
        if (blocks * blockSize < window && m_scanned < m_text.size())
            scanCopy(m_text.size());
    }
    if (m_count == 0)
        m_places[m_count++] = static_cast<std::uint32_t>(m_text.size());
}

std::size_t findQuoteOrEscape(std::string_view text, std::size_t from)
{
    std::size_t at = from;
#if NOCLOBBER_SSE2
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

#if NOCLOBBER_SSE2

/// Whether none of 64 bytes is a carriage return or beyond ASCII.
bool isOrdinary(const char *block)
{
    const __m128i carriageReturn = _mm_set1_epi8('\r');
    __m128i found = _mm_setzero_si128(); // the upper bit of each byte counts
    for (unsigned part = 0; part < 4; ++part) {
        const __m128i bytes = loadAt(block + 16U * part);
        found = _mm_or_si128(found, _mm_or_si128(bytes, _mm_cmpeq_epi8(bytes, carriageReturn)));
    }
    return _mm_movemask_epi8(found) == 0;
}

#endif

std::size_t findBreakLike(std::string_view text, std::size_t from)
{
    std::size_t at = from;
    const auto isBreakLike = [](char c) { return c == '\r' || c == '\xC2' || c == '\xE2'; };
#if NOCLOBBER_SSE2
    for (; at + blockSize <= text.size(); at += blockSize) {
        if (isOrdinary(text.data() + at))
            continue;
        const std::string_view block = text.substr(at, blockSize);
        if (const auto found = std::ranges::find_if(block, isBreakLike); found != block.end())
            return at + static_cast<std::size_t>(found - block.begin());
    }
#endif
    while (at < text.size() && !isBreakLike(text[at]))
        ++at;
    return at;
}

std::size_t countLines(std::string_view text)
{
    std::size_t count = 0;
    std::size_t at = 0;
#if NOCLOBBER_SSE2
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
#if NOCLOBBER_SSE2
    const __m128i lineFeed = _mm_set1_epi8('\n');
    const __m128i dash = _mm_set1_epi8('-');
    for (; at + blockSize + 2 < text.size(); at += blockSize) {
        Vectors begins; // line feeds with a dash behind them
        for (unsigned part = 0; part < 4; ++part) {
            const char *bytes = text.data() + at + 16U * part;
            begins.parts[part] =
                _mm_and_si128(_mm_cmpeq_epi8(loadAt(bytes), lineFeed), _mm_cmpeq_epi8(loadAt(bytes + 1), dash));
        }
        if (_mm_movemask_epi8(anyOf(begins)) == 0)
            continue;
        for (std::uint64_t places = bitsOf(begins); places != 0; places &= places - 1) {
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
