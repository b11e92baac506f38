#pragma once

#include <QCoreApplication>
#include <QString>

#include "ui/models/radius_tree.h"

namespace noclobber::models {

/// What the blast radius says of a row, a cell each.
class RadiusWords
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::RadiusWords)
public:
    /// "StatefulSet kafka/kafka", or the heading of a group.
    static QString object(const RadiusRow &row);
    /// "Pruned, data lost"; "Unknown".
    static QString fate(const RadiusRow &row);
    /// The object's own reason, without what it says of its data.
    static QString why(const RadiusRow &row);
    /// Whether it can be brought back: "Yes, from git", "Partly: ...", "NO: ...". Of a group, how many cannot be.
    static QString recover(const RadiusRow &row);
    /// All of it as one sentence to be read aloud.
    static QString sentence(const RadiusRow &row);

    /// Of one object, as a row of it says.
    static QString recovery(const blast::AffectedObject &affected);
    /// How the counts of the fates add up to all objects.
    static QString sum(const RadiusCounts &counts);
    /// "Storage at stake: 280Gi lost, 550Gi retained"; "" for none.
    static QString storage(const std::map<blast::DataFate, std::string> &totals);
};

} // namespace noclobber::models
