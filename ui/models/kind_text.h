#pragma once

#include <QString>

namespace noclobber::models {

/// A kind as people who use kubectl say it, for where there is little room: "PVC". A kind without such a name, or any
/// other text, is given back as it is.
QString shortKind(const QString &kind);

} // namespace noclobber::models
