#pragma once

#include <QHash>
#include <QObject>
#include <QUndoStack>
#include <functional>
#include <set>

#include "core/record/review_record.h"
#include "core/review/review.h"
#include "ui/record/object_hash.h"
#include "ui/record/record_disk.h"

namespace noclobber::record {

/// What a person has done with the review shown: marks, comments, decision, done steps. All of it can be undone, is
/// kept on disk soon after it is done, and found again when the same branches are reviewed.
///
/// An object is seen for as long as it is what it was when it was marked (seenDigests); then it counts as changed.
class RecordKeeper : public QObject
{
    Q_OBJECT
public:
    /// An object that the window shows.
    struct Reviewed {
        argo::ObjectId id;
        bool isRisky = false;
    };

    /// `folder`: where records are kept.
    explicit RecordKeeper(std::optional<std::string> folder = userFolder(), QObject *parent = nullptr);
    /// Waits until everything is on disk, as far as it can be.
    ~RecordKeeper() override;

    /// Another review. The record comes a moment later; what is marked meanwhile counts as well. The undo stack begins
    /// anew.
    void setReview(const review::ReviewPtr &review, std::vector<Reviewed> objects);

    bool isSeen(const argo::ObjectId &id) const { return isIn(id, State::Seen); }
    /// Was marked, but is no longer what it was.
    bool hasChanged(const argo::ObjectId &id) const { return isIn(id, State::Changed); }
    /// The objects of the review of which hasChanged, in the order of the review.
    const std::vector<argo::ObjectId> &changedSinceSeen() const { return counts().changed; }
    const Progress &progress() const { return counts().progress; }
    /// One step to undo, whatever their number. What is so already does not count.
    void setSeen(const std::vector<argo::ObjectId> &ids, bool isSeen);

    /// In the order in which they were written.
    const std::vector<Comment> &comments() const { return m_comments; }
    std::vector<Comment> comments(const argo::ObjectId &id) const;
    /// `field` as in diff::FieldChange; empty: the whole object.
    void addComment(const argo::ObjectId &id, const QString &field, const QString &text);
    void editComment(int number, const QString &text);
    void removeComment(int number);

    /// What was begun and is no comment yet. Kept on disk like comments; nothing to undo, and in no export.
    const std::vector<Draft> &drafts() const { return m_drafts; }
    /// The text of the draft at a place, or nothing.
    std::optional<QString> draftText(const Draft &place) const;
    /// Puts a draft in the place of the one before; without text there is none any more.
    void setDraft(const Draft &draft);

    const std::optional<Decision> &decision() const { return m_decision; }
    /// The decision is about other commits than those of the review.
    bool isDecisionOutdated() const;
    /// A decision made now by the reviewer about the commits shown.
    Decision completed(Decision decision) const;
    /// The same, recorded; nothing: no decision.
    void setDecision(std::optional<Decision> decision);

    /// A step of the runbook, by its stepKey.
    bool isStepDone(const std::string &key) const { return m_doneSteps.contains(key); }
    void setStepsDone(const std::vector<std::string> &keys, bool isDone);

    QUndoStack *undoStack() { return &m_undo; }

    /// Who reviews, as git's configuration says.
    void setReviewer(const QString &name) { m_reviewer = name.toStdString(); }
    /// For an export.
    ShownRecord shown() const;

    /// Why what is done here is not on disk; "" while it is. Stays until it is.
    QString trouble() const { return m_disk.trouble(); }
    /// What was damaged on disk, and where it was put.
    QStringList remarks() const { return m_disk.remarks(); }
    /// Tries again to save.
    void save();
    /// Waits until everything is saved or cannot be. Whether it is.
    bool flush();

signals:
    /// Anything of the above.
    void changed();
    /// There are more drafts, or fewer.
    void draftsChanged();
    /// Other steps are done.
    void stepsChanged();

private:
    enum class State { Unchecked, Elsewhere, Changed, Seen };
    struct Mark {
        State state = State::Seen;
        std::optional<Digest> digest; ///< none: still to be made
    };
    struct Marking;

    /// Marks made with a review that is no longer shown, before their digests were.
    struct Pending {
        review::ReviewPtr review;
        std::vector<argo::ObjectId> ids;
    };
    struct Counts { // what is looked up for every object of the review: once for all who ask
        Progress progress;
        std::vector<argo::ObjectId> changed;
    };

    bool isIn(const argo::ObjectId &id, State state) const;
    const Counts &counts() const;
    void setOtherReview(const ReviewRecord &which);
    void takeRecord(const ReviewRecord &record);
    void takeComments(const ReviewRecord &record);
    void askForDigests();
    Pending unfinishedMarks();
    void takeDigests(const Pending &asked, const std::vector<Digest> &digests);
    /// Whether an object is still what it was when it was marked.
    void judge(const argo::ObjectId &id, Mark &mark, const Digest &now);
    void put(const Marking &marking, bool isUndone);
    void putComment(int number, const std::optional<Comment> &comment); ///< none: takes it away
    static void putDraft(std::vector<Draft> &drafts, const Draft &draft);
    void push(const QString &name, std::function<void()> redo, std::function<void()> undo);
    void touched();
    RecordDisk::Snapshot snapshot() const;

    review::ReviewPtr m_review;
    std::vector<Reviewed> m_objects;
    ReviewRecord m_empty; ///< says which record it is
    QHash<argo::ObjectId, Mark> m_marks;
    std::vector<Pending> m_pending;
    mutable std::optional<Counts> m_counts; ///< none: to be counted
    std::vector<Comment> m_comments;
    std::vector<Draft> m_drafts;
    std::optional<Decision> m_decision;
    std::set<std::string> m_doneSteps;
    std::string m_reviewer;
    QUndoStack m_undo;
    AwaitedWork m_digesting;
    RecordDisk m_disk;
};

} // namespace noclobber::record
