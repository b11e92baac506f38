#include "core/yaml/plain_tree.h"

namespace noclobber::yaml {

void PlainTree::openWanted(bool isSequence)
{
    const Selection *wanted = m_target.wanted;
    if (isSequence) {
        if (wanted)
            (m_last - 1)->hasChoice = true;
        return;
    }
    if (!wanted) {
        m_last->sizes = ~std::uint64_t{0};
        return;
    }
    for (const Wanted &one : *wanted)
        m_last->sizes |= std::uint64_t{1} << (one.key.size() & 63U);
    m_target.node->fields.reserve(std::min<std::size_t>(wanted->size(), 4));
}

void PlainTree::addWanted(std::string_view key, int line)
{
    const Selection *inside = nullptr;
    if (const Selection *wanted = m_last->target.wanted) {
        const bool mayBe = (m_last->sizes >> (key.size() & 63U) & 1U) != 0; // mostly that says already that it is not
        const auto isKey = [&](const Wanted &one) { return isSameKey(one.key, key); };
        const auto found = mayBe ? std::ranges::find_if(*wanted, isKey) : wanted->end();
        if (found == wanted->end()) {
            m_needsWhole = m_needsWhole || m_last->hasChoice;
            return;
        }
        inside = found->inside;
    }
    Field &field = m_last->target.node->fields.emplace_back();
    field.key = key;
    field.line = line;
    m_target = {&field.value, inside};
}

} // namespace noclobber::yaml
