#pragma once

#include <QComboBox>
#include <QHash>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>

#include "ui/record/record_keeper.h"

namespace noclobber::views {

/// Where a comment is written: below the review, so that what it is about stays in sight. What is not saved yet is
/// kept until it is, or until the window is closed.
class CommentEditor : public QWidget
{
    Q_OBJECT
public:
    CommentEditor(record::RecordKeeper &record, QWidget *parent = nullptr);

    /// Drafts are about one review: another one, told apart by what is compared, begins without any.
    void setReview(const review::Review &review);
    /// A new comment. `fields`: those of the object that differ; `field`: the one it is about, "" for the object.
    void begin(const argo::ObjectId &id, const QStringList &fields, const QString &field);
    /// An old one.
    void edit(const record::Comment &comment);
    void save();
    void close();

signals:
    /// It was shown or hidden.
    void toggled(bool isOpen);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open(const QString &heading, const QString &text);
    QString target() const;

    record::RecordKeeper &m_record;
    QLabel *m_heading;
    QComboBox *m_field;
    QPlainTextEdit *m_text;
    QToolButton *m_save;
    QToolButton *m_cancel;
    QToolButton *m_remove;
    argo::ObjectId m_id;
    QString m_review;                  ///< what is compared
    QString m_oldField;                ///< of the comment that is edited
    int m_number = 0;                  ///< of the comment that is edited; 0: a new one
    QString m_before;                  ///< the comment as it was
    QHash<QString, QString> m_unsaved; ///< by target
};

} // namespace noclobber::views
