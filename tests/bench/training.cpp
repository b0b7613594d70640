// SPDX-License-Identifier: GPL-3.0-or-later
// The rows train-large, train-tiny, train-tied and train-gru of the performance targets; tests/bench/peers/training.py
// does the same with NumPy, and with PyTorch where it is installed.
#include "training/training.h"

#include <benchmark/benchmark.h>

namespace deltascope {
namespace {

// Nielsen's [784, 30×4, 10] on 1000 digits, full batch, 500 steps, all speeds recorded.
model::Scenario large()
{
    model::Scenario scenario;
    scenario.depth = 5;
    scenario.width = 30;
    scenario.inputs = 784;
    scenario.outputs = 10;
    scenario.initializer = "scaled_normal";
    scenario.data = "digits";
    scenario.examples = 1000;
    scenario.loss = "cross_entropy";
    scenario.weightDecay = 5;
    scenario.epochs = 500;
    return scenario;
}

// 2-8-8-8-1 on 500 points, batch 10, one epoch.
model::Scenario tiny()
{
    model::Scenario scenario;
    scenario.depth = 4;
    scenario.width = 8;
    scenario.inputs = 2;
    scenario.initializer = "glorot_uniform";
    scenario.activation = "tanh";
    scenario.data = "circles";
    scenario.examples = 500;
    scenario.batch = 10;
    scenario.epochs = 1'000'000;
    return scenario;
}

void trainLarge(benchmark::State& state)
{
    const auto data = std::make_shared<const data::Dataset>(*data::makeDataset(large()));
    for ([[maybe_unused]] auto step : state) {
        training::Training training(large(), data,
            {.threads = static_cast<int>(state.range(0)), .statistics = false, .observe = {}, .traceCapacity = 0});
        while (training.advance() == training::Training::Outcome::stepped) { }
        benchmark::DoNotOptimize(training.parameters());
    }
}
BENCHMARK(trainLarge)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void trainTinyEpoch(benchmark::State& state)
{
    const auto data = std::make_shared<const data::Dataset>(*data::makeDataset(tiny()));
    training::Training training(tiny(), data, {.threads = 1, .statistics = false, .observe = {}, .traceCapacity = 0});
    for ([[maybe_unused]] auto step : state)
        for (int i = 0; i < 50; ++i)
            training.advance();
}
BENCHMARK(trainTinyEpoch)->Unit(benchmark::kMicrosecond);

// 1-32-1 over 50 steps on 100 sequences, batch 10, one epoch.
model::Scenario recurrent(bool gated)
{
    model::Scenario scenario;
    scenario.depth = 51;
    scenario.width = 32;
    scenario.tied = true;
    scenario.feed = "every";
    scenario.gate = gated ? "gru" : "none";
    scenario.initializer = "orthogonal";
    scenario.activation = "tanh";
    scenario.data = "first_bit";
    scenario.examples = 100;
    scenario.batch = 10;
    scenario.epochs = 1'000'000;
    return scenario;
}

void trainRecurrentEpoch(benchmark::State& state)
{
    const model::Scenario scenario = recurrent(state.range(0) != 0);
    const auto data = std::make_shared<const data::Dataset>(*data::makeDataset(scenario));
    training::Training training(scenario, data, {.threads = 1, .statistics = false, .observe = {}, .traceCapacity = 0});
    for ([[maybe_unused]] auto step : state)
        for (int i = 0; i < 10; ++i)
            training.advance();
}
BENCHMARK(trainRecurrentEpoch)->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace deltascope
