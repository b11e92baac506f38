#include "core/rules/lookups.h"

#include <algorithm>
#include <cctype>

#include "core/base/text.h"

namespace noclobber::rules {
namespace {

bool isWordByte(char byte)
{
    return std::isalnum(static_cast<unsigned char>(byte)) != 0;
}

std::vector<std::string> namesBelow(const git::TreeSnapshot &tree, const std::string &folder)
{
    std::vector<std::string> names;
    const std::string prefix = folder.empty() ? "" : folder + "/";
    auto entry = std::ranges::lower_bound(tree.entries, prefix, {}, &git::TreeEntry::path);
    while (entry != tree.entries.end() && entry->path.starts_with(prefix)) {
        const std::size_t slash = entry->path.find('/', prefix.size());
        if (slash == std::string::npos) {
            ++entry;
            continue;
        }
        names.push_back(entry->path.substr(prefix.size(), slash - prefix.size()));
        const std::string next = entry->path.substr(0, slash) + static_cast<char>('/' + 1);
        entry = std::ranges::lower_bound(tree.entries, next, {}, &git::TreeEntry::path);
    }
    return names;
}

bool hasOnlyPathHere(const std::vector<argo::Source> &sources)
{
    return sources.size() == 1 && sources.front().isHere && !sources.front().path.empty();
}

/// What one Application adds: for each part of its path, by the folder above it.
void addNaming(std::unordered_map<std::string_view, Naming> &naming, const argo::Application &application)
{
    if (!hasOnlyPathHere(application.sources))
        return;
    const std::string_view path = application.sources.front().path;
    for (std::size_t begin = 0, end = 0; end != std::string_view::npos; begin = end + 1) {
        end = path.find('/', begin);
        std::string_view folder = path.substr(0, begin > 0 ? begin - 1 : 0);
        folder.remove_prefix(std::min(folder.find_first_not_of('/'), folder.size()));
        Naming &counted = naming[folder];
        ++(carries(application.id.key.name, path.substr(begin, end - begin)) ? counted.yes : counted.no);
    }
}

} // namespace

const argo::FileIndex &Lookups::baseFiles() const
{
    if (!m_baseFiles)
        m_baseFiles.emplace(m_change.inventories.base);
    return *m_baseFiles;
}

const argo::FileIndex &Lookups::headFiles() const
{
    if (!m_headFiles)
        m_headFiles.emplace(m_change.inventories.head);
    return *m_headFiles;
}

const argo::Application *Lookups::successorOf(const argo::Application &gone) const
{
    const auto sourcesOf = [](const argo::Application &application) {
        Sources sources{application.scope, {}};
        for (const argo::Source &source : application.sources)
            sources.second.push_back(source.text);
        return sources;
    };
    if (!m_successors) {
        m_successors.emplace();
        for (const argo::Application &application : m_change.inventories.head.applications) {
            if (!m_change.inventories.base.findApplication(application.id))
                m_successors->emplace(sourcesOf(application), &application);
        }
    }
    if (gone.sources.empty() || m_successors->empty())
        return nullptr;
    const auto found = m_successors->find(sourcesOf(gone));
    return found == m_successors->end() ? nullptr : found->second;
}

const blast::Made &Lookups::madeInBase() const
{
    if (!m_madeInBase)
        m_madeInBase = blast::readMade(m_change.inventories.base);
    return *m_madeInBase;
}

const blast::Made &Lookups::madeInHead() const
{
    if (!m_madeInHead)
        m_madeInHead = blast::readMade(m_change.inventories.head);
    return *m_madeInHead;
}

const Folders &Lookups::foldersIn(const std::string &folder) const
{
    const auto [known, isNew] = m_folders.try_emplace(folder);
    Folders &folders = known->second;
    if (isNew) {
        folders.names = namesBelow(m_change.comparison.head, folder);
        for (std::size_t i = 0; i < folders.names.size(); ++i)
            folders.places.emplace(folders.names[i], i);
    }
    return folders;
}

Naming Lookups::namingIn(const std::string &folder) const
{
    if (!m_naming) {
        m_naming.emplace();
        const argo::Inventories &both = m_change.inventories;
        for (const argo::Application &application :
             (both.base.applications.empty() ? both.head : both.base).applications)
            addNaming(*m_naming, application);
    }
    const auto found = m_naming->find(folder);
    return found == m_naming->end() ? Naming() : found->second;
}

bool Lookups::isReadBelow(const std::string &folder) const
{
    if (!m_sourcePaths) {
        m_sourcePaths.emplace();
        for (const argo::Application &application : m_change.inventories.head.applications) {
            for (const argo::Source &source : application.sources) {
                if (source.isHere)
                    m_sourcePaths->insert(source.path);
            }
        }
    }
    const auto inside = m_sourcePaths->lower_bound(folder + '/');
    return folder.empty()
               ? !m_sourcePaths->empty()
               : m_sourcePaths->contains(folder) || (inside != m_sourcePaths->end() && isWithin(*inside, folder));
}

std::size_t findWord(std::string_view name, std::string_view word)
{
    for (std::size_t at = name.find(word); at != std::string_view::npos && !word.empty();
         at = name.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !isWordByte(name[at - 1])) && (end == name.size() || !isWordByte(name[end])))
            return at;
    }
    return std::string_view::npos;
}

bool carries(std::string_view name, std::string_view word)
{
    return findWord(name, word) != std::string_view::npos;
}

std::optional<std::string> onlyPathHere(const std::vector<argo::Source> &sources)
{
    return hasOnlyPathHere(sources) ? std::optional(sources.front().path) : std::nullopt;
}

} // namespace noclobber::rules
