#pragma once

#include <QString>
#include <string_view>

namespace noclobber::models {

/// What the certificates in a text say, PEM or base64 of PEM: subject, issuer, end and fingerprint of each. "" when
/// there is none that can be read.
QString certificateText(std::string_view text);

} // namespace noclobber::models
