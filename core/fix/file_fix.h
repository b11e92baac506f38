#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/fix/field_edit.h"

namespace noclobber::fix {

/// What one object of a file is to say.
struct FileWish {
    int document = 0; ///< from 1
    int item = 0;     ///< from 1; 0: the document itself
    Wish wish;
};

struct FileFix {
    std::string bytes;                ///< the file afterwards
    std::vector<std::string> refused; ///< for each wish why it is not fulfilled, a clause; "" if it is
};

/// Adds to a file what is wished, every other byte stays. The result is read again: everything in it says what it said
/// before, plus the wishes; a wish that would change anything else is refused.
FileFix fixFile(std::string_view bytes, yaml::TextFormat format, const std::vector<FileWish> &wishes);

} // namespace noclobber::fix
