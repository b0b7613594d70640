// SPDX-License-Identifier: GPL-3.0-or-later
// A typed formula of each built-in activation gives that activation's numbers, and what is none gives one sentence with
// the place. core/maths.md 4.22 to 4.25.
#include "formula/formula.h"

#include "base/registry.h"
#include "model/scenario.h"
#include "network/activation_parts/gaussian_moments.h"
#include "network/activations/activation.h"
#include "network/structure.h"
#include "theory/explosion/steep_intervals.h"
#include "theory/mean_field/critical_point.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace deltascope::formula {
namespace formula_test {

using numerics::Scaled;

struct Typed {
    const char* id;
    const char* text;
};

/// In the forms that people write, not in those that keep digits.
constexpr Typed kTyped[] = {{"sigmoid", "1/(1+exp(-z))"}, {"sigmoid", "exp(z)/(1+exp(z))"}, {"tanh", "tanh(z)"},
    {"tanh", "(exp(z)-exp(-z))/(exp(z)+exp(-z))"}, {"tanh", "2/(1+exp(-2*z))-1"}, {"lecun_tanh", "1.7159*tanh(2*z/3)"},
    {"softsign", "z/(1+abs(z))"}, {"arctan", "atan(z)"}, {"relu", "max(0,z)"}, {"leaky_relu", "max(z,0.01*z)"},
    {"elu", "step(z)*z+(1-step(z))*(exp(z)-1)"},
    {"selu", "1.0507009873554805*(step(z)*z+(1-step(z))*1.6732632423543772*(exp(z)-1))"}, {"softplus", "log(1+exp(z))"},
    {"softplus", "ln(exp(z)+1)"}, {"gelu", "z*(1+erf(z/sqrt(2)))/2"}, {"gelu", "0.5*z*erfc(-z/2^0.5)"},
    {"swish", "z/(1+exp(-z))"}, {"swish", "z*sigmoid(z)"}, {"identity", "z"}, {"hard_tanh", "max(-1,min(1,z))"},
    {"step", "step(z)"}, {"mish", "z*tanh(log(1+exp(z)))"}, {"mish", "z*((1+e^z)**2-1)/((1+e^z)**2+1)"}};

const activations::Activation& builtIn(const char* id)
{
    return *findKind(activations::activationsRegistry(), id);
}

Formula formula(const char* text)
{
    Result<Formula> parsed = Formula::parsed(text);
    EXPECT_TRUE(parsed) << text << ": " << (parsed ? "" : plainText(parsed.error().what));
    return parsed ? *std::move(parsed) : Formula();
}

void expectSame(Scaled actual, Scaled expected, double least, const char* text, double z)
{
    const Scaled allowed =
        numerics::abs(expected) * Scaled::from(2e-14) + Scaled::from(least); // where f or f′ passes through 0
    EXPECT_FALSE(allowed < numerics::abs(actual - expected))
        << text << " at " << z << ": " << actual.nearestDouble() << " for " << expected.nearestDouble();
    EXPECT_EQ(actual.isZero(), expected.isZero()) << text << " at " << z;
}

std::vector<double> places()
{
    std::vector<double> z;
    for (double size = 1.0 / 64; size < 50; size *= 1.2)
        z.push_back(size);
    z.insert(z.end(), {0, 1e-300, 1e-12, 1e-5, 700, 745, 800, 1e4, 1e8, 1e17, 1e100});
    const std::size_t count = z.size();
    for (std::size_t i = 0; i < count; ++i)
        z.push_back(-z[i]);
    return z;
}

TEST(Formula, OfEveryBuiltInActivationGivesItsNumbers)
{
    const std::vector<double> z = places();
    for (const Typed& each : kTyped) {
        const activations::Activation& expected = builtIn(each.id);
        const Formula f = formula(each.text);
        std::vector<double> values(z.size()), slopes(z.size());
        f.evaluate(z.data(), values.data(), slopes.data(), z.size());
        for (std::size_t i = 0; i < z.size(); ++i) {
            const Scaled place = Scaled::from(z[i]);
            // A root of f′ between is met by both only to the rounding of the built-in one.
            const double least = expected.monotone ? 0 : 1e-16;
            expectSame(f.scaledValue(place), expected.scaledValue(place), 0, each.text, z[i]);
            expectSame(f.scaledDerivative(place), expected.scaledDerivative(place), std::abs(z[i]) < 3 ? least : 0,
                each.text, z[i]);
            constexpr double kUnderflow = 1e-200; // not known in a block
            EXPECT_NEAR(values[i], expected.value(z[i]), 2e-14 * std::abs(values[i]) + kUnderflow) << each.text << z[i];
            EXPECT_NEAR(slopes[i], expected.derivative(z[i]), 2e-14 * std::abs(slopes[i]) + least + kUnderflow)
                << each.text << ' ' << z[i];
        }
    }
}

TEST(Formula, ItsTailsGoBeyondDoubles)
{
    for (const Typed& each : kTyped) {
        const activations::Activation& expected = builtIn(each.id);
        const Formula f = formula(each.text);
        for (const std::int64_t exponent : {-5000, -1100, 12, 40, 1500})
            for (const double sign : {1.0, -1.0}) {
                const Scaled z = Scaled::from(sign, exponent);
                expectSame(
                    f.scaledValue(z), expected.scaledValue(z), 0, each.text, sign * static_cast<double>(exponent));
                if (exponent < 1000)
                    expectSame(f.scaledDerivative(z), expected.scaledDerivative(z), 0, each.text,
                        sign * static_cast<double>(exponent));
                const Scaled slope = expected.scaledDerivative(z);
                if (slope.beyondRange() && expected.tailExponent) {
                    const Scaled t = f.tailExponent(z), exact = expected.tailExponent(z);
                    EXPECT_LT(std::abs((t / exact).nearestDouble() - 1), 1e-12) << each.text << ' ' << exponent;
                }
            }
    }
}

TEST(Formula, SecondDerivativesAreThose)
{
    for (const Typed& each : kTyped) {
        const Formula f = formula(each.text);
        for (double z = -20.3; z < 20; z += 0.61)
            EXPECT_NEAR(
                f.second(z), activations::secondDerivative(builtIn(each.id), z), builtIn(each.id).second ? 1e-14 : 1e-8)
                << each.text << ' ' << z;
    }
}

TEST(Formula, DistancesFromATargetKeepTheirDigits)
{
    for (const Typed& each : kTyped)
        for (const double z : {-30.0, -1.3, -0.2, 1e-9, 0.4, 2.0, 19.0}) {
            const activations::Activation& expected = builtIn(each.id);
            const Formula f = formula(each.text);
            const double y = expected.value(z); // as near as doubles come
            const Scaled exact = expected.minus(Scaled::from(z), y), typed = f.minus(Scaled::from(z), y);
            const Scaled least = Scaled::from(1e-28 * (1 + std::abs(y)));
            EXPECT_FALSE(numerics::abs(exact) * Scaled::from(1e-9) + least < numerics::abs(typed - exact))
                << each.text << ' ' << z << ' ' << typed.nearestDouble() << " for " << exact.nearestDouble();
        }
}

TEST(Formula, FactsAreThoseOfTheBuiltInOne)
{
    for (const Typed& each : kTyped) {
        const activations::Activation& expected = builtIn(each.id);
        const Facts facts = formula(each.text).facts();
        const auto same = [](double a, double b) { return a == b || std::abs(a - b) <= 1e-14 * (1 + std::abs(b)); };
        EXPECT_TRUE(same(facts.lower, expected.lower)) << each.text << ' ' << facts.lower;
        EXPECT_TRUE(same(facts.upper, expected.upper)) << each.text << ' ' << facts.upper;
        EXPECT_TRUE(same(facts.maxDerivative, expected.maxDerivative)) << each.text << ' ' << facts.maxDerivative;
        EXPECT_TRUE(facts.maxDerivativeAt == expected.maxDerivativeAt
            || std::abs(facts.maxDerivativeAt - expected.maxDerivativeAt) < 1e-7)
            << each.text << ' ' << facts.maxDerivativeAt;
        EXPECT_EQ(facts.monotone, expected.monotone) << each.text;
        EXPECT_TRUE(std::ranges::equal(facts.kinks, expected.kinks)) << each.text;
    }
}

TEST(Formula, TheoryIsThatOfTheBuiltInOne)
{
    for (const Typed& each : kTyped) {
        model::Scenario scenario;
        scenario.activation = "formula";
        scenario.formula = formula(each.text);
        const activations::Chosen typed = network::hiddenActivation(scenario);
        const activations::Activation& expected = builtIn(each.id);
        for (const double q : {0.01, 1.0, 30.0}) {
            const auto ours = network::gaussianMoments(*typed, Scaled::from(q)),
                       theirs = network::gaussianMoments(expected, Scaled::from(q));
            EXPECT_NEAR(ours.meanSquare.nearestDouble(), theirs.meanSquare.nearestDouble(), 1e-12 * (1 + q))
                << each.text;
            EXPECT_NEAR(ours.slopeSquare.nearestDouble(), theirs.slopeSquare.nearestDouble(), 1e-12) << each.text;
        }
        const double width = explosion::steepWidth(*typed, 9), exact = explosion::steepWidth(expected, 9);
        EXPECT_TRUE(width == exact || std::abs(width - exact) < 1e-9) << each.text << ' ' << width;
    }
}

// Critical points of mish and GELU from the typed text alone; mish's from E[f f″] = 0 by 20-digit quadrature.
TEST(Formula, HasItsCriticalPoint)
{
    const auto pointOf = [](const char* text) {
        model::Scenario scenario;
        scenario.activation = "formula";
        scenario.formula = formula(text);
        const activations::Chosen f = network::hiddenActivation(scenario);
        return mean_field::criticalPoint(*f);
    };
    const auto mish = pointOf("z*tanh(log(1+exp(z)))");
    ASSERT_TRUE(mish);
    EXPECT_NEAR(mish->meanSquare, 1.6701691324780778, 1e-7);
    EXPECT_NEAR(mish->variances.weight, 2.0135240697195303, 1e-9);
    EXPECT_NEAR(mish->variances.bias, 0.0945217873706653, 1e-9);
    const auto sine = pointOf("sin(z)");
    ASSERT_TRUE(sine);
    EXPECT_NEAR(sine->variances.weight, 1, 1e-12);
    EXPECT_FALSE(pointOf("step(z)"));
}

TEST(Formula, KinksAndJumpsAreFound)
{
    EXPECT_EQ(formula("abs(z-0.3)").facts().kinks, std::vector<double>{0.3});
    EXPECT_EQ(formula("max(min(z,6),0)").facts().kinks, (std::vector<double>{0, 6}));
    EXPECT_EQ(formula("sign(z+2)").facts().kinks, std::vector<double>{-2});
    EXPECT_TRUE(formula("abs(z)*tanh(z)").facts().kinks.empty());
    EXPECT_EQ(formula("abs(sin(z))").facts().kinks.size(), 7U);
}

TEST(Formula, PrecedenceIsThatOfMathematics)
{
    const auto at = [](const char* text, double z) { return formula(text).value(z); };
    EXPECT_NEAR(at("tanh(-z^2)", 2), std::tanh(-4.0), 1e-15);
    EXPECT_NEAR(at("sin(2^3^0*z)", 1), std::sin(2.0), 1e-15);
    EXPECT_EQ(at("8/4/2 - 1 - 1", 0), -1);
    EXPECT_NEAR(at("TANH(Z) + 0*PI", 1), std::tanh(1), 1e-15);
    EXPECT_NEAR(at("π·z − 2×z", 1), std::numbers::pi - 2, 1e-15);
    EXPECT_EQ(at("min(z, 3, 2)", 7), 2);
    EXPECT_NEAR(at("z/(1+z^2)^-0.5/(1+z^2)", 2), 2 / std::sqrt(5), 1e-15);
}

TEST(Formula, WhatIsNoneIsSaidInOneSentenceWithThePlace)
{
    struct Row {
        std::string text;
        const char* sentence;
    };
    const Row rows[] = {{"", "the formula is empty; an expression in z is needed, as z*tanh(z)."},
        {"tanh(z", "the formula ends before the “(” at column 5 is closed; a “)” is missing."},
        {"z+", "the formula ends at column 3, where a number, z, a function or “(” is needed."},
        {"2z",
            "“z” at column 2 of the formula follows a finished value; an operator + − * / ^ is needed between them."},
        {"π−)", "“)” at column 3 of the formula is not allowed there; a number, z, a function or “(” is needed."},
        {"z)", "the “)” at column 2 of the formula closes nothing; take it away, or open it with “(”."},
        {"1,5*z", "the “,” at column 2 of the formula stands outside a function; the decimal mark is a point."},
        {"max(z)", "“max” at column 1 of the formula needs two arguments, with a “,” between them."},
        {"z*tanh z", "after “tanh” at column 3 of the formula its argument in “(” and “)” is needed."},
        {"1e999*z", "the number at column 1 of the formula is beyond the range of a double."},
        {"1/z", "the formula divides by 0 at z = 0 (column 2); an activation needs a value at every z."},
        {"z + 1/(z-0.3)", "the formula divides by 0 at z = 0.3 (column 6); an activation needs a value at every z."},
        {"1/(3*z-1)^2", "the formula divides by 0 at z = 0.333333 (column 2); an activation needs a value at every z."},
        {"log(z)",
            "the formula has no value at z = 0: the logarithm at column 1 is taken there of a number that is not above "
            "0."},
        {"log(1+z)",
            "the formula has no value at z = -1: the logarithm at column 1 is taken there of a number that is not "
            "above 0."},
        {"sqrt(z)",
            "the formula has no finite slope at z = 0: the root at column 1 is taken there of a number that is not "
            "above 0."},
        {"z^1.5",
            "the formula has no value at z = 0: the power at column 2, which is not a whole number from −64 to 64, is "
            "taken there of a number that is not above 0."},
        {"tanh(1/(z-7.1)^2)",
            "the formula divides by 0 at z = 7.1 (column 7); an activation needs a value at every z."},
        {"log(abs(z-7.1))",
            "the formula has no value at z = 7.1: the logarithm at column 1 is taken there of a number that is not "
            "above 0."},
        {"z/abs(z-7.1)", "the formula divides by 0 at z = 7.1 (column 2); an activation needs a value at every z."},
        {"sqrt(abs(z-7.1))",
            "the formula has no finite slope at z = 7.1: the root at column 1 is taken there of a number that is not "
            "above "
            "0."},
        {"tanh(1/abs(z-7.1))",
            "the formula divides by 0 at z = 7.1 (column 7); an activation needs a value at every z."},
        {"tanh(1/abs(sign(z-7.1)))",
            "the formula divides by 0 at z = 7.1 (column 7); an activation needs a value at every z."},
        {"tanh(1/abs(sign((z-7.1)^2)))",
            "the formula divides by 0 at z = 7.1 (column 7); an activation needs a value at every z."},
        {"log(abs(sign(z-7.1)))",
            "the formula has no value at z = 7.1: the logarithm at column 1 is taken there of a number that is not "
            "above 0."},
        {"tanh(1/(1-(1-step(z-7.1))*(1-step(7.1-z))))",
            "the formula divides by 0 at z = 7.1 (column 7); an activation needs a value at every z."},
        {"tanh(1/abs(z-1e-200))",
            "the formula divides by 0 at z = 1e-200 (column 7); an activation needs a value at every z."},
        {"tanh(1/abs(z-3e20))",
            "the formula divides by 0 at z = 3e+20 (column 7); an activation needs a value at every z."},
        {"tanh(log(abs(exp(z)-7)))", // ln 7
            "the formula has no value at z = 1.94591: the logarithm at column 6 is taken there of a number that is not "
            "above "
            "0."},
        {"z^2",
            "the slope of the formula grows without end; an activation needs a largest slope, as that of tanh(z) is "
            "1."},
        {"exp(z)",
            "the slope of the formula grows without end; an activation needs a largest slope, as that of tanh(z) is "
            "1."},
        {std::string(61, '(') + "z" + std::string(61, ')'),
            "the formula is nested more than 60 deep at column 62; take some parentheses or signs away."},
        {std::string(2000, 'z'), "the formula has more than 1000 characters; a shorter one is needed."}};
    for (const Row& row : rows) {
        const Result<Formula> parsed = Formula::parsed(row.text);
        ASSERT_FALSE(parsed) << row.text;
        EXPECT_EQ(plainText(parsed.error().what), row.sentence) << row.text;
        EXPECT_EQ(parsed.error().fault, Fault::usage);
    }
    const Result<Formula> unknown = Formula::parsed("tanh(x)");
    ASSERT_FALSE(unknown);
    EXPECT_TRUE(
        plainText(unknown.error().what)
            .starts_with("“x” at column 6 of the formula is not known; there is z, pi, e and the functions abs,"));
}

TEST(Formula, WhatComesNearZeroButNotToItIsAnActivation)
{
    for (const char* text : {"sqrt(z^2+1)", "z/(1+abs(z))", "log(max(abs(z-7.1),0.01))", "tanh(1/((z-7.1)^2+1e-6))",
             "sqrt(z*z-14.2*z+50.42)", "log(1.5+sin(z))", "sqrt(1.0000001+sin(z))", "log(1-tanh(z))",
             "sqrt(exp(-z*z)+1)", "z/(exp(z)+exp(-z))", "log(cosh(z))", "1/(1+z^64)", "tanh(log(abs(z-7.1)+1e-9))",
             "tanh(z/(((((1^64)^64)^64)^64)^64))", "tanh(1/(0.5+abs(sign(z-7.1))))", "tanh(z/(1+relu(z-3)))",
             "tanh(1/(2-sign(z-7.1)))"})
        EXPECT_TRUE(Formula::parsed(text)) << text;
    EXPECT_NEAR(formula("tanh(1/((z-7.1)^2+1e-20))").value(7.1), 1, 1e-15); // large slopes, no pole
}

/// Over a stretch of z an enclosure holds every value, and so does its sign.
TEST(Formula, EnclosuresHoldTheValues)
{
    for (const Typed& each : kTyped) {
        const Result<Expression> parsed = Expression::parsed(each.text);
        ASSERT_TRUE(parsed);
        const std::size_t last = parsed->nodes().size() - 1;
        for (double from = -40; from < 40; from += 0.37)
            for (const double width : {1e-9, 0.01, 3.0}) {
                const std::vector<Enclosure> all = parsed->enclosures({from, from + width}, last);
                for (const double share : {0.0, 0.3, 1.0}) {
                    const std::vector<Derivatives<Wide>> exact = parsed->wideNodes(Wide(from + share * width), 0);
                    for (std::size_t n = 0; n <= last; ++n) {
                        const double value = exact[n].value.rounded().nearestDouble();
                        EXPECT_TRUE(all[n].low <= value && value <= all[n].high)
                            << each.text << ' ' << n << ": " << value << " in " << all[n].low << " … " << all[n].high;
                        EXPECT_FALSE(all[n].excludesZero() && exact[n].value.isZero()) << each.text << ' ' << n;
                        EXPECT_FALSE(all[n].isPositive() && exact[n].value.sign() < 0) << each.text << ' ' << n;
                    }
                }
            }
    }
}

} // namespace formula_test
} // namespace deltascope::formula
