#pragma once

#include <string>

#include "core/review/review.h"

namespace noclobber::report {

enum class Detail {
    Verdict, ///< the verdict's sentence only
    Usual,   ///< long lists of harmless things are cut, with counts
    All
};

struct TextOptions {
    bool colour = false;
    Detail detail = Detail::Usual;
    std::size_t columns = 80; ///< how wide the lines may be
};

/// The review for a terminal: the verdict, findings, what dies, what is overwritten, every change, what was not read.
/// Worst first. Nothing that blocks, nothing with state and nothing overwritten is ever cut.
std::string writeTextReport(const review::Review &review, const TextOptions &options);

} // namespace noclobber::report
