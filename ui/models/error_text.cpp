#include "ui/models/error_text.h"

#include "ui/models/text.h"

namespace noclobber::models {

QString errorText(const Error &error)
{
    const bool saysWhere = error.where.empty() || error.message.find(error.where) != std::string::npos;
    return toQString(saysWhere ? error.message : error.message + " (" + error.where + ")");
}

} // namespace noclobber::models
