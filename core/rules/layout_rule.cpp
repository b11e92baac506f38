#include <algorithm>
#include <cctype>
#include <map>

#include "core/base/text.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

constexpr std::size_t fewestFiles = 5; ///< of which a habit can be read

/// The declarations of one commit's files, those in effect or not; what several Applications cover once.
using Files = std::map<std::string, std::vector<const argo::Declaration *>>;

Files filesOf(const argo::Inventory &inventory)
{
    Files files;
    for (const argo::DeclaredObject &object : inventory.objects) {
        for (const argo::Declaration &declaration : object.declarations) {
            auto &inFile = files[declaration.location.path];
            if (std::ranges::none_of(inFile,
                                     [&](const auto *other) { return other->location == declaration.location; }))
                inFile.push_back(&declaration);
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
        custom.named += declarations.size() == 1 && tellsName(path, declarations.front()->id.key.name);
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

Finding about(const std::vector<const argo::Declaration *> &declarations)
{
    Finding finding;
    finding.id = declarations.back()->id;
    finding.location = declarations.back()->location;
    return finding;
}

void judgeSeveral(Judgement &judgement, const std::string &path,
                  const std::vector<const argo::Declaration *> &declarations)
{
    Finding finding = about(declarations);
    finding.message = path + " holds " + counted(declarations.size(), "object") +
                      ", where this repository has one a file: the next one that is appended here looks like an "
                      "addition, whatever it replaces.";
    report(judgement, "layout", Weight::Full, std::move(finding));
}

/// An object of the same kind and name beside it, in another namespace or group, that the file names do not tell apart.
const argo::Declaration *twinBeside(const Files &files, const std::string &path, const argo::Declaration &declaration)
{
    const kube::ResourceKey &key = declaration.id.key;
    const std::string folder = std::string(folderOf(path)) + "/";
    for (auto file = files.lower_bound(folder); file != files.end() && file->first.starts_with(folder); ++file) {
        for (const argo::Declaration *other : file->second) {
            const kube::ResourceKey &twin = other->id.key;
            const bool isTwin =
                twin.kind == key.kind && twin.name == key.name && other->id.scope == declaration.id.scope;
            const bool isTold = (twin.nameSpace != key.nameSpace && tells(path, key.nameSpace)) ||
                                (twin.group != key.group && tells(path, key.group));
            if (isTwin && other->id != declaration.id && folderOf(file->first) == folderOf(path) && !isTold)
                return other;
        }
    }
    return nullptr;
}

void judgeName(Judgement &judgement, const Files &files, const std::string &path, const argo::Declaration &declaration)
{
    Finding finding = about({&declaration});
    if (!tellsName(path, declaration.id.key.name)) {
        finding.message = path + " holds " + argo::shortText(declaration.id) +
                          ", which its name does not tell, as the other files' names here do.";
    } else if (const argo::Declaration *twin = twinBeside(files, path, declaration)) {
        finding.related = {twin->location};
        finding.message = path + " holds " + argo::shortText(declaration.id) + ", and " + placeOf(*twin) + " " +
                          argo::shortText(twin->id) +
                          ": the file's name loses what tells them apart, so one may be written over the other.";
    } else {
        return;
    }
    report(judgement, "layout", Weight::Full, std::move(finding));
}

/// Whether the change adds the file, or makes it hold several objects, or another one.
bool isLaidOutAnew(const Files &base, const std::string &path, const std::vector<const argo::Declaration *> &now)
{
    const auto found = base.find(path);
    if (found == base.end())
        return true;
    if (now.size() > 1)
        return found->second.size() <= 1;
    return found->second.size() == 1 && found->second.front()->id != now.front()->id;
}

} // namespace

void judgeLayout(Judgement &judgement)
{
    const Files base = filesOf(judgement.change.inventories.base);
    const Files head = filesOf(judgement.change.inventories.head);
    const Custom custom = customOf(base.empty() ? head : base); // an audit has no base
    for (const auto &[path, declarations] : head) {
        const bool isConfigured = isLaidOut(judgement.change.configuration, path);
        if (!isLaidOutAnew(base, path, declarations))
            continue;
        if (declarations.size() > 1 && (isConfigured || custom.isOneEach()))
            judgeSeveral(judgement, path, declarations);
        else if (declarations.size() == 1 && (isConfigured || custom.isNamed()))
            judgeName(judgement, head, path, *declarations.front());
    }
}

} // namespace noclobber::rules
