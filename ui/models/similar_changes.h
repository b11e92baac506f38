#pragma once

#include <QCoreApplication>

#include "ui/models/change_list.h"

namespace noclobber::models {

/// From this many on, objects with the same change share a row.
inline constexpr int fewestSimilar = 3;

/// Finds the modified objects that differ between base and head in the same fields by the same values, and fills in
/// `deltas` and each object's `delta`. Left out is everything a person should look at by itself: another state than
/// modified, a flag, an effect beyond an update, data that is not kept for certain, a finding above note about it or
/// inside it, Secrets (equal masks say nothing of their values) and fields the API server refuses to change.
void findSimilar(ChangeList &list);

/// What the objects of a delta have alike, for a person.
class DeltaWords
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::DeltaWords)
public:
    /// "image web 1.4 → 1.5", "labels.team: a → b and 2 more fields".
    static QString line(const diff::ObjectChange &example);
    /// All of it, one field a line.
    static QString whole(const diff::ObjectChange &example);

private:
    static QString field(const diff::FieldChange &field);
    static QString image(const diff::FieldChange &field);
};

} // namespace noclobber::models
