#include "core/yaml/yaml_reader.h"

#include <algorithm>
#include <istream>
#include <streambuf>

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/yaml/event_handler.h"
#include "core/yaml/lexical.h"
#include "core/yaml/plain_blocks.h"
#include "core/yaml/reader.h"
#include "core/yaml/text_check.h"

namespace noclobber::yaml {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// Bytes in memory as a stream, without a copy.
class ViewBuffer final : public std::streambuf
{
public:
    explicit ViewBuffer(std::string_view text)
    {
        // streambuf has no const form; nothing writes through these
        char *begin = const_cast<char *>(text.data());
        setg(begin, begin, begin + text.size());
    }
};

/// The text of a chunk as the parser gets it: plain line breaks, and one at the end.
struct ParserText {
    std::string owned; ///< empty if the chunk's own text will do
    std::vector<int> lines;
};

ParserText parserText(std::string_view text)
{
    ParserText prepared;
    if (findUnusualBreak(text, 0) != std::string_view::npos) {
        PlainBreaks plain = withPlainBreaks(text);
        prepared = {std::move(plain.text), std::move(plain.lines)};
    }
    if (!text.ends_with('\n')) {
        if (prepared.owned.empty())
            prepared.owned = text;
        prepared.owned += '\n';
    }
    return prepared;
}

/// yaml-cpp's words for what people meet most often, in those of somebody who writes manifests.
std::string inPlainWords(const std::string &message)
{
    struct Wording {
        std::string_view theirs;
        std::string_view ours;
    };
    constexpr Wording all[] = {
        {"illegal map value", toSay("a colon stands where no value may begin; text with a colon needs quotes")},
        {"illegal block entry", toSay("a dash stands where no list item may begin")},
        {"illegal map key", toSay("a key stands where none may begin")},
        {"end of map not found", toSay("a mapping breaks off: a line is indented otherwise or lacks its colon")},
        {"end of sequence not found", toSay("a list breaks off: a line is indented otherwise or lacks its dash")},
        {"end of map flow not found", toSay("a `{` is not closed")},
        {"end of sequence flow not found", toSay("a `[` is not closed")},
        {"illegal flow end", toSay("a `]` or `}` closes nothing")},
        {"illegal EOF in scalar", toSay("a quote is not closed")},
        {"unknown token", toSay("a character that begins no value; the text needs quotes")},
        {"the referenced anchor is not defined", toSay("an alias of an anchor that is not set")},
        {"bad file", toSay("nested too deeply")},
    };
    for (const Wording &wording : all) {
        if (message.starts_with(wording.theirs))
            return said(wording.ours);
    }
    return printable(message);
}

/// One reading of one chunk.
class Reading
{
public:
    Reading(const Chunk &chunk, const Limits &limits)
        : m_chunk(chunk), m_prepared(parserText(chunk.text)),
          m_text(m_prepared.owned.empty() ? chunk.text : std::string_view(m_prepared.owned)),
          m_handler(limits, m_text, chunk.firstLine, m_prepared.lines)
    {}

    ChunkReading run()
    {
        try {
            parse();
        } catch (const Refusal &refusal) {
            m_reading.problem = refusal.remark;
        } catch (const YAML::Exception &exception) {
            m_reading.problem = explain(exception);
        }
        if (m_reading.problem)
            m_reading.document.reset();
        return std::move(m_reading);
    }

private:
    void parse()
    {
        countLeftToParser(m_chunk.text.size());
        ViewBuffer buffer(m_text);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(m_handler))
            return;
        const std::size_t end = scalarEnd(m_text, m_handler.lastScalar());
        if (end == std::string_view::npos)
            throw Refusal{{lineOf(m_handler.lastScalar()), say("not YAML: a quote is not closed")}};
        if (const std::size_t directive = m_text.find("\n%", end); directive != std::string_view::npos)
            throw Refusal{{lineOf(directive + 1), say("not YAML: a directive inside a document")}};
        std::size_t documentEnd = m_text.size();
        try {
            parser.HandleNextDocument(m_handler);
        } catch (const NextDocument &next) {
            documentEnd = refuseOrRemark(end, next.offset);
        } catch (const YAML::Exception &exception) {
            documentEnd = refuseOrRemark(end, static_cast<std::size_t>(std::max(exception.mark.pos, 0)));
        }
        take(end, documentEnd);
    }

    /// What yaml-cpp says, or what a person would see first.
    Remark explain(const YAML::Exception &exception) const
    {
        if (const std::size_t conflict = m_text.find("\n<<<<<<< "); conflict != std::string_view::npos)
            return {lineOf(conflict + 1), say("not YAML: the marks of a merge conflict")};
        const int line = exception.mark.is_null() ? 0 : std::max(exception.mark.line, 0);
        const auto at = m_text.find_first_not_of(" \t", lineBegin(line));
        const bool hasTab = at != std::string_view::npos && isIndentedByTab(m_text, at);
        return {m_handler.fileLine(line), say("not YAML: {}", hasTab ? std::string(say("a tab in the indentation"))
                                                                     : inPlainWords(exception.msg))};
    }

    /// There is more text behind the document. Behind a `...` or `---` of its own Kubernetes passes over it, else it
    /// refuses the document or reads half of it. Returns where the document ends.
    std::size_t refuseOrRemark(std::size_t documentEnd, std::size_t nextBegin)
    {
        std::size_t at = lineEnd(m_text, std::min(documentEnd, m_text.size()));
        for (; at + 1 < m_text.size(); at = lineEnd(m_text, at + 1)) {
            const std::string_view line = m_text.substr(at + 1, 3);
            if (line == "..." || line == "---")
                break;
        }
        if (at + 1 >= m_text.size())
            throw Refusal{{lineOf(nextBegin), say("not YAML: text after the end of the document")}};
        const std::size_t hidden = firstContent(m_text.substr(at + 1));
        if (hidden != std::string_view::npos) {
            m_reading.ambiguities.push_back(
                {lineOf(at + 1 + hidden), say("text after the mark that ends a document, without a `---` line before "
                                              "it: Kubernetes passes over it, other readers take it")});
        }
        return at + 1;
    }

    std::size_t lineBegin(int line) const
    {
        std::size_t begin = 0;
        for (; line > 0; --line)
            begin = std::min(lineEnd(m_text, begin) + 1, m_text.size());
        return begin;
    }

    int lineOf(std::size_t offset) const { return m_handler.fileLine(linesBefore(m_text, offset)); }

    void take(std::size_t lastScalarEnd, std::size_t documentEnd)
    {
        Document document;
        document.number = m_chunk.number;
        document.root = m_handler.builder().takeRoot();
        document.ambiguities = m_handler.builder().takeRemarks();
        const std::size_t begin = firstContent(m_text);
        const std::string_view text = m_text.substr(0, documentEnd);
        const std::size_t end = contentEnd(text, std::min(std::max(begin, lastScalarEnd), text.size()));
        document.span = {begin, end, lineOf(begin), lineOf(end)};
        if (!m_prepared.lines.empty())
            document.span = wholeSpan(document.span);
        m_reading.document = std::move(document);
    }

    /// With line breaks translated, offsets are no longer the chunk's: the whole chunk then.
    TextSpan wholeSpan(TextSpan span) const
    {
        span.begin = 0;
        span.end = m_chunk.text.size();
        return span;
    }

    const Chunk &m_chunk;
    ParserText m_prepared;
    std::string_view m_text;
    EventHandler m_handler;
    ChunkReading m_reading;
};

} // namespace

ChunkReading readChunk(const Chunk &whole, const Limits &limits, const Selection *wanted)
{
    if (readerInUse() == Reader::Fast) {
        if (auto document = readPlainBlocks(whole, limits, wanted))
            return {.document = std::move(document), .problem = {}, .ambiguities = {}};
    }
    Chunk chunk = whole;
    std::vector<Remark> ambiguities;
    if (const std::size_t mark = chunk.text.find(byteOrderMark); mark != std::string_view::npos) {
        ambiguities.push_back({chunk.firstLine + linesBefore(chunk.text, mark),
                               say("a byte order mark inside the file: some readers take it as part of a word")});
        if (mark == 0)
            chunk.text.remove_prefix(byteOrderMark.size());
    }
    ChunkReading reading;
    const std::size_t content = firstContent(chunk.text);
    if (content == std::string_view::npos)
        return reading;
    const auto problemAt = [&](std::size_t offset, std::string message) {
        return Remark{chunk.firstLine + linesBefore(chunk.text, offset), std::move(message)};
    };
    if (const auto forbidden = findForbidden(chunk.text))
        reading.problem = problemAt(forbidden->offset, say("not YAML: {}", forbidden->message));
    else if (chunk.text[content] == '%')
        reading.problem = problemAt(content, say("a directive before a `---` line, which Kubernetes refuses"));
    else
        reading = Reading(chunk, limits).run();
    if (reading.document && chunk.text.size() != whole.text.size()) {
        reading.document->span.begin += byteOrderMark.size();
        reading.document->span.end += byteOrderMark.size();
    }
    reading.ambiguities.insert(reading.ambiguities.begin(), ambiguities.begin(), ambiguities.end());
    return reading;
}

} // namespace noclobber::yaml
