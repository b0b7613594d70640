// SPDX-License-Identifier: GPL-3.0-or-later
// Mean field of the places of a normalization, of scales of residual connections and of dropout: against wide networks,
// closed forms, and what Schoenholz et al. (2017), section 5, say of two inputs. core/maths.md 9.13, 9.14, 16.16.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "results/laws/two_inputs.h"
#include "theory/mean_field/prediction.h"
#include "theory/mean_field/two_inputs.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::mean_field {
namespace remedies_test {

model::Scenario wide()
{
    model::Scenario scenario;
    scenario.depth = 6;
    scenario.width = scenario.inputs = 200;
    scenario.outputs = 1; // with many, their error hangs on the weights before them
    scenario.activation = "relu";
    scenario.outputActivation = "identity";
    scenario.initializer = "he_normal";
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    scenario.examples = 6;
    return scenario;
}

/// q and ‖δ‖ of every layer within this factor of what is measured, on average over networks.
void expectMeasured(model::Scenario scenario, double factor)
{
    ASSERT_TRUE(whyNoTheory(scenario).empty());
    constexpr int kNetworks = 20;
    std::vector<double> squares(static_cast<std::size_t>(scenario.depth)), q = squares, theory = squares, theoryQ = q;
    for (int seed = 1; seed <= kNetworks; ++seed) {
        scenario.seed = seed;
        const evaluation::Evaluation measured = evaluated(scenario);
        const MeanFieldPrediction prediction = *predictSpeeds(scenario, dataOf(scenario), measured);
        for (std::size_t i = 0; i < squares.size(); ++i) {
            const evaluation::LayerEvaluation& layer = measured.layers[i];
            const numerics::Scaled last = measured.layers.back().speed.rms; // else networks of large outputs weigh most
            squares[i] += std::pow((layer.speed.rms / last).nearestDouble(), 2);
            theory[i] += std::pow((prediction.layers[i].rms / last).nearestDouble(), 2);
            const double mean = layer.z.mean.nearestDouble(), deviation = layer.z.standardDeviation.nearestDouble();
            q[i] += mean * mean + deviation * deviation;
            theoryQ[i] += prediction.layers[i].meanSquare.nearestDouble();
        }
    }
    for (std::size_t i = 0; i + 1 < squares.size(); ++i) { // but for the last, which is narrow
        EXPECT_NEAR(q[i] / theoryQ[i], 1, factor) << "q of layer " << i + 1;
        EXPECT_NEAR(squares[i] / theory[i], 1, 2 * factor) << "δ² of layer " << i + 1;
    }
}

TEST(MeanFieldRemedies, PlacesOfANormalizationAreMeasured)
{
    for (const char* normalization : {"layer", "rms"})
        for (const char* position : {"before", "post_residual", "after"})
            for (const double residual : {0.0, 1.0}) {
                SCOPED_TRACE(std::string(normalization) + " " + position + " " + std::to_string(residual));
                model::Scenario scenario = wide();
                scenario.normalization = normalization;
                scenario.normPosition = position;
                scenario.residual = residual;
                expectMeasured(scenario, 0.12);
            }
}

TEST(MeanFieldRemedies, DropoutAndScalesAreMeasured)
{
    model::Scenario scenario = wide();
    scenario.dropout = 0.3;
    {
        SCOPED_TRACE("dropout");
        expectMeasured(scenario, 0.12);
    }
    scenario.residual = 1;
    scenario.residualScale = "inverse_root_depth";
    {
        SCOPED_TRACE("and 1/√L");
        expectMeasured(scenario, 0.12);
    }
    scenario.normalization = "rms";
    scenario.normPosition = "post_residual";
    expectMeasured(scenario, 0.12);
}

// q = 2⟨a²⟩, and of ReLU under He's rule half of it comes out of f: 1/(1 − p) times as much under dropout.
TEST(MeanFieldRemedies, ReluUnderDropoutGrowsByOneOverTheShareThatStays)
{
    model::Scenario scenario = wide();
    scenario.data = "constant";
    scenario.examples = 1;
    scenario.dropout = 0.25;
    const MeanFieldPrediction found = *predictSpeeds(scenario, dataOf(scenario), evaluated(scenario));
    for (int layer = 1; layer < scenario.depth; ++layer) {
        const LayerPrediction& here = found.layers[static_cast<std::size_t>(layer - 1)];
        EXPECT_NEAR(here.meanSquare.nearestDouble(), 2 * std::pow(4.0 / 3, layer - 1), 1e-9);
        if (layer + 1 < scenario.depth) {
            EXPECT_NEAR(here.factor.nearestDouble(), 4.0 / 3, 1e-9);
        }
    }
}

// RMS behind the addition, α = 1: ⟨a²⟩ = 1, so that q = 2 and χ = (2·½ + 1)/(1 + 1 + 2⟨f⟩⟨a⟩) with ⟨f⟩ = 1/√π; ⟨a⟩
// settles where ⟨a⟩ s = ⟨f⟩ + ⟨a⟩.
TEST(MeanFieldRemedies, PostNormHasTheSameFactorInEveryLayer)
{
    model::Scenario scenario = wide();
    scenario.normalization = "rms";
    scenario.normPosition = "post_residual";
    scenario.residual = 1;
    scenario.depth = 60;
    scenario.width = scenario.inputs = 10;
    const MeanFieldPrediction found = *predictSpeeds(scenario, dataOf(scenario), evaluated(scenario));
    const double f = 1 / std::sqrt(std::acos(-1.0));
    double mean = 0;
    for (int i = 0; i < 100; ++i)
        mean = (f + mean) / std::sqrt(2 + 2 * f * mean);
    EXPECT_NEAR(found.layers[40].meanSquare.nearestDouble(), 2, 1e-4);
    EXPECT_NEAR(found.layers[40].factor.nearestDouble(), 2 / (2 + 2 * f * mean), 1e-4);
}

// At the start of ReZero nothing but the identity is there.
TEST(MeanFieldRemedies, ReZeroPassesAllPast)
{
    model::Scenario scenario = wide();
    scenario.residual = 1;
    scenario.residualScale = "learned_zero";
    const MeanFieldPrediction found = *predictSpeeds(scenario, dataOf(scenario), evaluated(scenario));
    for (int layer = 2; layer < scenario.depth; ++layer)
        EXPECT_TRUE(found.layers[static_cast<std::size_t>(layer - 1)].rms.isZero()) << layer;
    EXPECT_FALSE(found.layers.back().rms.isZero());
}

TEST(MeanFieldRemedies, DropoutLeavesNoEdgeOfChaos)
{
    model::Scenario scenario = wide();
    scenario.activation = "tanh";
    scenario.initializer = "mean_field";
    for (const double gain : {0.9, 1.3, 2.0}) {
        scenario.gain = gain;
        scenario.biasDeviation = 0.3;
        scenario.dropout = 0.1;
        ASSERT_TRUE(whyNoPair(scenario).empty());
        const PairMaps maps = pairMaps(scenario, dataOf(scenario));
        ASSERT_EQ(maps.points.size(), 1u);
        EXPECT_LT(maps.settled, 1);
        EXPECT_TRUE(maps.points.front().attracts());
        // eq. 15 and 16 of the paper at c*
        const double q = maps.meanSquare;
        const auto& f = *findKind(activations::activationsRegistry(), "tanh");
        const double own = network::gaussianMoments(f, numerics::Scaled::from(q)).meanSquare.nearestDouble();
        EXPECT_NEAR(gain * gain / 0.9 * own + 0.09, q, 1e-8);
        const double shared = pairMoments(f, q, q, maps.settled).product;
        EXPECT_NEAR((gain * gain * shared + 0.09) / q, maps.settled, 1e-8);
        scenario.dropout = 0;
        EXPECT_EQ(pairMaps(scenario, dataOf(scenario)).points.back().correlation, 1);
    }
}

TEST(MeanFieldRemedies, TwoInputsUnderDropoutEndWhereTheMapSays)
{
    model::Scenario scenario = wide();
    scenario.width = scenario.inputs = 600;
    scenario.depth = 14;
    scenario.activation = "tanh";
    scenario.initializer = "mean_field";
    scenario.gain = 1;
    scenario.biasDeviation = 0.3;
    scenario.dropout = 0.2;
    scenario.examples = 2;
    const data::Dataset data = dataOf(scenario);
    const network::Network network(scenario, data);
    const auto found = results::twoInputs(scenario, data, network, pairMaps(scenario, data));
    ASSERT_TRUE(found);
    EXPECT_LT(found->maps.settled, 0.95);
    EXPECT_NEAR(found->measured.back().correlation, found->predicted.back().correlation, 0.06);
    EXPECT_NEAR(found->predicted.back().correlation, found->maps.settled, 0.02);
}

} // namespace remedies_test
} // namespace deltascope::mean_field
