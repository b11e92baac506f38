#include "core/argo/file_index.h"

namespace noclobber::argo {

FileIndex::FileIndex(const Inventory &inventory)
{
    read(inventory, nullptr);
}

FileIndex::FileIndex(const Inventory &inventory, const std::unordered_set<Name> &files)
{
    read(inventory, &files);
}

void FileIndex::read(const Inventory &inventory, const std::unordered_set<Name> *files)
{
    std::vector<const Declaration *> declarations;
    declarations.reserve(files ? 0 : inventory.objects.size());
    for (const DeclaredObject &object : inventory.objects) {
        for (const Declaration &declaration : object.declarations) {
            if (!files || files->contains(declaration.location.path))
                declarations.push_back(&declaration);
        }
    }
    m_numbers.reserve(declarations.size());
    std::vector<std::uint32_t> numbers; // of each declaration's file
    numbers.reserve(declarations.size());
    for (const Declaration *declaration : declarations) {
        const auto [number, isNew] =
            m_numbers.add(declaration->location.path, static_cast<std::uint32_t>(m_ends.size()));
        if (isNew)
            m_ends.push_back(0);
        numbers.push_back(number);
        ++m_ends[number];
    }
    std::vector<std::uint32_t> next; // place of each file's next declaration
    next.reserve(m_ends.size());
    std::uint32_t all = 0;
    for (std::uint32_t &end : m_ends) {
        next.push_back(all);
        end = all += end;
    }
    m_declarations.resize(declarations.size());
    for (std::size_t i = 0; i < declarations.size(); ++i)
        m_declarations[next[numbers[i]]++] = declarations[i];
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
