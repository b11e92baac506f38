#include "ui/views/empty_note.h"

namespace noclobber::views {

QLabel *emptyNote(const QString &text, QWidget *parent)
{
    auto *note = new QLabel(text, parent);
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    note->setMargin(12);
    return note;
}

} // namespace noclobber::views
