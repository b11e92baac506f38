#pragma once

#include <QCoreApplication>
#include <QStringList>

#include "ui/models/guard_rail_model.h"

namespace noclobber::models {

/// What the pane beside the list of guard rails says of a row; what is empty is not shown.
class GuardRailDetail
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::GuardRailDetail)
public:
    QString heading;
    QString badge;
    QString glyph;
    Level level = Level::Quiet;
    QString counts; ///< before and after, one sentence
    QString message;
    QString mend;
    QString waiver;
    QStringList places;
    QString rule;        ///< id of the rule, what follows is its built-in text
    QString explanation; ///< what it finds and what that means
    QString accident;
    QString ruleMend; ///< where it differs from the mend above
    QString example;
    std::size_t fixable = 0; ///< how many of its findings a patch may mend
};

GuardRailDetail detailOf(const GuardRailModel &model, const QModelIndex &index);

/// "Protected against deletion: 41 of 57 stateful objects before the change, 40 of 57 after it."
QString coverageText(const review::Review &review);

} // namespace noclobber::models
