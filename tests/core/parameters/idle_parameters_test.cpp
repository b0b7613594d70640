// SPDX-License-Identifier: GPL-3.0-or-later
// A parameter is called idle exactly where moving it changes nothing: the sentences against evaluations of their own.
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "network/initializer.h"
#include "parameters/idle_parameters.h"
#include "training/optimizer.h"
#include "training/training.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace deltascope::parameters {
namespace idle_parameters_test {

model::Scenario small(std::string_view initializer, const char* data)
{
    model::Scenario scenario;
    scenario.depth = 3;
    scenario.width = scenario.inputs = scenario.outputs = 3;
    scenario.initializer = initializer;
    scenario.data = data;
    scenario.examples = 4;
    return scenario;
}

bool changesTheStart(const model::Scenario& left, const model::Scenario& right)
{
    return !std::ranges::equal(networkOf(left).values(), networkOf(right).values())
        || dataOf(left).inputs != dataOf(right).inputs;
}

template <class Member>
bool matters(model::Scenario scenario, Member member, double value)
{
    const model::Scenario before = scenario;
    scenario.*member = value;
    return changesTheStart(before, scenario);
}

TEST(IdleParameters, ParametersOfTheStartAreIdleExactlyWhereTheyChangeNothing)
{
    for (const network::Initializer* rule : network::initializersRegistry())
        for (const char* data : {"constant", "gaussian", "uniform"}) {
            if (rule->given) // a file's: tests/core/documents/with_network_test.cpp
                continue;
            const model::Scenario scenario = small(rule->id, data);
            const std::string what = scenario.initializer + " " + data;
            EXPECT_EQ(idle::withoutWeight(scenario).empty(), matters(scenario, &model::Scenario::weight, 2)) << what;
            EXPECT_EQ(idle::withoutBias(scenario).empty(), matters(scenario, &model::Scenario::bias, 2)) << what;
            EXPECT_EQ(idle::withoutGain(scenario).empty(), matters(scenario, &model::Scenario::gain, 2)) << what;
            EXPECT_EQ(
                idle::withoutBiasDeviation(scenario).empty(), matters(scenario, &model::Scenario::biasDeviation, 2))
                << what;
            EXPECT_EQ(idle::withoutInput(scenario).empty(), matters(scenario, &model::Scenario::input, 2)) << what;
            EXPECT_EQ(idle::withoutMeanSquare(scenario).empty(), matters(scenario, &model::Scenario::meanSquare, 2))
                << what;
            model::Scenario reseeded = scenario;
            reseeded.seed = 2;
            EXPECT_EQ(idle::withoutRandomness(scenario).empty(), changesTheStart(scenario, reseeded)) << what;
        }
    model::Scenario shuffled = small("constant", "constant");
    shuffled.batch = 2; // the order of the examples is random
    EXPECT_TRUE(idle::withoutRandomness(shuffled).empty());
    shuffled.batch = 4; // all of them at once
    EXPECT_FALSE(idle::withoutRandomness(shuffled).empty());
    EXPECT_TRUE(idle::withoutHiddenLayers(shuffled).empty());
    shuffled.depth = 1;
    EXPECT_FALSE(idle::withoutHiddenLayers(shuffled).empty());
}

TEST(IdleParameters, ParametersOfTheOptimizerAreIdleExactlyWhereTheyChangeNothing)
{
    const auto after = [](const model::Scenario& scenario) {
        training::Training training(scenario, std::make_shared<const data::Dataset>(dataOf(scenario)), {.threads = 1});
        for (int i = 0; i < 3; ++i)
            training.advance();
        return training.parameters();
    };
    for (const training::Optimizer* rule : training::optimizersRegistry()) {
        model::Scenario scenario = small("glorot_uniform", "gaussian");
        scenario.optimizer = rule->id;
        model::Scenario other = scenario;
        other.momentum = 0.5;
        EXPECT_EQ(idle::withoutMomentum(scenario).empty(), after(other) != after(scenario)) << rule->id;
        for (const training::OptimizerNumber* number : training::optimizerNumbers()) {
            other = scenario;
            other.*number->member = 0.5;
            EXPECT_EQ(number->idle(scenario).empty(), after(other) != after(scenario))
                << rule->id << ' ' << number->key;
        }
    }
}

/// Of weights and biases that single layers have of their own: in vain exactly where the network is the same without.
TEST(IdleParameters, OwnValuesAreInVainExactlyWhereTheyChangeNothing)
{
    int inVain = 0, heeded = 0;
    for (const network::Initializer* rule : network::initializersRegistry())
        for (const bool tied : {false, true})
            for (const int layer : {1, 2, 3, 4, 5}) {
                if (rule->given) // needs a file
                    continue;
                model::Scenario scenario = small(rule->id, "gaussian");
                scenario.depth = 5;
                scenario.tied = tied;
                scenario.layers = {{.layer = layer, .weight = 0.37, .bias = 0.21}};
                model::Scenario without = scenario;
                without.layers.clear();
                const bool changes = changesTheStart(scenario, without);
                EXPECT_EQ(idle::withoutOwnValues(scenario, layer).empty(), changes) << rule->id << tied << layer;
                EXPECT_EQ(idle::ownValuesInVain(scenario).empty(), changes) << rule->id << tied << layer;
                (changes ? heeded : inVain)++;
            }
    EXPECT_GT(inVain, 20);
    EXPECT_GT(heeded, 10);
    model::Scenario scenario = small("constant", "gaussian");
    scenario.depth = 6;
    scenario.tied = true;
    scenario.layers = {{.layer = 2, .weight = 1}, {.layer = 3, .weight = 1}, {.layer = 5, .bias = 1}};
    const std::vector<Message> said = idle::ownValuesInVain(scenario);
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(plainText(said.front()),
        "The layers 3, 5 have weights or biases of their own, which mean nothing: tied layers have those of layer 2.");
    scenario.layers = {{.layer = 4, .width = 3}};
    EXPECT_TRUE(idle::ownValuesInVain(scenario).empty());
}

} // namespace idle_parameters_test
} // namespace deltascope::parameters
