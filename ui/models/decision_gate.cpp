#include "ui/models/decision_gate.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <algorithm>

#include "core/base/text.h"
#include "core/report/decisive_finding.h"
#include "core/report/ranking.h"
#include "ui/models/text.h"

namespace noclobber::models {

DecisionGate::DecisionGate(const review::ReviewPtr &review) : m_review(review)
{
    QHash<argo::ObjectId, std::size_t> places;
    for (const report::FindingGroup &group : report::groupedFindings(*review)) {
        for (const rules::Finding *finding : group.findings) {
            if (finding->waived || finding->severity != Severity::Block)
                continue;
            m_isBlocked = true;
            if (finding->id.key.kind.empty()) {
                if (m_confirmation.isEmpty() && finding->location)
                    m_confirmation = toQString(fileName(finding->location->path));
                continue;
            }
            if (!places.contains(finding->id)) {
                places.insert(finding->id, m_objects.size());
                m_objects.push_back({finding->id, finding, 0});
            }
            ++m_objects[places.value(finding->id)].findings;
        }
    }
    const rules::Finding *decisive = report::decisiveFinding(*review);
    if (decisive != nullptr && places.contains(decisive->id))
        std::rotate(m_objects.begin(), m_objects.begin() + static_cast<std::ptrdiff_t>(places.value(decisive->id)),
                    m_objects.begin() + static_cast<std::ptrdiff_t>(places.value(decisive->id)) + 1);
    if (!m_objects.empty())
        m_confirmation = toQString(m_objects.front().id.key.name);
    else if (m_confirmation.isEmpty())
        m_confirmation = toQString(review->comparison.head.revision);
}

int DecisionGate::unseen(const record::RecordKeeper &record) const
{
    return static_cast<int>(
        std::ranges::count_if(m_objects, [&](const BlockedObject &object) { return !record.isSeen(object.id); }));
}

QString DecisionGate::obstacle(int unseen)
{
    return unseen == 0
               ? QString()
               : tr("Approve needs %Ln more objects with blocking findings to be marked as seen.", nullptr, unseen);
}

/// "Kim, 23/11/2026 18:04", in the words of this place.
QString RecordWords::whoAndWhen(const record::Decision &decision)
{
    const QDateTime time = QDateTime::fromString(QString::fromStdString(decision.time), Qt::ISODate);
    const QString shown =
        time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : toQString(decision.time);
    return decision.by.empty() ? shown : tr("%1, %2", "who, when").arg(toQString(decision.by), shown);
}

QString RecordWords::progress(const record::Progress &progress)
{
    const QLocale locale;
    const QString seen = tr("%1 of %2 seen").arg(locale.toString(progress.seen), locale.toString(progress.objects));
    if (progress.changed == 0)
        return seen;
    return tr("%1, %2", "what is seen, what changed")
        .arg(seen, tr("%Ln changed since you looked", nullptr, static_cast<int>(progress.changed)));
}

QString RecordWords::decided(const record::ShownRecord &record)
{
    if (!record.decision)
        return {};
    if (record.decision->choice == record::Choice::RequestChanges)
        return tr("Changes requested");
    return record.decision->overridden ? tr("Approved although it is blocked") : tr("Approved");
}

QString RecordWords::decision(const record::ShownRecord &record)
{
    if (!record.decision)
        return {};
    const record::Decision &decision = *record.decision;
    QStringList lines{tr("%1: %2", "decision, who and when").arg(decided(record), whoAndWhen(decision))};
    if (decision.overridden)
        lines << tr("Reason for the override of %1: %2")
                     .arg(toQString(decision.overridden->object), toQString(decision.overridden->reason));
    if (!decision.summary.empty())
        lines << toQString(decision.summary);
    if (record.isOutdated)
        lines << tr("Base or head has moved since: this decision is about %1, not about what is shown.")
                     .arg(toQString(decision.head).left(10));
    return lines.join(QLatin1Char('\n'));
}

QString RecordWords::overridden(const record::ShownRecord &record)
{
    if (!record.decision || !record.decision->overridden)
        return {};
    const QString reason = toQString(record.decision->overridden->reason);
    return record.isOutdated ? tr("An older state of it was approved although it was blocked (%1): %2")
                                   .arg(whoAndWhen(*record.decision), reason)
                             : tr("Approved although it is blocked (%1): %2").arg(whoAndWhen(*record.decision), reason);
}

} // namespace noclobber::models
