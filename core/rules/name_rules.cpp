#include <algorithm>
#include <cctype>
#include <optional>

#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

bool isWordByte(char byte)
{
    return std::isalnum(static_cast<unsigned char>(byte)) != 0;
}

/// Where the word stands in the name with a separator or an end at both sides, or npos.
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

/// Names of the folders right below one ("" is the root).
std::vector<std::string> foldersIn(const git::TreeSnapshot &tree, const std::string &folder)
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

std::optional<std::string> onlyPathHere(const std::vector<argo::Source> &sources)
{
    if (sources.size() != 1 || !sources.front().isHere || sources.front().path.empty())
        return {};
    return sources.front().path;
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

/// Whether Applications beside this one carry the part of their source path that stands at this place below the same
/// folder: more of them do than do not, or there are none to ask. Those that base has are asked; where it has none,
/// those of head.
bool isNamedAfterPart(const Judgement &judgement, const argo::ObjectId &self, const std::vector<std::string> &parts,
                      std::size_t place)
{
    const argo::Inventories &both = judgement.change.inventories;
    std::size_t yes = 0;
    std::size_t no = 0;
    for (const argo::Application &application : (both.base.applications.empty() ? both.head : both.base).applications) {
        const auto path = onlyPathHere(application.sources);
        const std::vector<std::string> others = path ? split(*path, '/') : std::vector<std::string>();
        if (others.size() <= place || application.id == self ||
            !std::equal(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(place), others.begin()))
            continue;
        ++(carries(application.id.key.name, others[place]) ? yes : no);
    }
    return no == 0 || yes > no;
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
    return isWithin(declaration.location.path, folder) &&
           std::ranges::none_of(judgement.change.inventories.head.applications, [&](const argo::Application &other) {
               return std::ranges::any_of(other.sources, [&](const argo::Source &source) {
                   return source.isHere && isWithin(source.path, folder);
               });
           });
}

/// The name with the part of the source path in place of the sibling folder it carries; "" if it carries none.
std::string nameFromSiblings(const Judgement &judgement, const argo::Declaration &declaration, const std::string &path)
{
    const std::string &name = declaration.id.key.name;
    const std::vector<std::string> parts = split(path, '/');
    std::string folder;
    for (std::size_t place = 0; place < parts.size(); ++place) {
        if (!carries(name, parts[place])) {
            for (const std::string &sibling : foldersIn(judgement.change.comparison.head, folder)) {
                if (std::ranges::find(parts, sibling) != parts.end() || !standsInFor(name, sibling, parts[place]) ||
                    !isNamedAfterPart(judgement, declaration.id, parts, place) ||
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
            finding.message = argo::shortText(change.id) + " at " + placeOf(*declaration) +
                              (isApplication ? " deploys " : " stands in ") + path.value_or("") +
                              ": by that its name is " + name + ", but it is called " + change.id.key.name +
                              (isConfigured ? "." : ", as if it were the folder beside it.");
            finding.help = "Rename it to " + name + ", or correct its " + (isApplication ? "source path." : "place.");
            report(judgement, "naming", isConfigured ? Weight::Full : Weight::AtMostWarn, std::move(finding));
        }
    }
    return {};
}

} // namespace noclobber::rules
