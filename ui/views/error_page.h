#pragma once

#include <QPushButton>
#include <QWidget>

#include "core/base/result.h"
#include "ui/widgets/paragraph.h"

namespace noclobber::views {

/// Why there is no review: what failed, where, what to do.
class ErrorPage : public QWidget
{
    Q_OBJECT
public:
    explicit ErrorPage(QWidget *parent = nullptr);

    /// What else counts: what was found before the end came, and whether a whole review is still behind this page.
    struct Remains {
        QString found;
        bool hasReview = false;
    };

    void setError(const Error &error, const QString &folder, const Remains &remains);

signals:
    void backAsked();
    void retryAsked();

private:
    QString advice(ErrorCode code) const;
    void showRemains(const Remains &remains, bool wasCancelled);

    widgets::Paragraph *m_title;
    widgets::Paragraph *m_message;
    widgets::Paragraph *m_where;
    widgets::Paragraph *m_found;
    widgets::Paragraph *m_trust;
    widgets::Paragraph *m_advice;
    QPushButton *m_retry;
    QString m_details;
};

} // namespace noclobber::views
