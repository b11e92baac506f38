#pragma once

#include <QString>

#include "core/argo/object_id.h"
#include "core/base/text.h"

namespace noclobber::record {

/// "StatefulSet kafka/kafka", for the names of what can be undone.
inline QString shortName(const argo::ObjectId &id)
{
    return QString::fromStdString(printable(argo::shortText(id)));
}

} // namespace noclobber::record
