#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/yaml/document.h"

namespace noclobber::yaml {

/// One value of a JSON stream.
struct JsonReading {
    std::optional<Document> document; ///< none at the end of the text or with a problem; number is not set
    std::optional<Remark> problem;
    std::size_t end = 0;   ///< offset behind the value, or of what could not be read
    int line = 0;          ///< one-based line of `end`
    bool isSyntax = false; ///< the problem is that this is no JSON (and not that it is too deep or large)
};

/// Reads the next JSON value (RFC 8259) of the text from an offset on. Of repeated keys the last wins, with a remark;
/// unpaired surrogates become U+FFFD, as in Go. line is the one-based line of the offset.
JsonReading readJson(std::string_view text, std::size_t offset, int line, const Limits &limits);

} // namespace noclobber::yaml
