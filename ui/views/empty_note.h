#pragma once

#include <QLabel>

namespace noclobber::views {

/// The sentence that stands where a list or a text would, if there were one.
QLabel *emptyNote(const QString &text = {}, QWidget *parent = nullptr);

} // namespace noclobber::views
