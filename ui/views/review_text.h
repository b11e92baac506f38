#pragma once

#include <QPlainTextEdit>

#include "core/record/review_record.h"
#include "core/review/review.h"
#include "ui/runner/background.h"

namespace noclobber::views {

/// The text of a review as it would be copied or saved: Markdown for a forge. Made in the background.
class ReviewText : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit ReviewText(QWidget *parent = nullptr);

    void showReview(const review::ReviewPtr &review, const record::ShownRecord &record);

private:
    runner::Background m_writing;
};

} // namespace noclobber::views
