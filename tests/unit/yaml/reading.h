#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/yaml/document.h"

namespace noclobber::yaml::test {

/// A whole file, read.
struct Reading {
    std::vector<Document> documents;
    StreamRemarks remarks;
};

inline Reading read(std::string_view text, TextFormat format = TextFormat::Yaml, const Limits &limits = {})
{
    Reading reading;
    reading.remarks = readDocuments(text, format, limits,
                                    [&](Document document) { reading.documents.push_back(std::move(document)); });
    return reading;
}

/// The canonical JSON of a file's only document, or "problem: …", or how many documents there are.
inline std::string json(std::string_view text, TextFormat format = TextFormat::Yaml)
{
    const Reading reading = read(text, format);
    if (!reading.remarks.problems.empty())
        return "problem: " + reading.remarks.problems.front().message;
    if (reading.documents.size() != 1)
        return std::to_string(reading.documents.size()) + " documents";
    return toCanonicalJson(reading.documents.front().root);
}

/// The only document's ambiguities and the file's, by line and message.
inline std::vector<Remark> ambiguities(std::string_view text)
{
    const Reading reading = read(text);
    std::vector<Remark> all;
    for (const Document &document : reading.documents)
        all.insert(all.end(), document.ambiguities.begin(), document.ambiguities.end());
    all.insert(all.end(), reading.remarks.ambiguities.begin(), reading.remarks.ambiguities.end());
    return all;
}

} // namespace noclobber::yaml::test
