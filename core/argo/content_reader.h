#pragma once

#include <memory>
#include <string>

#include "core/argo/declaration.h"
#include "core/git/comparison.h"
#include "core/yaml/document.h"

namespace noclobber::argo {

using Content = std::shared_ptr<const yaml::Node>;

/// Reads what a declaration says, when somebody looks, and keeps the last ones read (bounded). For one thread at a
/// time. Values of Secrets are in it: whatever leaves core is masked first (diff::maskSecrets).
class ContentReader
{
public:
    /// The comparison must outlive the reader.
    static Result<ContentReader> open(const git::Comparison &comparison);

    ContentReader(ContentReader &&) noexcept;
    ContentReader &operator=(ContentReader &&) noexcept;
    ~ContentReader();

    /// The content as Kubernetes reads it (a List's item on its own). Errors: Git, Yaml.
    Result<Content> content(const Declaration &declaration);

    /// The file's bytes as they are. Errors: Git, Io.
    Result<std::string> file(const git::BlobId &blob);
    /// The same, not copied.
    Result<std::shared_ptr<const std::string>> sharedFile(const git::BlobId &blob);

private:
    struct State;
    explicit ContentReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace noclobber::argo
