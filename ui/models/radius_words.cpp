#include "ui/models/radius_words.h"

#include <QStringList>

#include "core/blast/data_reason.h"
#include "core/report/ranking.h"
#include "ui/models/object_state.h"
#include "ui/models/text.h"

namespace noclobber::models {

using blast::DataFate;
using blast::Effect;

namespace {

bool mayGo(const blast::AffectedObject &affected)
{
    return blast::isDeletion(affected.effect) || affected.effect == Effect::PrunePending || losesData(affected);
}

} // namespace

QString RadiusWords::object(const RadiusRow &row)
{
    QString name = row.id != nullptr ? objectText(*row.id) : row.heading;
    if (row.namesCluster)
        name = tr("%1 in %2", "object, cluster").arg(name, toQString(row.id->scope));
    return row.below > 0 ? tr("%1  (%L2)", "object or group, how many objects are below it").arg(name).arg(row.below)
                         : name;
}

QString RadiusWords::fate(const RadiusRow &row)
{
    if (row.object != nullptr && row.object->affected == nullptr)
        return Words::state(ObjectState::Unknown);
    const bool isCause = row.object == nullptr && row.change != nullptr;
    if (isCause && row.change->status != diff::Status::Unchanged)
        return Words::status(row.change->status);
    if (row.affected == nullptr)
        return {};
    const QString effect = Words::effect(row.affected->effect);
    const QString data = Words::dataFate(row.affected->dataFate);
    return data.isEmpty() ? effect : tr("%1, %2", "effect, data fate").arg(effect, data);
}

QString RadiusWords::why(const RadiusRow &row)
{
    if (row.object != nullptr && row.object->unknown != nullptr)
        return toQString(*row.object->unknown);
    if (row.reason == nullptr)
        return {};
    const bool isOwn = row.affected != nullptr && !row.affected->because.empty() &&
                       row.reason == &row.affected->because.back() && mayGo(*row.affected);
    const std::string_view told = isOwn ? blast::ownReason(*row.affected).why : row.reason->text;
    std::string text = report::withoutName({row.reason->id, std::string(told)});
    if (row.affected != nullptr) // its place is as long as the rest, and the same in many rows
        text = report::withoutPlace(std::move(text), *row.affected);
    return toQString(text);
}

QString RadiusWords::recover(const RadiusRow &row)
{
    if (row.object != nullptr)
        return row.affected != nullptr ? recovery(*row.affected) : tr("Nobody can tell");
    if (row.lostBelow > 0)
        return tr("NO for %L1 of %Ln objects", "of a group", row.below).arg(row.lostBelow);
    return {};
}

QString RadiusWords::recovery(const blast::AffectedObject &affected)
{
    if (!mayGo(affected))
        return {};
    const QString why = toQString(blast::ownReason(affected).data);
    const auto with = [&](const QString &answer, const QString &otherwise) {
        const QString text =
            tr("%1: %2", "whether it can be recovered, reason").arg(answer, why.isEmpty() ? otherwise : why);
        return affected.storage.empty()
                   ? text
                   : tr("%1 (%2)", "answer, size of the volume").arg(text, toQString(affected.storage));
    };
    switch (affected.dataFate) {
    case DataFate::Lost:
        return with(tr("NO"), tr("git does not hold its data"));
    case DataFate::AtRisk:
        return with(tr("Perhaps"), tr("what decides is not in git"));
    case DataFate::Retained:
        return with(tr("Partly"), tr("the volume stays, to be bound again by hand"));
    case DataFate::Kept:
        return tr("Yes, and its data stays");
    case DataFate::None:
        break;
    }
    return tr("Yes, from git");
}

QString RadiusWords::sum(const RadiusCounts &counts)
{
    const auto fates = [&](RadiusPart part) {
        QStringList words;
        const auto &effects = counts.effects.at(static_cast<std::size_t>(part));
        for (std::size_t effect = 0; effect < effects.size(); ++effect) {
            if (effects.at(effect) > 0)
                words << tr("%L1 %2", "count, effect")
                             .arg(effects.at(effect))
                             .arg(Words::effect(static_cast<Effect>(effect)).toLower());
        }
        return listed(words);
    };
    QStringList parts;
    if (counts.dies > 0)
        parts << tr("%L1 dying (%2)", "count, their fates").arg(counts.dies).arg(fates(RadiusPart::Dies));
    if (counts.unknown > 0)
        parts << tr("%L1 unknown").arg(counts.unknown);
    if (counts.survives > 0)
        parts << tr("%L1 surviving (%2)", "count, their fates").arg(counts.survives).arg(fates(RadiusPart::Survives));
    if (counts.changes > 0)
        parts << tr("%L1 changing (%2)", "count, their fates").arg(counts.changes).arg(fates(RadiusPart::Everything));
    const QString objects = tr("%Ln objects", "", counts.all);
    return parts.isEmpty() ? objects : tr("%1 = %2", "addends, sum").arg(parts.join(QStringLiteral(" + ")), objects);
}

QString RadiusWords::storage(const std::map<DataFate, std::string> &totals)
{
    QStringList parts;
    for (const auto &[fate, total] : totals) {
        switch (fate) {
        case DataFate::Lost:
            parts << tr("%1 lost", "size of volumes").arg(sizeText(total));
            break;
        case DataFate::AtRisk:
            parts << tr("%1 at risk", "size of volumes").arg(sizeText(total));
            break;
        case DataFate::Retained:
            parts << tr("%1 retained", "size of volumes").arg(sizeText(total));
            break;
        default:
            parts << tr("%1 kept", "size of volumes").arg(sizeText(total));
        }
    }
    return parts.isEmpty() ? QString() : tr("Storage at stake: %1", "sizes by fate").arg(listed(parts));
}

QString RadiusWords::sentence(const RadiusRow &row)
{
    QStringList parts{row.id != nullptr ? objectText(*row.id) : row.heading};
    if (const QString words = fate(row); !words.isEmpty())
        parts << words;
    if (row.id != nullptr && !row.id->scope.empty())
        parts << tr("in %1").arg(toQString(row.id->scope));
    if (row.object != nullptr && row.affected != nullptr && row.affected->isDerived)
        parts << tr("made by the cluster");
    if (row.below > 0)
        parts << tr("%n objects below it", "", row.below);
    QString whole = listed(parts);
    if (const QString words = why(row); !words.isEmpty())
        whole = tr("%1. Why: %2").arg(whole, words);
    const QString back = recover(row);
    return back.isEmpty() ? whole : tr("%1. Recover: %2").arg(whole, back);
}

} // namespace noclobber::models
