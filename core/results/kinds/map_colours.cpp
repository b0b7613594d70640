// SPDX-License-Identifier: GPL-3.0-or-later
// The colours that the maps of a film have in common. Whoever has all of them puts it there; without it a map has the
// colours that fit it alone.
#include "results/map_colours.h"
#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const MapColours> compute(const ResultInputs&)
{
    return nullptr;
}

} // namespace

extern const ResultKind map_colours;
const ResultKind map_colours{
    .id = "map_colours",
    .work = translatable("core", "Map"),
    .rank = 151,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::map},
    .brought = true,
    .applies = [](const model::Scenario&, const model::Question&) { return false; },
    .memory = [](const model::Scenario&, const model::Question&, int) { return 0.0; },
};

} // namespace deltascope::results
