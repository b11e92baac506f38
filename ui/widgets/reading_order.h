#pragma once

#include <QList>
#include <QWidget>

namespace noclobber::widgets {

/// What Tab stops at in a window or a part of it, in the order in which a person reads it: as the layouts and splitters
/// put it, whenever it was made. What cannot be seen or used now is left out.
QList<QWidget *> readingOrder(QWidget &part);

/// Gives the keyboard to the stop after (or before) the one that has it, round and round. False if there is none.
bool focusNextStop(QWidget &window, bool forward);

} // namespace noclobber::widgets
