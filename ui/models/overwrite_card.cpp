#include "ui/models/overwrite_card.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <set>

#include "core/report/contest.h"
#include "ui/models/field_model.h"
#include "ui/models/object_state.h"
#include "ui/models/overwrite_mend.h"
#include "ui/models/text.h"

namespace noclobber::models {

using report::Outcome;

namespace {

constexpr int mostFields = 12;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::OverwriteCard)
};

/// What an Application in effect manages, so that one sees what is at stake.
QStringList managedTexts(const review::Review &review, const argo::ObjectId &id, bool isInHead)
{
    const argo::Inventory &inventory = isInHead ? review.inventories.head : review.inventories.base;
    const argo::Application *application = inventory.findApplication(id);
    if (application == nullptr)
        return {};
    QStringList paths;
    for (const argo::Source &source : application->sources)
        paths << toQString(source.path.empty() ? source.repository : source.path);
    const auto objects = inventory.objectsOf(id);
    QStringList texts{Say::tr("Deploys %1: %Ln objects", "paths", static_cast<int>(objects.size())).arg(listed(paths))};
    if (!isInHead || review.inventories.base.findApplication(id) == nullptr)
        return texts;
    std::set<argo::ObjectId> before;
    for (const argo::DeclaredObject *object : review.inventories.base.objectsOf(id))
        before.insert(object->id);
    const auto shared =
        std::ranges::count_if(objects, [&](const argo::DeclaredObject *object) { return before.contains(object->id); });
    return texts << Say::tr("%Ln of them are what the existing one deploys", "", static_cast<int>(shared));
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
    case Outcome::Refused:
        return Say::tr("Refused");
    case Outcome::Undefined:
        break;
    }
    return Say::tr("Unpredictable");
}

Level levelOf(const report::Contender &contender)
{
    if (contender.outcome == Outcome::Undefined || contender.outcome == Outcome::Refused)
        return Level::Caution;
    return contender.outcome == Outcome::Wins && contender.isNew ? Level::Danger : Level::Quiet;
}

/// "Document 3 of 58".
QString documentText(const argo::Declaration &declaration, const diff::ObjectChange &change,
                     const review::OverwriteFacts &facts)
{
    const auto countIn = [&](const Few<argo::Declaration> &side, const std::vector<int> &counts) {
        for (std::size_t place = 0; place < std::min(side.size(), counts.size()); ++place) {
            if (&side[place] == &declaration)
                return counts[place];
        }
        return 0;
    };
    const int number = declaration.location.document;
    const int count = std::max(countIn(change.base, facts.baseDocuments), countIn(change.head, facts.headDocuments));
    return count == 0 ? Say::tr("Document %1 of its file").arg(number)
                      : Say::tr("Document %1 of %2", "number, count in the file").arg(number).arg(count);
}

DefinitionCard definitionCard(const review::Review &review, const report::Contender &contender, const QString &document)
{
    const argo::Declaration &declaration = *contender.declaration;
    DefinitionCard card;
    card.title = titleOf(contender);
    card.outcome = outcomeOf(contender);
    card.level = levelOf(contender);
    card.place = placeText(declaration.location);
    card.facts << document;
    if (declaration.application)
        card.facts << Say::tr("Applied by %1").arg(objectText(*declaration.application));
    else
        card.facts << Say::tr("Which Application applies it is not seen here");
    const bool isInEffect = contender.outcome == Outcome::Wins;
    if (isInEffect || !contender.isNew)
        card.facts << managedTexts(review, declaration.id, isInEffect);
    return card;
}

/// Who wins each step, where several are applied one after the other.
void addSteps(const report::Contest &contest, OverwriteCard &card)
{
    const bool isLadder = contest.contenders.size() > 2 && contest.certainty != report::Certainty::Unpredictable;
    for (std::size_t step = 1; step < contest.contenders.size() && isLadder; ++step) {
        const Outcome before = contest.contenders[step - 1].outcome;
        if (before != Outcome::Gone && before != Outcome::Refused)
            card.definitions[static_cast<qsizetype>(step)].facts
                << Say::tr("Applied after number %1 and replaces it").arg(step);
    }
}

QString certaintyText(report::Certainty certainty)
{
    switch (certainty) {
    case report::Certainty::Certain:
        return Say::tr("Certain");
    case report::Certainty::Likely:
        return Say::tr("Likely");
    case report::Certainty::Unpredictable:
        break;
    }
    return Say::tr("Unpredictable");
}

/// What to do about a second declaration is said once, by the rule that says most of it; a slip of names is another
/// matter.
void addFindings(const review::Review &review, OverwriteCard &card)
{
    constexpr std::array<std::string_view, 3> repeating{"overwrite", "shadowed-declaration", "duplicate-identity"};
    QStringList messages;
    QStringList helps;
    std::size_t saysMost = repeating.size();
    QString second;
    for (const rules::Finding &finding : review.findings) {
        if (finding.id != card.id || !isAboutDefinitions(finding))
            continue;
        messages << toQString(finding.message);
        const auto rule = static_cast<std::size_t>(std::ranges::find(repeating, finding.rule) - repeating.begin());
        if (rule == repeating.size())
            helps << toQString(finding.help);
        else if (rule < saysMost)
            second = toQString(finding.help);
        saysMost = std::min(saysMost, rule);
    }
    if (!second.isEmpty())
        helps.prepend(second);
    messages.removeDuplicates();
    helps.removeDuplicates();
    card.message = messages.join(QStringLiteral("\n\n"));
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

OverwriteCard overwriteCard(const review::Review &review, const diff::ObjectChange &change,
                            const review::OverwriteFacts &facts)
{
    const report::Contest contest = report::contestOf(change);
    OverwriteCard card;
    card.id = change.id;
    card.heading = objectText(change.id);
    card.scope = toQString(change.id.scope);
    card.certainty = certaintyText(contest.certainty);
    card.isApiMigrated = change.flags.apiMigrated;
    card.why = toQString(contest.why);
    for (const report::Contender &contender : contest.contenders)
        card.definitions << definitionCard(review, contender, documentText(*contender.declaration, change, facts));
    addSteps(contest, card);
    card.slip = slipText(facts);
    card.rename = renameText(change.id, facts);
    card.patch = QString::fromStdString(facts.patch); // as it is: it is there to be applied
    card.waiver = waiverText(review, change.id);
    card.waiverPlace = waiverPlaceText(review);
    addFindings(review, card);
    addFields(change, card);
    card.consequence = consequenceOf(review, change.id);
    return card;
}

} // namespace noclobber::models
