#pragma once

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

#include "ui/models/decision_gate.h"
#include "ui/runner/background.h"
#include "ui/runner/services.h"
#include "ui/views/review_text.h"

namespace noclobber::views {

/// Asks for the decision on a review, shows the very text that an export will have, and records it once git has
/// confirmed that base and head are where they were. No button is the default one: Enter alone does nothing.
class DecisionDialog : public QDialog
{
    Q_OBJECT
public:
    struct Question {
        review::ReviewPtr review;
        const models::DecisionGate &gate;
        std::optional<record::Choice> choice;   ///< chosen beforehand
        std::optional<git::FolderPair> folders; ///< what was reviewed, if not commits
    };

    DecisionDialog(const Question &question, record::RecordKeeper &record, const runner::Services &services,
                   QWidget *parent = nullptr);

signals:
    /// The branches have moved: somebody wants to see what they are now.
    void reloadAsked();

private:
    QWidget *makeChoices();
    QWidget *makeOverride();
    QWidget *makeButtons();
    /// Asks git where base and head are, then calls `done` if they are still there.
    void check(const std::function<void()> &done);
    void record();
    void refresh();
    bool isApproval() const { return m_approve->isChecked(); }
    bool isComplete() const;
    record::Decision decision() const;

    review::ReviewPtr m_review;
    std::optional<git::FolderPair> m_folders;
    const models::DecisionGate &m_gate;
    record::RecordKeeper &m_record;
    const runner::Services &m_services;
    runner::Background m_checking;
    bool m_isCurrent = false; ///< git has said so
    QLabel *m_state;
    QRadioButton *m_requestChanges;
    QRadioButton *m_approve;
    QLabel *m_obstacle;
    QWidget *m_override;
    QLineEdit *m_name;
    QLineEdit *m_reason;
    QPlainTextEdit *m_summary;
    ReviewText *m_preview;
    QPushButton *m_reload;
    QPushButton *m_done;
};

} // namespace noclobber::views
