#include "core/git/patch.h"

#include "core/base/say.h"
#include "core/git/library.h"

namespace noclobber::git {

Result<std::string> writePatch(const std::string &path, std::string_view before, std::string_view after,
                               unsigned contextLines)
{
    if (before == after)
        return std::string();
    startLibrary();
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_FORCE_TEXT; // a manifest may hold bytes that look like a program
    options.context_lines = contextLines;
    options.interhunk_lines = 0;
    Owned<git_patch, git_patch_free> patch;
    git_buf text = GIT_BUF_INIT;
    if (fill(patch, git_patch_from_buffers, before.data(), before.size(), path.c_str(), after.data(), after.size(),
             path.c_str(), &options) < 0 ||
        git_patch_to_buf(&text, patch.get()) < 0)
        return Error{ErrorCode::Git, say("cannot write the patch: {}", lastErrorText()), path};
    std::string written(text.ptr, text.size);
    git_buf_dispose(&text);
    return written;
}

} // namespace noclobber::git
