// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <cassert>
#include <utility>
#include <variant>

namespace deltascope {

/// What went wrong, by the exit code that the command line gives for it.
enum class Fault {
    internal = 1,
    usage = 2, ///< wrong usage or a wrong value on the command line
    unreadable = 3,
    unwritable = 4,
    invalidData = 5, ///< bad data in a file
    interrupted = 130,
    terminated = 143,
};

/// One sentence: what, where (file, line, column or key), what would be right.
struct Error {
    Fault fault = Fault::internal;
    Message what;
    bool operator==(const Error&) const = default;
};

/// Where the system has no more memory, or no thread, which takes memory.
Error outOfMemory();

/// A value, or the Error that a user can cause. What only we can cause is an assert.
template <class Value>
class [[nodiscard]] Result {
public:
    Result(Value value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    explicit operator bool() const { return m_state.index() == 0; }
    const Value& operator*() const& { return value(); }
    Value&& operator*() && { return std::move(*this).value(); }
    const Value* operator->() const { return &value(); }
    const Value& value() const&
    {
        assert(m_state.index() == 0);
        return *std::get_if<0>(&m_state);
    }
    Value&& value() &&
    {
        assert(m_state.index() == 0);
        return std::move(*std::get_if<0>(&m_state));
    }
    const Error& error() const
    {
        assert(m_state.index() == 1);
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<Value, Error> m_state;
};

} // namespace deltascope
