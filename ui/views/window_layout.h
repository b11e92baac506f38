#pragma once

#include <QWidget>

namespace noclobber::views {

/// Keeps where the splitters below a widget stand and how wide the columns are, for the next window.
void keepLayout(const QWidget &root);

/// Gives splitters and columns what was kept, as far as they are still the same.
void restoreLayout(const QWidget &root);

} // namespace noclobber::views
