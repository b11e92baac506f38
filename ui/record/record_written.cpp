// What a person writes into a record: comments, the decision, done steps.

#include <QDateTime>
#include <algorithm>

#include "ui/record/record_keeper.h"
#include "ui/record/short_name.h"

namespace noclobber::record {

namespace {

std::string now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
}

} // namespace

std::vector<Comment> RecordKeeper::comments(const argo::ObjectId &id) const
{
    std::vector<Comment> own;
    std::ranges::copy_if(m_comments, std::back_inserter(own), [&](const Comment &each) { return each.id == id; });
    return own;
}

void RecordKeeper::addComment(const argo::ObjectId &id, const QString &field, const QString &text)
{
    const int number = m_comments.empty() ? 1 : m_comments.back().number + 1;
    const Comment comment{number, id, field.toStdString(), text.toStdString(), now()};
    push(
        tr("comment on %1").arg(shortName(id)), [this, comment] { putComment(comment.number, comment); },
        [this, number] { putComment(number, {}); });
}

void RecordKeeper::editComment(int number, const QString &text)
{
    const auto known = std::ranges::find(m_comments, number, &Comment::number);
    if (known == m_comments.end() || known->text == text.toStdString())
        return;
    Comment after = *known;
    after.text = text.toStdString();
    after.time = now();
    push(
        tr("edit the comment on %1").arg(shortName(after.id)), [this, after] { putComment(after.number, after); },
        [this, before = *known] { putComment(before.number, before); });
}

void RecordKeeper::removeComment(int number)
{
    const auto known = std::ranges::find(m_comments, number, &Comment::number);
    if (known == m_comments.end())
        return;
    push(
        tr("remove the comment on %1").arg(shortName(known->id)), [this, number] { putComment(number, {}); },
        [this, before = *known] { putComment(before.number, before); });
}

void RecordKeeper::putComment(int number, const std::optional<Comment> &comment)
{
    const auto place = std::ranges::lower_bound(m_comments, number, {}, &Comment::number);
    const bool isThere = place != m_comments.end() && place->number == number;
    if (isThere && comment)
        *place = *comment;
    else if (isThere)
        m_comments.erase(place);
    else if (comment)
        m_comments.insert(place, *comment);
    touched();
}

std::optional<QString> RecordKeeper::draftText(const Draft &place) const
{
    for (const Draft &draft : m_drafts) {
        if (draft.isSamePlace(place))
            return QString::fromStdString(draft.text);
    }
    return std::nullopt;
}

void RecordKeeper::putDraft(std::vector<Draft> &drafts, const Draft &draft)
{
    const auto known = std::ranges::find_if(drafts, [&](const Draft &each) { return each.isSamePlace(draft); });
    if (known == drafts.end() && !draft.text.empty())
        drafts.push_back(draft);
    else if (known != drafts.end() && draft.text.empty())
        drafts.erase(known);
    else if (known != drafts.end())
        *known = draft;
}

void RecordKeeper::setDraft(const Draft &draft)
{
    std::vector<Draft> drafts = m_drafts;
    putDraft(drafts, draft);
    if (drafts == m_drafts)
        return;
    const bool isOther = drafts.size() != m_drafts.size();
    m_drafts = std::move(drafts);
    m_disk.save();
    if (isOther)
        emit draftsChanged();
}

bool RecordKeeper::isDecisionOutdated() const
{
    return m_decision && (m_decision->head != m_review->comparison.head.commit ||
                          m_decision->base != m_review->comparison.base.commit);
}

Decision RecordKeeper::completed(Decision decision) const
{
    decision.by = m_reviewer;
    decision.time = now();
    decision.base = m_review->comparison.base.commit;
    decision.head = m_review->comparison.head.commit;
    return decision;
}

void RecordKeeper::setDecision(std::optional<Decision> decision)
{
    QString name = tr("withdraw the decision");
    if (decision) {
        name = decision->choice == Choice::Approve ? tr("approve") : tr("request changes");
        decision = completed(std::move(*decision));
    }
    const auto put = [this](const std::optional<Decision> &made) {
        m_decision = made;
        touched();
    };
    push(
        name, [put, decision] { put(decision); }, [put, before = m_decision] { put(before); });
}

void RecordKeeper::setStepsDone(const std::vector<std::string> &keys, bool isDone)
{
    std::set<std::string> after = m_doneSteps;
    for (const std::string &key : keys)
        isDone ? void(after.insert(key)) : void(after.erase(key));
    if (after == m_doneSteps)
        return;
    const auto put = [this](const std::set<std::string> &done) {
        m_doneSteps = done;
        emit stepsChanged();
        touched();
    };
    const int count = static_cast<int>(keys.size());
    push(
        isDone ? tr("mark %Ln steps as done", "", count) : tr("mark %Ln steps as not done", "", count),
        [put, after] { put(after); }, [put, before = m_doneSteps] { put(before); });
}

} // namespace noclobber::record
