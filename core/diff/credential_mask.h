#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/yaml/document.h"

namespace noclobber::diff {

/// Bytes [begin, end) of a text that look like a credential.
struct Credential {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view mask; ///< what stands for it: "(secret)" or "(secret, changed)"
};

/// In any kind of object: bodies of PEM private keys, tokens with well-known prefixes, JSON web tokens, passwords in
/// addresses. In order, apart from each other. Placeholders (`$(PASSWORD)`, `{{ x }}`) are none. One is changed where
/// the other text, which may be nullptr, has another one in its turn.
std::vector<Credential> credentialsIn(std::string_view text, const std::string_view *other = nullptr);

/// The text with each credential replaced by its mask.
std::string maskCredentials(std::string_view text, const std::string_view *other);

/// Does the same to every text of a value, keys stay. The other value, as it was read, is compared field by field and
/// item by item.
void maskCredentials(yaml::Node &value, const yaml::Node *other);

} // namespace noclobber::diff
