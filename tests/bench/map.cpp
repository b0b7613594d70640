// SPDX-License-Identifier: GPL-3.0-or-later
// The row map of the performance targets: (σ_w, σ_b) on 128 × 128 cells with 20 networks each, 30 layers of 64 neurons,
// which peers/map.py does with PyTorch and NumPy; and (w, b) of a chain of depth 50 on 512 × 512 cells.
#include "maps/map_computation.h"

#include <benchmark/benchmark.h>

namespace deltascope {
namespace {

maps::CellSource wide()
{
    model::Document document;
    document.scenario.depth = 30;
    document.scenario.width = document.scenario.inputs = document.scenario.outputs = 64;
    document.scenario.activation = document.scenario.outputActivation = "tanh";
    document.scenario.initializer = "mean_field";
    document.scenario.data = "gaussian";
    document.scenario.meanSquare = 1;
    model::Map map;
    map.measure = "speed_ratio";
    map.arguments.against = 0;
    map.x = {.parameter = "gain", .from = 0.5, .to = 3, .count = 128};
    map.y = {.parameter = "bias_std", .from = 0, .to = 2, .count = 128};
    map.seeds = 20;
    return {document, map};
}

maps::CellSource chain()
{
    model::Document document;
    document.scenario.depth = 50;
    model::Map map;
    map.measure = "product";
    map.x = {.parameter = "weight", .from = -12, .to = 12, .count = 512};
    map.y = {.parameter = "bias", .from = -8, .to = 8, .count = 512};
    return {document, map};
}

void wideMap(benchmark::State& state)
{
    for ([[maybe_unused]] auto step : state)
        benchmark::DoNotOptimize(maps::computeMap(wide(), {.threads = static_cast<unsigned>(state.range(0))}));
}
BENCHMARK(wideMap)->Arg(1)->Arg(0)->Unit(benchmark::kMillisecond)->UseRealTime();

void chainMap(benchmark::State& state)
{
    for ([[maybe_unused]] auto step : state)
        benchmark::DoNotOptimize(maps::computeMap(chain(), {.threads = static_cast<unsigned>(state.range(0))}));
}
BENCHMARK(chainMap)->Arg(1)->Arg(0)->Unit(benchmark::kMillisecond)->UseRealTime();

// Every 16th cell of every 16th row, with the axes made.
void chainMapFirst(benchmark::State& state)
{
    for ([[maybe_unused]] auto step : state) {
        std::stop_source stop;
        benchmark::DoNotOptimize(
            maps::computeMap(chain(), {.stop = stop.get_token()}, [&](const auto&) { stop.request_stop(); }));
    }
}
BENCHMARK(chainMapFirst)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
} // namespace deltascope
