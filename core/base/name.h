#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace noclobber {

/// A text that many values share: part of an identity, a path. Kept once for the whole process and never given back, so
/// that a copy is a pointer and equality compares pointers. Ordered as its text. Safe to make from several threads.
class Name
{
public:
    Name() : m_text(&emptyText()) {}
    explicit Name(std::string_view text);
    explicit Name(const std::string &text) : Name(std::string_view(text)) {}
    Name(const char *text) : Name(std::string_view(text)) {}
    /// Of a text; a template so that `= {}` means an empty Name.
    template <std::convertible_to<std::string_view> T>
    requires(!std::same_as<T, Name>) Name &operator=(const T &text) { return *this = Name(std::string_view(text)); }

    const std::string &text() const { return *m_text; }
    operator const std::string &() const { return *m_text; }
    operator std::string_view() const { return *m_text; }

    bool empty() const { return m_text->empty(); }
    std::size_t size() const { return m_text->size(); }
    bool starts_with(auto prefix) const { return m_text->starts_with(prefix); }
    bool ends_with(auto suffix) const { return m_text->ends_with(suffix); }
    std::size_t find(auto text, std::size_t from = 0) const { return m_text->find(text, from); }
    std::string substr(std::size_t begin, std::size_t count = std::string::npos) const
    {
        return m_text->substr(begin, count);
    }

    bool operator==(const Name &other) const { return m_text == other.m_text; }
    std::strong_ordering operator<=>(const Name &other) const
    {
        return m_text == other.m_text ? std::strong_ordering::equal : *m_text <=> *other.m_text;
    }

private:
    friend struct std::hash<Name>;
    static const std::string &emptyText();

    const std::string *m_text;
};

/// A text that is no Name.
template <typename T>
concept PlainText = !std::same_as<T, Name> && std::convertible_to<const T &, std::string_view>;

template <std::same_as<Name> N, PlainText T>
bool operator==(const N &name, const T &text)
{
    return std::string_view(name) == std::string_view(text);
}

template <std::same_as<Name> N, PlainText T>
auto operator<=>(const N &name, const T &text)
{
    return std::string_view(name) <=> std::string_view(text);
}

template <std::same_as<Name> N>
std::string operator+(const N &name, const auto &text)
{
    return name.text() + text;
}

template <typename T>
requires(!std::same_as<T, Name>) std::string operator+(const T &text, const Name &name)
{
    return text + name.text();
}

} // namespace noclobber

template <>
struct std::hash<noclobber::Name> {
    std::size_t operator()(const noclobber::Name &name) const noexcept
    {
        return std::hash<const void *>()(name.m_text);
    }
};

template <>
struct fmt::formatter<noclobber::Name> : fmt::formatter<fmt::string_view> {
    auto format(const noclobber::Name &name, auto &context) const
    {
        return fmt::formatter<fmt::string_view>::format(std::string_view(name), context);
    }
};
