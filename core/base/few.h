#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace noclobber {

/// A list that mostly has one element: that one needs no memory of its own.
template <typename T>
class Few
{
public:
    Few() = default;
    Few(std::initializer_list<T> elements)
    {
        for (const T &element : elements)
            push_back(element);
    }
    Few(const Few &other)
        : m_one(other.m_one), m_all(other.m_all ? std::make_unique<std::vector<T>>(*other.m_all) : nullptr)
    {}
    Few(Few &&) noexcept = default;
    Few &operator=(const Few &other) { return *this = Few(other); }
    Few &operator=(Few &&) noexcept = default;
    ~Few() = default;

    void push_back(T element)
    {
        if (empty()) {
            m_one.emplace(std::move(element));
            return;
        }
        if (m_one) {
            m_all = std::make_unique<std::vector<T>>();
            m_all->push_back(std::move(*m_one));
            m_one.reset();
        }
        m_all->push_back(std::move(element));
    }

    std::size_t size() const { return m_one ? 1 : m_all ? m_all->size() : 0; }
    bool empty() const { return size() == 0; }
    T *begin() { return m_one ? &*m_one : m_all ? m_all->data() : nullptr; }
    T *end() { return begin() + size(); }
    const T *begin() const { return m_one ? &*m_one : m_all ? m_all->data() : nullptr; }
    const T *end() const { return begin() + size(); }
    T &operator[](std::size_t place) { return begin()[place]; }
    const T &operator[](std::size_t place) const { return begin()[place]; }
    T &front() { return *begin(); }
    const T &front() const { return *begin(); }
    T &back() { return end()[-1]; }
    const T &back() const { return end()[-1]; }

    bool operator==(const Few &other) const { return std::equal(begin(), end(), other.begin(), other.end()); }

private:
    std::optional<T> m_one;                ///< while it is the only one
    std::unique_ptr<std::vector<T>> m_all; ///< two and more
};

} // namespace noclobber
