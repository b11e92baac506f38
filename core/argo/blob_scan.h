#pragma once

#include "core/argo/scan.h"

namespace noclobber::argo {

/// Gives each file of the scans what its blob holds, each blob once: what the index knows from there, all else from the
/// repository; then what is new goes into the index. Errors: Git, Cancelled.
Result<void> readBlobs(const git::Comparison &comparison, const ReadingOptions &options, CommitScans &scans,
                       std::stop_token stop);

} // namespace noclobber::argo
