// SPDX-License-Identifier: GPL-3.0-or-later
// Functions of Wide numbers: from double-double e^x and Newton's steps; where an argument is a large part and a small
// one far below it, the small one is carried by the derivative.
#include "formula/wide.h"
#include "numerics/double_double.h"

#include <algorithm>
#include <cmath>

namespace deltascope::formula {

namespace {

using numerics::DoubleDouble;
using numerics::Scaled;

constexpr std::int64_t kStraight = -50; // below 2^−50 three terms of a series are enough for 150 bits

Wide wide(DoubleDouble value)
{
    return Wide(value.high) + Wide(value.low);
}

/// The leading 106 bits of an x that a double holds, and what is left of it.
struct Split {
    DoubleDouble first;
    Wide rest;
};

Split split(const Wide& x)
{
    const auto parts = x.parts();
    Split result{{x.leading().nearestDouble(), 0}, {}};
    std::size_t i = 1;
    if (parts.size() > 1 && parts[0].exponent - parts[1].exponent < 110) {
        result.first.low = parts[1].nearestDouble();
        i = 2;
    }
    for (; i < parts.size(); ++i)
        result.rest = result.rest + x.part(i);
    return result;
}

/// Small enough to be there for its own sake, not for the last digits of what it was split from.
bool isFar(const Wide& rest)
{
    constexpr std::int64_t kForItself = -160;
    return !rest.isZero() && rest.leading().exponent < kForItself;
}

/// e^x − 1 for −0.7 ≤ x ≤ 0.5.
Wide smallExpm1(const Wide& x)
{
    if (x.isZero() || x.far() != nullptr)
        return x;
    if (x.leading().exponent < kStraight)
        return x + (x * x).times(-1) + x * x * x / Wide(6);
    if (x.sign() > 0) {
        const Wide m = smallExpm1(-x);
        return -m / (Wide(1) + m);
    }
    const Split parts = split(x);
    const Wide m = wide(numerics::expm1(parts.first));
    return m + (Wide(1) + m) * parts.rest;
}

/// x − k·p with |result| ≤ p/2, and k modulo 4; |x| below 2^100.
struct Reduced {
    Wide rest;
    int quadrant;
};

Reduced reduced(const Wide& x, const Wide& period)
{
    Reduced result{x, 0};
    for (int i = 0; i < 4; ++i) {
        const double k = std::nearbyint((result.rest.leading() / period.leading()).nearestDouble());
        if (k == 0)
            break;
        result.rest = result.rest - Wide(k) * period;
        const auto modulo = static_cast<int>(std::fmod(k, 4));
        result.quadrant = (result.quadrant + modulo + 4) % 4;
    }
    return result;
}

/// sin or cos of |x| ≤ π/4 by its series.
DoubleDouble series(DoubleDouble x, bool sine)
{
    const DoubleDouble square = x * x;
    DoubleDouble term = sine ? x : DoubleDouble{1, 0}, sum = term;
    for (int i = sine ? 2 : 1; i < 60 && term.high != 0; i += 2) {
        term = -(term * square) / DoubleDouble{static_cast<double>(i) * (i + 1), 0};
        sum = sum + term;
        if (std::abs(term.high) < 0x1p-112 * std::abs(sum.high))
            break;
    }
    return sum;
}

Wide quarterWave(const Wide& x, bool sine)
{
    if (x.isZero() || x.leading().exponent < kStraight)
        return sine ? x - x * x * x / Wide(6) : Wide(1) - (x * x).times(-1);
    const Split parts = split(x);
    const Wide value = wide(series(parts.first, sine));
    return parts.rest.isZero() ? value
        : sine                 ? value + wide(series(parts.first, false)) * parts.rest
                               : value - wide(series(parts.first, true)) * parts.rest;
}

Wide sineOf(const Wide& x, int ahead)
{
    if (x.isUndefined())
        return x;
    if (!x.isZero() && x.leading().exponent > 100) {
        const double nearest = x.rounded().nearestDouble();
        if (!std::isfinite(nearest))
            return Wide(ahead == 0 ? 0 : 1);
        return Wide(ahead == 0 ? std::sin(nearest) : std::cos(nearest));
    }
    const Reduced r = reduced(x, pi().times(-1));
    const int quadrant = (r.quadrant + ahead) % 4;
    const Wide value = quarterWave(r.rest, quadrant % 2 == 0);
    return quadrant < 2 ? value : -value;
}

const Wide& twoOverRootPi()
{
    static const Wide value = Wide(2) / sqrt(pi());
    return value;
}

/// erf of |x| < 2.5: 2/√π e^(−x²) Σ 2ⁿ x^(2n+1)/(2n + 1)!!, all of one sign.
Wide erfSeries(const Wide& x)
{
    const Wide square = x * x;
    const Split parts = split(square);
    Wide factor = Wide(1);
    DoubleDouble term{1, 0}, sum = term;
    for (int n = 1; n < 90; ++n) {
        term = term * DoubleDouble{2 * parts.first.high, 2 * parts.first.low}
            / DoubleDouble{static_cast<double>(2 * n + 1), 0};
        sum = sum + term;
        if (term.high < 1e-34)
            break;
    }
    factor = wide(sum);
    return twoOverRootPi() * exp(-square) * x * factor;
}

/// erfc of x ≥ 2.5: e^(−x²)/(x√π)·R with the continued fraction R = 1/(1 + s/(1 + 2s/(1 + …))), s = 1/(2x²).
Wide erfcTail(const Wide& x)
{
    const Scaled half = Scaled::from(0.5) / (x.leading() * x.leading());
    DoubleDouble fraction{1, 0};
    if (half.exponent > -120) {
        const Wide precise = Wide(0.5) / (x * x);
        const DoubleDouble s = split(precise).first;
        for (int term = static_cast<int>(std::min(400.0, 30 + 400 * 6 * s.high)); term >= 1; --term)
            fraction = DoubleDouble{1, 0} + DoubleDouble{static_cast<double>(term), 0} * s / fraction;
    }
    return exp(-(x * x)) * twoOverRootPi().times(-1) / (x * wide(fraction));
}

} // namespace

const Wide& pi()
{
    static const Wide value = Wide(0x1.921fb54442d18p+1) + Wide(0x1.1a62633145c07p-53) + Wide(-0x1.f1976b7ed8fbcp-109)
        + Wide(0x1.4cf98e804177dp-163);
    return value;
}

const Wide& ln2()
{
    static const Wide value = Wide(0x1.62e42fefa39efp-1) + Wide(0x1.abc9e3b39803fp-56) + Wide(0x1.7b57a079a1934p-111)
        + Wide(-0x1.ace93a4ebe5d1p-165);
    return value;
}

Wide exp(const Wide& x)
{
    if (x.isUndefined())
        return x;
    if (x.isZero())
        return Wide(1);
    if (x.leading().exponent > 61 && numerics::exp(x.rounded()).beyondRange())
        return Wide::timesExp(1, x);
    if (x.leading().exponent < -1)
        return Wide(1) + smallExpm1(x);
    std::int64_t k = 0;
    Wide rest = x;
    for (int i = 0; i < 3; ++i) {
        const double more = std::nearbyint((rest.leading() / ln2().leading()).nearestDouble());
        if (more == 0)
            break;
        k += static_cast<std::int64_t>(more);
        rest = rest - Wide(more) * ln2();
    }
    const Split parts = split(rest);
    const Wide m = smallExpm1(rest - parts.rest);
    const Wide power = (Wide(1) + m).first(2).times(k);
    return isFar(parts.rest) ? power + power * parts.rest : power;
}

Wide expm1(const Wide& x)
{
    if (x.isUndefined() || x.isZero())
        return x;
    return x.leading().exponent < -1 ? smallExpm1(x) : exp(x) - Wide(1);
}

Wide log1p(const Wide& x)
{
    if (x.isUndefined() || x.isZero() || (x.far() != nullptr && x.leading().exponent < 0))
        return x;
    if (x.leading().exponent > -2)
        return log(Wide(1) + x);
    if (x.leading().exponent < kStraight)
        return x - (x * x).times(-1) + x * x * x / Wide(3);
    const Wide guess(std::log1p(x.leading().nearestDouble()));
    const Wide off = (x - smallExpm1(guess)) / (Wide(1) + smallExpm1(guess)); // (1 + x)e^(−guess) − 1
    return guess + off - (off * off).times(-1);
}

Wide log(const Wide& x)
{
    if (x.isUndefined() || x.sign() <= 0)
        return Wide::undefined();
    if (const Wide::Far* const far = x.far())
        return far->power + log(far->factor);
    const std::int64_t exponent = x.leading().exponent - (x.leading().mantissa < 0.7071 ? 1 : 0);
    const Wide near = x.times(-exponent), t = near - Wide(1);
    Wide value;
    if (t.isZero() || t.leading().exponent <= -2) {
        value = log1p(t);
    } else {
        const Wide guess(std::log(near.leading().nearestDouble()));
        const Wide off = near * exp(-guess) - Wide(1);
        value = guess + off - (off * off).times(-1);
    }
    const auto high = static_cast<double>(exponent / 1024 * 1024);
    return value + (Wide(high) + Wide(static_cast<double>(exponent % 1024))) * ln2();
}

Wide sqrt(const Wide& x)
{
    if (x.isUndefined() || x.sign() < 0)
        return Wide::undefined();
    if (x.isZero())
        return x;
    if (const Wide::Far* const far = x.far())
        return Wide::timesExp(sqrt(far->factor), far->power.times(-1));
    Wide root(numerics::sqrt(x.leading()));
    for (int i = 0; i < 2; ++i)
        root = root + (x - root * root) / root.times(1);
    return root;
}

Wide sin(const Wide& x)
{
    return sineOf(x, 0);
}

Wide cos(const Wide& x)
{
    return sineOf(x, 1);
}

Wide atan(const Wide& x)
{
    if (x.isUndefined() || x.isZero())
        return x;
    if (x.sign() < 0)
        return -atan(-x);
    if (x.leading().exponent > 1)
        return pi().times(-1) - atan(Wide(1) / x);
    const Wide square = x * x;
    if (x.leading().exponent < -25)
        return x - x * square / Wide(3) + x * square * square / Wide(5);
    const Wide guess(std::atan(x.leading().nearestDouble())), s = sin(guess), c = cos(guess);
    const Wide off = (x * c - s) / (c + x * s);
    return guess + off - off * off * off / Wide(3);
}

Wide erf(const Wide& x)
{
    if (x.isUndefined() || x.isZero())
        return x;
    if (Wide(2.5) < abs(x))
        return x.sign() > 0 ? Wide(1) - erfcTail(x) : erfcTail(-x) - Wide(1);
    return x.leading().exponent < -60 ? twoOverRootPi() * (x - x * x * x / Wide(3)) : erfSeries(x);
}

Wide erfc(const Wide& x)
{
    if (x.isUndefined())
        return x;
    return Wide(2.5) < x ? erfcTail(x) : Wide(1) - erf(x);
}

} // namespace deltascope::formula
