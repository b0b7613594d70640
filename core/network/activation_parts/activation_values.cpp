// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/activation_parts/activation_values.h"

#include <cmath>

namespace deltascope::network {

namespace {

/// f or f′ at ±∞: its limit, ∞ where it grows without end.
double limit(const activations::Function<double(double)>& function, double infinity)
{
    const double value = function(std::copysign(std::numeric_limits<double>::max(), infinity));
    return std::abs(value) > 1e300 ? std::copysign(std::numeric_limits<double>::infinity(), value) : value;
}

void refine(const activations::Function<numerics::Scaled(numerics::Scaled)>& function, double z, double& value)
{
    if (std::abs(value) < 1e-290)
        value = function(numerics::Scaled::from(z)).nearestDouble();
}

} // namespace

void ActivationValues::evaluate(const activations::Activation& activation, const std::vector<double>& z)
{
    values.resize(z.size());
    derivatives.resize(z.size());
    m_finite = z;
    for (double& each : m_finite)
        if (!std::isfinite(each))
            each = 0;
    activation.evaluate(m_finite.data(), values.data(), derivatives.data(), z.size());
    for (std::size_t i = 0; i < z.size(); ++i)
        if (std::isnan(z[i])) {
            values[i] = derivatives[i] = z[i];
        } else if (std::isinf(z[i])) {
            values[i] = limit(activation.value, z[i]);
            derivatives[i] = limit(activation.derivative, z[i]);
        } else if (m_reach == Reach::toTheEnd) {
            refine(activation.scaledValue, z[i], values[i]);
            refine(activation.scaledDerivative, z[i], derivatives[i]);
        }
}

} // namespace deltascope::network
