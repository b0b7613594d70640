// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/gamma.h"

#include <cmath>
#include <numbers>

namespace deltascope::numerics {

namespace {

constexpr double kAsymptotic = 16; // from here on the next term of each series is below 1e-17
constexpr double kStirling[] = {1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156};
constexpr double kBernoulli[] = {1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6}; // B₂, B₄ …

} // namespace

std::complex<double> logGamma(std::complex<double> z)
{
    std::complex<double> shift;
    while (z.real() < kAsymptotic) {
        shift += std::log(z);
        z += 1;
    }
    const std::complex<double> inverse = 1.0 / z, square = inverse * inverse;
    std::complex<double> series, power = inverse;
    for (const double coefficient : kStirling) {
        series += coefficient * power;
        power *= square;
    }
    return (z - 0.5) * std::log(z) - z + 0.5 * std::log(2 * std::numbers::pi) + series - shift;
}

double digamma(double x)
{
    double shift = 0;
    for (; x < kAsymptotic; x += 1)
        shift += 1 / x;
    const double square = 1 / (x * x);
    double series = 0, power = square;
    for (int i = 0; const double bernoulli : kBernoulli) {
        series += bernoulli / (2 * ++i) * power;
        power *= square;
    }
    return std::log(x) - 0.5 / x - series - shift;
}

double trigamma(double x)
{
    double shift = 0;
    for (; x < kAsymptotic; x += 1)
        shift += 1 / (x * x);
    const double inverse = 1 / x;
    double series = 0, power = inverse * inverse * inverse;
    for (const double bernoulli : kBernoulli) {
        series += bernoulli * power;
        power *= inverse * inverse;
    }
    return inverse + 0.5 * inverse * inverse + series + shift;
}

} // namespace deltascope::numerics
