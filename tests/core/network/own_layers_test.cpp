// SPDX-License-Identifier: GPL-3.0-or-later
// Layers with a width and an activation of their own: sizes, structure and theory against what is written here by hand,
// gradients against differences of a forward pass in plain loops. core/maths.md 1.1.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "network/activations/activation.h"
#include "network/structure.h"
#include "parameters/parameters.h"
#include "parameters/widths.h"
#include "results/ladder.h"
#include "results/memory_need.h"
#include "theory/finite_width/finite_width.h"
#include "theory/mean_field/prediction.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace deltascope::network {
namespace own_layers_test {

model::LayerSetting own(int layer, std::optional<int> width, std::optional<std::string> activation = {})
{
    return {.layer = layer, .weight = {}, .bias = {}, .width = width, .activation = std::move(activation)};
}

/// [3, 4 tanh, 2 softplus, 6 tanh, 5 sigmoid, 2 tanh]
model::Scenario mixed()
{
    model::Scenario scenario;
    scenario.depth = 5;
    scenario.width = 4;
    scenario.inputs = 3;
    scenario.outputs = 2;
    scenario.activation = scenario.outputActivation = "tanh";
    scenario.initializer = "glorot_uniform";
    scenario.data = "gaussian";
    scenario.meanSquare = 1;
    scenario.layers = {own(2, 2, "softplus"), own(3, 6), own(4, 5, "sigmoid")};
    return scenario;
}

std::vector<int> sizesOf(const NetworkStructure& structure)
{
    std::vector<int> sizes;
    for (int layer = 0; layer <= structure.depth(); ++layer)
        sizes.push_back(structure.size(layer));
    return sizes;
}

TEST(OwnLayers, HaveTheirSizesAndActivations)
{
    const NetworkStructure structure = structureOf(mixed());
    EXPECT_EQ(sizesOf(structure), (std::vector<int>{3, 4, 2, 6, 5, 2}));
    const char* activations[] = {"tanh", "softplus", "tanh", "sigmoid", "tanh"};
    for (int layer = 1; layer <= 5; ++layer) {
        EXPECT_EQ(structure.plan(layer).activation->id, activations[layer - 1]) << layer;
        EXPECT_TRUE(activationOf(mixed(), layer) == structure.plan(layer).activation) << layer;
    }
    EXPECT_TRUE(hiddenLayersDiffer(mixed()));
}

TEST(OwnLayers, AreGroupedAndCountedInDeepNetworks)
{
    model::Scenario scenario = mixed();
    scenario.depth = 10'000;
    scenario.layers.push_back(own(9'999, 7));
    int count = 0, neurons = 0;
    for (const LayerGroup& group : layerGroups(scenario)) {
        count += group.count;
        neurons += group.count * group.shape.size;
        EXPECT_EQ(group.shape, shapeOf(scenario, group.first));
    }
    EXPECT_EQ(count, 10'000);
    EXPECT_EQ(neurons, 2 + 6 + 5 + 7 + 9'995 * 4 + 2);
    const NetworkStructure structure = structureOf(scenario);
    for (const int layer : {1, 2, 3, 4, 5, 6, 5'000, 9'998, 9'999, 10'000}) {
        EXPECT_EQ(structure.size(layer), sizeOf(scenario, layer)) << layer;
        EXPECT_TRUE(structure.plan(layer).activation == activationOf(scenario, layer)) << layer;
    }
}

TEST(OwnLayers, LikeTheSharedOnesChangeNoBit)
{
    model::Scenario scenario = mixed(), plain = scenario;
    plain.layers.clear();
    scenario.layers = {own(1, 4, "tanh"), own(3, 4), own(4, {}, "tanh")};
    EXPECT_FALSE(hiddenLayersDiffer(scenario));
    EXPECT_EQ(evaluated(scenario), evaluated(plain));
}

/// ½‖a − y‖² of the first example, by loops over the numbers that the network has.
double costOf(const model::Scenario& scenario, const std::vector<Eigen::MatrixXd>& weights,
    const std::vector<Eigen::VectorXd>& biases, const data::Dataset& data)
{
    std::vector<double> a(data.inputs.col(0).begin(), data.inputs.col(0).end());
    for (std::size_t l = 0; l < weights.size(); ++l) {
        std::vector<double> next;
        for (Eigen::Index i = 0; i < weights[l].rows(); ++i) {
            double z = biases[l][i];
            for (Eigen::Index j = 0; j < weights[l].cols(); ++j)
                z += weights[l](i, j) * a[static_cast<std::size_t>(j)];
            next.push_back(activationOf(scenario, static_cast<int>(l) + 1)->value(z));
        }
        a = std::move(next);
    }
    double cost = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double error = a[i] - data.targets(static_cast<Eigen::Index>(i), 0);
        cost += error * error / 2;
    }
    return cost;
}

TEST(OwnLayers, LearnAtTheSpeedOfTheDifferencesOfTheCost)
{
    const model::Scenario scenario = mixed();
    const data::Dataset data = dataOf(scenario);
    const Network network(scenario, data);
    std::vector<Eigen::MatrixXd> weights;
    std::vector<Eigen::VectorXd> biases;
    for (int layer = 1; layer <= network.depth(); ++layer) {
        weights.emplace_back(network.weights(layer));
        biases.emplace_back(network.biases(layer));
    }
    const evaluation::Evaluation evaluation = evaluated(scenario);
    EXPECT_NEAR(evaluation.cost.nearestDouble(), costOf(scenario, weights, biases, data), 1e-14);
    constexpr double kStep = 1e-5;
    for (std::size_t l = 0; l < weights.size(); ++l) {
        double squares = 0;
        for (Eigen::Index i = 0; i < biases[l].size(); ++i) {
            const double kept = biases[l][i];
            biases[l][i] = kept + kStep;
            const double above = costOf(scenario, weights, biases, data);
            biases[l][i] = kept - kStep;
            const double slope = (above - costOf(scenario, weights, biases, data)) / (2 * kStep);
            biases[l][i] = kept;
            squares += slope * slope;
        }
        const double speed = evaluation.layer(static_cast<int>(l) + 1).speed.normOfMean.nearestDouble();
        EXPECT_NEAR(speed, std::sqrt(squares), 1e-9) << "layer " << l + 1;
    }
}

TEST(OwnLayers, AChainIsOneWhereEveryLayerHasOneNeuron)
{
    model::Scenario scenario;
    scenario.width = 3;
    EXPECT_FALSE(isChain(scenario));
    scenario.layers = {own(1, 1), own(2, 1), own(3, 1)};
    EXPECT_TRUE(isChain(scenario));
    scenario.width = 1;
    scenario.layers = {own(2, 2)};
    EXPECT_FALSE(isChain(scenario));
}

// He: σ_w² = 2, so that a ReLU layer keeps ‖δ‖² on average (χ = 1) and one without a nonlinearity doubles it; the width
// changes nothing.
TEST(OwnLayers, HaveTheirOwnFactorInMeanField)
{
    model::Scenario scenario = mixed();
    scenario.activation = "relu";
    scenario.outputActivation = "identity";
    scenario.initializer = "he_normal";
    scenario.layers = {own(2, 9, "identity"), own(3, 17), own(4, {}, "identity")};
    const data::Dataset data = dataOf(scenario);
    const evaluation::Evaluation evaluation = evaluated(scenario);
    ASSERT_TRUE(mean_field::whyNoTheory(scenario).empty());
    const auto theory = mean_field::predictSpeeds(scenario, data, evaluation);
    ASSERT_TRUE(theory);
    const double expected[] = {1, 2, 1, 2}; // of layers 1 … 4
    for (int layer = 1; layer <= 4; ++layer)
        EXPECT_NEAR(
            theory->layers[static_cast<std::size_t>(layer - 1)].factor.nearestDouble(), expected[layer - 1], 1e-9)
            << layer;
    scenario.layers[0].width = 1;
    EXPECT_FALSE(mean_field::whyNoTheory(scenario).empty());
}

// Hanin & Nica (2018): β = Σ 1/n.
TEST(OwnLayers, HaveTheirOwnPlaceInTheLawOfFiniteWidth)
{
    model::Scenario scenario = mixed();
    scenario.activation = "relu";
    scenario.outputActivation = "identity";
    scenario.outputs = 1;
    scenario.initializer = "he_normal";
    scenario.layers = {own(2, 20), own(3, 50), own(4, 10)};
    ASSERT_TRUE(finite_width::whyNoLaw(scenario).empty());
    const auto law = finite_width::finiteWidthLaw(scenario, evaluated(scenario));
    ASSERT_TRUE(law);
    EXPECT_NEAR(law->inverseWidths, 1.0 / 4 + 1.0 / 20 + 1.0 / 50 + 1.0 / 10, 1e-15);
    EXPECT_EQ(law->neurons, 4);
    scenario.layers[1].activation = "tanh";
    EXPECT_FALSE(finite_width::whyNoLaw(scenario).empty());
}

TEST(OwnLayers, TakeTheMemoryThatTheyNeed)
{
    model::Scenario narrow = mixed(), wide = mixed();
    wide.layers[1].width = wide.layers[2].width = 1024;
    EXPECT_GT(results::networkMemory(wide) - results::networkMemory(narrow), 8 * 1024 * 1024.0);
    wide.depth = 10'000;
    wide.layers.clear();
    for (int layer = 1; layer < wide.depth; ++layer)
        wide.layers.push_back(own(layer, 1024));
    const auto refused = parameters::validate(wide);
    ASSERT_TRUE(refused);
}

TEST(OwnLayers, OfTheLastOneAreItsOutputs)
{
    model::Scenario scenario = mixed();
    scenario.layers.push_back(own(5, 3));
    EXPECT_TRUE(parameters::validate(scenario));
    scenario = parameters::withDepth(mixed(), 4); // layer 4 becomes the last one
    EXPECT_FALSE(parameters::validate(scenario));
    EXPECT_EQ(scenario.layers, (std::vector{own(2, 2, "softplus"), own(3, 6)}));
    EXPECT_EQ(parameters::widthsOf(scenario), "3:4:2:6:2");
}

TEST(OwnLayers, AreWrittenAsSizesInARow)
{
    const Result<model::Scenario> sizes = parameters::withWidths(model::Scenario{}, "784:300:100:300:10");
    ASSERT_TRUE(sizes);
    EXPECT_EQ(parameters::widthsOf(*sizes), "784:300:100:300:10");
    EXPECT_EQ(sizes->width, 300);
    EXPECT_EQ(sizes->layers, std::vector{own(2, 100)});
    const Result<model::Scenario> again = parameters::withWidths(*sizes, "2:5:5:1");
    ASSERT_TRUE(again);
    EXPECT_EQ(parameters::widthsOf(*again), "2:5:5:1");
    EXPECT_TRUE(again->layers.empty());
    EXPECT_EQ(parameters::widthsOf(*parameters::withWidths(model::Scenario{}, "3:2")), "3:2");
    for (const char* wrong : {"", "3", "3:", ":3", "3::2", "3:x:2", "3:2.5:1", "3:-2:1", "3:0:1", "3:2000:1", "0:3:1",
             "3:2:5000", "99999999999:2"}) {
        const Result<model::Scenario> refused = parameters::withWidths(model::Scenario{}, wrong);
        EXPECT_FALSE(refused) << wrong;
    }
}

TEST(OwnLayers, TheLadderKeepsTheirWidths)
{
    const results::Ladder ladder = results::ladderOf(mixed());
    for (const results::LadderRung& rung : ladder.rungs) {
        EXPECT_EQ(parameters::widthsOf(rung.scenario), "3:4:2:6:5:2");
        EXPECT_FALSE(rung.refused);
    }
}

} // namespace own_layers_test
} // namespace deltascope::network
