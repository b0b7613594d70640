// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <memory>
#include <string>
#include <typeinfo>
#include <utility>

namespace deltascope::parameters {

/// A parameter's value, whatever its type; it is shared and never changes. Of none it is what no parameter accepts.
class ParameterValue {
public:
    ParameterValue() = default;
    template <class Type>
    requires(!std::same_as<Type, ParameterValue>) ParameterValue(Type value)
        : m_held(std::make_shared<const Holding<Type>>(std::move(value)))
    {
    }
    ParameterValue(const char* text)
        : ParameterValue(std::string(text))
    {
    }

    const std::type_info& type() const { return m_held ? m_held->type() : typeid(void); }
    /// nullptr where it is of another type.
    template <class Type>
    const Type* as() const
    {
        return type() == typeid(Type) ? &static_cast<const Holding<Type>&>(*m_held).value : nullptr;
    }
    bool operator==(const ParameterValue& other) const
    {
        return type() == other.type() && (!m_held || m_held->equals(*other.m_held));
    }

private:
    struct Held {
        virtual ~Held() = default;
        virtual const std::type_info& type() const = 0;
        virtual bool equals(const Held& other) const = 0; // of the same type
    };
    template <class Type>
    struct Holding final : Held {
        explicit Holding(Type held)
            : value(std::move(held))
        {
        }
        const std::type_info& type() const override { return typeid(Type); }
        bool equals(const Held& other) const override { return value == static_cast<const Holding&>(other).value; }

        Type value;
    };

    std::shared_ptr<const Held> m_held;
};

} // namespace deltascope::parameters
