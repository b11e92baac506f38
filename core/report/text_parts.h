#pragma once

#include <string>
#include <string_view>

#include "core/report/summary.h"
#include "core/report/text_writer.h"

namespace noclobber::report {

// The pieces that several texts for a terminal share.

/// What every section needs. What it refers to must outlive it.
struct Page {
    const review::Review &review;
    const Summary &summary;
    TextWriter &out;
    bool showsAll = false;
    bool isAudit = false; ///< of one commit: nothing in it changed

    /// The name, with its scope where there are several.
    std::string name(const argo::ObjectId &id) const;

    /// How many entries of a list to show.
    std::size_t room(std::size_t count, std::size_t limit) const;

    /// Says how many entries of a list are not shown; nothing for none.
    void more(std::size_t hidden, std::size_t indent) const;
};

/// The findings, worst first; many alike are put together, and only a few notes are shown, unless all is.
void writeFindings(const Page &page);

/// What could not be read, rendered or followed.
void writeUnseen(const Page &page);

} // namespace noclobber::report
