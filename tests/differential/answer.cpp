#include "tests/differential/answer.h"

#include <iterator>

#include <fmt/format.h>

#include "core/kube/manifest.h"
#include "core/yaml/document_index.h"

namespace noclobber::test {

namespace {

void escapeInto(std::string &out, std::string_view text)
{
    constexpr std::string_view hex = "0123456789abcdef";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\\' || c == '\n' || c == '\r' || c == '\t') {
            out += '\\';
            out += c == '\\' ? '\\' : c == '\n' ? 'n' : c == '\r' ? 'r' : 't';
        } else if (byte < 0x20 || byte > 0x7E) {
            out += "\\x";
            out += hex[byte / 16];
            out += hex[byte % 16];
        } else {
            out += c;
        }
    }
}

/// Writes values down. Each function takes a struct apart by all its fields, so that a new one does not compile before
/// it is written down here.
class Printer
{
public:
    std::string take() { return std::move(m_out); }

    void add(const yaml::Document &document)
    {
        const auto &[number, span, root, ambiguities] = document;
        const auto &[begin, end, firstLine, lastLine] = span;
        line("document {} bytes {}-{} lines {}-{}", number, begin, end, firstLine, lastLine);
        add(root, 1);
        add("document ambiguity", ambiguities);
    }

    void add(const yaml::StreamRemarks &remarks)
    {
        const auto &[problems, ambiguities, anyDocumentRead] = remarks;
        add("problem", problems);
        add("ambiguity", ambiguities);
        line("any document read {}", anyDocumentRead);
    }

    void add(const kube::FileManifests &file)
    {
        const auto &[manifests, problems, ambiguities, otherDocuments, skipsRendering, argoWouldReportFailure] = file;
        for (const auto &manifest : manifests)
            add(*manifest);
        add("manifest problem", problems);
        add("manifest ambiguity", ambiguities);
        line("other documents {} skips rendering {} failure reported {}", otherDocuments, skipsRendering,
             argoWouldReportFailure);
    }

    void add(const Result<yaml::Document> &document)
    {
        if (document)
            add(*document);
        else
            add(document.error());
    }

    void add(const Result<yaml::Node> &node)
    {
        if (node)
            add(*node, 1);
        else
            add(node.error());
    }

    template <typename... Values>
    void line(fmt::format_string<Values...> format, Values &&...values)
    {
        fmt::format_to(std::back_inserter(m_out), format, std::forward<Values>(values)...);
        m_out += '\n';
    }

private:
    void add(const kube::Manifest &manifest)
    {
        const auto &[apiVersion, group, kind, nameSpace, name, generateName, document, item, firstLine, lastLine,
                     nameLine, isAmbiguous, hasOwner, annotations, instanceLabel, customKind, cluster, content] =
            manifest;
        line("manifest {}.{} lines {}-{} name {} owner {} ambiguous {}", document, item, firstLine, lastLine, nameLine,
             hasOwner, isAmbiguous);
        for (const std::string_view text : std::initializer_list<std::string_view>{apiVersion, group, kind, nameSpace,
                                                                                   name, generateName, instanceLabel})
            addText("  text", text);
        for (const auto &[key, value] : annotations) {
            addText("  annotation", key);
            addText("    value", value);
        }
        if (customKind) {
            addText("  custom group", customKind->group);
            addText("    kind", customKind->kind);
            line("    scope {}", static_cast<int>(customKind->scope));
        }
        if (cluster) {
            addText("  cluster", cluster->name);
            addText("    server", cluster->server);
        }
        if (content)
            add(*content, 2);
    }

    void add(const yaml::Node &node, std::size_t indentation)
    {
        const auto &[type, scalar, nodeLine, items, fields] = node;
        m_out.append(indentation, ' ');
        fmt::format_to(std::back_inserter(m_out), "{}@{} ", static_cast<int>(type), nodeLine);
        escapeInto(m_out, scalar);
        m_out += '\n';
        for (const yaml::Node &item : items)
            add(item, indentation + 1);
        for (const auto &[key, keyLine, value] : fields) {
            m_out.append(indentation, ' ');
            fmt::format_to(std::back_inserter(m_out), "key@{} ", keyLine);
            escapeInto(m_out, key);
            m_out += '\n';
            add(value, indentation + 1);
        }
    }

    void add(const Error &error)
    {
        addText("error", error.message);
        addText("  where", error.where);
    }

    void add(std::string_view what, const std::vector<yaml::Remark> &remarks)
    {
        for (const auto &[remarkLine, message] : remarks)
            addText(fmt::format("{}@{}", what, remarkLine), message);
    }

    void addText(std::string_view what, std::string_view text)
    {
        m_out += what;
        m_out += ' ';
        escapeInto(m_out, text);
        m_out += '\n';
    }

    std::string m_out;
};

} // namespace

std::string answerTo(std::string_view bytes, yaml::TextFormat format, Depth depth)
{
    Printer printer;
    std::vector<int> numbers;
    const auto visit = [&](const yaml::Document &document) {
        printer.add(document);
        numbers.push_back(document.number);
    };
    printer.add(yaml::readDocuments(bytes, format, {}, visit));
    const kube::FileManifests file = kube::readManifests(bytes, format);
    printer.add(file);
    if (depth == Depth::Whole)
        return printer.take();
    const yaml::DocumentIndex index(bytes, format);
    for (const int number : numbers) {
        printer.line("alone");
        printer.add(yaml::readDocument(bytes, format, number));
        printer.line("by index");
        printer.add(index.read(number));
    }
    for (const auto &manifest : file.manifests) {
        printer.line("content of {}.{}", manifest->document, manifest->item);
        printer.add(kube::readContent(bytes, format, manifest->document, manifest->item));
    }
    return printer.take();
}

std::string escaped(std::string_view text)
{
    std::string out;
    escapeInto(out, text);
    return out;
}

std::string unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const char c = text[++i];
        if (c == 'x' && i + 2 < text.size()) {
            out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        } else {
            out += c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
        }
    }
    return out;
}

} // namespace noclobber::test
