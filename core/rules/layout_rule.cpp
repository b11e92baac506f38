#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include "core/base/text.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

constexpr std::size_t fewestFiles = 5; ///< of which a habit can be read

/// The declarations of one file by document and item, in effect or not; what several Applications cover once.
using Declarations = std::map<std::pair<int, int>, const argo::Declaration *>;
using Files = std::map<std::string, Declarations>;

Files filesOf(const argo::Inventory &inventory)
{
    Files files;
    for (const argo::DeclaredObject &object : inventory.objects) {
        for (const argo::Declaration &declaration : object.declarations) {
            const argo::Location &location = declaration.location;
            files[location.path].emplace(std::pair(location.document, location.item), &declaration);
        }
    }
    return files;
}

/// Lower case, everything but letters and digits as '-'.
std::string plainly(std::string_view text)
{
    std::string plain = lowered(text);
    for (char &byte : plain) {
        if (std::isalnum(static_cast<unsigned char>(byte)) == 0)
            byte = '-';
    }
    return plain;
}

/// The file's name without its ending.
std::string stemOf(std::string_view path)
{
    const std::string_view name = fileName(path);
    return plainly(name.substr(0, name.rfind('.')));
}

bool tells(const std::string &path, const std::string &part)
{
    return stemOf(path).find(plainly(part)) != std::string::npos;
}

/// Whether the file's name, with its folders', has every word of the object's name: dev/app-web.yaml tells app-dev-web.
bool tellsName(const std::string &path, const std::string &name)
{
    const std::vector<std::string> told = split(plainly(path), '-');
    return tells(path, name) || std::ranges::all_of(split(plainly(name), '-'), [&](const std::string &word) {
               return std::ranges::find(told, word) != told.end();
           });
}

/// How a commit's files are laid out.
struct Custom {
    std::size_t files = 0;
    std::size_t single = 0; ///< with one object
    std::size_t named = 0;  ///< with one object that the file's name tells

    bool isOneEach() const { return files >= fewestFiles && single * 10 >= files * 9; }
    bool isNamed() const { return isOneEach() && named * 10 >= single * 9; }
};

Custom customOf(const Files &files)
{
    Custom custom;
    for (const auto &[path, declarations] : files) {
        ++custom.files;
        custom.single += declarations.size() == 1;
        custom.named += declarations.size() == 1 && tellsName(path, declarations.begin()->second->id.key.name);
    }
    return custom;
}

/// Whether a configured layout names files after objects, as in env/{cluster}/{app}/{kind}-{name}.yaml.
bool isLaidOut(const argo::Configuration &configuration, const std::string &path)
{
    return std::ranges::any_of(configuration.layout, [&](const std::string &layout) {
        return layout.find("{name}") != std::string::npos && argo::matchLayout(layout, path);
    });
}

Finding about(const argo::Declaration &declaration)
{
    Finding finding;
    finding.id = declaration.id;
    finding.location = declaration.location;
    return finding;
}

void judgeSeveral(Judgement &judgement, const std::string &path, const Declarations &declarations)
{
    Finding finding = about(*declarations.rbegin()->second);
    finding.message = path + " holds " + counted(declarations.size(), "object") +
                      ", where this repository has one a file: the next one that is appended here looks like an "
                      "addition, whatever it replaces.";
    report(judgement, "layout", Weight::Full, std::move(finding));
}

/// Declarations by kind and name.
using Namesakes = std::multimap<std::pair<std::string, std::string>, const argo::Declaration *>;

Namesakes namesakesIn(const Files &files)
{
    Namesakes namesakes;
    for (const auto &[path, declarations] : files) {
        for (const auto &[place, declaration] : declarations)
            namesakes.emplace(std::pair(declaration->id.key.kind, declaration->id.key.name), declaration);
    }
    return namesakes;
}

/// An object of the same kind and name beside it, in another namespace or group, that the file names do not tell apart.
const argo::Declaration *twinBeside(const Namesakes &namesakes, const argo::Declaration &declaration)
{
    const kube::ResourceKey &key = declaration.id.key;
    const std::string &path = declaration.location.path;
    const auto [begin, end] = namesakes.equal_range({key.kind, key.name});
    for (auto entry = begin; entry != end; ++entry) {
        const argo::Declaration &other = *entry->second;
        const kube::ResourceKey &twin = other.id.key;
        const bool isBeside = folderOf(other.location.path) == folderOf(path) && other.id.scope == declaration.id.scope;
        const bool isTold = (twin.nameSpace != key.nameSpace && tells(path, key.nameSpace)) ||
                            (twin.group != key.group && tells(path, key.group));
        if (isBeside && other.id != declaration.id && !isTold)
            return &other;
    }
    return nullptr;
}

void judgeName(Judgement &judgement, const Namesakes &namesakes, const argo::Declaration &declaration)
{
    const std::string &path = declaration.location.path;
    Finding finding = about(declaration);
    if (!tellsName(path, declaration.id.key.name)) {
        finding.message = path + " holds " + argo::shortText(declaration.id) +
                          ", which its name does not tell, as the other files' names here do.";
    } else if (const argo::Declaration *twin = twinBeside(namesakes, declaration)) {
        finding.related = {twin->location};
        finding.message = path + " holds " + argo::shortText(declaration.id) + ", and " + placeOf(*twin) + " " +
                          argo::shortText(twin->id) +
                          ": the file's name loses what tells them apart, so one may be written over the other.";
    } else {
        return;
    }
    report(judgement, "layout", Weight::Full, std::move(finding));
}

/// Whether a file of base held just these objects: then the file is moved, and was laid out so before.
bool isMoved(const Judgement &judgement, const Files &base, const Declarations &now)
{
    const argo::DeclaredObject *first = judgement.change.inventories.base.find(now.begin()->second->id);
    return first && std::ranges::any_of(first->declarations, [&](const argo::Declaration &declaration) {
               return std::ranges::equal(
                   base.at(declaration.location.path), now, {}, [](const auto &entry) { return entry.second->id; },
                   [](const auto &entry) { return entry.second->id; });
           });
}

/// Whether the change makes the file hold several objects, or another one.
bool isLaidOutAnew(const Judgement &judgement, const Files &base, const std::string &path, const Declarations &now)
{
    const auto found = base.find(path);
    if (found == base.end())
        return !isMoved(judgement, base, now);
    if (now.size() > 1)
        return found->second.size() <= 1;
    return found->second.size() == 1 && found->second.begin()->second->id != now.begin()->second->id;
}

/// The files in which the change declares something anew, or to which it moves something.
std::set<std::string> touchedFiles(const Judgement &judgement)
{
    std::set<std::string> paths;
    for (const diff::ObjectChange &change : judgement.change.changes.changes) {
        for (const std::size_t place : change.newDeclarations)
            paths.insert(change.head[place].location.path);
        if (change.status == diff::Status::Moved)
            paths.insert(change.winnerInHead()->location.path);
    }
    return paths;
}

} // namespace

void judgeLayout(Judgement &judgement)
{
    const std::set<std::string> touched = touchedFiles(judgement);
    if (touched.empty())
        return;
    const Files base = filesOf(judgement.change.inventories.base);
    const Files head = filesOf(judgement.change.inventories.head);
    const Custom custom = customOf(base.empty() ? head : base); // an audit has no base
    const Namesakes namesakes = namesakesIn(head);
    for (const std::string &path : touched) {
        const auto file = head.find(path);
        const bool isConfigured = isLaidOut(judgement.change.configuration, path);
        if (file == head.end() || !isLaidOutAnew(judgement, base, path, file->second))
            continue;
        if (file->second.size() > 1 && (isConfigured || custom.isOneEach()))
            judgeSeveral(judgement, path, file->second);
        else if (file->second.size() == 1 && (isConfigured || custom.isNamed()))
            judgeName(judgement, namesakes, *file->second.begin()->second);
    }
}

} // namespace noclobber::rules
