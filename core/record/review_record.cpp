#include "core/record/review_record.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/say.h"

namespace noclobber::record {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view schema = "noclobber.record/1";
constexpr std::string_view schemaName = "noclobber.record/";
constexpr unsigned mostComments = 1'000'000'000;

Json identity(const argo::ObjectId &id)
{
    return {{"scope", id.scope.text()},
            {"group", id.key.group.text()},
            {"kind", id.key.kind.text()},
            {"namespace", id.key.nameSpace.text()},
            {"name", id.key.name.text()}};
}

Json decision(const Decision &made)
{
    Json json{{"choice", made.choice == Choice::Approve ? "approve" : "request-changes"},
              {"summary", made.summary},
              {"by", made.by},
              {"time", made.time},
              {"base", made.base},
              {"head", made.head}};
    if (made.overridden)
        json["override"] = {{"object", made.overridden->object}, {"reason", made.overridden->reason}};
    return json;
}

/// A comment is named by its place in the list: that is its number when the record is read again.
Json drafts(const ReviewRecord &record)
{
    Json list = Json::array();
    for (const Draft &draft : record.drafts) {
        const auto comment = std::ranges::find(record.comments, draft.number, &Comment::number);
        const bool isOfOne = draft.number != 0 && comment != record.comments.end();
        list.push_back({{"object", identity(draft.id)},
                        {"field", draft.field},
                        {"text", draft.text},
                        {"comment", isOfOne ? 1 + (comment - record.comments.begin()) : 0}});
    }
    return list;
}

std::optional<Digest> digestOf(std::string_view hex)
{
    Digest digest;
    if (hex.size() != 2 * digest.bytes.size())
        return std::nullopt;
    const auto value = [](char digit) {
        return digit >= '0' && digit <= '9' ? digit - '0' : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
    };
    for (std::size_t i = 0; i < digest.bytes.size(); ++i) {
        const int high = value(hex[2 * i]);
        const int low = value(hex[2 * i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        digest.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return digest;
}

/// Takes a record out of JSON. The first thing that is wrong is kept, and nothing after it counts.
class Reading
{
public:
    std::string wrong; ///< "" while nothing is

    const Json &member(const Json &object, const char *name, const std::string &place)
    {
        static const Json none;
        if (!object.is_object())
            refuse(say("{} is no object", named(place)));
        else if (const auto found = object.find(name); found != object.end())
            return *found;
        else
            refuse(say("{} is missing", join(place, name)));
        return none;
    }

    std::string text(const Json &object, const char *name, const std::string &place)
    {
        const Json &value = member(object, name, place);
        if (value.is_string())
            return value.get<std::string>();
        refuse(say("{} is no text", join(place, name)));
        return {};
    }

    argo::ObjectId id(const Json &object, const std::string &place)
    {
        const auto part = [&](const char *name) { return Name(text(object, name, place)); };
        return {part("scope"), {part("group"), part("kind"), part("namespace"), part("name")}};
    }

    /// Calls `each` with the items of a list and their places.
    template <typename Each>
    void list(const Json &object, const char *name, Each each)
    {
        const Json &items = member(object, name, {});
        if (!items.is_array())
            return refuse(say("{} is no list", name));
        for (std::size_t i = 0; i < items.size() && wrong.empty(); ++i)
            each(items[i], fmt::format("{}[{}]", name, i));
    }

    void refuse(const std::string &sentence)
    {
        if (wrong.empty())
            wrong = sentence;
    }

    SeenMark mark(const Json &json, const std::string &place)
    {
        SeenMark mark{id(member(json, "object", place), join(place, "object")), {}};
        const auto digest = digestOf(text(json, "digest", place));
        if (digest)
            mark.digest = *digest;
        else
            refuse(say("{} is not 64 hexadecimal digits", join(place, "digest")));
        return mark;
    }

    Comment comment(const Json &json, const std::string &place)
    {
        Comment comment{0, id(member(json, "object", place), join(place, "object")), text(json, "field", place),
                        text(json, "text", place), text(json, "time", place)};
        return comment;
    }

    Draft draft(const Json &json, const std::string &place)
    {
        const Json &number = member(json, "comment", place);
        if (!number.is_number_unsigned() || number > mostComments)
            refuse(say("{} is no number of a comment", join(place, "comment")));
        return {wrong.empty() ? number.get<int>() : 0, id(member(json, "object", place), join(place, "object")),
                text(json, "field", place), text(json, "text", place)};
    }

    Decision decision(const Json &json)
    {
        const std::string place = "decision";
        Decision made{Choice::RequestChanges,
                      text(json, "summary", place),
                      text(json, "by", place),
                      text(json, "time", place),
                      text(json, "base", place),
                      text(json, "head", place),
                      std::nullopt};
        const std::string choice = text(json, "choice", place);
        if (choice == "approve")
            made.choice = Choice::Approve;
        else if (choice != "request-changes")
            refuse(say("{} is neither approve nor request-changes", "decision.choice"));
        if (json.is_object() && json.contains("override")) {
            const Json &why = json["override"];
            made.overridden =
                Override{text(why, "object", "decision.override"), text(why, "reason", "decision.override")};
        }
        return made;
    }

private:
    static std::string named(const std::string &place) { return place.empty() ? say("the document") : place; }
    static std::string join(const std::string &place, std::string_view name)
    {
        return place.empty() ? std::string(name) : fmt::format("{}.{}", place, name);
    }
};

Result<Json> parsed(std::string_view text)
{
    try {
        return Json::parse(text);
    } catch (const Json::parse_error &error) {
        const std::string_view before = text.substr(0, error.byte > 0 ? error.byte - 1 : 0);
        const auto line = 1 + std::ranges::count(before, '\n');
        const std::size_t begin = before.rfind('\n');
        const std::size_t column = before.size() - (begin == std::string_view::npos ? 0 : begin + 1) + 1;
        return Error{ErrorCode::Io, say("the review record is damaged: it is not JSON"),
                     fmt::format("line {}, column {}", line, column)};
    } catch (const Json::exception &) {
        return Error{ErrorCode::Io, say("the review record is damaged: it is not JSON"), {}};
    }
}

ReviewRecord recordIn(Reading &reading, const Json &json)
{
    ReviewRecord record;
    record.repository = reading.text(json, "repository", {});
    record.base = reading.text(json, "base", {});
    record.head = reading.text(json, "head", {});
    reading.list(json, "seen",
                 [&](const Json &item, const std::string &place) { record.seen.push_back(reading.mark(item, place)); });
    reading.list(json, "comments", [&](const Json &item, const std::string &place) {
        record.comments.push_back(reading.comment(item, place));
        record.comments.back().number = static_cast<int>(record.comments.size());
    });
    if (json.contains("drafts")) {
        reading.list(json, "drafts", [&](const Json &item, const std::string &place) {
            record.drafts.push_back(reading.draft(item, place));
        });
    }
    const Json &made = reading.member(json, "decision", {});
    if (!made.is_null())
        record.decision = reading.decision(made);
    reading.list(json, "doneSteps", [&](const Json &item, const std::string &place) {
        item.is_string() ? record.doneSteps.push_back(item.get<std::string>())
                         : reading.refuse(say("{} is no text", place));
    });
    std::ranges::sort(record.seen, {}, &SeenMark::id);
    const auto repeated = std::ranges::unique(record.seen, {}, &SeenMark::id);
    record.seen.erase(repeated.begin(), repeated.end());
    std::ranges::sort(record.doneSteps);
    return record;
}

} // namespace

std::string stepKey(const recovery::Step &step)
{
    std::string text = fmt::format("{}\n{}\n", static_cast<int>(step.stage), step.id ? argo::toText(*step.id) : "");
    if (step.commands.empty()) // else it is the same step in every language
        text += step.what + "\n";
    for (const std::string &command : step.commands)
        text += command + "\n";
    return toHex(sha256(text)).substr(0, 32);
}

std::string toJson(const ReviewRecord &record)
{
    Json json{{"schema", schema}, {"repository", record.repository}, {"base", record.base}, {"head", record.head}};
    Json &seen = json["seen"] = Json::array();
    for (const SeenMark &mark : record.seen)
        seen.push_back({{"object", identity(mark.id)}, {"digest", toHex(mark.digest)}});
    Json &comments = json["comments"] = Json::array();
    for (const Comment &comment : record.comments)
        comments.push_back({{"object", identity(comment.id)},
                            {"field", comment.field},
                            {"text", comment.text},
                            {"time", comment.time}});
    if (!record.drafts.empty()) // versions without them read a record all the same
        json["drafts"] = drafts(record);
    json["decision"] = record.decision ? decision(*record.decision) : Json();
    json["doneSteps"] = record.doneSteps;
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<ReviewRecord> readRecord(std::string_view json)
{
    const Result<Json> document = parsed(json);
    if (!document)
        return document.error();
    Reading reading;
    const std::string written = reading.text(*document, "schema", {});
    if (reading.wrong.empty() && written != schema)
        return Error{ErrorCode::Io, say("the file is no review record of this version"), {}};
    ReviewRecord record = recordIn(reading, *document);
    if (!reading.wrong.empty())
        return Error{ErrorCode::Io, say("the review record is damaged"), reading.wrong};
    return record;
}

bool isOfNewerVersion(std::string_view json)
{
    const Result<Json> document = parsed(json);
    if (!document)
        return false;
    const std::string written = Reading().text(*document, "schema", {});
    if (!written.starts_with(schemaName))
        return false;
    const std::string_view version = std::string_view(written).substr(schemaName.size());
    const bool isNumber = !version.empty() && version.size() < 9 &&
                          std::ranges::all_of(version, [](char c) { return c >= '0' && c <= '9'; });
    return isNumber && version.front() != '0' && version != schema.substr(schemaName.size());
}

} // namespace noclobber::record
