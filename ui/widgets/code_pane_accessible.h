#pragma once

namespace noclobber::widgets {

/// Makes code panes known to readers as lists of lines, each told in words: "added, line 12: path: apps/core".
void installCodePaneAccessible();

} // namespace noclobber::widgets
