#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/yaml/document.h"

namespace noclobber::yaml {

/// A file's text as UTF-8, and where its bytes stand in the file.
class SourceText
{
public:
    /// Takes a leading byte order mark off and converts UTF-16 (with its mark) to UTF-8. Unpaired surrogates become
    /// invalid UTF-8, which findForbidden finds. The file must outlive this.
    explicit SourceText(std::string_view file);

    std::string_view text() const { return m_isUtf16 ? std::string_view(m_converted) : m_file.substr(m_markSize); }

    /// The place in the file of a place in the text.
    std::size_t fileOffset(std::size_t offset) const;

private:
    std::string_view m_file;
    std::string m_converted;
    std::size_t m_markSize = 0;
    bool m_isUtf16 = false;
};

/// The first place whose character no YAML text may have: a control character, invalid UTF-8.
struct ForbiddenCharacter {
    std::size_t offset = 0;
    std::string message;
};
std::optional<ForbiddenCharacter> findForbidden(std::string_view text);
/// The same for JSON: only invalid UTF-8.
std::optional<ForbiddenCharacter> findMalformed(std::string_view text);

/// What YAML 1.1 takes for a line break and other readers take for text: a lone CR, U+0085, U+2028, U+2029.
/// Returns the name ("U+2028") and the length of such a break at the offset, or an empty name.
struct UnusualBreak {
    std::string_view name;
    std::size_t size = 0;
};
UnusualBreak unusualBreakAt(std::string_view text, std::size_t offset);

/// The length of the character at an offset, if it is one beyond ASCII that YAML allows and that is neither an unusual
/// line break nor a byte order mark; else 0.
std::size_t plainCharacterSize(std::string_view text, std::size_t offset);

/// Offset of the first unusual line break from an offset on, or npos.
std::size_t findUnusualBreak(std::string_view text, std::size_t from);

/// Text with each unusual break turned into "\n", and the line in the old text of each line of the new one (both from
/// 0).
struct PlainBreaks {
    std::string text;
    std::vector<int> lines;
};
PlainBreaks withPlainBreaks(std::string_view text);

} // namespace noclobber::yaml
