#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/yaml/document.h"

namespace noclobber::yaml {

/// A scalar's type and text, as Node keeps them.
struct Scalar {
    NodeType type = NodeType::Null;
    std::string text;
};

/// What go-yaml v2 and then Go's JSON make of a scalar. The tag is yaml-cpp's: "?" of a plain scalar, "!" of a quoted
/// or block one, else the tag itself. Error Yaml where they give an error (.inf, a tag that the text does not fit).
/// Source: yaml/go-yaml v2 resolve.go and decode.go, kubernetes-sigs/yaml.
Result<Scalar> resolveScalar(std::string_view tag, const std::string &text);

/// The scalar as the key of a JSON object: numbers and booleans become text. Error Yaml for null.
Result<Scalar> resolveKey(std::string_view tag, const std::string &text);

/// A JSON number as an unstructured object keeps it: an int64 stays exact, everything else becomes a double.
/// Error Yaml if it is too large for a double. The text must be a JSON number.
Result<Scalar> jsonNumber(std::string_view text);

/// A double as Go's encoding/json prints it: the shortest digits, an exponent below 1e-6 and from 1e21 on.
std::string jsonDouble(double value);

/// What a plain scalar that is no String begins with: a number or a word.
enum class Begin : unsigned char { OfText, OfNumber, OfWord };
inline constexpr std::array<Begin, 256> beginsOfScalars = [] {
    std::array<Begin, 256> table{};
    for (const char c : std::string_view("0123456789+-."))
        table[static_cast<unsigned char>(c)] = Begin::OfNumber;
    for (const char c : std::string_view("~yYnNtTfFoO"))
        table[static_cast<unsigned char>(c)] = Begin::OfWord;
    return table;
}();

/// Whether the text is, but for its letters' case, one of YAML's words for null and booleans. It has 1 to 5 bytes.
bool isReservedWord(std::string_view text);

/// Whether a plain scalar with this text may be read as something else than this String: a quick look, which says no
/// only where that is certain. The text is not empty.
inline bool mayBeOtherThanText(std::string_view text)
{
    const Begin begin = beginsOfScalars[static_cast<unsigned char>(text.front())];
    return begin != Begin::OfText && (begin == Begin::OfNumber || (text.size() <= 5 && isReservedWord(text)));
}

/// Whether a plain scalar with this text is read as this String and nothing else.
bool isPlainString(std::string_view text);

} // namespace noclobber::yaml
