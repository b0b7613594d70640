// SPDX-License-Identifier: GPL-3.0-or-later
// Every activation of the registry, against central differences, limits that it states itself, and 400-digit tables.
// core/maths.md section 4.
#include "base/registry.h"
#include "core/support/oracle_table.h"
#include "network/activations/activation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numbers>
#include <set>

namespace deltascope::network {
namespace activations_test {

std::vector<double> grid()
{
    std::vector<double> points;
    for (double z = -30; z <= 30; z += 0.0625)
        points.push_back(z + 0.001);
    for (const double z : {1e-300, 1e-10, 1e-3, 36.74, 100.0, 708.0, 746.0, 1e5, 1e10, 1e100, 1e308, 5e-324, 0.0}) {
        points.push_back(z);
        points.push_back(-z);
    }
    return points;
}

TEST(Activations, ranksAndIdsAreUnique)
{
    std::set<int> ranks;
    std::set<std::string_view> ids;
    for (const activations::Activation* f : activations::activationsRegistry()) {
        EXPECT_TRUE(ranks.insert(f->rank).second) << f->id;
        EXPECT_TRUE(ids.insert(f->id).second) << f->id;
        EXPECT_STRNE(f->name, "");
        EXPECT_STRNE(f->formula, "");
        EXPECT_STRNE(f->description, "");
    }
    for (const char* id : {"sigmoid", "tanh", "lecun_tanh", "softsign", "relu", "leaky_relu", "elu", "selu", "softplus",
             "gelu", "swish", "arctan", "identity", "hard_tanh", "step", "mish", "formula"})
        EXPECT_NE(findKind(activations::activationsRegistry(), id), nullptr) << id;
}

TEST(Activations, derivativeIsThatOfTheValue)
{
    for (const activations::Activation* f : activations::activationsRegistry()) {
        for (double z = -30; z <= 30; z += 0.03125) {
            const double h = std::ldexp(1.0, -12);
            const double at = z + 0.01; // keeps 0, where relu has a kink, out of z ± h
            const numerics::Scaled rise =
                f->scaledValue(numerics::Scaled::from(at + h)) - f->scaledValue(numerics::Scaled::from(at - h));
            const double slope = rise.nearestDouble() / (2 * h);
            EXPECT_NEAR(slope, f->derivative(at), 1e-7 + 1e-11 * std::abs(f->value(at)) / h) << f->id << ' ' << at;
        }
    }
}

TEST(Activations, allFormsAgree)
{
    for (const activations::Activation* f : activations::activationsRegistry()) {
        const std::vector<double> z = grid();
        std::vector<double> values(z.size()), derivatives(z.size());
        f->evaluate(z.data(), values.data(), derivatives.data(), z.size());
        for (std::size_t i = 0; i < z.size(); ++i) {
            const numerics::Scaled value = f->scaledValue(numerics::Scaled::from(z[i]));
            const numerics::Scaled derivative = f->scaledDerivative(numerics::Scaled::from(z[i]));
            const double tiny = 3 * std::numeric_limits<double>::denorm_min();
            EXPECT_NEAR(values[i], value.nearestDouble(), 1e-15 * std::abs(values[i]) + tiny) << f->id << ' ' << z[i];
            EXPECT_NEAR(derivatives[i], derivative.nearestDouble(), 1e-15 * std::abs(derivatives[i]) + tiny)
                << f->id << ' ' << z[i];
            EXPECT_NEAR(f->value(z[i]), values[i], 1e-15 * std::abs(values[i]) + tiny) << f->id << ' ' << z[i];
            EXPECT_NEAR(f->derivative(z[i]), derivatives[i], 1e-15 * std::abs(derivatives[i]) + tiny);
        }
    }
}

TEST(Activations, statedLimitsAreTrue)
{
    for (const activations::Activation* f : activations::activationsRegistry()) {
        double last = -std::numeric_limits<double>::infinity(), largest = 0;
        for (double z = -40; z <= 40; z += 0.015625) {
            const double value = f->value(z);
            EXPECT_GE(value, f->lower) << f->id;
            EXPECT_LE(value, f->upper) << f->id;
            EXPECT_TRUE(!f->monotone || value >= last) << f->id << ' ' << z;
            largest = std::max(largest, std::abs(f->derivative(z)));
            last = value;
        }
        EXPECT_LE(largest, f->maxDerivative) << f->id;
        const double at = std::isfinite(f->maxDerivativeAt) ? f->maxDerivativeAt : 40;
        const double atPeak = std::max(std::abs(f->derivative(at)), std::abs(f->derivative(at + 5e-324)));
        EXPECT_NEAR(atPeak, f->maxDerivative, 1e-15) << f->id;
        if (!f->monotone)
            continue; // below
        const double right = f->value(1e300), left = f->value(-1e300);
        EXPECT_TRUE(std::isinf(f->upper) ? right > 1e200 : std::abs(right - f->upper) < 1e-12) << f->id;
        EXPECT_TRUE(std::isinf(f->lower) ? left < -1e200 : std::abs(left - f->lower) < 1e-12) << f->id;
    }
}

TEST(Activations, monotoneIsSaidOnlyWhereItIsTrue)
{
    for (const activations::Activation* f : activations::activationsRegistry()) {
        double least = 0, lowest = std::numeric_limits<double>::infinity(), highest = -lowest;
        for (double z = -40; z <= 40; z += 0x1p-12) {
            least = std::min(least, f->derivative(z));
            lowest = std::min(lowest, f->value(z));
            highest = std::max(highest, f->value(z));
        }
        EXPECT_EQ(least < 0, !f->monotone) << f->id;
        if (!f->monotone) {
            EXPECT_NEAR(lowest, f->lower, 1e-7) << f->id; // a quadratic minimum, sampled at 2^−12
            const double right = f->value(1e300), left = f->value(-1e300);
            EXPECT_TRUE(std::isinf(f->upper) ? std::max(left, right) > 1e200 : highest > f->upper - 1e-7) << f->id;
        }
    }
    for (const char* id : {"gelu", "swish", "mish"})
        EXPECT_EQ(findKind(activations::activationsRegistry(), id)->value(-1e300), 0) << id;
}

TEST(Activations, kinksAreSaidWhereTheyAreAndNowhereElse)
{
    for (const activations::Activation* f : activations::activationsRegistry()) {
        const auto bends = [&](double z) {
            const double off = z == 0 ? 5e-324 : 1e-15;
            return std::abs(f->derivative(z - off) - f->derivative(z + off)) > 1e-9
                || std::abs(f->value(z - off) - f->value(z + off)) > 1e-9;
        };
        EXPECT_TRUE(std::ranges::all_of(f->kinks, bends)) << f->id;
        for (double z = -40; z <= 40; z += 0.125)
            EXPECT_EQ(bends(z), std::ranges::find(f->kinks, z) != f->kinks.end()) << f->id << ' ' << z;
    }
}

TEST(Activations, distancesFromALimitThatIsNoDouble)
{
    const activations::Activation& arctan = *findKind(activations::activationsRegistry(), "arctan");
    EXPECT_NEAR(arctan.minusLimit(numerics::Scaled::from(1, 1000)).log10(), -1000 * std::log10(2.0), 1e-12);
    EXPECT_EQ(arctan.minusLimit(numerics::Scaled::from(1, 1000)).sign(), -1);
    EXPECT_EQ(arctan.minusLimit(numerics::Scaled::from(-1, 1000)).sign(), 1);
    const activations::Activation& selu = *findKind(activations::activationsRegistry(), "selu");
    EXPECT_NEAR(selu.minusLimit(numerics::Scaled::from(-800)).naturalLog(), -800 + std::log(1.7580993408473766), 1e-12);
}

TEST(Activations, nothingBecomesNaNOrLosesItsSign)
{
    std::vector<numerics::Scaled> points;
    for (const std::int64_t exponent : {-numerics::Scaled::kExponentLimit, std::int64_t{-300000}, std::int64_t{-1500},
             std::int64_t{1500}, std::int64_t{300000}, numerics::Scaled::kExponentLimit})
        for (const double sign : {1.0, -1.0})
            points.push_back(numerics::Scaled::from(sign, exponent));
    for (const double z : grid())
        points.push_back(numerics::Scaled::from(z));
    for (const activations::Activation* f : activations::activationsRegistry()) {
        for (const numerics::Scaled& z : points) {
            for (const numerics::Scaled& result :
                {f->scaledValue(z), f->scaledDerivative(z), f->minus(z, 0.3), f->minus(z, 1)}) {
                EXPECT_TRUE(std::isfinite(result.mantissa)) << f->id;
                EXPECT_TRUE(result.isZero() || std::isfinite(result.log10())) << f->id;
            }
            const double direct = z.fitsDouble() ? f->derivative(z.nearestDouble()) : 0;
            EXPECT_GE(f->scaledDerivative(z).sign() * (f->monotone ? 1 : 0), 0) << f->id;
            EXPECT_TRUE(direct == 0 || f->scaledDerivative(z).sign() == (direct > 0 ? 1 : -1)) << f->id;
        }
    }
}

TEST(Activations, valuesAndSlopesAgreeWithTheTable)
{
    int compared = 0;
    const nlohmann::json table = oracleTable("functions.json");
    for (const auto& row : table["values"]) {
        const activations::Activation* f =
            findKind(activations::activationsRegistry(), row["activation"].get<std::string>());
        ASSERT_NE(f, nullptr);
        const numerics::Scaled z = numberOf(row["z"]);
        EXPECT_LT(relativeError(f->scaledValue(z), numberOf(row["f"])), 1e-15) << row;
        EXPECT_LT(relativeError(f->scaledDerivative(z), numberOf(row["slope"])), 1e-15) << row;
        ++compared;
    }
    EXPECT_GT(compared, 400);
}

TEST(Activations, differencesKeepTheirDigits)
{
    int compared = 0;
    const nlohmann::json table = oracleTable("functions.json");
    for (const auto& row : table["differences"]) {
        const activations::Activation* f =
            findKind(activations::activationsRegistry(), row["activation"].get<std::string>());
        ASSERT_NE(f, nullptr);
        const numerics::Scaled result =
            f->minus(numerics::Scaled::from(row["z"].get<double>()), row["y"].get<double>());
        const numerics::Scaled expected = numberOf(row["difference"]);
        const numerics::Scaled tolerance = numerics::abs(expected) * numerics::Scaled::from(4e-15)
            + numerics::abs(numerics::Scaled::from(row["y"].get<double>()))
                * numerics::Scaled::from(1e-30); // where even y's neighbour is far away
        EXPECT_TRUE(result == expected || numerics::abs(result - expected) < tolerance)
            << row << ' ' << relativeError(result, expected);
        ++compared;
    }
    EXPECT_GT(compared, 1000);
}

// f(z) − f(0) = f′(0±) z, as small as z may be.
TEST(Activations, besideZeroTheDifferenceIsTheSlopeTimesZ)
{
    int compared = 0;
    for (const activations::Activation* f : activations::activationsRegistry()) {
        const double atZero = f->value(0);
        if (!f->minus({}, atZero).isZero()) // f(0) is no double, as softplus' ln 2
            continue;
        if (std::abs(f->value(1e-300) - atZero) > 0.5) // a step
            continue;
        for (const std::int64_t power : {-600, -2000}) {
            for (const int side : {1, -1}) {
                const numerics::Scaled z = numerics::Scaled::from(0.75 * side, power);
                const numerics::Scaled expected = numerics::Scaled::from(f->derivative(side * 1e-100)) * z;
                EXPECT_LT(relativeError(f->minus(z, atZero), expected), 1e-15) << f->id << ' ' << power << ' ' << side;
                ++compared;
            }
        }
    }
    EXPECT_GE(compared, 48);
}

// ln(1 + e^z) − z = ln(1 + e^−z)
TEST(Activations, softplusKeepsWhatItExceedsZBy)
{
    const activations::Activation* f = findKind(activations::activationsRegistry(), "softplus");
    for (const double z : {3.0, 30.0, 400.0, 600.0, 800.0, 1e6}) {
        const numerics::Scaled expected =
            z < 100 ? numerics::Scaled::from(std::log1p(std::exp(-z))) : numerics::Scaled::fromLog(1, -z);
        EXPECT_LT(relativeError(f->minus(numerics::Scaled::from(z), z), expected), 1e-14) << z;
    }
}

// z P(z) − z/2 = P′(0) z² with P the normal or the logistic distribution, and e^z − 1 − z = z²/2.
TEST(Activations, besideTheirTangentTheDifferenceIsASquare)
{
    struct Case {
        const char* id;
        double slope, square;
        bool below;
    };
    const Case cases[] = {
        {"gelu", 0.5, 1 / std::sqrt(2 * std::numbers::pi), false}, {"swish", 0.5, 0.25, false}, {"elu", 1, 0.5, true}};
    for (const Case& each : cases)
        for (const int power : {-120, -310, -500})
            for (const int side : {1, -1}) {
                if (each.below && side > 0)
                    continue;
                const activations::Activation* f = findKind(activations::activationsRegistry(), each.id);
                const double z = std::ldexp(0.75 * side, power);
                const numerics::Scaled expected =
                    numerics::Scaled::from(each.square) * numerics::Scaled::from(z) * numerics::Scaled::from(z);
                EXPECT_LT(relativeError(f->minus(numerics::Scaled::from(z), each.slope * z), expected), 1e-14)
                    << each.id << ' ' << power << ' ' << side;
            }
}

} // namespace activations_test
} // namespace deltascope::network
