// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/functions.h"

#include "numerics/hyperbolic.h"
#include "numerics/logistic.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace deltascope::formula {

namespace {

using Plain = Derivatives<double>;
using Precise = Derivatives<Wide>;

Wide square(const Wide& x)
{
    return x * x;
}

Precise arctangent(const Wide& x, int order)
{
    Precise result{atan(x), {}, {}};
    if (order > 0)
        result.first = Wide(1) / (Wide(1) + square(x));
    if (order > 1)
        result.second = Wide(-2) * x * square(result.first);
    return result;
}

Plain plainArctangent(double x)
{
    const double inverse = 1 / x, slope = std::abs(x) > 1e100 ? inverse * inverse : 1 / (1 + x * x);
    return {std::atan(x), slope, -2 * x * slope * slope};
}

/// 2/√π e^(−x²); the rounding of x² would cost up to 1000 last digits.
double bell(double x)
{
    const double whole = x * x, rest = std::abs(x) < 1e100 ? std::fma(x, x, -whole) : 0;
    return 2 / std::sqrt(std::numbers::pi) * std::exp(-whole) * (1 - rest);
}

Wide wideBell(const Wide& x)
{
    return Wide(2) / sqrt(pi()) * exp(-square(x));
}

Precise error(const Wide& x, int order)
{
    Precise result{erf(x), {}, {}};
    if (order > 0)
        result.first = wideBell(x);
    if (order > 1)
        result.second = Wide(-2) * x * result.first;
    return result;
}

Precise complement(const Wide& x, int order)
{
    const Precise whole = error(x, order);
    return {erfc(x), -whole.first, -whole.second};
}

Precise logarithm(const Wide& x, int order)
{
    Precise result{log(x), {}, {}};
    if (order > 0)
        result.first = Wide(1) / x;
    if (order > 1)
        result.second = -square(result.first);
    return result;
}

Precise logarithm1p(const Wide& x, int order)
{
    const Wide more = Wide(1) + x;
    if (more.sign() <= 0)
        return {Wide::undefined(), Wide::undefined(), Wide::undefined()};
    Precise result{log1p(x), {}, {}};
    if (order > 0)
        result.first = Wide(1) / more;
    if (order > 1)
        result.second = -square(result.first);
    return result;
}

Precise exponential(const Wide& x, int /*order*/)
{
    const Wide e = exp(x);
    return {e, e, e};
}

Precise exponentialM1(const Wide& x, int /*order*/)
{
    const Wide e = exp(x);
    return {expm1(x), e, e};
}

Precise root(const Wide& x, int order)
{
    Precise result{sqrt(x), {}, {}};
    if (order > 0)
        result.first = Wide(0.5) / result.value;
    if (order > 1)
        result.second = result.first / x * Wide(-0.5);
    return result;
}

Precise tangentH(const Wide& x, int order)
{
    const Wide twice = abs(x).times(1), m = expm1(-twice), size = -m / (Wide(2) + m);
    Precise result{x.sign() < 0 ? -size : size, {}, {}};
    if (order > 0)
        result.first = exp(-twice).times(2) / square(Wide(2) + m);
    if (order > 1)
        result.second = Wide(-2) * result.value * result.first;
    return result;
}

struct Hyperbola {
    Wide sine, cosine;
};

Hyperbola hyperbola(const Wide& x)
{
    const Wide m = expm1(abs(x)), e = Wide(1) + m;
    const Wide sine = (m * (m + Wide(2)) / e).times(-1);
    return {x.sign() < 0 ? -sine : sine, Wide(1) + (square(m) / e).times(-1)};
}

Precise sineH(const Wide& x, int /*order*/)
{
    const Hyperbola both = hyperbola(x);
    return {both.sine, both.cosine, both.sine};
}

Precise cosineH(const Wide& x, int /*order*/)
{
    const Hyperbola both = hyperbola(x);
    return {both.cosine, both.sine, both.cosine};
}

Precise sine(const Wide& x, int order)
{
    const Wide value = sin(x);
    return {value, order > 0 ? cos(x) : Wide(), -value};
}

Precise cosine(const Wide& x, int order)
{
    const Wide value = cos(x);
    return {value, order > 0 ? -sin(x) : Wide(), -value};
}

Precise logistic(const Wide& x, int order)
{
    const Wide e = exp(-abs(x)), larger = Wide(1) / (Wide(1) + e), smaller = e * larger;
    Precise result{x.sign() < 0 ? smaller : larger, {}, {}};
    if (order > 0)
        result.first = smaller * larger;
    if (order > 1) {
        const Wide curve = result.first * (Wide(1) - e) * larger;
        result.second = x.sign() < 0 ? curve : -curve;
    }
    return result;
}

Plain plainLogistic(double x)
{
    const numerics::Logistic both = numerics::logistic(x);
    return {both.value, both.derivative, -both.derivative * std::tanh(x / 2)};
}

Precise softPlus(const Wide& x, int order)
{
    const Wide tail = log1p(exp(-abs(x)));
    Precise result{x.sign() > 0 ? x + tail : tail, {}, {}};
    if (order > 0) {
        const Precise slope = logistic(x, order - 1);
        result.first = slope.value;
        result.second = slope.first;
    }
    return result;
}

Plain plainSoftPlus(double x)
{
    const numerics::Logistic slope = numerics::logistic(x);
    return {(x > 0 ? x : 0) + std::log1p(std::exp(-std::abs(x))), slope.value, slope.derivative};
}

double signOf(double x)
{
    return (x > 0) - (x < 0);
}

using Course = Function::Course;
using Sign = Function::Sign;

// clang-format off
constexpr std::array kFunctions{
    Function{.name = "abs", .plain = [](double x) { return Plain{std::abs(x), signOf(x), 0}; },
        .wide = [](const Wide& x, int) { return Precise{abs(x), Wide(x.sign()), {}}; }, .bendsAtZero = true,
        .course = Course::even, .sign = Sign::ofArgument},
    Function{.name = "arctan", .plain = plainArctangent, .wide = arctangent, .sign = Sign::ofArgument},
    Function{.name = "atan", .plain = plainArctangent, .wide = arctangent, .sign = Sign::ofArgument},
    Function{.name = "cos", .plain = [](double x) { return Plain{std::cos(x), -std::sin(x), -std::cos(x)}; }, .wide = cosine, .course = Course::gentle},
    Function{.name = "cosh", .plain = [](double x) { return Plain{std::cosh(x), std::sinh(x), std::cosh(x)}; }, .wide = cosineH, .course = Course::even, .sign = Sign::positive},
    Function{.name = "erf", .plain = [](double x) { return Plain{std::erf(x), bell(x), -2 * x * bell(x)}; }, .wide = error, .sign = Sign::ofArgument},
    Function{.name = "erfc", .plain = [](double x) { return Plain{std::erfc(x), -bell(x), 2 * x * bell(x)}; }, .wide = complement, .course = Course::falling, .sign = Sign::positive},
    Function{.name = "exp", .plain = [](double x) { const double e = std::exp(x); return Plain{e, e, e}; }, .wide = exponential, .sign = Sign::positive},
    Function{.name = "expm1", .plain = [](double x) { const double e = std::exp(x); return Plain{std::expm1(x), e, e}; }, .wide = exponentialM1, .sign = Sign::ofArgument},
    Function{.name = "ln", .plain = [](double x) { return Plain{std::log(x), 1 / x, -1 / x / x}; }, .wide = logarithm,
        .argument = Function::Argument::positive},
    Function{.name = "log", .plain = [](double x) { return Plain{std::log(x), 1 / x, -1 / x / x}; }, .wide = logarithm,
        .argument = Function::Argument::positive},
    Function{.name = "log1p", .plain = [](double x) { const double m = 1 / (1 + x); return Plain{std::log1p(x), m, -m * m}; }, .wide = logarithm1p,
        .argument = Function::Argument::aboveMinusOne, .sign = Sign::ofArgument},
    Function{.name = "relu", .plain = [](double x) { return Plain{x > 0 ? x : 0, x > 0 ? 1.0 : 0, 0}; },
        .wide = [](const Wide& x, int) { return x.sign() > 0 ? Precise{x, Wide(1), {}} : Precise{}; }, .bendsAtZero = true},
    Function{.name = "sigmoid", .plain = plainLogistic, .wide = logistic, .sign = Sign::positive},
    Function{.name = "sign", .plain = [](double x) { return Plain{signOf(x), 0, 0}; },
        .wide = [](const Wide& x, int) { return Precise{Wide(x.sign()), {}, {}}; }, .bendsAtZero = true,
        .sign = Sign::ofArgument},
    Function{.name = "sin", .plain = [](double x) { return Plain{std::sin(x), std::cos(x), -std::sin(x)}; }, .wide = sine, .course = Course::gentle},
    Function{.name = "sinh", .plain = [](double x) { return Plain{std::sinh(x), std::cosh(x), std::sinh(x)}; }, .wide = sineH, .sign = Sign::ofArgument},
    Function{.name = "softplus", .plain = plainSoftPlus, .wide = softPlus, .sign = Sign::positive},
    Function{.name = "sqrt", .plain = [](double x) { const double s = std::sqrt(x); return Plain{s, 0.5 / s, -0.25 / s / x}; }, .wide = root,
        .argument = Function::Argument::notNegative, .sign = Sign::ofArgument},
    Function{.name = "step", .plain = [](double x) { return Plain{x > 0 ? 1.0 : 0, 0, 0}; },
        .wide = [](const Wide& x, int) { return Precise{Wide(x.sign() > 0 ? 1 : 0), {}, {}}; }, .bendsAtZero = true},
    Function{.name = "tanh", .plain = [](double x) { const auto h = numerics::hyperbolic(x); return Plain{h.value, h.derivative, -2 * h.value * h.derivative}; },
        .wide = tangentH, .sign = Sign::ofArgument},
};
// clang-format on

} // namespace

Enclosure Function::over(const Enclosure& x) const
{
    const bool within =
        argument == Argument::any || (argument == Argument::aboveMinusOne ? x.low > -1 : x.isPositive());
    if (!within && !(argument == Argument::notNegative && x.low >= 0))
        return {};
    const int side = sign == Sign::positive ? 1
        : sign == Sign::any                 ? 0
        : course == Course::even            ? std::abs(x.sign())
                                            : x.sign();
    if (course == Course::gentle) {
        const double middle = std::midpoint(x.low, x.high), reach = x.high - middle;
        if (!(reach < 1))
            return {-1, 1};
        const double value = plain(middle).value;
        constexpr double kRounding = 1e-15;
        return widened(value - reach - kRounding, value + reach + kRounding);
    }
    if (course == Course::falling)
        return widened(plain(x.high).value, plain(x.low).value, side);
    if (course == Course::rising)
        return widened(plain(x.low).value, plain(x.high).value, side);
    const double least = x.low > 0 ? x.low : x.high < 0 ? x.high : 0, most = std::max(-x.low, x.high);
    return widened(plain(least).value, plain(most).value, side);
}

std::span<const Function> functions()
{
    return kFunctions;
}

const Function* findFunction(std::string_view name)
{
    const auto found = std::ranges::find(kFunctions, name, &Function::name);
    return found == kFunctions.end() ? nullptr : &*found;
}

} // namespace deltascope::formula
