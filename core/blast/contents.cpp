#include "core/blast/contents.h"

namespace noclobber::blast {

Result<argo::Content> contentOf(argo::ContentReader &reader, const argo::DeclaredObject &object)
{
    auto content = reader.content(declarationFor(object, {}));
    if (!content && content.error().code == ErrorCode::Yaml)
        return argo::Content();
    return content;
}

} // namespace noclobber::blast
