#include "ui/models/guard_rail_detail.h"

#include <QLocale>

#include "core/base/say.h"
#include "core/fix/fix.h"
#include "core/review/audit.h"
#include "ui/models/text.h"

namespace noclobber::models {

namespace {

QString number(std::size_t value)
{
    return QLocale().toString(static_cast<qulonglong>(value));
}

void addFinding(GuardRailDetail &detail, const rules::Finding &finding)
{
    detail.message = toQString(finding.message);
    detail.mend = toQString(finding.help);
    if (finding.location)
        detail.places << placeText(*finding.location);
    for (const argo::Location &location : finding.related)
        detail.places << placeText(location);
    if (finding.waived && finding.waived->until.empty())
        detail.waiver = GuardRailDetail::tr("Without an end: %1", "reason").arg(toQString(finding.waived->reason));
    else if (finding.waived)
        detail.waiver = GuardRailDetail::tr("Until %1: %2", "date, reason")
                            .arg(toQString(finding.waived->until), toQString(finding.waived->reason));
}

std::size_t fixableIn(const GuardRailModel::Row &row)
{
    if (!fix::isFixable(row.rule->rule->id) || row.group == GuardRailModel::Group::Waived)
        return 0;
    return row.finding != nullptr ? 1 : row.rule->findings.size();
}

void addRule(GuardRailDetail &detail, const RailRule &rule)
{
    detail.rule = toQString(rule.rule->id);
    detail.explanation = inARow({toQString(said(rule.rule->summary)), toQString(said(rule.rule->explanation))});
    detail.accident = toQString(said(rule.rule->accident));
    detail.example = toQString(rule.rule->example).trimmed();
    const QString mend = toQString(said(rule.rule->mend));
    detail.ruleMend = mend == detail.mend ? QString() : mend;
    if (rule.counts)
        detail.counts = GuardRailDetail::tr("Broken before the change: %1. After it: %2.")
                            .arg(number(rule.counts->base), number(rule.counts->head));
    else if (!review::isGuardRail(rule.rule->id))
        detail.counts = GuardRailDetail::tr("Only a change can break this rule: there is no count before it.");
}

} // namespace

GuardRailDetail detailOf(const GuardRailModel &model, const QModelIndex &index)
{
    GuardRailDetail detail;
    const GuardRailModel::Row *row = model.row(index);
    if (row == nullptr) {
        detail.heading = index.data(Qt::DisplayRole).toString();
        return detail;
    }
    detail.badge = GuardRailModel::severityText(*row);
    detail.glyph = GuardRailModel::glyph(*row);
    detail.level = GuardRailModel::level(*row);
    detail.heading = model.text(*row, GuardRailModel::NameColumn);
    if (row->rule == nullptr) {
        detail.message = model.text(*row, GuardRailModel::AboutColumn);
        return detail;
    }
    if (row->finding != nullptr)
        addFinding(detail, *row->finding);
    addRule(detail, *row->rule);
    detail.fixable = fixableIn(*row);
    return detail;
}

QString coverageText(const review::Review &review)
{
    const blast::Coverage &base = review.radius.baseCoverage;
    const blast::Coverage &head = review.radius.headCoverage;
    if (base.statefulObjects == 0 && head.statefulObjects == 0)
        return GuardRailDetail::tr("There are no stateful objects to protect.");
    return GuardRailDetail::tr("Protected against deletion: %1 of %2 stateful objects before the change, %3 of %4 "
                               "after it.")
        .arg(number(base.protectedObjects), number(base.statefulObjects), number(head.protectedObjects),
             number(head.statefulObjects));
}

} // namespace noclobber::models
