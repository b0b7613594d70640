// SPDX-License-Identifier: GPL-3.0-or-later
// Training against the one exact pass of evaluate(), against closed forms, and against itself on other threads.
// core/maths.md 11.1, 11.7 to 11.10, 11.15.
#include "base/random.h"
#include "base/registry.h"
#include "core/support/evaluated.h"
#include "core/support/wide_training.h"
#include "network/losses/loss.h"
#include "parameters/changes.h"
#include "parameters/parameters.h"
#include "training/gradient/gradient_sweep.h"
#include "training/momentum_schedule.h"
#include "training/optimizer.h"
#include "training/training.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace deltascope::training {
namespace training_test {

std::vector<double> parametersAfter(const model::Scenario& scenario, int steps, int threads = 1)
{
    Training training(scenario, sharedData(scenario), {.threads = threads});
    for (int i = 0; i < steps; ++i)
        EXPECT_EQ(training.advance(), Training::Outcome::stepped);
    return training.parameters();
}

double relative(numerics::Scaled left, numerics::Scaled right)
{
    if (left == right)
        return 0;
    return numerics::abs((left - right) / right).nearestDouble();
}

void expectSpeedsOfEvaluation(const model::Scenario& scenario, const std::string& what)
{
    ASSERT_FALSE(parameters::validate(scenario)) << what << ": " << plainText(parameters::validate(scenario)->what);
    const evaluation::Evaluation evaluation = evaluated(scenario);
    Training training(scenario, sharedData(scenario), {.threads = 1});
    training.advance();
    ASSERT_EQ(training.trace().record(0).step, 0);
    EXPECT_LT(relative(training.trace().record(0).cost, evaluation.cost), 1e-11) << what;
    for (int layer = 1; layer <= scenario.depth; ++layer) {
        const LayerTrace& trace = training.trace().layer(0, layer);
        EXPECT_LT(relative(trace.biasSpeed, evaluation.layer(layer).speed.normOfMean), 1e-10) << what << layer;
        EXPECT_LT(relative(trace.weightSpeed, evaluation.layer(layer).speed.weight), 1e-10) << what << layer;
    }
}

TEST(Training, SpeedsAtTheStartAreThoseOfTheEvaluation)
{
    for (const losses::Loss* loss : losses::lossesRegistry())
        for (const char* normalization : {"none", "layer", "batch", "rms"})
            for (const double residual : {0.0, 0.7})
                for (const Optimizer* optimizer : optimizersRegistry()) {
                    model::Scenario scenario = wideTraining();
                    scenario.loss = loss->id;
                    if (!loss->outputActivation.empty())
                        scenario.outputActivation = loss->outputActivation;
                    scenario.normalization = normalization;
                    scenario.residual = residual;
                    scenario.optimizer = optimizer->id;
                    scenario.clipNorm = residual / 10;
                    expectSpeedsOfEvaluation(scenario,
                        scenario.loss + " " + normalization + " " + std::to_string(residual) + " " + scenario.optimizer
                            + " layer ");
                }
}

// Digits are mostly 0: the way of training that leaves the zeros out, biases included.
TEST(Training, SpeedsOfSparseInputsAreThoseOfTheEvaluation)
{
    for (const char* normalization : {"none", "layer", "rms"}) {
        model::Scenario scenario = parameters::withData(model::Scenario{}, "digits");
        scenario.depth = 3;
        scenario.width = 11;
        scenario.initializer = "scaled_normal";
        scenario.loss = "cross_entropy";
        scenario.normalization = normalization;
        scenario.examples = 12;
        expectSpeedsOfEvaluation(scenario, normalization);
    }
}

TEST(Training, SpeedsBeyondDoublesAreRecordedExactly)
{
    model::Scenario vanishing; // 0.25^1200 and less
    vanishing.depth = 1200;
    expectSpeedsOfEvaluation(vanishing, "vanishing ");
    model::Scenario exploding;
    exploding.depth = 500;
    exploding.weight = 100;
    exploding.initializer = "balanced";
    Training training(exploding, sharedData(exploding));
    EXPECT_EQ(training.advance(), Training::Outcome::diverged);
    EXPECT_GT(training.trace().layer(0, 1).biasSpeed.log10(), 308);
    ASSERT_TRUE(training.divergence());
    EXPECT_EQ(training.divergence()->quantity, Divergence::Quantity::gradient);
    EXPECT_EQ(training.divergence()->step, 0);
}

std::vector<double> gradientOf(
    const model::Scenario& scenario, const data::Dataset& data, std::span<const int> examples, int threads)
{
    const network::Network network(scenario, data);
    const gradient::ParameterLayout layout(network);
    const gradient::ExampleSet set(data.inputs, data.targets);
    gradient::GradientSweep sweep(network, layout, *findKind(losses::lossesRegistry(), scenario.loss),
        static_cast<int>(examples.size()), threads);
    sweep.run(layout.pack(network).data(), set, examples, gradient::GradientSweep::Want::gradient, {});
    return sweep.gradient();
}

TEST(Training, TheGradientOfABatchIsTheMeanOfSingleOnes)
{
    for (const char* data : {"gaussian", "digits"}) {
        model::Scenario scenario = wideTraining();
        if (scenario.data != data)
            scenario = parameters::withData(scenario, data);
        const data::Dataset examples = dataOf(scenario);
        const std::vector<int> batch{3, 1, 4, 15, 9, 2, 6, 53, 58};
        const std::vector<double> together = gradientOf(scenario, examples, batch, 1);
        std::vector<double> mean(together.size());
        for (const int x : batch) {
            const std::vector<double> single = gradientOf(scenario, examples, std::span(&x, 1), 1);
            for (std::size_t i = 0; i < mean.size(); ++i)
                mean[i] += single[i] / static_cast<double>(batch.size());
        }
        double size = 0;
        for (std::size_t i = 0; i < mean.size(); ++i) {
            EXPECT_NEAR(together[i], mean[i], 1e-15) << data << i;
            size = std::max(size, std::abs(mean[i]));
        }
        EXPECT_GT(size, 1e-3);
    }
}

TEST(Training, AStepIsThatOfNielsen)
{
    // w ← (1 − ηλ/n)w − η∂C/∂w, b ← b − η∂C/∂b, on one neuron: C = ½(wx + b − y)²
    model::Scenario scenario;
    scenario.depth = 1;
    scenario.outputActivation = "identity";
    scenario.weight = 2;
    scenario.bias = 0.5;
    scenario.input = 3;
    scenario.target = 1;
    scenario.weightDecay = 0.2;
    const double error = 2 * 3 + 0.5 - 1;
    const std::vector<double> after = parametersAfter(scenario, 1);
    EXPECT_NEAR(after[0], (1 - 0.1 * 0.2) * 2 - 0.1 * error * 3, 1e-15);
    EXPECT_NEAR(after[1], 0.5 - 0.1 * error, 1e-15);
    scenario.clipNorm = 1; // the gradient (3, 1)·error shortened to 1
    const std::vector<double> clipped = parametersAfter(scenario, 1);
    EXPECT_NEAR(clipped[1], 0.5 - 0.1 / std::sqrt(10.0), 1e-15);
    scenario.clipNorm = 0;
    scenario.optimizer = "adam"; // its first step is η in every direction, whatever the gradient
    const std::vector<double> adam = parametersAfter(scenario, 1);
    EXPECT_NEAR(adam[1], 0.5 - 0.1, 1e-9);
    EXPECT_NEAR(adam[0], (1 - 0.1 * 0.2) * 2 - 0.1, 1e-9);
}

TEST(Training, NesterovIsMomentumWithLessOfIt)
{
    // On a quadratic, with μ(1 − λε) in each eigendirection: here λ = x² + 1, and nothing moves across it.
    model::Scenario nesterov;
    nesterov.depth = 1;
    nesterov.outputActivation = "identity";
    nesterov.weight = 2;
    nesterov.input = 1.5;
    nesterov.target = -1;
    nesterov.optimizer = "nesterov";
    nesterov.momentum = 0.95;
    nesterov.learningRate = 0.07;
    nesterov.epochs = 100;
    model::Scenario classical = nesterov;
    classical.optimizer = "momentum";
    classical.momentum = 0.95 * (1 - (1.5 * 1.5 + 1) * 0.07);
    Training left(nesterov, sharedData(nesterov)), right(classical, sharedData(classical));
    for (int i = 0; i < 60; ++i) {
        left.advance();
        right.advance();
        EXPECT_NEAR(left.parameters()[0], right.parameters()[0], 1e-14) << i;
        EXPECT_NEAR(left.parameters()[1], right.parameters()[1], 1e-14) << i;
    }
    classical.momentum = 0.95;
    EXPECT_GT(std::abs(parametersAfter(classical, 60)[0] - left.parameters()[0]), 1e-3);
}

TEST(Training, TheMomentumScheduleIsThatOfSutskever)
{
    const double published[] = {0.5, 0.75, 1 - 1.0 / 6, 0.875, 0.9};
    for (int i = 0; i < 5; ++i) {
        EXPECT_DOUBLE_EQ(momentumAt("sutskever", 0.999, 250 * i), published[i]);
        EXPECT_DOUBLE_EQ(momentumAt("sutskever", 0.999, 250 * i + 249), published[i]);
    }
    EXPECT_EQ(momentumAt("sutskever", 0.8, 1000), 0.8);
    EXPECT_EQ(momentumAt("sutskever", 0, 0), 0);
    EXPECT_EQ(momentumAt("constant", 0.9, 0), 0.9);
}

TEST(Training, TheSameBitsForAnyNumberOfThreads)
{
    for (const int batch : {0, 64, 7})
        for (const char* data : {"gaussian", "digits"}) {
            model::Scenario scenario = parameters::withData(wideTraining(), data);
            scenario.examples = 300;
            scenario.width = 30;
            scenario.holdout = 40;
            scenario.batch = batch;
            scenario.optimizer = "momentum";
            Training one(scenario, sharedData(scenario), {.threads = 1}),
                two(scenario, sharedData(scenario), {.threads = 2}),
                three(scenario, sharedData(scenario), {.threads = 3});
            for (Training* each : {&one, &two, &three})
                while (each->advance() == Training::Outcome::stepped) { }
            EXPECT_TRUE(one.finished());
            EXPECT_EQ(one.parameters(), two.parameters()) << data << batch;
            EXPECT_EQ(one.parameters(), three.parameters()) << data << batch;
            EXPECT_EQ(one.trace(), two.trace()) << data << batch;
        }
}

/// Everything that the kernels of one instruction set make of the same numbers.
std::vector<double> kernelResults(
    const numerics::Kernels& kernels, std::size_t rows, std::size_t terms, std::size_t columns)
{
    RandomStream stream(1, Purpose::inputs, 0);
    std::vector<double> a(rows * terms), b(terms * columns), start(rows);
    for (std::vector<double>* each : {&a, &b, &start})
        for (double& value : *each)
            value = stream.normal();
    b[1] = 1e-310; // products that are not normal
    const std::vector<std::uint32_t> where{0, 3, 17, 36};
    std::vector<double> c(rows * columns), sparse(rows), gradient(a);
    kernels.product(a.data(), {b.data(), 1, terms}, c.data(), start.data(), rows, terms, columns);
    kernels.addProduct(a.data(), {b.data(), columns, 1}, c.data(), rows, terms, columns);
    kernels.sparseProduct(a.data(), {where.data(), b.data(), 4}, sparse.data(), start.data(), rows);
    kernels.addSparseProduct(start.data(), {where.data(), b.data(), 4}, gradient.data(), rows);
    double expected = start[rows - 3];
    for (std::size_t k = 0; k < terms; ++k)
        expected += a[rows - 3 + k * rows] * b[k + (columns - 1) * terms];
    for (std::size_t k = 0; k < terms; ++k)
        expected += a[rows - 3 + k * rows] * b[k * columns + columns - 1];
    EXPECT_EQ(c[(columns - 1) * rows + rows - 3], expected) << kernels.name;
    for (const std::vector<double>* each : {&sparse, &gradient})
        c.insert(c.end(), each->begin(), each->end());
    return c;
}

TEST(Training, EveryInstructionSetGivesTheSameBits)
{
    for (const std::size_t rows : {8u, 16u, 24u, 32u, 40u, 104u}) // whole tiles and the rest of one, in every width
        for (const std::size_t columns : {1u, 3u, 8u, 19u}) {
            const std::vector<double> portable =
                kernelResults(numerics::kernels(InstructionSet::portable), rows, 37, columns);
            for (const InstructionSet set : {InstructionSet::x86_64_v3, InstructionSet::x86_64_v4})
                if (set <= bestInstructionSet()) {
                    EXPECT_EQ(kernelResults(numerics::kernels(set), rows, 37, columns), portable)
                        << numerics::kernels(set).name << ' ' << rows << ' ' << columns;
                }
        }
}

TEST(Training, ARewoundRunRepeatsItself)
{
    model::Scenario scenario = wideTraining();
    scenario.batch = 8;
    scenario.optimizer = "adam";
    Training training(scenario, sharedData(scenario));
    for (int i = 0; i < 11; ++i)
        training.advance();
    ASSERT_TRUE(training.follow(
        parameters::withValueFrom(scenario, *parameters::findScenarioParameter("learning_rate"), 0.01, training.step())
            .value()));
    EXPECT_EQ(training.step(), 11);
    while (training.advance() == Training::Outcome::stepped) { }
    EXPECT_EQ(training.scenario().changes, (std::vector<model::Change>{{11, "learning_rate", 0.01}}));
    const std::vector<double> first = training.parameters();
    const Trace trace = training.trace();
    training.rewind();
    EXPECT_EQ(training.step(), 0);
    while (training.advance() == Training::Outcome::stepped) { }
    EXPECT_EQ(training.parameters(), first);
    EXPECT_EQ(training.trace(), trace);
    Training again(training.scenario(), sharedData(scenario)); // from a file with these changes
    while (again.advance() == Training::Outcome::stepped) { }
    EXPECT_EQ(again.parameters(), first);
    EXPECT_NE(parametersAfter(scenario, 27), first); // without the change
}

TEST(Training, OnlyWhatMayChangeInMidRunDoes)
{
    const model::Scenario scenario = wideTraining();
    const auto row = [](std::string_view key) -> const parameters::Parameter<model::Scenario>& {
        return *parameters::findScenarioParameter(key);
    };
    EXPECT_FALSE(parameters::withValueFrom(scenario, row("width"), 3, 5));
    EXPECT_FALSE(parameters::withValueFrom(scenario, row("momentum"), 2, 5));
    const model::Scenario once = parameters::withValueFrom(scenario, row("momentum"), 0.5, 5).value();
    const model::Scenario twice =
        parameters::withValueFrom(once, row("momentum"), 0.6, 5).value(); // in place of the other
    EXPECT_EQ(twice.changes, (std::vector<model::Change>{{5, "momentum", 0.6}}));
    EXPECT_EQ(
        parameters::withValueFrom(twice, row("momentum"), scenario.momentum, 5).value(), scenario); // back: no change
    EXPECT_EQ(parameters::valueInForce(twice, row("momentum"), 4), scenario.momentum);
    EXPECT_EQ(parameters::valueInForce(twice, row("momentum"), 5), 0.6);
    EXPECT_EQ(parameters::withValueFrom(scenario, row("momentum"), 0.3, 0).value().momentum, 0.3);
    Training training(scenario, sharedData(scenario));
    model::Scenario wider = scenario;
    wider.width += 1;
    EXPECT_FALSE(training.follow(wider));
    EXPECT_EQ(training.scenario(), scenario);
}

TEST(Training, AChangeOfThePastBeginsAnew)
{
    model::Scenario scenario = wideTraining();
    scenario.epochs = 20;
    Training training(scenario, sharedData(scenario));
    for (int i = 0; i < 6; ++i)
        training.advance();
    const auto& rate = *parameters::findScenarioParameter("learning_rate");
    EXPECT_TRUE(training.follow(parameters::withValueFrom(scenario, rate, 0.01, 9).value()));
    EXPECT_EQ(training.step(), 6);
    EXPECT_TRUE(training.follow(parameters::withValueFrom(scenario, rate, 0.01, 3).value()));
    EXPECT_EQ(training.step(), 0);
    model::Scenario longer = scenario;
    longer.epochs += 3;
    EXPECT_TRUE(training.follow(longer));
    EXPECT_EQ(training.stepCount(), training.stepsPerEpoch() * longer.epochs);
}

TEST(Training, ADivergenceIsNamedAndTheLastFiniteNetworkKept)
{
    model::Scenario scenario = wideTraining();
    scenario.activation = scenario.outputActivation = "relu";
    scenario.learningRate = 1e300;
    Training training(scenario, sharedData(scenario));
    Training::Outcome outcome = Training::Outcome::stepped;
    for (int i = 0; i < 10 && outcome == Training::Outcome::stepped; ++i)
        outcome = training.advance();
    ASSERT_EQ(outcome, Training::Outcome::diverged);
    const std::vector<double> kept = training.parameters();
    for (const double value : kept)
        ASSERT_TRUE(std::isfinite(value));
    EXPECT_GE(training.divergence()->layer, 1);
    EXPECT_NE(plainText(sentence(*training.divergence())).find("layer"), std::string::npos);
    EXPECT_EQ(training.advance(), Training::Outcome::diverged);
    EXPECT_EQ(training.parameters(), kept);
}

TEST(Training, EveryOptimizerLearns)
{
    for (const Optimizer* optimizer : optimizersRegistry()) {
        model::Scenario scenario = parameters::withData(model::Scenario{}, "circles");
        scenario.depth = 3;
        scenario.width = 12;
        scenario.activation = "tanh";
        scenario.initializer = "glorot_uniform";
        scenario.examples = 200;
        scenario.holdout = 100;
        scenario.batch = 10;
        scenario.epochs = 60;
        scenario.optimizer = optimizer->id;
        scenario.learningRate = !optimizer->numbers.empty() ? 0.01 : optimizer->usesMomentum ? 0.1 : 0.5;
        Training training(scenario, sharedData(scenario));
        while (training.advance() == Training::Outcome::stepped) { }
        const TraceRecord& last = training.trace().record(training.trace().size() - 1);
        EXPECT_EQ(last.step, training.stepCount());
        EXPECT_GT(*last.accuracy, 0.95) << optimizer->id;
        EXPECT_GT(*last.heldOutAccuracy, 0.9) << optimizer->id;
        EXPECT_LT(*training.trace().record(0).accuracy, 0.8) << optimizer->id;
    }
}

} // namespace training_test
} // namespace deltascope::training
