#pragma once

#include <QAction>
#include <QLabel>
#include <QWidget>

#include "ui/models/decision_gate.h"
#include "ui/widgets/notice_bar.h"

namespace noclobber::views {

/// The line below a review: how much is seen, what was written and decided, and the way to a decision. Above it what
/// keeps the record from being saved, for as long as it does.
class RecordBar : public QWidget
{
    Q_OBJECT
public:
    /// The actions are the page's; the bar shows them as buttons.
    RecordBar(QAction *approve, QAction *requestChanges, QWidget *parent = nullptr);

    /// How long the analysis took.
    void setDuration(qint64 milliseconds);
    /// `unseen`: how many blocked objects are still to be looked at.
    void setRecord(const record::RecordKeeper &record, int unseen);
    /// What was just done, "Exported to …"; stays until something else is said.
    void setMessage(const QString &message);

signals:
    /// Somebody wants to try again to save.
    void saveAsked();

private:
    void showTrouble(const record::RecordKeeper &record);
    void write();

    widgets::NoticeBar *m_notice;
    QLabel *m_text;
    QLabel *m_message;
    QString m_progress;
    QString m_duration;
};

} // namespace noclobber::views
