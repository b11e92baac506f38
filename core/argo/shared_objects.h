#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <ranges>
#include <span>
#include <vector>

#include "core/argo/declaration.h"

namespace noclobber::argo {

/// A way through objects that lie anywhere.
class ObjectIterator
{
public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = DeclaredObject;
    using difference_type = std::ptrdiff_t;
    using pointer = const DeclaredObject *;
    using reference = const DeclaredObject &;

    ObjectIterator() = default;
    explicit ObjectIterator(const pointer *at) : m_at(at) {}

    reference operator*() const { return **m_at; }
    pointer operator->() const { return *m_at; }
    reference operator[](difference_type steps) const { return *m_at[steps]; }
    ObjectIterator &operator++() { return *this += 1; }
    ObjectIterator operator++(int) { return ObjectIterator(m_at++); }
    ObjectIterator &operator--() { return *this -= 1; }
    ObjectIterator operator--(int) { return ObjectIterator(m_at--); }
    ObjectIterator &operator+=(difference_type steps)
    {
        m_at += steps;
        return *this;
    }
    ObjectIterator &operator-=(difference_type steps) { return *this += -steps; }
    friend ObjectIterator operator+(ObjectIterator at, difference_type steps) { return at += steps; }
    friend ObjectIterator operator+(difference_type steps, ObjectIterator at) { return at += steps; }
    friend ObjectIterator operator-(ObjectIterator at, difference_type steps) { return at -= steps; }
    friend difference_type operator-(ObjectIterator to, ObjectIterator from) { return to.m_at - from.m_at; }
    auto operator<=>(const ObjectIterator &) const = default;

private:
    const pointer *m_at = nullptr;
};

using ObjectRange = std::ranges::subrange<ObjectIterator>;

/// The objects of a commit in their order. Each stays where it was made, so that two commits share what they have
/// alike: it is there once, and a copy of the list holds the same objects.
class SharedObjects
{
public:
    /// Where objects were made, some together.
    using Store = std::vector<std::vector<DeclaredObject>>;

    SharedObjects() = default;
    /// In the order in which they are there.
    explicit SharedObjects(Store store);
    explicit SharedObjects(std::vector<DeclaredObject> objects);
    /// Those at these addresses in the store, in this order.
    SharedObjects(Store store, std::vector<const DeclaredObject *> order);

    std::size_t size() const { return m_order.size(); }
    bool empty() const { return m_order.empty(); }
    ObjectIterator begin() const { return ObjectIterator(m_order.data()); }
    ObjectIterator end() const { return begin() + static_cast<std::ptrdiff_t>(size()); }
    const DeclaredObject &operator[](std::size_t place) const { return *m_order[place]; }
    const DeclaredObject &front() const { return *m_order.front(); }
    const DeclaredObject &back() const { return *m_order.back(); }
    ObjectRange between(std::size_t from, std::size_t to) const
    {
        return {begin() + static_cast<std::ptrdiff_t>(from), begin() + static_cast<std::ptrdiff_t>(to)};
    }

    /// These without those at some places (sorted), and with others; all sorted by id.
    SharedObjects with(const SharedObjects &others, std::span<const std::size_t> without) const;

    void eraseIf(auto isWanted)
    {
        std::erase_if(m_order, [&](const DeclaredObject *object) { return isWanted(*object); });
    }

private:
    std::vector<const DeclaredObject *> m_order;
    std::vector<std::shared_ptr<const Store>> m_stores; ///< which keep them alive
};

} // namespace noclobber::argo
