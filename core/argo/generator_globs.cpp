#include "core/argo/generator_globs.h"

#include <optional>
#include <vector>

#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

/// One part of a pattern: any run of characters, any one, a class, or one character.
struct Piece {
    enum class Kind { Star, Any, Class, Character };
    Kind kind = Kind::Character;
    char character = 0;
    std::string_view characters; ///< of a class, without the sign that turns it round
    bool isTurned = false;
};

bool isInClass(const Piece &piece, char c)
{
    bool isIn = false;
    const std::string_view characters = piece.characters;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (characters[i] == '\\' && i + 1 < characters.size())
            ++i;
        const char from = characters[i];
        char to = from;
        if (i + 2 < characters.size() && characters[i + 1] == '-') {
            to = characters[i + 2];
            i += 2;
        }
        isIn = isIn || (static_cast<unsigned char>(from) <= static_cast<unsigned char>(c) &&
                        static_cast<unsigned char>(c) <= static_cast<unsigned char>(to));
    }
    return isIn != piece.isTurned;
}

/// The class that opens at an offset; nothing if it does not close. The offset moves to its closing bracket.
std::optional<Piece> readClass(std::string_view pattern, std::size_t &at, std::string_view turners)
{
    Piece piece;
    piece.kind = Piece::Kind::Class;
    std::size_t begin = at + 1;
    piece.isTurned = begin < pattern.size() && turners.find(pattern[begin]) != std::string_view::npos;
    begin += piece.isTurned ? 1 : 0;
    for (std::size_t end = begin; end < pattern.size(); ++end) {
        if (pattern[end] == '\\')
            ++end;
        else if (pattern[end] == ']' && end > begin) {
            piece.characters = pattern.substr(begin, end - begin);
            at = end;
            return piece;
        }
    }
    return std::nullopt;
}

/// Nothing if the pattern is malformed. turners: what turns a class round at its begin.
std::optional<std::vector<Piece>> piecesOf(std::string_view pattern, std::string_view turners)
{
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        Piece piece;
        if (pattern[i] == '*') {
            if (!pieces.empty() && pieces.back().kind == Piece::Kind::Star)
                continue;
            piece.kind = Piece::Kind::Star;
        } else if (pattern[i] == '?') {
            piece.kind = Piece::Kind::Any;
        } else if (pattern[i] == '[') {
            auto read = readClass(pattern, i, turners);
            if (!read)
                return std::nullopt;
            piece = *read;
        } else {
            if (pattern[i] == '\\' && ++i >= pattern.size())
                return std::nullopt;
            piece.character = pattern[i];
        }
        pieces.push_back(piece);
    }
    return pieces;
}

/// Remembers the last star only: what an earlier one takes more of, the later one can take too.
bool matches(const std::vector<Piece> &pieces, std::string_view text)
{
    std::size_t piece = 0;
    std::size_t at = 0;
    std::optional<std::pair<std::size_t, std::size_t>> star; // the piece behind it, where its run ends
    while (at < text.size()) {
        const bool isStar = piece < pieces.size() && pieces[piece].kind == Piece::Kind::Star;
        if (isStar) {
            star = {++piece, at};
            continue;
        }
        const bool fits =
            piece < pieces.size() && (pieces[piece].kind == Piece::Kind::Any ||
                                      (pieces[piece].kind == Piece::Kind::Class ? isInClass(pieces[piece], text[at])
                                                                                : pieces[piece].character == text[at]));
        if (fits) {
            ++piece;
            ++at;
        } else if (star) {
            piece = star->first;
            at = ++star->second;
        } else {
            return false;
        }
    }
    while (piece < pieces.size() && pieces[piece].kind == Piece::Kind::Star)
        ++piece;
    return piece == pieces.size();
}

} // namespace

bool matchesDirectory(std::string_view pattern, std::string_view folder)
{
    const auto patterns = split(pattern, '/');
    const auto names = split(folder, '/');
    if (patterns.size() != names.size())
        return false;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto pieces = piecesOf(patterns[i], "^");
        if (!pieces || !matches(*pieces, names[i]))
            return false;
    }
    return true;
}

Result<bool> matchesFile(std::string_view pattern, std::string_view file)
{
    if (pattern.starts_with(':') || pattern.find("[:") != std::string_view::npos)
        return Error{ErrorCode::Yaml, say("the file pattern {} is not followed here", std::string(pattern)), ""};
    while (pattern.starts_with("./"))
        pattern.remove_prefix(2);
    while (pattern.ends_with('/'))
        pattern.remove_suffix(1);
    if (file == pattern || (file.starts_with(pattern) && (pattern.empty() || file[pattern.size()] == '/')))
        return true;
    const auto pieces = piecesOf(pattern, "^!");
    return pieces && matches(*pieces, file);
}

} // namespace noclobber::argo
