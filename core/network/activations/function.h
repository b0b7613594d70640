// SPDX-License-Identifier: GPL-3.0-or-later
// A function of an activation: a plain one, or one of what was set of the activation, with that.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>

namespace deltascope::activations {

/// What a scenario sets of an activation, as leaky ReLU's slope. Alike texts, alike functions.
struct Setting {
    std::string text;
};

template <class Signature>
class Function;

template <class Value, class... Arguments>
class Function<Value(Arguments...)> {
public:
    using Plain = Value (*)(Arguments...);
    using OfSetting = Value (*)(const Setting&, Arguments...);

    constexpr Function(std::nullptr_t = nullptr) { }
    template <class Callable>
    requires std::convertible_to<Callable, Plain>
    constexpr Function(Callable plain)
        : m_plain(plain)
    {
    }
    /// The setting must be there as long as this is called.
    constexpr Function(OfSetting function, const Setting& setting)
        : m_ofSetting(function)
        , m_setting(&setting)
    {
    }

    Value operator()(Arguments... arguments) const
    {
        return m_ofSetting ? m_ofSetting(*m_setting, arguments...) : m_plain(arguments...);
    }
    explicit operator bool() const { return m_plain != nullptr || m_ofSetting != nullptr; }

private:
    Plain m_plain = nullptr;
    OfSetting m_ofSetting = nullptr;
    const Setting* m_setting = nullptr;
};

} // namespace deltascope::activations
