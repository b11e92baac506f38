#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace noclobber::yaml {

/// What a value tagged !!binary becomes: the bytes of its standard base64 (with padding, line ends passed over), those
/// that are no UTF-8 each turned into U+FFFD as Go's JSON does. Empty if it is no base64.
std::optional<std::string> textOfBase64(std::string_view text);

} // namespace noclobber::yaml
