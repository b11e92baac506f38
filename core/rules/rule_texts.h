#pragma once

#include <span>

#include "core/rules/finding.h"

namespace noclobber::rules {

// The texts of the rules by what they are about, each sorted by id. Every rule has all of its texts; accidents are
// public reports with their address, and where there is none the text says so.
std::span<const Rule> declarationTexts(); ///< declarations, names and files of one object
std::span<const Rule> applicationTexts(); ///< Applications and what they follow
std::span<const Rule> dataTexts();        ///< objects, their data, and what the API server takes
std::span<const Rule> protectionTexts();  ///< guards against deletion
std::span<const Rule> textTexts();        ///< text that cannot be read, and the configuration

} // namespace noclobber::rules
