#pragma once

#include <memory>
#include <string_view>

#include "core/yaml/document.h"

namespace noclobber::yaml {

/// Where the documents of one file stand, so that any of them can be read without passing over the others again.
class DocumentIndex
{
public:
    /// Looks for separators only; reads no document. The bytes must outlive the index.
    DocumentIndex(std::string_view bytes, TextFormat format);

    DocumentIndex(DocumentIndex &&) noexcept;
    DocumentIndex &operator=(DocumentIndex &&) noexcept;
    ~DocumentIndex();

    /// Whether one document can be found without reading those before it, which is not so in a stream of JSON.
    bool isDirect() const;

    /// As readDocument: the document with this number. Error Yaml if there is none or it cannot be read.
    Result<Document> read(int number, const Limits &limits = {}) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace noclobber::yaml
