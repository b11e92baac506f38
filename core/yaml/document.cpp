#include "core/yaml/document.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/yaml/chunks.h"
#include "core/yaml/json_reader.h"
#include "core/yaml/text_check.h"
#include "core/yaml/yaml_reader.h"

namespace noclobber::yaml {

namespace {

constexpr std::size_t mostRemarks = 100;

using Visit = std::function<void(Document)>;

/// What is asked of a file: all documents or one by its number, whole or what is wanted of each.
struct Question {
    int only = 0;
    const Selection *wanted = nullptr;
};

/// The passage of one file. Documents that nobody asked for are passed over where they can be told.
class FileReader
{
public:
    FileReader(std::string_view bytes, TextFormat format, const Limits &limits, const Visit &visit, Question question)
        : m_source(bytes), m_text(m_source.text()), m_format(format), m_limits(limits), m_visit(visit),
          m_question(question)
    {}

    StreamRemarks run()
    {
        remarkUnusualBreaks();
        const std::size_t first = m_text.find_first_not_of(" \t\r\n");
        if (m_format == TextFormat::Json)
            readJsonFile();
        else if (first != std::string_view::npos && m_text[first] == '{')
            readJsonStream();
        else
            readYaml(0, 1, 0);
        const auto byLine = [](const Remark &left, const Remark &right) { return left.line < right.line; };
        std::stable_sort(m_remarks.problems.begin(), m_remarks.problems.end(), byLine);
        std::stable_sort(m_remarks.ambiguities.begin(), m_remarks.ambiguities.end(), byLine);
        return std::move(m_remarks);
    }

private:
    void remarkUnusualBreaks()
    {
        struct Seen {
            std::string_view name;
            int line = 0;
            int count = 0;
        };
        std::array<Seen, 4> all{Seen{toSay("a lone CR")}, Seen{"U+0085"}, Seen{"U+2028"}, Seen{"U+2029"}};
        int line = 1;
        std::size_t counted = 0;
        for (std::size_t at = findUnusualBreak(m_text, 0); at != std::string_view::npos;) {
            const auto name = unusualBreakAt(m_text, at).name;
            line += static_cast<int>(std::count(m_text.begin() + static_cast<std::ptrdiff_t>(counted),
                                                m_text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
            counted = at;
            for (Seen &seen : all) {
                if (seen.name == name && ++seen.count == 1)
                    seen.line = line;
            }
            at = findUnusualBreak(m_text, at + 1);
        }
        for (const Seen &seen : all) {
            if (seen.count > 0)
                m_remarks.ambiguities.push_back(
                    {seen.line, say("{}, {} in the file: a line break for Kubernetes, text for other readers",
                                    said(seen.name), seen.count)});
        }
    }

    void addProblem(Remark problem)
    {
        if (m_remarks.problems.size() < mostRemarks)
            m_remarks.problems.push_back(std::move(problem));
    }

    void addAmbiguities(std::vector<Remark> ambiguities)
    {
        for (Remark &ambiguity : ambiguities) {
            if (m_remarks.ambiguities.size() < mostRemarks)
                m_remarks.ambiguities.push_back(std::move(ambiguity));
        }
    }

    void hand(Document document, std::size_t offset)
    {
        m_remarks.anyDocumentRead = true;
        if (m_question.only != 0 && document.number != m_question.only)
            return;
        document.span.begin = m_source.fileOffset(document.span.begin + offset);
        document.span.end = m_source.fileOffset(document.span.end + offset);
        m_visit(std::move(document));
    }

    void readYaml(std::size_t offset, int firstLine, int documents)
    {
        ChunkReader chunks(m_text.substr(offset), firstLine, documents);
        while (const auto chunk = chunks.next()) {
            if (m_question.only != 0 && chunk->number != m_question.only)
                continue;
            ChunkReading reading = readChunk(*chunk, m_limits, m_question.wanted);
            addAmbiguities(std::move(reading.ambiguities));
            if (reading.problem)
                addProblem(std::move(*reading.problem));
            else if (reading.document && reading.document->root.type != NodeType::Null)
                hand(std::move(*reading.document), offset + chunk->begin);
            if (m_remarks.problems.size() >= mostRemarks) {
                addStop(chunk->firstLine);
                return;
            }
        }
        for (const Remark &problem : chunks.problems())
            addProblem(problem);
    }

    void addStop(int line)
    {
        m_remarks.problems.push_back({line, say("more than {} problems: what follows is not read", mostRemarks)});
    }

    /// A `.json` file holds one value; Argo CD refuses a second one.
    void readJsonFile()
    {
        JsonReading reading = readJson(m_text, 0, 1, m_limits);
        if (auto problem = jsonProblem(reading, 0, 1)) {
            addProblem(std::move(*problem));
            return;
        }
        if (!reading.document)
            return;
        const JsonReading rest = readJson(m_text, reading.end, reading.line, m_limits);
        if (rest.document || rest.problem) {
            const int line = rest.document ? rest.document->span.firstLine : rest.problem->line;
            addProblem({line, say("a .json file holds one value; there is text after it")});
        }
        handJson(std::move(*reading.document), 1);
    }

    void handJson(Document document, int number)
    {
        document.number = number;
        if (document.root.type != NodeType::Null)
            hand(std::move(document), 0);
    }

    /// What keeps a JSON value from being taken: no JSON, or bytes that are no UTF-8.
    std::optional<Remark> jsonProblem(const JsonReading &reading, std::size_t begin, int line) const
    {
        if (const auto malformed = findMalformed(m_text.substr(begin, reading.end - begin))) {
            const auto from = m_text.begin() + static_cast<std::ptrdiff_t>(begin);
            const auto until = from + static_cast<std::ptrdiff_t>(malformed->offset);
            return Remark{line + static_cast<int>(std::count(from, until, '\n')),
                          say("not JSON: {}", malformed->message)};
        }
        return reading.problem;
    }

    /// A YAML file that begins with `{` is a stream of JSON values for Kubernetes, and YAML from where it is not.
    void readJsonStream()
    {
        std::size_t offset = 0;
        int line = 1;
        int number = 0;
        while (true) {
            JsonReading reading = readJson(m_text, offset, line, m_limits);
            if (!reading.document && !reading.problem)
                return;
            if (reading.problem && reading.isSyntax)
                break;
            if (auto problem = jsonProblem(reading, offset, line)) {
                addProblem(std::move(*problem));
                return;
            }
            offset = reading.end;
            line = reading.line;
            handJson(std::move(*reading.document), ++number);
        }
        readAfterJson(offset, line, number);
    }

    void readAfterJson(std::size_t offset, int line, int documents)
    {
        if (documents == 0) {
            readYaml(0, 1, 0);
            return;
        }
        const std::size_t begin = lineEnd(m_text, offset);
        const std::string_view rest = m_text.substr(offset, begin - offset);
        const std::size_t content = firstContent(m_text.substr(std::min(begin + 1, m_text.size())));
        const std::size_t text = rest.find_first_not_of(" \t\r");
        if (text != std::string_view::npos && rest[text] != '#') {
            addProblem({line, say("text after a JSON value")});
            return;
        }
        if (begin + 1 < m_text.size() && content != std::string_view::npos)
            readYaml(begin + 1, line + 1, documents);
    }

    SourceText m_source;
    std::string_view m_text;
    TextFormat m_format;
    Limits m_limits;
    const Visit &m_visit;
    Question m_question;
    StreamRemarks m_remarks;
};

StreamRemarks readFile(std::string_view bytes, TextFormat format, const Limits &limits, const Visit &visit,
                       Question question)
{
    if (bytes.size() > limits.bytes) {
        StreamRemarks remarks;
        remarks.problems.push_back({1, say("the file is larger than {} bytes", limits.bytes)});
        return remarks;
    }
    return FileReader(bytes, format, limits, visit, question).run();
}

} // namespace

TextFormat formatOf(std::string_view path)
{
    return path.ends_with(".json") ? TextFormat::Json : TextFormat::Yaml;
}

StreamRemarks readDocuments(std::string_view bytes, TextFormat format, const Limits &limits, const Visit &visit,
                            const Selection *wanted)
{
    return readFile(bytes, format, limits, visit, {0, wanted});
}

Result<Document> readDocument(std::string_view bytes, TextFormat format, int number, const Limits &limits)
{
    std::optional<Document> found;
    const auto take = [&](Document document) { found = std::move(document); };
    const StreamRemarks remarks = readFile(bytes, format, limits, take, {number, nullptr});
    if (found)
        return std::move(*found);
    if (!remarks.problems.empty())
        return Error{ErrorCode::Yaml, remarks.problems.front().message,
                     fmt::format("line {}", remarks.problems[0].line)};
    return Error{ErrorCode::Yaml, say("there is no document {}", number), {}};
}

} // namespace noclobber::yaml
