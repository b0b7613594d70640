// SPDX-License-Identifier: GPL-3.0-or-later
// A typed activation: its text, with all that it takes to compute with it. There is none that is no activation.
// core/maths.md 4.25.
#pragma once

#include "formula/facts.h"

#include <memory>
#include <string>

namespace deltascope::formula {

class Formula {
public:
    Formula(); ///< tanh(z)
    /// What was typed, or one sentence: where it is no expression, or at which z no activation (Fault::usage).
    static Result<Formula> parsed(std::string_view text);

    const std::string& text() const { return m_parsed->text; }
    const Facts& facts() const { return m_parsed->facts; }
    bool operator==(const Formula& other) const { return m_parsed == other.m_parsed || text() == other.text(); }

    double value(double z) const { return valueAndSlope(m_parsed->expression, z).value; }
    double derivative(double z) const { return valueAndSlope(m_parsed->expression, z).slope; }
    double second(double z) const;
    void evaluate(const double* z, double* values, double* slopes, std::size_t count) const
    {
        valuesAndSlopes(m_parsed->expression, z, values, slopes, count);
    }
    numerics::Scaled scaledValue(numerics::Scaled z) const;
    numerics::Scaled scaledDerivative(numerics::Scaled z) const;
    numerics::Scaled minus(numerics::Scaled z, double y) const; ///< f(z) − y
    numerics::Scaled minusLimit(numerics::Scaled z) const; ///< f(z) − its limit on z's side of 0
    numerics::Scaled tailExponent(numerics::Scaled z) const; ///< −ln|f′(z)|, f′(z) ≠ 0

private:
    struct Parsed {
        std::string text;
        Expression expression;
        Facts facts;
    };
    explicit Formula(std::shared_ptr<const Parsed> made)
        : m_parsed(std::move(made))
    {
    }

    std::shared_ptr<const Parsed> m_parsed;
};

} // namespace deltascope::formula
