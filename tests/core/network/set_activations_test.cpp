// SPDX-License-Identifier: GPL-3.0-or-later
// Activations that a scenario sets, by slope and formula: made once for it, alike where they are set alike, of single
// layers and of the output too; and the moments of those with kinks and jumps. core/maths.md 4.7, 4.18 to 4.21, 9.1.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "network/activation_parts/gaussian_moments.h"
#include "network/structure.h"
#include "parameters/parameters.h"
#include "theory/mean_field/two_inputs.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace deltascope::network {
namespace set_activations_test {

using numerics::Scaled;

const activations::Activation& record(std::string_view id)
{
    return *findKind(activations::activationsRegistry(), id);
}

model::Scenario leaky(double slope)
{
    model::Scenario scenario;
    scenario.activation = "leaky_relu";
    scenario.slope = slope;
    return scenario;
}

model::Scenario typed(const char* text)
{
    model::Scenario scenario;
    scenario.activation = "formula";
    scenario.formula = *formula::Formula::parsed(text);
    return scenario;
}

TEST(SetActivations, WhereNothingIsSetTheRecordItselfIsHeld)
{
    EXPECT_EQ(activationOf(leaky(0.01), 1).get(), &record("leaky_relu"));
    EXPECT_EQ(activationOf(model::Scenario{}, 1).get(), &record("sigmoid"));
    EXPECT_NE(activationOf(leaky(0.2), 1).get(), &record("leaky_relu"));
}

TEST(SetActivations, AlikeAreAlikeAndOthersAreNot)
{
    EXPECT_TRUE(activationOf(leaky(0.2), 1) == activationOf(leaky(0.2), 2));
    EXPECT_FALSE(activationOf(leaky(0.2), 1) == activationOf(leaky(0.25), 1));
    EXPECT_TRUE(activationOf(typed("sin(z)"), 1) == activationOf(typed(" sin(z) "), 1));
    EXPECT_FALSE(activationOf(typed("sin(z)"), 1) == activationOf(typed("cos(z)"), 1));
    EXPECT_EQ(structureOf(leaky(0.2)).plans.size(), 3U); // the first layer, the hidden ones behind it, the last one
    EXPECT_FALSE(hiddenActivationsDiffer(typed("sin(z)")));
}

TEST(SetActivations, ASlopeIsThatBelowZero)
{
    for (const double slope : {0.2, 0.0, -1.0, 1.0, 3.0, -100.0}) {
        const activations::Chosen f = activationOf(leaky(slope), 1);
        const double z[] = {-2, -1e-300, 0, 0.5};
        double values[4], slopes[4];
        f->evaluate(z, values, slopes, 4);
        for (int i = 0; i < 4; ++i) {
            EXPECT_EQ(values[i], z[i] > 0 ? z[i] : slope * z[i]);
            EXPECT_EQ(slopes[i], z[i] > 0 ? 1 : slope);
            EXPECT_EQ(f->value(z[i]), values[i]);
            EXPECT_EQ(f->scaledValue(Scaled::from(z[i])), Scaled::from(values[i]));
            EXPECT_EQ(f->scaledDerivative(Scaled::from(z[i])), Scaled::from(slopes[i]));
        }
        EXPECT_EQ(f->minus(Scaled::from(-2), slope * -2), Scaled{});
        EXPECT_EQ(f->maxDerivative, std::max(1.0, std::abs(slope)));
        EXPECT_EQ(std::abs(f->derivative(f->maxDerivativeAt)) == f->maxDerivative
                || std::abs(f->derivative(5e-324)) == f->maxDerivative,
            true);
        EXPECT_EQ(f->monotone, slope >= 0);
        EXPECT_EQ(f->lower, slope > 0 ? -HUGE_VAL : 0);
        const auto moments = gaussianMoments(*f, Scaled::from(2));
        EXPECT_NEAR(moments.slopeSquare.nearestDouble(), (1 + slope * slope) / 2, 1e-12 * (1 + slope * slope));
    }
}

TEST(SetActivations, SingleLayersAndTheOutputHaveThem)
{
    model::Scenario scenario = typed("z/sqrt(1+z^2)");
    scenario.activation = "relu";
    scenario.outputActivation = "formula";
    scenario.layers = {{.layer = 2, .activation = "formula"}};
    EXPECT_TRUE(activationOf(scenario, 2) == activationOf(scenario, 4));
    EXPECT_EQ(activationOf(scenario, 1).get(), &record("relu"));
    const NetworkStructure structure = structureOf(scenario);
    EXPECT_EQ(structure.plan(2).activation->value(3), 3 / std::sqrt(10.0));
    EXPECT_EQ(std::string(structure.plan(2).activation->formula), "z/sqrt(1+z^2)");
    const Network network = networkOf(scenario); // the plan is all that holds it now
    scenario.formula = {};
    EXPECT_NEAR(network.activation(4).derivative(1), std::pow(2, -1.5), 1e-15);
}

TEST(SetActivations, TheirParametersMeanNothingWithoutThem)
{
    const auto idle = [](const model::Scenario& scenario, std::string_view key) {
        return !parameters::findParameter<model::Scenario>(key)->idle(scenario).empty();
    };
    EXPECT_TRUE(idle({}, "slope") && idle({}, "formula"));
    EXPECT_FALSE(idle(leaky(0.3), "slope"));
    EXPECT_TRUE(idle(leaky(0.3), "formula"));
    model::Scenario output;
    output.outputActivation = "formula";
    EXPECT_FALSE(idle(output, "formula"));
    model::Scenario own;
    own.layers = {{.layer = 2, .activation = "leaky_relu"}};
    EXPECT_FALSE(idle(own, "slope"));
    own.layers.front().layer = own.depth; // the last one has no activation of its own
    EXPECT_TRUE(idle(own, "slope"));
}

// ∫Dx f² and ∫Dx f′² of z cut off at ±1: with t = 1/√q, q(erf(t/√2) − 2tφ(t)) + erfc(t/√2), and erf(t/√2).
TEST(SetActivations, MomentsOfHardTanhAreInClosedForm)
{
    for (const double q : {1e-3, 0.1, 1.0, 7.0, 1e4, 1e12}) {
        const double t = 1 / std::sqrt(q), inside = std::erf(t / std::sqrt(2)),
                     density = std::exp(-t * t / 2) / std::sqrt(2 * std::numbers::pi);
        const auto moments = gaussianMoments(record("hard_tanh"), Scaled::from(q));
        const double square = t < 1e-3
            ? std::erfc(t / std::sqrt(2)) + q * 2 * t * t * t / 3 / std::sqrt(2 * std::numbers::pi)
            : q * (inside - 2 * t * density) + std::erfc(t / std::sqrt(2));
        EXPECT_NEAR(moments.meanSquare.nearestDouble(), square, 1e-11 * square) << q;
        EXPECT_NEAR(moments.slopeSquare.nearestDouble(), inside, 1e-12) << q;
        EXPECT_NEAR(moments.mean.nearestDouble(), 0, 1e-15);
    }
}

TEST(SetActivations, AStepPassesHalfOfTheSignalAndNoneOfTheGradient)
{
    for (const Scaled q : {Scaled::from(1, -500), Scaled::from(1e-20), Scaled::from(3), Scaled::from(1e20)}) {
        const auto moments = gaussianMoments(record("step"), q);
        EXPECT_NEAR(moments.mean.nearestDouble(), 0.5, 1e-13);
        EXPECT_NEAR(moments.meanSquare.nearestDouble(), 0.5, 1e-13);
        EXPECT_TRUE(moments.slopeSquare.isZero());
    }
    for (const double c : {-0.9, 0.0, 0.4, 0.999}) // Sheppard (1899)
        EXPECT_NEAR(mean_field::pairMoments(record("step"), 2, 0.5, c).product,
            0.25 + std::asin(c) / (2 * std::numbers::pi), 1e-9)
            << c;
    model::Scenario scenario;
    scenario.activation = "step";
    const evaluation::Evaluation evaluation = evaluated(scenario);
    for (int layer = 1; layer < scenario.depth; ++layer) // δ is exactly 0 before the last step
        EXPECT_TRUE(evaluation.layer(layer).speed.normOfMean.isZero()) << layer;
    EXPECT_FALSE(evaluation.layer(scenario.depth).speed.normOfMean.isZero());
}

// ∫∫ f′f′ of two inputs: the chance that both lie between −1 and 1.
TEST(SetActivations, TwoInputsMeetTheKinksOfHardTanh)
{
    for (const double q : {0.3, 2.0, 50.0})
        for (const double c : {-0.7, 0.0, 0.5, 0.99, 0.99999}) {
            const double t = 1 / std::sqrt(q), s = std::sqrt((1 - c) * (1 + c));
            double chance = 0;
            constexpr int kSteps = 200'000; // the midpoint rule
            for (int i = 0; i < kSteps; ++i) {
                const double x = t * (2 * (i + 0.5) / kSteps - 1);
                chance += std::exp(-x * x / 2)
                    * (std::erf((t - c * x) / s / std::sqrt(2)) - std::erf((-t - c * x) / s / std::sqrt(2))) / 2;
            }
            chance *= 2 * t / kSteps / std::sqrt(2 * std::numbers::pi);
            EXPECT_NEAR(mean_field::pairMoments(record("hard_tanh"), q, q, c).slopeProduct, chance, 1e-9)
                << q << ' ' << c;
        }
}

} // namespace set_activations_test
} // namespace deltascope::network
