#include "core/git/delta.h"

#include <cstdint>
#include <cstring>
#include <optional>

namespace noclobber::git {
namespace {

/// Takes a number off the front: seven bits a byte, the least first.
std::optional<std::uint64_t> takeSize(std::string_view &delta)
{
    std::uint64_t size = 0;
    for (unsigned shift = 0; shift < 56 && !delta.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(delta.front());
        delta.remove_prefix(1);
        size |= std::uint64_t{byte & 127U} << shift;
        if ((byte & 128U) == 0)
            return size;
    }
    return {};
}

/// Takes the size of the base and of what is made off the front; the latter.
std::optional<std::uint64_t> takeSizes(std::string_view &delta, std::string_view base)
{
    const auto from = takeSize(delta);
    if (!from || *from != base.size())
        return {};
    return takeSize(delta);
}

/// What an instruction copies from the base.
struct Copy {
    std::size_t offset = 0;
    std::size_t size = 0;
};

/// The arguments of a copy, whose first byte says which of theirs follow.
std::optional<Copy> takeCopy(unsigned instruction, std::string_view &delta)
{
    Copy copy;
    for (unsigned bit = 0; bit < 7; ++bit) {
        if ((instruction >> bit & 1U) == 0)
            continue;
        if (delta.empty())
            return {};
        const std::size_t byte = static_cast<unsigned char>(delta.front());
        delta.remove_prefix(1);
        if (bit < 4)
            copy.offset |= byte << 8U * bit;
        else
            copy.size |= byte << 8U * (bit - 4);
    }
    if (copy.size == 0)
        copy.size = 0x10000;
    return copy;
}

} // namespace

char *Buffer::resize(std::size_t size)
{
    if (size > m_capacity || !m_bytes) { // never null, not even for nothing
        m_capacity = size + size / 4 + 64;
        m_bytes = std::make_unique_for_overwrite<char[]>(m_capacity);
    }
    m_size = size;
    return m_bytes.get();
}

/// Source: https://git-scm.com/docs/gitformat-pack, "Deltified representation".
bool applyDelta(std::string_view delta, std::string_view base, std::size_t limit, Buffer &made)
{
    const auto size = takeSizes(delta, base);
    if (!size || *size > limit)
        return false;
    char *to = made.resize(*size);
    std::size_t left = *size;
    while (!delta.empty()) {
        const auto instruction = static_cast<unsigned char>(delta.front());
        delta.remove_prefix(1);
        std::string_view piece = delta.substr(0, instruction);
        if ((instruction & 128U) != 0) {
            const auto copy = takeCopy(instruction, delta);
            if (!copy || copy->offset > base.size() || copy->size > base.size() - copy->offset)
                return false;
            piece = base.substr(copy->offset, copy->size);
        } else if (instruction == 0 || piece.size() != instruction) {
            return false;
        } else {
            delta.remove_prefix(piece.size());
        }
        if (piece.size() > left)
            return false;
        std::memcpy(to, piece.data(), piece.size());
        to += piece.size();
        left -= piece.size();
    }
    return left == 0;
}

} // namespace noclobber::git
