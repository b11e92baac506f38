#pragma once

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QWidget>

#include "ui/models/prepared_review.h"
#include "ui/models/recent_reviews.h"
#include "ui/record/record_keeper.h"
#include "ui/views/changes_section.h"
#include "ui/views/comment_editor.h"
#include "ui/views/guard_rails_section.h"
#include "ui/views/overwrites_section.h"
#include "ui/views/radius_section.h"
#include "ui/views/record_bar.h"
#include "ui/views/review_section.h"
#include "ui/views/runbook_section.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/section_bar.h"

namespace noclobber::views {

/// A review: the verdict, and the sections it can be looked at from.
class ReviewPage : public QWidget
{
    Q_OBJECT
public:
    ReviewPage(const runner::Services &services, const KSyntaxHighlighting::Repository &repository,
               QWidget *parent = nullptr);

    /// Fills what is seen at once, the rest when the first object stands on the screen or somebody wants to see it.
    /// Begins at the place, as far as it is still there.
    void setReview(const models::PreparedReview &prepared, const models::ReviewPlace &place = {});
    /// What is reviewed, if not commits: a decision asks whether they are still as they were.
    void setFolders(const std::optional<git::FolderPair> &folders) { m_folders = folders; }
    /// Where the person is.
    models::ReviewPlace place() const;
    /// Goes to an object in the change list, and gives it the keyboard.
    void showObject(const argo::ObjectId &id);
    const models::ChangeListPtr &changeList() const { return m_list; }
    const review::ReviewPtr &review() const { return m_review; }
    /// What the person does with the review.
    record::RecordKeeper &record() { return m_record; }
    /// The line below the sections.
    RecordBar *bar() { return m_bar; }
    /// Asks in which form, and where to.
    void exportReview();
    /// Whether the review may go: everything is on disk, or the person lets go of it.
    bool mayLeave();

    /// Adds an action. The first part of its id names the menu it stands in ("view.changes": see fillMenu), from where
    /// the palette, the shortcut sheet and the key bindings take it. Disabled while there is no review.
    QAction *add(const char *id, const QString &text, const QKeySequence &key, const std::function<void()> &done);
    /// A line in the menu, between what was added before and what is added next.
    void addLine(const char *menu);
    /// Says that an action cannot be done now, though there is a review.
    void setAvailable(QAction *action, bool isAvailable);

    /// Puts the actions "<name>.…" into a menu, in the order in which they were added.
    void fillMenu(QMenu &menu, const char *name) const;
    void setActionsEnabled(bool enabled);

signals:
    /// The first object stands on the screen with its text.
    void shown();
    /// What base and head are called has moved, and the person wants to see it.
    void reloadAsked();

private:
    void makeActions();
    void makeEditActions();
    void makeRecordActions();
    void makeRecordParts();
    /// Shows the record as it is now.
    void takeRecord();
    void askForReviewer();
    void beginComment();
    QStringList fieldsOf(const argo::ObjectId &id) const;
    void resumeComment();
    void editComment(int number);
    void decide(std::optional<record::Choice> choice);
    void makeViewActions();
    void makeGoActions();
    /// Goes to what says why the verdict is so.
    void showCause();
    void makeTextActions();
    void makeMendActions();
    void makeRadiusActions();
    void makeChangeActions();
    std::function<void()> goingTo(Section section);
    void walkRows(Qt::Key arrow);
    void walkSections(int step);
    void showSection(Section section);
    void focusSection();
    void cyclePanes(bool forward);
    widgets::Banner::Content bannerContent() const;

    const runner::Services &m_services;
    review::ReviewPtr m_review;
    std::optional<git::FolderPair> m_folders;
    QString m_sentence; ///< of the verdict: long to make where much dies, and asked for with every mark
    std::optional<argo::ObjectId> m_cause; ///< of the verdict
    models::ChangeListPtr m_list = std::make_shared<const models::ChangeList>();
    Selection m_selection;
    record::RecordKeeper m_record;
    widgets::Banner *m_banner;
    widgets::SectionBar *m_sections;
    QStackedWidget *m_stack;
    CommentEditor *m_comment;
    RecordBar *m_bar = nullptr;
    runner::Background m_naming;
    ChangesSection *m_changes;
    OverwritesSection *m_overwrites;
    RadiusSection *m_radius;
    GuardRailsSection *m_rails;
    RunbookSection *m_runbook;
    ReviewSection *m_reviewSection;
    QAction *m_approve = nullptr;
    QAction *m_requestChanges = nullptr;
    QAction *m_withdraw = nullptr;
    QAction *m_saveComment = nullptr;
    QAction *m_resume = nullptr;
    bool m_isShown = false;
    QList<QAction *> m_runbookActions; ///< not there without a runbook
    QAction *m_why = nullptr;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
};

} // namespace noclobber::views
