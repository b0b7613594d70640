// SPDX-License-Identifier: GPL-3.0-or-later
// Layers that share their parameters: what a record says of each of them, from doubles and beyond, against the exact
// pass of evaluate(), and the gradient as the sum of what they give. core/maths.md 11.10, 17.1 to 17.3.
#include "core/support/evaluated.h"
#include "parameters/parameters.h"
#include "training/training.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::training {
namespace tied_training_test {

double relative(numerics::Scaled left, numerics::Scaled right)
{
    return left == right ? 0 : numerics::abs((left - right) / right).nearestDouble();
}

/// Several blocks of examples in several shares; widths that are padded.
model::Scenario steps()
{
    model::Scenario scenario;
    scenario.tied = true;
    scenario.depth = 12;
    scenario.width = 11;
    scenario.inputs = 2;
    scenario.activation = "tanh";
    scenario.initializer = "orthogonal";
    scenario.data = "gaussian";
    scenario.examples = 150;
    scenario.epochs = 4;
    return scenario;
}

void expectSpeedsOfEvaluation(const model::Scenario& scenario, const std::string& what)
{
    ASSERT_FALSE(parameters::validate(scenario)) << what << plainText(parameters::validate(scenario)->what);
    const evaluation::Evaluation evaluation = evaluated(scenario);
    Training training(scenario, sharedData(scenario), {.threads = 1});
    training.advance();
    EXPECT_LT(relative(training.trace().record(0).cost, evaluation.cost), 1e-11) << what;
    for (int layer = 1; layer <= scenario.depth; ++layer) {
        const LayerTrace& trace = training.trace().layer(0, layer);
        EXPECT_LT(relative(trace.biasSpeed, evaluation.layer(layer).speed.normOfMean), 1e-10) << what << layer;
        EXPECT_LT(relative(trace.weightSpeed, evaluation.layer(layer).speed.weight), 1e-10) << what << layer;
    }
}

TEST(TiedTraining, SpeedsOfEveryStepAreThoseOfTheEvaluation)
{
    for (const char* gate : {"none", "leaky", "gru"})
        for (const char* feed : {"first", "every"})
            for (const char* normalization : {"none", "layer", "batch"})
                for (const int batch : {0, 10}) {
                    model::Scenario scenario = steps();
                    scenario.gate = gate;
                    scenario.feed = feed;
                    scenario.normalization = normalization;
                    scenario.batch = batch;
                    if (parameters::validate(scenario)) // what does not go together says so elsewhere
                        continue;
                    expectSpeedsOfEvaluation(
                        scenario, std::string(gate) + ' ' + feed + ' ' + normalization + " layer ");
                }
}

TEST(TiedTraining, SpeedsBeyondDoublesAreRecordedExactly)
{
    model::Scenario scenario = steps();
    scenario.activation = "sigmoid"; // at most ¼ a step
    scenario.depth = 600;
    scenario.examples = 3;
    expectSpeedsOfEvaluation(scenario, "layer ");
    EXPECT_LT(evaluated(scenario).layer(1).speed.normOfMean.log10(), -320);
}

// Whoever sums the gradient, with a record before the step or none.
TEST(TiedTraining, TheSameBitsForAnyThreadsAndRecords)
{
    for (const char* gate : {"none", "gru"})
        for (const int batch : {0, 40}) {
            model::Scenario scenario = steps();
            scenario.gate = gate;
            scenario.feed = "every";
            scenario.batch = batch;
            scenario.examples = 300;
            Training one(scenario, sharedData(scenario), {.threads = 1}),
                three(scenario, sharedData(scenario), {.threads = 3}),
                few(scenario, sharedData(scenario), {.threads = 1, .traceCapacity = 2});
            for (Training* each : {&one, &three, &few})
                while (each->advance() == Training::Outcome::stepped) { }
            EXPECT_TRUE(one.finished());
            EXPECT_EQ(one.parameters(), three.parameters()) << gate << batch;
            EXPECT_EQ(one.trace(), three.trace()) << gate << batch;
            EXPECT_EQ(one.parameters(), few.parameters()) << gate << batch;
            EXPECT_LT(few.trace().size(), one.trace().size());
        }
}

} // namespace tied_training_test
} // namespace deltascope::training
