#include "ui/models/change_list.h"

#include <QHash>
#include <algorithm>
#include <numeric>
#include <tuple>

#include "ui/models/object_filter.h"
#include "ui/models/text.h"

namespace noclobber::models {

namespace {

int riskOf(const ReviewedObject &object)
{
    if (object.affected == nullptr)
        return 100;
    return static_cast<int>(object.affected->dataFate) * 2 + (object.affected->isStateful ? 0 : 1);
}

/// Merges the two sorted lists of the review.
std::vector<ReviewedObject> unitedObjects(const review::Review &review)
{
    std::vector<ReviewedObject> objects;
    auto change = review.changes.changes.begin();
    auto affected = review.radius.objects.begin();
    while (change != review.changes.changes.end() || affected != review.radius.objects.end()) {
        ReviewedObject object;
        const bool takesChange = affected == review.radius.objects.end() ||
                                 (change != review.changes.changes.end() && change->id <= affected->id);
        const bool takesAffected = change == review.changes.changes.end() ||
                                   (affected != review.radius.objects.end() && affected->id <= change->id);
        object.id = takesChange ? change->id : affected->id;
        if (takesChange)
            object.change = &*change++;
        if (takesAffected)
            object.affected = &*affected++;
        object.state = stateOf(object.change, object.affected);
        objects.push_back(std::move(object));
    }
    return objects;
}

QString lowered(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toLower();
}

/// Words in lower case, told once instead of for every row.
template <typename Value>
const QString &loweredWord(QHash<int, QString> &known, Value value, QString (*word)(Value))
{
    QString &text = known[static_cast<int>(value)];
    if (text.isNull())
        text = word(value).toLower();
    return text;
}

/// Makes what the filter looks at.
class KeyWriter
{
public:
    QString key(const ReviewedObject &object);

private:
    QHash<int, QString> m_states, m_statuses, m_effects;
};

QString KeyWriter::key(const ReviewedObject &object)
{
    FilterFields fields;
    fields.kind = lowered(object.id.key.kind);
    fields.nameSpace = lowered(object.id.key.nameSpace);
    fields.name = lowered(object.id.key.name);
    fields.scope = lowered(object.id.scope);
    fields.state = loweredWord(m_states, object.state, &Words::state);
    QStringList files;
    if (object.change != nullptr) {
        fields.state += QLatin1Char(' ') + loweredWord(m_statuses, object.change->status, &Words::status);
        for (const auto *side : {&object.change->base, &object.change->head}) {
            for (const argo::Declaration &declaration : *side)
                files << lowered(declaration.location.path);
        }
    }
    if (object.affected != nullptr) {
        fields.state += QLatin1Char(' ') + loweredWord(m_effects, object.affected->effect, &Words::effect);
        if (object.affected->isStateful)
            fields.has = QStringLiteral("data");
        if (object.affected->location)
            files << lowered(object.affected->location->path);
    }
    if (files.size() > 1)
        files.removeDuplicates();
    fields.files = files.join(QLatin1Char('\n'));
    return fields.joined();
}

} // namespace

std::optional<std::size_t> ChangeList::find(const argo::ObjectId &id) const
{
    const auto idOf = [this](std::uint32_t place) -> const argo::ObjectId & { return objects[place].id; };
    const auto found = std::ranges::lower_bound(byId, id, {}, idOf);
    return found != byId.end() && idOf(*found) == id ? std::optional<std::size_t>(*found) : std::nullopt;
}

ChangeList makeChangeList(const review::Review &review)
{
    std::vector<ReviewedObject> sortedById = unitedObjects(review);
    std::vector<std::uint32_t> order(sortedById.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(
        order, {}, [&](std::uint32_t place) { return std::tuple(sortedById[place].state, riskOf(sortedById[place])); });
    ChangeList list;
    list.objects.reserve(order.size());
    list.keys.reserve(order.size());
    list.byId.resize(order.size());
    KeyWriter writer;
    for (const std::uint32_t place : order) {
        list.byId[place] = static_cast<std::uint32_t>(list.objects.size());
        list.objects.push_back(std::move(sortedById[place]));
        list.keys.push_back(writer.key(list.objects.back()));
    }
    return list;
}

} // namespace noclobber::models
