#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"

namespace noclobber {

/// Finds a text without making a string of it.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
};

/// Sentences of core in another language than English.
struct Catalogue {
    std::string language; ///< "zh_CN"; "" is English, with no entries
    std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> entries; ///< by English template
    std::vector<std::string> refused; ///< templates whose translation names other arguments; they stay English
};

/// Reads a JSON object from English templates to translations. A translation numbers its arguments ("{1}") where their
/// order is another one; it must have all of them, each formatted as in English, or it is refused. Error Configuration
/// if the text is no such object.
Result<Catalogue> readCatalogue(std::string_view json, std::string language);

/// From now on say() speaks this language. Other threads may be speaking: each sentence is whole in one of the two. What
/// was installed before is kept for them to the end of the program.
void useCatalogue(Catalogue catalogue);

/// The language of the installed catalogue, "" for English.
std::string_view spokenLanguage();

/// Two sentences in a row: a blank stands between them, but not after Chinese punctuation.
std::string inARow(std::string_view first, std::string_view second);

/// Appends a part of a sentence: with a blank between Chinese and Latin characters and none between Chinese ones, as is
/// the custom. Changes nothing in English.
void appendSpaced(std::string &text, std::string_view next);

} // namespace noclobber
