#pragma once

#include <QList>
#include <QSet>

#include "ui/models/diff_text.h"

namespace noclobber::models {

/// How a diff is shown.
struct DiffOptions {
    bool isUnified = false;
    int context = 3; ///< unchanged lines around a change
    bool showsNoise = false;
    bool showsAll = false;
    QSet<int> opened; ///< first rows of unchanged lines and noise opened by hand
    QSet<int> turned; ///< blocks opened by hand, or closed if they begin open

    bool operator==(const DiffOptions &) const = default;
};

/// One line of the window.
struct LayoutLine {
    enum class Kind {
        Row,       ///< both sides of a row, or the only one
        Base,      ///< unified: the row's line of base
        Head,      ///< unified: the row's line of head
        Fold,      ///< stands for unchanged rows
        Noise,     ///< stands for rows of a field that a rule calls noise
        Block,     ///< stands for a block: both sides of its summary
        BlockBase, ///< unified: base's summary
        BlockHead
    };
    Kind kind = Kind::Row;
    int first = 0; ///< row
    int last = 0;
    int block = -1;

    bool isChange(const DiffText &text) const;
};

/// What is shown of a text, in order; every row is in it or counted by a line that stands for it. Of an object with one
/// side, or without a difference, everything.
QList<LayoutLine> layoutOf(const DiffText &text, const DiffOptions &options);

/// "34 unchanged lines: spec.template", "noise: metadata.labels.hash (rule: checksum)".
QString standInText(const DiffText &text, const LayoutLine &line);

} // namespace noclobber::models
