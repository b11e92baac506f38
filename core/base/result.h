#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace noclobber {

/// What kind of work could not be done. Each one ends the command line with exit code 2.
enum class ErrorCode {
    Usage,         ///< the request itself makes no sense
    Git,           ///< the repository cannot be read
    NotFound,      ///< no such repository, revision, file or rule
    Yaml,          ///< text that cannot be read as a manifest
    Configuration, ///< `.noclobber.yaml` is wrong
    Io,            ///< a file cannot be read or written
    Cancelled,     ///< somebody asked to stop
};

/// We could not do our work. (That the *change* has a problem is a Finding, never an Error.)
struct Error {
    ErrorCode code;
    std::string message; ///< what failed and what was expected, one sentence, without a final newline
    std::string where;   ///< `path:line`, a revision, a folder or a URL; may be empty

    bool operator==(const Error &) const = default;
};

/// A value, or the Error that kept us from it.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_state.index() == 0; }

    T &operator*() { return value(); }
    const T &operator*() const { return const_cast<Result *>(this)->value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &const_cast<Result *>(this)->value(); }

    /// The error. Only for a Result that holds one.
    const Error &error() const
    {
        assert(m_state.index() == 1 && "asked a good Result for its error");
        return *std::get_if<1>(&m_state);
    }

private:
    T &value()
    {
        assert(m_state.index() == 0 && "asked a failed Result for its value");
        return *std::get_if<0>(&m_state);
    }

    std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() : m_error{}, m_ok(true) {}
    Result(Error error) : m_error(std::move(error)), m_ok(false) {}

    explicit operator bool() const { return m_ok; }

    /// The error. Only for a Result that holds one.
    const Error &error() const
    {
        assert(!m_ok && "asked a good Result for its error");
        return m_error;
    }

private:
    Error m_error;
    bool m_ok;
};

} // namespace noclobber
