#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "core/review/review.h"
#include "ui/record/record_keeper.h"

namespace noclobber::models {

/// An object with findings that block.
struct BlockedObject {
    argo::ObjectId id;
    const rules::Finding *finding = nullptr; ///< the first of them, in the review
    int findings = 0;
};

/// What stands between a person and an approval: every object of a blocking finding is to be seen, and who approves a
/// blocked change types a name and says why.
class DecisionGate
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::DecisionGate)
public:
    DecisionGate() = default;
    explicit DecisionGate(const review::ReviewPtr &review);

    /// Causes first.
    const std::vector<BlockedObject> &objects() const { return m_objects; }
    /// Some finding blocks, be it of an object or of the whole change.
    bool isBlocked() const { return m_isBlocked; }
    int unseen(const record::RecordKeeper &record) const;
    /// Why it cannot be approved yet with so many unseen, a whole sentence; "" when it can.
    static QString obstacle(int unseen);
    /// What is to be typed to approve a blocked change: the name of the object that causes most of it, of a file or of
    /// head.
    const QString &confirmation() const { return m_confirmation; }

private:
    review::ReviewPtr m_review;
    std::vector<BlockedObject> m_objects;
    bool m_isBlocked = false;
    QString m_confirmation;
};

/// What the window says of a record.
class RecordWords
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::RecordWords)
public:
    /// "12 of 412 seen", and what changed since.
    static QString progress(const record::Progress &progress);
    /// What was decided, by whom and when, and whether that is still about what is shown; several lines. "" without a
    /// decision.
    static QString decision(const record::ShownRecord &record);
    /// The decision in a word or two, "Changes requested"; "" without one.
    static QString decided(const record::ShownRecord &record);
    /// That the verdict was overridden, for the banner: one sentence, "" when it was not.
    static QString overridden(const record::ShownRecord &record);

private:
    static QString whoAndWhen(const record::Decision &decision);
};

} // namespace noclobber::models
