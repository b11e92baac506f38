#pragma once

#include <QToolButton>

namespace noclobber::widgets {

/// Readers toggle a button without a click; the action behind it is triggered then all the same.
void triggerByToggle(QToolButton &button);

} // namespace noclobber::widgets
