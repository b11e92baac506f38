#include "core/report/html_writer.h"

#include <array>
#include <cassert>

#include "core/base/resources.h"
#include "core/base/text.h"

namespace noclobber::report {

namespace {

/// Elements after whose end a line end is only for people who read the source.
bool isBlock(std::string_view tag)
{
    constexpr std::array<std::string_view, 22> blocks{
        "html", "head", "title",   "style",   "script", "body", "header", "main", "section", "nav", "ul",
        "ol",   "li",   "details", "article", "table",  "h1",   "h2",     "h3",   "div",     "p",   "footer"};
    for (const std::string_view block : blocks) {
        if (tag == block)
            return true;
    }
    return false;
}

/// Elements of tables whose end goes without saying: a page with thousands of objects is some percent smaller.
/// Source: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
bool hasImpliedEnd(std::string_view tag)
{
    return tag == "td" || tag == "th" || tag == "tr" || tag == "thead" || tag == "tbody";
}

} // namespace

void HtmlWriter::begin(Literal tag, Attributes attributes)
{
    m_text += '<';
    m_text += tag.text();
    for (const Attribute &attribute : attributes) {
        m_text += ' ';
        m_text += attribute.name.text();
        m_text += "=\"";
        escaped(attribute.value, false);
        m_text += '"';
    }
    m_text += '>';
}

void HtmlWriter::open(Literal tag, Attributes attributes)
{
    begin(tag, attributes);
    m_open.push_back(tag);
}

void HtmlWriter::close()
{
    assert(!m_open.empty() && "nothing to close");
    const std::string_view tag = m_open.back().text();
    m_open.pop_back();
    if (hasImpliedEnd(tag))
        return;
    m_text += "</";
    m_text += tag;
    m_text += '>';
    if (isBlock(tag))
        m_text += '\n';
}

void HtmlWriter::single(Literal tag, Attributes attributes)
{
    begin(tag, attributes);
}

void HtmlWriter::text(std::string_view text)
{
    escaped(text, false);
}

void HtmlWriter::lines(std::string_view text)
{
    escaped(text, true);
}

void HtmlWriter::element(Literal tag, std::string_view content, Attributes attributes)
{
    open(tag, attributes);
    text(content);
    close();
}

void HtmlWriter::embedded(Literal tag, Literal resource, Attributes attributes)
{
    open(tag, attributes);
    m_text += noclobber::resource(resource.text());
    close();
}

void HtmlWriter::script(std::string_view ours)
{
    open("script");
    m_text += ours;
    close();
}

void HtmlWriter::glyph(Literal name)
{
    m_text += "<svg class=\"g\" aria-hidden=\"true\"><use href=\"#g-";
    m_text += name.text();
    m_text += "\"/></svg>";
}

std::string HtmlWriter::finish()
{
    assert(m_open.empty() && "something opened was not closed");
    return std::move(m_text);
}

void HtmlWriter::escaped(std::string_view text, bool keepLineEnds)
{
    for (const char c : printable(text, keepLineEnds)) {
        switch (c) {
        case '&':
            m_text += "&amp;";
            break;
        case '<':
            m_text += "&lt;";
            break;
        case '>':
            m_text += "&gt;";
            break;
        case '"':
            m_text += "&quot;";
            break;
        case '\'':
            m_text += "&#39;";
            break;
        default:
            m_text += c;
        }
    }
}

} // namespace noclobber::report
