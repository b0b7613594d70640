// SPDX-License-Identifier: GPL-3.0-or-later
// Every loss of the registry with every output activation it goes with; the start-value rules' rows.
// core/maths.md 1.10 to 1.14.
#include "base/registry.h"
#include "network/activations/activation.h"
#include "network/initializer.h"
#include "network/losses/loss.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace deltascope::network {
namespace losses_test {

void forEachPair(const std::function<void(const losses::Loss&, const activations::Activation&)>& check)
{
    for (const losses::Loss* loss : losses::lossesRegistry())
        for (const activations::Activation* output : activations::activationsRegistry())
            if (loss->outputActivation.empty() || loss->outputActivation == output->id)
                check(*loss, *output);
}

template <class Kind>
void expectDistinctRows(std::span<const Kind* const> registry)
{
    std::set<int> ranks;
    std::set<std::string_view> ids;
    for (const Kind* kind : registry) {
        EXPECT_TRUE(ranks.insert(kind->rank).second) << kind->id;
        EXPECT_TRUE(ids.insert(kind->id).second) << kind->id;
        EXPECT_STRNE(kind->name, "");
        EXPECT_STRNE(kind->formula, "");
        EXPECT_STRNE(kind->description, "");
    }
}

// One output neuron.
numerics::Scaled costOf(const losses::Loss& loss, const activations::Activation& output, numerics::Scaled z, double y)
{
    return loss.cost({output, {&z, 1}, {&y, 1}});
}

numerics::Scaled deltaOf(const losses::Loss& loss, const activations::Activation& output, numerics::Scaled z, double y)
{
    numerics::Scaled delta;
    loss.outputDelta({output, {&z, 1}, {&y, 1}}, {&delta, 1});
    return delta;
}

numerics::Scaled gradientOf(
    const losses::Loss& loss, const activations::Activation& output, numerics::Scaled z, double y)
{
    numerics::Scaled gradient;
    loss.outputGradient({output, {&z, 1}, {&y, 1}}, {&gradient, 1});
    return gradient;
}

TEST(Losses, rowsAreComplete)
{
    expectDistinctRows(losses::lossesRegistry());
    expectDistinctRows(initializersRegistry());
}

TEST(Losses, deltaIsTheSlopeOfTheCostInZ)
{
    forEachPair([](const losses::Loss& loss, const activations::Activation& output) {
        for (double z = -8; z <= 8; z += 0.37) {
            for (const double y : {0.0, 1.0, 0.3}) {
                const auto cost = [&](double at) {
                    return costOf(loss, output, numerics::Scaled::from(at), y).nearestDouble();
                };
                const double h = 1e-5, delta = deltaOf(loss, output, numerics::Scaled::from(z), y).nearestDouble();
                EXPECT_NEAR((cost(z + h) - cost(z - h)) / (2 * h), delta, 1e-8 * (1 + cost(z)))
                    << loss.id << output.id << z;
            }
        }
    });
}

TEST(Losses, deltaIsTheGradientTimesTheSlope)
{
    forEachPair([](const losses::Loss& loss, const activations::Activation& output) {
        for (const double z : {-900.0, -40.0, -3.0, -0.1, 0.0, 0.2, 5.0, 40.0, 900.0}) {
            for (const double y : {0.0, 1.0, 0.3}) {
                const numerics::Scaled at = numerics::Scaled::from(z);
                const numerics::Scaled product = gradientOf(loss, output, at, y) * output.scaledDerivative(at);
                const numerics::Scaled delta = deltaOf(loss, output, at, y);
                EXPECT_EQ(product.sign(), delta.sign()) << loss.id << ' ' << output.id << ' ' << z << ' ' << y;
                if (!delta.isZero() && delta.sign() == product.sign()) {
                    EXPECT_NEAR(product.log10(), delta.log10(), 1e-12) << loss.id << ' ' << output.id << ' ' << z;
                }
            }
        }
    });
}

TEST(Losses, crossEntropyOfASaturatedOutputIsFinite)
{
    for (const losses::Loss* loss : losses::lossesRegistry()) {
        if (loss->id != "cross_entropy")
            continue;
        const activations::Activation* output = activations::activationsRegistry().front();
        EXPECT_EQ(
            costOf(*loss, *output, numerics::Scaled::from(1000), 0), numerics::Scaled::from(1000)); // −ln(1 − σ(1000))
        EXPECT_NEAR(costOf(*loss, *output, numerics::Scaled::from(1000), 1).log10(), -1000 / std::log(10.0), 1e-9);
        EXPECT_NEAR(costOf(*loss, *output, numerics::Scaled{}, 0.5).nearestDouble(), std::log(2.0), 1e-15);
    }
}

// Several outputs, every loss: δ_i against the central difference of the cost in z_i, in classes and in between.
TEST(Losses, deltaOfSeveralOutputsIsTheSlopeOfTheCost)
{
    forEachPair([](const losses::Loss& loss, const activations::Activation& output) {
        for (const std::vector<double>& y : {std::vector<double>{0, 1, 0}, {0.2, 0.5, 0.3}, {1, 1, 0.5}, {0, 0, 0}}) {
            std::vector<numerics::Scaled> z{
                numerics::Scaled::from(0.3), numerics::Scaled::from(-1.7), numerics::Scaled::from(2.1)},
                delta(3);
            loss.outputDelta({output, z, y}, delta);
            for (std::size_t i = 0; i < z.size(); ++i) {
                const numerics::Scaled kept = z[i], h = numerics::Scaled::from(1e-5);
                z[i] = kept + h;
                const double above = loss.cost({output, z, y}).nearestDouble();
                z[i] = kept - h;
                const double below = loss.cost({output, z, y}).nearestDouble();
                z[i] = kept;
                EXPECT_NEAR((above - below) / 2e-5, delta[i].nearestDouble(), 1e-8) << loss.id << ' ' << output.id << i;
            }
        }
    });
}

// softmax of (1000, 0, −1000): e^−1000 and e^−2000 beside 1.
TEST(Losses, softmaxKeepsWhatNoDoubleHolds)
{
    for (const losses::Loss* loss : losses::lossesRegistry()) {
        if (loss->id != "softmax")
            continue;
        const activations::Activation* identity = findKind(activations::activationsRegistry(), "identity");
        const std::vector<numerics::Scaled> z{
            numerics::Scaled::from(1000), numerics::Scaled{}, numerics::Scaled::from(-1000)};
        const std::vector<double> right{1, 0, 0}, wrong{0, 0, 1};
        std::vector<numerics::Scaled> delta(3);
        const double decades = 1000 / std::log(10.0);
        loss->outputDelta({*identity, z, right}, delta);
        EXPECT_NEAR(delta[0].log10(), -decades, 1e-9); // p₁ − 1 = −e^−1000
        EXPECT_EQ(delta[0].sign(), -1);
        EXPECT_NEAR(delta[1].log10(), -decades, 1e-9);
        EXPECT_NEAR(delta[2].log10(), -2 * decades, 1e-9);
        EXPECT_NEAR(loss->cost({*identity, z, right}).log10(), -decades, 1e-9);
        loss->outputDelta({*identity, z, wrong}, delta);
        EXPECT_EQ(delta[0], numerics::Scaled::from(1));
        EXPECT_EQ(delta[2], numerics::Scaled::from(-1));
        EXPECT_EQ(loss->cost({*identity, z, wrong}), numerics::Scaled::from(2000));
    }
}

} // namespace losses_test
} // namespace deltascope::network
