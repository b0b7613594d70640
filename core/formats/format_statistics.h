// SPDX-License-Identifier: GPL-3.0-or-later
// The statistics of a pass in a float format (format_pass.h): every sum term by term in Real, what is kept rounded
// once. core/maths.md 6.5.
#pragma once

#include "formats/format_pass.h"
#include "network/normalization.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace deltascope::formats {

/// ‖v‖ of finite numbers, however small or large.
template <class Real>
FormatSpeed sizeOf(const std::vector<Real>& components)
{
    double largest = 0;
    for (const Real each : components) {
        if (std::isnan(each))
            return {FormatSpeed::Kind::notANumber, {}};
        largest = std::max(largest, std::abs(static_cast<double>(each)));
    }
    if (std::isinf(largest))
        return {FormatSpeed::Kind::infinite, {}};
    if (largest == 0)
        return {};
    const int exponent = std::ilogb(largest);
    double squares = 0;
    for (const Real each : components) {
        const double share = std::ldexp(static_cast<double>(each), -exponent);
        squares += share * share;
    }
    return {FormatSpeed::Kind::number,
        components.size() == 1 ? numerics::Scaled::from(largest)
                               : numerics::Scaled::from(std::sqrt(squares), exponent)};
}

/// (h − μ)/s in place; returns s.
template <class Real, class Vector>
Real standardize(Vector&& h, numerics::Rounding& round)
{
    const auto count = static_cast<Real>(h.size());
    Real sum = 0, squares = 0;
    for (Eigen::Index i = 0; i < h.size(); ++i)
        sum += h[i];
    const Real mean = sum / count;
    for (Eigen::Index i = 0; i < h.size(); ++i) {
        h[i] -= mean;
        squares += h[i] * h[i];
    }
    const Real deviation = std::sqrt(squares / count + static_cast<Real>(network::kNormalizationEpsilon));
    for (Eigen::Index i = 0; i < h.size(); ++i)
        h[i] = static_cast<Real>(round(double{h[i] / deviation}));
    return deviation;
}

/// (δ − ⟨δ⟩ − ĥ⟨δ ĥ⟩)/s of one group, in place.
template <class Real, class Delta, class Normalized>
void project(Delta&& delta, const Normalized& normalized, Real deviation, numerics::Rounding& round)
{
    const auto count = static_cast<Real>(delta.size());
    Real sum = 0, products = 0;
    for (Eigen::Index i = 0; i < delta.size(); ++i) {
        sum += delta[i];
        products += delta[i] * normalized[i];
    }
    const Real mean = sum / count, along = products / count;
    for (Eigen::Index i = 0; i < delta.size(); ++i)
        delta[i] = static_cast<Real>(round(double{((delta[i] - mean) - normalized[i] * along) / deviation}));
}

} // namespace deltascope::formats
