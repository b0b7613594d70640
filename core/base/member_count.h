// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace deltascope {

namespace detail {
struct AnyMember {
    template <class Member>
    operator Member() const; // declared only: it is never called
};

template <class Aggregate, class... Members>
consteval std::size_t countMembers()
{
    if constexpr (requires { Aggregate{Members{}..., AnyMember{}}; })
        return countMembers<Aggregate, Members..., AnyMember>();
    else
        return sizeof...(Members);
}
} // namespace detail

/// Number of data members of an aggregate: lets a table prove at compile time that no member was forgotten.
template <class Aggregate>
inline constexpr std::size_t kMemberCount = detail::countMembers<Aggregate>();

} // namespace deltascope
