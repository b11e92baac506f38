#include <algorithm>
#include <cctype>
#include <optional>
#include <set>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

bool isWordByte(char byte)
{
    return std::isalnum(static_cast<unsigned char>(byte)) != 0;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words(1);
    for (const char byte : text) {
        if (isWordByte(byte))
            words.back() += byte;
        else if (!words.back().empty())
            words.emplace_back();
    }
    return words;
}

/// The folders right below one that the name carries, in the tree's order: looked up by each piece of the name that
/// could be one, as there may be far more folders.
std::vector<std::string> carriedFolders(const Folders &folders, std::string_view name)
{
    std::set<std::size_t> places;
    for (std::size_t begin = 0; begin < name.size(); ++begin) {
        for (std::size_t end = begin + 1; end <= name.size() && (begin == 0 || !isWordByte(name[begin - 1])); ++end) {
            const auto found = end == name.size() || !isWordByte(name[end])
                                   ? folders.places.find(name.substr(begin, end - begin))
                                   : folders.places.end();
            if (found != folders.places.end())
                places.insert(found->second);
        }
    }
    std::vector<std::string> carried;
    for (const std::size_t place : places)
        carried.push_back(folders.names[place]);
    return carried;
}

/// The folder of this repository that an Application's declaration deploys, in effect or not.
std::optional<std::string> sourcePath(Judgement &judgement, const argo::Declaration &declaration)
{
    const argo::Application *effective = judgement.change.inventories.head.findApplication(declaration.id);
    if (effective && effective->declaration.location == declaration.location)
        return onlyPathHere(effective->sources);
    const auto content = judgement.reader.content(declaration);
    if (!content || !*content)
        return {};
    std::vector<argo::Source> sources = argo::readApplication(**content, declaration).sources;
    const git::TreeSnapshot &tree = judgement.change.comparison.head;
    for (argo::Source &source : sources) { // a loser's sources are not looked up: a folder of that name is enough
        const auto entry = std::ranges::lower_bound(tree.entries, source.path + "/", {}, &git::TreeEntry::path);
        source.isHere = entry != tree.entries.end() && isWithin(entry->path, source.path);
    }
    return onlyPathHere(sources);
}

/// The template with the words that the layout finds in the path; "" where a word is missing.
std::string filled(const std::string &pattern, const argo::Configuration &configuration, const std::string &path)
{
    for (const std::string &layout : configuration.layout) {
        const auto words = argo::matchLayout(layout, path);
        if (!words)
            continue;
        std::string name = pattern;
        for (const auto &[word, value] : *words) {
            const std::string mark = "{" + word + "}";
            for (std::size_t at = name.find(mark); at != std::string::npos; at = name.find(mark, at + value.size()))
                name.replace(at, mark.size(), value);
        }
        return name.find('{') == std::string::npos ? name : std::string();
    }
    return {};
}

/// Whether Applications beside this one carry the part of their source path that stands right below the folder: more of
/// them do than do not, or there are none to ask. Those that base has are asked; where it has none, those of head.
bool isNamedAfterPart(const Judgement &judgement, const argo::ObjectId &self, const std::string &folder)
{
    const argo::Inventories &both = judgement.change.inventories;
    Naming naming = judgement.lookups.namingIn(folder);
    const argo::Application *own = (both.base.applications.empty() ? both.head : both.base).findApplication(self);
    const auto path = own ? onlyPathHere(own->sources) : std::nullopt;
    if (path && isWithin(*path, folder) && *path != folder) { // it is no witness of its own
        const std::string_view rest = std::string_view(*path).substr(folder.empty() ? 0 : folder.size() + 1);
        --(carries(self.key.name, rest.substr(0, rest.find('/'))) ? naming.yes : naming.no);
    }
    return naming.no == 0 || naming.yes > naming.no;
}

/// Whether the name speaks of the sibling and not of the part: no word of the part alone is in it.
bool standsInFor(const std::string &name, const std::string &sibling, const std::string &part)
{
    if (sibling == part || !carries(name, sibling) || carries(part, sibling) || carries(sibling, part))
        return false;
    const std::vector<std::string> siblingWords = wordsOf(sibling);
    return std::ranges::none_of(wordsOf(part), [&](const std::string &word) {
        return !word.empty() && std::ranges::find(siblingWords, word) == siblingWords.end() && carries(name, word);
    });
}

/// Whether the folder is where an Application's own declaration stands (root/root.yaml), and none is deployed from
/// there: then its name is the Application's own, and not that of another one.
bool isOwnFolder(const Judgement &judgement, const argo::Declaration &declaration, const std::string &folder)
{
    return isWithin(declaration.location.path, folder) && !judgement.lookups.isReadBelow(folder);
}

/// The name with the part of the source path in place of the sibling folder it carries; "" if it carries none.
std::string nameFromSiblings(const Judgement &judgement, const argo::Declaration &declaration, const std::string &path)
{
    const std::string &name = declaration.id.key.name;
    const std::vector<std::string> parts = split(path, '/');
    std::string folder;
    for (std::size_t place = 0; place < parts.size(); ++place) {
        if (!carries(name, parts[place])) {
            for (const std::string &sibling : carriedFolders(judgement.lookups.foldersIn(folder), name)) {
                if (std::ranges::find(parts, sibling) != parts.end() || !standsInFor(name, sibling, parts[place]) ||
                    !isNamedAfterPart(judgement, declaration.id, folder) ||
                    isOwnFolder(judgement, declaration, folder + (folder.empty() ? "" : "/") + sibling))
                    continue;
                return std::string(name).replace(findWord(name, sibling), sibling.size(), parts[place]);
            }
        }
        folder += (folder.empty() ? "" : "/") + parts[place];
    }
    return {};
}

/// Declarations that the change names anew: new ones, and Applications that turn to another path.
std::vector<const argo::Declaration *> namedAnew(const Judgement &judgement, const diff::ObjectChange &change)
{
    std::vector<const argo::Declaration *> declarations;
    for (const std::size_t place : change.newDeclarations)
        declarations.push_back(&change.head[place]);
    const argo::Declaration *winner = change.winnerInHead();
    const argo::Application *base = judgement.change.inventories.base.findApplication(change.id);
    const argo::Application *head = judgement.change.inventories.head.findApplication(change.id);
    if (winner && base && head && onlyPathHere(base->sources) != onlyPathHere(head->sources) &&
        std::ranges::find(declarations, winner) == declarations.end())
        declarations.push_back(winner);
    return declarations;
}

} // namespace

std::string nameFromPlace(Judgement &judgement, const argo::Declaration &declaration)
{
    const argo::Configuration &configuration = judgement.change.configuration;
    const kube::ResourceKey &key = declaration.id.key;
    const bool isApplication = blast::isApplication(declaration.id);
    std::string name;
    if (configuration.naming.empty()) {
        const auto path = isApplication ? sourcePath(judgement, declaration) : std::nullopt;
        name = path ? nameFromSiblings(judgement, declaration, *path) : std::string();
    } else {
        const auto rule = std::ranges::find(configuration.naming, key.kind, &argo::Naming::kind);
        if (rule == configuration.naming.end() || isGenerated(declaration.id))
            return {};
        const auto path = isApplication ? sourcePath(judgement, declaration) : declaration.location.path;
        // A layout matches files, so ask it about one in the source's folder.
        name = path ? filled(rule->name, configuration, isApplication ? *path + "/file.yaml" : *path) : std::string();
    }
    return name == key.name ? std::string() : name;
}

namespace {

/// What a declaration is called, and what its place (for an Application its source path) says instead.
std::string messageOf(const argo::Declaration &declaration, bool isApplication, const std::string &path,
                      const std::string &name)
{
    const std::string object = argo::shortText(declaration.id);
    const std::string place = placeOf(declaration);
    const std::string &called = declaration.id.key.name;
    return isApplication ? say("{} at {} deploys {}: by that its name is {}, but it is called {}", object, place, path,
                               name, called)
                         : say("{} at {} stands in {}: by that its name is {}, but it is called {}", object, place,
                               path, name, called);
}

} // namespace

Result<void> judgeNaming(Judgement &judgement)
{
    const bool isConfigured = !judgement.change.configuration.naming.empty();
    for (const diff::ObjectChange &change : judgement.change.changes.changes) {
        for (const argo::Declaration *declaration : namedAnew(judgement, change)) {
            const std::string name = nameFromPlace(judgement, *declaration);
            if (name.empty())
                continue;
            const bool isApplication = blast::isApplication(change.id);
            const auto path = isApplication ? sourcePath(judgement, *declaration) : declaration->location.path;
            Finding finding;
            finding.id = change.id;
            finding.location = declaration->location;
            finding.message = messageOf(*declaration, isApplication, path.value_or(""), name);
            finding.message += isConfigured ? say(".") : say(", as if it were the folder beside it.");
            finding.help = isApplication ? say("Rename it to {}, or correct its source path.", name)
                                         : say("Rename it to {}, or correct its place.", name);
            report(judgement, "naming", isConfigured ? Weight::Full : Weight::AtMostWarn, std::move(finding));
        }
    }
    return {};
}

} // namespace noclobber::rules
