// SPDX-License-Identifier: GPL-3.0-or-later
// zΦ(z), f′ = Φ(z) + zφ(z), with the normal density φ and distribution function Φ(z) = erfc(−z/√2)/2, exactly and not
// by the tanh approximation. Not monotone: f falls below z = −0.752. Hendrycks & Gimpel (2016). Far below 0, Φ(−t) =
// φ(t)·R/t with the continued fraction R = 1/(1 + s/(1 + 2s/(1 + 3s/…))), s = 1/t² (Laplace). core/maths.md 4.11.
#include "base/message.h"
#include "network/activations/activation.h"
#include "network/activations/gated.h"

namespace deltascope::activations {

namespace {

constexpr numerics::DoubleDouble kInverseRoot2{0x1.6a09e667f3bcdp-1, -0x1.bdd3413b26456p-55};
constexpr numerics::DoubleDouble kInverseRoot2Pi{0x1.9884533d43651p-2, -0x1.cbc0d30ebfd15p-56};
constexpr double kRoot2 = 1.4142135623730951;
constexpr double kFlat = 40; // φ and Φ(−t) are 0 in doubles from here on

/// φ(z); the rounding of z² would cost up to 1000 last digits.
double density(double z)
{
    const double square = z * z, rest = std::fma(z, z, -square);
    return kInverseRoot2Pi.high * std::exp(-square / 2) * (1 - rest / 2);
}

/// Φ(−t), t ≥ 0; φ(t) at hand corrects the rounding of t/√2.
double below(double t, double densityAtT)
{
    const double x = t * kInverseRoot2.high;
    const double rest = std::fma(t, kInverseRoot2.high, -x) + t * kInverseRoot2.low;
    return std::erfc(x) / 2 - densityAtT * kRoot2 * rest;
}

struct Both {
    double value, derivative;
};

Both geluOf(double z)
{
    if (std::abs(z) > kFlat)
        return z > 0 ? Both{z, 1} : Both{0, 0};
    const double t = std::abs(z), p = density(t), tail = below(t, p);
    if (z < 0)
        return {z * tail, tail - t * p};
    return {z - z * tail, 1 - tail + z * p};
}

void evaluate(const double* z, double* values, double* derivatives, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        const Both both = geluOf(z[i]);
        values[i] = both.value;
        derivatives[i] = both.derivative;
    }
}

/// φ(t) where it is below double's range.
numerics::Scaled scaledDensity(numerics::Scaled t)
{
    if (t.exponent > 100)
        return numerics::exp(-(t * t));
    const numerics::DoubleDouble square = numerics::exactProduct(t.nearestDouble(), t.nearestDouble());
    return numerics::Scaled::from(kInverseRoot2Pi.high) * numerics::exp(numerics::Scaled::from(-square.high / 2))
        * numerics::exp(numerics::Scaled::from(-square.low / 2));
}

/// R = tΦ(−t)/φ(t), t ≥ 32.
double farRatio(numerics::Scaled t)
{
    const double s = (numerics::Scaled::from(1) / (t * t)).nearestDouble();
    double fraction = 1;
    for (int term = 8; term >= 1; --term)
        fraction = 1 + term * s / fraction;
    return 1 / fraction;
}

numerics::Scaled scaledValue(numerics::Scaled z)
{
    if (z.exponent <= 5) { // |z| < 32
        const double exact = z.nearestDouble(), t = std::abs(exact), tail = below(t, density(t));
        return z * numerics::Scaled::from(exact < 0 ? tail : 1 - tail);
    }
    return z.sign() > 0 ? z : -(scaledDensity(-z) * numerics::Scaled::from(farRatio(-z)));
}

numerics::Scaled scaledDerivative(numerics::Scaled z)
{
    if (z.exponent <= 5)
        return numerics::Scaled::from(geluOf(z.nearestDouble()).derivative);
    if (z.sign() > 0)
        return numerics::Scaled::from(1);
    const double s = (numerics::Scaled::from(1) / (z * z)).nearestDouble();
    return scaledDensity(-z) * z * numerics::Scaled::from(1 - farRatio(-z) * s);
}

/// e^(−t²/4) to twice the digits of a double: √φ, but for its constant.
numerics::DoubleDouble quarterDecay(double t)
{
    const numerics::DoubleDouble square = numerics::exactProduct(t, t);
    return numerics::exp(numerics::DoubleDouble{-square.high / 4, -square.low / 4});
}

constexpr Gate kGate{
    .slope = kInverseRoot2Pi.high,
    .centred =
        [](double z) { // Φ(z) − ½ = φ(z)(z + z³/3 + z⁵/15 + …): no cancellation
            const numerics::DoubleDouble square = numerics::exactProduct(z, z), root = quarterDecay(z);
            numerics::DoubleDouble term{z, 0}, sum = term;
            for (int odd = 3; odd <= 81; odd += 2) {
                term = term * square / numerics::DoubleDouble{static_cast<double>(odd), 0};
                sum = sum + term;
            }
            return kInverseRoot2Pi * root * root * sum;
        },
    .tail =
        [](double t) { // Φ(−t)/φ(t) = 1/(t + 1/(t + 2/(t + 3/…))), 400 terms: enough from t = 1.5 on
            numerics::DoubleDouble fraction{t, 0};
            for (int term = 400; term >= 1; --term)
                fraction =
                    numerics::DoubleDouble{t, 0} + numerics::DoubleDouble{static_cast<double>(term), 0} / fraction;
            return GateTail{kInverseRoot2Pi / fraction, quarterDecay(t)};
        },
    .value = scaledValue,
};

} // namespace

extern const Activation gelu;
const Activation gelu{
    .id = "gelu",
    .name = translatable("core", "GELU"),
    .formula = "½z erfc(−z/√2)",
    .description = translatable("core",
        "The input times the probability that a standard normal number is smaller: a smooth rectifier that dips below "
        "0, so that its slope is negative below z = −0.752 and above 1 around z = 1.41 (Hendrycks & Gimpel 2016)."),
    .rank = 10,
    .value = [](double z) { return geluOf(z).value; },
    .derivative = [](double z) { return geluOf(z).derivative; },
    .evaluate = evaluate,
    .scaledValue = scaledValue,
    .scaledDerivative = scaledDerivative,
    .minus = [](numerics::Scaled z, double y) { return gatedMinus(kGate, z, y); },
    .tailExponent = [](numerics::Scaled z) { return numerics::Scaled::from(0.5) * z * z; },
    .second = [](double z) { return density(z) * (2 - z * z); },
    .lower = -0.16997120747990367,
    .maxDerivative = 1.1289041451851547,
    .maxDerivativeAt = kRoot2,
    .monotone = false,
    .python = "z * (1 + erf(z / 2**0.5)) / 2",
    .pythonSlope = "(1 + erf(z / 2**0.5)) / 2 + z * exp(-z**2 / 2) / (2 * pi)**0.5",
};

} // namespace deltascope::activations
