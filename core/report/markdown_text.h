#pragma once

#include <string>
#include <string_view>

namespace noclobber::report {

// Text for a comment of a forge (GitHub, GitLab, Gitea, Bitbucket): what was read can neither format anything nor
// mention a person, link an issue, a commit or an address.

/// A name as code, in one line, with a fence longer than any run of back-ticks in it; beyond 400 bytes cut with a
/// count. "" gives "(empty)".
std::string codeSpan(std::string_view text);

/// Sentences: plain words stay, everything else (names, paths, addresses, numbers with letters) becomes code. Line ends
/// become blanks; beyond 4,000 bytes cut with a count. Chinese punctuation separates words as blanks do.
std::string prose(std::string_view text);

/// The same for what a person typed: names may touch Chinese characters, and get a blank there.
std::string typedProse(std::string_view text);

/// What a person typed, each line quoted.
std::string quotedProse(std::string_view text);

/// Markdown for a cell of a table: pipes escaped, which counts in code as well.
std::string tableCell(std::string_view markdown);

} // namespace noclobber::report
