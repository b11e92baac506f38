#include "ui/models/change_text.h"

#include <QLocale>

#include "ui/models/similar_changes.h"
#include "ui/models/text.h"

namespace noclobber::models {

QString ChangeText::name(const ReviewedObject &object)
{
    if (object.oldPlace < 0)
        return nameText(object.id);
    return tr("%1 → %2", "old name, new name").arg(nameText(*object.change->renamedFrom), nameText(object.id));
}

QList<Mark> ChangeText::marks(const ReviewedObject &object)
{
    QList<Mark> marks;
    if (object.isProtected)
        marks << Mark{QStringLiteral("protected"), tr("Protected"), Level::Note};
    if (object.affected != nullptr && object.affected->dataFate == blast::DataFate::Retained)
        marks << Mark{QStringLiteral("retained"), tr("Retained"), Level::Note};
    if (object.change == nullptr)
        return marks;
    const diff::Flags &flags = object.change->flags;
    if (flags.contested)
        marks << Mark{QStringLiteral("contested"), tr("Contested"), Level::Caution};
    if (flags.recreated)
        marks << Mark{QStringLiteral("replaced"), tr("Immutable field"), Level::Caution};
    if (flags.apiMigrated)
        marks << Mark{QStringLiteral("api-moved"), tr("API moved"), Level::Caution};
    if (flags.formattingOnly)
        marks << Mark{QStringLiteral("formatting"), tr("Formatting only"), Level::Quiet};
    if (flags.deduplicated)
        marks << Mark{QStringLiteral("duplicated"), tr("A copy is gone"), Level::Quiet};
    if (flags.hook)
        marks << Mark{QStringLiteral("hook"), tr("Hook"), Level::Caution};
    return marks;
}

QString ChangeText::remark(const ReviewedObject &object)
{
    QStringList parts;
    const blast::AffectedObject *affected = object.affected;
    if (affected != nullptr && affected->isDerived)
        parts << tr("made by the cluster");
    if (affected != nullptr && !affected->storage.empty())
        parts << toQString(affected->storage);
    const bool isTold = object.state == ObjectState::DataLost || object.state == ObjectState::DataAtRisk;
    if (affected != nullptr && !isTold && affected->dataFate != blast::DataFate::None)
        parts << Words::dataFate(affected->dataFate);
    if (object.dependants > 0)
        parts << tr("reaches %Ln others", "", object.dependants);
    if (affected != nullptr) {
        for (const std::string &protection : affected->protections)
            parts << toQString(protection);
    }
    if (object.change != nullptr && object.change->status == diff::Status::Moved)
        parts << moved(*object.change);
    if (object.change != nullptr && object.change->status == diff::Status::Renamed)
        parts << renamed(object);
    return listed(parts);
}

QString ChangeText::moved(const diff::ObjectChange &change)
{
    const argo::Declaration *base = change.winnerInBase();
    const argo::Declaration *head = change.winnerInHead();
    if (base == nullptr || head == nullptr)
        return tr("moved");
    const QString places =
        tr("%1 → %2", "old file, new file").arg(toQString(base->location.path), toQString(head->location.path));
    return change.fields.empty() ? tr("%1, the same content", "files").arg(places) : places;
}

QString ChangeText::renamed(const ReviewedObject &object)
{
    const diff::ObjectChange &change = *object.change;
    const QString likeness = QLocale().toString(change.likeness * 100, 'f', 0);
    if (object.oldPlace >= 0)
        return tr("%1 % of the values alike; the old object goes, the new one begins anew").arg(likeness);
    return change.renamedFrom ? tr("was %1, %2 % alike").arg(nameText(*change.renamedFrom), likeness)
                              : tr("now %1, %2 % alike").arg(nameText(*change.renamedTo), likeness);
}

QString ChangeText::sentence(const ReviewedObject &object, const QString &seen)
{
    using blast::Effect;
    const blast::AffectedObject *affected = object.affected;
    const bool isPlain =
        affected == nullptr || affected->effect == Effect::Created || affected->effect == Effect::Updated;
    QStringList parts;
    if (isPlain || object.state == ObjectState::Overwritten)
        parts << Words::state(object.state);
    if (!isPlain)
        parts << Words::effect(affected->effect);
    if (object.state == ObjectState::DataLost || object.state == ObjectState::DataAtRisk)
        parts << Words::dataFate(affected->dataFate);
    const QString shortName =
        object.oldPlace < 0 ? toQString(object.id.key.name)
                            : tr("%1 → %2", "old name, new name")
                                  .arg(toQString(object.change->renamedFrom->key.name), toQString(object.id.key.name));
    parts << tr("%1 %2", "kind, name").arg(toQString(object.id.key.kind), shortName);
    if (!object.id.key.nameSpace.empty())
        parts << tr("namespace %1").arg(toQString(object.id.key.nameSpace));
    if (!object.id.scope.empty())
        parts << tr("cluster %1").arg(toQString(object.id.scope));
    for (const Mark &mark : marks(object))
        parts << mark.word;
    parts << remark(object) << seen;
    parts.removeAll(QString());
    return listed(parts);
}

QString ChangeText::fold(const diff::ObjectChange &example, int count)
{
    return tr("%Ln objects: %1", "with the same change", count).arg(DeltaWords::line(example));
}

} // namespace noclobber::models
