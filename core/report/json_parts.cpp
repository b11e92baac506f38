#include "core/report/json_parts.h"

#include "core/argo/application.h"

namespace noclobber::report {

namespace {

void writeLines(JsonWriter &json, const argo::Location &location)
{
    json.key("path");
    json.text(location.path);
    json.key("document");
    json.number(static_cast<std::uint64_t>(location.document));
    json.key("item");
    json.number(static_cast<std::uint64_t>(location.item));
    json.key("lines");
    json.beginList();
    json.number(static_cast<std::uint64_t>(location.firstLine));
    json.number(static_cast<std::uint64_t>(location.lastLine));
    json.endList();
}

} // namespace

void writeIdentity(JsonWriter &json, const argo::ObjectId &id)
{
    json.beginObject(JsonWriter::Layout::OneLine);
    json.key("scope");
    json.text(id.scope);
    json.key("group");
    json.text(id.key.group);
    json.key("kind");
    json.text(id.key.kind);
    json.key("namespace");
    json.text(id.key.nameSpace);
    json.key("name");
    json.text(id.key.name);
    json.endObject();
}

void writeIdentityOrNull(JsonWriter &json, const argo::ObjectId &id)
{
    if (id.key.kind.empty())
        json.null();
    else
        writeIdentity(json, id);
}

void writeLocation(JsonWriter &json, const argo::Location &location)
{
    json.beginObject(JsonWriter::Layout::OneLine);
    writeLines(json, location);
    json.endObject();
}

void writeDeclarations(JsonWriter &json, std::span<const argo::Declaration> declarations,
                       std::optional<std::size_t> winner)
{
    json.beginList();
    for (std::size_t place = 0; place < declarations.size(); ++place) {
        const argo::Declaration &declaration = declarations[place];
        json.beginObject(JsonWriter::Layout::OneLine);
        writeLines(json, declaration.location);
        json.key("winner");
        json.boolean(winner == place);
        json.key("application");
        if (declaration.application)
            json.text(argo::applicationName(*declaration.application));
        else
            json.null();
        json.endObject();
    }
    json.endList();
}

} // namespace noclobber::report
