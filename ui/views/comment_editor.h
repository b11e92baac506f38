#pragma once

#include <QComboBox>
#include <QPlainTextEdit>
#include <QTimer>
#include <QToolButton>

#include "ui/record/record_keeper.h"
#include "ui/widgets/elided_label.h"

namespace noclobber::views {

/// Where a comment is written: below the review, so that what it is about stays in sight. What is not saved yet is
/// kept as a draft of the record, soon after it is typed.
class CommentEditor : public QWidget
{
    Q_OBJECT
public:
    CommentEditor(record::RecordKeeper &record, QWidget *parent = nullptr);

    /// To be called before the record gets the review: what is being written belongs to the one before, unless the same
    /// is compared again.
    void setReview(const review::Review &review);
    /// A new comment. `fields`: those of the object that differ; `field`: the one it is about, "" for the object.
    void begin(const argo::ObjectId &id, const QStringList &fields, const QString &field);
    /// An old one.
    void edit(const record::Comment &comment);
    /// What was not saved. `fields` as of `begin`.
    void resume(const record::Draft &draft, const QStringList &fields);
    void save();
    void close();
    /// Whether it is this that is written here.
    bool isAt(const record::Draft &draft) const { return place().isSamePlace(draft); }
    /// Gives the record what is written here and not saved.
    void keep();

signals:
    /// It was shown or hidden.
    void toggled(bool isOpen);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open(const QString &heading, const QString &text);
    /// Where what is written belongs; with its field, without its text.
    record::Draft place() const;
    void discard();

    record::RecordKeeper &m_record;
    widgets::ElidedLabel *m_heading;
    QComboBox *m_field;
    QPlainTextEdit *m_text;
    QToolButton *m_save;
    QToolButton *m_cancel;
    QToolButton *m_remove;
    argo::ObjectId m_id;
    QString m_review;   ///< what is compared
    QString m_oldField; ///< of the comment that is edited
    int m_number = 0;   ///< of the comment that is edited; 0: a new one
    QString m_before;   ///< the comment as it was
    QTimer m_keeping;   ///< runs until a person has stopped typing for a moment
};

} // namespace noclobber::views
