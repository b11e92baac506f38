#include "core/diff/list_alignment.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>

namespace noclobber::diff {
namespace {

/// The middle of two lists, without what is equal at both ends.
struct Middle {
    std::size_t begin = 0;
    std::size_t baseEnd = 0;
    std::size_t headEnd = 0;
};

Middle unequalMiddle(const std::vector<std::string> &base, const std::vector<std::string> &head)
{
    Middle middle{0, base.size(), head.size()};
    while (middle.begin < std::min(middle.baseEnd, middle.headEnd) && base[middle.begin] == head[middle.begin])
        ++middle.begin;
    while (std::min(middle.baseEnd, middle.headEnd) > middle.begin &&
           base[middle.baseEnd - 1] == head[middle.headEnd - 1]) {
        --middle.baseEnd;
        --middle.headEnd;
    }
    return middle;
}

/// Length of the longest common subsequence of what follows each pair of places of the middle.
std::vector<std::vector<std::uint32_t>> commonLengths(const std::vector<std::string> &base,
                                                      const std::vector<std::string> &head, const Middle &middle)
{
    const std::size_t rows = middle.baseEnd - middle.begin;
    const std::size_t columns = middle.headEnd - middle.begin;
    std::vector<std::vector<std::uint32_t>> lengths(rows + 1, std::vector<std::uint32_t>(columns + 1));
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            lengths[i][j] = base[middle.begin + i] == head[middle.begin + j]
                                ? lengths[i + 1][j + 1] + 1
                                : std::max(lengths[i + 1][j], lengths[i][j + 1]);
        }
    }
    return lengths;
}

} // namespace

std::vector<Aligned> align(const std::vector<std::string> &base, const std::vector<std::string> &head)
{
    constexpr std::size_t mostCells = 1'000'000;
    const Middle middle = unequalMiddle(base, head);
    std::vector<Aligned> aligned;
    std::size_t old = middle.begin;
    std::size_t now = middle.begin;
    const auto takeGap = [&](std::size_t oldEnd, std::size_t newEnd) {
        while (old < oldEnd || now < newEnd) {
            Aligned &pair = aligned.emplace_back();
            if (old < oldEnd)
                pair.base = old++;
            if (now < newEnd)
                pair.head = now++;
        }
    };
    if ((middle.baseEnd - middle.begin) * (middle.headEnd - middle.begin) <= mostCells) {
        const auto lengths = commonLengths(base, head, middle);
        for (std::size_t i = old, j = now; i < middle.baseEnd && j < middle.headEnd;) {
            const auto &row = lengths[i - middle.begin];
            if (base[i] == head[j]) {
                takeGap(i, j);
                old = ++i;
                now = ++j;
            } else if (lengths[i - middle.begin + 1][j - middle.begin] >= row[j - middle.begin + 1]) {
                ++i;
            } else {
                ++j;
            }
        }
    }
    takeGap(middle.baseEnd, middle.headEnd);
    return aligned;
}

std::vector<std::string> mergedOrder(const std::vector<std::string> &base, const std::vector<std::string> &head)
{
    const std::set<std::string_view> inHead(head.begin(), head.end());
    std::map<std::string_view, std::size_t> placeInBase;
    for (std::size_t i = 0; i < base.size(); ++i)
        placeInBase[base[i]] = i;
    std::vector<std::string> order;
    std::size_t next = 0;
    const auto takeOld = [&](std::size_t end) {
        for (; next < end; ++next) {
            if (!inHead.contains(base[next]))
                order.push_back(base[next]);
        }
    };
    for (const std::string &name : head) {
        const auto place = placeInBase.find(name);
        if (place != placeInBase.end())
            takeOld(place->second + 1);
        else if (next < base.size() && !inHead.contains(base[next]))
            takeOld(next + 1); // what is gone stands before what came instead
        order.push_back(name);
    }
    takeOld(base.size());
    return order;
}

} // namespace noclobber::diff
