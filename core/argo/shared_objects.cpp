#include "core/argo/shared_objects.h"

namespace noclobber::argo {
namespace {

std::vector<const DeclaredObject *> allOf(const SharedObjects::Store &store)
{
    std::vector<const DeclaredObject *> all;
    for (const std::vector<DeclaredObject> &part : store) {
        for (const DeclaredObject &object : part)
            all.push_back(&object);
    }
    return all;
}

} // namespace

SharedObjects::SharedObjects(Store store) : SharedObjects(std::move(store), {})
{
    m_order = allOf(*m_stores.front());
}

SharedObjects::SharedObjects(std::vector<DeclaredObject> objects)
{
    Store store;
    store.push_back(std::move(objects));
    *this = SharedObjects(std::move(store));
}

SharedObjects::SharedObjects(Store store, std::vector<const DeclaredObject *> order)
    : m_order(std::move(order)), m_stores{std::make_shared<const Store>(std::move(store))}
{}

SharedObjects SharedObjects::with(const SharedObjects &others, std::span<const std::size_t> without) const
{
    SharedObjects all;
    all.m_stores = m_stores;
    all.m_stores.insert(all.m_stores.end(), others.m_stores.begin(), others.m_stores.end());
    all.m_order.reserve(m_order.size() - without.size() + others.size());
    auto other = others.m_order.begin();
    std::size_t from = 0;
    const auto takeUntil = [&](std::size_t to) {
        while (from < to) {
            // Of the others few come between two of ours.
            const auto end = m_order.begin() + static_cast<std::ptrdiff_t>(to);
            const auto begin = m_order.begin() + static_cast<std::ptrdiff_t>(from);
            const auto next = other == others.m_order.end()
                                  ? end
                                  : std::ranges::lower_bound(begin, end, (*other)->id, {}, &DeclaredObject::id);
            all.m_order.insert(all.m_order.end(), begin, next);
            from = static_cast<std::size_t>(next - m_order.begin());
            if (from < to)
                all.m_order.push_back(*other++);
        }
    };
    for (const std::size_t gone : without) {
        takeUntil(gone);
        ++from;
    }
    takeUntil(m_order.size());
    all.m_order.insert(all.m_order.end(), other, others.m_order.end());
    return all;
}

} // namespace noclobber::argo
