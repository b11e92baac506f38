#pragma once

namespace noclobber {

/// How much a finding weighs. Ordered: the highest of all findings is the verdict.
enum class Severity { Off, Note, Warn, Block };

} // namespace noclobber
