#include "core/argo/generators.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/argo/generator_globs.h"
#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

using yaml::Node;
using yaml::NodeType;

Error wrong(const std::string &what)
{
    return {ErrorCode::Yaml, what, ""};
}

/// `path` and `exclude` of an entry of `directories` or `files`.
struct Pattern {
    std::string path;
    bool excludes = false;
};

std::vector<Pattern> patternsOf(const Node &entries)
{
    std::vector<Pattern> patterns;
    for (const Node &entry : entries.items) {
        const Node *exclude = entry.find("exclude");
        patterns.push_back({entry.text("path"), exclude && exclude->scalar == "true"});
    }
    return patterns;
}

/// The folders of the commit; of hidden ones neither they nor what is below. Source: GetGitDirectories of Argo CD's
/// repository server.
std::vector<std::string> foldersOf(const CommitScan &scan)
{
    std::set<std::string> folders;
    for (const std::string &path : scan.paths) {
        for (std::string_view folder = folderOf(path); !folder.empty(); folder = folderOf(folder)) {
            if (!folders.emplace(folder).second)
                break;
        }
    }
    std::erase_if(folders, [](const std::string &folder) {
        return folder.starts_with('.') || folder.find("/.") != std::string::npos;
    });
    std::vector<std::string> ordered(folders.begin(), folders.end());
    std::ranges::sort(ordered, walksBefore);
    return ordered;
}

/// `path` and what belongs to it. A file's has its name too.
void addPath(Parameters &parameters, const Node &git, const std::string &folder, std::optional<std::string> file,
             bool usesGoTemplate)
{
    const std::string shown = folder.empty() ? "." : folder;
    std::vector<std::pair<std::string, std::string>> names = {{"basename", std::string(fileName(shown))},
                                                              {"basenameNormalized", normalizedName(fileName(shown))}};
    if (file) {
        names.emplace_back("filename", *file);
        names.emplace_back("filenameNormalized", normalizedName(*file));
    }
    const std::string prefix = git.text("pathParamPrefix");
    const std::vector<std::string> segments = split(shown, '/');
    if (!usesGoTemplate) {
        const std::string path = prefix.empty() ? "path" : prefix + ".path";
        setField(parameters, path, textNode(shown));
        for (const auto &[name, value] : names)
            setField(parameters, path + '.' + name, textNode(value));
        for (std::size_t i = 0; i < segments.size(); ++i)
            setField(parameters, path + '[' + std::to_string(i) + ']', textNode(segments[i]));
        return;
    }
    Node path;
    setField(path, "path", textNode(shown));
    for (const auto &[name, value] : names)
        setField(path, name, textNode(value));
    Node parts;
    parts.type = NodeType::Sequence;
    for (const std::string &segment : segments)
        parts.items.push_back(textNode(segment));
    setField(path, "segments", std::move(parts));
    Node prefixed;
    if (!prefix.empty())
        setField(prefixed, "path", path);
    setField(parameters, prefix.empty() ? "path" : prefix, prefix.empty() ? std::move(path) : std::move(prefixed));
}

Result<Generated> generateDirectories(const Node &git, GeneratorContext &context)
{
    if (context.folders.empty())
        context.folders = foldersOf(context.scan);
    const auto patterns = patternsOf(*git.find("directories"));
    context.steps -= static_cast<long long>(4 * context.folders.size() * patterns.size());
    if (context.steps < 0)
        return wrong(say("it takes too long to be followed here"));
    Generated generated;
    for (const std::string &folder : context.folders) {
        const auto isTaken = [&](bool excludes) {
            return std::ranges::any_of(patterns, [&](const Pattern &pattern) {
                return pattern.excludes == excludes && matchesDirectory(pattern.path, folder);
            });
        };
        if (!isTaken(false) || isTaken(true))
            continue;
        ParameterSet set{{}, say("the folder {}", folder)};
        set.values.type = NodeType::Mapping;
        addPath(set.values, git, folder, {}, context.usesGoTemplate);
        if (auto added = addValues(git, set.values, context); !added)
            return added.error();
        generated.sets.push_back(std::move(set));
    }
    return generated;
}

/// The objects that a parameter file holds: one, or a list of them; an empty file counts as an empty one.
Result<std::vector<Node>> objectsOf(const std::string &bytes, const std::string &path)
{
    std::optional<Node> root;
    const auto remarks = yaml::readDocuments(bytes, yaml::TextFormat::Yaml, {}, [&](yaml::Document document) {
        if (document.number == 1)
            root = std::move(document.root);
    });
    if (!root && !remarks.problems.empty())
        return wrong(say("its file {}:{} cannot be read", path, remarks.problems.front().line));
    if (!root)
        root.emplace().type = NodeType::Mapping;
    if (root->type == NodeType::Mapping)
        return std::vector<Node>{asGoReads(std::move(*root))};
    const bool areMaps = std::ranges::all_of(root->items, [](const Node &n) { return n.type == NodeType::Mapping; });
    if (root->type != NodeType::Sequence || !areMaps)
        return wrong(say("its file {} holds neither a map nor a list of maps", path));
    return asGoReads(std::move(*root)).items;
}

Result<std::string> readFile(const git::TreeEntry &entry, GeneratorContext &context)
{
    git::BlobId blob = entry.id;
    if (entry.type == git::EntryType::SymbolicLink) {
        const auto [begin, end] = context.scan.filesWithin(entry.path);
        if (begin == end)
            return wrong(say("its file {} is a symbolic link that is not followed here", entry.path));
        blob = context.scan.files[begin].blob;
    }
    auto bytes = context.contents.file(blob);
    if (!bytes && bytes.error().code == ErrorCode::Io)
        return wrong(say("its file {} is too large to be read here", entry.path));
    return bytes;
}

Result<void> addFile(const Node &git, const git::TreeEntry &entry, GeneratorContext &context, Generated &generated)
{
    const auto bytes = readFile(entry, context);
    if (!bytes)
        return bytes.error();
    auto objects = objectsOf(*bytes, entry.path);
    if (!objects)
        return objects.error();
    for (Node &object : *objects) {
        ParameterSet set{std::move(object), say("the file {}", entry.path)};
        if (!context.usesGoTemplate) {
            Parameters flat;
            flat.type = NodeType::Mapping;
            for (auto &[key, value] : flattened(set.values))
                flat.fields.push_back({key, 0, textNode(value)});
            set.values = std::move(flat);
        }
        addPath(set.values, git, std::string(folderOf(entry.path)), std::string(fileName(entry.path)),
                context.usesGoTemplate);
        if (auto added = addValues(git, set.values, context); !added)
            return added;
        generated.sets.push_back(std::move(set));
    }
    if (generated.sets.size() > mostApplications)
        return wrong(say("it would make more than 10000 Applications"));
    return {};
}

Result<Generated> generateFiles(const Node &git, GeneratorContext &context)
{
    const auto patterns = patternsOf(*git.find("files"));
    context.steps -= static_cast<long long>(context.tree.entries.size() * patterns.size());
    if (context.steps < 0)
        return wrong(say("it takes too long to be followed here"));
    Generated generated;
    for (const git::TreeEntry &entry : context.tree.entries) {
        bool isTaken = false;
        bool isExcluded = false;
        for (const Pattern &pattern : patterns) {
            const auto matches = matchesFile(pattern.path, entry.path);
            if (!matches)
                return matches.error();
            (pattern.excludes ? isExcluded : isTaken) |= *matches;
        }
        if (!isTaken || isExcluded || entry.type == git::EntryType::Submodule)
            continue;
        if (auto added = addFile(git, entry, context, generated); !added)
            return added.error();
    }
    return generated;
}

/// Whether the revision is one commit for good: then what is reviewed does not change it.
bool isFixed(const std::string &revision)
{
    return revision.size() == 40 && revision.find_first_not_of("0123456789abcdef") == std::string::npos;
}

} // namespace

Result<Generated> generateGit(const yaml::Node &git, GeneratorContext &context)
{
    const std::string repository = git.text("repoURL");
    if (!context.own.contains(repository))
        return Generated{{}, {"git"}, {say("its generator git reads another repository, {}", repository)}};
    if (isFixed(git.text("revision")))
        return Generated{{}, {"git"}, {say("its generator git reads another revision, {}", git.text("revision"))}};
    const Node *directories = git.find("directories");
    if (directories && !directories->items.empty())
        return generateDirectories(git, context);
    const Node *files = git.find("files");
    if (files && !files->items.empty())
        return generateFiles(git, context);
    return wrong(say("its generator git names neither directories nor files"));
}

} // namespace noclobber::argo
