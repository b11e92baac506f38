#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/argo/template_value.h"
#include "core/base/result.h"

namespace noclobber::argo {

struct Pipeline;

/// What a command is made of, with the fields that follow it: `.a.b`, `$x.a`, `"text"`, `(pipeline).a`, `printf`.
struct Operand {
    enum class Kind { Dot, Variable, Literal, Function, Inner };
    Kind kind = Kind::Dot;
    std::string name; ///< of a variable (without '$') or a function
    Value literal;    ///< nullptr is nil
    std::vector<std::string> fields;
    std::vector<Pipeline> inner; ///< one, of Inner
};

/// A function and its arguments, or a value.
using Command = std::vector<Operand>;

struct Pipeline {
    std::vector<std::string> variables; ///< that it sets: `$x := `, in a range `$i, $x := `
    bool declares = false;              ///< `:=`, not `=`
    std::vector<Command> commands;      ///< each gets the value of the one before as its last argument
};

struct TemplatePart {
    enum class Kind { Text, Action, If, Range, With };
    Kind kind = Kind::Text;
    std::string text;
    Pipeline pipeline;
    std::vector<TemplatePart> body;
    std::vector<TemplatePart> otherwise;
};

/// Parses a template of Go's text/template. Error Yaml for what is no template, and for what is not followed here
/// (define, template, block, break, continue).
/// Source: https://pkg.go.dev/text/template
Result<std::vector<TemplatePart>> parseGoTemplate(std::string_view text);

} // namespace noclobber::argo
