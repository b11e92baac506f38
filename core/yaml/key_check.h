#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace noclobber::yaml {

/// The keys of the mappings that are open, to find a repeated one without keeping their texts.
class KeyCheck
{
public:
    /// Where a mapping's keys begin.
    struct Keys {
        std::size_t first = 0;
        std::uint64_t filter = 0; ///< a bit for each hash; two keys may share one
        bool mayRepeat = false;
    };

    Keys open() const { return {m_hashes.size(), 0, false}; }

    /// Adds a key of the innermost mapping that is open. `readable` is the end of the memory the key lies in.
    void add(Keys &keys, std::string_view key, const char *readable);

    /// Ends the innermost mapping. False if two of its keys may be the same: surely if they are, and almost never if
    /// they are not.
    bool close(const Keys &keys)
    {
        const bool isUnique = !keys.mayRepeat || isEachUnique(keys.first);
        m_hashes.resize(keys.first);
        return isUnique;
    }

private:
    bool isEachUnique(std::size_t first);

    std::vector<std::uint64_t> m_hashes; ///< of the innermost mapping last
};

} // namespace noclobber::yaml
