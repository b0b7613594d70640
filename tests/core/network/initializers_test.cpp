// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of start values: stated variance against samples, the same bits as an independent program, and what a
// change elsewhere must leave alone. core/maths.md 5.1 to 5.18.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "evaluation/evaluation.h"
#include "network/initializer.h"
#include "network/network.h"
#include "parameters/parameters.h"

#include <Eigen/LU>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <bit>
#include <chrono>
#include <fstream>
#include <set>
#include <thread>

namespace deltascope::network {
namespace initializers_test {

std::vector<const Initializer*> randomRules()
{
    std::vector<const Initializer*> rules;
    for (const Initializer* rule : initializersRegistry())
        if (rule->weightVariance)
            rules.push_back(rule);
    return rules;
}

model::Scenario wide(const Initializer& rule)
{
    model::Scenario scenario;
    scenario.depth = 3;
    scenario.inputs = 80;
    scenario.width = 50;
    scenario.outputs = 20;
    scenario.initializer = rule.id;
    scenario.gain = 1.5;
    scenario.biasDeviation = 0.7;
    return scenario;
}

double meanSquare(const Eigen::Ref<const Eigen::MatrixXd>& values)
{
    return values.squaredNorm() / static_cast<double>(values.size());
}

TEST(Initializers, FillNothingMoreWhenStopped)
{
    std::stop_source source;
    source.request_stop();
    for (const Initializer* rule : randomRules()) {
        std::vector<double> values(12 * 13);
        LayerParameters parameters{{values.data(), 12, 12}, {values.data() + 144, 12}};
        rule->fill(wide(*rule), 2, parameters, source.get_token());
        EXPECT_TRUE(parameters.weights.isZero(0)) << rule->id;
        rule->fill(wide(*rule), 2, parameters, {});
        EXPECT_FALSE(parameters.weights.isZero(0)) << rule->id;
    }
}

TEST(Initializers, AreStoppedInMidWorkWithoutHarm)
{
    for (const Initializer* rule : randomRules()) {
        model::Scenario scenario = wide(*rule);
        scenario.inputs = scenario.width = scenario.outputs = 300;
        const data::Dataset data = *data::makeDataset(scenario);
        std::stop_source source;
        std::jthread fills([&] { static_cast<void>(Network(scenario, data, source.get_token())); });
        std::this_thread::sleep_for(std::chrono::milliseconds(2)); // whenever it comes, the thread ends
        source.request_stop();
    }
}

TEST(Initializers, AllOfThePageAreThere)
{
    std::set<int> ranks;
    for (const Initializer* rule : initializersRegistry())
        EXPECT_TRUE(ranks.insert(rule->rank).second) << rule->id;
    for (const char* id : {"constant", "balanced", "standard_normal", "scaled_normal", "lecun_normal",
             "glorot_standard", "glorot_uniform", "he_normal", "orthogonal", "sparse", "mean_field", "kumar_normal",
             "random_walk", "uniform_biased", "lsuv", "fixup"})
        EXPECT_NE(findKind(initializersRegistry(), id), nullptr) << id;
    EXPECT_GE(randomRules().size(), 9u);
}

TEST(Initializers, SamplesHaveTheStatedVariance)
{
    constexpr int seeds = 60;
    for (const Initializer* rule : randomRules()) {
        model::Scenario scenario = wide(*rule);
        double weights[3] = {}, biases = 0, mean = 0;
        for (int seed = 0; seed < seeds; ++seed) {
            scenario.seed = seed;
            const Network network = networkOf(scenario);
            for (int layer = 1; layer <= 3; ++layer)
                weights[layer - 1] += meanSquare(network.weights(layer)) * network.size(layer - 1) / seeds;
            biases += meanSquare(network.biases(2)) / seeds;
            mean += network.weights(2).mean() / seeds;
        }
        for (int layer = 1; layer <= 3; ++layer) {
            const Network network = networkOf(scenario);
            const double stated = rule->weightVariance(network.size(layer - 1), network.size(layer));
            EXPECT_NEAR(weights[layer - 1] / (1.5 * 1.5 * stated), 1, 0.02) << rule->id << " layer " << layer;
        }
        const double variance = rule->usesBiasDeviation ? 0.49 : rule->biasVariance ? rule->biasVariance(50) : 0;
        EXPECT_NEAR(biases, variance, 0.15 * variance) << rule->id;
        EXPECT_NEAR(mean, 0, 0.01 * std::sqrt(rule->weightVariance(50, 50))) << rule->id;
    }
}

TEST(Initializers, SameSeedSameBitsAndNoLayerTouchesAnother)
{
    for (const Initializer* rule : randomRules()) {
        model::Scenario scenario = wide(*rule);
        const Network first = networkOf(scenario), again = networkOf(scenario);
        scenario.depth = 5;
        const Network deeper = networkOf(scenario);
        scenario.depth = 3;
        scenario.seed = 2;
        const Network other = networkOf(scenario);
        EXPECT_EQ(first.weights(2), again.weights(2)) << rule->id;
        EXPECT_EQ(first.weights(2), deeper.weights(2)) << rule->id;
        EXPECT_EQ(first.biases(1), deeper.biases(1)) << rule->id;
        EXPECT_NE(deeper.weights(2), deeper.weights(3)) << rule->id;
        EXPECT_NE(first.weights(2), other.weights(2)) << rule->id;
    }
}

TEST(Initializers, LayersSetByHandAreKeptButIdle)
{
    for (const Initializer* rule : initializersRegistry()) {
        if (rule->given) // tests/core/imported
            continue;
        model::Scenario scenario = wide(*rule);
        const Network plain = networkOf(scenario);
        scenario.layers = {{2, 7.0, 3.0}};
        const Network byHand = networkOf(scenario);
        EXPECT_EQ(byHand.weights(2) == plain.weights(2), rule->isRandom()) << rule->id;
        EXPECT_EQ(byHand.biases(2) == plain.biases(2), rule->isRandom()) << rule->id;
        EXPECT_EQ(parameters::findScenarioParameter("layers")->idle(scenario).empty(), !rule->isRandom());
        EXPECT_EQ(parameters::findScenarioParameter("seed")->idle(scenario).empty(), rule->isRandom());
        EXPECT_EQ(parameters::findScenarioParameter("bias_std")->idle(scenario).empty(), rule->usesBiasDeviation);
        EXPECT_FALSE(parameters::validate(scenario));
    }
}

TEST(Initializers, OrthogonalIsOrthogonal)
{
    model::Scenario scenario = wide(*findKind(initializersRegistry(), "orthogonal"));
    scenario.gain = 1;
    const Network network = networkOf(scenario);
    for (int layer = 1; layer <= 3; ++layer) {
        const Eigen::MatrixXd w = network.weights(layer);
        const Eigen::MatrixXd products = w.rows() < w.cols() ? Eigen::MatrixXd(w * w.transpose()) : w.transpose() * w;
        const auto size = products.rows();
        EXPECT_LT((products - Eigen::MatrixXd::Identity(size, size)).cwiseAbs().maxCoeff(), 1e-13) << layer;
    }
}

// Haar's measure: traces of n × n matrices have mean 0 and variance 1, and both determinants are as likely.
TEST(Initializers, OrthogonalIsHaar)
{
    model::Scenario scenario;
    scenario.depth = 2000;
    scenario.inputs = scenario.width = scenario.outputs = 3;
    scenario.initializer = "orthogonal";
    const Network network = networkOf(scenario);
    double sum = 0, squares = 0;
    int rotations = 0;
    for (int layer = 1; layer <= scenario.depth; ++layer) {
        const Eigen::MatrixXd w = network.weights(layer);
        sum += w.trace();
        squares += w.trace() * w.trace();
        rotations += w.determinant() > 0;
    }
    EXPECT_NEAR(sum / 2000, 0, 0.1);
    EXPECT_NEAR(squares / 2000, 1, 0.15);
    EXPECT_NEAR(rotations / 2000.0, 0.5, 0.05);
}

TEST(Initializers, SparseHasFifteenInputs)
{
    model::Scenario scenario = wide(*findKind(initializersRegistry(), "sparse"));
    scenario.outputs = 9;
    scenario.width = 12;
    const Network network = networkOf(scenario);
    for (int neuron = 0; neuron < 12; ++neuron) {
        EXPECT_EQ((network.weights(1).row(neuron).array() != 0).count(), 15);
        EXPECT_EQ((network.weights(2).row(neuron).array() != 0).count(), 12);
    }
}

TEST(Initializers, AgreeWithAnIndependentProgramBitForBit)
{
    std::ifstream file(DELTASCOPE_SOURCE_DIR "/tests/core/oracles/start_values.json");
    const nlohmann::json table = nlohmann::json::parse(file);
    std::size_t compared = 0;
    for (const auto& row : table) {
        model::Scenario scenario;
        scenario.initializer = row["initializer"].get<std::string>();
        scenario.depth = 3;
        scenario.inputs = row["inputs"].get<int>();
        scenario.width = row["width"].get<int>();
        scenario.outputs = 2;
        scenario.gain = row["gain"].get<double>();
        scenario.biasDeviation = row["bias_std"].get<double>();
        scenario.seed = row["seed"].get<std::int64_t>();
        const Network network = networkOf(scenario);
        const int layer = row["layer"].get<int>();
        const auto expect = [&](const nlohmann::json& expected, const auto& actual) {
            ASSERT_EQ(expected.size(), static_cast<std::size_t>(actual.size()));
            for (std::size_t i = 0; i < expected.size(); ++i, ++compared)
                EXPECT_EQ(std::bit_cast<std::uint64_t>(expected[i].get<double>()),
                    std::bit_cast<std::uint64_t>(actual.data()[i]))
                    << row["initializer"] << " layer " << layer << " number " << i;
        };
        expect(row["weights"], network.weights(layer));
        expect(row["biases"], network.biases(layer));
    }
    EXPECT_GT(compared, 2000u);
}

TEST(Initializers, SeedsOfUpTo53BitsAreTaken)
{
    const parameters::Parameter<model::Scenario>& seed = *parameters::findScenarioParameter("seed");
    const Result<model::Scenario> large = parameters::withValue(model::Scenario{}, seed, 9007199254740991.0);
    ASSERT_TRUE(large);
    EXPECT_EQ(large->seed, 9007199254740991);
    EXPECT_EQ(parameters::valueOf(*large, seed), parameters::ParameterValue(std::int64_t{9007199254740991}));
    EXPECT_FALSE(parameters::withValue(model::Scenario{}, seed, 9007199254740992.0));
    EXPECT_FALSE(parameters::withValue(model::Scenario{}, seed, -1.0));
    EXPECT_FALSE(parameters::withValue(model::Scenario{}, seed, 0.5));
}

TEST(Initializers, TheGainIsAWeightDeviationUnderARuleWithABiasDeviation)
{
    const parameters::Parameter<model::Scenario>& gain = *parameters::findScenarioParameter("gain");
    ASSERT_NE(gain.nameIn, nullptr);
    for (const Initializer* rule : initializersRegistry()) {
        model::Scenario scenario;
        scenario.initializer = rule->id;
        const parameters::ParameterName name = gain.nameIn(scenario);
        EXPECT_STREQ(name.symbol, rule->usesBiasDeviation ? "σ_w" : "g") << rule->id;
        EXPECT_STREQ(name.label, rule->usesBiasDeviation ? "Weight deviation" : "Gain") << rule->id;
    }
}

} // namespace initializers_test
} // namespace deltascope::network
