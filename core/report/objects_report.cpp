#include "core/report/objects_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>

#include "core/base/text.h"
#include "core/diff/field_changes.h"
#include "core/report/json_parts.h"

namespace noclobber::report {

namespace {

/// The declaration that `content` shows: the winner, or while contested the last one in effect.
const argo::Declaration &shownDeclaration(const argo::DeclaredObject &object)
{
    return object.declarations[object.inEffect.back()];
}

/// What each object in effect says, written by `write`, in the order of the objects. They are read file by file: a
/// file with many documents is parsed once and not once an object.
Result<std::vector<std::string>> readContents(const review::ObjectList &list, std::stop_token stop,
                                              const std::function<std::string(const yaml::Node &)> &write)
{
    const auto &objects = list.inventory.objects;
    std::vector<std::size_t> places(objects.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::sort(places, {}, [&](std::size_t place) -> const argo::Location & {
        return shownDeclaration(objects[place]).location;
    });
    auto reader = argo::ContentReader::open(list.comparison);
    if (!reader)
        return reader.error();
    std::vector<std::string> contents(objects.size());
    for (const std::size_t place : places) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "cancelled", ""};
        const auto content = reader->content(shownDeclaration(objects[place]));
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

void writeObject(JsonWriter &json, const argo::DeclaredObject &object, const std::string *content)
{
    json.beginObject();
    json.key("identity");
    writeIdentity(json, object.id);
    json.key("apiVersion");
    json.text(shownDeclaration(object).manifest->apiVersion);
    json.key("declarations");
    const auto winner = object.isContested() ? std::nullopt : std::optional(object.inEffect.front());
    writeDeclarations(json, object.declarations, winner);
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
    std::vector<std::string> contents;
    if (options.withContent) {
        auto read = readContents(list, stop, oneLineJson);
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
    for (std::size_t i = 0; i < list.inventory.objects.size(); ++i)
        writeObject(json, list.inventory.objects[i], contents.empty() ? nullptr : &contents[i]);
    json.endList();
    writeProblems(json, list.problems);
    json.endObject();
    return json.finish();
}

Result<std::string> writeObjectsText(const review::ObjectList &list, const ObjectsOptions &options,
                                     std::stop_token stop)
{
    std::vector<std::string> contents;
    if (options.withContent) {
        auto read = readContents(list, stop, yaml::toYaml);
        if (!read)
            return read.error();
        contents = std::move(*read);
    }
    std::string text;
    for (std::size_t i = 0; i < list.inventory.objects.size(); ++i) {
        const argo::DeclaredObject &object = list.inventory.objects[i];
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
