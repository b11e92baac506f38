#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/yaml/document.h"
#include "core/yaml/outline.h"

namespace noclobber::fix {

/// What an object is to say that it does not say yet.
struct Wish {
    enum class Form {
        Options, ///< values to add to a text of words between commas
        Item,    ///< one value to add to a list
        Text,    ///< the value of a scalar
    };
    Form form = Form::Text;
    std::vector<std::string> path; ///< keys from the object to the field
    std::vector<std::string> values;

    bool operator==(const Wish &) const = default;
};

/// The object as it is to be read afterwards.
yaml::Node fulfilled(yaml::Node content, const Wish &wish);

/// Bytes [begin, end) of a text, and what is to stand in their place.
struct TextEdit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;

    bool operator==(const TextEdit &) const = default;
};

/// The text with the edits, which do not overlap.
std::string edited(std::string_view text, std::vector<TextEdit> edits);

/// The text of a document around an object.
struct ObjectText {
    std::string_view document;
    const yaml::TextNode &root;   ///< of the document
    const yaml::TextNode &object; ///< the root, or an item of its Lists
    std::string_view lineEnd;     ///< of the file: "\n" or "\r\n"
};

/// The smallest edit of the document that adds what is wished, in the way its surroundings are written. Error Yaml says
/// what keeps it from being edited safely, a clause: "its metadata is an alias".
Result<TextEdit> editField(const ObjectText &text, const Wish &wish);

} // namespace noclobber::fix
