#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/yaml/document.h"

namespace noclobber::test {

/// A whole file, read.
struct Reading {
    std::vector<yaml::Document> documents;
    yaml::StreamRemarks remarks;
};

inline Reading read(std::string_view text, yaml::TextFormat format = yaml::TextFormat::Yaml,
                    const yaml::Limits &limits = {})
{
    Reading reading;
    reading.remarks = yaml::readDocuments(
        text, format, limits, [&](yaml::Document document) { reading.documents.push_back(std::move(document)); });
    return reading;
}

/// The canonical JSON of a file's only document, or "problem: …", or how many documents there are.
inline std::string json(std::string_view text, yaml::TextFormat format = yaml::TextFormat::Yaml)
{
    const Reading reading = read(text, format);
    if (!reading.remarks.problems.empty())
        return "problem: " + reading.remarks.problems.front().message;
    if (reading.documents.size() != 1)
        return std::to_string(reading.documents.size()) + " documents";
    return yaml::toCanonicalJson(reading.documents.front().root);
}

/// The only document's ambiguities and the file's, by line and message.
inline std::vector<yaml::Remark> ambiguities(std::string_view text)
{
    const Reading reading = read(text);
    std::vector<yaml::Remark> all;
    for (const yaml::Document &document : reading.documents)
        all.insert(all.end(), document.ambiguities.begin(), document.ambiguities.end());
    all.insert(all.end(), reading.remarks.ambiguities.begin(), reading.remarks.ambiguities.end());
    return all;
}

} // namespace noclobber::test
