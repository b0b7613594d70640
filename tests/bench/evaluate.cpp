// SPDX-License-Identifier: GPL-3.0-or-later
// How long one evaluation takes: network, forward and backward pass, everything that is reported.
#include "evaluation/evaluation.h"

#include <benchmark/benchmark.h>

namespace deltascope {
namespace {

model::Scenario chain(int depth, double weight, double bias)
{
    model::Scenario scenario;
    scenario.depth = depth;
    scenario.weight = weight;
    scenario.bias = bias;
    return scenario;
}

void run(benchmark::State& state, const model::Scenario& scenario)
{
    for ([[maybe_unused]] auto step : state)
        benchmark::DoNotOptimize(evaluation::evaluate(scenario, *data::makeDataset(scenario)));
}

// The row chain-1000 of the performance targets: at most 200 µs.
void chain1000(benchmark::State& state)
{
    run(state, chain(1000, 1, 0));
}
BENCHMARK(chain1000)->Unit(benchmark::kMicrosecond);

void chain1000Saturated(benchmark::State& state) // every f′ far below double's range
{
    run(state, chain(1000, 1e6, 0));
}
BENCHMARK(chain1000Saturated)->Unit(benchmark::kMicrosecond);

void chain1000Balanced(benchmark::State& state)
{
    model::Scenario scenario = chain(1000, 100, 0);
    scenario.initializer = "balanced";
    run(state, scenario);
}
BENCHMARK(chain1000Balanced)->Unit(benchmark::kMicrosecond);

void chain1000Relu(benchmark::State& state) // z up to 10^2000
{
    model::Scenario scenario = chain(1000, 100, 0);
    scenario.activation = scenario.outputActivation = "relu";
    run(state, scenario);
}
BENCHMARK(chain1000Relu)->Unit(benchmark::kMicrosecond);

void chain10000(benchmark::State& state)
{
    run(state, chain(10000, 1, 0));
}
BENCHMARK(chain10000)->Unit(benchmark::kMicrosecond);

void wide(benchmark::State& state) // the sizes of Nielsen's experiment with 30 hidden neurons
{
    model::Scenario scenario = chain(5, 0.1, 0);
    scenario.width = 30;
    scenario.inputs = 784;
    scenario.outputs = 10;
    run(state, scenario);
}
BENCHMARK(wide)->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace deltascope
