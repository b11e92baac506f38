#pragma once

#include "core/report/text_parts.h"

namespace noclobber::report {

/// The runbook, if there is one: the number of steps and the first of them, or all. Commands stand on lines of their
/// own, whole.
void writeRecovery(const Page &page);

} // namespace noclobber::report
