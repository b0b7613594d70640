// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/double_double.h"

#include <cassert>
#include <numbers>

namespace deltascope::numerics {

namespace {

// e^x = (1 + m)·2^k.
struct Reduced {
    DoubleDouble m;
    double power; ///< 2^k
};

// x = k ln 2 + 256 r, e^r − 1 by its series, then (1 + m)² − 1 = 2m + m² eight times, which keeps the digits of m.
Reduced reducedExp(DoubleDouble x)
{
    constexpr DoubleDouble kLn2{0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56};
    constexpr int kSquarings = 8, kTerms = 9;
    assert(x.high <= 0 && x.high >= -700);
    const double k = std::nearbyint(x.high * std::numbers::log2e);
    const DoubleDouble reduced = x + -(kLn2 * DoubleDouble{k, 0});
    const DoubleDouble r{std::ldexp(reduced.high, -kSquarings), std::ldexp(reduced.low, -kSquarings)};
    DoubleDouble m{1, 0}; // Horner's scheme for (e^r − 1)/r
    for (int term = kTerms; term >= 2; --term)
        m = DoubleDouble{1, 0} + m * r / DoubleDouble{static_cast<double>(term), 0};
    m = m * r;
    for (int i = 0; i < kSquarings; ++i)
        m = DoubleDouble{2 * m.high, 2 * m.low} + m * m;
    return {m, std::ldexp(1.0, static_cast<int>(k))};
}

} // namespace

DoubleDouble exp(DoubleDouble x)
{
    const Reduced e = reducedExp(x);
    const DoubleDouble onePlus = DoubleDouble{1, 0} + e.m;
    return {onePlus.high * e.power, onePlus.low * e.power};
}

DoubleDouble expm1(DoubleDouble x)
{
    const Reduced e = reducedExp(x);
    return DoubleDouble{e.m.high * e.power, e.m.low * e.power} + exactSum(e.power, -1);
}

// One Newton step on (1 + t)e^(−y) = 1 from the double's logarithm; with e^(−y) = 1 + m the rest is t + m + tm, which
// keeps the digits of a small t.
DoubleDouble log1p(DoubleDouble t)
{
    const double start = std::log1p(t.high);
    const DoubleDouble m = expm1({-start, 0});
    return DoubleDouble{start, 0} + (t + m + t * m);
}

} // namespace deltascope::numerics
