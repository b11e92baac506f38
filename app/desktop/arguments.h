#pragma once

#include <QString>
#include <optional>

#include "core/git/comparison.h"
#include "ui/widgets/theme.h"

namespace noclobber::desktop {

/// What the command line asks of the window.
struct Arguments {
    std::optional<git::ComparisonRequest> comparison; ///< review this at once
    QString folder;                                   ///< choose commits of this repository
    bool sample = false;
    QString sampleRepository; ///< write the sample there and end
    QString picture;          ///< draw the review into this file and end
    QString report;           ///< write the HTML report into this file and end
    std::optional<widgets::ThemeChoice> theme;
};

/// Reads the program's arguments. Ends the program for --help and --version (0) and for what makes no sense (2).
Arguments readArguments(const QStringList &words);

} // namespace noclobber::desktop
