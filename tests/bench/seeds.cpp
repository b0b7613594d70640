// SPDX-License-Identifier: GPL-3.0-or-later
// The row seeds of the performance targets: 200 networks [784, 30×4, 10] on 100 Gaussian inputs, drawn, passed forward
// and backward, and the quantiles over them; tests/bench/peers/seeds.py does the same with NumPy and PyTorch.
#include "results/seeds_band.h"

#include "base/random.h"
#include "data/dataset.h"
#include "evaluation/layer_speeds.h"

#include <benchmark/benchmark.h>

namespace deltascope {
namespace {

model::Scenario nielsen()
{
    model::Scenario scenario;
    scenario.depth = 5;
    scenario.width = 30;
    scenario.inputs = 784;
    scenario.outputs = 10;
    scenario.initializer = "scaled_normal";
    scenario.data = "gaussian";
    scenario.examples = 100;
    scenario.loss = "cross_entropy";
    return scenario;
}

void seeds(benchmark::State& state)
{
    for ([[maybe_unused]] auto step : state)
        benchmark::DoNotOptimize(results::seedsBand(nielsen(), 200, {}, {}, static_cast<unsigned>(state.range(0))));
}
BENCHMARK(seeds)->Arg(1)->Arg(0)->Unit(benchmark::kMillisecond)->UseRealTime();

// Where the time of one network goes.
void drawData(benchmark::State& state)
{
    for ([[maybe_unused]] auto step : state)
        benchmark::DoNotOptimize(data::makeDataset(nielsen()));
}
BENCHMARK(drawData)->Unit(benchmark::kMicrosecond);

void randomNetwork(benchmark::State& state)
{
    const data::Dataset data = *data::makeDataset(nielsen());
    for ([[maybe_unused]] auto step : state)
        benchmark::DoNotOptimize(network::Network(nielsen(), data));
}
BENCHMARK(randomNetwork)->Unit(benchmark::kMicrosecond);

void passes(benchmark::State& state)
{
    const data::Dataset data = *data::makeDataset(nielsen());
    const network::Network network(nielsen(), data);
    for ([[maybe_unused]] auto step : state)
        benchmark::DoNotOptimize(evaluation::learningSpeedsOf(nielsen(), data, network));
}
BENCHMARK(passes)->Unit(benchmark::kMicrosecond);

void passesWithoutWeights(benchmark::State& state)
{
    const data::Dataset data = *data::makeDataset(nielsen());
    const network::Network network(nielsen(), data);
    for ([[maybe_unused]] auto step : state)
        benchmark::DoNotOptimize(evaluation::biasSpeedsOf(nielsen(), data, network));
}
BENCHMARK(passesWithoutWeights)->Unit(benchmark::kMicrosecond);

void seeding(benchmark::State& state) // of one stream, with its first number
{
    std::uint64_t index = 0;
    for ([[maybe_unused]] auto step : state)
        benchmark::DoNotOptimize(RandomStream(1, Purpose::inputs, ++index).bits());
}
BENCHMARK(seeding)->Unit(benchmark::kNanosecond);

void normals(benchmark::State& state) // 1000 of them
{
    RandomStream stream(1, Purpose::inputs, 0);
    for ([[maybe_unused]] auto step : state)
        for (int i = 0; i < 1000; ++i)
            benchmark::DoNotOptimize(stream.normal());
}
BENCHMARK(normals)->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace deltascope
