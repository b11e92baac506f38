#pragma once

#include <QString>
#include <string_view>

#include "core/argo/declaration.h"

namespace noclobber::models {

/// UTF-8 of core for a person: control and bidirectional characters are shown as escapes.
QString toQString(std::string_view text);

/// "kafka/kafka", "prod": namespace and name.
QString nameText(const argo::ObjectId &id);

/// "StatefulSet kafka/kafka".
QString objectText(const argo::ObjectId &id);

/// "env/cluster01/app01.yml:12".
QString placeText(const argo::Location &location);

} // namespace noclobber::models
