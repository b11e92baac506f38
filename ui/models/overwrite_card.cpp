#include "ui/models/overwrite_card.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/report/contest.h"
#include "ui/models/field_model.h"
#include "ui/models/object_state.h"
#include "ui/models/text.h"

namespace noclobber::models {

using report::Outcome;

namespace {

constexpr int mostFields = 12;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::OverwriteCard)
};

bool isAboutDefinitions(const rules::Finding &finding)
{
    return finding.rule == "overwrite" || finding.rule == "duplicate-identity" || finding.rule == "contested-object" ||
           finding.rule == "shadowed-declaration";
}

/// What an Application in effect manages, so that one sees what is at stake.
QString managedText(const argo::Inventory &inventory, const argo::ObjectId &id)
{
    const argo::Application *application = inventory.findApplication(id);
    if (application == nullptr)
        return {};
    QStringList paths;
    for (const argo::Source &source : application->sources)
        paths << toQString(source.path.empty() ? source.repository : source.path);
    const int count = static_cast<int>(inventory.objectsOf(id).size());
    return Say::tr("Deploys %1: %Ln objects", "paths", count).arg(paths.join(QStringLiteral(", ")));
}

QString titleOf(const report::Contender &contender)
{
    if (contender.isNew)
        return Say::tr("Incoming: new in head");
    return contender.outcome == Outcome::Gone ? Say::tr("Existing: in base") : Say::tr("Existing: in base and head");
}

QString outcomeOf(const report::Contender &contender)
{
    switch (contender.outcome) {
    case Outcome::Wins:
        return Say::tr("Wins");
    case Outcome::Loses:
        return Say::tr("Loses");
    case Outcome::Gone:
        return Say::tr("Gone in head");
    case Outcome::Undefined:
        break;
    }
    return Say::tr("Unpredictable");
}

Level levelOf(const report::Contender &contender)
{
    if (contender.outcome == Outcome::Undefined)
        return Level::Caution;
    return contender.outcome == Outcome::Wins && contender.isNew ? Level::Danger : Level::Quiet;
}

DefinitionCard definitionCard(const review::Review &review, const report::Contender &contender)
{
    const argo::Declaration &declaration = *contender.declaration;
    DefinitionCard card;
    card.title = titleOf(contender);
    card.outcome = outcomeOf(contender);
    card.level = levelOf(contender);
    card.place = placeText(declaration.location);
    card.facts << Say::tr("Document %1 of its file").arg(declaration.location.document);
    if (declaration.application)
        card.facts << Say::tr("Applied by %1").arg(objectText(*declaration.application));
    else
        card.facts << Say::tr("Which Application applies it is not seen here");
    const bool isInEffect = contender.outcome == Outcome::Wins;
    const argo::Inventory &inventory = isInEffect ? review.inventories.head : review.inventories.base;
    if (isInEffect || !contender.isNew) {
        if (const QString managed = managedText(inventory, declaration.id); !managed.isEmpty())
            card.facts << managed;
    }
    return card;
}

void addFindings(const review::Review &review, OverwriteCard &card)
{
    QStringList messages;
    QStringList helps;
    for (const rules::Finding &finding : review.findings) {
        if (finding.id != card.id || !isAboutDefinitions(finding))
            continue;
        messages << toQString(finding.message);
        helps << toQString(finding.help);
    }
    messages.removeDuplicates();
    helps.removeDuplicates();
    card.message = messages.join(QLatin1Char('\n'));
    card.help = helps.join(QLatin1Char('\n'));
}

void addFields(const diff::ObjectChange &change, OverwriteCard &card)
{
    for (const diff::FieldChange &field : change.fields) {
        if (card.fields.size() == mostFields) {
            card.moreFields = static_cast<int>(change.fields.size()) - mostFields;
            return;
        }
        card.fields << FieldLine{toQString(field.path), valueText(field.base), valueText(field.head)};
    }
}

QString consequenceOf(const review::Review &review, const argo::ObjectId &id)
{
    int deleted = 0;
    int withData = 0;
    for (const blast::AffectedObject &affected : review.radius.objects) {
        const bool isReached =
            affected.id != id && std::ranges::find(affected.because, id, &blast::Reason::id) != affected.because.end();
        if (!isReached || !blast::isDeletion(affected.effect))
            continue;
        ++deleted;
        withData += affected.dataFate == blast::DataFate::Lost ? 1 : 0;
    }
    if (deleted == 0)
        return {};
    if (withData == 0)
        return Say::tr("Because of this, %Ln objects would be deleted.", "", deleted);
    return Say::tr("Because of this, %Ln objects would be deleted, and the data of %1 of them lost.", "", deleted)
        .arg(withData);
}

int orderOf(const diff::ObjectChange &change)
{
    if (change.status == diff::Status::Overwritten)
        return 0;
    if (change.flags.contested)
        return 1;
    return change.status == diff::Status::Shadowed ? 2 : 3;
}

} // namespace

ContestLooks contestLooks(const diff::ObjectChange &change)
{
    if (change.flags.contested && change.status != diff::Status::Overwritten)
        return {Say::tr("Contested"), QStringLiteral("contested"), Level::Danger};
    if (change.status == diff::Status::Overwritten || change.status == diff::Status::Shadowed) {
        const ObjectState state = stateOf(&change, nullptr);
        return {Words::state(state), glyphOf(state), levelOf(state)};
    }
    return {Words::state(ObjectState::Duplicated), glyphOf(ObjectState::Duplicated),
            change.newDeclarations.empty() ? Level::Quiet : levelOf(ObjectState::Duplicated)};
}

std::vector<const diff::ObjectChange *> overwrites(const review::Review &review)
{
    using diff::Status;
    std::vector<const diff::ObjectChange *> found;
    for (const diff::ObjectChange &change : review.changes.changes) {
        if (change.status == Status::Overwritten || change.status == Status::Shadowed ||
            change.status == Status::Duplicated || change.flags.contested || change.head.size() > 1)
            found.push_back(&change);
    }
    std::ranges::stable_sort(found, {}, [](const diff::ObjectChange *change) { return orderOf(*change); });
    return found;
}

OverwriteCard overwriteCard(const review::Review &review, const diff::ObjectChange &change)
{
    const report::Contest contest = report::contestOf(change);
    OverwriteCard card;
    card.id = change.id;
    card.heading = objectText(change.id);
    card.scope = toQString(change.id.scope);
    card.isCertain = contest.isCertain;
    card.why = toQString(contest.why);
    for (const report::Contender &contender : contest.contenders)
        card.definitions << definitionCard(review, contender);
    addFindings(review, card);
    addFields(change, card);
    card.consequence = consequenceOf(review, change.id);
    return card;
}

} // namespace noclobber::models
