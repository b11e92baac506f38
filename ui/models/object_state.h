#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/blast/blast_radius.h"
#include "ui/models/roles.h"

namespace noclobber::models {

/// What a person is told of an object first, worst first: the groups of the change list.
enum class ObjectState {
    Overwritten,
    DataLost,
    DataAtRisk,
    Deleted,
    Replaced,
    PrunePending,
    Blocked,
    Unknown,
    Removed,
    Orphaned,
    Renamed,
    Shadowed,
    Duplicated,
    Adopted,
    Modified,
    Kept,
    Moved,
    Added,
    Unchanged
};

/// The state of an object by its change and its effect; either may be absent, not both.
ObjectState stateOf(const diff::ObjectChange *change, const blast::AffectedObject *affected);

Level levelOf(ObjectState state);
QString glyphOf(ObjectState state);

/// Glyph and weight of what becomes of an object.
QString glyphOf(const blast::AffectedObject &affected);
Level levelOf(const blast::AffectedObject &affected);

/// The words for what core answers.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::Words)
public:
    static QString state(ObjectState state);
    /// Heading of the group of rows in this state.
    static QString group(ObjectState state);
    static QString status(diff::Status status);
    static QString effect(blast::Effect effect);
    static QString dataFate(blast::DataFate fate);
    static QString severity(Severity severity);
    /// The flags, comma between two; "" for none.
    static QString flags(const diff::Flags &flags);
};

} // namespace noclobber::models
