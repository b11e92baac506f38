#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diff/line_diff.h"
#include "core/yaml/document.h"

namespace noclobber::diff {

/// Parts of a text that look like a credential, in any kind of object: bodies of PEM private keys, tokens with
/// well-known prefixes, JSON web tokens, passwords in addresses. In order, apart from each other. Placeholders
/// (`$(PASSWORD)`, `{{ x }}`, `<token>`) are none.
std::vector<WordSpan> credentialsIn(std::string_view text);

/// The text with each credential replaced: "(secret)", or "(secret, changed)" where the other text has another one in
/// its turn. other may be nullptr.
std::string maskCredentials(std::string_view text, const std::string_view *other);

/// Does the same to every text of a value, keys stay. The other value, as it was read, is compared field by field and
/// item by item.
void maskCredentials(yaml::Node &value, const yaml::Node *other);

} // namespace noclobber::diff
