// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/finite_width/product_law.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace deltascope::finite_width {

namespace {

constexpr double kNegligible = 34; // −ln of what is left out: e^−34 = 2e-15
constexpr double kNarrow = 1e-11; // a quantile is known to this

struct Interval {
    double lower, upper;
};

/// One sum of logarithms as a Fourier series over a period that holds all but 4e-15 of it.
class Density {
public:
    Density(Interval support, double period)
        : m_lower((support.lower + support.upper - period) / 2)
        , m_period(period)
    {
    }

    void add(double t, std::complex<double> characteristic)
    {
        m_terms.push_back({t, characteristic, characteristic * std::polar(1.0, -t * m_lower)});
    }

    struct Value {
        double below, density;
    };
    Value at(double x) const
    {
        double density = 0.5, below = 0.5 * (x - m_lower);
        for (const Term& term : m_terms) {
            const std::complex<double> here = term.characteristic * std::polar(1.0, -term.t * x);
            density += here.real();
            below -= (here.imag() - term.atLower.imag()) / term.t; // Re of (here − atLower)/(−it)
        }
        return {2 * below / m_period, 2 * density / m_period};
    }

    double quantile(double p, double start) const
    {
        Interval around{m_lower, m_lower + m_period};
        double x = std::clamp(start, around.lower, around.upper);
        for (int i = 0; i < 200 && around.upper - around.lower > kNarrow; ++i) {
            const Value value = at(x);
            (value.below < p ? around.lower : around.upper) = x;
            const double step = (p - value.below) / value.density;
            if (std::abs(step) < kNarrow / 2)
                return x + step;
            const double next = x + step;
            const bool inside = next > around.lower && next < around.upper; // false of NaN, too
            x = inside ? next : (around.lower + around.upper) / 2;
        }
        return x;
    }

private:
    struct Term {
        double t;
        std::complex<double> characteristic, atLower;
    };
    double m_lower, m_period;
    std::vector<Term> m_terms;
};

} // namespace

ProductLaw::ProductLaw(std::vector<BackwardFactor> kinds)
    : m_kinds(std::move(kinds))
{
}

const ProductLaw::Column& ProductLaw::column(int exponent, std::size_t j)
{
    std::vector<Column>& columns = m_columns[exponent];
    while (columns.size() <= j) {
        const double t = 2 * std::numbers::pi * static_cast<double>(columns.size() + 1) / std::exp2(exponent);
        Column& next = columns.emplace_back();
        for (const BackwardFactor& kind : m_kinds)
            next.push_back(kind.logCharacteristic(t));
    }
    return columns[j];
}

double ProductLaw::mean(std::span<const int> counts) const
{
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        sum += counts[i] * m_kinds[i].mean();
    return sum;
}

double ProductLaw::variance(std::span<const int> counts) const
{
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        sum += counts[i] * m_kinds[i].variance();
    return sum;
}

double ProductLaw::logMean(std::span<const int> counts) const
{
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        sum += counts[i] * m_kinds[i].logMean();
    return sum;
}

double ProductLaw::dead(std::span<const int> counts) const
{
    double logAlive = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        logAlive += counts[i] * std::log1p(-m_kinds[i].dead());
    return -std::expm1(logAlive);
}

LogQuantiles ProductLaw::quantiles(std::span<const int> counts)
{
    const double middle = mean(counts), deviation = std::sqrt(variance(counts));
    if (deviation == 0)
        return {middle, middle, middle};
    // Chernoff's bounds: P(ln product > u) ≤ E e^(s·ln product − su), and so to the other side.
    Interval support{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    constexpr double kMostNegative = -0.45; // E factor^s is infinite from −½ on where a single neuron may be left
    const auto tighten = [&](double s) {
        double log = 0;
        for (std::size_t i = 0; i < counts.size(); ++i)
            log += counts[i] == 0 ? 0 : counts[i] * m_kinds[i].logMoment(s);
        if (s > 0)
            support.upper = std::min(support.upper, (log + kNegligible) / s);
        else
            support.lower = std::max(support.lower, (log + kNegligible) / s);
    };
    for (double s = 0.5 / deviation; s < 40 / deviation; s *= 1.3) {
        tighten(s);
        tighten(std::max(-s, kMostNegative));
    }
    const auto exponent = static_cast<int>(std::ceil(std::log2(support.upper - support.lower)));
    Density density(support, std::exp2(exponent));
    for (std::size_t j = 0;; ++j) {
        const Column& logs = column(exponent, j);
        std::complex<double> log;
        for (std::size_t i = 0; i < counts.size(); ++i)
            log += static_cast<double>(counts[i]) * logs[i];
        if (log.real() < -kNegligible)
            break;
        density.add(2 * std::numbers::pi * static_cast<double>(j + 1) / std::exp2(exponent), std::exp(log));
    }
    constexpr double kNormal95 = 1.6448536;
    return {density.quantile(0.05, middle - kNormal95 * deviation), density.quantile(0.5, middle),
        density.quantile(0.95, middle + kNormal95 * deviation)};
}

} // namespace deltascope::finite_width
