#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

constexpr std::size_t fewestFiles = 5; ///< of which a habit can be read

/// The declarations of one file by document and item, in effect or not; what several Applications cover once.
using Declarations = std::map<std::pair<int, int>, const argo::Declaration *>;

Declarations byPlace(argo::FileIndex::Declarations file)
{
    Declarations declarations;
    for (const argo::Declaration *declaration : file)
        declarations.emplace(std::pair(declaration->location.document, declaration->location.item), declaration);
    return declarations;
}

/// The only declaration of a file, or nullptr if it has several.
const argo::Declaration *onlyOne(argo::FileIndex::Declarations file)
{
    const argo::Location &first = file.front()->location;
    const bool isAlone = std::ranges::all_of(file, [&](const argo::Declaration *other) {
        return other->location.document == first.document && other->location.item == first.item;
    });
    return isAlone ? file.front() : nullptr;
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

bool tells(std::string_view path, std::string_view part)
{
    const std::size_t dot = path.rfind('.'); // most often the name stands right before the ending
    if (dot != std::string_view::npos && path.substr(0, dot).ends_with(part) &&
        path.find('/', dot - part.size()) == std::string_view::npos)
        return true;
    const std::string_view name = fileName(path);
    if (name.substr(0, name.rfind('.')).find(part) != std::string_view::npos)
        return true; // as a rule it is there letter by letter
    return stemOf(path).find(plainly(part)) != std::string::npos;
}

/// Whether the file's name, with its folders', has every word of the object's name: dev/app-web.yaml tells app-dev-web.
bool tellsName(std::string_view path, std::string_view name)
{
    if (tells(path, name))
        return true;
    const std::vector<std::string> told = split(plainly(path), '-');
    return std::ranges::all_of(split(plainly(name), '-'),
                               [&](const std::string &word) { return std::ranges::find(told, word) != told.end(); });
}

/// How a commit's files are laid out; asked when a file is in question.
class Custom
{
public:
    explicit Custom(const argo::FileIndex &files) : m_files(files) {}

    /// Whether nearly all files hold one object.
    bool isOneEach()
    {
        read();
        return m_files.size() >= fewestFiles && m_single.size() * 10 >= m_files.size() * 9;
    }

    /// Whether the names of nearly all of these tell it.
    bool isNamed()
    {
        if (!m_isJudged)
            m_isNamed = isOneEach() && tellNames();
        m_isJudged = true;
        return m_isNamed;
    }

private:
    bool tellNames() const
    {
        std::size_t unnamed = 0; // one in ten may be
        return std::ranges::all_of(m_single, [&](const argo::Declaration *declaration) {
            unnamed += !tellsName(declaration->location.path, declaration->id.key.name);
            return unnamed * 10 <= m_single.size();
        });
    }

    void read()
    {
        for (; m_read < m_files.size(); ++m_read) {
            if (const argo::Declaration *single = onlyOne(m_files.file(m_read)))
                m_single.push_back(single);
        }
    }

    const argo::FileIndex &m_files;
    std::size_t m_read = 0;
    std::vector<const argo::Declaration *> m_single; ///< of each file that holds one object
    bool m_isJudged = false;
    bool m_isNamed = false;
};

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
    finding.message = say("{} holds {}, where this repository has one a file: the next one that is appended here looks "
                          "like an addition, whatever it replaces.",
                          path, counted(declarations.size(), "object"));
    report(judgement, "layout", Weight::Full, std::move(finding));
}

/// Declarations by kind and name, by their places.
using Namesakes = std::map<std::pair<std::string, std::string>, std::vector<const argo::Declaration *>>;

/// Those of head of the same kind and name as one of these; what stands at one place once.
Namesakes namesakesOf(const std::vector<const argo::Declaration *> &some, const argo::Inventory &head)
{
    Namesakes namesakes;
    std::unordered_set<Name> names; // few: most objects are passed over by them
    for (const argo::Declaration *one : some) {
        namesakes.try_emplace({one->id.key.kind, one->id.key.name});
        names.insert(one->id.key.name);
    }
    for (std::size_t i = 0; i < head.objects.size() && !some.empty(); ++i) {
        const argo::DeclaredObject &object = head.objects[i];
        const kube::ResourceKey &key = object.id.key;
        const auto found = names.contains(key.name) ? namesakes.find({key.kind, key.name}) : namesakes.end();
        for (std::size_t d = 0; found != namesakes.end() && d < object.declarations.size(); ++d)
            found->second.push_back(&object.declarations[d]);
    }
    const auto isSamePlace = [](const argo::Declaration *one, const argo::Declaration *other) {
        return one->location == other->location;
    };
    for (auto &[name, all] : namesakes) {
        std::ranges::stable_sort(all, {},
                                 [](const argo::Declaration *one) -> const argo::Location & { return one->location; });
        all.erase(std::ranges::unique(all, isSamePlace).begin(), all.end());
    }
    return namesakes;
}

/// An object of the same kind and name beside it, in another namespace or group, that the file names do not tell apart.
const argo::Declaration *twinBeside(const Namesakes &namesakes, const argo::Declaration &declaration)
{
    const kube::ResourceKey &key = declaration.id.key;
    const std::string_view path = declaration.location.path;
    for (const argo::Declaration *namesake : namesakes.at({key.kind, key.name})) {
        const argo::Declaration &other = *namesake;
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
        finding.message = say("{} holds {}, which its name does not tell, as the other files' names here do.", path,
                              argo::shortText(declaration.id));
    } else if (const argo::Declaration *twin = twinBeside(namesakes, declaration)) {
        finding.related = {twin->location};
        finding.message = say("{} holds {}, and {} {}: the file's name loses what tells them apart, so one may be "
                              "written over the other.",
                              path, argo::shortText(declaration.id), placeOf(*twin), argo::shortText(twin->id));
    } else {
        return;
    }
    report(judgement, "layout", Weight::Full, std::move(finding));
}

/// Whether a file of base held just these objects: then the file is moved, and was laid out so before.
bool isMoved(const Judgement &judgement, const argo::FileIndex &base, const Declarations &now)
{
    const auto idOf = [](const auto &entry) { return entry.second->id; };
    const argo::DeclaredObject *first = judgement.change.inventories.base.find(now.begin()->second->id);
    return first && std::ranges::any_of(first->declarations, [&](const argo::Declaration &declaration) {
               return std::ranges::equal(byPlace(base.at(declaration.location.path)), now, {}, idOf, idOf);
           });
}

/// Whether the change makes the file hold several objects, or another one.
bool isLaidOutAnew(const Judgement &judgement, const argo::FileIndex &base, Name path, const Declarations &now)
{
    const Declarations before = byPlace(base.at(path));
    if (before.empty())
        return !isMoved(judgement, base, now);
    if (now.size() > 1)
        return before.size() <= 1;
    return before.size() == 1 && before.begin()->second->id != now.begin()->second->id;
}

/// The files in which the change declares something anew, or to which it moves something.
std::unordered_set<Name> touchedFiles(const Judgement &judgement)
{
    std::unordered_set<Name> paths;
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
    const std::unordered_set<Name> touched = touchedFiles(judgement);
    if (touched.empty())
        return;
    const argo::FileIndex &base = judgement.lookups.baseFiles();
    const argo::FileIndex head(judgement.change.inventories.head, touched);
    Custom custom(base.size() == 0 ? judgement.lookups.headFiles() : base); // an audit has no base
    std::vector<const argo::Declaration *> single;
    for (const Name &path : std::set(touched.begin(), touched.end())) {
        const Declarations file = byPlace(head.at(path));
        const bool isConfigured = isLaidOut(judgement.change.configuration, path);
        if (file.empty() || !isLaidOutAnew(judgement, base, path, file))
            continue;
        if (file.size() > 1 && (isConfigured || custom.isOneEach()))
            judgeSeveral(judgement, path, file);
        else if (file.size() == 1 && (isConfigured || custom.isNamed()))
            single.push_back(file.begin()->second);
    }
    const Namesakes namesakes = namesakesOf(single, judgement.change.inventories.head);
    for (const argo::Declaration *declaration : single)
        judgeName(judgement, namesakes, *declaration);
}

} // namespace noclobber::rules
