#pragma once

#include <QList>
#include <QString>
#include <memory>
#include <optional>

#include "core/review/object_diff.h"

namespace noclobber::models {

/// Characters [begin, begin + length) of a line.
struct TextSpan {
    int begin = 0;
    int length = 0;
};

/// One side of a row.
struct DiffSide {
    bool isThere = false;
    int number = 0; ///< in the file, from 1; 0: not known
    QString text;
    QList<TextSpan> words; ///< what differs
};

struct DiffRow {
    diff::LineChange change = diff::LineChange::Same;
    DiffSide base;
    DiffSide head;
    QString path;
    std::optional<diff::Noise> noise;
    QString note; ///< a remark about the line
};

/// Rows that nobody reads as they are, and what is shown in their place: a certificate, a long value.
struct DiffBlock {
    int first = 0;
    int last = 0;
    DiffSide base;
    DiffSide head;
    bool isChanged = false;
    bool beginsOpen = false; ///< it differs, and its text can be read
};

/// Both sides of an object as lines for a window.
struct DiffText {
    QList<DiffRow> rows;
    QList<DiffBlock> blocks; ///< by first row, apart from each other
    bool hasBase = false;
    bool hasHead = false;
    bool isSame = false; ///< no row differs
    review::TextForm form = review::TextForm::AsRead;
    qsizetype bytes = 0;
    int noiseFields = 0; ///< of objects in both commits: fields that noise may fold
    std::optional<argo::Location> baseLocation;
    std::optional<argo::Location> headLocation;
};

using DiffTextPtr = std::shared_ptr<const DiffText>;

/// Takes a while for long ones: not for the window's thread.
DiffText makeDiffText(const review::ObjectDiff &diff);

/// The name of a rule of noise, and why it may be folded.
QString noiseName(diff::Noise noise);
QString noiseReason(diff::Noise noise);

} // namespace noclobber::models
