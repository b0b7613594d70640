// SPDX-License-Identifier: GPL-3.0-or-later
// e^x, the logistic function and tanh against the C library's in long double, which has 11 bits more.
// core/maths.md 3.4.
#include "numerics/exponential.h"
#include "numerics/hyperbolic.h"
#include "numerics/layer_functions.h"
#include "numerics/logistic.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace deltascope::numerics {
namespace exponential_test {

using numerics::hyperbolic;
using numerics::logistic;
using numerics::splitExponential;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Numbers of every size from 10^−320 to `largest`, and those around which the formula changes.
std::vector<double> sizes(double largest)
{
    std::mt19937_64 random(20261129);
    std::uniform_real_distribution<double> exponent(-320, std::log10(largest)), evenly(0, largest);
    std::vector<double> all{
        0, std::numeric_limits<double>::denorm_min(), std::numeric_limits<double>::min(), 1, largest};
    for (int i = 0; i < 40'000; ++i) {
        all.push_back(std::min(largest, std::pow(10, exponent(random))));
        all.push_back(evenly(random));
    }
    for (int n = 0; n < 1076; ++n) { // where x changes from one power of two to the next
        const double edge = (n + 0.5) * 0.69314718055994530942;
        if (edge < largest)
            all.insert(all.end(), {edge, std::nextafter(edge, 0), std::nextafter(edge, kInfinity)});
    }
    return all;
}

/// How far a result is from the right one, in units of its last place.
double error(double result, long double right)
{
    const double nearest = std::abs(static_cast<double>(right));
    const double unit = std::nextafter(nearest, kInfinity) - nearest;
    return std::abs(static_cast<double>((static_cast<long double>(result) - right) / unit));
}

template <class Function, class Right>
double largestError(double largest, const Function& function, const Right& right)
{
    double most = 0;
    for (const double x : sizes(largest))
        most = std::max(most, error(function(x), right(static_cast<long double>(x))));
    return most;
}

TEST(Exponential, IsRightToAUnitInTheLastPlace)
{
    const auto ours = [](double x) { return value(splitExponential(-x)); };
    EXPECT_LT(largestError(745, ours, [](long double x) { return std::exp(-x); }), 1.0);
    const auto less = [](double x) { return minusOne(splitExponential(-x)); };
    EXPECT_LT(largestError(745, less, [](long double x) { return std::expm1(-x); }), 1.5);
}

TEST(Exponential, LogisticAndTanhKeepTheirDigits)
{
    const auto one = 1.0L;
    EXPECT_LT(
        largestError(
            700, [](double z) { return logistic(z).value; }, [&](long double z) { return one / (one + std::exp(-z)); }),
        2);
    EXPECT_LT(largestError(
                  700, [](double z) { return logistic(-z).value; },
                  [&](long double z) { return std::exp(-z) / (one + std::exp(-z)); }),
        3);
    EXPECT_LT(largestError(
                  700, [](double z) { return logistic(z).derivative; },
                  [&](long double z) { return std::exp(-z) / ((one + std::exp(-z)) * (one + std::exp(-z))); }),
        4);
    EXPECT_LT(largestError(
                  350, [](double z) { return hyperbolic(z).value; }, [](long double z) { return std::tanh(z); }),
        3);
    EXPECT_LT(largestError(
                  350, [](double z) { return hyperbolic(z).derivative; },
                  [&](long double z) { return one / (std::cosh(z) * std::cosh(z)); }),
        4);
}

TEST(Exponential, TheEndsAreExact)
{
    EXPECT_EQ(value(splitExponential(0)), 1);
    EXPECT_EQ(value(splitExponential(-0.0)), 1);
    EXPECT_EQ(value(splitExponential(-745.1)), std::numeric_limits<double>::denorm_min());
    EXPECT_EQ(value(splitExponential(-746)), 0);
    EXPECT_EQ(value(splitExponential(-kInfinity)), 0);
    EXPECT_EQ(minusOne(splitExponential(-kInfinity)), -1);
    EXPECT_EQ(logistic(0).value, 0.5);
    EXPECT_EQ(logistic(0).derivative, 0.25);
    EXPECT_EQ(logistic(kInfinity).value, 1);
    EXPECT_EQ(logistic(-kInfinity).value, 0);
    EXPECT_EQ(hyperbolic(-kInfinity).value, -1);
    EXPECT_EQ(hyperbolic(kInfinity).derivative, 0);
    EXPECT_TRUE(std::signbit(hyperbolic(-0.0).value));
    for (const double result : {logistic(NAN).value, logistic(NAN).derivative, hyperbolic(NAN).value})
        EXPECT_TRUE(std::isnan(result)) << "a run that diverges is told by its NaN";
}

TEST(Exponential, EveryInstructionSetGivesTheSameBits)
{
    std::vector<double> z;
    for (const double size : sizes(800))
        z.insert(z.end(), {size, -size});
    z.insert(z.end(), {kInfinity, -kInfinity, 1e300, -1e300, 0.3}); // an odd count: the last ones are done singly
    using Function = LayerFunctions::Function;
    for (const InstructionSet set : {InstructionSet::portable, InstructionSet::x86_64_v3, InstructionSet::x86_64_v4}) {
        if (set > bestInstructionSet())
            continue;
        std::vector<double> values(z.size()), derivatives(z.size());
        const auto same = [&](Function function, auto single) {
            function(z.data(), values.data(), derivatives.data(), z.size());
            for (std::size_t i = 0; i < z.size(); ++i) {
                const auto expected = single(z[i]);
                ASSERT_EQ(values[i], expected.value) << z[i] << " set " << static_cast<int>(set);
                ASSERT_EQ(derivatives[i], expected.derivative) << z[i] << " set " << static_cast<int>(set);
            }
        };
        same(layerFunctions(set).logistic, [](double each) { return logistic(each); });
        same(layerFunctions(set).hyperbolic, [](double each) { return hyperbolic(each); });
    }
}

TEST(Exponential, AGateIsThatOfAPlainLoop)
{
    std::vector<double> from, share, to, g;
    for (int i = 0; i < 21; ++i) { // the last ones are done singly
        from.push_back(std::sin(i));
        share.push_back(logistic(std::cos(3 * i)).value);
        to.push_back(std::sin(2 * i + 1));
        g.push_back(std::cos(i));
    }
    for (const InstructionSet set : {InstructionSet::portable, InstructionSet::x86_64_v3, InstructionSet::x86_64_v4}) {
        if (set > bestInstructionSet())
            continue;
        std::vector<double> value = to, ofShare = to, back = g, sums = g;
        layerFunctions(set).interpolate(from.data(), share.data(), value.data(), to.size());
        layerFunctions(set).interpolateBack(from.data(), share.data(), ofShare.data(), back.data(), to.size());
        layerFunctions(set).addRest(share.data(), from.data(), sums.data(), to.size());
        for (std::size_t i = 0; i < to.size(); ++i) {
            EXPECT_EQ(value[i], from[i] + share[i] * (to[i] - from[i]));
            EXPECT_EQ(ofShare[i], g[i] * (to[i] - from[i]) * share[i] * (1 - share[i]));
            EXPECT_EQ(back[i], g[i] * share[i]);
            EXPECT_EQ(sums[i], g[i] + (1 - share[i]) * from[i]);
        }
    }
}

} // namespace exponential_test
} // namespace deltascope::numerics
