// SPDX-License-Identifier: GPL-3.0-or-later
// The condition |w f′(wa + b)| ≥ 1 against mpmath, closed forms and functions made for the test.
// core/maths.md 8.1 to 8.4.
#include "base/registry.h"
#include "core/oracles/theory_table.h"
#include "theory/explosion/steep_intervals.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::explosion {
namespace steep_intervals_test {

const activations::Activation& activation(const char* id)
{
    return *findKind(activations::activationsRegistry(), id);
}

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(SteepBand, AgreesWithMpmathToElevenDigits)
{
    for (const oracle::Band& row : oracle::kBands) {
        const auto band = steepIntervalsOfZ(activation(row.activation), row.weight);
        ASSERT_EQ(band.size(), 1u) << row.activation << " " << row.weight;
        const bool halfLine = band[0].upper == kInfinity;
        EXPECT_NEAR((halfLine ? band[0].lower : band[0].upper), row.end, 1e-11 * std::abs(row.end) + 1e-15)
            << row.activation << " " << row.weight;
        if (!halfLine) {
            EXPECT_NEAR(band[0].lower, -row.end, 1e-11 * std::abs(row.end)) << row.activation << " " << row.weight;
        }
    }
}

TEST(SteepBand, IsEmptyBelowAndOnePointWhereItTouches)
{
    for (const auto& [id, weight] : {std::pair{"sigmoid", 4.0}, {"tanh", -1.0}, {"softsign", 1.0}}) {
        EXPECT_TRUE(steepIntervalsOfZ(activation(id), weight * (1 - 1e-15)).empty()) << id;
        EXPECT_EQ(steepIntervalsOfZ(activation(id), weight), std::vector{(Interval{0, 0})}) << id;
        EXPECT_TRUE(steepIntervalsOfZ(activation(id), 0).empty()) << id;
    }
    EXPECT_TRUE(steepIntervalsOfZ(activation("softplus"), 1).empty()); // f′ approaches 1 and never reaches it
}

TEST(SteepBand, KnowsHalfLinesAndWholeLines)
{
    EXPECT_EQ(steepIntervalsOfZ(activation("relu"), -1), std::vector{(Interval{0, kInfinity})});
    EXPECT_TRUE(steepIntervalsOfZ(activation("relu"), 0.999).empty());
    EXPECT_EQ(steepIntervalsOfZ(activation("identity"), 1), std::vector{(Interval{-kInfinity, kInfinity})});
    EXPECT_EQ(steepWidth(activation("relu"), 3), kInfinity);
}

/// f′ with two humps, as of a function that rises and then falls: 1 at z = −2 and −0.8 at z = 2.12.
double twoHumps(double z)
{
    return std::exp(-4 * (z + 2) * (z + 2)) - 0.8 * std::exp(-16 * (z - 2.12) * (z - 2.12));
}

TEST(SteepBand, FindsEveryHumpOfANonMonotoneFunction)
{
    activations::Activation made = activation("sigmoid");
    made.derivative = twoHumps;
    made.evaluate = [](const double* z, double*, double* slope, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            slope[i] = twoHumps(z[i]);
    };
    made.maxDerivative = 1;
    made.maxDerivativeAt = -2;
    made.monotone = false;
    const auto band = steepIntervalsOfZ(made, 1.26);
    ASSERT_EQ(band.size(), 2u);
    const double first = std::sqrt(std::log(1.26) / 4), second = std::sqrt(std::log(1.26 * 0.8) / 16);
    EXPECT_NEAR(band[0].lower, -2 - first, 1e-12);
    EXPECT_NEAR(band[0].upper, -2 + first, 1e-12);
    EXPECT_NEAR(band[1].lower, 2.12 - second, 1e-12); // 0.045 wide
    EXPECT_NEAR(band[1].upper, 2.12 + second, 1e-12);
    EXPECT_EQ(steepIntervalsOfZ(made, 1.2).size(), 1u);
}

TEST(SteepBand, HoldsForEveryActivation)
{
    for (const activations::Activation* f : activations::activationsRegistry())
        for (const double weight : {-1e6, -50.0, 0.5, 1.0, 1.5, 4.0, 7.0, 1e6})
            for (const Interval& band : steepIntervalsOfZ(*f, weight)) {
                const double lower = std::max(band.lower, -50.0), upper = std::min(band.upper, 50.0);
                const auto outside = [](double end) { return 1e-7 * std::max(1.0, std::abs(end)); };
                if (upper - lower > 0.02 && f->monotone) {
                    EXPECT_GE(std::abs(weight * f->derivative((lower + upper) / 2)), 1) << f->id << " " << weight;
                }
                if (std::isfinite(band.lower)) {
                    EXPECT_LT(std::abs(weight * f->derivative(band.lower - outside(band.lower))), 1)
                        << f->id << " " << weight;
                }
                if (std::isfinite(band.upper)) {
                    EXPECT_LT(std::abs(weight * f->derivative(band.upper + outside(band.upper))), 1)
                        << f->id << " " << weight;
                }
            }
}

TEST(SteepWindow, HasThePublishedWidths)
{
    const activations::Activation& f = activation("sigmoid");
    for (const auto& [weight, width] :
        {std::pair{4.0, 0.0}, {4.5, .308065}, {6.9, .447743}, {20.0, .288727}, {100.0, .091697}, {-100.0, .091697}})
        EXPECT_NEAR(steepWidth(f, weight), width, 5e-7) << weight;
    EXPECT_EQ(steepWidth(f, 3.9), 0);
}

TEST(SteepWindow, LiesAroundMinusBOverW)
{
    for (const double weight : {-20.0, 4.5, 100.0})
        for (const double bias : {-50.0, 0.0, 3.0}) {
            const auto window = steepIntervalsOfA(activation("sigmoid"), weight, bias);
            ASSERT_EQ(window.size(), 1u);
            EXPECT_NEAR((window[0].lower + window[0].upper) / 2, -bias / weight, 1e-14);
            EXPECT_NEAR(window[0].width(), 4 / std::abs(weight) * std::acosh(std::sqrt(std::abs(weight)) / 2), 1e-13);
        }
    EXPECT_EQ(steepIntervalsOfA(activation("relu"), -2, 1), std::vector{(Interval{-kInfinity, 0.5})});
}

TEST(WidestWindow, IsWhereTheTextSays)
{
    const auto widest = widestSteepInterval(activation("sigmoid"));
    ASSERT_TRUE(widest.has_value());
    EXPECT_NEAR(widest->weight, oracle::kWidestWeight, 2e-7);
    EXPECT_NEAR(widest->width, oracle::kWidestWidth, 1e-14);
    EXPECT_NEAR(widest->weight, 6.894151, 5e-7);
    EXPECT_NEAR(widest->width, 0.4477432, 5e-8);
    // tanh(z) = 2σ(2z) − 1: a quarter of the weight, twice the width. softsign: 2(√w − 1)/w has its maximum at 4.
    EXPECT_NEAR(widestSteepInterval(activation("tanh"))->weight, oracle::kWidestWeight / 4, 1e-7);
    EXPECT_NEAR(widestSteepInterval(activation("tanh"))->width, oracle::kWidestWidth * 2, 1e-14);
    EXPECT_NEAR(widestSteepInterval(activation("softsign"))->weight, 4, 2e-7);
    for (const char* id : {"relu", "identity", "softplus"})
        EXPECT_FALSE(widestSteepInterval(activation(id)).has_value()) << id;
}

} // namespace steep_intervals_test
} // namespace deltascope::explosion
