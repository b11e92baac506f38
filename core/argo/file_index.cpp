#include "core/argo/file_index.h"

namespace noclobber::argo {

FileIndex::FileIndex(const Inventory &inventory)
{
    std::size_t many = 0;
    for (const DeclaredObject &object : inventory.objects)
        many += object.declarations.size();
    m_numbers.reserve(many);
    std::vector<std::uint32_t> numbers; // of each declaration's file
    numbers.reserve(many);
    for (const DeclaredObject &object : inventory.objects) {
        for (const Declaration &declaration : object.declarations) {
            const auto [number, isNew] =
                m_numbers.add(declaration.location.path, static_cast<std::uint32_t>(m_ends.size()));
            if (isNew)
                m_ends.push_back(0);
            numbers.push_back(number);
            ++m_ends[number];
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

FileIndex::Declarations FileIndex::file(std::size_t n) const
{
    const std::size_t begin = n == 0 ? 0 : m_ends[n - 1];
    return Declarations(m_declarations).subspan(begin, m_ends[n] - begin);
}

FileIndex::Declarations FileIndex::at(Name path) const
{
    const auto number = m_numbers.find(path);
    return number ? file(*number) : Declarations();
}

} // namespace noclobber::argo
