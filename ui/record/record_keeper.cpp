#include "ui/record/record_keeper.h"

#include <algorithm>
#include <tuple>

#include "core/base/memory.h"
#include "ui/record/short_name.h"

namespace noclobber::record {

namespace {

constexpr std::size_t many = 10'000; ///< objects, from where on memory is worth giving back

/// Calls functions to do something and to take it back.
class Command : public QUndoCommand
{
public:
    Command(const QString &name, std::function<void()> redo, std::function<void()> undo)
        : QUndoCommand(name), m_redo(std::move(redo)), m_undo(std::move(undo))
    {}
    void redo() override { m_redo(); }
    void undo() override { m_undo(); }

private:
    std::function<void()> m_redo;
    std::function<void()> m_undo;
};

} // namespace

RecordKeeper::RecordKeeper(std::optional<std::string> folder, QObject *parent)
    : QObject(parent), m_disk(std::move(folder), [this] { return snapshot(); })
{
    connect(&m_disk, &RecordDisk::opened, this, &RecordKeeper::takeRecord);
    connect(&m_disk, &RecordDisk::told, this, &RecordKeeper::changed);
}

RecordKeeper::~RecordKeeper()
{
    blockSignals(true);
    flush();
}

void RecordKeeper::setReview(const review::ReviewPtr &review, std::vector<Reviewed> objects)
{
    m_undo.clear();
    ReviewRecord which;
    which.repository = review->comparison.place.gitDirectory;
    which.base = review->comparison.base.revision;
    which.head = review->comparison.head.revision;
    if (!m_review || which != m_empty) {
        flush();
        setOtherReview(which);
    } else {
        Pending pending{m_review, {}};
        for (auto mark = m_marks.begin(); mark != m_marks.end(); ++mark) {
            mark->state = State::Unchecked;
            if (!mark->digest)
                pending.ids.push_back(mark.key());
        }
        m_pending.push_back(std::move(pending));
    }
    m_review = review;
    m_objects = std::move(objects);
    m_counts.reset();
    askForDigests();
    emit stepsChanged();
    emit changed();
}

void RecordKeeper::setOtherReview(const ReviewRecord &which)
{
    m_empty = which;
    m_marks.clear();
    m_pending.clear();
    m_comments.clear();
    m_drafts.clear();
    m_decision.reset();
    m_doneSteps.clear();
    m_disk.open(which);
}

void RecordKeeper::takeRecord(const ReviewRecord &record)
{
    const bool hasOwn = !m_marks.isEmpty() || !m_comments.empty() || m_decision || !m_doneSteps.empty();
    for (const SeenMark &mark : record.seen) {
        if (!m_marks.contains(mark.id))
            m_marks.insert(mark.id, {State::Unchecked, mark.digest});
    }
    takeComments(record);
    if (!m_decision)
        m_decision = record.decision;
    m_doneSteps.insert(record.doneSteps.begin(), record.doneSteps.end());
    if (hasOwn)
        m_undo.clear(); // its steps do not know of what was there before
    askForDigests();
    emit stepsChanged();
    emit changed();
}

/// What was written before the record was read comes behind what is in it.
void RecordKeeper::takeComments(const ReviewRecord &record)
{
    std::vector<Comment> comments = record.comments;
    QHash<int, int> numbers;
    for (Comment comment : m_comments) {
        const int number = static_cast<int>(comments.size()) + 1;
        numbers.insert(comment.number, number);
        comment.number = number;
        comments.push_back(std::move(comment));
    }
    std::vector<Draft> drafts = record.drafts;
    for (Draft draft : m_drafts) {
        draft.number = numbers.value(draft.number);
        putDraft(drafts, draft);
    }
    m_comments = std::move(comments);
    m_drafts = std::move(drafts);
}

/// Marks without a digest, and those that were made with another review.
RecordKeeper::Pending RecordKeeper::unfinishedMarks()
{
    while (!m_pending.empty()) {
        Pending pending = std::move(m_pending.back());
        m_pending.pop_back();
        if (!pending.ids.empty())
            return pending;
    }
    Pending pending{m_review, {}};
    for (auto mark = m_marks.cbegin(); mark != m_marks.cend(); ++mark) {
        if (!mark->digest || mark->state == State::Unchecked)
            pending.ids.push_back(mark.key());
    }
    return pending;
}

void RecordKeeper::askForDigests()
{
    if (m_digesting.isRunning() || !m_disk.key())
        return;
    const auto pending = std::make_shared<const Pending>(unfinishedMarks());
    if (pending->ids.empty())
        return;
    const auto work = [pending, key = *m_disk.key()] {
        auto digests = seenDigests(*pending->review, pending->ids, key, std::stop_token());
        if (pending->ids.size() >= many)
            giveBackMemory(); // reading them took much
        return digests;
    };
    m_digesting.start(work, [this, pending](const Result<std::vector<Digest>> &digests) {
        if (digests)
            takeDigests(*pending, *digests);
    });
}

void RecordKeeper::takeDigests(const Pending &asked, const std::vector<Digest> &digests)
{
    bool isNew = false;
    const bool isCurrent = asked.review == m_review;
    for (std::size_t i = 0; i < asked.ids.size(); ++i) {
        const auto mark = m_marks.find(asked.ids[i]);
        if (mark == m_marks.end() || (!isCurrent && mark->state != State::Unchecked)) // marked anew meanwhile
            continue;
        if (!mark->digest) {
            mark->digest = digests[i];
            isNew = true;
        }
        if (isCurrent && mark->state == State::Unchecked)
            judge(asked.ids[i], *mark, digests[i]);
    }
    if (isNew)
        m_disk.save();
    m_counts.reset();
    askForDigests();
    emit changed();
}

void RecordKeeper::judge(const argo::ObjectId &id, Mark &mark, const Digest &now)
{
    const bool isThere = m_review->changes.find(id) != nullptr || m_review->radius.find(id) != nullptr;
    mark.state = mark.digest == now ? State::Seen : isThere ? State::Changed : State::Elsewhere;
}

bool RecordKeeper::isIn(const argo::ObjectId &id, State state) const
{
    const auto mark = m_marks.constFind(id);
    return mark != m_marks.cend() && mark->state == state;
}

const RecordKeeper::Counts &RecordKeeper::counts() const
{
    if (m_counts)
        return *m_counts;
    Counts &counts = m_counts.emplace();
    Progress &progress = counts.progress;
    progress.objects = m_objects.size();
    for (const Reviewed &object : m_objects) {
        progress.risky += object.isRisky ? 1 : 0;
        const auto mark = m_marks.isEmpty() ? m_marks.cend() : m_marks.constFind(object.id);
        if (mark == m_marks.cend())
            continue;
        const bool isSeen = mark->state == State::Seen;
        progress.seen += isSeen ? 1 : 0;
        progress.seenRisky += isSeen && object.isRisky ? 1 : 0;
        if (mark->state == State::Changed)
            counts.changed.push_back(object.id);
    }
    progress.changed = counts.changed.size();
    return counts;
}

/// Marks set or taken back in one step.
struct RecordKeeper::Marking {
    bool isSeen = true;
    std::vector<argo::ObjectId> ids;                     ///< that it changes
    std::vector<std::pair<argo::ObjectId, Mark>> before; ///< of those that had one
};

void RecordKeeper::setSeen(const std::vector<argo::ObjectId> &ids, bool isSeen)
{
    const auto marking = std::make_shared<Marking>();
    marking->isSeen = isSeen;
    marking->ids.reserve(ids.size());
    for (const argo::ObjectId &id : ids) {
        const auto mark = m_marks.constFind(id);
        const bool wasMarked = mark != m_marks.constEnd();
        if (isSeen ? wasMarked && mark->state == State::Seen : !wasMarked)
            continue;
        marking->ids.push_back(id);
        if (wasMarked)
            marking->before.emplace_back(id, *mark);
    }
    if (marking->ids.empty())
        return;
    const int count = static_cast<int>(marking->ids.size());
    const QString name = count == 1 ? shortName(marking->ids.front()) : QString();
    const QString text = count > 1 ? (isSeen ? tr("mark %Ln objects as seen", "", count)
                                             : tr("take back the marks of %Ln objects", "", count))
                         : isSeen  ? tr("mark %1 as seen").arg(name)
                                   : tr("take back the mark of %1").arg(name);
    push(
        text, [this, marking] { put(*marking, false); }, [this, marking] { put(*marking, true); });
}

void RecordKeeper::put(const Marking &marking, bool isUndone)
{
    const bool isMarked = marking.isSeen && !isUndone;
    if (isMarked)
        m_marks.reserve(m_marks.size() + static_cast<qsizetype>(marking.ids.size() - marking.before.size()));
    for (const argo::ObjectId &id : marking.ids) {
        if (isMarked)
            m_marks.insert(id, Mark());
        else
            m_marks.remove(id);
    }
    if (isUndone) {
        for (const auto &[id, mark] : marking.before)
            m_marks.insert(id, mark);
    }
    m_counts.reset();
    askForDigests();
    touched();
}

void RecordKeeper::push(const QString &name, std::function<void()> redo, std::function<void()> undo)
{
    m_undo.push(new Command(name, std::move(redo), std::move(undo)));
}

void RecordKeeper::touched()
{
    m_disk.save();
    emit changed();
}

void RecordKeeper::save()
{
    m_disk.save();
}

bool RecordKeeper::flush()
{
    bool isSaved = m_disk.flush();
    while (m_digesting.isRunning()) {
        m_digesting.finishNow();
        isSaved = m_disk.flush();
    }
    return isSaved;
}

RecordDisk::Snapshot RecordKeeper::snapshot() const
{
    return [record = m_empty, marks = m_marks, comments = m_comments, drafts = m_drafts, decision = m_decision,
            steps = m_doneSteps] {
        ReviewRecord whole = record;
        whole.comments = comments;
        whole.drafts = drafts;
        whole.decision = decision;
        whole.doneSteps.assign(steps.begin(), steps.end());
        for (auto mark = marks.cbegin(); mark != marks.cend(); ++mark) {
            if (mark->digest)
                whole.seen.push_back({mark.key(), *mark->digest});
        }
        std::ranges::sort(whole.seen, {}, &SeenMark::id);
        return whole;
    };
}

ShownRecord RecordKeeper::shown() const
{
    ShownRecord shown;
    shown.progress = progress();
    shown.comments = m_comments;
    std::ranges::stable_sort(shown.comments, {}, [](const Comment &each) { return std::tie(each.id, each.field); });
    shown.decision = m_decision;
    shown.isOutdated = isDecisionOutdated();
    shown.by = m_reviewer;
    return shown;
}

} // namespace noclobber::record
