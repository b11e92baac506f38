#pragma once

#include "core/record/review_record.h"
#include "core/report/json_writer.h"

namespace noclobber::report {

/// `reviewRecord`: progress, comments, decision with its override.
void writeRecord(JsonWriter &json, const record::ShownRecord &record);

} // namespace noclobber::report
