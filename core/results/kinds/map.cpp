// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a map. They stand on measures, and so on results of other scenarios: maps/map_computation.h makes them,
// and whoever shows them puts them here.
#include "results/map_cells.h"
#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const MapCells> compute(const ResultInputs&, const Refined<MapCells>&)
{
    return nullptr;
}

double share(const MapCells& map)
{
    return map.cells.empty() ? 1 : static_cast<double>(map.done) / static_cast<double>(map.cells.size());
}

} // namespace

extern const ResultKind map{
    .id = "map",
    .work = translatable("core", "Map"),
    .rank = 150,
    .value = resultValue<compute, share>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::training,
        model::Dependency::heldOut, model::Dependency::seeds, model::Dependency::k, model::Dependency::map},
    .brought = true,
    .applies = [](const model::Scenario&, const model::Question&) { return false; },
    .memory = [](const model::Scenario&, const model::Question&, int) { return 0.0; },
};

} // namespace deltascope::results
