#pragma once

#include <string>
#include <string_view>

#include "core/yaml/document.h"

namespace noclobber::test {

/// How much is asked of a file.
enum class Depth {
    Whole,        ///< all documents and manifests, once
    EachDocument, ///< each of them by its number too
};

/// Everything that the reader in use says of a file, as lines of text: the documents with all values, lines and spans,
/// the manifests with all their fields, problems and ambiguities. Equal texts are equal answers.
std::string answerTo(std::string_view bytes, yaml::TextFormat format, Depth depth);

/// The text in ASCII on one line: backslash escapes for everything else, as in C.
std::string escaped(std::string_view text);

/// What escaped() was made from.
std::string unescaped(std::string_view text);

} // namespace noclobber::test
