// SPDX-License-Identifier: GPL-3.0-or-later
// Single neurons against central differences of the cost in their biases, and against the norms of their layer.
// core/maths.md 2.11.
#include "evaluation/neuron_sample.h"

#include "base/registry.h"
#include "evaluation/evaluation.h"
#include "figures/figure_kind.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::evaluation {

namespace neuron_sample_test {

model::Scenario wide(int depth, int width, int examples)
{
    model::Scenario scenario;
    scenario.depth = depth;
    scenario.width = width;
    scenario.inputs = 5;
    scenario.outputs = 3;
    scenario.initializer = "glorot_uniform";
    scenario.data = "gaussian";
    scenario.examples = examples;
    return scenario;
}

NeuronSample sampleOf(const model::Scenario& scenario)
{
    const data::Dataset data = *data::makeDataset(scenario);
    return *sampleNeurons(scenario, data, network::Network(scenario, data));
}

TEST(NeuronSample, TakesAllOfAFewAndTheEndsOfMany)
{
    EXPECT_EQ(sampledNeurons(1), (std::vector<int>{0}));
    EXPECT_EQ(sampledNeurons(12).size(), 12u);
    const std::vector<int> many = sampledNeurons(65'536);
    ASSERT_EQ(many.size(), 12u);
    EXPECT_EQ(many.front(), 0);
    EXPECT_EQ(many.back(), 65'535);
    for (std::size_t i = 1; i < many.size(); ++i)
        EXPECT_GT(many[i], many[i - 1]);
}

TEST(NeuronSample, AllNeuronsOfALayerMakeUpItsSpeed)
{
    for (const int examples : {1, 7})
        for (const char* normalization : {"none", "layer"}) {
            model::Scenario scenario = wide(6, 9, examples);
            scenario.normalization = normalization;
            scenario.residual = 0.5;
            const Evaluation evaluation = evaluate(scenario, *data::makeDataset(scenario));
            const NeuronSample sample = sampleOf(scenario);
            ASSERT_EQ(sample.layers.size(), 6u);
            EXPECT_EQ(sample.examples, examples);
            for (int l = 1; l <= 6; ++l) {
                const auto& neurons = sample.layers[static_cast<std::size_t>(l - 1)];
                ASSERT_EQ(neurons.size(), l == 6 ? 3u : 9u);
                double square = 0, z = 0, a = 0;
                for (const SampledNeuron& each : neurons) {
                    square += std::pow(each.delta.nearestDouble(), 2);
                    z += each.z.nearestDouble() / static_cast<double>(neurons.size());
                    a += each.a.nearestDouble() / static_cast<double>(neurons.size());
                }
                const LayerEvaluation& layer = evaluation.layer(l);
                EXPECT_NEAR(std::sqrt(square) / layer.speed.normOfMean.nearestDouble(), 1, 1e-12) << l;
                EXPECT_NEAR(z, layer.z.mean.nearestDouble(), 1e-13) << l;
                EXPECT_NEAR(a, layer.a.mean.nearestDouble(), 1e-13) << l;
            }
        }
}

TEST(NeuronSample, DeltaIsTheSlopeOfTheCostInTheBias)
{
    // One layer, one input: C = ½(σ(wa + b) − y)², δ = (a¹ − y)σ′(z) by hand.
    model::Scenario scenario;
    scenario.depth = 1;
    scenario.outputs = 2;
    scenario.weight = 1.5;
    scenario.bias = -0.4;
    scenario.input = 0.7;
    scenario.target = 0.2;
    const NeuronSample sample = sampleOf(scenario);
    const double z = 1.5 * 0.7 - 0.4, a = 1 / (1 + std::exp(-z));
    for (const SampledNeuron& each : sample.layers.front()) {
        EXPECT_NEAR(each.z.nearestDouble(), z, 1e-15);
        EXPECT_NEAR(each.a.nearestDouble(), a, 1e-15);
        EXPECT_NEAR(each.delta.nearestDouble(), (a - 0.2) * a * (1 - a), 1e-15);
    }
}

TEST(NeuronSample, BelongsToWideNetworksAndCanBeStopped)
{
    EXPECT_FALSE(results::applies<NeuronSample>(model::Scenario{}));
    const model::Scenario scenario = wide(3, 4, 1);
    EXPECT_TRUE(results::applies<NeuronSample>(scenario));
    EXPECT_TRUE(results::computeSnapshot({scenario, {}, {}}, results::needs<NeuronSample>()).get<NeuronSample>());
    std::stop_source stop;
    stop.request_stop();
    const data::Dataset data = *data::makeDataset(scenario);
    EXPECT_FALSE(sampleNeurons(scenario, data, network::Network(scenario, data), stop.get_token()));
}

TEST(NeuronSample, TheDrawingHasTheDeltaOfEachNeuron)
{
    const model::Scenario scenario = wide(3, 40, 1);
    const figures::FigureKind* kind = findKind(figures::figuresRegistry(), "network");
    ASSERT_TRUE(kind);
    const results::Snapshot snapshot = results::computeSnapshot({scenario, {}, {}}, kind->needs());
    const figures::Figure figure = kind->build(snapshot, {}, {});
    const figures::Graph* graph = nullptr;
    for (const figures::Element& element : figure.panels.front().elements)
        if (const figures::Graph* found = std::get_if<figures::Graph>(&element))
            graph = found;
    ASSERT_TRUE(graph);
    ASSERT_EQ(graph->nodes.size(), 5u + 12 + 12 + 3);
    for (std::size_t i = 0; i < 12; ++i) {
        const Magnitude expected = numerics::abs(snapshot.get<NeuronSample>()->layers[0][i].delta).magnitude();
        EXPECT_EQ(graph->nodes[5 + i].size, expected);
        EXPECT_EQ(graph->nodes[5 + i].layer, 1);
    }
    for (const figures::Edge& edge : graph->edges) {
        EXPECT_GE(edge.strength, 0);
        EXPECT_LE(edge.strength, 1);
        EXPECT_LT(edge.from, edge.to);
    }
    // 5 × 12 and 12 × 12 links are too many: the 3 strongest into each neuron; 12 × 3 are all drawn
    EXPECT_EQ(graph->edges.size(), 12u * 3 + 12 * 3 + 12 * 3);
}

} // namespace neuron_sample_test
} // namespace deltascope::evaluation
