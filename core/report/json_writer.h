#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/yaml/document.h"

namespace noclobber::report {

/// Writes JSON text in the order in which it is told: two blanks a level, or a whole value on one line. Pure ASCII:
/// whatever a name holds, it cannot steer the terminal that shows it. Malformed UTF-8 is shown as `\xff`.
class JsonWriter
{
public:
    enum class Layout { Lines, OneLine };

    void beginObject(Layout layout = Layout::Lines) { begin('{', layout); }
    void endObject() { end('}'); }
    void beginList(Layout layout = Layout::Lines) { begin('[', layout); }
    void endList() { end(']'); }

    /// Inside an object: the name of the value that comes next.
    void key(std::string_view name);

    void text(std::string_view value);
    void number(std::uint64_t value) { raw(std::to_string(value)); }
    void boolean(bool value) { raw(value ? "true" : "false"); }
    void null() { raw("null"); }
    void textOrNull(const std::optional<std::string> &value);
    /// A share with two digits after the point: 0.97.
    void share(double value);
    /// A value of a manifest, keys in their text order.
    void node(const yaml::Node &value);

    /// A value that another writer wrote.
    void written(std::string_view json) { raw(json); }

    /// The text so far, with a final line end. Everything begun must have been ended.
    std::string finish();

private:
    struct Level {
        bool isOneLine = false;
        bool isEmpty = true;
    };

    void begin(char bracket, Layout layout);
    void end(char bracket);
    void raw(std::string_view token);
    /// Puts what stands before a key or an item: a comma, a line end and the indentation.
    void separate();

    std::string m_text;
    std::vector<Level> m_levels;
    bool m_hasKey = false; ///< a key was written, its value comes next
};

} // namespace noclobber::report
