#include "ui/models/change_keys.h"

#include <QHash>
#include <QSet>

#include "core/report/words.h"
#include "ui/models/text.h"

namespace noclobber::models {

namespace {

constexpr qsizetype mostValues = 2000; ///< more of one token are no help in a list

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Texts of names in lower case, told once instead of for every row. A name is known by the address of its text.
class LoweredNames
{
public:
    const QString &of(const Name &name)
    {
        QString &text = m_known[&name.text()];
        if (text.isNull())
            text = textOf(name).toLower();
        return text;
    }

private:
    QHash<const std::string *, QString> m_known;
};

/// The different values of one token.
struct Values {
    QSet<const std::string *> names; ///< by the address of their text
    QSet<QString> texts;

    QStringList sorted() const
    {
        QSet<QString> all = texts;
        for (const std::string *name : names) {
            if (all.size() < mostValues)
                all.insert(toQString(*name));
        }
        QStringList list(all.begin(), all.end());
        list.sort(Qt::CaseInsensitive);
        return list;
    }
};

class KeyWriter
{
public:
    explicit KeyWriter(const review::Review &review)
    {
        for (const rules::Finding &finding : review.findings)
            m_rules[finding.id.key.name.empty() ? nullptr : &finding.id.key.name.text()].append(&finding);
    }

    QString key(const ReviewedObject &object);
    std::array<QStringList, filterFieldCount> values() const;

private:
    void addStates(FilterFields &fields, const ReviewedObject &object);
    void addFiles(FilterFields &fields, const ReviewedObject &object);
    void addRules(FilterFields &fields, const ReviewedObject &object);
    Values &of(FilterField field) { return m_values.at(static_cast<std::size_t>(field)); }
    const QString &take(FilterField field, const Name &name)
    {
        if (!name.empty())
            of(field).names.insert(&name.text());
        return m_lowered.of(name);
    }
    QString take(FilterField field, std::string_view word)
    {
        const QString text = textOf(word);
        of(field).texts.insert(text);
        return text;
    }

    LoweredNames m_lowered;
    std::array<Values, filterFieldCount> m_values;
    QHash<const std::string *, QList<const rules::Finding *>> m_rules; ///< by the name of their object
    QHash<int, QString> m_states;                                      ///< words of the states in lower case
    QHash<std::pair<const std::string *, const std::string *>, QString> m_applications; ///< by namespace and name
};

QString KeyWriter::key(const ReviewedObject &object)
{
    FilterFields fields;
    fields.name = m_lowered.of(object.id.key.name);
    fields.kind = take(FilterField::Kind, object.id.key.kind);
    fields.nameSpace = take(FilterField::NameSpace, object.id.key.nameSpace);
    fields.scope = take(FilterField::Scope, object.id.scope);
    if (object.declaration != nullptr && object.declaration->application) {
        const kube::ResourceKey &app = object.declaration->application->key;
        QString &text = m_applications[{&app.nameSpace.text(), &app.name.text()}];
        if (text.isNull()) {
            text = (textOf(app.nameSpace) + QLatin1Char('/') + textOf(app.name)).toLower();
            of(FilterField::Application).texts.insert(nameText(*object.declaration->application));
        }
        fields.application = text;
    }
    addStates(fields, object);
    addFiles(fields, object);
    addRules(fields, object);
    QStringList has;
    if (object.affected != nullptr && object.affected->isStateful)
        has << QStringLiteral("data");
    if (object.isProtected)
        has << QStringLiteral("protection");
    if (!fields.rules.isEmpty())
        has << QStringLiteral("finding");
    fields.has = has.join(QLatin1Char(' '));
    return fields.joined();
}

void KeyWriter::addStates(FilterFields &fields, const ReviewedObject &object)
{
    QString &state = m_states[static_cast<int>(object.state)];
    if (state.isNull())
        state = Words::state(object.state).toLower();
    fields.state = state;
    if (object.change != nullptr)
        fields.state += QLatin1Char(' ') + take(FilterField::State, report::word(object.change->status));
    if (object.change != nullptr && object.change->flags.formattingOnly)
        fields.state += QStringLiteral(" formattingonly");
    if (object.affected == nullptr)
        return;
    fields.effect = take(FilterField::Effect, report::word(object.affected->effect));
    of(FilterField::State).texts.insert(fields.effect);
    fields.state += QLatin1Char(' ') + fields.effect;
    fields.fate = take(FilterField::Fate, report::word(object.affected->dataFate));
}

void KeyWriter::addFiles(FilterFields &fields, const ReviewedObject &object)
{
    QList<const std::string *> paths;
    const auto add = [&](const argo::Location &location) {
        if (!location.path.empty() && !paths.contains(&location.path.text()))
            paths << &location.path.text();
    };
    if (object.change != nullptr) {
        for (const auto *side : {&object.change->base, &object.change->head}) {
            for (const argo::Declaration &declaration : *side)
                add(declaration.location);
        }
    }
    if (object.affected != nullptr && object.affected->location)
        add(*object.affected->location);
    for (const std::string *path : paths) {
        const QString text = textOf(*path);
        const QString folder = text.left(text.lastIndexOf(QLatin1Char('/')) + 1);
        if (!folder.isEmpty())
            of(FilterField::File).texts.insert(folder);
        fields.files += (fields.files.isEmpty() ? QString() : QStringLiteral("\n")) + text.toLower();
    }
}

void KeyWriter::addRules(FilterFields &fields, const ReviewedObject &object)
{
    if (m_rules.isEmpty())
        return;
    QStringList ids;
    for (const rules::Finding *finding : m_rules.value(&object.id.key.name.text())) {
        if (finding->id == object.id)
            ids << take(FilterField::Rule, finding->rule);
    }
    ids.removeDuplicates();
    fields.rules = ids.join(QLatin1Char(' '));
}

std::array<QStringList, filterFieldCount> KeyWriter::values() const
{
    std::array<QStringList, filterFieldCount> values;
    for (std::size_t field = 0; field < filterFieldCount; ++field)
        values.at(field) = m_values.at(field).sorted();
    values.at(static_cast<std::size_t>(FilterField::Has)) = {QStringLiteral("comment"), QStringLiteral("data"),
                                                             QStringLiteral("finding"), QStringLiteral("protection")};
    values.at(static_cast<std::size_t>(FilterField::Is)) = {QStringLiteral("seen"), QStringLiteral("unseen")};
    values.at(static_cast<std::size_t>(FilterField::Risk)) = {QStringLiteral(">=1"), QStringLiteral(">=2"),
                                                              QStringLiteral(">=3"), QStringLiteral("4")};
    return values;
}

} // namespace

void addFilterKeys(ChangeList &list, const review::Review &review)
{
    KeyWriter writer(review);
    list.keys.reserve(list.objects.size());
    for (const ReviewedObject &object : list.objects)
        list.keys.push_back(writer.key(object));
    list.values = writer.values();
}

} // namespace noclobber::models
