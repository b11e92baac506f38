#pragma once

#include "ui/models/diff_layout.h"
#include "ui/widgets/code_line.h"

namespace noclobber::views {

/// Colours of the lines of both sides, by row; empty until they are known.
struct DiffTints {
    QList<QList<widgets::CodeTint>> base;
    QList<QList<widgets::CodeTint>> head;
};

/// Reads both sides as YAML. Not for the window's thread.
DiffTints diffTints(const models::DiffText &text);

enum class PaneRole { Base, Head, Unified };

/// The lines of a pane. Links: of a line that stands for others, the first shows them, the second all unchanged ones.
QList<widgets::CodeLine> diffLines(const models::DiffText &text, const QList<models::LayoutLine> &layout,
                                   const DiffTints &tints, PaneRole role);

} // namespace noclobber::views
