#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/argo/content_reader.h"
#include "core/diff/line_table.h"

namespace noclobber::diff {

using Declarations = std::vector<const argo::Declaration *>;
using DeclarationsByNumber = std::vector<std::pair<int, const argo::Declaration *>>;

/// What declarations say, looked at as little as possible. For one thread.
class DeclaredContents
{
public:
    /// The comparison must outlive it. Error Git.
    static Result<DeclaredContents> open(const git::Comparison &comparison);

    /// The content as Kubernetes reads it. Errors: Git, Yaml.
    Result<argo::Content> content(const argo::Declaration &declaration) { return m_reader.content(declaration); }

    /// A number for each declaration of one object; equal numbers, equal content. What has the same bytes is not read
    /// as YAML. Errors: Git, Io, Yaml.
    Result<std::vector<int>> classify(const Declarations &declarations);

    /// Whether both are the same bytes, and equal bytes are equal content there. Errors: Git, Io.
    Result<bool> haveSameBytes(const argo::Declaration &base, const argo::Declaration &head);

    /// Whether the lines of both are the same bytes, the last line's end not counted. Errors: Git, Io.
    Result<bool> isSameText(const argo::Declaration &base, const argo::Declaration &head);

private:
    struct File {
        git::BlobId blob;
        std::shared_ptr<const std::string> bytes;
        LineTable lines;
    };

    /// A part of a file, which it keeps.
    struct Text {
        std::shared_ptr<const File> file;
        std::string_view bytes;
    };

    explicit DeclaredContents(argo::ContentReader reader) : m_reader(std::move(reader)) {}
    Result<std::vector<int>> classifyTexts(const Declarations &declarations);
    Result<std::map<int, int>> classifyContents(const DeclarationsByNumber &distinct);
    Result<std::map<int, int>> classifyTwoContents(const DeclarationsByNumber &distinct);
    Result<std::optional<Text>> distinctText(const argo::Declaration &declaration);
    Result<Text> textOf(const argo::Declaration &declaration);
    Result<std::shared_ptr<const File>> fileOf(const git::BlobId &blob);

    argo::ContentReader m_reader;
    std::deque<std::shared_ptr<const File>> m_files; ///< the last ones looked at
};

} // namespace noclobber::diff
