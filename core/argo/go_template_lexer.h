#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace noclobber::argo {

/// One word of an action.
struct TemplateToken {
    enum class Kind { Word, Field, Dot, Variable, Text, Number, Pipe, Open, Close, Declare, Assign, Comma };
    Kind kind = Kind::Word;
    std::string text;        ///< without the '.' of a field, the '$' of a variable and quotes
    bool afterSpace = false; ///< a field behind a space is an operand of its own
};

/// A template's text, cut up: literal text, and the tokens of the actions in between.
struct TemplateChunk {
    bool isAction = false;
    std::string text; ///< literal, trimmed as `{{-` and `-}}` say
    std::vector<TemplateToken> tokens;
};

/// Cuts a template up. Comments are left out. Error Yaml for an action that is not closed or has a character that
/// none of its words begins with.
Result<std::vector<TemplateChunk>> cutTemplate(std::string_view text);

} // namespace noclobber::argo
