// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/formula.h"

#include <cmath>

namespace deltascope::formula {

namespace {

constexpr std::string_view kStandard = "tanh(z)";

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kSpace);
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

} // namespace

Formula::Formula()
{
    static const Formula standard = *parsed(kStandard);
    m_parsed = standard.m_parsed;
}

Result<Formula> Formula::parsed(std::string_view text)
{
    Result<Expression> expression = Expression::parsed(trimmed(text));
    if (!expression)
        return expression.error();
    Result<Facts> facts = factsOf(*expression);
    if (!facts)
        return facts.error();
    return Formula(
        std::make_shared<const Parsed>(Parsed{std::string(trimmed(text)), *std::move(expression), *std::move(facts)}));
}

double Formula::second(double z) const
{
    const double value = m_parsed->expression.wideAt(Wide(z), 2).second.rounded().nearestDouble();
    return std::isfinite(value) ? value : 0;
}

numerics::Scaled Formula::scaledValue(numerics::Scaled z) const
{
    if (z.fitsDouble())
        if (const double near = value(z.nearestDouble()); std::abs(near) > 1e-290 && std::isfinite(near))
            return numerics::Scaled::from(near);
    return m_parsed->expression.wideAt(Wide(z), 0).value.rounded();
}

numerics::Scaled Formula::scaledDerivative(numerics::Scaled z) const
{
    if (z.fitsDouble())
        if (const double near = derivative(z.nearestDouble()); std::abs(near) > 1e-290 && std::isfinite(near))
            return numerics::Scaled::from(near);
    return m_parsed->expression.wideAt(Wide(z), 1).first.rounded();
}

numerics::Scaled Formula::minus(numerics::Scaled z, double y) const
{
    return (m_parsed->expression.wideAt(Wide(z), 0).value - Wide(y)).rounded();
}

numerics::Scaled Formula::minusLimit(numerics::Scaled z) const
{
    const Wide& limit = z.sign() < 0 ? facts().leftLimit : facts().rightLimit;
    return (m_parsed->expression.wideAt(Wide(z), 0).value - limit).rounded();
}

numerics::Scaled Formula::tailExponent(numerics::Scaled z) const
{
    const Wide slope = m_parsed->expression.wideAt(Wide(z), 1).first;
    return slope.isZero() || slope.isUndefined() ? numerics::Scaled{} : -slope.logOfSize();
}

} // namespace deltascope::formula
