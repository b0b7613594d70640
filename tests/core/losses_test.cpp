// SPDX-License-Identifier: GPL-3.0-or-later
// Every loss of the registry with every output activation it goes with; the start-value rules' rows.
#include "activations/activation.h"
#include "initializers/initializer.h"
#include "losses/loss.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace deltascope {
namespace {

void forEachPair(const std::function<void(const Loss&, const Activation&)>& check)
{
    for (const Loss* loss : lossesRegistry())
        for (const Activation* output : activationsRegistry())
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

TEST(Losses, rowsAreComplete)
{
    expectDistinctRows(lossesRegistry());
    expectDistinctRows(initializersRegistry());
}

TEST(Losses, deltaIsTheSlopeOfTheCostInZ)
{
    forEachPair([](const Loss& loss, const Activation& output) {
        for (double z = -8; z <= 8; z += 0.37) {
            for (const double y : {0.0, 1.0, 0.3}) {
                const auto cost = [&](double at) { return loss.cost(output, Scaled::from(at), y).nearestDouble(); };
                const double h = 1e-5, delta = loss.outputDelta(output, Scaled::from(z), y).nearestDouble();
                EXPECT_NEAR((cost(z + h) - cost(z - h)) / (2 * h), delta, 1e-8 * (1 + cost(z)))
                    << loss.id << output.id << z;
            }
        }
    });
}

TEST(Losses, deltaIsTheGradientTimesTheSlope)
{
    forEachPair([](const Loss& loss, const Activation& output) {
        for (const double z : {-900.0, -40.0, -3.0, -0.1, 0.0, 0.2, 5.0, 40.0, 900.0}) {
            for (const double y : {0.0, 1.0, 0.3}) {
                const Scaled at = Scaled::from(z);
                const Scaled product = loss.outputGradient(output, at, y) * output.scaledDerivative(at);
                const Scaled delta = loss.outputDelta(output, at, y);
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
    for (const Loss* loss : lossesRegistry()) {
        if (loss->id != "cross_entropy")
            continue;
        const Activation* output = activationsRegistry().front();
        EXPECT_EQ(loss->cost(*output, Scaled::from(1000), 0), Scaled::from(1000)); // −ln(1 − σ(1000))
        EXPECT_NEAR(loss->cost(*output, Scaled::from(1000), 1).log10(), -1000 / std::log(10.0), 1e-9);
        EXPECT_NEAR(loss->cost(*output, Scaled{}, 0.5).nearestDouble(), std::log(2.0), 1e-15);
    }
}

} // namespace
} // namespace deltascope
