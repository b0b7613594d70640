// SPDX-License-Identifier: GPL-3.0-or-later
// What one layer of finite width multiplies ‖δ‖² by on its way back, as a random number over networks (Hanin 2018;
// Hanin & Nica 2018). core/maths.md 16.1, 16.2.
#pragma once

#include <complex>
#include <vector>

namespace deltascope::finite_width {

/// The slopes of an activation made of two straight lines that meet at f(0) = 0.
struct Slopes {
    double below = 0, above = 1; ///< of z < 0 and of z > 0
};

/// ‖δ^l‖²/‖δ^(l+1)‖² of a layer l of n neurons, over independent weights w^(l+1) ~ N(0, v): v·Σ g_i² x_i² with x_i ~
/// N(0, 1) and g_i, the slope of neuron i, either of the two with even chance. Given that it is not 0, which it is
/// where a slope is 0 and all neurons have that one: then the layer is dead.
class BackwardFactor {
public:
    /// n ≥ 1, v > 0, and one of the slopes is not 0.
    BackwardFactor(int neurons, Slopes slopes, double weightVariance);

    int neurons() const { return m_neurons; }
    double dead() const { return m_dead; } ///< the chance that it is
    double logMean() const { return m_logMean; } ///< ln of the mean, the dead ones too: ln χ of mean field theory
    double mean() const { return m_mean; } ///< of ln factor
    double variance() const { return m_variance; } ///< of ln factor

    /// ln E factor^(it), a branch of it.
    std::complex<double> logCharacteristic(double t) const;
    /// ln E factor^s, s > −½.
    double logMoment(double s) const;

private:
    void spread(double ratio);

    int m_neurons;
    double m_scale; // ln of v times the larger slope squared
    double m_dead = 0, m_logMean = 0, m_mean = 0, m_variance = 0;
    // The factor is v·R·G, R ~ χ²_n and G the mean of g² weighted with the x_i², which does not depend on R.
    std::vector<double> m_logs, m_chances; // ln G, in units of the larger slope, and how likely
};

} // namespace deltascope::finite_width
