#include "ui/views/review_text.h"

#include <QScrollBar>

#include "core/report/markdown_report.h"
#include "ui/widgets/fonts.h"

namespace noclobber::views {

ReviewText::ReviewText(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setAccessibleName(tr("Text of the review, as it is copied or saved"));
    widgets::useCodeFont(this);
}

void ReviewText::showReview(const review::ReviewPtr &review, const record::ShownRecord &record)
{
    const auto work = [review, record] {
        return QString::fromStdString(report::writeMarkdownReport(*review, {.record = &record}));
    };
    m_writing.ask(this, work, [this](const QString &text) {
        if (text == toPlainText())
            return;
        const int place = verticalScrollBar()->value();
        setPlainText(text);
        verticalScrollBar()->setValue(place);
    });
}

} // namespace noclobber::views
