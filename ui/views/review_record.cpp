// What the review page does with the record: comments, decision, exports.

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <algorithm>

#include "ui/views/decision_dialog.h"
#include "ui/views/export_dialog.h"
#include "ui/views/key_bindings.h"
#include "ui/views/review_page.h"

namespace noclobber::views {

void ReviewPage::makeRecordActions()
{
    add("review.comment", tr("&Comment…"), Qt::Key_C, [this] { beginComment(); });
    m_resume = add("review.resume-comment", tr("Go on with the &unsaved comment"), Qt::SHIFT | Qt::Key_C,
                   [this] { resumeComment(); });
    m_saveComment =
        add("review.save-comment", tr("&Save the comment"), Qt::CTRL | Qt::Key_Return, [this] { m_comment->save(); });
    addLine("review");
    m_approve = add("review.approve", tr("&Approve…"), {}, [this] { decide(record::Choice::Approve); });
    m_requestChanges =
        add("review.request-changes", tr("&Request changes…"), {}, [this] { decide(record::Choice::RequestChanges); });
    add("review.decide", tr("&Decide…"), Qt::CTRL | Qt::SHIFT | Qt::Key_Return, [this] { decide({}); });
    m_withdraw = add("review.withdraw", tr("&Withdraw the decision"), {}, [this] { m_record.setDecision({}); });
    for (QAction *action : {m_saveComment, m_resume, m_approve, m_withdraw})
        setAvailable(action, false);
}

void ReviewPage::makeRecordParts()
{
    m_bar = new RecordBar(m_approve, m_requestChanges, this);
    m_reviewSection->setWithdraw(m_withdraw);
    connect(m_radius, &RadiusSection::told, m_bar, &RecordBar::setMessage);
    connect(m_bar, &RecordBar::saveAsked, &m_record, &record::RecordKeeper::save);
    connect(&m_record, &record::RecordKeeper::changed, this, &ReviewPage::takeRecord);
    connect(&m_record, &record::RecordKeeper::draftsChanged, this, &ReviewPage::takeRecord);
    connect(m_reviewSection, &ReviewSection::editAsked, this, &ReviewPage::editComment);
    connect(m_comment, &CommentEditor::toggled, this, [this](bool isOpen) {
        setAvailable(m_saveComment, isOpen);
        if (!isOpen && m_isShown)
            focusSection();
    });
}

void ReviewPage::takeRecord()
{
    if (!m_review)
        return;
    const models::DecisionGate &gate = m_reviewSection->gate();
    const int unseen = gate.unseen(m_record); // counted once: it looks at every blocked object
    m_banner->setContent(bannerContent());
    m_bar->setRecord(m_record, unseen);
    m_sections->setCount(static_cast<int>(Section::Review), static_cast<int>(m_record.comments().size()));
    setAvailable(m_approve, unseen == 0);
    m_approve->setToolTip(unseen == 0 ? m_approve->iconText() : models::DecisionGate::obstacle(unseen));
    setAvailable(m_withdraw, m_record.decision().has_value());
    setAvailable(m_resume, !m_record.drafts().empty());
}

/// The name is asked for once a review, elsewhere.
void ReviewPage::askForReviewer()
{
    m_record.setReviewer({});
    if (!m_services.userName)
        return;
    const auto work = [ask = m_services.userName, folder = m_review->comparison.place.gitDirectory] {
        return ask(folder);
    };
    m_naming.ask(this, work, [this](const Result<std::string> &name) {
        if (name)
            m_record.setReviewer(QString::fromStdString(*name));
    });
}

void ReviewPage::beginComment()
{
    if (!m_selection.object())
        return;
    const argo::ObjectId id = *m_selection.object();
    const ObjectPane *pane = m_changes->object();
    const bool isInPane = pane->mode() == ObjectPane::Mode::Fields || pane->isAncestorOf(QApplication::focusWidget());
    m_comment->begin(id, fieldsOf(id), isInPane ? QString::fromStdString(pane->currentField()) : QString());
}

QStringList ReviewPage::fieldsOf(const argo::ObjectId &id) const
{
    QStringList fields;
    if (const diff::ObjectChange *change = m_review->changes.find(id)) {
        for (const diff::FieldChange &field : change->fields)
            fields << QString::fromStdString(field.path);
    }
    return fields;
}

/// The one after the draft that is being written, so that the key goes through all of them.
void ReviewPage::resumeComment()
{
    m_comment->keep();
    const std::vector<record::Draft> &drafts = m_record.drafts();
    if (drafts.empty())
        return;
    const auto current = std::ranges::find_if(
        drafts, [this](const record::Draft &each) { return m_comment->isVisible() && m_comment->isAt(each); });
    const bool isLast = current == drafts.end() || current + 1 == drafts.end();
    const record::Draft next = isLast ? drafts.front() : *(current + 1);
    m_selection.setObject(next.id);
    m_comment->resume(next, fieldsOf(next.id));
}

void ReviewPage::editComment(int number)
{
    for (const record::Comment &comment : m_record.comments()) {
        if (comment.number == number)
            return m_comment->edit(comment);
    }
}

void ReviewPage::decide(std::optional<record::Choice> choice)
{
    const models::DecisionGate &gate = m_reviewSection->gate();
    if (!choice && (gate.isBlocked() || !m_record.comments().empty()))
        choice = record::Choice::RequestChanges;
    auto *dialog = new DecisionDialog({m_review, gate, choice, m_folders}, m_record, m_services, this);
    connect(dialog, &DecisionDialog::reloadAsked, this, &ReviewPage::reloadAsked);
    dialog->open();
}

void ReviewPage::exportReview()
{
    m_changes->setFilterText(m_changes->filterText()); // what was typed just now counts
    auto *dialog = new ExportDialog(
        {m_review, m_record.shown(), m_list, m_changes->filterText().trimmed(), m_changes->shownObjects()}, this);
    connect(dialog, &ExportDialog::exported, m_bar, &RecordBar::setMessage);
    dialog->open();
}

bool ReviewPage::mayLeave()
{
    m_comment->keep();
    if (m_record.flush())
        return true;
    QMessageBox box(QMessageBox::Warning, tr("Not saved"),
                    tr("Marks and comments of this review are not on disk. If you leave it now, they are lost."),
                    QMessageBox::NoButton, this);
    box.setInformativeText(m_record.trouble());
    QAbstractButton *lose = box.addButton(tr("Leave and lose them"), QMessageBox::DestructiveRole);
    QPushButton *stay = box.addButton(tr("Stay"), QMessageBox::RejectRole);
    box.setDefaultButton(stay);
    box.exec();
    return box.clickedButton() == lose;
}

} // namespace noclobber::views
