#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace noclobber::report {

/// A word that stands in our source: the name of an element, an attribute, a class. Nothing that was read can become
/// one, as it cannot be made at run time.
class Literal
{
public:
    consteval Literal(const char *text) : m_text(text) {}
    constexpr std::string_view text() const { return m_text; }

private:
    std::string_view m_text;
};

struct Attribute {
    Literal name;
    std::string value; ///< escaped when written
};

/// Writes a page. Text and attribute values are escaped and made printable; there is no other way to put something
/// that was read onto the page.
class HtmlWriter
{
public:
    using Attributes = std::initializer_list<Attribute>;

    void open(Literal tag, Attributes attributes = {});
    /// Ends the innermost element.
    void close();
    /// An element without an end, such as meta and col.
    void single(Literal tag, Attributes attributes = {});

    void text(std::string_view text);
    /// Text of which line ends are kept, for pre and the like.
    void lines(std::string_view text);

    void element(Literal tag, std::string_view content, Attributes attributes = {});

    /// An element whose content is one of our own files, as it is: style, script, the glyphs.
    void embedded(Literal tag, Literal resource, Attributes attributes = {});

    /// Our own script, as it is.
    void script(std::string_view ours);

    /// One of the symbols of resources/report/glyphs.svg, only to be looked at.
    void glyph(Literal name);

    std::size_t size() const { return m_text.size(); }

    /// The page so far. Everything opened must have been closed.
    std::string finish();

private:
    void begin(Literal tag, Attributes attributes);
    void escaped(std::string_view text, bool keepLineEnds);

    std::string m_text = "<!DOCTYPE html>\n";
    std::vector<Literal> m_open;
};

/// An element that ends with its C++ scope.
class [[nodiscard]] Element
{
public:
    Element(HtmlWriter &html, Literal tag, HtmlWriter::Attributes attributes = {}) : m_html(html)
    {
        html.open(tag, attributes);
    }
    ~Element() { m_html.close(); }
    Element(const Element &) = delete;
    Element &operator=(const Element &) = delete;

private:
    HtmlWriter &m_html;
};

} // namespace noclobber::report
