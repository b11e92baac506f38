#include "core/argo/file_index.h"

namespace noclobber::argo {

FileIndex::FileIndex(const Inventory &inventory)
{
    std::vector<std::size_t> numbers; // of each declaration's file
    numbers.reserve(inventory.objects.size());
    m_numbers.reserve(inventory.objects.size());
    for (const DeclaredObject &object : inventory.objects) {
        for (const Declaration &declaration : object.declarations) {
            const std::string_view path = declaration.location.path;
            const std::size_t number = m_numbers.try_emplace(path, m_numbers.size()).first->second;
            m_ends.resize(m_numbers.size());
            ++m_ends[number];
            numbers.push_back(number);
        }
    }
    std::vector<std::size_t> next; // place of each file's next declaration
    std::size_t all = 0;
    for (std::size_t &end : m_ends) {
        next.push_back(all);
        end = all += end;
    }
    m_declarations.resize(all);
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

FileIndex::Declarations FileIndex::at(std::string_view path) const
{
    const auto found = m_numbers.find(path);
    return found == m_numbers.end() ? Declarations() : file(found->second);
}

} // namespace noclobber::argo
