#include "core/report/objects_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <span>

#include "core/base/text.h"
#include "core/diff/field_changes.h"
#include "core/report/json_parts.h"

namespace noclobber::report {

namespace {

/// One entry of the list. A declaration with only a generateName is an object of its own: the cluster makes up a name
/// each time.
struct Listed {
    std::span<const argo::Declaration> declarations;
    Few<std::size_t> inEffect; ///< places, at least one

    /// The declaration that `content` shows: the winner, or while contested the last one in effect.
    const argo::Declaration &shown() const { return declarations[inEffect.back()]; }
    std::optional<std::size_t> winner() const
    {
        return inEffect.size() == 1 ? std::optional(inEffect.front()) : std::nullopt;
    }
};

std::vector<Listed> listedObjects(const review::ObjectList &list)
{
    std::vector<Listed> listed;
    for (const argo::DeclaredObject &object : list.inventory.objects) {
        const std::span<const argo::Declaration> declarations(object.declarations.begin(), object.declarations.end());
        if (!object.inEffect.empty()) {
            listed.push_back({declarations, object.inEffect});
            continue;
        }
        for (std::size_t place = 0; place < declarations.size(); ++place)
            listed.push_back({declarations.subspan(place, 1), {0}});
    }
    return listed;
}

/// What each object in effect says, written by `write`, in the order of the objects. They are read file by file: the
/// reader keeps the last files it read.
Result<std::vector<std::string>> readContents(const review::ObjectList &list, const std::vector<Listed> &objects,
                                              std::stop_token stop,
                                              const std::function<std::string(const yaml::Node &)> &write)
{
    std::vector<std::size_t> places(objects.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::sort(places, {},
                      [&](std::size_t place) -> const argo::Location & { return objects[place].shown().location; });
    auto reader = argo::ContentReader::open(list.comparison);
    if (!reader)
        return reader.error();
    std::vector<std::string> contents(objects.size());
    for (const std::size_t place : places) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "cancelled", ""};
        const auto content = reader->content(objects[place].shown());
        if (!content)
            return content.error();
        contents[place] = write(diff::maskSecrets(**content, nullptr));
    }
    return contents;
}

std::string oneLineJson(const yaml::Node &content)
{
    JsonWriter json;
    json.beginList(JsonWriter::Layout::OneLine); // all inside stays on one line
    json.node(content);
    json.endList();
    const std::string list = json.finish();
    return list.substr(1, list.size() - 3);
}

void writeObject(JsonWriter &json, const Listed &object, const std::string *content)
{
    json.beginObject();
    json.key("identity");
    writeIdentity(json, object.shown().id);
    json.key("apiVersion");
    json.text(object.shown().manifest->apiVersion);
    json.key("declarations");
    writeDeclarations(json, object.declarations, object.winner());
    if (content != nullptr) {
        json.key("content");
        json.written(*content);
    }
    json.endObject();
}

void writeProblems(JsonWriter &json, const std::vector<review::Problem> &problems)
{
    json.key("problems");
    json.beginList();
    for (const review::Problem &problem : problems) {
        json.beginObject(JsonWriter::Layout::OneLine);
        json.key("path");
        json.text(problem.path);
        json.key("line");
        json.number(static_cast<std::uint64_t>(problem.line));
        json.key("commit");
        json.text("head");
        json.key("message");
        json.text(problem.message);
        json.endObject();
    }
    json.endList();
}

std::string declarationLine(const argo::Declaration &declaration, bool isInEffect)
{
    std::string line = fmt::format("{}  {}", argo::toText(declaration.id), argo::toText(declaration.location));
    if (declaration.application)
        line += "  " + argo::applicationName(*declaration.application);
    if (!isInEffect)
        line += "  (not in effect)";
    return printable(line) + "\n";
}

} // namespace

Result<std::string> writeObjectsJson(const review::ObjectList &list, const ObjectsOptions &options,
                                     std::stop_token stop)
{
    const std::vector<Listed> objects = listedObjects(list);
    std::vector<std::string> contents;
    if (options.withContent) {
        auto read = readContents(list, objects, stop, oneLineJson);
        if (!read)
            return read.error();
        contents = std::move(*read);
    }
    JsonWriter json;
    json.beginObject();
    json.key("schema");
    json.text("noclobber.objects/1");
    json.key("commit");
    json.text(list.comparison.head.commit);
    json.key("objects");
    json.beginList();
    for (std::size_t i = 0; i < objects.size(); ++i)
        writeObject(json, objects[i], contents.empty() ? nullptr : &contents[i]);
    json.endList();
    writeProblems(json, list.problems);
    json.endObject();
    return json.finish();
}

Result<std::string> writeObjectsText(const review::ObjectList &list, const ObjectsOptions &options,
                                     std::stop_token stop)
{
    const std::vector<Listed> objects = listedObjects(list);
    std::vector<std::string> contents;
    if (options.withContent) {
        auto read = readContents(list, objects, stop, yaml::toYaml);
        if (!read)
            return read.error();
        contents = std::move(*read);
    }
    std::string text;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const Listed &object = objects[i];
        for (std::size_t place = 0; place < object.declarations.size(); ++place) {
            const bool isInEffect = std::ranges::find(object.inEffect, place) != object.inEffect.end();
            text += options.withContent ? "# " : "";
            text += declarationLine(object.declarations[place], isInEffect);
        }
        if (options.withContent)
            text += printable(contents[i], true) + "---\n";
    }
    for (const review::Problem &problem : list.problems)
        text += printable(fmt::format("# not read: {}:{}: {}", problem.path, problem.line, problem.message)) + "\n";
    return text;
}

} // namespace noclobber::report
