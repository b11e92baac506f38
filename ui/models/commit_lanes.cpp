#include "ui/models/commit_lanes.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace noclobber::models {

namespace {

std::uint32_t bit(std::size_t lane)
{
    return std::uint32_t{1} << std::min<std::size_t>(lane, lastLane);
}

/// Which commit each lane leads to; "" is a free one.
class Lanes
{
public:
    std::size_t laneOf(std::string_view id)
    {
        const auto found = std::ranges::find(m_waiting, id);
        return found == m_waiting.end() ? freeLane(id) : static_cast<std::size_t>(found - m_waiting.begin());
    }
    /// Takes all lines that lead to a commit to their end; the lanes they were on.
    std::uint32_t finish(std::string_view id)
    {
        std::uint32_t ended = 0;
        for (std::size_t lane = 0; lane < m_waiting.size(); ++lane) {
            if (m_waiting[lane] != id)
                continue;
            ended |= bit(lane);
            m_waiting[lane] = {};
        }
        return ended;
    }
    std::uint32_t used() const
    {
        std::uint32_t lanes = 0;
        for (std::size_t lane = 0; lane < m_waiting.size(); ++lane)
            lanes |= m_waiting[lane].empty() ? 0 : bit(lane);
        return lanes;
    }
    void wait(std::size_t lane, std::string_view id) { m_waiting[lane] = id; }
    bool isAwaited(std::string_view id) const { return std::ranges::find(m_waiting, id) != m_waiting.end(); }
    void trim()
    {
        while (!m_waiting.empty() && m_waiting.back().empty())
            m_waiting.pop_back();
    }

private:
    std::size_t freeLane(std::string_view id)
    {
        const auto free = std::ranges::find(m_waiting, std::string_view());
        const auto lane = static_cast<std::size_t>(free - m_waiting.begin());
        if (free == m_waiting.end())
            m_waiting.emplace_back();
        m_waiting[lane] = id;
        return lane;
    }

    std::vector<std::string_view> m_waiting;
};

} // namespace

std::vector<LaneRow> layLanes(const std::vector<git::HistoryCommit> &commits)
{
    std::vector<LaneRow> rows;
    rows.reserve(commits.size());
    std::unordered_set<std::string_view> seen; // a parent that stands above already gets no line
    Lanes lanes;
    for (const git::HistoryCommit &commit : commits) {
        LaneRow row;
        const bool isAwaited = lanes.isAwaited(commit.id);
        const std::size_t lane = lanes.laneOf(commit.id);
        row.lane = static_cast<std::uint8_t>(std::min<std::size_t>(lane, lastLane));
        const std::uint32_t ended = lanes.finish(commit.id);
        row.in = isAwaited ? ended : 0;
        row.through = lanes.used();
        bool isFirst = true;
        for (const std::string &parent : commit.parents) {
            if (seen.contains(parent))
                continue;
            if (isFirst && !lanes.isAwaited(parent))
                lanes.wait(lane, parent);
            row.out |= bit(lanes.laneOf(parent));
            isFirst = false;
        }
        seen.insert(commit.id);
        lanes.trim();
        rows.push_back(row);
    }
    return rows;
}

} // namespace noclobber::models
