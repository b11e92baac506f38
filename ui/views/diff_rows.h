#pragma once

#include <QList>

#include "core/review/review.h"
#include "ui/widgets/code_pane.h"

namespace noclobber::views {

/// Both sides of an object line by line; the same number of lines on each unless only one is shown.
struct DiffRows {
    QList<widgets::CodeLine> base;
    QList<widgets::CodeLine> head;
    bool isSame = false; ///< both sides say the same: `head` alone is shown
    bool hasBase = true; ///< false: the object is not in base
    bool hasHead = true;
};

/// Sets the two texts against each other. Takes a while for long ones: not for the window's thread.
DiffRows diffRows(const review::ObjectTexts &texts);

} // namespace noclobber::views
