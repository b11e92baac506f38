#include "ui/models/text.h"

#include "core/base/text.h"

namespace noclobber::models {

QString toQString(std::string_view text)
{
    return QString::fromStdString(printable(text, true));
}

QString nameText(const argo::ObjectId &id)
{
    if (id.key.nameSpace.empty())
        return toQString(id.key.name);
    return toQString(id.key.nameSpace) + QLatin1Char('/') + toQString(id.key.name);
}

QString objectText(const argo::ObjectId &id)
{
    return toQString(id.key.kind) + QLatin1Char(' ') + nameText(id);
}

QString placeText(const argo::Location &location)
{
    return toQString(location.path) + QLatin1Char(':') + QString::number(location.firstLine);
}

} // namespace noclobber::models
