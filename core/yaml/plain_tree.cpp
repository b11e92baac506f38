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
}

void PlainTree::addWanted(std::string_view key, int line)
{
    const Selection *inside = nullptr;
    if (const Selection *wanted = m_last->target.wanted) {
        const auto found = std::ranges::find_if(*wanted, [&](const Wanted &one) { return isSameKey(one.key, key); });
        if (found == wanted->end()) {
            m_needsWhole = m_needsWhole || m_last->hasChoice;
            return;
        }
        inside = found->inside;
    }
    std::vector<Field> &fields = m_last->target.node->fields;
    if (fields.empty())
        fields.reserve(4);
    Field &field = fields.emplace_back();
    field.key = key;
    field.line = line;
    m_target = {&field.value, inside};
}

} // namespace noclobber::yaml
