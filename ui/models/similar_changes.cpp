#include "ui/models/similar_changes.h"

#include <algorithm>

#include "core/report/field_text.h"
#include "ui/models/text.h"

namespace noclobber::models {

namespace {

constexpr std::size_t longestValue = 40;       ///< characters, on a row
constexpr std::size_t longestWholeValue = 400; ///< characters, in a list of all fields

bool mayShareARow(const ReviewedObject &object)
{
    const diff::ObjectChange *change = object.change;
    if (object.state != ObjectState::Modified || object.finding > Severity::Note || change == nullptr ||
        change->status != diff::Status::Modified || change->flags.any() || change->fields.empty())
        return false;
    if (object.affected != nullptr &&
        (object.affected->effect != blast::Effect::Updated || object.affected->dataFate <= blast::DataFate::AtRisk))
        return false;
    return std::ranges::none_of(change->fields,
                                [](const diff::FieldChange &field) { return field.isSecret || field.isImmutable; });
}

std::size_t mixed(std::size_t seed, std::size_t value)
{
    return seed ^ (value + 0x9e3779b97f4a7c15ULL + (seed << 6U) + (seed >> 2U));
}

std::size_t hashOf(const std::optional<yaml::Node> &value)
{
    if (!value)
        return 1;
    const bool isScalar = value->type != yaml::NodeType::Mapping && value->type != yaml::NodeType::Sequence;
    return std::hash<std::string>()(isScalar ? value->scalar : yaml::toCanonicalJson(*value));
}

std::size_t hashOf(const diff::ObjectChange &change)
{
    std::size_t hash = change.fields.size();
    for (const diff::FieldChange &field : change.fields) {
        hash = mixed(hash, std::hash<std::string>()(field.path));
        hash = mixed(hash, static_cast<std::size_t>(field.operation));
        hash = mixed(hash, hashOf(field.base));
        hash = mixed(hash, hashOf(field.head));
    }
    return hash;
}

bool isSameDelta(const diff::ObjectChange &one, const diff::ObjectChange &other)
{
    return std::ranges::equal(one.fields, other.fields, [](const diff::FieldChange &a, const diff::FieldChange &b) {
        return a.path == b.path && a.operation == b.operation && a.isOrderOnly == b.isOrderOnly && a.base == b.base &&
               a.head == b.head;
    });
}

QString valueOf(const std::optional<yaml::Node> &value, std::size_t limit)
{
    return value ? toQString(report::valueText(*value, limit)) : QString();
}

/// The end of a path that tells a person what it is: "labels.team", "containers[name=web].ports".
QString pathEnd(const std::string &path)
{
    std::size_t begin = path.size();
    int parts = 0;
    int depth = 0; // of brackets, which may hold dots
    while (begin > 0) {
        const char letter = path[begin - 1];
        depth += letter == ']' ? 1 : letter == '[' ? -1 : 0;
        if (letter == '.' && depth == 0 && ++parts == 2)
            break;
        --begin;
    }
    return toQString(std::string_view(path).substr(begin));
}

struct Image {
    std::string_view name;
    std::string_view tag; ///< or digest
};

/// "registry:5000/team/web:1.4" is image team/web with tag 1.4; an empty name where there is no tag.
Image imageOf(const std::optional<yaml::Node> &value)
{
    if (!value || value->type != yaml::NodeType::String)
        return {};
    const std::string_view text = value->scalar;
    const std::size_t at = text.find_first_of("@:", text.rfind('/') == std::string_view::npos ? 0 : text.rfind('/'));
    if (at == std::string_view::npos)
        return {};
    return {text.substr(0, at), text.substr(at + 1)};
}

} // namespace

void findSimilar(ChangeList &list)
{
    struct Delta {
        const diff::ObjectChange *example = nullptr;
        std::vector<std::size_t> places;
    };
    std::unordered_multimap<std::size_t, std::size_t> known; // hash to place in all
    std::vector<Delta> all;
    for (std::size_t place = 0; place < list.objects.size(); ++place) {
        if (!mayShareARow(list.objects[place]))
            continue;
        const diff::ObjectChange &change = *list.objects[place].change;
        const std::size_t hash = hashOf(change);
        const auto [begin, end] = known.equal_range(hash);
        auto found = std::find_if(begin, end,
                                  [&](const auto &entry) { return isSameDelta(*all[entry.second].example, change); });
        if (found == end) {
            found = known.emplace(hash, all.size());
            all.push_back({&change, {}});
        }
        all[found->second].places.push_back(place);
    }
    for (const Delta &delta : all) {
        if (static_cast<int>(delta.places.size()) < fewestSimilar)
            continue;
        for (const std::size_t place : delta.places)
            list.objects[place].delta = static_cast<int>(list.deltas.size());
        list.deltas.push_back(delta.example);
    }
}

QString DeltaWords::line(const diff::ObjectChange &example)
{
    const QString first = field(example.fields.front());
    const int more = static_cast<int>(example.fields.size()) - 1;
    return more == 0 ? first : tr("%1 and %Ln more fields", nullptr, more).arg(first);
}

QString DeltaWords::whole(const diff::ObjectChange &example)
{
    QStringList lines;
    for (const diff::FieldChange &field : example.fields) {
        const auto text = [](const std::optional<yaml::Node> &value) {
            return value ? valueOf(value, longestWholeValue) : tr("absent", "a field in one of two commits");
        };
        lines << tr("%1: %2 → %3", "field, value in base, value in head")
                     .arg(toQString(field.path), text(field.base), text(field.head));
    }
    return lines.join(QLatin1Char('\n'));
}

QString DeltaWords::field(const diff::FieldChange &field)
{
    const QString ofImage = image(field);
    if (!ofImage.isEmpty())
        return ofImage;
    const QString path = pathEnd(field.path);
    if (field.isOrderOnly)
        return tr("%1 in another order").arg(path);
    switch (field.operation) {
    case diff::FieldOperation::Added:
        return tr("%1 added: %2").arg(path, valueOf(field.head, longestValue));
    case diff::FieldOperation::Removed:
        return tr("%1 removed: %2").arg(path, valueOf(field.base, longestValue));
    case diff::FieldOperation::Replaced:
        break;
    }
    return tr("%1: %2 → %3", "field, value in base, value in head")
        .arg(path, valueOf(field.base, longestValue), valueOf(field.head, longestValue));
}

/// Of another tag of the same image; else "".
QString DeltaWords::image(const diff::FieldChange &field)
{
    const Image before = imageOf(field.base);
    const Image after = imageOf(field.head);
    if (!field.path.ends_with(".image") || before.name.empty() || before.name != after.name)
        return {};
    const std::string_view name = before.name.substr(before.name.rfind('/') + 1); // all of it where there is no slash
    const auto tagText = [](std::string_view tag) { return toQString(report::firstCharacters(tag, longestValue)); };
    return tr("image %1 %2 → %3", "name, tag in base, tag in head")
        .arg(toQString(name), tagText(before.tag), tagText(after.tag));
}

} // namespace noclobber::models
