// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/finite_width/backward_factor.h"

#include "numerics/gamma.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <numeric>

namespace deltascope::finite_width {

namespace {

constexpr double kLeastChance = 1e-19; // what is less likely changes no digit
constexpr double kWidestStep = 0.2;

/// ln of the chance that k of n coins show heads.
double logBinomial(int n, int k)
{
    return std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) - n * std::numbers::ln2;
}

/// ln(1 + e^x)
double softplus(double x)
{
    return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x)));
}

/// The density of ln(β/(1 − β)) at v, β = the share of k of n squares of N(0, 1) in their sum, k = 1 … n − 1 as coins
/// give it.
class Share {
public:
    explicit Share(int n)
    {
        for (int k = 1; k < n; ++k) {
            const double chance = logBinomial(n, k);
            if (chance > std::log(kLeastChance))
                m_terms.push_back({k / 2.0, (n - k) / 2.0,
                    chance + std::lgamma(n / 2.0) - std::lgamma(k / 2.0) - std::lgamma((n - k) / 2.0)});
        }
    }

    double at(double v) const
    {
        double sum = 0;
        for (const Term& term : m_terms)
            sum += std::exp(term.log - term.heads * softplus(-v) - term.tails * softplus(v));
        return sum;
    }

private:
    struct Term {
        double heads, tails, log;
    };
    std::vector<Term> m_terms;
};

} // namespace

BackwardFactor::BackwardFactor(int neurons, Slopes slopes, double weightVariance)
    : m_neurons(neurons)
{
    const double below = std::abs(slopes.below), above = std::abs(slopes.above), larger = std::max(below, above);
    assert(neurons >= 1 && weightVariance > 0 && larger > 0);
    m_scale = std::log(weightVariance) + 2 * std::log(larger);
    const double ratio = std::min(below, above) / larger;
    m_logMean = m_scale + std::log(neurons * (1 + ratio * ratio) / 2);
    spread(ratio);
    for (std::size_t i = 0; i < m_logs.size(); ++i)
        m_mean += m_chances[i] * m_logs[i];
    for (std::size_t i = 0; i < m_logs.size(); ++i)
        m_variance += m_chances[i] * (m_logs[i] - m_mean) * (m_logs[i] - m_mean);
    m_mean += m_scale + std::numbers::ln2 + numerics::digamma(neurons / 2.0);
    m_variance += numerics::trigamma(neurons / 2.0);
}

/// ln G on a lattice in ln(β/(1 − β)), where the trapezoid rule is exact to rounding, and at its two ends.
void BackwardFactor::spread(double ratio)
{
    const double square = ratio * ratio, one = std::exp(-m_neurons * std::numbers::ln2);
    const auto add = [&](double log, double chance) {
        m_logs.push_back(log);
        m_chances.push_back(chance);
    };
    if (ratio == 1) {
        add(0, 1);
        return;
    }
    add(0, one); // all neurons have the larger slope
    if (ratio > 0)
        add(2 * std::log(ratio), one); // none has
    else
        m_dead = one;
    const Share share(m_neurons);
    const double step = std::min(kWidestStep, 1 / std::sqrt(m_neurons));
    for (const int direction : {1, -1})
        for (int i = direction > 0 ? 0 : 1;; ++i) {
            const double v = direction * i * step, chance = step * share.at(v);
            if (chance < kLeastChance)
                break;
            add(std::log1p((square - 1) / (1 + std::exp(v))), chance); // ln(α² + (1 − α²)β)
            if (ratio == 0)
                m_logs.back() = -softplus(-v);
        }
    const double sum = std::accumulate(m_chances.begin(), m_chances.end(), 0.0);
    for (double& chance : m_chances)
        chance /= sum;
}

std::complex<double> BackwardFactor::logCharacteristic(double t) const
{
    std::complex<double> sum;
    for (std::size_t i = 0; i < m_logs.size(); ++i)
        sum += std::polar(m_chances[i], t * m_logs[i]);
    const double half = m_neurons / 2.0;
    return std::log(sum) + numerics::logGamma({half, t}) - std::lgamma(half)
        + std::complex<double>(0, t * (m_scale + std::numbers::ln2));
}

double BackwardFactor::logMoment(double s) const
{
    double sum = 0;
    for (std::size_t i = 0; i < m_logs.size(); ++i)
        sum += m_chances[i] * std::exp(s * m_logs[i]);
    const double half = m_neurons / 2.0;
    return std::log(sum) + std::lgamma(half + s) - std::lgamma(half) + s * (m_scale + std::numbers::ln2);
}

} // namespace deltascope::finite_width
