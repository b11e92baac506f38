#include "core/argo/file_index.h"

#include <bit>
#include <functional>

namespace noclobber::argo {

FileIndex::FileIndex(const Inventory &inventory)
{
    std::size_t many = 0;
    for (const DeclaredObject &object : inventory.objects)
        many += object.declarations.size();
    m_slots.resize(std::bit_ceil(many + many / 2 + 1));
    std::vector<std::uint32_t> numbers; // of each declaration's file
    numbers.reserve(many);
    for (const DeclaredObject &object : inventory.objects) {
        for (const Declaration &declaration : object.declarations) {
            numbers.push_back(numberOf(declaration.location.path));
            ++m_ends[numbers.back()];
        }
    }
    std::vector<std::uint32_t> next; // place of each file's next declaration
    next.reserve(m_ends.size());
    std::uint32_t all = 0;
    for (std::uint32_t &end : m_ends) {
        next.push_back(all);
        end = all += end;
    }
    m_declarations.resize(many);
    std::size_t i = 0;
    for (const DeclaredObject &object : inventory.objects) {
        for (const Declaration &declaration : object.declarations)
            m_declarations[next[numbers[i++]]++] = &declaration;
    }
}

/// Where the path's number stands, or a free place for it.
std::size_t FileIndex::slotOf(Name path) const
{
    const std::uint64_t spread = std::hash<Name>()(path) * 0x9E37'79B9'7F4A'7C15U; // pointers differ in few bits
    std::size_t slot = static_cast<std::size_t>(spread >> 32U) & (m_slots.size() - 1);
    while (m_slots[slot] != 0 && m_paths[m_slots[slot] - 1] != path)
        slot = (slot + 1) & (m_slots.size() - 1);
    return slot;
}

std::uint32_t FileIndex::numberOf(Name path)
{
    std::uint32_t &number = m_slots[slotOf(path)];
    if (number == 0) {
        m_paths.push_back(path);
        m_ends.push_back(0);
        number = static_cast<std::uint32_t>(m_paths.size());
    }
    return number - 1;
}

FileIndex::Declarations FileIndex::file(std::size_t n) const
{
    const std::size_t begin = n == 0 ? 0 : m_ends[n - 1];
    return Declarations(m_declarations).subspan(begin, m_ends[n] - begin);
}

FileIndex::Declarations FileIndex::at(Name path) const
{
    const std::uint32_t number = m_slots[slotOf(path)];
    return number == 0 ? Declarations() : file(number - 1);
}

} // namespace noclobber::argo
