#pragma once

#include <cstdint>
#include <vector>

#include "core/git/history.h"

namespace noclobber::models {

/// The lines of a history beside one commit. Lanes are counted from the left; bit i of a set stands for lane i. What
/// lies beyond the last lane is drawn on it.
struct LaneRow {
    std::uint8_t lane = 0;     ///< where the commit stands
    std::uint32_t through = 0; ///< lines that pass by
    std::uint32_t in = 0;      ///< lines that come from children above
    std::uint32_t out = 0;     ///< lines that lead to parents below

    bool operator==(const LaneRow &) const = default;
};

constexpr unsigned lastLane = 11;

/// One row for each commit, in their order (children before parents, mostly).
std::vector<LaneRow> layLanes(const std::vector<git::HistoryCommit> &commits);

} // namespace noclobber::models
