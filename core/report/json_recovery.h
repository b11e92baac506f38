#pragma once

#include "core/recovery/runbook.h"
#include "core/report/json_writer.h"

namespace noclobber::report {

/// The keys `recovery` (what brings each object back, by tier) and `runbook` (all steps in their order).
void writeRecovery(JsonWriter &json, const recovery::Runbook &runbook);

} // namespace noclobber::report
