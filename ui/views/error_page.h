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

    void setError(const Error &error, const QString &folder);

signals:
    void backAsked();
    void retryAsked();

private:
    QString advice(ErrorCode code) const;

    widgets::Paragraph *m_title;
    widgets::Paragraph *m_message;
    widgets::Paragraph *m_where;
    widgets::Paragraph *m_advice;
    QString m_details;
};

} // namespace noclobber::views
