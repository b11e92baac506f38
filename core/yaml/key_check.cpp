#include "core/yaml/key_check.h"

#include <algorithm>

namespace noclobber::yaml {

bool KeyCheck::isEachUnique(std::size_t first)
{
    const auto begin = m_hashes.begin() + static_cast<std::ptrdiff_t>(first);
    constexpr std::ptrdiff_t few = 24;
    if (m_hashes.end() - begin > few) {
        std::sort(begin, m_hashes.end());
        return std::adjacent_find(begin, m_hashes.end()) == m_hashes.end();
    }
    for (auto hash = begin; hash != m_hashes.end(); ++hash) {
        if (std::find(begin, hash, *hash) != hash)
            return false;
    }
    return true;
}

} // namespace noclobber::yaml
